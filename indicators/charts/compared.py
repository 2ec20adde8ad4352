"""Kecamatan side by side with their 95 % intervals, in groups. Not a league table: the caller gives the order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from indicators.areas import Kabupaten
from indicators.catalogue import Indicator, Target
from indicators.charts.area_values import alt_text, area_values, is_sample
from indicators.charts.funnel import LOOKS
from indicators.charts.spec import (
    AreaValue,
    ChartSpec,
    Mark,
    Point,
    ReferenceLine,
    Role,
    Series,
    State,
    TargetPoint,
)
from indicators.charts.state_words import STATE_WORDS
from indicators.judgement.judged import Judged
from indicators.vocabulary import AreaGroup, Interval, Period
from indicators.wording import charts as wording
from indicators.wording import compared as compared_words


@dataclass(frozen=True)
class TargetOfYear:
    """A target that belongs to the year shown; the caller gives none where measure or year differ."""

    year: int
    target: Target


def compared_areas(
    *,
    indicator: Indicator,
    kabupaten: Kabupaten,
    period: Period,
    judged: Iterable[Judged],
    order: tuple[str, ...],
    footer: str,
    whole: float | None = None,
    target: TargetOfYear | None = None,
    groups: Mapping[str, AreaGroup] | None = None,
    notes: tuple[str, ...] = (),
) -> ChartSpec:
    """Value and interval of each kecamatan named in `order` (codes, first at the top).

    whole: the kabupaten's own value, drawn as a line. groups: by code; those beyond the limits of chance are series of
    their own. Areas with too few events are a series of their own, neutral and open, and so are those with missing
    reports; areas without a value keep their place and say why.
    """
    found = list(judged)
    areas = {
        area.code: area
        for area in area_values(
            indicator=indicator,
            kabupaten=kabupaten,
            period=period,
            judged=found,
        )
    }
    ordered = [areas[code] for code in order]
    title = wording.title_per_area(label=indicator.label, kabupaten=kabupaten.name, period=period)
    return ChartSpec(
        title=title,
        unit=indicator.unit,
        decimals=indicator.decimals,
        horizontal=True,
        categories=tuple(area.name for area in ordered),
        series=_series(
            wording.with_interval(indicator.short) if indicator.interval is not Interval.NONE else indicator.short,
            ordered,
            groups or {},
        ),
        lines=()
        if whole is None
        else (
            ReferenceLine(
                value=whole,
                label=wording.line_label(kabupaten.name, whole, indicator.decimals),
            ),
        ),
        targets=() if target is None else (_target(target, indicator),),
        footer=footer,
        alt=alt_text(title=title, unit=indicator.unit, areas=ordered),
        sample=is_sample(found),
        notes=notes,
    )


def _series(name: str, areas: list[AreaValue], groups: Mapping[str, AreaGroup]) -> tuple[Series, ...]:
    apart = {State.TOO_FEW: Role.NEUTRAL, State.PROVISIONAL: Role.COMPUTED}
    outside = (AreaGroup.OUTSIDE_WORSE, AreaGroup.OUTSIDE_BETTER)
    rest = [a for a in areas if a.state not in apart and groups.get(a.code) not in outside]
    name = compared_words.within(name) if set(groups.values()) & set(outside) else name
    series = [Series(name=name, mark=Mark.POINT, role=Role.COMPUTED, points=tuple(map(_point, rest)))]
    for group in outside:
        role, symbol = LOOKS[group]
        if points := tuple(_point(a) for a in areas if groups.get(a.code) is group):
            shown = compared_words.GROUP[group]
            series.append(Series(name=shown, mark=Mark.POINT, role=role, points=points, symbol=symbol))
    for state, role in apart.items():
        if points := tuple(_point(a) for a in areas if a.state is state):
            series.append(Series(name=STATE_WORDS[state], mark=Mark.POINT, role=role, points=points))
    return tuple(series)


def _point(area: AreaValue) -> Point:
    return Point(
        x=area.name,
        y=area.value,
        low=area.low,
        high=area.high,
        state=area.state,
        label="" if area.value is not None else area.label,
        hover=area.hover,
        key=area.code,
    )


def _target(given: TargetOfYear, indicator: Indicator) -> TargetPoint:
    target = given.target
    return TargetPoint(
        value=target.value,
        label=wording.target_label(document=target.document, year=given.year, value=target.value, sign=target.sign),
        hover=wording.target_hover(
            document=target.document,
            year=given.year,
            value=target.value,
            unit=indicator.unit,
            sign=target.sign,
            note=target.note,
        ),
    )
