"""Spread and slope between areas, worked by hand and against statsmodels."""

from __future__ import annotations

import math

import numpy as np
import pytest
import statsmodels.api as sm

from indicators.measures.spread import Slope, slope_index, spread
from indicators.vocabulary import Interval


def test_three_areas_worked_by_hand() -> None:
    # Variances 0.03/n: 0.0003, 0.00015, 0.0003. Q = 0.01^2/0.0003 + 0.02^2/0.00015 + 0.03^2/0.0003 = 6.
    # Sum of weights 13333.3 less sum of squares over sum, 5000, is 8333.3; tau2 = (6 - 2) / 8333.3 = 0.00048.
    # Two degrees of freedom: p = exp(-6/2).
    found = spread(model=Interval.POISSON, events=[4, 2, 6], denominator=[100, 200, 100])

    assert found.tau == pytest.approx(0.00048**0.5)
    assert found.p_value == pytest.approx(math.exp(-3))
    assert found.areas == 3


def test_areas_that_differ_less_than_by_chance_have_no_spread() -> None:
    found = spread(model=Interval.PROPORTION, events=[10, 11, 9], denominator=[100, 100, 100])

    assert found.tau == 0
    assert found.p_value > 0.8


@pytest.mark.parametrize("events", [[], [3], [0, 0], [10, 20]])
def test_without_chance_or_without_a_second_area_there_is_nothing_to_compare(events: list[int]) -> None:
    found = spread(model=Interval.PROPORTION, events=events, denominator=[10, 20][: len(events)])

    assert (found.tau, found.p_value) == (0, 1)


def test_the_known_spread_of_many_areas_is_found_again() -> None:
    rng = np.random.default_rng(11)
    true = rng.normal(0.2, 0.03, 4000)
    births = rng.integers(300, 2500, 4000)
    found = spread(model=Interval.PROPORTION, events=rng.binomial(births, true), denominator=births)

    assert found.tau == pytest.approx(0.03, rel=0.05)


def test_one_true_value_is_called_different_in_a_twentieth_of_all_cases() -> None:
    rng = np.random.default_rng(12)
    births = np.linspace(300, 2400, 25)
    found = [
        spread(model=Interval.POISSON, events=rng.poisson(births * 0.01), denominator=births).p_value < 0.05
        for _ in range(1000)
    ]

    assert 0.03 <= float(np.mean(found)) <= 0.07


def test_a_slope_worked_by_hand() -> None:
    # Four areas of equal population stand at 0.125, 0.375, 0.625 and 0.875. Sxy = -2, Sxx = 0.3125: slope -6.4.
    found = slope_index(value=[10, 6, 8, 4], population=[100] * 4, ranking=[1, 2, 3, 4])

    assert found is not None
    assert found.slope == pytest.approx(-6.4)
    # Residuals 0.6, -1.8, 1.8, -0.6 about 7 - 6.4 (place - 0.5): sum of squares 7.2, over 2 degrees of freedom 3.6;
    # error (3.6 / 0.3125)^0.5 = 3.3941; times 4.3027 = 14.604.
    assert found.high - found.slope == pytest.approx(14.604, abs=0.001)


def test_a_straight_line_has_no_doubt() -> None:
    assert slope_index(value=[10, 8, 6, 4], population=[1] * 4, ranking=[5, 6, 7, 8]) == Slope(
        pytest.approx(-8), pytest.approx(-8), pytest.approx(-8), 4
    )


def test_unequal_populations_and_a_shared_rank_are_those_of_weighted_least_squares() -> None:
    value, people = np.array([12.0, 7.0, 9.5, 4.0, 3.0]), np.array([900, 300, 500, 800, 400])
    # Areas 2 and 3 share the 800 people between 900 and 1700.
    place = np.array([450, 1300, 1300, 2100, 2700]) / 2900
    fit = sm.WLS(value, sm.add_constant(place), weights=people).fit()
    found = slope_index(value=value, population=people, ranking=[1, 2, 2, 3, 4])

    assert found is not None
    assert found.slope == pytest.approx(fit.params[1])
    assert (found.low, found.high) == pytest.approx(tuple(fit.conf_int()[1]))


def test_without_a_difference_in_rank_there_is_no_slope() -> None:
    assert slope_index(value=[1, 2, 3], population=[1, 1, 1], ranking=[4, 4, 4]) is None
    assert slope_index(value=[1, 2], population=[1, 1], ranking=[4, 5]) is None
