"""Empirical Bayes against hand-worked numbers and against esda."""

from __future__ import annotations

import numpy as np
import pytest
from esda.smoothing import Empirical_Bayes, assuncao_rate

from indicators.measures.smoothing import smoothed, standardised
from indicators.vocabulary import Interval


def test_three_areas_worked_by_hand() -> None:
    # Pooled 12/400 = 0.03; s2 = (100 x 0.01^2 + 200 x 0.02^2 + 100 x 0.03^2) / 400 = 0.00045; less 0.03 / 133.3 =
    # 0.000225 leaves 0.000225. Weights: 0.000225 / (0.000225 + 0.0003) = 3/7 and 0.000225 / 0.000375 = 0.6.
    found = smoothed(model=Interval.POISSON, events=[4, 2, 6], denominator=[100, 200, 100])

    assert found == pytest.approx([0.03 + 3 / 7 * 0.01, 0.03 - 0.6 * 0.02, 0.03 + 3 / 7 * 0.03])


def test_rates_are_those_of_esda() -> None:
    rng = np.random.default_rng(7)
    births = rng.integers(200, 3000, 25)
    deaths = rng.poisson(births * rng.gamma(9, 0.01 / 9, 25))
    by_esda = Empirical_Bayes(deaths, births).r.ravel()

    assert smoothed(model=Interval.POISSON, events=deaths, denominator=births) == pytest.approx(by_esda)


def test_areas_that_differ_no_more_than_chance_all_have_the_pooled_value() -> None:
    found = smoothed(model=Interval.POISSON, events=[10, 11, 9], denominator=[1000, 1000, 1000])

    assert found == pytest.approx([0.01] * 3)


def test_a_proportion_has_the_binomial_variance() -> None:
    # As above, with 0.03 x 0.97 = 0.0291 in place of 0.03: 0.00045 - 0.0291 / 133.3 = 0.00023175.
    found = smoothed(model=Interval.PROPORTION, events=[4, 2, 6], denominator=[100, 200, 100])
    weight = 0.00023175 / (0.00023175 + 0.000291)

    assert found[0] == pytest.approx(0.03 + weight * 0.01)


def test_many_indicators_are_smoothed_at_once_as_one_by_one() -> None:
    events, at = np.array([[4, 2, 6], [10, 11, 9]]), np.array([[100, 200, 100], [1000, 1000, 1000]])
    together = smoothed(model=Interval.POISSON, events=events, denominator=at)

    for row in (0, 1):
        alone = smoothed(model=Interval.POISSON, events=events[row], denominator=at[row])
        assert together[row] == pytest.approx(alone)


def test_no_event_anywhere_stays_none() -> None:
    assert smoothed(model=Interval.POISSON, events=[0, 0], denominator=[10, 20]).tolist() == [0, 0]


def test_standardised_rates_are_those_of_the_published_example() -> None:
    # The example in esda's documentation of Assuncao and Reis.
    events, at = [30, 25, 25, 15, 33, 21, 30, 20], [100, 100, 110, 90, 100, 90, 110, 90]
    found = standardised(model=Interval.POISSON, events=events, denominator=at)

    assert found[:4] == pytest.approx([1.03843594, -0.04099089, -0.56250375, -1.73061861])
    assert found == pytest.approx(assuncao_rate(np.array(events), np.array(at)))
