"""Exact tests against scipy and by hand; Benjamini-Hochberg against scipy and its authors' own example."""

from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from indicators.measures.discoveries import discoveries, rate_against_rest, share_against_rest, widened


def test_ten_events_where_half_are_expected_by_hand():
    # Ten events, all in the half of the births that this area has: 2 * 0.5^10.
    found = rate_against_rest(events=[10], exposure=[500], rest_events=[0], rest_exposure=[500])
    assert found[0] == pytest.approx(2 / 1024)


def test_a_rate_against_the_rest_is_the_binomial_test():
    numbers = np.random.default_rng(5)
    x, rest = numbers.integers(0, 40, 50), numbers.integers(0, 400, 50)
    exposure, rest_exposure = numbers.integers(100, 2000, 50), numbers.integers(3000, 30000, 50)
    found = rate_against_rest(events=x, exposure=exposure, rest_events=rest, rest_exposure=rest_exposure)
    expected = exposure / (exposure + rest_exposure)
    tails = np.minimum(stats.binom.cdf(x, x + rest, expected), stats.binom.sf(x - 1, x + rest, expected))
    assert found == pytest.approx(np.minimum(1, 2 * tails), rel=1e-9)


@pytest.mark.parametrize("size", [20, 500, 5000])
def test_a_share_against_the_rest_is_fishers_exact_test_doubled(size: int):
    numbers = np.random.default_rng(size)
    trials, rest_trials = numbers.integers(1, size, 60), numbers.integers(size, 20 * size, 60)
    x = numbers.integers(0, trials + 1)
    rest = numbers.binomial(rest_trials, np.clip(x / trials + numbers.normal(0, 0.05, 60), 0, 1))
    found = share_against_rest(events=x, trials=trials, rest_events=rest, rest_trials=rest_trials)
    law = stats.hypergeom(trials + rest_trials, x + rest, trials)
    # Not the smaller of both tails but the one away from the mean: they differ only where both are near one half.
    mean = (x + rest) * trials / (trials + rest_trials)
    tail = np.where(x >= mean, law.sf(x - 1), law.cdf(x))
    assert found == pytest.approx(np.minimum(1, 2 * tail), rel=1e-7, abs=1e-300)


def test_the_lady_tasting_tea():
    # Fisher's own example: three of four cups right has the one-sided probability 17/70.
    assert share_against_rest(events=[3], trials=[4], rest_events=[1], rest_trials=[4])[0] == pytest.approx(34 / 70)


def test_impossible_counts_have_no_p_value():
    found = share_against_rest(events=[5, 1, 1], trials=[4, 0, 4], rest_events=[1, 1, 5], rest_trials=[4, 4, 4])
    assert np.isnan(found).all()


def test_the_example_of_benjamini_and_hochberg():
    # Their table of 15 p-values: at 5 % the four smallest are believed, where Bonferroni believes three.
    p = [
        0.0001,
        0.0004,
        0.0019,
        0.0095,
        0.0201,
        0.0278,
        0.0298,
        0.0344,
        0.0459,
        0.3240,
        0.4262,
        0.5719,
        0.6528,
        0.7590,
        1,
    ]
    assert discoveries(p, level=0.05).tolist() == [True] * 4 + [False] * 11


def test_it_is_scipys_false_discovery_control():
    numbers = np.random.default_rng(7)
    for share in (0.0, 0.1, 0.5):
        p = numbers.random(300) ** np.where(numbers.random(300) < share, 6, 1)
        assert discoveries(p, level=0.05).tolist() == (stats.false_discovery_control(p) <= 0.05).tolist()


def test_a_comparison_that_could_not_be_made_is_neither_believed_nor_counted():
    assert discoveries([0.04, np.nan], level=0.05).tolist() == [True, False]
    assert discoveries([0.04, 1.0], level=0.05).tolist() == [False, False]
    assert discoveries([], level=0.05).tolist() == []


def test_where_areas_differ_anyway_a_p_value_is_less_surprising():
    # 1.96 standard errors apart are 0.98 where areas differ twice as much as chance lets them.
    assert widened([0.05], widening=[2.0])[0] == pytest.approx(2 * stats.norm.sf(1.959964 / 2), rel=1e-6)
    assert widened([0.05, 0.0], widening=1.0).tolist() == [0.05, 0.0]
    assert 0 < widened([0.0], widening=[2.0])[0] < 1e-50
