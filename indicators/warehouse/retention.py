"""What is not kept for ever: names of staff, and files on disk that nothing refers to any longer."""

from __future__ import annotations

import time as clock
from datetime import UTC, date, datetime, time, timedelta

import pyarrow as pa
import pyarrow.compute as pc

from indicators.catalogue import catalogue
from indicators.warehouse import events, received_files, tables
from indicators.warehouse.one_writer import writing
from indicators.wording import warehouse as say

# A reader may still hold an older version, and an operator may want to look at one.
KEPT = timedelta(days=7)


def forget_names(today: date, *, kept: timedelta = KEPT) -> int:
    """Remove the names of staff from events older than `staff_names_kept_days`, and files older than `kept`.

    The events are rewritten with one commit. What the files before it said leaves the disk with the first run that
    is `kept` later, together with whatever no version of the tables refers to. Returns the number of events that
    lost a name. Folders set aside by `restore`, and backups, are left to the operator. Raises WarehouseError.
    """
    with writing():
        if tables.data_version() < 0:
            return 0
        forgotten = _rewrite(before=today - timedelta(days=catalogue().settings.staff_names_kept_days))
        for name in tables.SCHEMAS:
            tables.clear_away(name, older_than=kept)
        _clear_received_files(older_than=kept)
        return forgotten


def _rewrite(*, before: date) -> int:
    stored = events.stored()
    until = pa.scalar(datetime.combine(before, time(), UTC), pa.timestamp("us", tz="UTC"))
    named = pc.or_(pc.is_valid(stored["recorded_by"]), pc.is_valid(stored["account"]))
    by_staff = pc.fill_null(pc.not_equal(stored["recorded_by"], say.SEED_BY), True)
    old = pc.and_(pc.and_(named, by_staff), pc.less(stored["recorded_at"], until))
    count = int(pc.sum(pc.cast(old, pa.int64())).as_py() or 0)
    if not count:
        return 0
    nobody = pa.scalar(None, pa.string())
    for column in ("recorded_by", "account"):
        place = stored.schema.get_field_index(column)
        stored = stored.set_column(place, column, pc.if_else(old, nobody, stored[column]))
    tables.replace("submissions", stored)
    return count


def _clear_received_files(*, older_than: timedelta) -> None:
    """Files of submissions that never came to be, and halves of files."""
    sent = set(events.stored()["checksum"].to_pylist())
    for path in (tables.folder() / received_files.FOLDER).glob("*"):
        if path.name not in sent and clock.time() - path.stat().st_mtime > older_than.total_seconds():
            path.unlink(missing_ok=True)
