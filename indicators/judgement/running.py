"""Counts month by month: this year's beside those of the years before it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from indicators.vocabulary import Period
from indicators.warehouse import Snapshot


@dataclass(frozen=True)
class CountedMonth:
    """One month's count, and how many of the expected puskesmas it comes from; complete: whether these are enough."""

    count: float
    sent: int
    expected: int
    complete: bool


@dataclass(frozen=True)
class MonthsOfYear:
    """January, February, … of one year, up to its newest report; None for a month without any."""

    year: int
    months: tuple[CountedMonth | None, ...]

    @property
    def counts(self) -> tuple[float | None, ...]:
        return tuple(month.count if month else None for month in self.months)


def months_of_years(
    snapshot: Snapshot, *, indicator: str, kabupaten: str, area: str, last: Period, years: int = 4
) -> list[MonthsOfYear]:
    """Monthly numerators of the year of `last` (up to its end) and of the years before it, oldest first.

    Every numerator counts, also one whose denominator is missing: a death does not wait for a report of births.
    area: the kabupaten's own code or one of its kecamatan. Years without any report are left out.
    """
    start = Period.year(last.end.year - years + 1).start
    by_year: dict[int, dict[int, CountedMonth]] = {}
    for first, counted in _counted(snapshot, indicator, kabupaten, area, Period(start, last.end)):
        by_year.setdefault(first.start.year, {})[first.start.month] = counted
    return [
        MonthsOfYear(year, tuple(months.get(month) for month in range(1, max(months) + 1)))
        for year, months in sorted(by_year.items())
    ]


def incomplete_months(
    snapshot: Snapshot, *, indicator: str, kabupaten: str, area: str, period: Period
) -> list[tuple[Period, CountedMonth]]:
    """The months of a period whose numerators do not come from enough of the expected puskesmas, oldest first."""
    found = _counted(snapshot, indicator, kabupaten, area, period)
    return [(month, counted) for month, counted in found if not counted.complete]


def _counted(
    snapshot: Snapshot, indicator: str, kabupaten: str, area: str, period: Period
) -> Iterator[tuple[Period, CountedMonth]]:
    rows = snapshot.rows(
        "indicator_months",
        indicators=[indicator],
        kabupaten=kabupaten,
        area=area,
        start=period.start,
        end=period.end,
    )
    for row in rows:
        yield (
            Period.month(row.month.year, row.month.month),
            CountedMonth(float(row.counted), int(row.reports_sent), int(row.reports_expected), bool(row.complete)),
        )
