"""The measures of compared areas, as much of them as the largest kabupaten could ask for."""

from __future__ import annotations

import time
from collections.abc import Iterator

import numpy as np

from benchmarks.measurement import Measurement, seconds
from indicators.measures import funnel, smoothing, spread
from indicators.vocabulary import Interval

AREAS, INDICATORS, YEARS = 38, 40, 10


def measure(*, repeat: int) -> Iterator[Measurement]:
    """Limits, dispersion, smoothed values and spread of 38 kecamatan, 40 indicators, 10 years."""
    rng = np.random.default_rng(0)
    births = rng.integers(250, 2500, (INDICATORS, YEARS, AREAS)).astype(float)
    share = rng.uniform(0.005, 0.95, (INDICATORS, YEARS, 1))
    events = rng.binomial(births.astype(int), share).astype(float)
    funnel.limits(model=Interval.POISSON, denominator=[100.0], pooled=0.1, confidence=0.95)  # imports
    taken = []
    for _ in range(min(repeat, 5)):
        begun = time.process_time()
        for indicator in range(INDICATORS):
            model = Interval.POISSON if indicator % 2 else Interval.PROPORTION
            smoothing.smoothed(model=model, events=events[indicator], denominator=births[indicator])
            for year in range(YEARS):
                _compare(model, events[indicator, year], births[indicator, year])
        taken.append(time.process_time() - begun)
    yield seconds(f"compare {AREAS} kecamatan × {INDICATORS} indicators × {YEARS} years (processor time)", taken, 1)


def _compare(model: Interval, events: funnel.Numbers, at: funnel.Numbers) -> None:
    pooled = float(events.sum() / at.sum())
    found = funnel.dispersion(model=model, events=events, denominator=at, pooled=pooled)
    funnel.limits(model=model, denominator=at, pooled=pooled, confidence=0.998, widening=found.widening)
    spread.spread(model=model, events=events, denominator=at)
