"""Where an interval lies against a target: four answers, and none for what has no better direction."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.measures.status import status
from indicators.vocabulary import Direction, Status

LOWER, HIGHER = Direction.LOWER_IS_BETTER, Direction.HIGHER_IS_BETTER


@pytest.mark.parametrize(
    ("low", "high", "target", "direction", "wanted"),
    [
        (80.9, 175.9, 183, LOWER, Status.BETTER),
        (80.9, 175.9, 100, LOWER, Status.NOT_DISTINGUISHABLE),
        (80.9, 175.9, 70, LOWER, Status.WORSE),
        (88.0, 92.0, 95, HIGHER, Status.WORSE),
        (88.0, 92.0, 90, HIGHER, Status.NOT_DISTINGUISHABLE),
        (88.0, 92.0, 85, HIGHER, Status.BETTER),
        # A limit exactly on the target: it is met from the better side, and not yet missed from the worse.
        (80, 183, 183, LOWER, Status.BETTER),
        (183, 200, 183, LOWER, Status.NOT_DISTINGUISHABLE),
        (90, 95, 90, HIGHER, Status.BETTER),
        (80, 90, 90, HIGHER, Status.NOT_DISTINGUISHABLE),
        # A complete count has no width.
        (50, 50, 50, HIGHER, Status.BETTER),
        (49, 49, 50, HIGHER, Status.WORSE),
        (51, 51, 50, HIGHER, Status.BETTER),
        (0, 0, 0, LOWER, Status.BETTER),
        (1, 1, 0, LOWER, Status.WORSE),
    ],
)
def test_the_status_is_read_from_the_interval(
    low: float, high: float, target: float, direction: Direction, wanted: Status
) -> None:
    assert status(low=low, high=high, target=target, direction=direction, too_few=False) is wanted


@pytest.mark.parametrize(
    ("low", "high", "target", "direction", "wanted"),
    [
        # "Below 70" is not met by 70 itself.
        (40, 70, 70, LOWER, Status.NOT_DISTINGUISHABLE),
        (40, 69.9, 70, LOWER, Status.BETTER),
        (70, 90, 70, LOWER, Status.WORSE),
        (70, 70, 70, LOWER, Status.WORSE),
        (90, 95, 90, HIGHER, Status.NOT_DISTINGUISHABLE),
        (80, 90, 90, HIGHER, Status.WORSE),
    ],
)
def test_a_strict_target_is_not_met_by_a_limit_exactly_on_it(
    low: float, high: float, target: float, direction: Direction, wanted: Status
) -> None:
    assert status(low=low, high=high, target=target, direction=direction, too_few=False, strict=True) is wanted


@pytest.mark.parametrize("direction", [LOWER, HIGHER])
@pytest.mark.parametrize(
    ("low", "high", "too_few"), [(1, 2, True), (None, None, False), (None, 2, False), (1, None, False)]
)
def test_too_few_events_or_no_interval_are_not_judged(
    low: float | None, high: float | None, too_few: bool, direction: Direction
) -> None:
    found = status(low=low, high=high, target=100, direction=direction, too_few=too_few)
    assert found is Status.NOT_ENOUGH_DATA


@pytest.mark.parametrize(("low", "too_few"), [(1, False), (None, False), (1, True)])
def test_what_has_no_better_direction_has_no_status(low: float | None, too_few: bool) -> None:
    assert status(low=low, high=low, target=1, direction=Direction.NEUTRAL, too_few=too_few) is None


bounds = st.tuples(st.floats(0, 1e6), st.floats(0, 1e6)).map(sorted)


@given(bounds=bounds, target=st.floats(0, 1e6), strict=st.booleans())
def test_turning_the_direction_and_the_axis_changes_nothing(bounds: list[float], target: float, strict: bool) -> None:
    low, high = bounds
    one = status(low=low, high=high, target=target, direction=LOWER, too_few=False, strict=strict)
    other = status(low=-high, high=-low, target=-target, direction=HIGHER, too_few=False, strict=strict)
    assert one is other


@given(bounds=bounds, target=st.floats(0, 1e6), strict=st.booleans())
def test_a_target_inside_the_interval_is_never_judged_either_way(
    bounds: list[float], target: float, strict: bool
) -> None:
    low, high = bounds
    found = status(low=low, high=high, target=target, direction=LOWER, too_few=False, strict=strict)
    assert (found is Status.NOT_DISTINGUISHABLE) >= (low < target < high)


@given(bounds=bounds, target=st.floats(0, 1e6), easier=st.floats(0, 1e6))
def test_an_easier_target_is_never_judged_harder(bounds: list[float], target: float, easier: float) -> None:
    rank = [Status.WORSE, Status.NOT_DISTINGUISHABLE, Status.BETTER]
    low, high = bounds
    hard = status(low=low, high=high, target=target, direction=LOWER, too_few=False)
    easy = status(low=low, high=high, target=target + easier, direction=LOWER, too_few=False)
    assert rank.index(easy) >= rank.index(hard)
