"""The Delta tables on disk: their columns, where they lie, how rows are appended, what is wrong with them."""

from __future__ import annotations

import logging
import os
import re
from datetime import timedelta
from pathlib import Path
from urllib.parse import unquote

import pyarrow as pa
from deltalake import DeltaTable, write_deltalake
from deltalake.exceptions import DeltaError

from indicators.catalogue import DATA
from indicators.wording import warehouse as say

FOLDER_SETTING = "KPI_WAREHOUSE"

_LOG = logging.getLogger(__name__)

_SCOPE = pa.list_(pa.struct([("unit", pa.string()), ("period_start", pa.date32()), ("period_end", pa.date32())]))

_ACCEPTED = pa.list_(
    pa.struct(
        [("rule", pa.string()), ("message", pa.string()), ("reason", pa.string()), ("rows", pa.list_(pa.int64()))]
    )
)

SCHEMAS: dict[str, pa.Schema] = {
    # One row an event. Of a submission: publish, or submit followed by verify or reject; undo, redo. Of a kabupaten:
    # mode (`mode` is the new one), rule (`two_persons`), lock and reopen (the months are its scope), areas.
    "submissions": pa.schema(
        [
            ("event", pa.string()),
            ("submission", pa.string()),
            ("recorded_at", pa.timestamp("us", tz="UTC")),
            ("recorded_by", pa.string()),
            ("reason", pa.string()),
            ("kabupaten", pa.string()),
            ("dataset", pa.string()),
            ("mode", pa.string()),
            ("file_name", pa.string()),
            ("checksum", pa.string()),
            ("rows", pa.int64()),
            ("scope", _SCOPE),
            ("file_kept", pa.bool_()),
            ("accepted", _ACCEPTED),
            ("based_on", pa.string()),
            ("account", pa.string()),
            ("two_persons", pa.bool_()),
        ]
    ),
    "observations": pa.schema(
        [
            ("submission", pa.string()),
            ("element", pa.string()),
            ("facility", pa.string()),
            ("area", pa.string()),
            ("period_start", pa.date32()),
            ("period_end", pa.date32()),
            ("value", pa.float64()),
            ("year", pa.int32()),
        ]
    ),
    "published": pa.schema(
        [
            ("submission", pa.string()),
            ("area", pa.string()),
            ("indicator", pa.string()),
            ("content", pa.string()),
            ("measure", pa.string()),
            ("period_start", pa.date32()),
            ("period_end", pa.date32()),
            ("value", pa.float64()),
            ("low", pa.float64()),
            ("high", pa.float64()),
            ("sign", pa.string()),
            ("source", pa.string()),
            ("url", pa.string()),
            ("note", pa.string()),
        ]
    ),
    # Lists, one row an entry: its columns by their id in `fields` (JSON); blank ones are left out.
    "entries": pa.schema(
        [
            ("submission", pa.string()),
            ("kabupaten", pa.string()),
            ("dataset", pa.string()),
            ("key", pa.string()),
            ("label", pa.string()),
            ("place", pa.int32()),
            ("fields", pa.string()),
        ]
    ),
    # The registry of innovations as earlier warehouses hold it; read, and written no more.
    "innovations": pa.schema(
        [
            ("submission", pa.string()),
            ("kabupaten", pa.string()),
            ("name", pa.string()),
            ("description", pa.string()),
            ("owner", pa.string()),
            ("year", pa.string()),
            ("iga_year", pa.int32()),
            ("awards", pa.string()),
            ("participation", pa.string()),
            ("source", pa.string()),
            ("url", pa.string()),
            ("status", pa.string()),
        ]
    ),
    "confirmed_names": pa.schema(
        [
            ("submission", pa.string()),
            ("kabupaten", pa.string()),
            ("kind", pa.string()),
            ("written", pa.string()),
            ("meaning", pa.string()),
        ]
    ),
}

# Tables that warehouses of earlier versions lack; they are made when the first row is stored.
ADDED_LATER = frozenset({"confirmed_names", "entries"})

_PARTITIONS = {"observations": ["year"]}

_LOG_KEPT, _LOG_KEPT_FOR = "delta.logRetentionDuration", "interval 7 days"

_VERSIONED = re.compile(r"\d{20}\.(json|checkpoint\..*parquet)$")


class WarehouseError(Exception):
    """The warehouse cannot be read or written; the message says so to users and names the command that restores it."""


_made_here: dict[Path, int] = {}


def folder() -> Path:
    """Where the warehouse lies: the setting KPI_WAREHOUSE, else data/warehouse."""
    return Path(os.environ.get(FOLDER_SETTING) or DATA / "warehouse")


