"""Nothing made for the public holds a withheld number: not as text, in a note, or behind a chart."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from zipfile import ZipFile, is_zipfile

import pytest
from pypdf import PdfReader

from indicators import warehouse
from indicators.briefing.asked import Asked
from indicators.briefing.chart_slides import area_map, charts
from indicators.briefing.deck import ChartBody, Deck, MapBody, Slide
from indicators.briefing.html import to_html
from indicators.briefing.pdf import to_pdf
from indicators.briefing.pptx import to_pptx
from indicators.briefing.rakor import rakor_deck
from indicators.catalogue import AskedChart, BriefingSlide
from indicators.judgement.values import judge, state_of
from indicators.render.chart_numbers import numbers_csv, numbers_xlsx
from indicators.render.vector_chart import svg
from indicators.vocabulary import Audience, Level, Period, Reader
from indicators.wording import numbers

pytestmark = pytest.mark.usefixtures("shared_warehouse")

HERE, PERIOD, TODAY = "63.11", Period.year(2025), date(2026, 11, 22)
# In Balangan in 2025 a few people a month were served in a kecamatan; and many.
WITHHELD, OPEN = "spm_severe_mental_disorders", "spm_hypertension"


def slides_about(indicator: str) -> tuple[Slide, ...]:
    """The map, and all kecamatan beside one another."""
    state = state_of(warehouse.current(), kabupaten=HERE)
    asked = Asked(warehouse.current(), state, PERIOD, TODAY, Audience.CROSS_SECTOR, Reader.PUBLIC)
    compared = (AskedChart(question="kecamatan_compared", indicators=(indicator,)),)
    found = (
        area_map(asked, "map", BriefingSlide(shows="map", heading="Peta", indicator=indicator)),
        charts(asked, "compared", BriefingSlide(shows="charts", heading="Kecamatan", charts=compared)),
    )
    return tuple(slide for slide in found if slide is not None)


def told(deck: Deck) -> str:
    """All that any file made of a deck says: parts of parts, workbooks, notes, alternative texts, pages, drawings."""
    specs = [c for s in deck.slides if isinstance(s.body, ChartBody) for c in s.body.charts]
    maps = [s.body.map for s in deck.slides if isinstance(s.body, MapBody)]
    texts = [to_html(deck), *inside(to_pptx(deck))]
    texts += [page.extract_text() for page in PdfReader(io.BytesIO(to_pdf(deck))).pages]
    for spec in (*specs, *maps):
        texts += [numbers_csv(spec).decode(), *inside(numbers_xlsx(spec)), svg(spec)]
    return re.sub(r"\s+", " ", " ".join(texts))


def inside(file: bytes) -> Iterator[str]:
    """The texts of a zipped file, and of the files in it."""
    with ZipFile(io.BytesIO(file)) as parts:
        for name in parts.namelist():
            content = parts.read(name)
            if is_zipfile(io.BytesIO(content)):
                yield from inside(content)
            elif name.endswith((".xml", ".rels")):
                yield content.decode()


def written(value: float, numerator: float, denominator: float) -> tuple[str, ...]:
    """How a value or what is behind it would be written: in words, or in a cell of a workbook."""
    counts = f"{numbers.number(numerator)} {{}} dari {numbers.number(denominator)}".split(" {} ")
    return (f"{value:.8f}"[:8], rf"\b{re.escape(counts[0])} [^.;<]{{0,60}}{re.escape(counts[1])}\b")


@pytest.mark.parametrize("indicator", [WITHHELD, OPEN])
def test_a_withheld_number_of_a_kecamatan_is_in_no_file_for_the_public(indicator: str) -> None:
    deck = rakor_deck(warehouse.current(), kabupaten=HERE, period=PERIOD, today=TODAY, topics=("minimum_service",))
    said = told(replace(deck, slides=(*deck.slides, *slides_about(indicator))))
    found = judge(
        warehouse.current(),
        indicators=[indicator],
        kabupaten=HERE,
        period=PERIOD,
        level=Level.KECAMATAN,
        may_see_small_cells=True,
    )
    known = [judged for judged in found if judged.value is not None]
    assert len(known) == 8
    held = [any(re.search(how, said) for how in written(j.value, j.numerator or 0, j.denominator or 0)) for j in known]
    # The same search finds every number that is not withheld.
    assert held == [indicator == OPEN] * 8
    assert "untuk umum, hitungan kecil tidak ditampilkan" in said
