"""What a chart shows, independent of what draws it.

All texts are finished Bahasa Indonesia, plain (no markup); a line feed separates lines. Numbers are in the
unit that the specification names. A renderer maps `Role` to a colour and draws every number as it stands.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TypeVar


class Role(StrEnum):
    """What a mark means; each renderer has one mapping from role to colour."""

    COMPUTED = "computed"
    PUBLISHED = "published"
    COUNT = "count"
    SURVEY = "survey"
    CENSUS = "census"
    CURRENT = "current"
    EARLIER = "earlier"
    COMPARISON = "comparison"
    TARGET = "target"
    NEUTRAL = "neutral"
    WORSE = "worse"
    BETTER = "better"
    COMMON = "common"
    CHANGED = "changed"
    LIMIT = "limit"


class Mark(StrEnum):
    """How a series is drawn. POINT never joins its points; STEP is a level that holds for each category."""

    LINE = "line"
    STEP = "step"
    POINT = "point"
    BAR = "bar"


class Dash(StrEnum):
    SOLID = "solid"
    DASH = "dash"
    DOT = "dot"


class Symbol(StrEnum):
    """Shape of a point, so that series differ without colour."""

    CIRCLE = "circle"
    DIAMOND = "diamond"
    SQUARE = "square"


class Emphasis(StrEnum):
    STRONG = "strong"
    NORMAL = "normal"
    FAINT = "faint"


class State(StrEnum):
    """Why a point looks the way it does; missing, zero and suppressed never look alike.

    VALUE: a number, zero included. PARTIAL: a number of an incomplete year, never joined to whole years.
    PROVISIONAL: a number from incomplete reports, never joined to or ranked among complete ones.
    TOO_FEW: a number from fewer events than can be judged. MISSING: nothing was sent. SUPPRESSED: known, not
    shown; `low` and `high` may bound it. NOT_ENTERED: a result that is expected and not there yet.
    """

    VALUE = "value"
    PARTIAL = "partial"
    PROVISIONAL = "provisional"
    TOO_FEW = "too_few"
    MISSING = "missing"
    SUPPRESSED = "suppressed"
    NOT_ENTERED = "not_entered"


WITH_VALUE = frozenset({State.VALUE, State.PARTIAL, State.PROVISIONAL, State.TOO_FEW})


class SpecError(ValueError):
    """A specification contradicts itself."""


@dataclass(frozen=True)
class Point:
    """One number of a series.

    x: its category (a year, a month, an area, a cause). y: None exactly when the state has no value.
    low, high: the 95 % interval, or the bounds of a suppressed count. hover: lines in full words.
    label: drawn beside the mark; empty draws nothing. key: what a click stands for (an area code, say).
    """

    x: str
    y: float | None
    hover: str
    low: float | None = None
    high: float | None = None
    label: str = ""
    state: State = State.VALUE
    key: str = ""

    def __post_init__(self) -> None:
        if (self.y is not None) != (self.state in WITH_VALUE):
            raise SpecError(f"{self.x}: a point that is {self.state} cannot have the value {self.y}")
        if (self.low is None) != (self.high is None):
            raise SpecError(f"{self.x}: an interval needs both ends")


@dataclass(frozen=True)
class Series:
    """Points of one kind of evidence; never published and computed values in one series."""

    name: str
    mark: Mark
    role: Role
    points: tuple[Point, ...]
    dash: Dash = Dash.SOLID
    symbol: Symbol = Symbol.CIRCLE
    emphasis: Emphasis = Emphasis.NORMAL
    panel: int = 0


@dataclass(frozen=True)
class TargetPoint:
    """A target in its own category (year), on the series that it belongs to; or, with `x` None, across all
    categories of a chart that shows one period only."""

    value: float
    label: str
    hover: str
    x: str | None = None
    series: str | None = None
    panel: int = 0


@dataclass(frozen=True)
class ReferenceLine:
    """A value to compare all points with: the kabupaten's, say."""

    value: float
    label: str
    role: Role = Role.COMPARISON


@dataclass(frozen=True)
class Panel:
    """One of several plots that share their categories; the first is at the top."""

    title: str
    unit: str
    decimals: int = 0


