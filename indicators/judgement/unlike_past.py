"""Every count of some months against the own past of the unit that reported it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np
from numpy.typing import NDArray

from indicators.catalogue import catalogue
from indicators.judgement.quality_rules import checked_indicators, elements_of
from indicators.judgement.values import State
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


def unlike_past_of(snapshot: Snapshot, *, state: State) -> Mapping[str, UnlikePast]:
    """By element, over every month with data; see `UnlikePast.within` for those of a period.

    Elements that split another are left out: parts are small and move with their total, which speaks for them.
    """
    return snapshot.keep(("unlike past", state.kabupaten), lambda: _all_months(snapshot, state))


def _all_months(snapshot: Snapshot, state: State) -> dict[str, UnlikePast]:
    if state.first_month is None or state.newest_month is None:
        return {}
    rules = catalogue().settings
    first, last = _month(state.first_month.start), _month(state.newest_month.end)
    rows: dict[str, list[Any]] = {}
    for row in snapshot.rows(
        "unit_months",
        elements=list(dict.fromkeys(e for entry in checked_indicators() for e in elements_of(entry))),
        kabupaten=state.kabupaten,
        start=state.first_month.start,
        end=state.newest_month.end,
    ):
        rows.setdefault(row.element, []).append(row)
    found = {}
    for element, of_element in rows.items():
        counts = np.full((last - first + 1, len(of_element)), np.nan)
        for column, row in enumerate(of_element):
            counts[row.months, column] = row.counts
        unlike = unlike_past(
            counts, last=len(counts), months=rules.past_months, least=rules.past_least, spreads=rules.past_spreads
        )
        found[element] = UnlikePast(
            first=first,
            units=tuple(row.unit for row in of_element),
            held=unlike.held,
            far=unlike.far,
            off=np.abs(counts - unlike.usual),
            counts=counts,
        )
    return found


def _month(day: date) -> int:
    """Months since the year 0."""
    return day.year * 12 + day.month - 1
