"""What one more innovation does to the part of a kabupaten's innovation index (IID) that innovations decide.

The part is (sum of all scores) / max(divisor, n) + the score for how many there are, over the n innovations of all
sectors (paparan Indeks Inovasi Daerah 2023). The numbers of the rule are a year's own and come with the data.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Rule:
    """One year's rule. divisor: the sum is divided by so many at least; steps: (from how many, score for the count).

    Raises ValueError where the divisor is below 1, or the steps are none, out of order or repeat a count.
    """

    divisor: int
    steps: tuple[tuple[int, float], ...]

    def __post_init__(self) -> None:
        counts = [least for least, _ in self.steps]
        if self.divisor < 1 or not counts or counts != sorted(set(counts)):
            raise ValueError(f"not a rule: {self}")

    def for_count(self, n: int) -> float:
        """The score for having n innovations. Raises ValueError below the first step, of which the rule is silent."""
        place = bisect_right([least for least, _ in self.steps], n)
        if not place:
            raise ValueError(f"the rule has no score for {n}")
        return self.steps[place - 1][1]


def part(total: float, n: int, rule: Rule) -> float:
    """The part of n innovations whose scores add up to `total`."""
    return total / max(rule.divisor, n) + rule.for_count(n)


def effects(total: float, n: int, rule: Rule, scores: Sequence[float]) -> tuple[float, ...]:
    """By how much each further innovation changes the part, added one after the other in this order."""
    found, before = [], part(total, n, rule)
    for more, score in enumerate(scores, start=1):
        total += score
        now = part(total, n + more, rule)
        found.append(now - before)
        before = now
    return tuple(found)


def break_even(total: float, n: int, rule: Rule) -> float:
    """The score at which one more innovation leaves the part as it is: below it the part falls, above it rises.

    At or below 0 no innovation lowers it.
    """
    gained = rule.for_count(n + 1) - rule.for_count(n)
    return max(rule.divisor, n + 1) * (total / max(rule.divisor, n) - gained) - total


def of_more_score(more: float, n: int, rule: Rule) -> float:
    """By how much the part rises where innovations that count already score `more` points together."""
    return more / max(rule.divisor, n)
