"""Kabupaten, kecamatan, desa and the facilities beside them.

`all_kabupaten()` gives what `data/areas/<code>/` ships, with what admins uploaded laid over it.
"""

from indicators.areas.active import all_kabupaten, areas_version, boundaries, list_csv
from indicators.areas.changes import (
    AreaChangesUnreadableError,
    Change,
    What,
    all_changes,
    checksum,
    copy_changes,
    current_change,
    holding_after,
    is_valid,
    record,
)
from indicators.areas.kabupaten import NATION, Area, AreaError, Facility, Kabupaten, KnownElements, Official
from indicators.areas.load import load_kabupaten, shipped
from indicators.catalogue import AREAS_FOLDER

__all__ = [
    "AREAS_FOLDER",
    "NATION",
    "Area",
    "AreaChangesUnreadableError",
    "AreaError",
    "Change",
    "Facility",
    "Kabupaten",
    "KnownElements",
    "Official",
    "What",
    "all_changes",
    "all_kabupaten",
    "areas_version",
    "boundaries",
    "checksum",
    "copy_changes",
    "current_change",
    "holding_after",
    "is_valid",
    "list_csv",
    "load_kabupaten",
    "record",
    "shipped",
]
