"""The funnel plot: each area at its denominator and value, between the limits that chance leaves there."""

from __future__ import annotations

from dataclasses import dataclass

from indicators.areas import Kabupaten
from indicators.catalogue import Indicator
from indicators.charts.area_values import is_sample
from indicators.charts.spec import ReferenceLine, Role, SpecError, Symbol
from indicators.judgement.compared import Compared, CurvePoint, funnel_curve
from indicators.judgement.judged import Judged
from indicators.vocabulary import AreaGroup, Interval
from indicators.wording import charts as chart_words
from indicators.wording import compared as say

# How a group is drawn, on the funnel and beside intervals alike: never by colour alone.
LOOKS: dict[AreaGroup, tuple[Role, Symbol]] = {
    AreaGroup.OUTSIDE_WORSE: (Role.WORSE, Symbol.DIAMOND),
    AreaGroup.OUTSIDE_BETTER: (Role.BETTER, Symbol.SQUARE),
    AreaGroup.WITHIN: (Role.COMPUTED, Symbol.CIRCLE),
    AreaGroup.TOO_FEW: (Role.NEUTRAL, Symbol.CIRCLE),
}


@dataclass(frozen=True)
class FunnelPoint:
    """One area. x: its denominator; y: its value; label: drawn beside the mark, empty draws nothing."""

    x: float
    y: float
    hover: str
    label: str
    key: str


@dataclass(frozen=True)
class FunnelGroup:
    """The areas of one group. hollow: drawn open, since they are not judged."""

    name: str
    role: Role
    symbol: Symbol
    hollow: bool
    points: tuple[FunnelPoint, ...]


@dataclass(frozen=True)
class FunnelSpec:
    """A plot with two numeric axes.

    across: what the horizontal axis counts. curve: the limits by denominator, ascending. ends: lowest and highest value
    that must be seen; most: the highest that there can be, None where there is no highest.
    """

    title: str
    unit: str
    decimals: int
    across: str
    curve: tuple[CurvePoint, ...]
    middle: ReferenceLine
    groups: tuple[FunnelGroup, ...]
    ends: tuple[float, float]
    most: float | None
    footer: str
    alt: str
    sample: bool
    notes: tuple[str, ...] = ()
    finding: str = ""

    def __post_init__(self) -> None:
        if not (self.title and self.unit and self.footer and self.alt and self.curve):
            raise SpecError(
                "a funnel says what it shows, its unit, its footer and its alternative text, and has limits"
            )


def funnel_plot(
    *,
    indicator: Indicator,
    kabupaten: Kabupaten,
    compared: Compared,
    footer: str,
    finding: str = "",
    notes: tuple[str, ...] = (),
) -> FunnelSpec | None:
    """None where no limits can be drawn. Areas whose reports are missing are not on it, and are counted in a note."""
    curve = funnel_curve(compared)
    if not curve or compared.pooled is None:
        return None
    groups = tuple(
        FunnelGroup(
            name=say.GROUP[group],
            role=role,
            symbol=symbol,
            hollow=group is AreaGroup.TOO_FEW,
            points=tuple(
                _point(area.judged, indicator, labelled=role in (Role.WORSE, Role.BETTER))
                for area in compared.of(group)
            ),
        )
        for group, (role, symbol) in LOOKS.items()
        if compared.of(group)
    )
    seen = [p.y for group in groups for p in group.points]
    limits = [
        limit for area in compared.of(AreaGroup.WITHIN, AreaGroup.OUTSIDE_WORSE, AreaGroup.OUTSIDE_BETTER)
        for limit in (area.low, area.high) if limit is not None
    ]  # fmt: skip
    title = say.title_of_funnel(label=indicator.label, kabupaten=kabupaten.name, period=compared.period)
    left_out = len(compared.of(AreaGroup.INCOMPLETE, AreaGroup.OVERFULL, AreaGroup.ABSENT, AreaGroup.WITHHELD))
    return FunnelSpec(
        title=title,
        unit=indicator.unit,
        decimals=indicator.decimals,
        across=say.across(indicator.denominator_label),
        curve=curve,
        middle=ReferenceLine(
            value=compared.pooled,
            label=chart_words.line_label(say.POOLED, compared.pooled, indicator.decimals),
        ),
        groups=groups,
        ends=(min([*seen, *limits, compared.pooled]), max([*seen, *limits, compared.pooled])),
        most=float(indicator.multiplier) if indicator.interval is Interval.PROPORTION else None,
        footer=footer,
        alt=" ".join(
            filter(
                None,
                (
                    finding,
                    say.alt_funnel(
                        title=title, unit=indicator.unit, groups=[(g.name, len(g.points), _named(g)) for g in groups]
                    ),
                ),
            )
        ),
        finding=finding,
        sample=is_sample(area.judged for area in compared.areas),
        notes=(*notes, *((say.not_on_funnel(left_out),) if left_out else ())),
    )


def _named(group: FunnelGroup) -> list[str]:
    return sorted(point.label for point in group.points if point.label)


def _point(judged: Judged, indicator: Indicator, *, labelled: bool) -> FunnelPoint:
    """Its hover is short: interval and reports stand on the chart of intervals, which a page shows beside it."""
    return FunnelPoint(
        x=judged.denominator or 0,
        y=judged.value or 0,
        hover=chart_words.area_hover(
            area=f"Kecamatan {judged.area_name}",
            label=indicator.label,
            period=judged.reference,
            value=judged.value,
            unit=indicator.unit,
            decimals=indicator.decimals,
            numerator=judged.numerator,
            numerator_label=indicator.numerator_label,
            denominator=judged.denominator,
            denominator_label=indicator.denominator_label,
        ),
        label=judged.area_name if labelled else "",
        key=judged.area,
    )
