"""How far the change of some areas lies from that of others, and whether as far as that would be chance.

Each group's change is that of its sums (measures/change). Both are put together by the square-and-add of their
intervals: Newcombe (2001), Statistics in Medicine 20, 2885-2893, for differences of proportions; Zou and Donner (2008),
Statistics in Medicine 27, 1693-1702, on the log scale for ratios of rates.

Areas change unlike one another anyway. Where they do so by more than chance within their groups, the intervals are
widened: Pearson's dispersion (McCullagh and Nelder 1989, chapter 4) with Student's quantile for its degrees.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

from indicators.measures import change

Numbers = NDArray[np.float64]


class Estimate(NamedTuple):
    """A ratio (1 is no change) or a difference (0 is none), with its interval."""

    estimate: float
    low: float
    high: float


@dataclass(frozen=True)
class Difference:
    """own, others: the change of either group; difference: of the first against the second, a ratio of ratios or a
    difference of differences. dispersion: how much more areas differ than by chance, 1 where not more."""

    own: Estimate
    others: Estimate
    difference: Estimate
    dispersion: float


def of_rates(
    *,
    own: ArrayLike,
    events_before: ArrayLike,
    exposure_before: ArrayLike,
    events_now: ArrayLike,
    exposure_now: ArrayLike,
    confidence: float = 0.95,
) -> Difference:
    """Of rates, one number an area; own: which areas are of the first group.

    Every group needs events before and now, and there need to be three areas at least; ValueError otherwise.
    """
    which, x0, e0, x1, e1 = _arrays(own, events_before, exposure_before, events_now, exposure_now)
    scatter, parts = 0.0, list[Estimate]()
    for group in (which, ~which):
        if not (x0[group].sum() and x1[group].sum()):
            raise ValueError("a group without events has no change")
        found = change.rates(
            events_before=x0[group].sum(),
            exposure_before=e0[group].sum(),
            events_now=x1[group].sum(),
            exposure_now=e1[group].sum(),
            confidence=confidence,
        )
        parts.append(Estimate(*(math.log(float(value)) for value in (found.estimate, found.low, found.high))))
        expected = float(found.estimate) * e1[group]
        share, both = expected / (expected + e0[group]), x0[group] + x1[group]
        some = both > 0
        scatter += float(np.sum(((x1[group] - both * share) ** 2)[some] / (both * share * (1 - share))[some]))
    areas = int(np.count_nonzero(x0 + x1))
    on_log = _together(parts, scatter, areas - 2, confidence)
    own_ratio, others_ratio, between = (
        Estimate(*map(math.exp, one)) for one in (on_log.own, on_log.others, on_log.difference)
    )
    return Difference(own_ratio, others_ratio, between, on_log.dispersion)


def of_shares(
    *,
    own: ArrayLike,
    events_before: ArrayLike,
    trials_before: ArrayLike,
    events_now: ArrayLike,
    trials_now: ArrayLike,
    confidence: float = 0.95,
) -> Difference:
    """Of proportions (0 to 1), one an area; own: which areas are of the first group. ValueError below three areas."""
    which, x0, n0, x1, n1 = _arrays(own, events_before, trials_before, events_now, trials_now)
    scatter, parts = 0.0, list[Estimate]()
    for group in (which, ~which):
        found = change.shares(
            events_before=x0[group].sum(),
            trials_before=n0[group].sum(),
            events_now=x1[group].sum(),
            trials_now=n1[group].sum(),
            confidence=confidence,
        )
        parts.append(Estimate(float(found.estimate), float(found.low), float(found.high)))
        moved = x1[group] / n1[group] - x0[group] / n0[group]
        scatter += float(np.sum((moved - parts[-1].estimate) ** 2 / (_variance(x0, n0) + _variance(x1, n1))[group]))
    return _together(parts, scatter, len(which) - 2, confidence)


def _variance(events: Numbers, trials: Numbers) -> Numbers:
    """Of a share; half an event is added on either side, so that none of few is not taken for certain."""
    share = (events + 0.5) / (trials + 1)
    return share * (1 - share) / trials


def _arrays(own: ArrayLike, *values: ArrayLike) -> tuple[NDArray[np.bool_], Numbers, Numbers, Numbers, Numbers]:
    which = np.asarray(own, dtype=bool)
    x0, n0, x1, n1 = (np.asarray(value, dtype=float) for value in values)
    if len(which) < 3 or which.all() or not which.any() or (n0 <= 0).any() or (n1 <= 0).any():
        raise ValueError("two groups of three areas together, each with an exposure, are needed")
    return which, x0, n0, x1, n1


def _together(parts: list[Estimate], scatter: float, degrees: int, confidence: float) -> Difference:
    """Both changes and their difference, on a scale on which they subtract, widened for dispersion."""
    from scipy.special import ndtri, stdtrit

    dispersion, wider = max(1.0, scatter / degrees) if degrees > 0 else 1.0, 1.0
    if dispersion > 1:
        quantile = 1 - (1 - confidence) / 2
        wider = math.sqrt(dispersion) * float(stdtrit(degrees, quantile)) / float(ndtri(quantile))
    own, others = (
        Estimate(middle, middle - wider * (middle - low), middle + wider * (high - middle))
        for middle, low, high in parts
    )
    between = own.estimate - others.estimate
    low = between - math.hypot(own.estimate - own.low, others.high - others.estimate)
    high = between + math.hypot(own.high - own.estimate, others.estimate - others.low)
    return Difference(own, others, Estimate(between, low, high), dispersion)
