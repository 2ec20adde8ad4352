"""Counts month by month: this year's beside those of the years before it."""

from __future__ import annotations

from dataclasses import dataclass

from indicators.vocabulary import Period
from indicators.warehouse import Snapshot


@dataclass(frozen=True)
class MonthsOfYear:
    """Counts of January, February, … of one year, up to its newest report; None for a month without any."""

    year: int
    counts: tuple[float | None, ...]


def months_of_years(
    snapshot: Snapshot, *, indicator: str, kabupaten: str, area: str, last: Period, years: int = 4
) -> list[MonthsOfYear]:
    """Monthly numerators of the year of `last` (up to its end) and of the years before it, oldest first.

    Every numerator counts, also one whose denominator is missing: a death does not wait for a report of births.
    area: the kabupaten's own code or one of its kecamatan. Years without any report are left out.
    """
    rows = snapshot.read(
        "indicator_months",
        indicators=[indicator],
        kabupaten=kabupaten,
        area=area,
        start=Period.year(last.end.year - years + 1).start,
        end=last.end,
    )
    found = []
    for year, months in rows.groupby(rows["month"].dt.year):
        counts = dict(zip(months["month"].dt.month, months["counted"], strict=True))
        found.append(
            MonthsOfYear(
                int(year),
                tuple(float(counts[month]) if month in counts else None for month in range(1, max(counts) + 1)),
            )
        )
    return found
