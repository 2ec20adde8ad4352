"""Publish, undo and redo changes of areas: files and log first, then one event, so that the data version grows.

The log of `indicators.areas` is the commit point. An event that a dying process left out is made up for by the next
reader, so that no screen keeps numbers of other areas under the same data version.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Literal

from indicators import areas
from indicators.areas import Change, What
from indicators.warehouse import events, tables
from indicators.warehouse.events import AREAS, Receipt, StaleError
from indicators.warehouse.one_writer import writing
from indicators.warehouse.submission import event_row, new_identifier
from indicators.wording import warehouse as say


@dataclass(frozen=True)
class NewAreas:
    """What an admin wants in place of boundaries, facilities or desa.

    files: content by suffix; the first names them all by its SHA-256. rows: areas or facilities in it.
    replaces: the checksum of what was in place when it was looked at, empty for the shipped data.
    source, dated: of boundaries.
    """

    kabupaten: str
    what: What
    files: Mapping[str, bytes]
    file_name: str
    rows: int
    replaces: str
    by: str
    reason: str = ""
    source: str = ""
    dated: date | None = None


def publish_areas(new: NewAreas) -> Receipt:
    """Put areas in place of those that hold now.

    Raises StaleError where others replaced the same since it was looked at, WarehouseError; nothing is stored then.
    """
    with writing():
        add_missing_events()
        if checksum_in_place(new.kabupaten, new.what) != new.replaces:
            raise StaleError(say.STALE)
        identifier = new_identifier()
        return _record(
            Change(
                id=identifier,
                event="publish",
                of=identifier,
                at=datetime.now(UTC),
                by=new.by,
                reason=new.reason,
                kabupaten=new.kabupaten,
                what=new.what,
                file_name=new.file_name,
                checksum=areas.checksum(next(iter(new.files.values()))),
                rows=new.rows,
                source=new.source,
                dated=new.dated,
            ),
            new.files,
        )


def undo_areas(change: str, *, by: str, reason: str = "") -> Receipt:
    """Take a change back; what it had replaced holds again. Raises StaleError where it is undone already."""
    return _reverse("undo", change, by=by, reason=reason)


def redo_areas(change: str, *, by: str, reason: str = "") -> Receipt:
    """Make an undone change valid again, at its old place in the order. Raises StaleError if it is valid."""
    return _reverse("redo", change, by=by, reason=reason)


def checksum_in_place(kabupaten: str, what: What) -> str:
    """Names what holds now; empty for the shipped data."""
    held = areas.current_change(areas.all_changes(), kabupaten, what)
    return held.checksum if held else ""


def catch_up() -> None:
    """Append the events that changes of areas still lack. Raises WarehouseError."""
    with writing():
        add_missing_events()


def add_missing_events() -> None:
    """As `catch_up`, to be called while `writing`."""
    past = events.all_events()
    known = set(past.loc[past["event"] == AREAS, "submission"])
    for change in areas.all_changes():
        if change.id not in known:
            _add_event(change)


def _reverse(event: Literal["undo", "redo"], identifier: str, *, by: str, reason: str) -> Receipt:
    with writing():
        add_missing_events()
        valid = areas.is_valid(areas.all_changes(), identifier)
        if valid is None:
            raise StaleError(say.UNKNOWN_CHANGE)
        if valid is (event == "redo"):
            raise StaleError(say.CHANGE_ALREADY_VALID if valid else say.CHANGE_ALREADY_UNDONE)
        done = next(c for c in areas.all_changes() if c.id == identifier)
        return _record(
            Change(
                id=new_identifier(),
                event=event,
                of=identifier,
                at=datetime.now(UTC),
                by=by,
                reason=reason,
                kabupaten=done.kabupaten,
                what=done.what,
            )
        )


def _record(change: Change, files: Mapping[str, bytes] | None = None) -> Receipt:
    try:
        areas.record(change, files)
    except OSError as error:
        raise tables.WarehouseError(say.CANNOT_WRITE) from error
    return _add_event(change)


def _add_event(change: Change) -> Receipt:
    event = event_row(
        AREAS,
        change.id,
        at=events.next_moment(events.known()),
        kabupaten=change.kabupaten,
        dataset=str(change.what),
        recorded_by=change.by,
        reason=change.reason,
        file_name=change.file_name,
        checksum=change.checksum,
    )
    [receipt] = events.commit(event)
    return receipt
