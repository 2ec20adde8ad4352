"""Every method on several hundred cases, against its formula as another source writes it.

Exact limits are quantiles of chi-square (Garwood 1936), Byar's are Wilson and Hilferty's (1931) approximation of the
same quantiles, Wilson's are the roots of a quadratic equation (Wilson 1927): none is written here as in the code.
"""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from scipy import stats

from indicators.catalogue import catalogue
from indicators.judgement.values import interval_of
from indicators.measures.intervals import BYAR_FROM, poisson, wilson
from indicators.vocabulary import Interval

CONFIDENCES = (0.80, 0.90, 0.95, 0.98, 0.99, 0.995, 0.998, 0.999)
FEW = [(events, confidence) for events in range(BYAR_FROM) for confidence in CONFIDENCES]
MANY = [
    (events, confidence)
    for events in (*range(BYAR_FROM, 40), 55, 89, 120, 174, 250, 499, 1000, 2500, 10_000)
    for confidence in CONFIDENCES
]
SHARES = [
    (events, trials, confidence)
    for trials in (1, 2, 9, 10, 20, 29, 148, 263, 2457, 92_992)
    for events in sorted({0, 1, trials // 7, trials // 2, trials - 1, trials})
    for confidence in CONFIDENCES
]


def test_there_are_several_hundred_cases_with_the_ones_where_methods_change() -> None:
    assert len(FEW) + len(MANY) + len(SHARES) >= 200
    assert {0, 1, 9} <= {events for events, _ in FEW}
    assert 10 in {events for events, _ in MANY}
    assert {0, 1, 9, 10} <= {trials for _, trials, _ in SHARES} | {events for events, _, _ in SHARES}


def test_exact_limits_are_chi_square_quantiles_to_a_billionth() -> None:
    for events, confidence in FEW:
        tail = (1 - confidence) / 2
        found = poisson(events=events, confidence=confidence)
        assert found.method == "exact"
        low = stats.chi2.ppf(tail, 2 * events) / 2 if events else 0.0
        assert found.low == pytest.approx(low, abs=1e-9, rel=1e-9), (events, confidence)
        assert found.high == pytest.approx(stats.chi2.isf(tail, 2 * events + 2) / 2, abs=1e-9, rel=1e-9)


def test_byars_limits_are_the_wilson_hilferty_quantiles_of_chi_square() -> None:
    def quantile(z: float, degrees: int) -> float:
        spread = 2 / (9 * degrees)
        return degrees * (1 - spread + z * spread**0.5) ** 3

    for events, confidence in MANY:
        z = stats.norm.isf((1 - confidence) / 2)
        found = poisson(events=events, confidence=confidence)
        assert found.method == "byar"
        assert found.low == pytest.approx(quantile(-z, 2 * events) / 2, rel=1e-12), (events, confidence)
        assert found.high == pytest.approx(quantile(z, 2 * events + 2) / 2, rel=1e-12), (events, confidence)


def test_byars_limits_are_as_close_to_the_exact_ones_as_is_published() -> None:
    # Public Health Data Science, Technical Guide on Confidence Intervals (2018): within 0.2 % from ten events on.
    for events, confidence in MANY:
        if confidence == 0.95:
            found = poisson(events=events)
            assert found.low == pytest.approx(stats.chi2.ppf(0.025, 2 * events) / 2, rel=0.002), events
            assert found.high == pytest.approx(stats.chi2.ppf(0.975, 2 * events + 2) / 2, rel=0.002), events


def test_wilsons_limits_solve_their_quadratic_equation() -> None:
    # (p - x/n)^2 = z^2 p (1 - p) / n, solved for p.
    for events, trials, confidence in SHARES:
        square = stats.norm.isf((1 - confidence) / 2) ** 2
        low, high = sorted(np.roots([trials + square, -2 * events - square, events**2 / trials]).real)
        found = wilson(events=events, trials=trials, confidence=confidence)
        assert found.method == "wilson"
        assert found.low == pytest.approx(low, abs=1e-8), (events, trials, confidence)
        assert found.high == pytest.approx(high, abs=1e-8), (events, trials, confidence)


@pytest.mark.parametrize(
    ("events", "low", "high"),
    [
        # Garwood's (1936) limits as printed tables round them.
        (0, 0.0, 3.69),
        (1, 0.03, 5.57),
        (4, 1.09, 10.24),
        (6, 2.20, 13.06),
        (7, 2.81, 14.42),
        (8, 3.45, 15.76),
        (9, 4.12, 17.08),
    ],
)
def test_exact_limits_are_those_of_the_printed_table(events: int, low: float, high: float) -> None:
    found = poisson(events=events)
    assert (found.low, found.high) == (pytest.approx(low, abs=0.0051), pytest.approx(high, abs=0.0051))


@pytest.mark.parametrize(
    ("events", "low", "high"),
    [
        # The same table from ten events on, which Byar's limits are published to stand in for.
        (10, 4.80, 18.39),
        (12, 6.20, 20.96),
        (15, 8.40, 24.74),
        (20, 12.22, 30.89),
        (25, 16.18, 36.90),
        (30, 20.24, 42.83),
        (40, 28.58, 54.47),
        (50, 37.11, 65.92),
        (100, 81.36, 121.63),
    ],
)
def test_byars_limits_are_those_of_the_printed_table_to_a_hundredth(events: int, low: float, high: float) -> None:
    found = poisson(events=events)
    assert (found.low, found.high) == (pytest.approx(low, abs=0.015), pytest.approx(high, abs=0.015))


def test_the_limits_do_not_jump_where_the_method_changes() -> None:
    found = [poisson(events=events) for events in range(7, 14)]
    steps = [(after.low - before.low, after.high - before.high) for before, after in pairwise(found)]
    assert all(0.6 < low < 0.8 and 1.2 < high < 1.4 for low, high in steps)


@pytest.mark.parametrize("denominator", [None, 0, 0.0])
@pytest.mark.parametrize("entry", catalogue().indicators.values(), ids=lambda entry: entry.id)
def test_no_indicator_has_an_interval_without_a_denominator(entry: object, denominator: float | None) -> None:
    for events in (0, 1, 9, 10):
        for confidence in (0.95, 0.998):
            assert interval_of(entry, events, denominator, confidence) is None  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "entry",
    [entry for entry in catalogue().indicators.values() if entry.interval is not Interval.NONE],
    ids=lambda entry: entry.id,
)
def test_every_interval_holds_its_value_and_the_99_8_percent_one_holds_the_95_percent_one(entry: object) -> None:
    for events, denominator in ((0, 1), (0, 500), (1, 1), (1, 920), (9, 1000), (10, 1000), (500, 500), (28, 23_000)):
        narrow = interval_of(entry, events, denominator, 0.95)  # type: ignore[arg-type]
        wide = interval_of(entry, events, denominator, catalogue().settings.signal_confidence)  # type: ignore[arg-type]
        assert narrow is not None
        assert wide is not None
        value = events / denominator * entry.multiplier  # type: ignore[attr-defined]
        assert wide.low <= narrow.low <= value + 1e-9
        assert value - 1e-9 <= narrow.high <= wide.high
        assert narrow.method == wide.method


@pytest.mark.parametrize("missing", [float("nan"), -1.0])
def test_a_missing_or_negative_count_has_no_interval(missing: float) -> None:
    with pytest.raises(ValueError, match="a count"):
        poisson(events=missing)
    for events, trials in ((missing, 10), (1, missing), (1, 0)):
        with pytest.raises(ValueError, match="not a proportion"):
            wilson(events=events, trials=trials)
