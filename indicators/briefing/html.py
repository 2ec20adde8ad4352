"""A briefing as one HTML file that opens from a flash disk: charts that answer to pointing, no network, no server.

Its own security policy forbids every request, so that a laptop without a network misses nothing and one with a network
tells nobody. Charts are Plotly's, its basic bundle embedded once; the map is a drawing whose areas say themselves.
"""

from __future__ import annotations

import base64
import html
import json
import re
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, Template
from markupsafe import Markup

from indicators.briefing.deck import (
    Body,
    BulletsBody,
    CardsBody,
    ChartBody,
    Deck,
    MapBody,
    Slide,
    TableBody,
    TitleBody,
)
from indicators.charts.funnel import FunnelSpec
from indicators.charts.spec import ChartSpec, MapSpec
from indicators.render.pdf_page import FONTS
from indicators.render.plotly_alone import LIBRARY, alone
from indicators.render.plotly_chart import plotly_chart
from indicators.render.plotly_funnel import plotly_funnel
from indicators.render.vector_chart import Size, svg
from indicators.wording import charts as chart_words
from indicators.wording import judgement
from indicators.wording import paper as say

# In pixels of a slide of 960 by 540: room for charts below a headline of two lines.
_WIDTH, _HEIGHT, _HALF = 888, 342, 432
_MAP = Size(130, 98, 9)
_MOST_ACROSS = 3
# Rows of a table at the ordinary size; longer ones are set smaller.
_ROWS, _LARGE, _SMALLEST = 8, 18, 12


_WORDS = {
    "NAVIGATION": say.NAVIGATION,
    "BACK": say.BACK,
    "NEXT": say.NEXT,
    "NOTES": say.NOTES,
    "FULL_SCREEN": say.FULL_SCREEN,
    "NO_SCRIPT": say.NO_SCRIPT,
}


def to_html(deck: Deck) -> str:
    """The deck as one file, the same for the same deck."""
    figures: list[dict[str, Any]] = []
    slides = [_slide(slide, figures) for slide in deck.slides]
    return _template().render(
        deck=deck,
        slides=slides,
        say=_WORDS,
        mark=chart_words.SAMPLE_MARK,
        font=base64.b64encode((FONTS / "plus-jakarta-sans-latin.woff2").read_bytes()).decode(),
        figures=_as_script(json.dumps(figures, ensure_ascii=False, separators=(",", ":"))),
        library=_as_script(LIBRARY.read_text(encoding="utf-8")),
    )


@cache
def _template() -> Template:
    page = (Path(__file__).parent / "slides.html").read_text(encoding="utf-8")
    return Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True, finalize=_unbroken).from_string(page)


def _unbroken(value: Any) -> Any:
    """A percent sign stays with its number."""
    return value.replace(" %", "\u00a0%") if type(value) is str else value


def _as_script(text: str) -> Markup:
    """Text that cannot end the script element that it stands in."""
    return Markup(re.sub(r"</(?=script)", r"<\\/", text, flags=re.IGNORECASE).replace("<!--", r"<\!--"))


def _slide(slide: Slide, figures: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "id": slide.id,
        "topic": slide.topic,
        "headline": slide.headline,
        "body": _body(slide.body, slide.sample, figures),
        "footer": slide.footer,
        "notes": slide.notes,
        "sample": slide.sample,
    }


def _body(body: Body, sample: bool, figures: list[dict[str, Any]]) -> dict[str, Any]:
    if isinstance(body, TitleBody):
        return {"kind": "title", "lines": body.lines}
    if isinstance(body, CardsBody):
        across = len(body.cards) if len(body.cards) <= 4 else _MOST_ACROSS if len(body.cards) <= 6 else 4
        cards = [
            vars(card) | {"icon": judgement.STATUS_ICON[card.status] if card.status else ""} for card in body.cards
        ]
        return {"kind": "cards", "cards": cards, "across": across}
    if isinstance(body, ChartBody):
        width = _WIDTH if len(body.charts) == 1 else _HALF
        return {"kind": "charts", "charts": [_chart(chart, width, figures) for chart in body.charts]}
    if isinstance(body, MapBody):
        return {
            "kind": "map",
            "title": body.map.title,
            "alt": body.map.alt,
            "drawing": _drawing(body.map),
            "beside": body.beside,
        }
    if isinstance(body, TableBody):
        size = max(_SMALLEST, min(_LARGE, round(_LARGE * _ROWS / max(1, len(body.rows)))))
        return vars(body) | {"kind": "table", "size": size}
    assert isinstance(body, BulletsBody)
    return {"kind": "bullets", "bullets": body.bullets}


def _chart(spec: ChartSpec | FunnelSpec, width: int, figures: list[dict[str, Any]]) -> dict[str, Any]:
    figure = plotly_funnel(spec) if isinstance(spec, FunnelSpec) else plotly_chart(spec)
    figures.append(alone(figure, width=width, height=_HEIGHT))
    return {"title": spec.title, "alt": spec.alt, "figure": len(figures) - 1}


def _drawing(spec: MapSpec) -> Markup:
    """The map with what each area says when it is pointed at."""
    drawing = svg(spec, size=_MAP, whole=False, marked=False)
    drawing = drawing[drawing.index("<svg") :]
    for area in spec.areas:
        group = f'<g id="area-{area.code}">'
        drawing = drawing.replace(group, f"{group}<title>{html.escape(area.hover)}</title>", 1)
    return Markup(drawing)
