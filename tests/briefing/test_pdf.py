"""A briefing as PDF, read back: every slide a page, with headline, source and version as text."""

from __future__ import annotations

import io
import math
from datetime import date
from typing import Any

import pytest
from pypdf import PdfReader

from indicators import warehouse
from indicators.briefing.deck import CardsBody, ChartBody, Deck, MapBody, TableBody
from indicators.briefing.pdf import to_pdf
from indicators.briefing.rakor import rakor_deck
from indicators.vocabulary import Audience, Period

pytestmark = pytest.mark.usefixtures("shared_warehouse")

# By audience: the summary of cards, and the table of one kecamatan.
ASKED = {Audience.CROSS_SECTOR: None, Audience.PUSKESMAS: "35.10.17"}


def deck(audience: Audience) -> Deck:
    return rakor_deck(
        warehouse.current(),
        kabupaten="35.10",
        period=Period.year(2024),
        today=date(2026, 11, 22),
        audience=audience,
        kecamatan=ASKED[audience],
    )


def plain(text: str) -> str:
    """Without the places where a line was broken, which differ between text and page."""
    return "".join(text.replace("\u00ad", "").split())


@pytest.mark.parametrize("audience", list(ASKED))
def test_every_slide_is_a_page_with_headline_footer_and_what_it_shows_as_text(audience: Audience) -> None:
    made = deck(audience)
    reader = PdfReader(io.BytesIO(to_pdf(made)))

    assert len(reader.pages) == len(made.slides)
    for slide, page in zip(made.slides, reader.pages, strict=True):
        said = plain(page.extract_text())
        assert plain(slide.headline) in said
        assert plain(slide.footer) in said
        assert f"versidata{made.version}" in said
        assert ("DATACONTOH" in plain(page.extract_text()).replace(plain(slide.footer), "")) is slide.sample
        if isinstance(slide.body, CardsBody):
            assert all(plain(card.value) in said and plain(card.label) in said for card in slide.body.cards)
        if isinstance(slide.body, TableBody):
            assert all(plain(cell) in said for row in slide.body.rows for cell in row)
        if isinstance(slide.body, MapBody):
            assert all(plain(sentence) in said for sentence in slide.body.beside)
        if isinstance(slide.body, ChartBody):
            bars = [
                p.label for c in slide.body.charts for s in c.series if s.mark == "bar" for p in s.points if p.label
            ]
            assert all(plain(label) in said for label in bars)


@pytest.mark.parametrize("ratio", ["16:9", "4:3"])
def test_every_word_stands_on_its_page_in_letters_that_can_be_read(ratio: str) -> None:
    """Measured as drawn: a picture that has less room than it was made for is smaller, its words too."""
    sizes: list[float] = []
    for page in PdfReader(io.BytesIO(to_pdf(deck(Audience.CROSS_SECTOR), ratio=ratio))).pages:

        def measure(text: str, cm: list[float], tm: list[float], font: object, size: float, page: Any = page) -> None:
            if text.strip():
                x, y = tm[4] * cm[0] + tm[5] * cm[2] + cm[4], tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
                assert 0 < x < page.mediabox.width, text
                assert 0 < y < page.mediabox.height, text
                sizes.append(size * math.hypot(tm[2], tm[3]) * math.hypot(cm[2], cm[3]))

        page.extract_text(visitor_text=measure)
    # In points of a page of 540 from top to bottom: the footer is the smallest, on any slide.
    assert len(sizes) > 500
    assert min(sizes) > 10.9


def test_a_briefing_says_its_title_and_language_and_opens_without_a_network() -> None:
    content = to_pdf(deck(Audience.CROSS_SECTOR))
    reader = PdfReader(io.BytesIO(content))

    assert reader.metadata is not None
    assert reader.metadata.title == "Rapat Koordinasi Kesehatan Kabupaten Banyuwangi"
    assert reader.root_object["/Lang"] == "id-ID"
    assert b"/URI" not in content
