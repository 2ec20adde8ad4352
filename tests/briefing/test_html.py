"""A briefing as one HTML file: it asks for nothing, and says what the slides say."""

from __future__ import annotations

import json
import re
from datetime import date
from functools import cache
from html.parser import HTMLParser
from importlib.metadata import files
from typing import Any

import pytest

from indicators import warehouse
from indicators.briefing.deck import ChartBody, Deck, MapBody, Slide
from indicators.briefing.html import to_html
from indicators.briefing.kecamatan_slides import every_kecamatan
from indicators.briefing.rakor import rakor_deck
from indicators.charts.spec import ChartSpec
from indicators.render.frame import shown
from indicators.render.plotly_alone import LIBRARY
from indicators.vocabulary import Period

pytestmark = pytest.mark.usefixtures("shared_warehouse")

# Attributes by which a page fetches, sends or leads somewhere.
ASKS = {
    "src",
    "srcset",
    "href",
    "xlink:href",
    "action",
    "formaction",
    "data",
    "poster",
    "background",
    "ping",
    "manifest",
}


@cache
def deck() -> Deck:
    return rakor_deck(
        warehouse.current(), kabupaten="35.10", period=Period.year(2024), today=date(2026, 11, 22)
    )  # fmt: skip


@cache
def places() -> tuple[Slide, ...]:
    return every_kecamatan(warehouse.current(), deck())


@cache
def page() -> str:
    return to_html(deck(), places())


class Read(HTMLParser):
    """What a browser would see: attributes that ask for something, texts outside scripts, slides with their classes."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[str, str]] = []
        self.policy = ""
        self.slides: dict[str, str] = {}
        self.scripts: list[str] = []
        self.text = ""
        self._inside = ""
        self.feed(page())

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        held = dict(attributes)
        self._inside = tag
        self.asked += [(tag, value or "") for name, value in attributes if name in ASKS]
        if held.get("http-equiv") == "Content-Security-Policy":
            self.policy = held["content"] or ""
        if tag == "section":
            self.slides[held["id"] or ""] = held["class"] or ""
        if tag == "script":
            self.scripts.append("")

    def handle_endtag(self, tag: str) -> None:
        self._inside = ""

    def handle_data(self, data: str) -> None:
        if self._inside == "script":
            self.scripts[-1] += data
        elif self._inside != "style":
            self.text += data


def plain(text: str) -> str:
    return " ".join(text.split())


def test_the_file_asks_for_nothing_and_may_not() -> None:
    read = Read()

    assert all(value.startswith("#") for _, value in read.asked), read.asked
    assert read.policy.startswith("default-src 'none';")
    for allowed in re.findall(r"(\w+-src) ([^;]*)", read.policy)[1:]:
        assert not re.search(r"http|\*|self|blob|eval", allowed[1]), allowed
    styles = "".join(re.findall(r"<style>(.*?)</style>", page(), re.DOTALL))
    assert [one[:5] for one in re.findall(r"url\((.*?)\)", styles)] == ["data:"]
    assert "@import" not in styles


def test_the_library_is_there_once_in_the_version_of_the_pages() -> None:
    version = re.compile(r"plotly\.js (?:\([^)]*\) )?v(\S+)")
    wheel = next(f for f in files("plotly") or [] if f.name == "plotly.min.js").locate()
    whole = open(wheel, encoding="utf-8").read(200)  # noqa: SIM115
    own = LIBRARY.read_text(encoding="utf-8")[:200]

    assert version.search(own).group(1) == version.search(whole).group(1)  # type: ignore[union-attr]
    assert page().count("plotly.js (basic") == 1
    assert len(page().encode()) < 2_000_000


def test_every_slide_has_its_headline_footer_notes_and_mark() -> None:
    read = Read()
    text = plain(read.text)

    assert list(read.slides) == [slide.id for slide in (*deck().slides, *places())]
    for slide in (*deck().slides, *places()):
        for said in (slide.headline, slide.footer, slide.notes):
            assert plain(said) in text
        assert ("sample" in read.slides[slide.id].split()) is slide.sample
    assert 'content: "DATA CONTOH"' in page()


def test_the_charts_hold_the_numbers_of_their_specifications() -> None:
    figures: list[dict[str, Any]] = json.loads(Read().scripts[0])
    specs = [spec for slide in deck().slides if isinstance(slide.body, ChartBody) for spec in slide.body.charts]

    assert len(figures) == len(specs) > 5
    for figure, spec in zip(figures, specs, strict=True):
        assert isinstance(spec, ChartSpec)
        across = "x" if spec.horizontal else "y"
        drawn = {v for trace in figure["data"] for v in trace[across] if isinstance(v, int | float)}
        for series in spec.series:
            decimals = spec.all_panels[series.panel].decimals
            values = {shown(point.y, decimals) for point in series.points if point.y is not None}
            assert values <= drawn, (spec.title, series.name)
        assert not re.search(r'"#0000[0-3]\d"', json.dumps(figure)), "a colour that only Streamlit replaces"


def test_an_area_of_the_map_says_itself() -> None:
    [body] = [slide.body for slide in deck().slides if isinstance(slide.body, MapBody)]

    for area in body.map.areas:
        assert plain(area.hover) in plain(Read().text)
