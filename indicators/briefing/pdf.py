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

# In millimetres: a page, and the room for drawings below a headline of two lines.
_WIDTHS = {"16:9": 338.67, "4:3": 254.0}
_HEIGHT, _ROOM, _MARGIN, _BETWEEN = 190.5, 116.0, 14.0, 8.0
# In points: one chart; one of several panels, one of two side by side, a map; the names on a map.
_LARGE, _SMALL, _ON_MAP = 17, {"16:9": 16, "4:3": 14}, 14


def to_pdf(deck: Deck, *, ratio: str = "16:9") -> bytes:
    """The deck as PDF, the same bytes for the same deck. ratio: `16:9` or `4:3`."""
    room = _WIDTHS[ratio] - 2 * _MARGIN
    content = {
        "title": deck.title,
        "author": say.author(deck.place),
        "width": _WIDTHS[ratio],
        "height": _HEIGHT,
        "slides": [_slide(slide, room, _SMALL[ratio]) for slide in deck.slides],
    }
    return typeset("slides.typ", content)


def _slide(slide: Slide, room: float, small: int) -> dict[str, Any]:
    return {
        "topic": slide.topic,
        "headline": slide.headline,
        "body": _body(slide.body, room, small),
        "footer": slide.footer,
        "sample": chart_words.SAMPLE_MARK if slide.sample else "",
    }


def _body(body: Body, room: float, small: int) -> dict[str, Any]:
    if isinstance(body, TitleBody):
        return {"kind": "title", "lines": body.lines}
    if isinstance(body, CardsBody):
        return {"kind": "cards", "cards": [_card(card) for card in body.cards]}
    if isinstance(body, ChartBody):
        alone = len(body.charts) == 1
        width = room if alone else (room - _BETWEEN) / 2
        text = _LARGE if alone and not getattr(body.charts[0], "panels", ()) else small
        return {"kind": "charts", "charts": [_picture(chart, Size(width, _ROOM, text)) for chart in body.charts]}
    if isinstance(body, MapBody):
        return {
            "kind": "map",
            "map": _picture(body.map, Size(room * 0.54, _ROOM, small, least=_ON_MAP)),
            "beside": body.beside,
        }
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
