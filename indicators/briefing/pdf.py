"""A briefing as PDF: one slide a page, charts as vectors, texts selectable, tagged by headline."""

from __future__ import annotations

from typing import Any

from indicators.briefing.deck import (
    Body,
    BulletsBody,
    CardsBody,
    ChartBody,
    Deck,
    Figure,
    MapBody,
    Slide,
    TableBody,
    TitleBody,
)
from indicators.render.pdf_page import typeset
from indicators.render.vector_chart import Drawable, Size, svg
from indicators.wording import charts as chart_words
from indicators.wording import judgement
from indicators.wording import paper as say

# In millimetres and points: the room below a headline of two lines, for one chart, for one of two, for a map.
_WHOLE, _PANELS, _HALF, _MAP = Size(310, 116, 15), Size(310, 116, 12), Size(151, 116, 12), Size(168, 116, 12)


def to_pdf(deck: Deck) -> bytes:
    """The deck as PDF, the same bytes for the same deck."""
    content = {
        "title": deck.title,
        "author": say.author(deck.place),
        "slides": [_slide(slide) for slide in deck.slides],
    }
    return typeset("slides.typ", content)


def _slide(slide: Slide) -> dict[str, Any]:
    return {
        "topic": slide.topic,
        "headline": slide.headline,
        "body": _body(slide.body),
        "footer": slide.footer,
        "sample": chart_words.SAMPLE_MARK if slide.sample else "",
    }


def _body(body: Body) -> dict[str, Any]:
    if isinstance(body, TitleBody):
        return {"kind": "title", "lines": body.lines}
    if isinstance(body, CardsBody):
        return {"kind": "cards", "cards": [_card(card) for card in body.cards]}
    if isinstance(body, ChartBody):
        size = _HALF if len(body.charts) > 1 else _PANELS if getattr(body.charts[0], "panels", ()) else _WHOLE
        return {"kind": "charts", "charts": [_picture(chart, size) for chart in body.charts]}
    if isinstance(body, MapBody):
        return {"kind": "map", "map": _picture(body.map, _MAP), "beside": body.beside}
    if isinstance(body, TableBody):
        return {
            "kind": "table",
            "columns": body.columns,
            "rows": body.rows,
            "shares": body.shares,
            "numeric": body.numeric,
            "lead": body.lead,
        }
    assert isinstance(body, BulletsBody)
    return {"kind": "bullets", "bullets": body.bullets}


def _card(card: Figure) -> dict[str, Any]:
    icon = judgement.STATUS_ICON[card.status] if card.status else ""
    return {
        "label": card.label,
        "value": card.value,
        "unit": card.unit,
        "judged": card.judged,
        "icon": icon,
        "lines": card.lines,
        "mark": card.mark,
    }


def _picture(spec: Drawable, size: Size) -> dict[str, str]:
    """The slide wears the sample mark, so the drawing does not."""
    drawing = svg(spec, size=size, whole=False, marked=False)
    return {"svg": drawing, "alt": spec.alt, "title": spec.title}
