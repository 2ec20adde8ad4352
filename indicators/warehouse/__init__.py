"""Versioned Parquet tables and the queries over them.

`current()` gives the newest data version; `publish`, `undo`, `redo` and `switch_mode` append one event each,
and that event is the commit point. Nothing else in the product knows DuckDB or Delta.
"""

from indicators.warehouse.area_changes import NewAreas, checksum_in_place, publish_areas, redo_areas, undo_areas
from indicators.warehouse.publishing import (
    Receipt,
    StaleError,
    publish,
    redo,
    switch_mode,
    undo,
)
from indicators.warehouse.reads import Read, ReadError, list_reads
from indicators.warehouse.received_files import kept_file
from indicators.warehouse.seeding import ensure_filled, restore
from indicators.warehouse.snapshot import Snapshot, at, current
from indicators.warehouse.submission import Accepted, Confirmed, Submission
from indicators.warehouse.tables import WarehouseError, folder
from indicators.warehouse.tables import data_version as current_version

__all__ = [
    "Accepted",
    "Confirmed",
    "NewAreas",
    "Read",
    "ReadError",
    "Receipt",
    "Snapshot",
    "StaleError",
    "Submission",
    "WarehouseError",
    "at",
    "checksum_in_place",
    "current",
    "current_version",
    "ensure_filled",
    "folder",
    "kept_file",
    "list_reads",
    "publish",
    "publish_areas",
    "redo",
    "redo_areas",
    "restore",
    "switch_mode",
    "undo",
    "undo_areas",
]
