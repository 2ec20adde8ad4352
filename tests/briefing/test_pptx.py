"""The written file is read back: what a person who opens it in PowerPoint would find."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from datetime import date
from zipfile import ZipFile

import openpyxl
import pytest
from lxml import etree
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE, PP_PLACEHOLDER
from pptx.util import Pt

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.briefing.deck import ChartBody, Deck, MapBody
from indicators.briefing.pptx import to_pptx, to_pptx_in_any_look
from indicators.briefing.rakor import rakor_deck
from indicators.charts.spec import WITH_VALUE, ChartSpec
from indicators.judgement.values import judge
from indicators.render.pptx_master import TemplateError
from indicators.render.slide_text import LINE_HEIGHT, wrapped
from indicators.vocabulary import Period
from indicators.wording.briefing import TARGET
from tests.briefing.schema_order import kind_of, misplaced
from tests.render.test_vector_chart import chart as two_panels
from tests.render.test_vector_chart import funnel, horizontal

MARK = "DATA CONTOH"
# In points; everything else is at least 18.
SMALLER = {"Sumber": 14, "Batas wilayah": 14, "Daftar nama": 14, "Nama": 14}


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


@pytest.fixture(scope="module")
def every_kind(deck: Deck) -> bytes:
    """Slides of the kinds of charts that the deck has none of: two panels with every state, caterpillar, funnel."""
    pages = [((two_panels(),), "panel"), ((horizontal(), funnel()), "kecamatan")]
    return to_pptx(replace(deck, slides=tuple(replace(deck.slides[0], id=i, body=ChartBody(c)) for c, i in pages)))


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
        charts = iter(charts_of(added))
        for spec in slide.body.charts:
            assert isinstance(spec, ChartSpec)
            others = {TARGET, *(target.label for target in spec.targets), *(line.label for line in spec.lines)}
            for panel in range(len(spec.all_panels)):
                columns = columns_of(next(charts))
                written = [v for name, v in columns.items() if name not in others and ": ke batas" not in name]
                points = [p for s in spec.series if s.panel == panel for p in s.points if p.state in WITH_VALUE]
                for place, category in enumerate(spec.categories):
                    found = sorted(v[place] for v in written if v[place] is not None)
                    assert found == sorted(kept(p.y) for p in points if p.x == category)
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


def test_every_element_stands_where_its_schema_allows_it(file: bytes, every_kind: bytes) -> None:
    seen: set[str] = set()
    for made in (file, every_kind):
        with ZipFile(io.BytesIO(made)) as parts:
            for name in parts.namelist():
                if re.match(r"ppt/(slides|charts|notesSlides)/[^/]+\.xml", name):
                    root = etree.fromstring(parts.read(name))
                    assert list(misplaced(root)) == [], name
                    seen |= {kind_of(element) for element in root.iter("{*}*")}
    # What we write by hand, and that the check has met each of it.
    assert {
        "c:errBars", "c:barChart/ser", "c:lineChart/ser", "c:scatterChart/ser", "c:dPt", "c:dLbl", "c:legendEntry",
        "a:custGeom", "a:tbl", "p:notes",
    } <= seen  # fmt: skip


def test_an_element_out_of_its_order_would_be_found(file: bytes) -> None:
    with ZipFile(io.BytesIO(file)) as parts:
        root = etree.fromstring(parts.read(next(n for n in parts.namelist() if n.startswith("ppt/charts/chart"))))
    axis = next(root.iter("{*}valAx"))
    axis.append(axis[0])
    assert list(misplaced(root)) == ["c:valAx: " + " ".join(child.tag.rpartition("}")[2] for child in axis)]


def test_the_map_is_one_named_shape_for_each_kecamatan(deck: Deck, opened) -> None:
    place = next(number for number, slide in enumerate(deck.slides) if isinstance(slide.body, MapBody))
    drawn = [s.name for s in opened.slides[place].shapes if s.shape_type == MSO_SHAPE_TYPE.FREEFORM]
    assert sorted(drawn) == sorted(area.name for area in all_kabupaten()["35.10"].kecamatan)


@pytest.mark.parametrize("ratio", ["16:9", "4:3"])
def test_texts_fit_their_boxes_and_are_no_smaller_than_promised(deck: Deck, ratio) -> None:
    check_texts(Presentation(io.BytesIO(to_pptx(deck, ratio=ratio))))


def check_texts(opened) -> None:
    for added in opened.slides:
        for shape in added.shapes:
            if shape.has_chart:
                sizes = [int(e.get("sz")) for e in shape.chart._chartSpace.iter("{*}defRPr", "{*}rPr") if e.get("sz")]
                assert min(sizes) >= 1400, shape.name
            if not shape.has_text_frame or not text_of(shape) or shape.name.startswith((MARK, "Nomor")):
                continue
            frame, room = shape.text_frame, (shape.width - shape.text_frame.margin_left * 2) / Pt(1)
            needed = 0.0
            for paragraph in frame.paragraphs:
                (run,) = paragraph.runs
                size = run.font.size.pt
                assert size >= SMALLER.get(shape.name, SMALLER.get(shape.name.split(" ")[0], 18)), shape.name
                needed += len(wrapped(run.text, size, room, bold=bool(run.font.bold))) * size * LINE_HEIGHT
            assert needed <= shape.height / Pt(1) + 1, (added.slide_id, shape.name, frame.text)
            assert shape.left >= 0
            assert shape.left + shape.width <= opened.slide_width + Pt(1)
            assert shape.top + shape.height <= opened.slide_height


def test_a_kabupaten_s_own_file_gives_the_look_and_none_of_its_slides(deck: Deck, file: bytes) -> None:
    theirs = Presentation(io.BytesIO(to_pptx(deck, ratio="4:3")))
    theirs.slide_master.name = "Milik kabupaten"
    made = Presentation(io.BytesIO(to_pptx(deck, template=saved(theirs))))
    assert made.slide_width == Pt(720)
    assert len(made.slides) == len(deck.slides)
    with pytest.raises(TemplateError):
        to_pptx(deck, template=b"bukan PowerPoint")


def saved(presentation) -> bytes:
    content = io.BytesIO()
    presentation.save(content)
    return content.getvalue()


def foreign(*, width: float, high: float, titled: bool = True):
    """A presentation that was not made here: Office's own layouts, another size, titles low and narrow."""
    theirs = Presentation()
    theirs.slide_width, theirs.slide_height = Pt(width), Pt(high)
    for layout in theirs.slide_layouts:
        for shape in list(layout.placeholders):
            kind = shape.placeholder_format.type
            if kind in (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE):
                shape.left, shape.top, shape.width, shape.height = Pt(60), Pt(70), Pt(width - 120), Pt(60)
                if not titled:
                    shape._element.getparent().remove(shape._element)
            elif kind in (PP_PLACEHOLDER.FOOTER, PP_PLACEHOLDER.SLIDE_NUMBER):
                shape._element.getparent().remove(shape._element)
    return theirs


