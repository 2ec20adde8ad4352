"""The written file is read back: what a person who opens it in PowerPoint would find."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.util import Pt

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.briefing.deck import ChartBody, Deck, MapBody
from indicators.briefing.pptx import to_pptx
from indicators.briefing.rakor import rakor_deck
from indicators.charts.spec import WITH_VALUE, ChartSpec
from indicators.judgement.values import judge
from indicators.render.pptx_master import TemplateError
from indicators.render.slide_text import LINE_HEIGHT, wrapped
from indicators.vocabulary import Period

MARK = "DATA CONTOH"
# In points; everything else is at least 18.
SMALLER = {"Sumber": 14, "Batas wilayah": 14, "Daftar nama": 12}
# ECMA-376, part 1, 21.2: the order of the children that our charts have.
ORDER = {
    "chart": ["title", "autoTitleDeleted", "plotArea", "legend", "plotVisOnly", "dispBlanksAs"],
    "plotArea": ["layout", "barChart", "lineChart", "scatterChart", "catAx", "valAx"],
    "barChart": ["barDir", "grouping", "varyColors", "ser", "gapWidth", "axId"],
    "lineChart": ["grouping", "varyColors", "ser", "marker", "axId"],
    "scatterChart": ["scatterStyle", "varyColors", "ser", "axId"],
    "ser": [
        "idx", "order", "tx", "spPr", "invertIfNegative", "marker", "dPt", "dLbls", "errBars",
        "cat", "val", "xVal", "yVal", "smooth",
    ],
    "errBars": ["errDir", "errBarType", "errValType", "noEndCap", "plus", "minus", "spPr"],
    "dLbl": ["idx", "tx", "numFmt", "spPr", "txPr", "dLblPos", "showLegendKey", "showVal", "showCatName",
             "showSerName", "showPercent", "showBubbleSize"],
    "catAx": ["axId", "scaling", "delete", "axPos", "numFmt", "majorTickMark", "minorTickMark", "tickLblPos", "spPr",
              "txPr", "crossAx", "crosses", "auto", "lblAlgn", "lblOffset", "tickLblSkip", "noMultiLvlLbl"],
    "valAx": ["axId", "scaling", "delete", "axPos", "majorGridlines", "title", "numFmt", "majorTickMark",
              "minorTickMark", "tickLblPos", "spPr", "txPr", "crossAx", "crosses", "crossBetween"],
    "chartSpace": ["date1904", "roundedCorners", "chart", "txPr", "externalData"],
}  # fmt: skip


@pytest.fixture(scope="module")
def deck(shared_folder) -> Deck:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KPI_WAREHOUSE", str(shared_folder))
        return rakor_deck(
            warehouse.current(), kabupaten="35.10", period=Period.parse("2026-01..2026-10"), today=date(2026, 11, 22)
        )


@pytest.fixture(scope="module")
def file(deck: Deck) -> bytes:
    return to_pptx(deck)


@pytest.fixture(scope="module")
def opened(file: bytes):
    return Presentation(io.BytesIO(file))


def text_of(shape) -> str:
    return shape.text_frame.text if shape.has_text_frame else ""


def charts_of(slide) -> list:
    return [shape.chart for shape in slide.shapes if shape.has_chart]


def columns_of(chart) -> dict[str, list[float | None]]:
    """What `Edit data` shows: values by the name of their column."""
    sheet = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active
    return {column[0].value: [cell.value for cell in column[1:]] for column in sheet.columns if column[0].value}


def kept(value: float) -> float:
    """As a workbook keeps it: Excel knows 15 digits, the file has 16."""
    return float(f"{value:.16G}")


def test_every_slide_says_what_it_found_its_source_and_its_version(deck: Deck, opened) -> None:
    assert len(opened.slides) == len(deck.slides)
    for slide, added in zip(deck.slides, opened.slides, strict=True):
        said = " ".join(text_of(shape) for shape in added.shapes)
        assert slide.headline.split(". ")[0].rstrip(".") in said
        for part in ("Sumber", "versi data 0", "aturan penilaian", "untuk umum"):
            assert part in said, slide.id
        assert slide.footer in added.notes_slide.notes_text_frame.text
        assert (MARK in [text_of(shape) for shape in added.shapes]) is slide.sample


def test_every_object_has_a_name_and_an_alternative_text(opened) -> None:
    for added in opened.slides:
        for shape in added.shapes:
            assert shape.name
            assert shape._element.xpath(".//p:cNvPr")[0].get("descr"), (added.slide_id, shape.name)


@pytest.mark.usefixtures("shared_warehouse")
def test_the_numbers_behind_a_chart_are_those_of_the_query_to_the_digit(deck: Deck, opened) -> None:
    checked = 0
    for slide, added in zip(deck.slides, opened.slides, strict=True):
        if not isinstance(slide.body, ChartBody):
            continue
        written: dict[str, list[float | None]] = {}
        for chart in charts_of(added):
            written |= {name: values for name, values in columns_of(chart).items() if ": ke batas" not in name}
        for spec in slide.body.charts:
            assert isinstance(spec, ChartSpec)
            for series in spec.series:
                mine = [values for name, values in written.items() if name.split(" (belum")[0] == series.name]
                expected = {p.x: kept(p.y) for p in series.points if p.state in WITH_VALUE}
                for place, category in enumerate(spec.categories):
                    found = {values[place] for values in mine if place < len(values)} - {None}
                    assert found == ({expected[category]} if category in expected else set())
                    checked += len(found)
    assert checked > 50
    with_rate = next(slide for slide in deck.slides if slide.id == "mortality")
    whole = judge(warehouse.current(), indicators=["aki"], kabupaten="35.10", period=Period.year(2024))[0]
    years = with_rate.body.charts[0].categories
    column = next(
        values
        for name, values in columns_of(
            charts_of(opened.slides[[s.id for s in deck.slides].index("mortality")])[0]
        ).items()
        if name == "AKI, dihitung dari data contoh"
    )
    assert column[years.index("2024")] == kept(whole.value)


def test_what_a_chart_draws_is_what_its_workbook_holds(opened) -> None:
    """PowerPoint draws cached values until somebody edits the data; the two must never differ."""
    for added in opened.slides:
        for chart in charts_of(added):
            by_name = columns_of(chart)
            for series in chart._chartSpace.iter("{*}ser"):
                name = series.findtext(".//{*}tx//{*}v")
                values = series.find("{*}val") if series.find("{*}val") is not None else series.find("{*}yVal")
                drawn = {int(pt.get("idx")): kept(float(pt.findtext("{*}v"))) for pt in values.iter("{*}pt")}
                assert drawn == {i: v for i, v in enumerate(by_name[name]) if v is not None}


def test_intervals_are_error_bars_from_the_point_to_both_ends(deck: Deck, opened) -> None:
    place = [slide.id for slide in deck.slides].index("mortality")
    spec = deck.slides[place].body.charts[0]
    by_name = columns_of(charts_of(opened.slides[place])[0])
    series = next(s for s in spec.series if s.name == "AKI, dihitung dari data contoh")
    point = next(p for p in series.points if p.x == "2024")
    at = spec.categories.index("2024")
    assert by_name[f"{series.name}: ke batas bawah selang 95 %"][at] == pytest.approx(point.y - point.low)
    assert by_name[f"{series.name}: ke batas atas selang 95 %"][at] == pytest.approx(point.high - point.y)
    assert charts_of(opened.slides[place])[0]._chartSpace.findall(".//{*}errBars")


def test_the_elements_of_a_chart_stand_in_the_order_of_their_schema(opened) -> None:
    seen = set()
    for added in opened.slides:
        for chart in charts_of(added):
            for element in chart._chartSpace.iter():
                order = ORDER.get(element.tag.rpartition("}")[2])
                if order and "drawingml/2006/chart" in element.tag:
                    names = [child.tag.rpartition("}")[2] for child in element]
                    assert [order.index(name) for name in names] == sorted(order.index(name) for name in names)
                    seen.add(element.tag.rpartition("}")[2])
    assert {"errBars", "barChart", "lineChart", "dLbl"} <= seen


def test_the_map_is_one_named_shape_for_each_kecamatan(deck: Deck, opened) -> None:
    place = next(number for number, slide in enumerate(deck.slides) if isinstance(slide.body, MapBody))
    drawn = [s.name for s in opened.slides[place].shapes if s.shape_type == MSO_SHAPE_TYPE.FREEFORM]
    assert sorted(drawn) == sorted(area.name for area in all_kabupaten()["35.10"].kecamatan)


@pytest.mark.parametrize("ratio", ["16:9", "4:3"])
def test_texts_fit_their_boxes_and_nothing_but_names_on_the_map_is_smaller_than_promised(deck: Deck, ratio) -> None:
    opened = Presentation(io.BytesIO(to_pptx(deck, ratio=ratio)))
    for added in opened.slides:
        for shape in added.shapes:
            if not shape.has_text_frame or not text_of(shape) or shape.name.startswith(("Nama ", MARK, "Nomor")):
                continue
            frame, room = shape.text_frame, (shape.width - shape.text_frame.margin_left * 2) / Pt(1)
            needed = 0.0
            for paragraph in frame.paragraphs:
                (run,) = paragraph.runs
                size = run.font.size.pt
                assert size >= SMALLER.get(shape.name, 18), shape.name
                needed += len(wrapped(run.text, size, room, bold=bool(run.font.bold))) * size * LINE_HEIGHT
            assert needed <= shape.height / Pt(1) + 1, (added.slide_id, shape.name, frame.text)
            assert shape.left >= 0
            assert shape.left + shape.width <= opened.slide_width + Pt(1)
            assert shape.top + shape.height <= opened.slide_height


def test_a_kabupaten_s_own_file_gives_the_look_and_none_of_its_slides(deck: Deck, file: bytes) -> None:
    theirs = Presentation(io.BytesIO(to_pptx(deck, ratio="4:3")))
    theirs.slide_master.name = "Milik kabupaten"
    kept = io.BytesIO()
    theirs.save(kept)
    made = Presentation(io.BytesIO(to_pptx(deck, template=kept.getvalue())))
    assert made.slide_width == Pt(720)
    assert len(made.slides) == len(deck.slides)
    with pytest.raises(TemplateError):
        to_pptx(deck, template=b"bukan PowerPoint")
