"""A data version in memory: a DuckDB filled from the tables' files, the definitions and the views, and then locked."""

from __future__ import annotations

import itertools
import threading
import weakref
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import duckdb
import pyarrow as pa

from indicators.areas import areas_version
from indicators.catalogue import catalogue
from indicators.warehouse import tables
from indicators.warehouse.definitions import definitions
from indicators.warehouse.reads import list_views
from indicators.wording import warehouse as say

MAIN = "main"
CONTENTS = tuple(name for name in tables.SCHEMAS if name != "submissions")


@dataclass
class Database:
    """One in-memory DuckDB: the version that it was filled with, and those that were derived from it.

    areas: how many changes of areas its definitions know. files: those whose rows it holds, by table. writing: held
    while a version is added to it. left: schemas whose version nobody holds any longer.
    """

    connection: duckdb.DuckDBPyConnection
    areas: int
    files: dict[str, frozenset[str]] = field(default_factory=dict)
    writing: threading.Lock = field(default_factory=threading.Lock)
    left: deque[str] = field(default_factory=deque)
    _numbers: Iterator[int] = field(default_factory=itertools.count)

    def new_schema(self) -> str:
        """An empty schema; those that were left are dropped first, here and not where the last holder lets go."""
        cursor = self.connection.cursor()
        while self.left:
            cursor.execute(f"drop schema {self.left.popleft()} cascade")
        name = f"version_{next(self._numbers)}"
        cursor.execute(f"create schema {name}")
        cursor.close()
        return name


@dataclass(frozen=True)
class Loaded:
    """The tables of one data version: rows and definitions in `main`, views in a schema of its own.

    lies: the schema of each table. base: the version to whose tables it refers, if any.
    """

    database: Database
    schema: str
    lies: Mapping[str, str]
    base: Loaded | None = None

    def __post_init__(self) -> None:
        weakref.finalize(self, self.database.left.append, self.schema)

    @property
    def path(self) -> tuple[str, ...]:
        """Where the name of a table is looked up, in this order."""
        return (self.schema, *(self.base.path if self.base else (MAIN,)))

    def cursor(self) -> duckdb.DuckDBPyConnection:
        """A cursor per query: one connection shared between threads mixes up results."""
        cursor = self.database.connection.cursor()
        cursor.execute(f"set search_path = '{','.join(self.path)}'")
        return cursor


def load(version: int, *, until: datetime | None = None) -> Loaded:
    """Load the tables of a data version and work out every view. until: without the events after that moment.

    Raises WarehouseError.
    """
    connection = duckdb.connect(":memory:")
    database = Database(connection, areas_version())
    for name in CONTENTS:
        files = tables.files(name)
        database.files[name] = frozenset(files)
        load_rows(connection, name, files)
    load_events(connection, version)
    if until is not None:
        connection.execute("delete from submissions_rows where recorded_at > $until", {"until": until})
    for name, rows in definitions():
        store(connection, name, rows)
    lies = {name: MAIN for (name,) in connection.execute("select table_name from duckdb_tables()").fetchall()}
    loaded = Loaded(database, database.new_schema(), lies)
    cursor = loaded.cursor()
    for name, sql in list_views():
        cursor.execute(f"create table {loaded.schema}.{name} as {sql}")
        lies[name] = loaded.schema
    cursor.close()
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    return loaded


def store(connection: duckdb.DuckDBPyConnection, name: str, rows: pa.Table) -> None:
    """A new table with these rows."""
    connection.register("_stored", rows)
    connection.execute(f"create table {name} as select * from _stored")
    connection.unregister("_stored")


def load_events(connection: duckdb.DuckDBPyConnection, version: int) -> None:
    """`submissions_rows`: the events of a data version, without names of staff that are kept no longer.

    Such names are left out whether or not they were removed from disk already. Raises WarehouseError.
    """
    load_rows(connection, "submissions", tables.files("submissions", version))
    days = timedelta(days=catalogue().settings.staff_names_kept_days)
    connection.execute(
        "update submissions_rows set recorded_by = $forgotten, account = null "
        "where recorded_by is null or (recorded_at < $kept_since and recorded_by <> $seeded)",
        {"forgotten": say.NAME_FORGOTTEN, "kept_since": datetime.now(UTC) - days, "seeded": say.SEED_BY},
    )


def load_rows(connection: duckdb.DuckDBPyConnection, name: str, files: Sequence[str]) -> None:
    """`<name>_rows`: the rows of a Delta table's files. Raises WarehouseError."""
    schema = tables.SCHEMAS[name]
    columns = ", ".join(schema.names)
    store(connection, f"{name}_rows", schema.empty_table())
    if files:
        try:
            # By name: files of earlier versions lack the columns that were added later.
            connection.execute(
                f"insert into {name}_rows select {columns} from (from {name}_rows union all by name "
                "from read_parquet($files, hive_partitioning = true, union_by_name = true))",
                {"files": list(files)},
            )
        except duckdb.Error as error:
            raise tables.WarehouseError(say.CANNOT_READ) from error
