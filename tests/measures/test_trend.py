"""Lines over years: against statsmodels' generalised linear models and worked examples."""

from __future__ import annotations

import numpy as np
import pytest
import statsmodels.api as sm
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.measures.trend import Arrival, Family, fit

# Banyuwangi's published maternal deaths, without 2021.
YEARS, DEATHS = [2017, 2018, 2019, 2022, 2023, 2024], [19, 24, 31, 25, 28, 28]
SERIES = st.lists(st.integers(min_value=1, max_value=300), min_size=4, max_size=10)


@settings(deadline=None)
@given(events=SERIES, seed=st.integers(min_value=0, max_value=99))
def test_a_line_of_rates_is_that_of_statsmodels_poisson_model(events: list[int], seed: int) -> None:
    random = np.random.default_rng(seed)
    times = np.sort(random.choice(np.arange(2010, 2030), len(events), replace=False)).astype(float)
    exposure = random.uniform(500, 5000, len(events))
    line = fit(times, events, exposure, family=Family.POISSON)
    design = sm.add_constant(times - float(line.centre))
    model = sm.GLM(events, design, family=sm.families.Poisson(), exposure=exposure)
    plain = model.fit(maxiter=300, tol_criterion="params", tol=1e-12)
    scale = plain.pearson_chi2 / plain.df_resid
    assert [line.level, line.slope] == pytest.approx(list(plain.params), rel=1e-6, abs=1e-8)
    errors = plain.bse * max(1.0, scale) ** 0.5
    assert line.dispersion == pytest.approx(max(1.0, scale), rel=1e-6)
    assert [line.level_error, line.slope_error] == pytest.approx(list(errors), rel=1e-5)


@settings(deadline=None)
@given(events=SERIES, seed=st.integers(min_value=0, max_value=99))
def test_a_line_of_proportions_is_that_of_statsmodels_binomial_model(events: list[int], seed: int) -> None:
    random = np.random.default_rng(seed)
    times = np.sort(random.choice(np.arange(2010, 2030), len(events), replace=False)).astype(float)
    trials = np.array(events) + random.integers(1, 300, len(events))
    line = fit(times, events, trials, family=Family.BINOMIAL)
    design = sm.add_constant(times - float(line.centre))
    outcome = np.column_stack([events, trials - np.array(events)])
    model = sm.GLM(outcome, design, family=sm.families.Binomial())
    plain = model.fit(maxiter=300, tol_criterion="params", tol=1e-12)
    scale = plain.pearson_chi2 / plain.df_resid
    assert [line.level, line.slope] == pytest.approx(list(plain.params), rel=1e-6, abs=1e-8)
    errors = plain.bse * max(1.0, scale) ** 0.5
    assert [line.level_error, line.slope_error] == pytest.approx(list(errors), rel=1e-5)


def test_19_24_31_25_28_28_deaths_fit_one_constant_rate() -> None:
    line = fit(YEARS, DEATHS, 1.0, family=Family.POISSON)
    yearly, low, high = line.yearly()
    assert line.p_value > 0.3
    assert low < 0 < yearly < high
    assert line.dispersion == 1


def test_true_years_count_and_not_places() -> None:
    gapped = fit([2017, 2018, 2019, 2022, 2023], [40, 36, 32, 23, 21], 1.0, family=Family.POISSON)
    closed = fit([2017, 2018, 2019, 2020, 2021], [40, 36, 32, 23, 21], 1.0, family=Family.POISSON)
    # The same counts fall by a tenth a year over six years, and faster where the gap is left out.
    assert gapped.yearly()[0] == pytest.approx(-0.10, abs=0.005)
    assert closed.yearly()[0] < -0.14


def test_a_missing_year_is_left_out_and_other_series_are_not_touched() -> None:
    table = [[10, np.nan, 14, 18, 20], [5, 6, 7, 8, 9], [0, 0, 0, 0, 0]]
    lines = fit([1, 2, 3, 4, 5], table, 1.0, family=Family.POISSON)
    alone = fit([1, 3, 4, 5], [10, 14, 18, 20], 1.0, family=Family.POISSON)
    assert lines.slope[0] == pytest.approx(float(alone.slope))
    assert list(lines.points) == [4, 5, 5]
    assert np.isnan(lines.slope[2])


def test_scatter_beyond_chance_widens_and_scatter_below_it_does_not_narrow() -> None:
    calm = fit([1, 2, 3, 4, 5], [100, 100, 100, 100, 100], 1.0, family=Family.POISSON)
    wild = fit([1, 2, 3, 4, 5], [100, 180, 40, 170, 60], 1.0, family=Family.POISSON)
    assert calm.dispersion == 1
    assert calm.quantile == pytest.approx(1.959964, abs=1e-6)
    assert wild.dispersion > 10
    # Student's quantile of three degrees of freedom.
    assert wild.quantile == pytest.approx(3.182446, abs=1e-6)


def test_proportions_change_in_points_a_year() -> None:
    # Exactly on a logistic line from 20 to 40 per cent over four years: five points a year on average.
    shares = 1 / (1 + np.exp(-np.linspace(np.log(0.2 / 0.8), np.log(0.4 / 0.6), 5)))
    line = fit([2020, 2021, 2022, 2023, 2024], shares * 10_000, 10_000, family=Family.BINOMIAL)
    assert line.yearly()[0] == pytest.approx(0.05, abs=1e-9)


def test_more_events_than_trials_are_no_proportion() -> None:
    assert np.isnan(fit([1, 2, 3, 4], [5, 6, 7, 11], 10, family=Family.BINOMIAL).slope)


def test_a_line_that_halves_every_two_years_meets_half_of_its_level_in_two_years() -> None:
    # 800, 566, 400, 283, 200 on the line itself; half of the last 200 is two years away.
    counts = 800 * 0.5 ** (np.arange(5) / 2)
    line = fit([2020, 2021, 2022, 2023, 2024], counts, 1.0, family=Family.POISSON)
    found = line.arrives(100, after=2024, falling=True)
    assert found.expected == pytest.approx(2.0, abs=1e-6)
    assert found.earliest is not None
    assert found.latest is not None
    assert 0 < found.earliest < 2 < found.latest
    for years, edge in ((found.earliest, 1), (found.latest, 2)):
        assert line.at(2024 + years)[edge] == pytest.approx(100, rel=1e-6)


def test_a_line_that_cannot_be_told_from_level_never_surely_arrives() -> None:
    line = fit(YEARS, DEATHS, 1.0, family=Family.POISSON)
    away = line.arrives(14, after=2024, falling=True)
    assert away.expected is None
    assert away.latest is None
    towards = line.arrives(40, after=2024, falling=False)
    assert towards.expected == pytest.approx((np.log(40) - float(line.level)) / float(line.slope) - 3.29, abs=0.01)
    assert towards.latest is None


def test_what_is_met_already_takes_no_years_and_zero_is_never_met() -> None:
    line = fit([1, 2, 3, 4, 5], [800, 700, 600, 500, 400], 1.0, family=Family.POISSON)
    assert line.arrives(900, after=5, falling=True) == Arrival(0, 0, 0)
    assert line.arrives(0, after=5, falling=True) == Arrival(None, None, None)


def test_a_thousand_series_without_trend_give_few_false_alarms() -> None:
    counts = np.random.default_rng(4).poisson(28, (1000, 8))
    found = fit(np.arange(8), counts, 1.0, family=Family.POISSON)
    assert np.mean(found.p_value < 0.05) <= 0.05
