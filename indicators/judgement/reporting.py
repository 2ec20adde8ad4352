"""Who sent what, and when: the reports of a kabupaten's units, month by month, as they stand on a day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Any

import pandas as pd

from indicators.judgement.values import State
from indicators.vocabulary import Period
from indicators.warehouse import Snapshot

SHOWN_MONTHS = 12


class Standing(StrEnum):
    """How one report stands. SENT: it is there, and whether it was on time cannot be said."""

    ON_TIME = "on_time"
    SENT = "sent"
    LATE = "late"
    WAITING = "waiting"
    MISSING = "missing"
    NOT_DUE = "not_due"
    NOT_YET = "not_yet"
    NO_LONGER = "no_longer"


THERE = frozenset({Standing.ON_TIME, Standing.SENT, Standing.LATE})
UNEXPECTED = frozenset({Standing.NOT_YET, Standing.NO_LONGER})


@dataclass(frozen=True)
class Report:
    """One unit's report of one dataset for one month; sent_on: the kabupaten's own date, None where it is not there."""

    facility: str
    dataset: str
    month: Period
    due: date
    standing: Standing
    sent_on: date | None


@dataclass(frozen=True)
class Tally:
    """Reports counted: expected is every report of a unit that is there in that month, due or not."""

    expected: int
    there: int
    missing: int
    late: int
    waiting: int

    @property
    def absent(self) -> int:
        """Not there, whether due, waiting or not due yet."""
        return self.expected - self.there


def shown_months(state: State, *, period: Period, today: date) -> Period | None:
    """The twelve months up to the period's end, not before the first with data; None without any, or where the period
    ends before it.

    Whoever looks at the newest complete month also sees the later ones that have ended: they are what is missing.
    """
    if state.first_month is None or state.newest_month is None:
        return None
    last = period.end
    if last < state.first_month.start:
        return None
    if state.newest_complete_month is None or last >= state.newest_complete_month.end:
        last = max(today.replace(day=1) - timedelta(days=1), state.newest_month.end)
    newest = last.year * 12 + last.month - 1
    oldest = max(newest - SHOWN_MONTHS + 1, state.first_month.start.year * 12 + state.first_month.start.month - 1)
    return Period.of_months((oldest // 12, oldest % 12 + 1), (last.year, last.month))


def reports(snapshot: Snapshot, *, kabupaten: str, months: Period, today: date) -> tuple[Report, ...]:
    """Every report of every unit in these months, by dataset, month and facility id."""
    rows = snapshot.rows("reports", kabupaten=kabupaten, start=months.start, end=months.end)
    return tuple(
        Report(
            facility=row.facility,
            dataset=row.dataset,
            month=Period.month(row.month.year, row.month.month),
            due=row.due_date.date(),
            standing=_standing(row, today),
            sent_on=row.sent_on.date() if row.sent else None,
        )
        for row in rows
    )


def tally(found: Iterable[Report]) -> Tally:
    """How many of some reports are there, missing, late or waiting."""
    counts = Counter(report.standing for report in found)
    return Tally(
        expected=sum(n for standing, n in counts.items() if standing not in UNEXPECTED),
        there=sum(counts[standing] for standing in THERE),
        missing=counts[Standing.MISSING],
        late=counts[Standing.LATE],
        waiting=counts[Standing.WAITING],
    )


def _standing(row: Any, today: date) -> Standing:
    if row.standing != "expected":
        return Standing(row.standing)
    if row.sent:
        if pd.isna(row.on_time):
            return Standing.SENT
        return Standing.ON_TIME if row.on_time else Standing.LATE
    if row.waiting:
        return Standing.WAITING
    return Standing.MISSING if today > row.due_date.date() else Standing.NOT_DUE
