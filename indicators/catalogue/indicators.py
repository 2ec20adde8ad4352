"""What is computed, by topic, and what it is held to: `topics/`."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from indicators.catalogue.entry import Entry, Identifier
from indicators.vocabulary import Direction, Interval, Level, Measure


class Topic(Entry):
    """A group of indicators, shown together in catalogue order."""

    id: Identifier
    label: str
    order: int


class Target(Entry):
    """A target for one year, with the document that sets it. `sign` is `<` for 'below', else empty."""

    value: float
    document: str
    source: str = ""
    sign: Literal["", "<"] = ""
    measure: Measure | None = None
    quoted: bool = False
    note: str = ""


class Indicator(Entry):
    """What is computed: sum of numerators over sum of denominators, times multiplier.

    Without denominator it is a count. Without numerator it has published values only (a survey, say).
    `counterpart` is the survey or census indicator of the same thing, shown beside a routine one, never joined to it.
    `coverage` names the indicators that say how much of the population its denominator reaches (measured of all).
    `beside` names the same people by another estimate than its denominator: shown beside it, never its denominator.
    `publishes` names the element whose published counts it holds, so that they can be the denominator of others.
    `definition_source` empty means no citable definition; `definition_note` then carries the mark
    shown to users.
    """

    id: Identifier
    topic: Identifier
    short: str
    label: str
    definition: str
    definition_source: str = ""
    definition_note: str = ""
    numerator: tuple[Identifier, ...] = ()
    denominator: tuple[Identifier, ...] = ()
    beside: tuple[Identifier, ...] = ()
    numerator_label: str
    denominator_label: str = ""
    multiplier: int = 1
    unit: str
    decimals: int = 1
    measure: Measure
    direction: Direction
    interval: Interval = Interval.NONE
    rare: bool = False
    lowest_level: Level = Level.KECAMATAN
    headline: int | None = None
    counterpart: Identifier | None = None
    coverage: tuple[Identifier, ...] = ()
    publishes: Identifier | None = None
    targets: dict[int, Target] = Field(default_factory=dict)
    why_it_matters: str
    source: str
    supplied_by: str
