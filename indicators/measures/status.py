"""Where an interval lies against a target."""

from __future__ import annotations

from indicators.vocabulary import Direction, Status


def status(
    *,
    low: float | None,
    high: float | None,
    target: float,
    direction: Direction,
    too_few: bool,
    strict: bool = False,
) -> Status | None:
    """Entirely better, containing the target, entirely worse, or not enough data.

    low and high in the target's unit; None where the value has no interval. strict: the target is 'below', so a
    limit exactly on it does not meet it. Returns None for an indicator with no better direction.
    """
    if direction is Direction.NEUTRAL:
        return None
    if low is None or high is None or too_few:
        return Status.NOT_ENOUGH_DATA
    if direction is Direction.HIGHER_IS_BETTER:
        low, high, target = -high, -low, -target
    if high < target or (high == target and not strict):
        return Status.BETTER
    if low > target or (low == target and strict):
        return Status.WORSE
    return Status.NOT_DISTINGUISHABLE
