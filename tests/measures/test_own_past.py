"""Against the own past, by hand: 24 months of 30 births lie at 2 * sqrt(30.375) = 11.02 on the scale of Anscombe.

Equal months have no spread of their own, so that of a Poisson count, 1, is taken: the range is 11.02 +- 4.5, which is
(6.52 / 2)^2 - 0.375 = 10.3 to (15.52 / 2)^2 - 0.375 = 59.9 births.
"""

from __future__ import annotations

import numpy as np
import pytest

from indicators.measures.own_past import Unlike, unlike_past, usual

RULE = {"months": 36, "least": 12, "spreads": 4.5}


def usual_range(past: list[float]) -> tuple[float, float, float]:
    found, low, high = usual(past, spreads=RULE["spreads"]).range
    return float(found), float(low), float(high)


def held(months: list[float], last: int = 1) -> Unlike:
    return unlike_past(np.array([months], dtype=float).T, last=last, **RULE)  # type: ignore[arg-type]


def test_the_usual_range_is_the_median_and_so_many_robust_spreads_around_it():
    middle, low, high = usual_range([30.0] * 24)
    assert (round(middle, 1), round(low, 1), round(high, 1)) == (30.0, 10.3, 59.9)


def test_one_wild_month_of_the_past_does_not_widen_the_range():
    assert usual_range([30.0] * 23 + [900.0]) == usual_range([30.0] * 24)


@pytest.mark.parametrize(("count", "far"), [(9, True), (11, False), (30, False), (59, False), (60, True), (310, True)])
def test_a_count_outside_the_range_is_far_from_its_past(count: float, far: bool):
    found = held([30.0] * 24 + [count])
    assert (found.held.tolist(), found.far.tolist()) == ([[True]], [[far]])
    assert round(float(found.usual[0, 0]), 6) == 30.0


def test_with_fewer_months_before_it_a_count_is_not_held_against_them():
    found = held([30.0] * 11 + [310.0])
    assert (found.held.tolist(), found.far.tolist()) == ([[False]], [[False]])
    assert held([30.0] * 12 + [310.0]).far.tolist() == [[True]]


def test_a_missing_month_is_neither_held_nor_part_of_the_past():
    found = held([30.0] * 11 + [np.nan, 310.0, np.nan], last=2)
    assert found.held.tolist() == [[False], [False]]
    assert np.isnan(found.usual).all()


def test_a_campaign_that_returns_each_august_is_not_far():
    year = [30.0] * 7 + [200.0] + [30.0] * 4
    assert held([*year, *year, *year[:7], 260.0]).far.tolist() == [[False]]
    # The same 260 in a month that is always quiet is far.
    assert held([*year, *year, *year[:6], 260.0]).far.tolist() == [[True]]


def test_what_was_reported_as_high_once_before_is_not_far():
    assert held([30.0] * 12 + [310.0] + [30.0] * 12 + [310.0]).far.tolist() == [[False]]


def test_only_so_many_months_back_are_looked_at():
    # 310 births three years and a month ago are forgotten.
    assert held([310.0] + [30.0] * 36 + [310.0]).far.tolist() == [[True]]


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_a_whole_table_says_what_one_unit_after_the_other_says(seed: int):
    numbers = np.random.default_rng(seed)
    counts = numbers.poisson(20, size=(60, 8)).astype(float)
    counts[numbers.random(counts.shape) < 0.1] = np.nan
    counts[numbers.random(counts.shape) < 0.02] = 400
    found = unlike_past(counts, last=24, **RULE)  # type: ignore[arg-type]
    for at, month in enumerate(range(36, 60)):
        for unit in range(8):
            past = counts[month - 36 : month, unit]
            past = past[~np.isnan(past)]
            count, before = counts[month, unit], counts[month - 12, unit]
            if np.isnan(count) or len(past) < 12:
                assert not found.held[at, unit]
                continue
            scale = 2 * np.sqrt(past + 0.375)
            spread = max(1.0, float(np.subtract(*np.quantile(scale, [0.75, 0.25]))) / 1.349)
            middle = float(np.median(scale))
            low, high = (((middle + side * 4.5 * spread) / 2) ** 2 - 0.375 for side in (-1, 1))
            assert found.usual[at, unit] == pytest.approx((middle / 2) ** 2 - 0.375)
            beyond = not low <= count <= high and not past.min() <= count <= past.max()
            # 400 is the only count that can be far here, and it is like last year only where that was 400 too.
            assert found.far[at, unit] == (beyond and before != 400)
