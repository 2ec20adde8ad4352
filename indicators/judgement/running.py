"""Running totals through the year: this year's count by month beside the years before it."""

from __future__ import annotations

from dataclasses import dataclass

from indicators.vocabulary import Period
from indicators.warehouse import Snapshot


@dataclass(frozen=True)
class RunningYear:
    """Cumulative count of one year: totals[i] is January to month i+1; it ends at the last month with data."""

    year: int
    totals: tuple[float, ...]


def running_totals(
    snapshot: Snapshot, *, indicator: str, kabupaten: str, area: str, last: Period, years: int = 4
) -> list[RunningYear]:
    """Cumulative numerators of the year of `last` (up to its end) and of the years before it, oldest first.

    area: the kabupaten's own code or one of its kecamatan. Years without any report are left out.
    """
    first = Period.year(last.end.year - years + 1)
    rows = snapshot.read(
        "indicator_months",
        indicators=[indicator],
        kabupaten=kabupaten,
        area=area,
        start=first.start,
        end=last.end,
    )
    found = []
    for year, months in rows.groupby(rows["month"].dt.year):
        counts = dict(zip(months["month"].dt.month, months["numerator"], strict=True))
        totals, total = [], 0.0
        for month in range(1, max(counts) + 1):
            total += float(counts.get(month, 0.0))
            totals.append(total)
        found.append(RunningYear(int(year), tuple(totals)))
    return found
