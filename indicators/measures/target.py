"""How probable it is that the true value behind some counts meets a target, and which of six states follows.

The observed counts are one draw of chance: 28 deaths this year could as well have been 22 or 35. What is judged is the
underlying value. Its posterior is taken with a prior that says next to nothing, so that the data decide: a Gamma of
shape 0.5 and rate 0 for rates, Jeffreys' Beta(0.5, 0.5) for proportions (Jeffreys 1946; Brown, Cai and DasGupta 2001
for how it behaves in repeated use). Functions take and give numbers as well as numpy arrays; where a count or a
denominator is missing (nan), the denominator is not above zero or the counts are impossible, the answer is nan.
"""

from __future__ import annotations

import math
from typing import Any, overload

import numpy as np
from numpy.typing import ArrayLike, NDArray

from indicators.vocabulary import Direction, Status

Array = NDArray[np.float64]

_PRIOR = 0.5
# From the least probable to the most, and what is not known.
_STATES = np.array(
    [
        Status.NOT_MET,
        Status.LIKELY_NOT_MET,
        Status.NOT_DISTINGUISHABLE,
        Status.LIKELY_MET,
        Status.MET,
        Status.NOT_ENOUGH_DATA,
    ],
    dtype=object,
)
_UNKNOWN = 5


@overload
def probability_of_rate(events: float, exposure: float, target: float, direction: Direction) -> float: ...
@overload
def probability_of_rate(events: ArrayLike, exposure: ArrayLike, target: ArrayLike, direction: Direction) -> Any: ...
def probability_of_rate(events: Any, exposure: Any, target: Any, direction: Direction) -> Any:
    """P(true rate meets the target), the rate being Gamma(events + 0.5, exposure).

    target: events per unit of exposure (183 per 100,000 is 0.00183). Raises ValueError for a neutral direction.
    """
    from scipy.special import gammainc, gammaincc

    tail = gammainc if _lower_is_better(direction) else gammaincc
    if _are_numbers(events, exposure, target):
        possible = events >= 0 and exposure > 0 and target >= 0
        return float(tail(events + _PRIOR, exposure * target)) if possible else math.nan
    events, exposure, target = _arrays(events, exposure, target)
    possible = (events >= 0) & (exposure > 0) & (target >= 0)
    met = tail(np.where(possible, events, 0) + _PRIOR, np.where(possible, exposure * target, 0))
    return np.where(possible, met, np.nan)


@overload
def probability_of_share(events: float, trials: float, target: float, direction: Direction) -> float: ...
@overload
def probability_of_share(events: ArrayLike, trials: ArrayLike, target: ArrayLike, direction: Direction) -> Any: ...
def probability_of_share(events: Any, trials: Any, target: Any, direction: Direction) -> Any:
    """P(true share meets the target), the share being Beta(events + 0.5, trials - events + 0.5).

    target: 0 to 1. Raises ValueError for a neutral direction.
    """
    from scipy.special import betainc

    def met(ones: Any, others: Any, target: Any) -> Any:
        # The upper tail by symmetry: 1 - betainc would lose the digits of what is nearly certain.
        return betainc(ones, others, target) if below else betainc(others, ones, 1 - target)

    below = _lower_is_better(direction)
    if _are_numbers(events, trials, target):
        possible = 0 <= events <= trials and trials > 0 and 0 <= target <= 1
        return float(met(events + _PRIOR, trials - events + _PRIOR, target)) if possible else math.nan
    events, trials, target = _arrays(events, trials, target)
    possible = (events >= 0) & (events <= trials) & (trials > 0) & (target >= 0) & (target <= 1)
    ones, others = np.where(possible, events, 0) + _PRIOR, np.where(possible, trials - events, 0) + _PRIOR
    return np.where(possible, met(ones, others, np.where(possible, target, 0.5)), np.nan)


def probability_of_estimate(
    *, value: float, low: float, high: float, target: float, direction: Direction, confidence: float = 0.95
) -> float:
    """P(true value meets the target) of an estimate that came with its interval, as a survey's does.

    Normal, with the spread that the width of the interval tells. Raises ValueError for a neutral direction or an
    interval without width.
    """
    from scipy.special import ndtr, ndtri

    if not high > low:
        raise ValueError(f"an interval without width: {low} to {high}")
    spread = (high - low) / (2 * float(ndtri((1 + confidence) / 2)))
    distance = (target - value) / spread
    return float(ndtr(distance if _lower_is_better(direction) else -distance))


@overload
def expected_of_rate(exposure: float, target: float) -> float: ...
@overload
def expected_of_rate(exposure: ArrayLike, target: ArrayLike) -> Any: ...
def expected_of_rate(exposure: Any, target: Any) -> Any:
    """How many events there would be exactly at the target."""
    return exposure * target if _are_numbers(exposure, target) else np.multiply(exposure, target)


@overload
def expected_of_share(trials: float, target: float) -> float: ...
@overload
def expected_of_share(trials: ArrayLike, target: ArrayLike) -> Any: ...
def expected_of_share(trials: Any, target: Any) -> Any:
    """How many there would be exactly at the target of the rarer of the two: those with and those without."""
    if _are_numbers(trials, target):
        return trials * min(target, 1 - target)
    return np.multiply(trials, np.minimum(target, np.subtract(1, target)))


@overload
def status_of(
    probability: float, expected: float, *, few_events: float, met_from: float, likely_from: float
) -> Status: ...
@overload
def status_of(
    probability: ArrayLike, expected: ArrayLike, *, few_events: float, met_from: float, likely_from: float
) -> Any: ...
def status_of(probability: Any, expected: Any, *, few_events: float, met_from: float, likely_from: float) -> Any:
    """The state that a probability of meeting the target stands for; the thresholds are symmetric about one half.

    expected: events expected at the target (nan where the value is an estimate, which brought its own interval).
    Fewer than few_events of them, or no probability, is not enough data. An array gives an array of Status.
    """
    if not _are_numbers(probability, expected):
        probability, expected = _arrays(probability, expected)
    # How many of the limits it is past; one that lies on a limit belongs to the surer state.
    place: Any = sum(1 * (probability > limit) for limit in (1 - met_from, 1 - likely_from))
    place += sum(1 * (probability >= limit) for limit in (likely_from, met_from))
    if _are_numbers(probability, expected):
        return _STATES[_UNKNOWN if math.isnan(probability) or expected < few_events else place]
    return _STATES[np.where(np.isnan(probability) | (expected < few_events), _UNKNOWN, place)]


def status_without_chance(*, value: float, target: float, direction: Direction, strict: bool = False) -> Status:
    """Value against target where chance has no part: a complete count, or a target of none or of all.

    strict: the target is 'below', so a value exactly on it does not meet it. Raises ValueError for a neutral direction.
    """
    ahead = target - value if _lower_is_better(direction) else value - target
    return Status.MET if ahead > 0 or (ahead == 0 and not strict) else Status.NOT_MET


def _lower_is_better(direction: Direction) -> bool:
    if direction is Direction.NEUTRAL:
        raise ValueError("what has no better direction meets no target")
    return direction is Direction.LOWER_IS_BETTER


def _arrays(*given: Any) -> list[Array]:
    return list(np.broadcast_arrays(*(np.asarray(one, dtype=float) for one in given)))


def _are_numbers(*given: Any) -> bool:
    """A single number goes without numpy, which takes a hundred times as long for it."""
    return all(isinstance(one, int | float | np.integer) for one in given)
