"""The events on disk, read without their views: what a writer must know before it appends the next one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

import pandas as pd
import pyarrow as pa
import pyarrow.dataset

from indicators.warehouse import tables
from indicators.wording import warehouse as say

_COLUMNS = [
    "event", "submission", "recorded_at", "recorded_by", "account", "kabupaten", "dataset", "two_persons",
]  # fmt: skip
# The event with which a submission is sent, and those that concern a kabupaten and no submission.
SENT = ("publish", "submit")
OF_A_KABUPATEN = ("mode", "rule", "lock", "reopen")
AREAS = "areas"  # the event of a change of areas; its submission is the change's id
_CHANGES_WHAT_IS_VISIBLE = ("publish", "verify", "undo", "redo")


class RefusedError(Exception):
    """It was not done, for the reason that the message says to users; nothing was stored."""


class StaleError(RefusedError):
    """The data changed between preview and publishing, or there is nothing to do."""


@dataclass(frozen=True)
class Receipt:
    """What was stored: the submission's id, the data version that holds it, when (UTC), and whether it waits.

    waiting: it is invisible until another person verifies it.
    """

    submission: str
    version: int
    at: datetime
    waiting: bool = False


class Standing(StrEnum):
    """How a submission stands, whatever mode it is of; as in the view `submissions`."""

    ACTIVE = "active"
    WAITING = "waiting"
    REJECTED = "rejected"
    UNDONE = "undone"


def known() -> pd.DataFrame:
    """As `all_events`, before another is appended: the tables are created in an empty folder.

    Raises WarehouseError, also where only the submissions are gone.
    """
    if tables.data_version() < 0:
        if any((tables.folder() / name).exists() for name in tables.SCHEMAS):
            raise tables.WarehouseError(say.CANNOT_READ)
        tables.create()
    return all_events()


def commit(events: pa.Table, *, waiting: bool = False) -> tuple[Receipt, ...]:
    """Append events, all at once: from here on they count. Raises WarehouseError."""
    version = tables.append("submissions", events)
    return tuple(Receipt(row["submission"], version, row["recorded_at"], waiting) for row in events.to_pylist())


def all_events(version: int | None = None) -> pd.DataFrame:
    """Every event of a version, oldest first, without its scope; none where the folder is empty.

    Raises WarehouseError.
    """
    found: pd.DataFrame = stored(version, columns=_COLUMNS).to_pandas()
    return found.sort_values("recorded_at", kind="stable")


def stored(version: int | None = None, *, columns: Sequence[str] | None = None) -> pa.Table:
    """The rows of the submissions table as they lie on disk, all columns unless named. Raises WarehouseError."""
    every = tables.SCHEMAS["submissions"]
    schema = every if columns is None else pa.schema([every.field(name) for name in columns])
    if (tables.data_version() if version is None else version) < 0:
        return schema.empty_table()
    try:
        # By the schema given here: files of earlier versions lack the columns that were added later.
        return pyarrow.dataset.dataset(tables.files("submissions", version), schema=schema, format="parquet").to_table()
    except (OSError, pa.ArrowException) as error:
        raise tables.WarehouseError(say.CANNOT_READ) from error


@dataclass(frozen=True)
class Sent:
    """Who sent a submission, and what it is about. by, account: empty where they are not known (any longer)."""

    kabupaten: str
    dataset: str
    by: str
    account: str


def sent(events: pd.DataFrame, submission: str) -> Sent | None:
    """What is known of the sending of a submission; None if it was never sent."""
    found = events[(events["submission"] == submission) & events["event"].isin(SENT)]
    if found.empty:
        return None
    row = found.fillna({"recorded_by": "", "account": ""}).iloc[0]
    return Sent(row["kabupaten"], row["dataset"], row["recorded_by"], row["account"])


def standing_of(events: pd.DataFrame, submission: str) -> Standing | None:
    """How a submission stands; None if it was never sent."""
    own = list(events.loc[events["submission"] == submission, "event"])
    if not set(own) & set(SENT):
        return None
    reversals = [event for event in own if event in ("undo", "redo")]
    if "reject" in own:
        return Standing.REJECTED
    if reversals and reversals[-1] == "undo":
        return Standing.UNDONE
    return Standing.ACTIVE if {"publish", "verify"} & set(own) else Standing.WAITING


def asks_two_persons(events: pd.DataFrame, kabupaten: str) -> bool:
    """Whether what is sent for a kabupaten waits for a second person."""
    rules = events[(events["event"] == "rule") & (events["kabupaten"] == kabupaten)]
    return not rules.empty and bool(rules["two_persons"].iloc[-1])


def ever_locked(events: pd.DataFrame, kabupaten: str) -> bool:
    """Whether a period of a kabupaten was ever locked, and may be still."""
    return bool(((events["event"] == "lock") & (events["kabupaten"] == kabupaten)).any())


def changed_since(events: pd.DataFrame, version: int, *, kabupaten: str, dataset: str) -> bool:
    """Whether an event after `version` changed what is visible of a dataset, or its kabupaten's mode or areas."""
    if tables.data_version() == version:
        return False
    try:
        before = all_events(version)
    except tables.WarehouseError:
        return True  # a version that can no longer be read is too old to compare with
    key = ["submission", "event", "recorded_at"]
    new = events[~events.set_index(key).index.isin(before.set_index(key).index)]
    touched = new.loc[new["event"].isin(_CHANGES_WHAT_IS_VISIBLE), "submission"]
    about = events[events["submission"].isin(touched)]
    same_dataset = (about["kabupaten"] == kabupaten) & (about["dataset"] == dataset)
    switched = (new["kabupaten"] == kabupaten) & new["event"].isin(["mode", AREAS])
    return bool(same_dataset.any() or switched.any())


def next_moment(events: pd.DataFrame) -> datetime:
    """Now, or just after the newest event where the clock has been set back: events are ordered by their time alone."""
    newest = events["recorded_at"].max()
    now = datetime.now(UTC)
    return now if pd.isna(newest) or now > newest else newest.to_pydatetime() + timedelta(microseconds=1)
