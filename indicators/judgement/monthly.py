"""One indicator in one area month by month, as charts over time need it: every month has its place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pandas as pd

from indicators.catalogue import Indicator, catalogue
from indicators.judgement.suppression import is_protected
from indicators.vocabulary import Kind, Level, Period
from indicators.warehouse import Snapshot


@dataclass(frozen=True)
class MonthlyValue:
    """One month. numerator is None without any report; size: the denominator that belongs to one month.

    size is a twelfth of a year's sasaran, the births or children of the month, or the days of a count without
    denominator. complete: enough of the expected reports have both. sent of expected: reports with both.
    """

    month: Period
    numerator: float | None
    size: float | None
    sent: int
    expected: int
    complete: bool

    @property
    def ratio(self) -> float | None:
        """Numerator over size, of a month with both."""
        return self.numerator / self.size if self.numerator is not None and self.size else None


def months_of(snapshot: Snapshot, *, indicator: str, kabupaten: str, area: str, last: Period) -> list[MonthlyValue]:
    """From the first month with a report to the end of `last`, none left out; nothing where there is no report.

    area: the kabupaten's own code or one of its kecamatan, of which a protected count is not given at all.
    """
    every = snapshot.keep(
        ("months", indicator, kabupaten, area),
        lambda: _months_of(snapshot, catalogue().indicators[indicator], kabupaten, area),
    )
    return [value for value in every if value.month.end <= last.end]


def _months_of(snapshot: Snapshot, entry: Indicator, kabupaten: str, area: str) -> tuple[MonthlyValue, ...]:
    level = Level.KABUPATEN if area == kabupaten else Level.KECAMATAN
    if any(is_protected(element, level) for element in (*entry.numerator, *entry.denominator)):
        return ()
    rows = snapshot.rows(
        "indicator_months",
        indicators=[entry.id],
        kabupaten=kabupaten,
        area=area,
        start=date(1900, 1, 1),
        end=date(2999, 12, 31),
    )
    known = {(row.month.year, row.month.month): row for row in rows}
    if not known:
        return ()
    first, newest = min(known), max(known)
    share = catalogue().settings.complete_share
    annual = any(catalogue().elements[e].kind is Kind.ANNUAL_TARGET for e in entry.denominator)
    found = []
    for number in range(first[0] * 12 + first[1] - 1, newest[0] * 12 + newest[1]):
        month = Period.month(number // 12, number % 12 + 1)
        row = known.get((month.start.year, month.start.month))
        if row is None or pd.isna(row.numerator):
            found.append(MonthlyValue(month, None, None, 0, int(row.reports_expected) if row else 0, complete=False))
            continue
        size = float((month.end - month.start).days + 1)
        if entry.denominator:
            size = float(row.denominator) / (12 if annual else 1)
        sent, expected = int(row.reports_matched), int(row.reports_expected)
        found.append(MonthlyValue(month, float(row.numerator), size, sent, expected, complete=sent >= share * expected))
    return tuple(found)
