"""Publish, undo, redo, switch mode: rows first, invisible; then one event, which is the commit point."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import pandas as pd
import pyarrow as pa
from filelock import FileLock

from indicators.vocabulary import Mode
from indicators.warehouse import received_files, tables
from indicators.warehouse.submission import Submission, as_rows, event_row, new_identifier
from indicators.wording import warehouse as say

AREAS = "areas"  # the event of a change of areas; its submission is the change's id


class StaleError(Exception):
    """The data changed between preview and publishing, or there is nothing to do; nothing was stored."""


@dataclass(frozen=True)
class Receipt:
    """What was stored: the submission's id, the data version that shows it, and when (UTC)."""

    submission: str
    version: int
    at: datetime


def publish(submission: Submission, *, expected_version: int | None = None) -> Receipt:
    """Store a submission, in an empty folder too.

    Raises StaleError where its dataset and kabupaten changed after `expected_version`, WarehouseError where the
    tables cannot be read or written; nothing is visible then.
    """
    identifier = new_identifier()
    with writing():
        _start_if_empty()
        if expected_version is not None and _changed_since(expected_version, submission):
            raise StaleError(say.STALE)
        if submission.file is not None:
            received_files.keep(submission.file, checksum=submission.checksum)
        event, rows = as_rows(submission, identifier=identifier, at=_moment())
        for name, content in rows:
            tables.append(name, content)
        receipt = _commit(event)
        for name in tables.SCHEMAS:
            tables.compact(name)
        return receipt


def publish_together(submissions: list[Submission], *, at: datetime, carried: dict[str, pa.Table] | None = None) -> int:
    """Store many submissions, and rows carried over from elsewhere, with one commit. Returns the data version."""
    built = [as_rows(s, identifier=new_identifier(), at=at) for s in submissions]
    carried = carried or {}
    for name, schema in tables.SCHEMAS.items():
        if name != "submissions":
            parts = [content for _, rows in built for table, content in rows if table == name]
            tables.append(name, pa.concat_tables([carried.get(name, schema.empty_table()), *parts]))
    events = [event for event, _ in built]
    return tables.append("submissions", pa.concat_tables([*events, *([carried["submissions"]] if carried else [])]))


def undo(submission: str, *, by: str, reason: str = "") -> Receipt:
    """Take a submission back; what it had replaced is visible again. Raises StaleError if it is undone already."""
    return _reverse("undo", submission, by=by, reason=reason)


def redo(submission: str, *, by: str, reason: str = "") -> Receipt:
    """Make an undone submission valid again, at its old place in the order. Raises StaleError if it is valid."""
    return _reverse("redo", submission, by=by, reason=reason)


def switch_mode(kabupaten: str, mode: Mode, *, by: str, reason: str = "") -> Receipt:
    """Show a kabupaten's sample or its official submissions from now on; switching back undoes it."""
    with writing():
        _start_if_empty()
        event = event_row(
            "mode", new_identifier(), at=_moment(), kabupaten=kabupaten, mode=mode, recorded_by=by, reason=reason
        )
        return _commit(event)


def record_area_change(identifier: str, **fields: Any) -> Receipt:
    """Append the event of a change of areas, so that the data version grows with it. To be called while `writing`."""
    _start_if_empty()
    return _commit(event_row(AREAS, identifier, at=_moment(), **fields))


def changes_with_event() -> set[str]:
    """The ids of the changes of areas that have their event."""
    events = _events()
    return set(events.loc[events["event"] == AREAS, "submission"])


def _reverse(event: str, submission: str, *, by: str, reason: str) -> Receipt:
    with writing():
        active = _is_active(submission)
        if active is None:
            raise StaleError(say.UNKNOWN_SUBMISSION)
        if active is (event == "redo"):
            raise StaleError(say.ALREADY_ACTIVE if active else say.ALREADY_UNDONE)
        return _commit(event_row(event, submission, at=_moment(), recorded_by=by, reason=reason))


def _start_if_empty() -> None:
    """Create the tables in an empty folder. Raises WarehouseError where only the submissions are gone."""
    if tables.data_version() < 0:
        if any((tables.folder() / name).exists() for name in tables.SCHEMAS):
            raise tables.WarehouseError(say.CANNOT_READ)
        tables.create()


def _is_active(submission: str) -> bool | None:
    """Whether a submission counts now; None if it was never published."""
    events = _events()
    events = events[(events["submission"] == submission) & events["event"].isin(["publish", "undo", "redo"])]
    if events.empty:
        return None
    return bool(events.sort_values("recorded_at")["event"].iloc[-1] != "undo")


def _changed_since(version: int, submission: Submission) -> bool:
    """Whether an event after `version` touched the same kabupaten, and the same dataset, its mode or its areas."""
    if tables.data_version() == version:
        return False
    now = _events()
    try:
        before = _events(version)
    except tables.WarehouseError:
        return True  # a version that can no longer be read is too old to compare with
    new = now[
        ~now.set_index(["submission", "event", "recorded_at"]).index.isin(
            before.set_index(["submission", "event", "recorded_at"]).index
        )
    ]
    touched = now[now["submission"].isin(new["submission"])]
    same_dataset = (touched["kabupaten"] == submission.kabupaten) & (touched["dataset"] == submission.dataset)
    switched = (new["kabupaten"] == submission.kabupaten) & new["event"].isin(["mode", AREAS])
    return bool(same_dataset.any() or switched.any())


def _events(version: int | None = None) -> pd.DataFrame:
    """Every event of a version, without its scope; none where the folder is empty. Raises WarehouseError."""
    columns = ["event", "submission", "recorded_at", "kabupaten", "dataset"]
    found: list[pd.DataFrame] = [tables.SCHEMAS["submissions"].empty_table().select(columns).to_pandas()]
    if (tables.data_version() if version is None else version) >= 0:
        try:
            found += [pd.read_parquet(file, columns=columns) for file in tables.files("submissions", version)]
        except (OSError, pa.ArrowException) as error:
            raise tables.WarehouseError(say.CANNOT_READ) from error
    return pd.concat(found, ignore_index=True)


def _moment() -> datetime:
    """Now, or just after the newest event where the clock has been set back: events are ordered by their time alone."""
    newest = _events()["recorded_at"].max()
    now = datetime.now(UTC)
    return now if pd.isna(newest) or now > newest else newest.to_pydatetime() + timedelta(microseconds=1)


def _commit(event: pa.Table) -> Receipt:
    version = tables.append("submissions", event)
    row = event.to_pylist()[0]
    return Receipt(row["submission"], version, row["recorded_at"])


@contextmanager
def writing() -> Iterator[None]:
    """One writer at a time, over all processes, so that a preview cannot go stale while it is published."""
    with lock("writing.lock"):
        yield


@contextmanager
def lock(name: str) -> Iterator[None]:
    """Hold one lock of the warehouse's folder, over all processes. Raises WarehouseError where it cannot be taken."""
    try:
        tables.folder().mkdir(parents=True, exist_ok=True)
        held = FileLock(tables.folder() / name)
        held.acquire()
    except OSError as error:
        raise tables.WarehouseError(say.CANNOT_WRITE) from error
    try:
        yield
    finally:
        held.release()