@dataclass(frozen=True)
class ChartSpec:
    """A chart with one category axis and one value axis per panel.

    categories: all labels of the category axis, in order; a category without a point stays an empty place.
    horizontal: categories run down the page and bars to the right.
    panels: empty for a plain chart. notes: sentences shown below the chart, before the footer.
    footer: source, basis, data version and rule version. sample: the mark DATA CONTOH is drawn on the chart itself.
    finding: what the chart says, in one or two sentences, shown above it; the alternative text begins with it.
    """

    title: str
    unit: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    footer: str
    alt: str
    sample: bool
    decimals: int = 1
    horizontal: bool = False
    panels: tuple[Panel, ...] = ()
    targets: tuple[TargetPoint, ...] = ()
    lines: tuple[ReferenceLine, ...] = ()
    notes: tuple[str, ...] = ()
    finding: str = ""
    from_zero: bool = True

    def __post_init__(self) -> None:
        if not (self.title and self.unit and self.footer and self.alt):
            raise SpecError("a chart says what it shows, its unit, its footer and its alternative text")
        if len(set(self.categories)) != len(self.categories):
            raise SpecError("categories repeat")
        known = set(self.categories)
        names = [series.name for series in self.series]
        panels = range(max(1, len(self.panels)))
        if len(set(names)) != len(names):
            raise SpecError("two series have the same name")
        for series in self.series:
            if outside := [p.x for p in series.points if p.x not in known]:
                raise SpecError(f"{series.name}: not on the axis: {outside}")
            if series.panel not in panels:
                raise SpecError(f"{series.name}: no panel {series.panel}")
        for target in self.targets:
            if target.x is not None and (target.x not in known or target.series not in names):
                raise SpecError(f"{target.label}: a target needs its category and its series")

    @property
    def all_panels(self) -> tuple[Panel, ...]:
        """The panels, or the one that a plain chart is."""
        return self.panels or (Panel("", self.unit, self.decimals),)


@dataclass(frozen=True)
class AreaValue:
    """One area of a map.

    numerator, denominator: None where they may not be shown. tile: column from the west, row from the north.
    remark: why there is no value or no verdict; empty otherwise. label: the value as text. raw: the area's own value,
    also where `value` is a smoothed one.
    """

    code: str
    name: str
    state: State
    value: float | None
    hover: str
    label: str
    tile: tuple[int, int]
    low: float | None = None
    high: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    remark: str = ""
    basis: str = ""
    raw: float | None = None

    def __post_init__(self) -> None:
        if (self.value is not None) != (self.state in WITH_VALUE):
            raise SpecError(f"{self.code}: an area that is {self.state} cannot have the value {self.value}")


@dataclass(frozen=True)
class MapSpec:
    """Values of all areas of one kabupaten, in one period; drawn as boundaries or as equal tiles.

    kabupaten: its code, which names its boundaries. source, basis, version, rule_version: the parts of the footer, for
    exports that have a column for each. outlines: what the drawn boundaries are. values: in words, whether they
    are as they are or smoothed. notes: sentences shown below the map. finding: as of a chart.
    """

    title: str
    unit: str
    decimals: int
    kabupaten: str
    areas: tuple[AreaValue, ...]
    source: str
    basis: str
    version: int
    rule_version: str
    footer: str
    alt: str
    sample: bool
    outlines: str
    values: str
    notes: tuple[str, ...] = field(default=())
    finding: str = ""

    def of(self, *states: State) -> tuple[AreaValue, ...]:
        """The areas in any of these states, in their own order."""
        return tuple(area for area in self.areas if area.state in states)

    @property
    def scale(self) -> tuple[float, float] | None:
        """Lowest and highest coloured value, equal ones widened by one; None when nothing is coloured."""
        values = [a.value for a in self.of(State.VALUE, State.PARTIAL) if a.value is not None]
        if not values:
            return None
        low, high = min(values), max(values)
        return (low, high) if high > low else (low - 1, high + 1)


Drawn = TypeVar("Drawn", ChartSpec, MapSpec)


def with_finding(spec: Drawn, finding: str) -> Drawn:
    """The same chart or map with its finding, which then also begins the alternative text."""
    return replace(spec, finding=finding, alt=f"{finding} {spec.alt}") if finding else spec
