"""One data version, ready to be asked. Reads need no file, no network and no setting."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import duckdb
import pandas as pd
import pyarrow as pa

from indicators.areas import all_changes, areas_version
from indicators.warehouse import area_changes, events, tables
from indicators.warehouse.derived import newer, with_rows
from indicators.warehouse.kept import KeptAnswers
from indicators.warehouse.loaded import Loaded, load
from indicators.warehouse.reads import ReadError, list_reads
from indicators.warehouse.submission import Submission, as_rows, event_row

_Answer = TypeVar("_Answer")


@dataclass(frozen=True)
class Snapshot:
    """A data version. `read` may be called from any thread."""

    version: int
    _loaded: Loaded = field(repr=False)
    _answers: KeptAnswers = field(default_factory=KeptAnswers, repr=False, compare=False)

    @property
    def areas(self) -> int:
        """How many changes of areas it knows."""
        return self._loaded.database.areas

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
        cursor = self._loaded.cursor()
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
        events: list[pa.Table] = []
        contents: dict[str, list[pa.Table]] = {}
        for place, submission in enumerate(submissions):
            event, rows = as_rows(submission, identifier=f"pending{place}", at=self._next_moment())
            events.append(event)
            for name, content in rows:
                contents.setdefault(name, []).append(content)
        added = {name: pa.concat_tables(found) for name, found in contents.items()}
        return Snapshot(self.version, with_rows(self._loaded, pa.concat_tables(events), added))

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
        return Snapshot(self.version, with_rows(self._loaded, row, {}))

    def _next_moment(self) -> datetime:
        """Later than every event of this version, whatever the clock says."""
        cursor = self._loaded.cursor()
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
# A page that began with a version ends with it, and one may be shown while the next is read and a third is published.
_MOST_HELD = 3
# The newest snapshots of each folder, the newest first.
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
            held = (_with_its_areas(_newest(held[0] if held else None, version)), *held[: _MOST_HELD - 1])
            _held[where] = held
        return held[0]


def _newest(before: Snapshot | None, version: int) -> Snapshot:
    """A data version, worked out from the one held before it where that can be."""
    derived = newer(before._loaded, version) if before is not None else None
    return Snapshot(version, derived or load(version))


def _with_its_areas(built: Snapshot) -> Snapshot:
    """The same, or a newer version where a dying process changed areas without the event that says so."""
    cursor = built._loaded.cursor()
    try:
        cursor.execute("select submission from submissions_rows where event = $event", {"event": events.AREAS})
        known = {row[0] for row in cursor.fetchall()}
    finally:
        cursor.close()
    if all(change.id in known for change in all_changes()):
        return built
    area_changes.catch_up()
    return _newest(built, tables.data_version())


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
            until = _EPOCH + timedelta(microseconds=-version)
            _past[key] = Snapshot(version, load(tables.data_version(), until=until))
        _past.move_to_end(key)
        while len(_past) > _MOST_OF_THE_PAST:
            _past.popitem(last=False)
        return _past[key]
