"""A briefing as one HTML file that opens from a flash disk: charts that answer to pointing, no network, no server.

Its own security policy forbids every request, so that a laptop without a network misses nothing and one with a network
tells nobody. Charts are Plotly's, its basic bundle embedded once; the map is a drawing whose areas say themselves.
"""

from __future__ import annotations

import base64
import html
import json
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, Template
from markupsafe import Markup

from indicators.areas import all_kabupaten
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
from indicators.render.locator_map import locator_map
from indicators.render.pdf_page import FONTS
from indicators.render.plotly_alone import LIBRARY, alone
from indicators.render.plotly_chart import plotly_chart
from indicators.render.plotly_funnel import plotly_funnel
from indicators.render.vector_chart import Size, svg
from indicators.wording import briefing as briefing_words
from indicators.wording import charts as chart_words
from indicators.wording import judgement
from indicators.wording import paper as say

# In pixels of a slide: the least room for charts, on a screen of 4:3; the page gives them what there is.
_WIDTH, _HEIGHT, _HALF = 760, 342, 368
# Of the map: a point is a pixel or a little more, so its least letters are those of the slide.
_MAP = Size(152, 115, 14, least=12)
_MOST_ACROSS = 3


_WORDS = {
    "NAVIGATION": say.NAVIGATION,
    "BACK": say.BACK,
    "NEXT": say.NEXT,
    "NOTES": say.NOTES,
    "FULL_SCREEN": say.FULL_SCREEN,
    "FIND": say.FIND,
    "FIND_BUTTON": say.FIND_BUTTON,
    "RETURN": say.RETURN,
    "NOT_FOUND": say.NOT_FOUND,
    "SEND_SLIDE": say.SEND_SLIDE,
    "NO_SCRIPT": say.NO_SCRIPT,
}


def to_html(deck: Deck, places: Sequence[Slide] = (), *, leave: str = "") -> str:
    """The deck as one file, the same for the same deck.

    places: slides of single kecamatan, by their codes, that a discussion can turn to. leave: where a page of the
    dashboard shows the file, the selector of what Escape presses there.
    """
    figures: list[dict[str, Any]] = []
    slides = [_slide(slide, figures) for slide in deck.slides]
    here = all_kabupaten()[deck.kabupaten]
    return _template().render(
        deck=deck,
        slides=slides,
        places=[_slide(place, figures) | {"name": here.name_of(place.id)} for place in places],
        locator=Markup(locator_map(deck.kabupaten)) if places else "",
        leave=_as_script(json.dumps(leave)),
        say=_WORDS,
        more=_as_script(json.dumps(briefing_words.MORE_ROWS)),
        sent_mark=_as_script(json.dumps(chart_words.SAMPLE_MARK)),
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
        return vars(body) | {"kind": "table"}
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
