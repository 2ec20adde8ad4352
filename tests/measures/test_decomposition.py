"""A change in a share taken apart, on the figures that Banyuwangi has published of e-PPGBM."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.measures.decomposition import parts_of_change


def test_from_2021_the_fall_comes_with_fewer_cases_and_with_more_children_measured() -> None:
    # 4,730 of 54,745 (8.64 %) to 2,269 of 92,992 (2.44 %): cases (2,269 - 4,730) x (1/54,745 + 1/92,992) / 2 = -3.571
    # points, measured (1/92,992 - 1/54,745) x (4,730 + 2,269) / 2 = -2.629 points.
    parts = parts_of_change(events=4730, trials=54_745, events_now=2269, trials_now=92_992, multiplier=100)
    assert parts.events == pytest.approx(-3.571, abs=0.001)
    assert parts.trials == pytest.approx(-2.629, abs=0.001)


def test_against_2019_the_whole_fall_comes_with_fewer_cases() -> None:
    # 7,527 of 92,926 (8.10 %), nearly as many measured as in 2024: -5,258 x (1/92,926 + 1/92,992) / 2 = -5.656 points.
    parts = parts_of_change(events=7527, trials=92_926, events_now=2269, trials_now=92_992, multiplier=100)
    assert parts.events == pytest.approx(-5.656, abs=0.001)
    assert parts.trials == pytest.approx(-0.004, abs=0.001)


def test_nobody_counted_has_no_share() -> None:
    with pytest.raises(ValueError, match="nobody"):
        parts_of_change(events=0, trials=0, events_now=1, trials_now=10)


count = st.integers(0, 10_000)
trials = st.integers(1, 1_000_000)


@given(events=count, before=trials, now=count, after=trials)
def test_the_parts_are_the_whole_change(events: int, before: int, now: int, after: int) -> None:
    parts = parts_of_change(events=events, trials=before, events_now=now, trials_now=after, multiplier=100)
    assert parts.events + parts.trials == pytest.approx(100 * (now / after - events / before), abs=1e-6, rel=1e-9)
