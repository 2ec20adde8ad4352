"""Intervals against published and hand-worked values, and against scipy's own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from indicators.measures.intervals import BYAR_FROM, poisson, wilson

COUNTS = st.integers(min_value=0, max_value=5000)
CONFIDENCES = st.floats(min_value=0.5, max_value=0.999)


@pytest.mark.parametrize(
    ("events", "low", "high"),
    [
        # Garwood's table of the exact 95 % limits of a Poisson count.
        (0, 0.000, 3.689),
        (1, 0.025, 5.572),
        (2, 0.242, 7.225),
        (3, 0.619, 8.767),
        (5, 1.623, 11.668),
        (9, 4.115, 17.085),
    ],
)
def test_limits_of_few_events_are_those_of_the_published_table(events: int, low: float, high: float) -> None:
    found = poisson(events=events)
    assert found.method == "exact"
    assert round(found.low, 3) == low
    assert round(found.high, 3) == high


@pytest.mark.parametrize("events", range(BYAR_FROM))
@pytest.mark.parametrize("confidence", [0.95, 0.998])
def test_exact_limits_are_half_the_quantiles_of_chi_squared(events: int, confidence: float) -> None:
    tail = (1 - confidence) / 2
    found = poisson(events=events, confidence=confidence)
    low = stats.chi2.ppf(tail, 2 * events) / 2 if events else 0.0
    assert found.low == pytest.approx(low, rel=1e-9, abs=1e-12)
    assert found.high == pytest.approx(stats.chi2.ppf(1 - tail, 2 * events + 2) / 2, rel=1e-9)


def test_ten_events_are_the_first_with_byars_limits() -> None:
    # 10 (1 - 1/90 - 1.959964/(3 sqrt 10))^3 and 11 (1 - 1/99 + 1.959964/(3 sqrt 11))^3, worked by hand.
    assert poisson(events=9).method == "exact"
    found = poisson(events=10)
    assert found.method == "byar"
    assert found.low == pytest.approx(4.7874, abs=1e-4)
    assert found.high == pytest.approx(18.3915, abs=1e-4)


def test_twenty_eight_deaths_in_23_000_births_are_between_80_9_and_175_9_per_100_000() -> None:
    # 80.9 and 175.9 are the exact limits (80.895, 175.947); Byar's are 80.877 and 175.954.
    found = poisson(events=28)
    assert found.low / 23_000 * 100_000 == pytest.approx(80.9, abs=0.06)
    assert found.high / 23_000 * 100_000 == pytest.approx(175.9, abs=0.06)


def test_one_death_in_920_births_is_between_3_and_606_per_100_000() -> None:
    found = poisson(events=1)
    assert round(found.low / 920 * 100_000) == 3
    assert round(found.high / 920 * 100_000) == 606


@pytest.mark.parametrize("events", [10, 28, 55, 174, 1000])
def test_byars_limits_are_close_to_the_exact_ones(events: int) -> None:
    found = poisson(events=events)
    assert found.low == pytest.approx(stats.chi2.ppf(0.025, 2 * events) / 2, rel=0.005)
    assert found.high == pytest.approx(stats.chi2.ppf(0.975, 2 * events + 2) / 2, rel=0.005)


def test_a_negative_count_is_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        poisson(events=-1)


@given(events=COUNTS, confidence=CONFIDENCES)
def test_the_limits_of_a_count_enclose_it(events: int, confidence: float) -> None:
    found = poisson(events=events, confidence=confidence)
    assert 0 <= found.low <= events <= found.high


@given(events=COUNTS)
def test_more_events_have_higher_limits(events: int) -> None:
    fewer, more = poisson(events=events), poisson(events=events + 1)
    assert fewer.low < more.low
    assert fewer.high < more.high


@given(events=COUNTS)
def test_more_confidence_has_wider_limits(events: int) -> None:
    narrow, wide = poisson(events=events, confidence=0.95), poisson(events=events, confidence=0.998)
    assert wide.low <= narrow.low
    assert wide.high > narrow.high


@pytest.mark.parametrize(
    ("events", "trials", "low", "high"),
    [
        # Newcombe (1998), Statistics in Medicine 17, 857-872, table I: score method without continuity correction.
        (81, 263, 0.2553, 0.3662),
        (15, 148, 0.0624, 0.1605),
        (0, 20, 0.0000, 0.1611),
        (1, 29, 0.0061, 0.1718),
    ],
)
def test_limits_of_a_proportion_are_the_published_ones(events: int, trials: int, low: float, high: float) -> None:
    found = wilson(events=events, trials=trials)
    assert found.method == "wilson"
    assert round(found.low, 4) == low
    assert round(found.high, 4) == high


@pytest.mark.parametrize(
    ("events", "trials"), [(0, 1), (1, 1), (0, 50), (50, 50), (1, 920), (2269, 92992), (9, 10), (499, 1000)]
)
@pytest.mark.parametrize("confidence", [0.95, 0.998])
def test_limits_of_a_proportion_are_scipys(events: int, trials: int, confidence: float) -> None:
    found = wilson(events=events, trials=trials, confidence=confidence)
    wanted = stats.binomtest(events, trials).proportion_ci(confidence_level=confidence, method="wilson")
    assert found.low == pytest.approx(wanted.low, abs=1e-12)
    assert found.high == pytest.approx(wanted.high, abs=1e-12)


@pytest.mark.parametrize(("events", "trials"), [(-1, 10), (11, 10), (0, 0)])
def test_what_is_no_proportion_is_refused(events: int, trials: int) -> None:
    with pytest.raises(ValueError, match="not a proportion"):
        wilson(events=events, trials=trials)


@st.composite
def proportions(draw: st.DrawFn) -> tuple[int, int]:
    trials = draw(st.integers(min_value=1, max_value=100_000))
    return draw(st.integers(min_value=0, max_value=trials)), trials


@given(proportion=proportions(), confidence=CONFIDENCES)
def test_the_limits_of_a_proportion_enclose_it_and_stay_between_0_and_1(
    proportion: tuple[int, int], confidence: float
) -> None:
    events, trials = proportion
    found = wilson(events=events, trials=trials, confidence=confidence)
    assert 0 <= found.low <= events / trials <= found.high <= 1


@given(proportion=proportions())
def test_a_share_and_its_rest_have_mirrored_limits(proportion: tuple[int, int]) -> None:
    events, trials = proportion
    share, rest = wilson(events=events, trials=trials), wilson(events=trials - events, trials=trials)
    assert share.low == pytest.approx(1 - rest.high, abs=1e-9)
    assert share.high == pytest.approx(1 - rest.low, abs=1e-9)


@given(proportion=proportions())
def test_more_trials_with_the_same_share_are_surer(proportion: tuple[int, int]) -> None:
    events, trials = proportion
    few, many = wilson(events=events, trials=trials), wilson(events=4 * events, trials=4 * trials)
    assert many.high - many.low < few.high - few.low
