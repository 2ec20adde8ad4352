"""Is it really better than in the same months last year, or is it chance?

Counts and rates are compared as a ratio, proportions as a difference in percentage points; with either stands the
smallest change that so few events would allow to find at all.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from indicators.catalogue import Indicator, catalogue
from indicators.judgement.judged import Judged
from indicators.judgement.values import State, judge
from indicators.measures import change
from indicators.vocabulary import Direction, Interval, Level, Period
from indicators.warehouse import Snapshot


class Scale(StrEnum):
    """How two values are held against one another: their ratio, or their difference in percentage points."""

    RATIO = "ratio"
    POINTS = "points"


@dataclass(frozen=True)
class Change:
    """One indicator in one area, in a period and in the same months of the year before.

    estimate, low, high: the ratio (1 is no change; infinite where there were no events before, None where there were
    none in either year), or the difference in percentage points. distinguishable: whether the 95 % interval leaves out
    no change. better: None where it is not distinguishable or where neither way is better.
    detectable_fall, detectable_rise: the smallest change that would be found with a power of 80 %: a share of last
    year's value (-0.53), or percentage points; None where no such change is possible.
    """

    before: Judged
    now: Judged
    scale: Scale
    estimate: float | None
    low: float
    high: float
    p_value: float
    distinguishable: bool
    better: bool | None
    detectable_fall: float | None
    detectable_rise: float | None

    @property
    def rose(self) -> bool:
        return self.estimate is not None and self.estimate > (1 if self.scale is Scale.RATIO else 0)


def changes(
    snapshot: Snapshot,
    *,
    indicators: Sequence[str],
    state: State,
    period: Period,
    level: Level = Level.KABUPATEN,
    may_see_small_cells: bool = False,
) -> dict[tuple[str, str], Change]:
    """The change of every computed indicator in every area of a level, by indicator and area.

    Left out: periods beyond one year, incomplete ones, campaigns of different months, values without a sampling model
    (a complete count of reports), coverages above their sasaran, and what may not be seen of either year (`judge`).
    """
    if not period.in_one_year:
        return {}
    known = snapshot.keep(
        ("changes", state.kabupaten, period, level, may_see_small_cells),
        lambda: _of_all(snapshot, state.kabupaten, period, level, may_see_small_cells),
    )
    wanted = set(indicators)
    return {key: found for key, found in known.items() if key[0] in wanted}


def scale_of(indicator: Indicator) -> Scale | None:
    """How an indicator is compared; None where chance has no part in it."""
    if indicator.interval is Interval.PROPORTION:
        return Scale.POINTS
    return Scale.RATIO if indicator.interval is Interval.POISSON or not indicator.denominator else None


def compare(pairs: Sequence[tuple[Judged, Judged]], *, scale: Scale) -> list[Change | None]:
    """Each (before, now) of one scale compared, in that order; None where the counts allow no comparison."""
    if not pairs:
        return []
    settings = catalogue().settings
    x0, x1 = (np.array([pair[side].numerator for pair in pairs], dtype=float) for side in (0, 1))
    n0, n1 = (np.array([_exposure(pair[side]) for pair in pairs], dtype=float) for side in (0, 1))
    if scale is Scale.RATIO:
        found = change.rates(
            events_before=x0, exposure_before=n0, events_now=x1, exposure_now=n1, confidence=settings.confidence
        )
        least = change.detectable_in_rates(events=x0, exposure_ratio=n1 / n0)
        unit, equal = 1.0, 1.0
    else:
        found = change.shares(
            events_before=x0, trials_before=n0, events_now=x1, trials_now=n1, confidence=settings.confidence
        )
        least = change.detectable_in_shares(events=x0, trials_before=n0, trials_now=n1)
        unit, equal = 100.0, 0.0
    compared: list[Change | None] = []
    for place, (before, now) in enumerate(pairs):
        low, high = float(found.low[place]) * unit, float(found.high[place]) * unit
        if math.isnan(low):
            compared.append(None)
            continue
        distinguishable = low > equal or high < equal
        compared.append(
            Change(
                before=before,
                now=now,
                scale=scale,
                estimate=_known(float(found.estimate[place]) * unit),
                low=low,
                high=high,
                p_value=float(found.p_value[place]),
                distinguishable=distinguishable,
                better=_better(now.indicator, fell=high < equal) if distinguishable else None,
                detectable_fall=_known(float(least.fall[place]) * unit),
                detectable_rise=_known(float(least.rise[place]) * unit),
            )
        )
    return compared


def _of_all(
    snapshot: Snapshot, kabupaten: str, period: Period, level: Level, may_see_small_cells: bool
) -> dict[tuple[str, str], Change]:
    """Everything that can be compared, so that one page's answer serves all others."""
    entries = [entry for entry in catalogue().indicators.values() if entry.numerator]
    ids = [entry.id for entry in entries if scale_of(entry)]
    now, before = (
        {
            (j.indicator, j.area): j
            for j in judge(
                snapshot,
                indicators=ids,
                kabupaten=kabupaten,
                period=when,
                level=level,
                may_see_small_cells=may_see_small_cells,
            )
        }
        for when in (period, period.years_earlier(1))
    )
    pairs = [(before[key], judged) for key, judged in now.items() if _comparable(before[key], judged)]
    found: dict[tuple[str, str], Change] = {}
    for scale in Scale:
        of_scale = [pair for pair in pairs if scale_of(catalogue().indicators[pair[1].indicator]) is scale]
        for compared in compare(of_scale, scale=scale):
            if compared is not None:
                found[compared.now.indicator, compared.now.area] = compared
    return found


def _comparable(before: Judged, now: Judged) -> bool:
    """Both complete, and both of the same months, also where a campaign's month stands for the period."""
    return (
        before.value is not None
        and now.value is not None
        and before.complete
        and now.complete
        and before.reference == now.reference.years_earlier(1)
    )


def _exposure(judged: Judged) -> float:
    """The denominator; the months of a count without one."""
    return judged.denominator if judged.denominator else float(judged.reference.months)


def _better(indicator: str, *, fell: bool) -> bool | None:
    direction = catalogue().indicators[indicator].direction
    return None if direction is Direction.NEUTRAL else fell is (direction is Direction.LOWER_IS_BETTER)


def _known(value: float) -> float | None:
    return None if math.isnan(value) else value
