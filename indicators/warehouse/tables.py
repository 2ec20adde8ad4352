"""The Delta tables on disk: their columns, where they lie, how rows are appended, what is wrong with them."""

from __future__ import annotations

import os
from pathlib import Path

import pyarrow as pa
from deltalake import DeltaTable, write_deltalake
from deltalake.exceptions import DeltaError, TableNotFoundError

from indicators.catalogue import ROOT
from indicators.wording import warehouse as say

FOLDER_SETTING = "KPI_WAREHOUSE"

_SCOPE = pa.list_(pa.struct([("unit", pa.string()), ("period_start", pa.date32()), ("period_end", pa.date32())]))

SCHEMAS: dict[str, pa.Schema] = {
    # One row an event; `event` is publish, undo, redo or mode. A mode event's `mode` is the new mode.
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
}

_PARTITIONS = {"observations": ["year"]}


class WarehouseError(Exception):
    """The warehouse cannot be read or written; the message says so to users and names the command that restores it."""


def folder() -> Path:
    """Where the warehouse lies: the setting KPI_WAREHOUSE, else data/warehouse."""
    return Path(os.environ.get(FOLDER_SETTING, ROOT / "data" / "warehouse"))


def append(name: str, rows: pa.Table) -> int:
    """Append rows to a table, creating it on first use. Returns the table's new version."""
    path = folder() / name
    try:
        write_deltalake(path, rows.cast(SCHEMAS[name]), mode="append", partition_by=_PARTITIONS.get(name))
        return DeltaTable(path).version()
    except (DeltaError, OSError) as error:
        raise WarehouseError(say.CANNOT_WRITE) from error


def files(name: str, version: int | None = None) -> list[str]:
    """The Parquet files of a table's version. Raises WarehouseError where the table or one of its files is missing."""
    try:
        found = DeltaTable(folder() / name, version=version).file_uris()
    except (DeltaError, OSError, ValueError) as error:
        raise WarehouseError(say.CANNOT_READ) from error
    if any(not os.path.exists(uri.removeprefix("file://")) for uri in found):
        raise WarehouseError(say.CANNOT_READ)
    return [uri.removeprefix("file://") for uri in found]


def data_version() -> int:
    """The version of the submissions table: its commit log's newest entry, -1 where there is none yet.

    Listing the log costs microseconds, opening the table milliseconds, and every rerun of every viewer asks.
    """
    log = folder() / "submissions" / "_delta_log"
    try:
        return max((int(e.name[:20]) for e in os.scandir(log) if e.name.endswith(".json")), default=-1)
    except FileNotFoundError:
        return -1


def exists(name: str) -> bool:
    try:
        DeltaTable(folder() / name)
    except (TableNotFoundError, DeltaError, OSError):
        return False
    return True


def compact(name: str, *, above: int = 200) -> None:
    """Merge small files once there are more than `above`; what is visible stays the same."""
    table = DeltaTable(folder() / name)
    if len(table.file_uris()) > above:
        table.optimize.compact()
