"""Every count of some months against the own past of the unit that reported it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from indicators.catalogue import catalogue
from indicators.judgement.quality_rules import checked_indicators, elements_of
from indicators.measures.own_past import unlike_past
from indicators.vocabulary import Period
from indicators.warehouse import Snapshot


@dataclass(frozen=True)
class Told:
    """Of one element in some months: counts that could be held, the units of those that are far, once each count.

    weight: how far these are from their usual, added up, as a share of the sum of all counts.
    """

    held: int
    far: tuple[str, ...]
    weight: float


@dataclass(frozen=True)
class UnlikePast:
    """One element: arrays of (months, units), from the month `first` (years times twelve plus months) on."""

    first: int
    units: tuple[str, ...]
    held: NDArray[np.bool_]
    far: NDArray[np.bool_]
    off: NDArray[np.float64]
    counts: NDArray[np.float64]

    def within(self, period: Period) -> Told:
        """What there is to tell of the months of a period."""
        at = slice(max(0, _month(period.start) - self.first), max(0, _month(period.end) - self.first + 1))
        far = self.far[at]
        total = float(np.nansum(self.counts[at]))
        return Told(
            held=int(self.held[at].sum()),
            far=tuple(self.units[unit] for _, unit in np.argwhere(far)),
            weight=float(self.off[at][far].sum()) / total if total else 0.0,
        )


def unlike_past_of(snapshot: Snapshot, *, kabupaten: str, period: Period) -> Mapping[str, UnlikePast]:
    """By element, for those that no other splits: parts are small and move with their total, which speaks for them."""
    rules = catalogue().settings
    elements = list(dict.fromkeys(e for entry in checked_indicators() for e in elements_of(entry)))
    last = _month(period.end)
    first = _month(period.start) - max(rules.past_months, 12)
    rows = list(
        snapshot.rows(
            "unit_months",
            elements=elements,
            kabupaten=kabupaten,
            start=date(first // 12, first % 12 + 1, 1),
            end=period.end,
        )
    )
    counts = np.full((last - first + 1, len(rows)), np.nan)
    for column, row in enumerate(rows):
        counts[row.months, column] = row.counts
    found = unlike_past(
        counts, last=period.months, months=rules.past_months, least=rules.past_least, spreads=rules.past_spreads
    )
    now = counts[-period.months :]
    off = np.abs(now - found.usual)
    columns: dict[str, list[int]] = {}
    for column, row in enumerate(rows):
        columns.setdefault(row.element, []).append(column)
    return {
        element: UnlikePast(
            first=_month(period.start),
            units=tuple(rows[column].unit for column in at),
            held=found.held[:, at],
            far=found.far[:, at],
            off=off[:, at],
            counts=now[:, at],
        )
        for element, at in columns.items()
    }


def _month(day: date) -> int:
    """Months since the year 0."""
    return day.year * 12 + day.month - 1
