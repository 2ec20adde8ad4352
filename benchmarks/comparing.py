"""The measures of judgement, as much of them as the largest kabupaten could ask for."""

from __future__ import annotations

import time
from collections.abc import Iterator

import numpy as np

from benchmarks.measurement import Measurement, seconds
from indicators.measures import change, funnel, intervals, smoothing, spread, target, trend
from indicators.vocabulary import Direction, Interval

AREAS, INDICATORS, YEARS = 38, 40, 10


def measure(*, repeat: int) -> Iterator[Measurement]:
    """All that is judged of 38 kecamatan, 40 indicators, 10 years: each value by itself, and kecamatan compared."""
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
    yield _judged(events, births, repeat=min(repeat, 5))
    yield seconds(f"compare {AREAS} kecamatan × {INDICATORS} indicators × {YEARS} years (processor time)", taken, 1)


def _compare(model: Interval, events: funnel.Numbers, at: funnel.Numbers) -> None:
    pooled = float(events.sum() / at.sum())
    found = funnel.dispersion(model=model, events=events, denominator=at, pooled=pooled)
    funnel.limits(model=model, denominator=at, pooled=pooled, confidence=0.998, widening=found.widening)
    spread.spread(model=model, events=events, denominator=at)


def _judged(events: funnel.Numbers, at: funnel.Numbers, *, repeat: int) -> Measurement:
    """Intervals and target status one by one; changes and trends of all at once. events, at: indicator, year, area."""
    x, n = events.ravel(), at.ravel()
    by_year, births = (np.moveaxis(counts, 1, 2).reshape(-1, YEARS) for counts in (events, at))
    taken = []
    for _ in range(repeat):
        begun = time.process_time()
        for count, size in zip(x, n, strict=True):
            intervals.wilson(events=count, trials=size)
            intervals.poisson(events=count)
            target.probability_of_share(count, size, 0.9, Direction.HIGHER_IS_BETTER)
        change.shares(events_before=np.roll(x, 1), trials_before=np.roll(n, 1), events_now=x, trials_now=n)
        trend.fit(np.arange(YEARS), by_year, births, family=trend.Family.BINOMIAL)
        taken.append(time.process_time() - begun)
    return seconds(f"judge {AREAS} kecamatan × {INDICATORS} indicators × {YEARS} years (processor time)", taken, 1)
