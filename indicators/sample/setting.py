"""For whom and when sample counts are drawn, and the random streams they come from."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from indicators.areas import Facility, Kabupaten
from indicators.sample.plan import Plan
from indicators.vocabulary import Period

Counts = NDArray[np.int64]
Numbers = NDArray[np.float64]

FIRST_MONTH = (2022, 1)
LAST_MONTH = (2026, 10)


@dataclass(frozen=True)
class Setting:
    """One kabupaten's puskesmas (rows of every array) and months (columns), with its plan and seed."""

    kabupaten: Kabupaten
    plan: Plan
    seed: int

    @property
    def facilities(self) -> tuple[Facility, ...]:
        return self.kabupaten.puskesmas

    @cached_property
    def months(self) -> tuple[Period, ...]:
        """Every month from FIRST_MONTH to LAST_MONTH."""
        (first_year, first), (last_year, last) = FIRST_MONTH, LAST_MONTH
        numbers = range(first_year * 12 + first - 1, last_year * 12 + last)
        return tuple(Period.month(n // 12, n % 12 + 1) for n in numbers)

    @cached_property
    def years(self) -> tuple[int, ...]:
        return tuple(sorted({month.start.year for month in self.months}))

    def stream(self, name: str) -> np.random.Generator:
        """A random stream of its own for each subject, so that changing one subject moves no other."""
        return np.random.default_rng([self.seed, crc32(f"{self.kabupaten.code} {name}".encode())])

    @cached_property
    def size(self) -> Numbers:
        """Each puskesmas' share of the kabupaten, adding to 1; none is over 4.1 times another."""
        drawn = np.clip(self.stream("size").normal(0, 0.35, len(self.facilities)), -0.7, 0.7)
        weight = np.exp(drawn)
        share: Numbers = weight / weight.sum()
        return share

    @cached_property
    def births_expected(self) -> Numbers:
        """Expected live births per puskesmas and month: constant but for a mild season, high in September."""
        season = np.array([1 + 0.05 * np.cos(2 * np.pi * (m.start.month - 9) / 12) for m in self.months])
        expected: Numbers = self.plan.births_per_year / 12 * np.outer(self.size, season)
        return expected

    def columns_of(self, period: Period) -> list[int]:
        """Positions of the months inside a period."""
        return [i for i, month in enumerate(self.months) if period.contains(month)]
