"""What a target means in cases, and how fast it would have to be approached."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.measures.pace import a_month, least_events, most_events, yearly_ratio, yearly_step


@pytest.mark.parametrize(
    ("exposure", "target", "strict", "wanted"),
    [
        (23_000, 0.00077, False, 17),  # 17.71
        (23_000, 0.00183, False, 42),  # 42.09
        (1_000, 0.016, False, 16),  # exactly on it
        (1_000, 0.016, True, 15),  # "below" leaves the target itself out
        (10_000, 0.0007, True, 6),
        (10_000, 0.00071, True, 7),
        (300, 0.0007, False, 0),
        (2_000, 0, False, 0),
    ],
)
def test_an_upper_target_allows_the_whole_cases_below_it(
    exposure: float, target: float, strict: bool, wanted: float
) -> None:
    assert most_events(exposure, target, strict=strict) == wanted


def test_below_none_there_is_nothing() -> None:
    assert math.isnan(most_events(1000, 0, strict=True))


@pytest.mark.parametrize(
    ("trials", "target", "wanted"), [(12_000, 0.95, 11_400), (101, 0.95, 96), (100, 0.95, 95), (7, 1, 7)]
)
def test_a_lower_target_asks_for_whole_cases_above_it(trials: float, target: float, wanted: float) -> None:
    assert least_events(trials, target) == wanted


def test_the_equal_fall_a_year_leads_to_the_target() -> None:
    # Half in two years is a fall of 1 - 1/sqrt(2) a year; a tenth more in one year is a tenth.
    assert yearly_ratio(100, 50, 2) == pytest.approx(0.5**0.5 - 1)
    assert yearly_ratio(50, 55, 1) == pytest.approx(0.10)
    assert yearly_step(80, 95, 5) == pytest.approx(3)


@pytest.mark.parametrize(("now", "target", "years"), [(0, 10, 2), (10, 0, 2), (10, 5, 0), (10, 5, -1)])
def test_no_equal_fall_reaches_zero_or_takes_no_year(now: float, target: float, years: float) -> None:
    assert math.isnan(yearly_ratio(now, target, years))


@given(now=st.floats(0.1, 1e4), target=st.floats(0.1, 1e4), years=st.integers(1, 30))
def test_going_the_pace_for_all_the_years_arrives(now: float, target: float, years: int) -> None:
    assert now * (1 + yearly_ratio(now, target, years)) ** years == pytest.approx(target)
    assert now + yearly_step(now, target, years) * years == pytest.approx(target, abs=1e-6)


def test_arrays_give_what_each_number_gives() -> None:
    births, now = np.array([23_000, 4_000, 300]), np.array([117.0, 0.0, 90.0])
    np.testing.assert_array_equal(most_events(births, 0.00077), [17, 3, 0])
    np.testing.assert_array_equal(least_events(births, 0.5), [11_500, 2_000, 150])
    found = yearly_ratio(now, 77, 4)
    assert np.isnan(found[1])
    assert found[2] == pytest.approx(yearly_ratio(90, 77, 4))


def test_a_count_needs_its_rest_in_equal_months() -> None:
    assert a_month(20, 50, 5) == 6
    assert a_month(60, 50, 5) == 0
    with pytest.raises(ValueError, match="no month"):
        a_month(20, 50, 0)
