"""One data version, ready to be asked: an in-memory DuckDB built from the tables' files and the views.

Everything is loaded once per data version and then locked; reads need no file, no network and no setting.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import duckdb
import pandas as pd
import pyarrow as pa

from indicators.areas import all_changes, all_kabupaten, areas_version
from indicators.catalogue import catalogue
from indicators.vocabulary import Kind, Level
from indicators.warehouse import area_changes, events, tables
from indicators.warehouse.kept import KeptAnswers
from indicators.warehouse.reads import ReadError, list_reads, list_views
from indicators.warehouse.submission import Submission, as_rows, event_row
from indicators.wording import warehouse as say

_Answer = TypeVar("_Answer")


@dataclass(frozen=True)
class Snapshot:
    """A data version. `read` may be called from any thread. areas: how many changes of areas it knows."""

    version: int
    _connection: duckdb.DuckDBPyConnection = field(repr=False)
    _answers: KeptAnswers = field(default_factory=KeptAnswers, repr=False, compare=False)
    areas: int = 0

    def keep(self, question: Hashable, answer: Callable[[], _Answer]) -> _Answer:
        """`answer()`, worked out once for this data version; shared by all who ask, so never to be changed."""
        return self._answers.get(question, answer)

    def read(self, name: str, /, **parameters: Any) -> pd.DataFrame:
        """The answer of queries/reads/<name>.sql. Raises ReadError for an unknown read or wrong parameters."""
        read = list_reads().get(name)
        if read is None:
            raise ReadError(f"no such read: {name}")
        if missing := read.parameters ^ set(parameters):
            raise ReadError(f"{name} takes {sorted(read.parameters)}; these do not fit: {sorted(missing)}")
        # A cursor per query: one connection shared between threads mixes up results.
        cursor = self._connection.cursor()
        try:
            return cursor.execute(read.sql, parameters).df()
        except (duckdb.ConversionException, duckdb.BinderException, duckdb.InvalidInputException) as error:
            raise ReadError(f"{name}: {error}") from error
        finally:
            cursor.close()

    def rows(self, name: str, /, **parameters: Any) -> Iterator[Any]:
        """As `read`, row by row; columns are attributes, with pandas' missing values."""
        yield from self.read(name, **parameters).itertuples(index=False)

    def with_pending(self, *submissions: Submission) -> Snapshot:
        """As if these submissions were published now; nothing is written."""
        pending: list[tuple[str, pa.Table]] = []
        for place, submission in enumerate(submissions):
            event, rows = as_rows(submission, identifier=f"pending{place}", at=self._next_moment())
            pending += [("submissions", event), *rows]
        return _build(self.version, pending=pending)

    def with_undone(self, submission: str) -> Snapshot:
        """As if `submission` were undone now."""
        return self._with_event("undo", submission)

    def with_redone(self, submission: str) -> Snapshot:
        """As if `submission` were valid again."""
        return self._with_event("redo", submission)

    def with_verified(self, submission: str) -> Snapshot:
        """As if a submission that waits were verified now."""
        return self._with_event("verify", submission)

    def with_mode(self, kabupaten: str, mode: str) -> Snapshot:
        """As if the kabupaten were switched to `mode`."""
        return self._with_event("mode", "", kabupaten=kabupaten, mode=mode)

    def _with_event(self, event: str, submission: str, **fields: str) -> Snapshot:
        row = event_row(event, submission, at=self._next_moment(), **fields)
        return _build(self.version, pending=[("submissions", row)])

    def _next_moment(self) -> datetime:
        """Later than every event of this version, whatever the clock says."""
        cursor = self._connection.cursor()
        try:
            newest = cursor.execute("select epoch_us(max(recorded_at)) from submissions_rows").fetchall()[0][0]
        finally:
            cursor.close()
        after = datetime.fromtimestamp((newest or 0) // 1_000_000 + 1, UTC)
        return max(after, datetime.now(UTC))


# A version below this is no data version: it names the moment of the newest event it holds, in microseconds since 1970.
_AS_OF = -2
# Snapshots of the past are asked for by few, and one is as large as the present.
_MOST_OF_THE_PAST = 3

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

_lock = threading.Lock()
# The newest snapshot of each folder first, behind it the one before: a page that began with it ends with it.
_held: dict[str, tuple[Snapshot, ...]] = {}

_past_lock = threading.Lock()
_past: OrderedDict[tuple[str, int], Snapshot] = OrderedDict()


def current() -> Snapshot:
    """The newest data version, built once and shared. Raises WarehouseError where the tables cannot be read."""
    where, version = str(tables.folder()), tables.data_version()
    held = _held.get(where, ())
    if held and (held[0].version, held[0].areas) == (version, areas_version()):
        return held[0]
    with _lock:
        version = tables.data_version()
        held = _held.get(where, ())
        if not held or (held[0].version, held[0].areas) != (version, areas_version()):
            held = (_with_its_areas(_build(version)), *held[:1])
            _held[where] = held
        return held[0]


def _with_its_areas(built: Snapshot) -> Snapshot:
    """The same, or a newer version where a dying process changed areas without the event that says so."""
    cursor = built._connection.cursor()
    try:
        cursor.execute("select submission from submissions_rows where event = $event", {"event": events.AREAS})
        known = {row[0] for row in cursor.fetchall()}
    finally:
        cursor.close()
    if all(change.id in known for change in all_changes()):
        return built
    area_changes.catch_up()
    return _build(tables.data_version())


def as_of(moment: date | datetime, *, time_zone: str = "Asia/Jakarta") -> Snapshot:
    """The data as they stood at a moment, or at the end of a day in `time_zone`, by the events recorded until then.

    Modes, rules and locks are those of then too; catalogue and areas are those of now. Its `version` is negative, so
    never a data version, and `at` finds it again, in another process too. Raises WarehouseError.
    """
    if not isinstance(moment, datetime):
        moment = datetime.combine(moment + timedelta(days=1), time(), ZoneInfo(time_zone)) - timedelta(microseconds=1)
    known = events.all_events()["recorded_at"]
    newest = known[known <= moment].max()
    # The time of the newest event, not the one asked for: what is recorded later today makes another version.
    told = moment if pd.isna(newest) else newest.to_pydatetime()
    return at(min(-((told - _EPOCH) // timedelta(microseconds=1)), _AS_OF))


def at(version: int) -> Snapshot:
    """The snapshot of a version that is still held, so that one page never mixes two; else the newest.

    One of the past (see `as_of`) is built again where it is no longer held.
    """
    if version <= _AS_OF:
        return _of_the_past(version)
    for snapshot in _held.get(str(tables.folder()), ()):
        if snapshot.version == version:
            return snapshot
    return current()


def _of_the_past(version: int) -> Snapshot:
    """The snapshot that a negative version names, from those asked for last or built again."""
    key = (str(tables.folder()), version)
    with _past_lock:
        if key not in _past:
            _past[key] = _build(version)
        _past.move_to_end(key)
        while len(_past) > _MOST_OF_THE_PAST:
            _past.popitem(last=False)
        return _past[key]


def _build(version: int, pending: Sequence[tuple[str, pa.Table]] = ()) -> Snapshot:
    """Load the tables of a data version, plus pending rows, and materialise the views."""
    connection = duckdb.connect(":memory:")
    areas = areas_version()
    stored = tables.data_version() if version <= _AS_OF else version
    for name in tables.SCHEMAS:
        _load_table(connection, name, stored if name == "submissions" else None)
    if version <= _AS_OF:
        until = _EPOCH + timedelta(microseconds=-version)
        connection.execute("delete from submissions_rows where recorded_at > $until", {"until": until})
    _forget_names(connection)
    for name, rows in pending:
        _add_rows(connection, name, rows)
    for name, rows in _definitions():
        _create(connection, name, rows)
    for name, sql in list_views():
        connection.execute(f"create table {name} as {sql}")
    connection.execute("set enable_external_access = false")
    connection.execute("set lock_configuration = true")
    return Snapshot(version, connection, areas=areas)


def _load_table(connection: duckdb.DuckDBPyConnection, name: str, version: int | None) -> None:
    """`<name>_rows`: the rows of a Delta table's files."""
    schema = tables.SCHEMAS[name]
    columns = ", ".join(schema.names)
    connection.register("_schema", schema.empty_table())
    connection.execute(f"create table {name}_rows as select {columns} from _schema")
    connection.unregister("_schema")
    files = tables.files(name, version)
    if files:
        try:
            # By name: files of earlier versions lack the columns that were added later.
            connection.execute(
                f"insert into {name}_rows select {columns} from (from {name}_rows union all by name "
                "from read_parquet($files, hive_partitioning = true, union_by_name = true))",
                {"files": files},
            )
        except duckdb.Error as error:
            raise tables.WarehouseError(say.CANNOT_READ) from error


def _add_rows(connection: duckdb.DuckDBPyConnection, name: str, rows: pa.Table) -> None:
    """Pending rows, behind those of the files."""
    schema = tables.SCHEMAS[name]
    connection.register("_pending", rows.cast(schema))
    connection.execute(f"insert into {name}_rows select {', '.join(schema.names)} from _pending")
    connection.unregister("_pending")


def _forget_names(connection: duckdb.DuckDBPyConnection) -> None:
    """Names of staff that are kept no longer, whether or not they were removed from disk already."""
    days = timedelta(days=catalogue().settings.staff_names_kept_days)
    connection.execute(
        "update submissions_rows set recorded_by = $forgotten, account = null "
        "where recorded_by is null or (recorded_at < $kept_since and recorded_by <> $seeded)",
        {"forgotten": say.NAME_FORGOTTEN, "kept_since": datetime.now(UTC) - days, "seeded": say.SEED_BY},
    )


def _create(connection: duckdb.DuckDBPyConnection, name: str, rows: pa.Table) -> None:
    connection.register("_definition", rows)
    connection.execute(f"create table {name} as select * from _definition")
    connection.unregister("_definition")


def _definitions() -> Iterable[tuple[str, pa.Table]]:
    """The catalogue and the areas as tables, so that no SQL names an indicator, an element or an area."""
    entries = catalogue()
    elements = entries.elements
    yield "settings", pa.Table.from_pylist([entries.settings.model_dump()])
    yield (
        "elements",
        _table(
            [
                {
                    "element": e.id,
                    "dataset": None if e.derived else entries.dataset_of(e.id).id,
                    "derived": e.derived and str(e.derived),
                    "kind": str(e.kind),
                    "period": e.period,
                    "sensitive": e.sensitive,
                }
                for e in elements.values()
            ],
            {"element": "", "dataset": "", "derived": "", "kind": "", "period": "", "sensitive": False},
        ),
    )
    yield (
        "datasets",
        _table(
            [
                {"dataset": d.id, "stores": d.stores, "period": d.period, "due_day": d.due_day}
                for d in entries.datasets.values()
            ],
            {"dataset": "", "stores": "", "period": "", "due_day": 0},
        ),
    )
    yield (
        "indicators",
        _table(
            [
                {
                    "indicator": i.id,
                    "has_denominator": bool(i.denominator),
                    "numerator_elements": list(i.numerator),
                    "denominator_elements": list(i.denominator),
                    "annual": any(elements[e].kind is Kind.ANNUAL_TARGET for e in i.denominator),
                    "campaign": any(elements[e].kind is Kind.CAMPAIGN for e in i.numerator),
                }
                for i in entries.indicators.values()
            ],
            {
                "indicator": "",
                "has_denominator": False,
                "numerator_elements": [""],
                "denominator_elements": [""],
                "annual": False,
                "campaign": False,
            },
        ),
    )
    kabupaten = all_kabupaten().values()
    yield (
        "kabupaten",
        _table(
            [{"kabupaten": k.code, "province": k.province_code, "time_zone": k.time_zone} for k in kabupaten],
            {"kabupaten": "", "province": "", "time_zone": ""},
        ),
    )
    yield (
        "areas",
        pa.Table.from_pylist(
            [
                {
                    "area": a.code,
                    "kabupaten": k.code,
                    "level": str(a.level),
                    "valid_from": a.valid_from,
                    "valid_to": a.valid_to,
                }
                for k in kabupaten
                for a in k.areas
                if a.level is Level.KECAMATAN
            ],
            schema=pa.schema(
                [
                    ("area", pa.string()),
                    ("kabupaten", pa.string()),
                    ("level", pa.string()),
                    ("valid_from", pa.date32()),
                    ("valid_to", pa.date32()),
                ]
            ),
        ),
    )
    yield (
        "facilities",
        pa.Table.from_pylist(
            [
                {
                    "facility": f.id,
                    "kecamatan": f.kecamatan,
                    "kabupaten": k.code,
                    "valid_from": f.valid_from,
                    "valid_to": f.valid_to,
                }
                for k in kabupaten
                for f in k.puskesmas
            ],
            schema=pa.schema(
                [
                    ("facility", pa.string()),
                    ("kecamatan", pa.string()),
                    ("kabupaten", pa.string()),
                    ("valid_from", pa.date32()),
                    ("valid_to", pa.date32()),
                ]
            ),
        ),
    )


def _table(rows: list[dict[str, Any]], example: dict[str, Any]) -> pa.Table:
    """An Arrow table whose columns have the example's types even where there are no rows."""
    schema = pa.Table.from_pylist([example]).schema
    return pa.Table.from_pylist(rows, schema=schema)
