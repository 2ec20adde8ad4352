"""Limits and rules: against hand-worked and published examples."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from indicators.measures.control import (
    MEAN_RANGE,
    RANGE_FACTOR,
    XMR_FACTOR,
    Limits,
    Rule,
    between_events,
    g_chart,
    mean_range,
    p_chart,
    run_chart,
    special,
    t_chart,
    u_chart,
    xmr,
)

SERIES = st.lists(st.floats(min_value=0, max_value=1000), min_size=3, max_size=40)
RULES = {"shift": 7, "trend": 7}


def flat(centre: float, reach: float, points: int) -> Limits:
    return Limits(np.full(points, centre), np.full(points, centre - reach), np.full(points, centre + reach))


# Limits


def test_the_constants_are_those_of_moving_ranges_of_two() -> None:
    # E|X - Y| of two standard normals is 2/sqrt(pi) = 1.128; its own spread is 0.853, so D4 = 1 + 3 (0.853/1.128).
    assert pytest.approx(2 / np.sqrt(np.pi), abs=5e-4) == MEAN_RANGE
    assert pytest.approx(3 / MEAN_RANGE, abs=5e-4) == XMR_FACTOR
    assert pytest.approx(1 + 3 * np.sqrt(2 - 4 / np.pi) / (2 / np.sqrt(np.pi)), abs=1e-3) == RANGE_FACTOR


def test_xmr_limits_worked_by_hand() -> None:
    # Mean 11.5; ranges 2, 1, 2 with the mean 5/3; 2.66 x 5/3 = 4.4333.
    found = xmr([10, 12, 11, 13])
    assert found.centre[0] == 11.5
    assert found.lower[0] == pytest.approx(7.0667, abs=1e-4)
    assert found.upper[-1] == pytest.approx(15.9333, abs=1e-4)


def test_a_constant_series_has_limits_equal_to_its_mean_and_nothing_special() -> None:
    for value in (0.0, 0.1, 100.0):
        found = xmr([value] * 12)
        assert found.lower == pytest.approx(value, abs=1e-12)
        assert found.upper == pytest.approx(value, abs=1e-12)
        assert not any(marks.any() for marks in special([value] * 12, found, **RULES).values())


def test_a_moving_range_never_reaches_over_a_gap() -> None:
    # Only 10 -> 11 and 30 -> 31 are adjacent.
    assert mean_range([10, 11, np.nan, 30, 31]) == 1


def test_a_range_beyond_its_own_limit_is_left_out_of_the_mean() -> None:
    # Eleven ranges of 1 and one of 40: their mean 4.25 allows up to 13.9, so the 40 goes.
    values = np.append(np.tile([10, 11], 6), 51)
    assert mean_range(values) == 1


def test_one_dip_among_equal_values_does_not_leave_limits_without_any_width() -> None:
    # 22 ranges of nothing and two of 2: both would go, and every 100 would lie beyond the mean of 99.92.
    values = [100.0] * 12 + [98.0] + [100.0] * 12
    assert mean_range(values) == pytest.approx(4 / 24)
    assert list(np.flatnonzero(special(values, xmr(values), **RULES)[Rule.BEYOND])) == [12]


def test_one_value_has_no_limits() -> None:
    assert np.isnan(xmr([5.0]).upper).all()
    assert np.isnan(xmr([np.nan, np.nan]).centre).all()


def test_the_p_chart_of_montgomerys_orange_juice_cans() -> None:
    # Montgomery, Statistical Quality Control, example 7.1: 347 of 30 samples of 50; 0.2313, 0.0524 to 0.4102.
    events = [12] * 17 + [11] * 13
    assert sum(events) == 347
    found = p_chart(events, 50)
    assert round(float(found.centre[0]), 4) == 0.2313
    assert round(float(found.lower[0]), 4) == 0.0524
    assert round(float(found.upper[0]), 4) == 0.4102


def test_limits_of_a_p_chart_vary_with_the_denominator_and_stay_between_none_and_all() -> None:
    # 40 of 400: 0.1; sqrt(0.09/100) = 0.03 and sqrt(0.09/9) = 0.1.
    found = p_chart([10, 29, 1], [100, 291, 9])
    assert found.upper[0] == pytest.approx(0.19)
    assert found.upper[2] == pytest.approx(0.40)
    assert found.lower[2] == 0


def test_a_u_chart_worked_by_hand() -> None:
    # 30 events on 20 units: 1.5; 3 sqrt(1.5/10) = 1.1619 and 3 sqrt(1.5/4) = 1.8371.
    found = u_chart([14, 10, 6], [10, 6, 4])
    assert found.centre[0] == 1.5
    assert found.upper[0] == pytest.approx(2.6619, abs=1e-4)
    assert found.lower[0] == pytest.approx(0.3381, abs=1e-4)
    assert found.lower[2] == 0


def test_very_large_denominators_are_widened_by_laneys_sigma() -> None:
    # 2 % and 3 % in turn of 90.000: z of -+10.8, so ranges of 21.6 and sigma z = 19.1.
    events = np.tile([1800, 2700], 12)
    plain, widened = p_chart(events, 90_000), p_chart(events, 90_000, laney_from=1.3)
    sigma = np.sqrt(0.025 * 0.975 / 90_000)
    assert plain.widened == 1
    assert widened.widened == pytest.approx(0.01 / sigma / 1.128, rel=1e-6)
    assert widened.upper[0] - 0.025 == pytest.approx(widened.widened * (plain.upper[0] - 0.025), rel=1e-6)
    # Then its limits are those of an XmR chart: 0.025 -+ 2.66 x 0.01.
    assert widened.upper[0] == pytest.approx(0.025 + 2.66 * 0.01, abs=1e-4)


def test_denominators_of_usual_size_are_not_widened() -> None:
    counts = np.random.default_rng(2).binomial(200, 0.3, 36)
    assert p_chart(counts, 200, laney_from=1.3).widened == 1


def test_the_limits_of_a_g_chart_are_quantiles_of_the_geometric_distribution() -> None:
    # A mean of 99 cases between: a chance of 1/100 a case.
    found = g_chart([50, 148, 99])
    geometric = stats.geom(0.01)
    assert found.centre[0] == pytest.approx(np.log(0.5) / np.log(0.99))
    assert geometric.cdf(np.floor(found.upper[0])) == pytest.approx(1 - 0.00135, abs=2e-5)
    assert geometric.sf(np.ceil(found.lower[0])) <= 1 - 0.00135


def test_a_t_chart_is_an_xmr_chart_of_the_transformed_days() -> None:
    days = np.array([3.0, 40.0, 12.0, 90.0, 25.0])
    found, turned = t_chart(days), xmr(days ** (1 / 3.6))
    assert found.centre[0] == pytest.approx(turned.centre[0] ** 3.6)
    assert found.upper[0] == pytest.approx(turned.upper[0] ** 3.6)
    assert found.lower[0] == pytest.approx(max(0.0, float(turned.lower[0])) ** 3.6)


def test_a_run_chart_has_a_median_and_no_limits() -> None:
    found = run_chart([1, 5, 2, np.nan])
    assert found.centre[0] == 2
    assert np.isnan(found.upper).all()


# Rules


def test_seven_in_a_row_above_the_mean_are_a_shift_and_six_are_none() -> None:
    up = [-1, 1, 1, 1, 1, 1, 1, 1, -1]
    marks = special(np.array(up, dtype=float) + 10, flat(10, 50, 9), **RULES)[Rule.SHIFT]
    assert list(marks) == [0, 1, 1, 1, 1, 1, 1, 1, 0]
    fewer = np.array([-1, 1, 1, 1, 1, 1, 1, -1], dtype=float) + 10
    assert not special(fewer, flat(10, 50, 8), **RULES)[Rule.SHIFT].any()


def test_a_point_exactly_on_the_mean_breaks_a_run() -> None:
    values = np.array([11, 12, 11, 10, 12, 11, 12, 11], dtype=float)
    assert not special(values, flat(10, 50, 8), **RULES)[Rule.SHIFT].any()
    assert special(values, flat(9, 50, 8), **RULES)[Rule.SHIFT].all()


@pytest.mark.parametrize("points", [6, 7, 8])
def test_how_many_points_make_a_shift_is_a_setting(points: int) -> None:
    values = np.full(7, 11.0)
    found = special(values, flat(10, 50, 7), shift=points, trend=7)[Rule.SHIFT]
    assert found.any() == (points <= 7)


def test_a_gap_breaks_a_run_and_a_trend() -> None:
    values = np.array([11, 12, 13, 14, np.nan, 15, 16, 17, 18])
    found = special(values, flat(10, 50, 9), shift=6, trend=6)
    assert not found[Rule.SHIFT].any()
    assert not found[Rule.TREND].any()


def test_seven_points_that_each_fall_are_a_trend_and_an_equal_pair_ends_it() -> None:
    falling = np.array([20, 19, 18, 17, 16, 15, 14, 14.0])
    assert list(special(falling, flat(17, 50, 8), **RULES)[Rule.TREND]) == [-1] * 7 + [0]


def test_two_of_three_points_in_the_same_outer_third_are_a_change() -> None:
    # Limits at -+30: the outer third begins at 20.
    values = np.array([0, 25, 3, 24, 0, 25, -25, 0, 21, 0, 0], dtype=float)
    marks = special(values, flat(0, 30, 11), **RULES)[Rule.TWO_OF_THREE]
    assert list(marks) == [0, 1, 0, 1, 0, 1, 0, 0, 0, 0, 0]


def test_a_point_on_its_limit_is_within_it() -> None:
    values = np.array([10, 20, 20.1, -0.1])
    assert list(special(values, flat(10, 10, 4), **RULES)[Rule.BEYOND]) == [0, 0, 1, -1]


@given(values=SERIES)
def test_limits_enclose_the_mean_and_no_rule_marks_both_ways(values: list[float]) -> None:
    found = xmr(values)
    assert (found.lower <= found.centre).all()
    assert (found.centre <= found.upper).all()
    upside = special([-v for v in values], xmr([-v for v in values]), **RULES)
    for rule, marks in special(values, found, **RULES).items():
        assert list(marks) == [-mark for mark in upside[rule]]


def test_limits_of_36_steady_months_are_passed_by_few_of_them() -> None:
    random = np.random.default_rng(7)
    passed = [
        special(counts, u_chart(counts, 1), **RULES)[Rule.BEYOND].astype(bool).mean()
        for counts in random.poisson(20, (500, 36)).astype(float)
    ]
    assert np.mean(passed) < 0.006


# Between events


def test_events_of_a_month_are_spread_evenly_over_it() -> None:
    # One in the middle of 100 births, none in the next 100, two at a quarter and three quarters of the third.
    gaps, months = between_events([1, 0, 2], [100, 100, 100])
    assert list(gaps) == [175, 50]
    assert list(months) == [2, 2]


def test_nothing_is_measured_across_a_month_without_complete_reports() -> None:
    gaps, months = between_events([1, np.nan, 1, 1], 100)
    assert (list(gaps), list(months)) == ([100], [3])


def test_without_two_events_there_is_nothing_between() -> None:
    assert between_events([0, 1, 0], 30)[0].size == 0
