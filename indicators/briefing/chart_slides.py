"""Slides of charts and of the map: the questions of `charts.questions`, asked for a briefing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from indicators.briefing.asked import Asked, headline, paragraphs
from indicators.briefing.deck import ChartBody, MapBody, Slide
from indicators.catalogue import AskedChart, BriefingSlide, catalogue
from indicators.charts.funnel import FunnelSpec
from indicators.charts.of_kecamatan import kecamatan_compared, kecamatan_map
from indicators.charts.quality_note import with_quality_note
from indicators.charts.questions import answer, parameters_of
from indicators.charts.spec import ChartSpec, Mark, Role
from indicators.judgement import sentences
from indicators.judgement.values import judge, published
from indicators.vocabulary import Dimension, Direction, Period
from indicators.wording import briefing as say
from indicators.wording import judgement

Chart = ChartSpec | FunnelSpec


def charts(asked: Asked, id_: str, entry: BriefingSlide) -> Slide | None:
    """The charts that have something to show; None where none has, and where nothing was found that could be said."""
    found = [(chart, spec) for chart in entry.charts if (spec := _answer(asked, chart)) is not None]
    if not found:
        return None
    specs = tuple(spec for _, spec in found)
    says = _card_sentence(asked, entry.headline_of) or next((spec.finding for spec in specs if spec.finding), "")
    if not says:
        return None
    shown = list(dict.fromkeys(indicator for chart, _ in found for indicator in chart.indicators))
    return Slide(
        id=id_,
        topic=entry.heading,
        headline=headline(says),
        body=ChartBody(specs),
        footer=asked.below(say.in_notes(_sources([spec.footer for spec in specs]))),
        notes=paragraphs(
            says,
            *(line for spec in specs for line in (spec.title, spec.finding, *spec.notes, *_newest(spec))),
            *(_definition(indicator) for indicator in shown),
            _published(asked, shown),
        ),
        sample=any(spec.sample for spec in specs),
    )


def area_map(asked: Asked, id_: str, entry: BriefingSlide) -> Slide | None:
    """One indicator over all kecamatan, with the kabupaten's value and how far the kecamatan lie apart."""
    assert entry.indicator is not None
    about = {"indicator": entry.indicator, "state": asked.state, "period": asked.period}
    spec = kecamatan_map(asked.snapshot, **about)  # type: ignore[arg-type]
    if not any(area.value is not None for area in spec.areas):
        return None
    noted = with_quality_note(
        spec, asked.snapshot, indicators=(entry.indicator,), state=asked.state, period=asked.period
    )
    whole = judge(asked.snapshot, indicators=[entry.indicator], kabupaten=asked.state.kabupaten, period=asked.period)[0]
    spread = kecamatan_compared(asked.snapshot, **about)  # type: ignore[arg-type]
    value = sentences.of_judged(whole)
    said = (value, spread.finding if spread else "")
    return Slide(
        id=id_,
        topic=entry.heading,
        headline=headline(spec.finding or value),
        body=MapBody(noted, tuple(headline(line) for line in said if line)),
        footer=asked.below(noted.footer),
        notes=paragraphs(
            spec.title,
            spec.finding,
            *said,
            *noted.notes,
            *(spread.notes if spread else ()),
            noted.outlines,
            say.per_area([(area.name, area.label if area.value is not None else area.remark) for area in spec.areas]),
            _definition(entry.indicator),
        ),
        sample=spec.sample,
    )


def _answer(asked: Asked, chart: AskedChart) -> Chart | None:
    """The chart of the briefing's own area and period, as its reader may see it."""
    known: dict[str, Any] = {
        "indicator": next(iter(chart.indicators), None),
        "indicators": chart.indicators,
        "until": Period.year_to(asked.period.end.year, asked.period.end.month),
        "period": asked.period,
        "last": asked.period,
        "area": asked.area,
        "kecamatan": asked.kecamatan,
        "may_see_small_cells": asked.sees_small_counts,
    }
    if chart.dimension:
        known["dimension"] = Dimension(chart.dimension)
    parameters = {name: value for name, value in known.items() if name in parameters_of(chart.question)}
    return answer(chart.question, asked.snapshot, state=asked.state, parameters=parameters)


def _card_sentence(asked: Asked, indicator: str | None) -> str:
    """What the summary says of an indicator, of a published one with its target ahead; empty where it has no card."""
    card = next((card for card in asked.cards if card.indicator.id == indicator), None)
    if card is None:
        return ""
    said = sentences.of_card(card)
    if card.now is None and card.ahead and said:
        year, target = card.ahead
        aim = judgement.quoted(target.value, card.indicator.unit, target.sign)
        return f"{said} {say.ahead(year, aim, at_least=card.indicator.direction is Direction.HIGHER_IS_BETTER)}"
    return said


def _newest(spec: Chart) -> list[str]:
    """Of each series its newest point, with counts and interval; nothing of limits and middle lines."""
    if isinstance(spec, FunnelSpec):
        return []
    return [
        say.newest(series.name, point.hover.split("\n"))
        for series in spec.series
        if series.mark is not Mark.STEP and series.role is not Role.LIMIT and len(series.points) > 1
        for point in series.points[-1:]
        if point.hover
    ]


def _published(asked: Asked, shown: Sequence[str]) -> str:
    quotes = published(asked.snapshot, indicators=shown, kabupaten=asked.state.kabupaten, areas=[asked.state.kabupaten])
    return say.published(list(dict.fromkeys(quote.source for quote in quotes)))


def _definition(indicator: str) -> str:
    entry = catalogue().indicators[indicator]
    return say.definition(entry.label, entry.definition, entry.definition_source or entry.definition_note)


def _sources(footers: Sequence[str]) -> str:
    """One line for charts side by side: what they share (versions) is said once."""
    if len(set(footers)) == 1:
        return footers[0]
    left, right = (footer.split(" · ") for footer in footers)
    shared: list[str] = []
    while left and right and left[-1] == right[-1]:
        shared.insert(0, left.pop())
        right.pop()
    return " · ".join([say.sides(", ".join(left), ", ".join(right)), *shared])
