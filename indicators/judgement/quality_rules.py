"""What must add up in the counts behind each indicator, from the catalogue alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from indicators.catalogue import Indicator, catalogue
from indicators.vocabulary import Dimension, Interval, Kind


@dataclass(frozen=True)
class Rule:
    """Elements (`parts`) that together are never more than others (`whole`); exact: nor less, since they split it."""

    parts: tuple[str, ...]
    whole: tuple[str, ...]
    exact: bool

    @property
    def id(self) -> str:
        """The same rule of two indicators has the same."""
        return f"{'+'.join(self.parts)}{'=' if self.exact else '<='}{'+'.join(self.whole)}"


@cache
def checked_indicators() -> tuple[Indicator, ...]:
    """Indicators of counts that somebody sends; those about the reports themselves have no data of their own."""
    elements = catalogue().elements
    return tuple(
        i
        for i in catalogue().indicators.values()
        if i.numerator and not any(elements[e].derived for e in (*i.numerator, *i.denominator))
    )


def elements_of(indicator: Indicator) -> tuple[str, ...]:
    """Every element that its value is made of, once."""
    return tuple(dict.fromkeys((*indicator.numerator, *indicator.denominator)))


def is_annual(indicator: Indicator) -> bool:
    """Whether it is a share of a year's target."""
    return any(catalogue().elements[e].kind is Kind.ANNUAL_TARGET for e in indicator.denominator)


@cache
def rules_of(indicator: str) -> tuple[Rule, ...]:
    """Pairs of its datasets, parts of its elements, and its own numerator within its denominator."""
    entry = catalogue().indicators[indicator]
    found = [*_pairs(entry), *_splits(entry)]
    limited = entry.interval in (Interval.POISSON, Interval.PROPORTION) and not is_annual(entry)
    if limited and not set(entry.numerator) & set(entry.denominator):
        found.append(Rule(entry.numerator, entry.denominator, exact=False))
    return tuple({rule.id: rule for rule in found}.values())


def coverage_rule(indicator: str) -> Rule | None:
    """Its numerator within its year's target; None where it is no share of one."""
    entry = catalogue().indicators[indicator]
    return Rule(entry.numerator, entry.denominator, exact=False) if is_annual(entry) else None


def _pairs(entry: Indicator) -> Iterator[Rule]:
    own = set(elements_of(entry))
    for dataset in catalogue().datasets.values():
        for low, high in dataset.at_most:
            if {low, high} & own:
                yield Rule((low,), (high,), exact=False)


def _splits(entry: Indicator) -> Iterator[Rule]:
    """Parts by cause, age, sex or place, where everything that they split is among the indicator's elements."""
    own = set(elements_of(entry))
    groups: dict[tuple[tuple[str, ...], Dimension], list[str]] = {}
    for element in catalogue().elements.values():
        if element.dimension is not None and set(element.part_of) <= own:
            groups.setdefault((element.part_of, element.dimension), []).append(element.id)
    for (whole, _), parts in groups.items():
        yield Rule(tuple(parts), whole, exact=True)
