"""Two numbers compared: against published intervals, hand-worked figures and statsmodels."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats
from statsmodels.stats.power import NormalIndPower
from statsmodels.stats.proportion import confint_proportions_2indep

from indicators.measures.change import detectable_in_rates, detectable_in_shares, rates, shares

COUNTS = st.integers(min_value=0, max_value=400)
EXPOSURES = st.floats(min_value=1, max_value=1e6)


def test_the_ratio_of_two_rates_has_the_interval_of_rs_own_example() -> None:
    # R's poisson.test(c(11, 6 + 8 + 7), c(800, 1083 + 1050 + 878)): 1.971488, 0.8584264 to 4.2772659.
    found = rates(events_before=21, exposure_before=3011, events_now=11, exposure_now=800)
    assert found.estimate == pytest.approx(1.971488, abs=1e-6)
    assert found.low == pytest.approx(0.8584264, abs=1e-7)
    assert found.high == pytest.approx(4.2772659, abs=1e-6)


def test_the_p_value_of_a_ratio_is_twice_the_smaller_binomial_tail() -> None:
    # 5 against 0 on equal exposures: 2 x 0.5^5.
    assert rates(events_before=5, exposure_before=100, events_now=0, exposure_now=100).p_value == pytest.approx(0.0625)
    # 6 against 0: 2 x 0.5^6, the fewest events that a fall to zero can be told from chance with.
    assert rates(events_before=6, exposure_before=100, events_now=0, exposure_now=100).p_value == pytest.approx(0.03125)


def test_without_events_a_ratio_is_unknown_and_no_exposure_is_no_comparison() -> None:
    found = rates(
        events_before=[0, 0, 5, 3], exposure_before=[100, 100, 100, 0], events_now=[0, 5, 0, 1], exposure_now=100
    )
    assert np.isnan(found.estimate[[0, 3]]).all()
    assert (found.low[0], found.high[0], found.p_value[0]) == (0, np.inf, 1)
    assert (found.estimate[1], found.high[1]) == (np.inf, np.inf)
    assert found.low[1] > 0
    assert (found.estimate[2], found.low[2]) == (0, 0)
    assert np.isnan([found.low[3], found.high[3], found.p_value[3]]).all()


@given(before=COUNTS, now=COUNTS, exposure_before=EXPOSURES, exposure_now=EXPOSURES)
def test_the_limits_of_a_ratio_are_those_of_the_exact_binomial_share(
    before: int, now: int, exposure_before: float, exposure_now: float
) -> None:
    if before + now == 0:
        return
    found = rates(events_before=before, exposure_before=exposure_before, events_now=now, exposure_now=exposure_now)
    exact = stats.binomtest(now, before + now).proportion_ci(method="exact")
    scale = exposure_before / exposure_now
    assert found.low == pytest.approx(exact.low / (1 - exact.low) * scale, rel=1e-6)
    if before:
        assert found.high == pytest.approx(exact.high / (1 - exact.high) * scale, rel=1e-6)


@given(before=COUNTS, now=COUNTS, exposure_before=EXPOSURES, exposure_now=EXPOSURES)
def test_a_ratio_is_told_from_one_exactly_where_its_interval_leaves_out_one(
    before: int, now: int, exposure_before: float, exposure_now: float
) -> None:
    found = rates(events_before=before, exposure_before=exposure_before, events_now=now, exposure_now=exposure_now)
    assert (found.p_value < 0.05) == (found.low > 1 or found.high < 1)


@pytest.mark.parametrize(
    ("now", "before", "low", "high"),
    [
        # Newcombe (1998), Statistics in Medicine 17, 873-890, table II, method 10.
        ((56, 70), (48, 80), 0.0524, 0.3339),
        ((9, 10), (3, 10), 0.1705, 0.8090),
        ((6, 7), (2, 7), 0.0582, 0.8062),
        ((5, 56), (0, 29), -0.0381, 0.1926),
        ((0, 10), (0, 20), -0.1611, 0.2775),
        ((0, 10), (0, 10), -0.2775, 0.2775),
        ((10, 10), (0, 20), 0.6791, 1.0000),
        ((10, 10), (0, 10), 0.6075, 1.0000),
    ],
)
def test_the_difference_of_two_proportions_has_newcombes_published_interval(
    now: tuple[int, int], before: tuple[int, int], low: float, high: float
) -> None:
    found = shares(events_before=before[0], trials_before=before[1], events_now=now[0], trials_now=now[1])
    assert round(float(found.low), 4) == low
    assert round(float(found.high), 4) == high


@given(before=COUNTS, now=COUNTS, others_before=COUNTS, others_now=COUNTS)
def test_the_interval_of_a_difference_is_that_of_statsmodels(
    before: int, now: int, others_before: int, others_now: int
) -> None:
    trials = before + others_before, now + others_now
    if not all(trials):
        return
    found = shares(events_before=before, trials_before=trials[0], events_now=now, trials_now=trials[1])
    low, high = confint_proportions_2indep(now, trials[1], before, trials[0], method="newcomb", compare="diff")
    assert found.low == pytest.approx(low, abs=1e-9)
    assert found.high == pytest.approx(high, abs=1e-9)
    assert (found.p_value < 0.05) == (found.low > 0 or found.high < 0)


def test_equal_proportions_have_a_p_value_of_one() -> None:
    assert shares(events_before=40, trials_before=100, events_now=80, trials_now=200).p_value == 1


def test_more_events_than_trials_and_no_trials_are_no_comparison() -> None:
    found = shares(events_before=[110, 1], trials_before=[100, 0], events_now=50, trials_now=100)
    assert np.isnan(found.estimate).all()
    assert np.isnan(found.p_value).all()


def test_with_28_deaths_a_fall_of_53_and_a_rise_of_111_per_cent_can_be_found() -> None:
    # exp(-+ 2.80158 sqrt(2/28)) = exp(-+ 0.748756) = 0.47295 and 2.11437.
    found = detectable_in_rates(events=28)
    assert found.fall == pytest.approx(-0.52705, abs=1e-5)
    assert found.rise == pytest.approx(1.11437, abs=1e-5)


def test_with_five_deaths_not_even_none_can_be_told_from_chance() -> None:
    # 2 x 0.5^5 = 0.0625 is above 0.05; with six it is 0.03125.
    found = detectable_in_rates(events=[0, 5, 6])
    assert np.isnan(found.fall[:2]).all()
    assert np.isnan(found.rise[0])
    assert found.fall[2] == pytest.approx(np.exp(-2.80158 * np.sqrt(2 / 6)) - 1, abs=1e-5)


def test_the_detectable_change_of_a_proportion_has_a_power_of_80_per_cent() -> None:
    found = detectable_in_shares(events=200, trials_before=1000, trials_now=1500)
    for change in (found.fall, found.rise):
        effect = 2 * (np.arcsin(np.sqrt(0.2 + change)) - np.arcsin(np.sqrt(0.2)))
        assert NormalIndPower().power(effect, 1000, 0.05, ratio=1.5) == pytest.approx(0.80, abs=1e-4)


def test_no_change_of_a_proportion_beyond_none_or_all_can_be_found() -> None:
    found = detectable_in_shares(events=[0, 10], trials_before=10, trials_now=10)
    assert np.isnan(found.fall[0])
    assert np.isnan(found.rise[1])


@given(events=st.integers(min_value=6, max_value=100_000))
def test_more_events_find_smaller_changes(events: int) -> None:
    fewer, more = detectable_in_rates(events=events), detectable_in_rates(events=events + 1)
    assert fewer.fall < more.fall < 0 < more.rise < fewer.rise
