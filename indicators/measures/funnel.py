"""Limits of chance around a pooled value, as a function of the denominator: the funnel of a funnel plot.

Spiegelhalter (2005), Funnel plots for comparing institutional performance, Statistics in Medicine 24, 1185-1202. His
exact limits are used: Poisson for rates, binomial for proportions. Between whole counts they are continued by the
incomplete gamma and beta functions, so that an area lies on or beyond a limit exactly where the probability of so many
events, or of so few, is at most half of what the confidence leaves. Values are events per unit of the denominator.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

from indicators.vocabulary import Interval

Numbers = NDArray[np.float64]

# Spiegelhalter (2005): the tenth of the areas at each end is pulled in, so that a few outliers do not widen the limits.
_WINSORISED = 0.1
# Spread beyond chance is used only where chance alone gives as much in less than one of twenty comparisons.
_DISPERSION_LEVEL = 0.05


@dataclass(frozen=True)
class Limits:
    """Lower and upper limit; NaN where not even no events, or nothing but events, would be beyond chance."""

    low: Numbers
    high: Numbers


@dataclass(frozen=True)
class Dispersion:
    """How much more the areas differ than chance lets them.

    factor: the winsorised mean of their squared z-scores; near 1 where chance is all. beyond_chance: whether it is
    used, which makes the limits wider by its square root.
    """

    factor: float
    beyond_chance: bool

    @property
    def widening(self) -> float:
        return self.factor**0.5 if self.beyond_chance else 1.0


def limits(
    *, model: Interval, denominator: ArrayLike, pooled: float, confidence: float, widening: float = 1.0
) -> Limits:
    """The limits at each denominator (above 0) where every area has the value `pooled`.

    pooled: above 0; below 1 for a proportion. widening: the distance from the pooled value is multiplied by it, which
    is the multiplicative model of overdispersion (Spiegelhalter 2005, section 3.2). Raises ValueError for `NONE`.
    """
    from scipy.special import bdtrik, pdtrik  # a tenth of a second to import, so only once it is needed

    at, tail = np.asarray(denominator, dtype=float), (1 - confidence) / 2
    if model is Interval.POISSON:
        expected = at * pooled
        low = np.where(np.exp(-expected) <= tail, pdtrik(tail, expected), np.nan)
        high = 1 + pdtrik(1 - tail, expected)
    elif model is Interval.PROPORTION:
        low = np.where((1 - pooled) ** at <= tail, bdtrik(tail, at, pooled), np.nan)
        # So many events that too few of the others are left.
        high = np.where(pooled**at <= tail, at - bdtrik(tail, at, 1 - pooled), np.nan)
    else:
        raise ValueError(f"no sampling model: {model}")
    low, high = pooled - widening * (pooled - low / at), pooled + widening * (high / at - pooled)
    most = 1.0 if model is Interval.PROPORTION else np.inf
    # Widened beyond what a value can be, a limit is none.
    return Limits(np.where(low < 0, np.nan, low), np.where(high > most, np.nan, high))


def chance_variance(*, model: Interval, pooled: float, denominator: ArrayLike) -> Numbers:
    """The variance of a value by chance alone where the true value is `pooled`."""
    one = pooled if model is Interval.POISSON else max(pooled * (1 - pooled), 0.0)
    return one / np.asarray(denominator, dtype=float)


def dispersion(*, model: Interval, events: ArrayLike, denominator: ArrayLike, pooled: float) -> Dispersion:
    """The winsorised overdispersion factor of Spiegelhalter (2005), section 3.2, from all areas given.

    Its z-scores are those of the normal approximation, so areas of which few events are expected are best left out.
    """
    counted, at = np.asarray(events, dtype=float), np.asarray(denominator, dtype=float)
    return dispersion_of((counted / at - pooled) / np.sqrt(chance_variance(model=model, pooled=pooled, denominator=at)))


def dispersion_of(z_scores: ArrayLike) -> Dispersion:
    """The same from the z-scores themselves.

    Beyond chance: the sum of their squares is above the 95 % point of chi-square with as many degrees of freedom as
    areas. Winsorising makes that sum smaller, so the test is on the safe side.
    """
    from scipy.special import chdtri

    z = np.sort(np.asarray(z_scores, dtype=float))
    if z.size < 2:
        return Dispersion(1.0, beyond_chance=False)
    # Of a few areas, too, the outermost: one outlier among five would widen the limits until it lies within them.
    cut = min(math.ceil(_WINSORISED * z.size), (z.size - 1) // 2)
    squares = np.clip(z, z[cut], z[z.size - 1 - cut]) ** 2
    beyond = bool(squares.sum() > chdtri(z.size, _DISPERSION_LEVEL))
    return Dispersion(float(squares.mean()), beyond)