def append(name: str, rows: pa.Table, *, root: Path | None = None) -> int:
    """Append rows to a table, creating it on first use, and columns it lacks. Returns the table's new version.

    root: the folder of another warehouse than this one.
    """
    path = (root or folder()) / name
    try:
        write_deltalake(
            path,
            rows.cast(SCHEMAS[name]),
            mode="append",
            partition_by=_PARTITIONS.get(name),
            schema_mode="merge",
            configuration={_LOG_KEPT: _LOG_KEPT_FOR},
        )
        version = DeltaTable(path).version()
    except (DeltaError, OSError) as error:
        raise WarehouseError(say.CANNOT_WRITE) from error
    if name == "submissions":
        _made_here[path] = version
    return version


def made_here() -> int:
    """The newest data version that this process has made, -1 where it has made none."""
    return _made_here.get(folder() / "submissions", -1)


def create() -> None:
    """Create the tables without rows; `submissions` comes into being with its first event."""
    for name, schema in SCHEMAS.items():
        if name != "submissions":
            append(name, schema.empty_table())


def files(name: str, version: int | None = None) -> list[str]:
    """The Parquet files of a table's version. Raises WarehouseError where the table or one of its files is missing."""
    if is_missing_by_age(name):
        return []
    try:
        uris = DeltaTable(folder() / name, version=version).file_uris()
    except (DeltaError, OSError, ValueError, OverflowError) as error:  # a version of -1 overflows
        raise WarehouseError(say.CANNOT_READ) from error
    # A blank in the folder's name stands as %20 in a URI.
    found = [unquote(uri.removeprefix("file://")) for uri in uris]
    if not all(os.path.exists(path) for path in found):
        raise WarehouseError(say.CANNOT_READ)
    return found


def is_missing_by_age(name: str) -> bool:
    """Whether a table is not there because the warehouse was made by a version that did not know it."""
    return name in ADDED_LATER and not (folder() / name).exists()


def data_version() -> int:
    """The version of the submissions table: its commit log's newest entry, -1 where there is none yet.

    Listing the log costs microseconds, opening the table milliseconds, and every rerun of every viewer asks.
    Raises WarehouseError where the log cannot be listed.
    """
    log = folder() / "submissions" / "_delta_log"
    try:
        # A commit is `<20 digits>.json`, a checkpoint of that version `<20 digits>.checkpoint….parquet`. Delta may
        # remove the commits before a checkpoint.
        return max((int(e.name[:20]) for e in os.scandir(log) if _VERSIONED.match(e.name)), default=-1)
    except (FileNotFoundError, NotADirectoryError):
        return -1
    except OSError as error:
        raise WarehouseError(say.CANNOT_READ) from error


def replace(name: str, rows: pa.Table) -> int:
    """Put these rows in place of a table's, with one commit. Returns the table's new version. Raises WarehouseError."""
    path = folder() / name
    try:
        write_deltalake(
            path,
            rows.cast(SCHEMAS[name]),
            mode="overwrite",
            partition_by=_PARTITIONS.get(name),
            schema_mode="overwrite",
        )
        # The log before a checkpoint can be cleared away once it is old; without one it is needed to read the table.
        DeltaTable(path).create_checkpoint()
        return DeltaTable(path).version()
    except (DeltaError, OSError) as error:
        raise WarehouseError(say.CANNOT_WRITE) from error


def clear_away(name: str, *, older_than: timedelta) -> None:
    """Remove from disk what the table's present version does not need and is older, the log's old entries too.

    The log repeats the smallest and the largest text of a file's columns. Raises WarehouseError.
    """
    if is_missing_by_age(name):
        return
    hours = int(older_than.total_seconds() // 3600)
    try:
        table = DeltaTable(folder() / name)
        # Tables made by earlier versions were created without it.
        if table.metadata().configuration.get(_LOG_KEPT) != _LOG_KEPT_FOR:
            table.alter.set_table_properties({_LOG_KEPT: _LOG_KEPT_FOR})
        # Asked first: clearing is a commit of its own, and with it a new data version.
        if table.vacuum(retention_hours=hours, enforce_retention_duration=False, dry_run=True, full=True):
            table.vacuum(retention_hours=hours, enforce_retention_duration=False, dry_run=False, full=True)
            table.create_checkpoint()
        DeltaTable(folder() / name).cleanup_metadata()
    except (DeltaError, OSError) as error:
        raise WarehouseError(say.CANNOT_WRITE) from error


def compact(name: str, *, above: int = 200) -> None:
    """Merge small files once there are more than `above`; what is visible stays the same.

    It only saves time, so a failure is left for the next time: what was committed before stays committed.
    """
    if is_missing_by_age(name):
        return
    try:
        table = DeltaTable(folder() / name)
        if len(table.file_uris()) > above:
            table.optimize.compact()
    except (DeltaError, OSError) as error:
        _LOG.warning("compacting %s failed: %s", name, type(error).__name__)
