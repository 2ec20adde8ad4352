"""Limits of chance against published tables, exact tail probabilities, and areas that all have one true value."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from indicators.measures.funnel import Dispersion, dispersion, limits
from indicators.vocabulary import Interval

WIDE = 0.998


@pytest.mark.parametrize(
    ("events", "low_mean", "high_mean"),
    # Garwood's table: the mean at which so many events are just too many, and at which they are just too few.
    [(1, 0.02532, 5.57164), (3, 0.61867, 8.76727), (5, 1.62349, 11.66833), (9, 4.11537, 17.08480)],
)
def test_a_count_lies_on_its_limit_where_the_published_table_has_the_limit_of_the_count(
    events: int, low_mean: float, high_mean: float
) -> None:
    few = limits(model=Interval.POISSON, denominator=[1.0], pooled=low_mean, confidence=0.95)
    many = limits(model=Interval.POISSON, denominator=[1.0], pooled=high_mean, confidence=0.95)

    assert few.high[0] == pytest.approx(events, abs=1e-4)
    assert many.low[0] == pytest.approx(events, abs=1e-4)


@given(st.integers(0, 400), st.floats(0.05, 300))
def test_beyond_a_limit_of_a_rate_is_where_the_tail_is_a_thousandth_or_less(events: int, expected: float) -> None:
    found = limits(model=Interval.POISSON, denominator=[1000.0], pooled=expected / 1000, confidence=WIDE)
    above, below = stats.poisson.sf(events - 1, expected), stats.poisson.cdf(events, expected)

    if abs(above - 0.001) > 1e-9:
        assert bool(events / 1000 >= found.high[0]) is bool(above < 0.001)
    if abs(below - 0.001) > 1e-9:
        assert bool(events / 1000 <= found.low[0]) is bool(below < 0.001)


@given(st.integers(1, 600), st.floats(0.01, 0.99), st.data())
def test_beyond_a_limit_of_a_proportion_is_where_the_tail_is_a_thousandth_or_less(
    trials: int, share: float, data: st.DataObject
) -> None:
    events = data.draw(st.integers(0, trials))
    found = limits(model=Interval.PROPORTION, denominator=[trials], pooled=share, confidence=WIDE)
    above, below = stats.binom.sf(events - 1, trials, share), stats.binom.cdf(events, trials, share)

    if abs(above - 0.001) > 1e-9:
        assert bool(events >= found.high[0] * trials - 1e-9) is bool(above < 0.001)
    if abs(below - 0.001) > 1e-9:
        assert bool(events <= found.low[0] * trials + 1e-9) is bool(below < 0.001)


def test_where_no_event_at_all_would_not_be_beyond_chance_there_is_no_lower_limit() -> None:
    # exp(-6.9) is 0.00101 and exp(-6.91) is 0.00100: only then does no death at all say anything.
    found = limits(model=Interval.POISSON, denominator=[6900, 6910], pooled=0.001, confidence=WIDE)

    assert np.isnan(found.low).tolist() == [True, False]
    assert found.low[1] == pytest.approx(0, abs=1e-5)


def test_limits_come_nearer_as_the_denominator_grows() -> None:
    found = limits(model=Interval.PROPORTION, denominator=[100, 1000, 10000], pooled=0.2, confidence=0.95)

    assert (np.diff(found.high) < 0).all()
    assert (np.diff(found.low) > 0).all()


def test_widened_limits_are_further_from_the_pooled_value_by_that_factor() -> None:
    plain = limits(model=Interval.PROPORTION, denominator=[1000], pooled=0.2, confidence=0.95)
    wide = limits(model=Interval.PROPORTION, denominator=[1000], pooled=0.2, confidence=0.95, widening=2)

    assert wide.high[0] - 0.2 == pytest.approx(2 * (plain.high[0] - 0.2))
    assert 0.2 - wide.low[0] == pytest.approx(2 * (0.2 - plain.low[0]))


def test_a_limit_widened_beyond_what_a_value_can_be_is_none() -> None:
    share = limits(model=Interval.PROPORTION, denominator=[1000], pooled=0.95, confidence=0.95, widening=20)
    rate = limits(model=Interval.POISSON, denominator=[1000], pooled=0.02, confidence=0.95, widening=20)

    assert (np.isnan(share.high[0]), np.isnan(share.low[0])) == (True, False)
    assert (np.isnan(rate.high[0]), np.isnan(rate.low[0])) == (False, True)


def test_one_outlier_among_five_areas_does_not_hide_behind_the_limits_that_it_widens() -> None:
    found = dispersion(model=Interval.POISSON, events=[60, 20, 20, 20, 20], denominator=[1000] * 5, pooled=0.02)

    assert not found.beyond_chance


def test_a_value_without_sampling_model_has_no_limits() -> None:
    with pytest.raises(ValueError, match="no sampling model"):
        limits(model=Interval.NONE, denominator=[10], pooled=0.5, confidence=0.95)


def test_the_factor_is_the_winsorised_mean_of_squared_z_scores() -> None:
    # 100 events expected, so z is the deviation over 10. The outermost of ten, 60 away, are pulled in to 30:
    # (4 x 900 + 2 x 400 + 2 x 100) / 100 = 46, over ten areas 4.6; above 18.31, the 95 % point of chi-square.
    deviations = np.array([-60, -30, -20, -10, 0, 0, 10, 20, 30, 60])
    found = dispersion(model=Interval.POISSON, events=100 + deviations, denominator=[1000] * 10, pooled=0.1)

    assert found.factor == pytest.approx(4.6)
    assert found.beyond_chance
    assert found.widening == pytest.approx(4.6**0.5)


def test_spread_that_chance_may_give_widens_nothing() -> None:
    deviations = np.array([-6, -3, -2, -1, 0, 0, 1, 2, 3, 6])
    found = dispersion(model=Interval.POISSON, events=10 + deviations, denominator=[100] * 10, pooled=0.1)

    assert found.factor == pytest.approx(0.46)
    assert (found.beyond_chance, found.widening) == (False, 1.0)


def test_one_area_has_no_spread() -> None:
    assert dispersion(model=Interval.POISSON, events=[3], denominator=[10], pooled=0.1) == Dispersion(1.0, False)


@pytest.mark.parametrize("model", [Interval.POISSON, Interval.PROPORTION])
def test_of_25_areas_with_one_true_value_no_more_than_the_nominal_share_lies_outside(model: Interval) -> None:
    rng = np.random.default_rng(20241122)
    births = np.linspace(300, 2400, 25)
    runs = 2000
    drawn = (
        rng.poisson(births * 0.01, size=(runs, 25))
        if model is Interval.POISSON
        else rng.binomial(births.astype(int), 0.06, size=(runs, 25))
    )
    at = births if model is Interval.POISSON else births.astype(int)
    values = drawn / at
    pooled = drawn.sum(axis=1) / at.sum()
    outside = 0
    for value, whole in zip(values, pooled, strict=True):
        found = limits(model=model, denominator=at, pooled=float(whole), confidence=WIDE)
        outside += int(((value >= found.high) | (value <= found.low)).sum())

    assert outside / (runs * 25) <= 0.002