def test_a_foreign_template_of_another_size_keeps_every_text_on_the_slide_and_in_its_box(deck: Deck) -> None:
    made = Presentation(io.BytesIO(to_pptx(deck, template=saved(foreign(width=1100, high=619)))))
    assert made.slide_width == Pt(1100)
    assert len(made.slides) == len(deck.slides)
    check_texts(made)
    for slide, added in zip(deck.slides, made.slides, strict=True):
        said = " ".join(text_of(shape) for shape in added.shapes)
        assert slide.headline in said
        assert "versi data 0" in said
        assert (MARK in [text_of(shape) for shape in added.shapes]) is slide.sample


@pytest.mark.parametrize(
    "template",
    [foreign(width=960, high=540, titled=False), foreign(width=300, high=200)],
    ids=["no title", "too small"],
)
def test_a_template_that_slides_cannot_be_made_from_is_refused(deck: Deck, template) -> None:
    with pytest.raises(TemplateError):
        to_pptx(deck, template=saved(template))


def test_a_page_that_offers_slides_does_without_a_template_that_cannot_be_used(deck: Deck, caplog) -> None:
    made = Presentation(io.BytesIO(to_pptx_in_any_look(deck, ratio="4:3", template=b"bukan PowerPoint")))
    assert made.slide_width == Pt(720)
    assert "slides.pptx of 35.10 cannot be used" in caplog.text
