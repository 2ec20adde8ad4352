"""What must add up, rule by rule and month by month: read once a data version; a period is a sum of its months."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import numpy as np

from indicators.judgement.quality_rules import Rule, checked_indicators, coverage_rule, rules_of
from indicators.vocabulary import Period
from indicators.warehouse import Snapshot

Units = frozenset[str]


@dataclass(frozen=True)
class AddedUp:
    """Parts against their whole: how many reports there are, how many lie above or below it, and whose they are.

    whole: the sum of all wholes; excess: by how much the parts lie above, where they do.
    """

    reports: int
    whole: float
    above: int
    below: int
    excess: float
    units_above: Units
    units_below: Units


@dataclass(frozen=True)
class Reached:
    """Parts of one or more years against their targets, and which units reached more than all, or far more."""

    part: float
    whole: float
    units: Units
    units_above: Units
    units_far_above: Units


def added_up(snapshot: Snapshot, *, kabupaten: str, rule: Rule, period: Period) -> AddedUp | None:
    """The reports of a period's months; None where none has both sides."""
    kept = snapshot.keep(("added up", kabupaten), lambda: _added_up(snapshot, kabupaten))
    found = [sums for month, sums in kept.get(rule, {}).items() if period.start <= month <= period.end]
    if not found:
        return None
    return AddedUp(
        reports=sum(one.reports for one in found),
        whole=sum(one.whole for one in found),
        above=sum(one.above for one in found),
        below=sum(one.below for one in found),
        excess=sum(one.excess for one in found),
        units_above=_union(one.units_above for one in found),
        units_below=_union(one.units_below for one in found),
    )


def reached(snapshot: Snapshot, *, kabupaten: str, rule: Rule, period: Period) -> Reached | None:
    """Year by year, each from January on, the last one to the period's end; None without a unit that has a target."""
    kept = snapshot.keep(("targets reached", kabupaten), lambda: _reached(snapshot, kabupaten))
    of_years = {
        month.year: sums
        for month, sums in kept.get(rule, {}).items()
        if period.start.year <= month.year and month <= period.end
    }
    found = list(of_years.values())  # months come in order, so that each year's newest stays
    if not found:
        return None
    return Reached(
        part=sum(one.part for one in found),
        whole=sum(one.whole for one in found),
        units=_union(one.units for one in found),
        units_above=_union(one.units_above for one in found),
        units_far_above=_union(one.units_far_above for one in found),
    )


def _added_up(snapshot: Snapshot, kabupaten: str) -> dict[Rule, dict[date, AddedUp]]:
    rules = list(dict.fromkeys(rule for entry in checked_indicators() for rule in rules_of(entry.id)))
    found: dict[Rule, dict[date, AddedUp]] = {}
    for row in snapshot.rows("parts_and_wholes", kabupaten=kabupaten, **_sides(rules)):
        found.setdefault(rules[int(row.rule)], {})[row.month.date()] = AddedUp(
            reports=int(row.reports),
            whole=float(row.whole),
            above=int(row.above),
            below=int(row.below),
            excess=float(row.excess),
            units_above=_units(row.units_above),
            units_below=_units(row.units_below),
        )
    return found


def _reached(snapshot: Snapshot, kabupaten: str) -> dict[Rule, dict[date, Reached]]:
    rules = list(dict.fromkeys(filter(None, (coverage_rule(entry.id) for entry in checked_indicators()))))
    found: dict[Rule, dict[date, Reached]] = {}
    for row in snapshot.rows("targets_reached", kabupaten=kabupaten, **_sides(rules)):
        found.setdefault(rules[int(row.rule)], {})[row.month.date()] = Reached(
            part=float(row.part),
            whole=float(row.whole),
            units=_units(row.units),
            units_above=_units(row.units_above),
            units_far_above=_units(row.units_far_above),
        )
    return found


def _sides(rules: Sequence[Rule]) -> Mapping[str, list[str]]:
    """Every element of every rule, one a place, with its rule's number and its side."""
    terms = [
        (str(at), side, element)
        for at, rule in enumerate(rules)
        for side, elements in (("part", rule.parts), ("whole", rule.whole))
        for element in elements
    ]
    return dict(zip(("rules", "sides", "elements"), map(list, zip(*terms, strict=True)), strict=True))


def _units(listed: Any) -> Units:
    """A list of a read, which is missing where it would be empty."""
    return frozenset(map(str, listed)) if isinstance(listed, Sequence | np.ndarray) else frozenset()


def _union(of: Iterable[Units]) -> Units:
    return frozenset().union(*of)
