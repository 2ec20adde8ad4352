"""Digit preference: counts that are guessed end in 0 or 5 more often than counts that are counted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

# Two digits of ten, if no digit is preferred.
EXPECTED_SHARE = 0.2


@dataclass(frozen=True)
class Preference:
    """How many of so many counts end in 0 or 5, and how likely at least so many would be by chance."""

    rounded: int
    counts: int
    p_value: float

    @property
    def share(self) -> float:
        return self.rounded / self.counts


def preference(by_digit: Sequence[int]) -> Preference:
    """by_digit: how many counts end in 0, 1, … 9. One-sided exact binomial test of 0 and 5 against two in ten.

    Raises ValueError for other than ten numbers, or without any count.
    """
    from scipy.special import bdtrc

    if len(by_digit) != 10 or not sum(by_digit):
        raise ValueError(f"not the last digits of any counts: {by_digit}")
    counts, rounded = sum(by_digit), by_digit[0] + by_digit[5]
    p_value = 1.0 if not rounded else float(bdtrc(rounded - 1, counts, EXPECTED_SHARE))
    return Preference(rounded, counts, p_value)
