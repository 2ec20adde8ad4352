"""How a rate or a proportion runs over the years: a straight line on the scale of its model, with its uncertainty.

Rates: Poisson with a log link and the exposure as offset. Proportions: binomial with a logit link. Both are generalised
linear models (McCullagh & Nelder 1989, chapters 4 and 6) fitted by iteratively reweighted least squares; with two
coefficients its equations are solved in closed form, for any number of series at once. statsmodels' GLM gives the same
(tests), but takes a second to import and a loop over series. Scatter beyond the model's own widens everything (quasi
likelihood, Wedderburn 1974); scatter below it never narrows anything.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import ArrayLike, NDArray

Numbers = NDArray[np.float64]

_ITERATIONS, _CLOSE = 50, 1e-10
# A step on the log or logit scale longer than this leads away from every real rate.
_LONGEST_STEP = 4.0


class Family(StrEnum):
    """The sampling model of the counts."""

    POISSON = "poisson"
    BINOMIAL = "binomial"


class Arrival(NamedTuple):
    """When a target is met, in years from now: 0 is met already, None is not to be foreseen."""

    earliest: float | None
    expected: float | None
    latest: float | None


@dataclass(frozen=True)
class Line:
    """The fitted line of each series; arrays of one number a series, NaN where nothing could be fitted.

    level: log rate or logit share at `centre`, the time at which its error and the slope's are independent. slope: per
    unit of time. level_error, slope_error: standard errors, widened by `dispersion` (1 or more). quantile: how many of
    these the 95 % interval reaches: the normal one, or Student's where the dispersion was estimated above 1.
    first, last: the times of the first and last point used; points: how many there are.
    """

    family: Family
    centre: Numbers
    level: Numbers
    slope: Numbers
    level_error: Numbers
    slope_error: Numbers
    dispersion: Numbers
    quantile: Numbers
    p_value: Numbers
    first: Numbers
    last: Numbers
    points: NDArray[np.int64]

    def yearly(self) -> tuple[Numbers, Numbers, Numbers]:
        """Change a unit of time: estimate, low, high.

        Rates: relative, -0.05 is 5 % fewer every year. Proportions: the mean difference a year from the first to the
        last point, 0.02 is two percentage points.
        """
        return self._change(self.slope), self._change(self._limit(-1)), self._change(self._limit(1))

    def one(self, series: int) -> Line:
        """The line of one of several series."""
        return Line(
            self.family, *(np.atleast_1d(getattr(self, f.name))[series] for f in fields(self) if f.name != "family")
        )

    def _limit(self, side: int) -> Numbers:
        return self.slope + side * self.quantile * self.slope_error

    def _change(self, slope: Numbers) -> Numbers:
        with np.errstate(over="ignore"):
            if self.family is Family.POISSON:
                return np.expm1(slope)
            from scipy.special import expit

            before, after = (expit(self.level + slope * (time - self.centre)) for time in (self.first, self.last))
            return np.asarray((after - before) / (self.last - self.first))

    def at(self, time: ArrayLike) -> tuple[Numbers, Numbers, Numbers]:
        """The rate or share that the line gives at a time: estimate, low, high."""
        away = np.asarray(time, dtype=float) - self.centre
        middle = self.level + self.slope * away
        reach = self.quantile * np.hypot(self.level_error, self.slope_error * away)
        return self._value(middle), self._value(middle - reach), self._value(middle + reach)

    def _value(self, linear: Numbers) -> Numbers:
        if self.family is Family.POISSON:
            return np.exp(linear)
        from scipy.special import expit

        return np.asarray(expit(linear))

    def arrives(self, target: float, *, after: float, falling: bool) -> Arrival:
        """When a single line has fallen (or risen) to a rate or share, in units of time after `after`.

        earliest and latest are where the edges of the line's own 95 % band get there (Fieller 1954): a line whose slope
        cannot be told from none has no latest.
        """
        from scipy.special import logit

        goal = float(np.log(target) if self.family is Family.POISSON else logit(target)) if target > 0 else -np.inf
        level, slope, start = float(self.level), float(self.slope), after - float(self.centre)
        if np.isnan(level) or not np.isfinite(goal):
            return Arrival(None, None, None)
        side = 1.0 if falling else -1.0
        level_reach, slope_reach = (float(error * self.quantile) for error in (self.level_error, self.slope_error))

        def ahead(time: float) -> float:
            """How far the line still has to go; negative beyond the goal."""
            return side * (level + slope * time - goal)

        def reach(time: float) -> float:
            return float(np.hypot(level_reach, slope_reach * time))

        # Where either edge of the band meets the goal: (level + slope t - goal)² = (reach of the band at t)².
        met = np.roots([slope**2 - slope_reach**2, 2 * slope * (level - goal), (level - goal) ** 2 - level_reach**2])
        later = sorted(float(root.real) for root in met if abs(root.imag) < 1e-9 and root.real >= start)
        by_near_edge = [start] if ahead(start) <= reach(start) else [t for t in later if ahead(t) > 0]
        by_far_edge = [start] if ahead(start) <= -reach(start) else [t for t in later if ahead(t) < 0]
        expected = 0.0 if ahead(start) <= 0 else (goal - level) / slope - start if slope * side < 0 else None
        return Arrival(
            earliest=by_near_edge[0] - start if by_near_edge else None,
            expected=expected,
            latest=by_far_edge[0] - start if by_far_edge else None,
        )


def fit(times: ArrayLike, events: ArrayLike, exposure: ArrayLike, *, family: Family) -> Line:
    """A line for each series. Shapes: (points,), or (series, points) that broadcast; NaN events are left out.

    times: years as they are, with their gaps. exposure: person-time or births (Poisson), trials (binomial). Fewer than
    three usable points, no events at all, or more events than trials give NaN.
    """
    from scipy.special import stdtr, stdtrit

    t, y, n = np.broadcast_arrays(*(np.atleast_1d(np.asarray(v, dtype=float)) for v in (times, events, exposure)))
    used = np.isfinite(y) & (n > 0)
    points = used.sum(axis=-1)
    y, n = np.where(used, y, 0.0), np.where(used, n, 0.0)
    # Nothing of NaN may run through the sums; such series are blotted out at the end.
    fits = (points >= 3) & (y.sum(axis=-1) > 0)
    if family is Family.BINOMIAL:
        fits &= (y <= n).all(axis=-1) & (y.sum(axis=-1) < n.sum(axis=-1))
    safe = np.where(used & fits[..., None], n, 1.0)
    weightless = used & fits[..., None]
    middle = np.where(weightless, t, 0.0).sum(axis=-1) / np.maximum(weightless.sum(axis=-1), 1)
    x = np.where(weightless, t - middle[..., None], 0.0)
    a = _start(y, n, fits, family)
    b = np.zeros_like(a)
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        for _ in range(_ITERATIONS):
            mean, weight = _mean(a, b, x, safe, weightless, family)
            residual = np.where(weightless, y - mean, 0.0)
            s0, s1, s2 = (np.sum(weight * x**power, axis=-1) for power in (0, 1, 2))
            r0, r1 = np.sum(residual, axis=-1), np.sum(residual * x, axis=-1)
            determinant = s0 * s2 - s1**2
            step_a = (s2 * r0 - s1 * r1) / determinant
            step_b = (s0 * r1 - s1 * r0) / determinant
            shrink = np.minimum(1.0, _LONGEST_STEP / np.maximum(np.abs(step_a), np.abs(step_b)))
            a, b = a + shrink * step_a, b + shrink * step_b
            if not np.any(np.maximum(np.abs(step_a), np.abs(step_b))[fits] > _CLOSE):
                break
        mean, weight = _mean(a, b, x, safe, weightless, family)
        s0, s1, s2 = (np.sum(weight * x**power, axis=-1) for power in (0, 1, 2))
        scatter = np.sum(np.where(weightless, (y - mean) ** 2 / weight, 0.0), axis=-1)
        dispersion = np.maximum(1.0, scatter / np.maximum(points - 2, 1))
        away = s1 / s0
        slope_error = np.sqrt(dispersion / (s2 - s1**2 / s0))
        level_error = np.sqrt(dispersion / s0)
        converged = np.maximum(np.abs(step_a), np.abs(step_b)) <= 1e-6
        freedom = np.where(dispersion > 1, np.maximum(points - 2, 1), np.inf)
        quantile = np.asarray(stdtrit(freedom, 0.975))
        p_value = 2 * np.asarray(stdtr(freedom, -np.abs(b / slope_error)))
    fits = fits & converged & np.isfinite(slope_error)

    def told(values: Numbers) -> Numbers:
        return np.asarray(np.where(fits, values, np.nan))

    return Line(
        family=family,
        centre=told(middle + away),
        level=told(a + b * away),
        slope=told(b),
        level_error=told(level_error),
        slope_error=told(slope_error),
        dispersion=told(dispersion),
        quantile=told(quantile),
        p_value=told(p_value),
        first=told(np.min(np.where(used, t, np.inf), axis=-1)),
        last=told(np.max(np.where(used, t, -np.inf), axis=-1)),
        points=points,
    )


def _start(y: Numbers, n: Numbers, fits: NDArray[np.bool_], family: Family) -> Numbers:
    """The level without any slope."""
    events, exposure = np.where(fits, y.sum(axis=-1), 1.0), np.where(fits, n.sum(axis=-1), 2.0)
    if family is Family.POISSON:
        return np.asarray(np.log(events / exposure))
    return np.asarray(np.log(events / (exposure - events)))


def _mean(
    a: Numbers, b: Numbers, x: Numbers, exposure: Numbers, used: NDArray[np.bool_], family: Family
) -> tuple[Numbers, Numbers]:
    """Expected counts and their variance, which are the weights; zero where there is no point."""
    from scipy.special import expit

    linear = a[..., None] + b[..., None] * x
    if family is Family.POISSON:
        mean = np.where(used, exposure * np.exp(np.clip(linear, -700, 700)), 0.0)
        return mean, mean
    share = expit(linear)
    mean = np.where(used, exposure * share, 0.0)
    return mean, mean * (1 - share)
