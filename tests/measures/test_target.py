"""How probable it is that the true value meets a target, and which of six states follows."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.measures.target import (
    expected_of_rate,
    expected_of_share,
    probability_of_estimate,
    probability_of_rate,
    probability_of_share,
    status_of,
    status_without_chance,
)
from indicators.vocabulary import Direction, Status

LOWER, HIGHER = Direction.LOWER_IS_BETTER, Direction.HIGHER_IS_BETTER
RULE = {"few_events": 5, "met_from": 0.975, "likely_from": 0.80}


def test_with_no_event_the_probability_of_a_rate_is_that_of_a_chi_square_with_one_degree_of_freedom() -> None:
    # Gamma(0.5, E) is chi-square with 1 degree of freedom over 2E: P(chi2 <= 2 E t) = erf(sqrt(E t)), here E t = 20.
    assert probability_of_rate(0, 20_000, 0.001, LOWER) == pytest.approx(math.erf(math.sqrt(20)), abs=1e-12)
    # 3.841459 is the 95th percentile of chi-square with one degree of freedom, in any table.
    assert probability_of_rate(0, 1.9207295, 1, LOWER) == pytest.approx(0.95, abs=1e-7)


def test_a_rate_is_the_gamma_of_its_events_by_the_recurrence_of_the_incomplete_gamma() -> None:
    # P(a + 1, x) = P(a, x) - x^a e^-x / Gamma(a + 1), from P(1/2, x) = erf(sqrt x).
    x, wanted = 17.77, math.erf(math.sqrt(17.77))
    for events in range(28):
        shape = events + 0.5
        wanted -= math.exp(shape * math.log(x) - x - math.lgamma(shape + 1))
    # 28 deaths where 77 per 100,000 would have been 17.8.
    assert probability_of_rate(28, 23_078, x / 23_078, LOWER) == pytest.approx(wanted, abs=1e-9)


def test_a_share_is_jeffreys_beta_which_is_the_arcsine_law_with_nothing_seen_on_either_side_of_one() -> None:
    # Beta(3/2, 1/2) has the distribution (2/pi) (asin sqrt t - sqrt(t (1 - t))).
    for target in (0.2, 0.5, 0.9):
        wanted = 2 / math.pi * (math.asin(math.sqrt(target)) - math.sqrt(target * (1 - target)))
        assert probability_of_share(1, 1, target, LOWER) == pytest.approx(wanted, abs=1e-12)
        assert probability_of_share(1, 1, target, HIGHER) == pytest.approx(1 - wanted, abs=1e-12)


def test_a_published_interval_tells_the_spread_of_an_estimate() -> None:
    # 18.1 with 15.1 to 21.1 has a standard error of 3 / 1.96; a target at one limit is met with 2.5 percent.
    asked = {"value": 18.1, "low": 15.1, "high": 21.1}
    assert probability_of_estimate(**asked, target=15.1, direction=LOWER) == pytest.approx(0.025, abs=1e-12)
    assert probability_of_estimate(**asked, target=15.1, direction=HIGHER) == pytest.approx(0.975, abs=1e-12)
    assert probability_of_estimate(**asked, target=18.1, direction=LOWER) == pytest.approx(0.5)
    with pytest.raises(ValueError, match="without width"):
        probability_of_estimate(value=18, low=18, high=18, target=14, direction=LOWER)


@pytest.mark.parametrize(
    ("events", "exposure", "target"), [(-1, 10, 0.1), (1, 0, 0.1), (1, -1, 0.1), (math.nan, 10, 0.1), (1, math.nan, 1)]
)
def test_impossible_and_missing_counts_have_no_probability(events: float, exposure: float, target: float) -> None:
    assert math.isnan(probability_of_rate(events, exposure, target, LOWER))
    assert math.isnan(probability_of_share(events, exposure, target, HIGHER))


def test_more_than_all_is_no_share() -> None:
    assert math.isnan(probability_of_share(11, 10, 0.9, HIGHER))


def test_a_direction_is_needed() -> None:
    with pytest.raises(ValueError, match="direction"):
        probability_of_rate(1, 10, 0.1, Direction.NEUTRAL)


@given(events=st.integers(0, 300), more=st.integers(0, 2000), target=st.floats(0.001, 0.999))
def test_both_directions_together_are_certain(events: int, more: int, target: float) -> None:
    trials = events + more + 1
    for of in (probability_of_rate, probability_of_share):
        assert of(events, trials, target, LOWER) + of(events, trials, target, HIGHER) == pytest.approx(1, abs=1e-9)


@given(events=st.integers(1, 300), more=st.integers(0, 2000), target=st.floats(0.001, 0.999))
def test_one_case_more_never_makes_a_lower_target_likelier(events: int, more: int, target: float) -> None:
    trials = events + more
    for of in (probability_of_rate, probability_of_share):
        assert of(events, trials, target, LOWER) <= of(events - 1, trials, target, LOWER)


def test_an_array_gives_what_each_of_its_numbers_gives() -> None:
    events, trials = np.array([0, 3, 28, np.nan]), np.array([900, 1000, 23_000, 500])
    for of, expected in ((probability_of_rate, expected_of_rate), (probability_of_share, expected_of_share)):
        together = of(events, trials, 0.002, LOWER)
        alone = [of(float(e), float(n), 0.002, LOWER) for e, n in zip(events, trials, strict=True)]
        np.testing.assert_array_equal(together, alone)
        states = status_of(together, expected(trials, 0.002), **RULE)
        alone_expected = [expected(float(n), 0.002) for n in trials]
        assert list(states) == [status_of(p, e, **RULE) for p, e in zip(alone, alone_expected, strict=True)]
        assert all(isinstance(state, Status) for state in states)


def test_a_number_of_numpy_is_a_number() -> None:
    found = probability_of_rate(np.int64(28), np.int64(23_000), np.float64(0.00183), LOWER)
    assert type(found) is float
    assert found == probability_of_rate(28, 23_000, 0.00183, LOWER)


@pytest.mark.parametrize(
    ("probability", "wanted"),
    [
        (1.0, Status.MET),
        (0.975, Status.MET),
        (0.9749, Status.LIKELY_MET),
        (0.80, Status.LIKELY_MET),
        (0.7999, Status.NOT_DISTINGUISHABLE),
        (0.5, Status.NOT_DISTINGUISHABLE),
        (0.2001, Status.NOT_DISTINGUISHABLE),
        (0.1999, Status.LIKELY_NOT_MET),
        (0.0251, Status.LIKELY_NOT_MET),
        (0.0249, Status.NOT_MET),
        (0.0, Status.NOT_MET),
        (math.nan, Status.NOT_ENOUGH_DATA),
    ],
)
def test_the_six_states_and_their_limits(probability: float, wanted: Status) -> None:
    assert status_of(probability, 5, **RULE) is wanted
    assert status_of(probability, math.nan, **RULE) is wanted  # an estimate brings its own interval


@pytest.mark.parametrize("probability", [0.0, 0.5, 1.0])
def test_fewer_than_five_expected_at_the_target_are_never_judged(probability: float) -> None:
    assert status_of(probability, 4.99, **RULE) is Status.NOT_ENOUGH_DATA


def test_one_kecamatan_year_of_maternal_deaths_is_never_judged_and_none_of_twenty_expected_is() -> None:
    # 1,500 births at 183 per 100,000 are 2.7 expected deaths.
    for deaths in (0, 1, 3, 12):
        probability = probability_of_rate(deaths, 1500, 0.00183, LOWER)
        assert status_of(probability, expected_of_rate(1500, 0.00183), **RULE) is Status.NOT_ENOUGH_DATA
    none = probability_of_rate(0, 10_929, 0.00183, LOWER)
    assert expected_of_rate(10_929, 0.00183) == pytest.approx(20.0, abs=0.001)
    assert status_of(none, 20, **RULE) is Status.MET


def test_of_a_share_the_rarer_side_is_expected() -> None:
    assert expected_of_share(100, 0.95) == pytest.approx(5)
    assert expected_of_share(100, 0.14) == pytest.approx(14)


@pytest.mark.parametrize(
    ("value", "target", "direction", "strict", "wanted"),
    [
        (50, 50, HIGHER, False, Status.MET),
        (49, 50, HIGHER, False, Status.NOT_MET),
        (61, 50, HIGHER, False, Status.MET),
        (0, 0, LOWER, False, Status.MET),
        (1, 0, LOWER, False, Status.NOT_MET),
        # "Below 70" is not met by 70 itself.
        (70, 70, LOWER, True, Status.NOT_MET),
        (69.9, 70, LOWER, True, Status.MET),
        (70, 70, LOWER, False, Status.MET),
    ],
)
def test_without_chance_the_value_itself_is_held_against_the_target(
    value: float, target: float, direction: Direction, strict: bool, wanted: Status
) -> None:
    assert status_without_chance(value=value, target=target, direction=direction, strict=strict) is wanted
