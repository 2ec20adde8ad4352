"""The change of some areas against that of others: by hand, and how often chance alone is called a difference."""

from __future__ import annotations

import math

import numpy as np
import pytest

from indicators.measures import change
from indicators.measures.difference import of_rates, of_shares

OWN = [True, False, False]


def test_ratios_are_put_together_on_the_log_scale():
    # Own 40 of 1000 to 20 of 1000: 0.5. Others 100 of 2000 to 80 of 2000: 0.8. The ratio of ratios is 0.625.
    found = of_rates(
        own=OWN,
        events_before=[40, 50, 50],
        exposure_before=[1000] * 3,
        events_now=[20, 40, 40],
        exposure_now=[1000] * 3,
    )
    assert found.difference.estimate == pytest.approx(0.625)
    # Others move alike, so there is nothing to widen and each change is that of measures.change.
    assert found.dispersion == 1
    own = change.rates(events_before=40, exposure_before=1000, events_now=20, exposure_now=1000)
    others = change.rates(events_before=100, exposure_before=2000, events_now=80, exposure_now=2000)
    assert found.own == pytest.approx((0.5, float(own.low), float(own.high)))
    reach = math.hypot(math.log(0.5 / own.low), math.log(others.high / 0.8))
    assert found.difference.low == pytest.approx(0.625 * math.exp(-reach))
    # Close to Woolf's: log 0.625 -+ 1.96 sqrt(1/40 + 1/20 + 1/100 + 1/80) is 0.341 to 1.147.
    assert found.difference.low == pytest.approx(0.341, abs=0.02)
    assert found.difference.high == pytest.approx(1.147, abs=0.05)


def test_differences_are_put_together_in_points():
    # Own 30 % to 20 %, others 30 % to 28 %: -8 points.
    found = of_shares(
        own=OWN,
        events_before=[300, 300, 300],
        trials_before=[1000] * 3,
        events_now=[200, 280, 280],
        trials_now=[1000] * 3,
    )
    assert found.difference.estimate == pytest.approx(-0.08)
    # 1.96 sqrt(0.21/1000 + 0.16/1000 + 0.21/2000 + 0.2016/2000) is 0.0471.
    assert found.difference.high - found.difference.low == pytest.approx(2 * 0.0471, abs=0.001)


def test_areas_that_change_unlike_one_another_widen_the_interval():
    alike, unlike = (
        of_shares(
            own=[True, *[False] * 4],
            events_before=[300] * 5,
            trials_before=[1000] * 5,
            events_now=[200, *others],
            trials_now=[1000] * 5,
        )
        for others in ([280] * 4, [180, 380, 200, 360])
    )
    assert alike.difference.estimate == pytest.approx(unlike.difference.estimate)
    assert alike.difference.high < 0 < unlike.difference.high
    assert alike.dispersion == 1
    # Moves of -12, +8, -10 and +6 points around -2, each with a variance of about 0.21/1000 + 0.19/1000; 3 degrees.
    assert unlike.dispersion == pytest.approx((0.1**2 + 0.1**2 + 0.08**2 + 0.08**2) / 0.000405 / 3, rel=0.03)


def test_chance_alone_is_seldom_called_a_difference():
    # 24 areas and one with the innovation, no effect, yearly rates that wander by a fifth; fixed seed.
    random, runs, called, naive = np.random.default_rng(11), 600, 0, 0
    own = np.arange(25) == 0
    births = random.integers(300, 2400, 25).astype(float)
    for _ in range(runs):
        before, now = (random.poisson(births * 0.05 * random.lognormal(0, 0.2, 25)) for _ in range(2))
        found = of_rates(own=own, events_before=before, exposure_before=births, events_now=now, exposure_now=births)
        called += not found.difference.low <= 1 <= found.difference.high
        deviance = math.log(found.difference.estimate) / math.sqrt(
            1 / before[0] + 1 / now[0] + 1 / before[1:].sum() + 1 / now[1:].sum()
        )
        naive += abs(deviance) > 1.96
    assert called / runs <= 0.08
    assert naive / runs > 0.2


@pytest.mark.parametrize("own", [[True, True, True], [False, False, False], [True, False]])
def test_two_groups_of_three_areas_together_are_needed(own):
    with pytest.raises(ValueError, match="two groups"):
        of_shares(
            own=own,
            events_before=[1] * len(own),
            trials_before=[9] * len(own),
            events_now=[1] * len(own),
            trials_now=[9] * len(own),
        )


def test_a_group_without_events_has_no_ratio():
    with pytest.raises(ValueError, match="without events"):
        of_rates(own=OWN, events_before=[0, 5, 5], exposure_before=[9] * 3, events_now=[1] * 3, exposure_now=[9] * 3)
