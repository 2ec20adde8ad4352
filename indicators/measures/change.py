"""How far one number lies from another, and how far it would have to lie to be told from chance.

Everything takes and gives numpy arrays that broadcast against one another; a single comparison is an array of none.
Impossible input (no exposure, more events than trials) gives NaN and no error, so that one area does not stop others.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import ArrayLike, NDArray

Numbers = NDArray[np.float64]

# A two-sided test at 5 % that finds a true change four times out of five.
SIGNIFICANCE, POWER = 0.05, 0.80
# Halvings of an interval of 40 standard errors: far below a floating point's own precision.
_HALVINGS, _FURTHEST = 60, 40.0


@dataclass(frozen=True)
class Comparison:
    """The later number against the earlier: a ratio (1 is equal) or a difference (0 is equal) with its interval.

    The interval and the p-value belong to one test: the interval leaves out equality exactly where p is below
    1 - confidence.
    """

    estimate: Numbers
    low: Numbers
    high: Numbers
    p_value: Numbers


@dataclass(frozen=True)
class Detectable:
    """The smallest true fall (negative) and rise that would be found with a power of 80 %; NaN where none would be."""

    fall: Numbers
    rise: Numbers


def rates(
    *,
    events_before: ArrayLike,
    exposure_before: ArrayLike,
    events_now: ArrayLike,
    exposure_now: ArrayLike,
    confidence: float = 0.95,
) -> Comparison:
    """Ratio of two Poisson rates, exactly: given both counts, the later is binomial (Przyborowski & Wilenski 1940).

    The limits are those of Clopper & Pearson (1934) on that share, and p is twice the smaller tail. Without events in
    either, the ratio is NaN between zero and infinity and p is 1.
    """
    from scipy.special import betainc, betaincinv

    x0, e0, x1, e1 = _broadcast(events_before, exposure_before, events_now, exposure_now)
    possible = (x0 >= 0) & (x1 >= 0) & (e0 > 0) & (e1 > 0)
    x0, e0, x1, e1 = (np.where(possible, values, 1.0) for values in (x0, e0, x1, e1))
    tail = (1 - confidence) / 2
    with np.errstate(divide="ignore", invalid="ignore"):
        lower = np.where(x1 > 0, betaincinv(np.maximum(x1, 0.5), x0 + 1, tail), 0.0)
        upper = np.where(x0 > 0, betaincinv(x1 + 1, np.maximum(x0, 0.5), 1 - tail), 1.0)
        ratio = (x1 / e1) / (x0 / e0)
        low, high = (share / (1 - share) * e0 / e1 for share in (lower, upper))
    expected = e1 / (e0 + e1)
    # The binomial's tails through the incomplete beta function, which takes arrays.
    at_least = np.where(x1 > 0, betainc(np.maximum(x1, 0.5), x0 + 1, expected), 1.0)
    at_most = np.where(x0 > 0, betainc(np.maximum(x0, 0.5), x1 + 1, 1 - expected), 1.0)
    p_value = np.minimum(1.0, 2 * np.minimum(at_most, at_least))
    return _where(possible, ratio, low, high, p_value)


def shares(
    *,
    events_before: ArrayLike,
    trials_before: ArrayLike,
    events_now: ArrayLike,
    trials_now: ArrayLike,
    confidence: float = 0.95,
) -> Comparison:
    """Difference of two independent proportions (0 to 1) with Newcombe's interval.

    Newcombe (1998), Statistics in Medicine 17, 873-890, method 10: the square-and-add of both Wilson intervals. p is
    the level at which that interval just touches zero.
    """
    from scipy.special import ndtr, ndtri

    x0, n0, x1, n1 = _broadcast(events_before, trials_before, events_now, trials_now)
    possible = (x0 >= 0) & (x1 >= 0) & (n0 > 0) & (n1 > 0) & (x0 <= n0) & (x1 <= n1)
    x0, n0, x1, n1 = (np.where(possible, values, 1.0) for values in (x0, n0, x1, n1))
    before, now = x0 / n0, x1 / n1
    difference = now - before

    def arms(z: ArrayLike) -> tuple[Numbers, Numbers]:
        """How far the interval reaches below and above the difference."""
        (low0, high0), (low1, high1) = _wilson(before, n0, z), _wilson(now, n1, z)
        return np.hypot(now - low1, high0 - before), np.hypot(high1 - now, before - low0)

    below, above = arms(float(ndtri(1 - (1 - confidence) / 2)))
    # Towards zero the interval grows with z: halve until it reaches exactly there.
    least, most = np.zeros_like(difference), np.full_like(difference, _FURTHEST)
    for _ in range(_HALVINGS):
        z = (least + most) / 2
        short, long = arms(z)
        reached = np.where(difference > 0, short, long) >= np.abs(difference)
        least, most = np.where(reached, least, z), np.where(reached, z, most)
    p_value = np.where(difference == 0, 1.0, 2 * ndtr(-(least + most) / 2))
    return _where(possible, difference, difference - below, difference + above, p_value)


def detectable_in_rates(*, events: ArrayLike, exposure_ratio: ArrayLike = 1.0) -> Detectable:
    """The smallest relative change of a rate that the number of events allows to find: -0.53 is 53 % fewer.

    exp(-+ (1.960 + 0.842) sqrt(1/events + 1/(events exposure_ratio))) - 1, the log rate ratio with variance 2/events
    where both exposures are equal. events: those of the earlier period; exposure_ratio: the later exposure over the
    earlier. No fall where not even zero events could be told from chance; neither where there were no events.
    """
    from scipy.special import ndtri

    x, ratio = _broadcast(events, exposure_ratio)
    possible = (x > 0) & (ratio > 0)
    x, ratio = np.where(possible, x, 1.0), np.where(possible, ratio, 1.0)
    reach = (ndtri(1 - SIGNIFICANCE / 2) + ndtri(POWER)) * np.sqrt((1 + 1 / ratio) / x)
    fall_can_be_found = 2 * (1 / (1 + ratio)) ** x < SIGNIFICANCE
    return Detectable(
        fall=np.where(possible & fall_can_be_found, np.expm1(-reach), np.nan),
        rise=np.where(possible, np.expm1(np.minimum(reach, 700.0)), np.nan),
    )


def detectable_in_shares(*, events: ArrayLike, trials_before: ArrayLike, trials_now: ArrayLike) -> Detectable:
    """The smallest change of a proportion that can be found, as a difference: 0.02 is two percentage points.

    Cohen (1988), Statistical Power Analysis, chapter 6: 2 arcsin sqrt(p) has the variance 1/n whatever p is, so the
    other share lies (1.960 + 0.842) sqrt(1/n0 + 1/n1) away on that scale. NaN where it would lie beyond 0 or 1.
    """
    from scipy.special import ndtri

    x, n0, n1 = _broadcast(events, trials_before, trials_now)
    possible = (x >= 0) & (n0 > 0) & (n1 > 0) & (x <= n0)
    x, n0, n1 = (np.where(possible, values, 1.0) for values in (x, n0, n1))
    share = x / n0
    angle = 2 * np.arcsin(np.sqrt(share))
    reach = (ndtri(1 - SIGNIFICANCE / 2) + ndtri(POWER)) * np.sqrt(1 / n0 + 1 / n1)

    def moved(to: Numbers, *, within: NDArray[np.bool_]) -> Numbers:
        return np.where(possible & within, np.sin(to / 2) ** 2 - share, np.nan)

    return Detectable(
        fall=moved(angle - reach, within=angle - reach >= 0),
        rise=moved(angle + reach, within=angle + reach <= np.pi),
    )


def _wilson(share: Numbers, trials: Numbers, z: ArrayLike) -> tuple[Numbers, Numbers]:
    """Wilson's limits, never on the wrong side of the share itself."""
    squared = np.square(z)
    spread = squared / trials
    centre = (share + spread / 2) / (1 + spread)
    half = np.sqrt(squared * (share * (1 - share) / trials + spread / (4 * trials))) / (1 + spread)
    return np.minimum(centre - half, share), np.maximum(centre + half, share)


def _broadcast(*values: ArrayLike) -> tuple[Numbers, ...]:
    return tuple(np.broadcast_arrays(*(np.asarray(value, dtype=float) for value in values)))


def _where(possible: NDArray[np.bool_], *found: Numbers) -> Comparison:
    return Comparison(*(np.where(possible, values, np.nan) for values in found))
