"""Limits of what chance alone does to a series over time, and the rules by which a change is told from it.

A series is an array in order of time; NaN is a gap (a month without complete reports): it breaks every run and every
moving range, and takes no part in any mean.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import ArrayLike, NDArray

Numbers = NDArray[np.float64]
Marks = NDArray[np.bool_]

# For moving ranges of two values: 3 / 1.128, the upper limit of the ranges themselves, and the mean range of a standard
# normal (Wheeler, Understanding Variation, 2000; Montgomery, Statistical Quality Control, appendix VI).
XMR_FACTOR, RANGE_FACTOR, MEAN_RANGE = 2.66, 3.267, 1.128
# A tail beyond three standard errors of a normal, for charts whose values are not normal at all.
_TAIL = 0.00135
# Times between events become nearly normal by this power (Nelson 1994, Journal of Quality Technology 26, 28-31).
_NELSON = 1 / 3.6
# Values this near (relative to the largest) are equal: a mean of equal numbers is only equal up to rounding.
_SAME = 1e-9


class Rule(StrEnum):
    """Why a point is more than chance."""

    BEYOND = "beyond"
    SHIFT = "shift"
    TREND = "trend"
    TWO_OF_THREE = "two_of_three"


@dataclass(frozen=True)
class Limits:
    """Centre and three-sigma limits for each point; NaN where the chart has none.

    widened: how many times wider than the sampling model alone (Laney's sigma z), 1 where it is enough by itself.
    """

    centre: Numbers
    lower: Numbers
    upper: Numbers
    widened: float = 1.0

    def within(self, *, least: float | None = None, most: float | None = None) -> Limits:
        """The same, cut off where no value can lie."""
        return Limits(self.centre, np.clip(self.lower, least, most), np.clip(self.upper, least, most), self.widened)


def xmr(values: ArrayLike) -> Limits:
    """Mean -+ 2.66 times the mean moving range of adjacent values; ranges above 3.267 times their mean are left out.

    A constant series has limits equal to its mean. Without two adjacent values there are no limits.
    """
    x = np.asarray(values, dtype=float)
    mean = _mean(x)
    reach = XMR_FACTOR * mean_range(x)
    return Limits(np.full_like(x, mean), np.full_like(x, mean - reach), np.full_like(x, mean + reach))


def mean_range(values: ArrayLike) -> float:
    """The mean of the absolute differences of adjacent values, once without those beyond their own upper limit.

    Where only equal values would be left (a percentage that is nearly always 100), none is left out.
    """
    ranges = np.abs(np.diff(np.asarray(values, dtype=float)))
    ranges = ranges[np.isfinite(ranges)]
    if not ranges.size:
        return float("nan")
    kept = ranges[ranges <= RANGE_FACTOR * ranges.mean()]
    return float(kept.mean() if kept.any() else ranges.mean())


def p_chart(events: ArrayLike, trials: ArrayLike, *, laney_from: float = np.inf) -> Limits:
    """Proportions (0 to 1) around their common share, with limits for each denominator.

    p -+ 3 sqrt(p (1 - p) / n), widened by sigma z where that is `laney_from` or more (Laney 2002, Quality Engineering
    14, 531-537): with very large denominators months differ by more than sampling, whatever is done.
    """
    x, n = _pair(events, trials)
    share = np.nansum(x) / np.nansum(n) if np.nansum(n) else np.nan
    return _around(share, x / n, np.sqrt(share * (1 - share) / n), laney_from).within(least=0, most=1)


def u_chart(events: ArrayLike, exposure: ArrayLike, *, laney_from: float = np.inf) -> Limits:
    """Rates around their common rate: u -+ 3 sqrt(u / n), widened as p charts are."""
    x, n = _pair(events, exposure)
    rate = np.nansum(x) / np.nansum(n) if np.nansum(n) else np.nan
    return _around(rate, x / n, np.sqrt(rate / n), laney_from).within(least=0)


def g_chart(between: ArrayLike) -> Limits:
    """Cases (births, say) between rare events: the median and the probability limits of a geometric distribution.

    Benneyan (2001), Health Care Management Science 4, 305-318. Its mean is that of the cases between; the limits leave
    out as much on each side as three sigma of a normal would, so that too many events can be told as well.
    """
    x = np.asarray(between, dtype=float)
    miss = np.log1p(-1 / (1 + _mean(x)))  # the logarithm of the chance that one case is no event
    lower, centre, upper = (np.log(beyond) / miss for beyond in (1 - _TAIL, 0.5, _TAIL))
    return Limits(np.full_like(x, centre), np.full_like(x, lower), np.full_like(x, upper))


def t_chart(between: ArrayLike) -> Limits:
    """Days between rare events: XmR limits of the values to the power 1/3.6, turned back (Nelson 1994)."""
    found = xmr(np.asarray(between, dtype=float) ** _NELSON).within(least=0)
    centre, lower, upper = (limit ** (1 / _NELSON) for limit in (found.centre, found.lower, found.upper))
    return Limits(centre, lower, upper)


def run_chart(values: ArrayLike) -> Limits:
    """The median alone: too few values for limits."""
    x = np.asarray(values, dtype=float)
    middle = np.nanmedian(x) if np.isfinite(x).any() else np.nan
    none = np.full_like(x, np.nan)
    return Limits(np.full_like(x, middle), none, none)


def special(
    values: ArrayLike, limits: Limits, *, shift: int, trend: int, equal: float = 0.0
) -> dict[Rule, NDArray[np.int8]]:
    """For each rule, 1 where a point is too high (or rises), -1 where it is too low (or falls), 0 elsewhere.

    BEYOND: outside the limits. SHIFT: one of `shift` points or more in a row on one side of the centre; one exactly on
    it breaks the row. TREND: one of `trend` points or more in a row that each rise, or each fall. TWO_OF_THREE: two of
    three points in a row in the outer third towards the same limit (Making Data Count, NHS England).
    equal: values no further apart than this are written alike, so they are neither above nor below one another.
    """
    x = np.asarray(values, dtype=float)
    same = _SAME * max(float(np.nanmax(np.abs(x), initial=0.0)), 1e-300)
    away = np.where(np.isfinite(x), x - limits.centre, np.nan)
    alike = max(same, equal)
    side = np.where(np.abs(away) <= alike, 0, np.nan_to_num(np.sign(away))).astype(np.int8)
    step = np.diff(x)
    steps = np.where(np.abs(step) <= alike, 0, np.nan_to_num(np.sign(step))).astype(np.int8)
    with np.errstate(invalid="ignore"):
        beyond = (x > limits.upper + same).astype(np.int8) - (x < limits.lower - same).astype(np.int8)
        far_up = 3 * away > 2 * (limits.upper - limits.centre) + same
        far_down = 3 * away < 2 * (limits.lower - limits.centre) - same
    outer = far_up.astype(np.int8) - far_down.astype(np.int8)
    found = {Rule.BEYOND: beyond.astype(np.int8)}
    for rule in (Rule.SHIFT, Rule.TREND, Rule.TWO_OF_THREE):
        found[rule] = np.zeros(x.size, dtype=np.int8)
    for way in (1, -1):
        found[Rule.SHIFT][_in_rows(side == way, shift)] = way
        in_trend = _in_rows(steps == way, trend - 1)
        # Both ends of a step belong to the trend.
        found[Rule.TREND][np.append(in_trend, False) | np.append(False, in_trend)] = way
        found[Rule.TWO_OF_THREE][_two_of_three(outer == way, np.isfinite(x))] = way
    return found


def between_events(events: ArrayLike, sizes: ArrayLike) -> tuple[Numbers, NDArray[np.int64]]:
    """What lies between one event and the next, where only the counts of months are known.

    events, sizes: events of each month, and its births or days; NaN is a gap, across which nothing is measured. The
    events of a month are taken to be spread evenly over it: the j-th of k lies at (j - 1/2) / k. Returns each gap and
    the number of the month in which it ends.
    """
    x, n = _pair(events, sizes)
    gaps: list[float] = []
    months: list[int] = []
    passed, last = 0.0, None
    for month, (count, size) in enumerate(zip(x, n, strict=True)):
        if not np.isfinite(count) or not np.isfinite(size):
            last = None
            continue
        for j in range(1, round(count) + 1):
            here = passed + size * (j - 0.5) / round(count)
            if last is not None:
                gaps.append(here - last)
                months.append(month)
            last = here
        passed += size
    return np.array(gaps), np.array(months, dtype=np.int64)


def _around(centre: float, values: Numbers, sigma: Numbers, laney_from: float) -> Limits:
    with np.errstate(invalid="ignore", divide="ignore"):
        spread = mean_range((values - centre) / sigma) / MEAN_RANGE
    widened = spread if spread >= laney_from else 1.0
    reach = 3 * sigma * widened
    return Limits(np.full_like(values, centre), centre - reach, centre + reach, widened)


def _in_rows(marks: Marks, length: int) -> Marks:
    """The marked points that stand in an unbroken row of at least `length`."""
    if length < 1 or marks.size < length:
        return np.zeros_like(marks)
    whole = np.lib.stride_tricks.sliding_window_view(marks, length).all(axis=1)
    return np.convolve(whole, np.ones(length, dtype=int)).astype(bool)


def _two_of_three(outer: Marks, known: Marks) -> Marks:
    """The outer points of every three adjacent ones of which two or more are outer; gaps make no three."""
    if outer.size < 3:
        return np.zeros_like(outer)
    windows = np.lib.stride_tricks.sliding_window_view
    enough = (windows(outer, 3).sum(axis=1) >= 2) & windows(known, 3).all(axis=1)
    return np.convolve(enough, np.ones(3, dtype=int)).astype(bool) & outer


def _mean(values: Numbers) -> float:
    known = values[np.isfinite(values)]
    return float(known.mean()) if known.size else float("nan")


def _pair(events: ArrayLike, sizes: ArrayLike) -> tuple[Numbers, Numbers]:
    """Two arrays with the gaps of either in both; a size of nothing is a gap."""
    x, n = np.broadcast_arrays(np.asarray(events, dtype=float), np.asarray(sizes, dtype=float))
    known = np.isfinite(x) & (n > 0)
    return np.where(known, x, np.nan), np.where(known, n, np.nan)
