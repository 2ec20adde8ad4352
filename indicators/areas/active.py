"""The kabupaten as they are now: what is shipped, with the changes that count laid over it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from indicators.areas.changes import (
    AreaChangesUnreadableError,
    Change,
    What,
    all_changes,
    areas_folder,
    current_change,
    read_stored,
)
from indicators.areas.kabupaten import Area, Facility, Kabupaten, Official
from indicators.areas.load import check, rows_of, shipped
from indicators.vocabulary import Level
from indicators.wording import areas as say

_Entry = TypeVar("_Entry", Area, Facility)

FACILITY_FIELDS = tuple(Facility.model_fields)
DESA_FIELDS = tuple(Area.model_fields)

# The overlay of the log seen last; the log is the same tuple until it changes.
_held: tuple[tuple[Change, ...], Path, dict[str, Kabupaten]] | None = None


def all_kabupaten() -> dict[str, Kabupaten]:
    """Every kabupaten, by code; the same dict until areas change. Raises AreaError."""
    global _held
    changes = all_changes()
    if not changes:
        return shipped()
    held, folder = _held, areas_folder()
    if held is not None and held[0] is changes and held[1] == folder:
        return held[2]
    found = {code: _overlaid(kabupaten, changes) for code, kabupaten in shipped().items()}
    _held = (changes, folder, found)
    return found


def areas_version() -> int:
    """How many changes were ever recorded: it grows with each one, undo and redo included."""
    return len(all_changes())


def boundaries(kabupaten: Kabupaten) -> dict[str, Any]:
    """The boundaries as GeoJSON; one feature per kecamatan, `id` is its code, `label` says what they are."""
    content: dict[str, Any] = json.loads(kabupaten.boundaries_path.read_text(encoding="utf-8"))
    return content


def list_csv(entries: Iterable[Facility | Area]) -> bytes:
    """Facilities or desa as they are stored: the CSV of an area folder."""
    listed = list(entries)
    fields = FACILITY_FIELDS if all(isinstance(e, Facility) for e in listed) else DESA_FIELDS
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(fields)
    for entry in listed:
        values = entry.model_dump(mode="json") | {"aliases": "|".join(entry.aliases)}
        writer.writerow([values[field] for field in fields])
    return buffer.getvalue().encode("utf-8")


def _overlaid(kabupaten: Kabupaten, changes: tuple[Change, ...]) -> Kabupaten:
    own = tuple(c for c in changes if c.kabupaten == kabupaten.code)
    if not own:
        return kabupaten
    replacing: dict[str, Any] = {}
    if change := current_change(own, kabupaten.code, What.BOUNDARIES):
        assert change.dated is not None, "boundaries are recorded with the date of their source"
        read_stored(change, ".geojson")  # a missing or damaged file is told here, not by an empty map
        replacing["official"] = Official(
            checksum=change.checksum, source=change.source, dated=change.dated, folder=areas_folder() / change.kabupaten
        )
    if change := current_change(own, kabupaten.code, What.FACILITIES):
        replacing["facilities"] = _facilities(change)
    if change := current_change(own, kabupaten.code, What.DESA):
        replacing["areas"] = (*kabupaten.kecamatan, *_desa(change))
    replaced = kabupaten.replaced(**replacing, former=tuple(_every_one_ever(own)))
    check(replaced, areas_folder() / kabupaten.code)
    return replaced


def _every_one_ever(changes: tuple[Change, ...]) -> Iterable[Area | Facility]:
    """Everything that a list ever held, oldest first: what was sent for it keeps its name after an undo."""
    for change in changes:
        if change.event == "publish" and change.what is What.FACILITIES:
            yield from _facilities(change)
        elif change.event == "publish" and change.what is What.DESA:
            yield from _desa(change)


def _facilities(change: Change) -> tuple[Facility, ...]:
    return tuple(_entries(change, Facility))


def _desa(change: Change) -> tuple[Area, ...]:
    return tuple(area for area in _entries(change, Area) if area.level is Level.DESA)


def _entries(change: Change, kind: type[_Entry]) -> list[_Entry]:
    try:
        lines = io.StringIO(read_stored(change, ".csv").decode("utf-8"), newline="")
        return [kind(**row) for row in rows_of(lines)]
    except (UnicodeDecodeError, ValidationError, TypeError, csv.Error) as error:
        raise AreaChangesUnreadableError(say.UNREADABLE) from error
