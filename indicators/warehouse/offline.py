"""A copy of the warehouse for a computer without internet: what pages show, and nothing of the people behind it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.dataset
from deltalake import DeltaTable
from deltalake.exceptions import DeltaError

from indicators import areas
from indicators.copy_note import CopyNote, write_note
from indicators.warehouse import area_changes, tables
from indicators.warehouse.one_writer import writing
from indicators.wording import warehouse as say

# What an event says of staff and of the file that they sent, and what stands there instead.
_OF_STAFF = {
    "recorded_by": None, "account": None, "accepted": None, "file_kept": None,
    "reason": "", "file_name": "", "checksum": "",
}  # fmt: skip
# Not the names that a person confirmed: they serve the next upload only.
_CONTENTS = tuple(name for name in tables.SCHEMAS if name not in ("submissions", "confirmed_names"))
_HIVE = pyarrow.dataset.partitioning(pa.schema([("year", pa.int32())]), flavor="hive")


def copy_offline(target: Path, *, made_on: date) -> int:
    """Write the newest data version, with its number, to an empty folder, where nothing can be stored any more.

    Written anew, so that no older file and no log of Delta tells what was left out: accounts and keys, received files
    and drafts, what waits for a second person or was rejected, and what events say of staff. Nothing is published
    meanwhile. Returns the data version. Raises WarehouseError.
    """
    with writing():
        area_changes.add_missing_events()
        version = tables.data_version()
        try:
            happened = _rows("submissions")
            tables.append("submissions", _without_staff(happened), root=target)
            for name in _CONTENTS:
                if not tables.is_missing_by_age(name):
                    rows = _rows(name)
                    shown = pc.invert(pc.is_in(rows["submission"], _never_shown(happened)))
                    tables.append(name, rows.filter(shown), root=target)
            _number(target / "submissions", version)
            areas.copy_changes(target / "areas", by=say.NAME_FORGOTTEN)
            write_note(target, CopyNote(version, made_on))
        except (DeltaError, OSError, pa.ArrowException) as error:
            raise tables.WarehouseError(say.CANNOT_WRITE) from error
    return version


def _rows(name: str) -> pa.Table:
    schema = tables.SCHEMAS[name]
    return pyarrow.dataset.dataset(tables.files(name), schema=schema, format="parquet", partitioning=_HIVE).to_table()


def _never_shown(happened: pa.Table) -> pa.Array:
    """The submissions that never counted: sent to a second person, who has not verified them."""
    sent, verified = (
        set(happened.filter(pc.equal(happened["event"], event))["submission"].to_pylist())
        for event in ("submit", "verify")
    )
    return pa.array(sent - verified, pa.string())


def _without_staff(events: pa.Table) -> pa.Table:
    """The events of staff without what concerns them; those of the shipped data as they are."""
    shipped = pc.fill_null(pc.equal(events["recorded_by"], say.SEED_BY), False)
    for column, instead in _OF_STAFF.items():
        place = events.schema.get_field_index(column)
        field = events.schema.field(place)
        events = events.set_column(place, field, pc.if_else(shipped, events[column], pa.scalar(instead, field.type)))
    return events


def _number(table: Path, version: int) -> None:
    """Give a table of one version this number, as if the log before it had been cleared away after a checkpoint."""
    DeltaTable(table).create_checkpoint()
    log = table / "_delta_log"
    for path in log.glob(f"{0:020d}.*"):
        path.rename(log / path.name.replace(f"{0:020d}", f"{version:020d}"))
    last = log / "_last_checkpoint"
    last.write_text(json.dumps(json.loads(last.read_text(encoding="utf-8")) | {"version": version}), encoding="utf-8")
