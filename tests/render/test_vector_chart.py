"""Charts, funnels, spines and maps as SVG, PNG and PDF: the numbers of the specification, readable without a screen."""

from __future__ import annotations

import csv
import io
import itertools
import math
import xml.etree.ElementTree as ElementTree
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PIL import Image
from pypdf import PdfReader

from indicators.charts.funnel import FunnelGroup, FunnelPoint, FunnelSpec
from indicators.charts.spec import (
    ChartSpec,
    MapSpec,
    Mark,
    Panel,
    Point,
    ReferenceLine,
    Role,
    Series,
    State,
    Symbol,
    TargetPoint,
)
from indicators.charts.spine import Aim, SpineRow, SpineSpec
from indicators.judgement.beside import Standing
from indicators.judgement.compared import CurvePoint
from indicators.render import vector_chart
from indicators.render.chart_numbers import numbers_csv
from indicators.render.palette import PAPER
from indicators.render.plotly_chart import plotly_chart
from indicators.render.vector_chart import Drawable, Size, pdf, png, svg
from indicators.vocabulary import Direction

YEARS = ("2021", "2022", "2023", "2024", "2025", "2026")


def chart(**changes: Any) -> ChartSpec:
    """Every mark and every state, in two panels."""
    computed = (
        Point("2022", 1.25, "", low=0.5, high=2.5),
        Point("2024", 1234.5, "", low=1000.25, high=1500.0, label="1.234,5"),
        Point("2025", 3.5, "", state=State.TOO_FEW),
        Point("2026", 7.0, "", state=State.PARTIAL),
    )
    bars = (
        Point("2021", 12.0, "", label="12"),
        Point("2022", None, "", low=1.0, high=4.0, label="1–4", state=State.SUPPRESSED),
        Point("2023", None, "", label="Belum ada data", state=State.MISSING),
        Point("2024", 9.0, "", state=State.PROVISIONAL),
    )
    plain: dict[str, Any] = {
        "title": "AKI & AKB, dari $2021 ke 2026$",
        "unit": "dua satuan",
        "categories": YEARS,
        "panels": (Panel("Angka", "per 1.000 KH", 1), Panel("Kasus", "anak")),
        "series": (
            Series("Dihitung", Mark.LINE, Role.COMPUTED, computed),
            Series(
                "Publik", Mark.LINE, Role.PUBLISHED, (Point("2021", 800.0, ""), Point("2022", 700.0, "")),
                symbol=Symbol.DIAMOND,
            ),
            Series("Kasus", Mark.BAR, Role.COUNT, bars, panel=1),
        ),
        "targets": (TargetPoint(900.0, "Target RPJMN 2024: 900", "", x="2024", series="Dihitung"),),
        "lines": (ReferenceLine(600.0, "Kabupaten: 600,0"),),
        "notes": ("Catatan <b>polos</b>.",),
        "finding": "Temuannya begini.",
        "footer": "Sumber: PWS KIA · versi data 7",
        "alt": "Grafik AKI",
        "sample": True,
    }  # fmt: skip
    return ChartSpec(**(plain | changes))


def horizontal() -> ChartSpec:
    points = (Point("Giri", 4.5, "", low=1.0, high=9.0), Point("Kabat", 0.0, "", low=0.0, high=3.0))
    series = (Series("AKB", Mark.POINT, Role.COMPUTED, points),)
    return chart(
        horizontal=True, categories=("Giri", "Kabat"), series=series, panels=(), decimals=1,
        targets=(TargetPoint(18.0, "Target RPJMN 2024: 18", ""),),
    )  # fmt: skip


def funnel() -> FunnelSpec:
    return FunnelSpec(
        title="AKB", unit="per 1.000 KH", decimals=1, across="Jumlah kelahiran hidup",
        curve=(CurvePoint(100, None, 30.0, None, 40.0), CurvePoint(1000, 5.125, 15.0, 2.0, 18.0)),
        middle=ReferenceLine(value=10.0, label="Nilai gabungan: 10,0"),
        groups=(
            FunnelGroup("Lebih buruk", Role.WORSE, Symbol.DIAMOND, False, (FunnelPoint(900, 31.25, "", "Giri", "1"),)),
            FunnelGroup("Terlalu sedikit", Role.NEUTRAL, Symbol.CIRCLE, True, (FunnelPoint(50, 0, "", "", "3"),)),
        ),
        ends=(0.0, 40.0), most=None, footer="Sumber", alt="Corong", sample=True,
    )  # fmt: skip


def spine() -> SpineSpec:
    row = SpineRow(
        indicator="akb", label="Angka Kematian Bayi (AKB)", unit="per 1.000 KH", decimals=1,
        direction=Direction.LOWER_IS_BETTER, state=State.VALUE, standing=Standing.WORSE, value=14.0, whole=10.0,
        said="AKB", low=12.0, high=16.0, lowest=6.0, highest=18.0, quartiles=(8.0, 12.0), fair=(8.0, None),
        before=12.0, aim=Aim(30.0, "target 2029", ahead=True),
    )  # fmt: skip
    return SpineSpec(title="Giri", unit="di baris", rows=(row,), footer="Sumber", alt="Garis Giri", sample=True)


def written(drawing: str) -> list[str]:
    """The texts of a drawing, in drawing order."""
    root = ElementTree.fromstring(drawing)
    return ["".join(text.itertext()) for text in root.iter("{http://www.w3.org/2000/svg}text")]


def numbers_drawn(spec: ChartSpec) -> dict[str, list[float]]:
    """The values of each series as Matplotlib holds them, bars by their length, without gaps in lines."""
    figure = vector_chart._drawn(spec, Size(), whole=True).figure
    found: dict[str, list[float]] = {}
    for artist in (a for axes in figure.axes for a in (*axes.lines, *axes.patches)):
        gid = artist.get_gid() or ""
        if not gid.startswith("series-") or gid.endswith("interval"):
            continue
        name = spec.series[int(gid.split("-")[1])].name
        across = spec.horizontal
        if hasattr(artist, "get_height"):
            values = [artist.get_width() if across else artist.get_height()]
        else:
            values = artist.get_xdata() if across else artist.get_ydata()
        found.setdefault(name, []).extend(float(v) for v in values if not math.isnan(v))
    return {name: sorted(values) for name, values in found.items()}


@pytest.mark.parametrize("spec", [chart(), horizontal()], ids=["upright", "horizontal"])
def test_the_drawing_the_figure_of_the_page_and_the_table_hold_the_same_numbers(spec: ChartSpec) -> None:
    figure = plotly_chart(spec)
    on_page: dict[str, list[float]] = {}
    for trace in figure["data"]:
        if "text" in trace.get("mode", "") and not {"lines", "markers"} & set(trace["mode"].split("+")):
            continue  # words where there is no number
        values = trace["x"] if spec.horizontal else trace["y"]
        on_page.setdefault(trace["name"], []).extend(v for v in values if v is not None)
    in_table: dict[str, list[float]] = {}
    rows = list(csv.reader(io.StringIO(numbers_csv(spec).decode("utf-8-sig")), delimiter=";"))
    for _, name, _, value, *_ in rows[1:]:
        in_table.setdefault(name, []).extend([float(value.replace(",", "."))] if value else [])

    drawn = numbers_drawn(spec)
    for series in spec.series:
        # The bar of a suppressed count spans its bounds, 1 to 4, on page and paper alike; the table has no value.
        spans = [3.0 for p in series.points if p.state is State.SUPPRESSED]
        assert drawn[series.name] == sorted(on_page[series.name])
        assert drawn[series.name] == sorted(in_table[series.name] + spans)


def test_every_word_of_the_page_is_text_of_the_drawing() -> None:
    texts = written(svg(chart()))

    for said in (
        "AKI & AKB, dari $2021 ke 2026$", "Temuannya begini.", "Catatan <b>polos</b>.", "per 1.000 KH", "DATA CONTOH",
        "1.234,5", "1–4", "Target RPJMN 2024: 900", "Kabupaten: 600,0", "Dihitung", "Publik", "2021", "1.500",
        "Belum setahun penuh", "Kejadian terlalu sedikit untuk dinilai", "Disembunyikan",
        "Sementara, laporan belum lengkap",
    ):  # fmt: skip
        assert any(said in text for text in texts), said
    assert "DATA CONTOH. Sumber: PWS KIA · versi data 7" in texts
    assert "Belumadadata" in "".join(texts).replace(" ", "")


def test_a_drawing_for_a_slide_leaves_heading_and_footer_to_the_slide_but_not_the_sample_mark() -> None:
    texts = written(svg(chart(), whole=False))

    assert "DATA CONTOH" in texts
    assert not any("Sumber" in text or "Temuannya" in text or "AKI & AKB" in text for text in texts)
    assert "DATA CONTOH" not in written(svg(chart(sample=False), whole=False))


@pytest.mark.parametrize("spec", [chart(), horizontal(), funnel(), spine()], ids=["chart", "rows", "funnel", "spine"])
def test_a_drawing_names_itself_and_is_the_same_every_time(spec: Drawable) -> None:
    drawing = svg(spec)

    assert drawing == svg(spec)
    assert f"<title>{spec.title.replace('&', '&amp;')}</title>" in drawing
    assert spec.alt in drawing
    assert "<image" not in drawing
    assert 'href="http' not in drawing


def test_the_lines_of_a_funnel_and_a_spine_say_their_numbers() -> None:
    of_funnel, of_spine = written(svg(funnel())), written(svg(spine()))

    assert {"Giri", "Nilai gabungan: 10,0", "Jumlah kelahiran hidup", "Batas 95 %"} <= set(of_funnel)
    assert {"14,0", "10,0", "perlu perhatian"} <= set(of_spine)


def test_a_map_names_its_areas_and_shows_scale_and_neutral_areas(map_spec: MapSpec) -> None:
    texts = written(svg(map_spec))
    picture = Image.open(io.BytesIO(png(map_spec))).convert("RGB")

    assert {"Giri", "Tegal-", "AKI per kecamatan", "Peta skematik, bukan batas resmi"} <= set(texts)
    assert {"Kejadian terlalu sedikit untuk dinilai", "Belum ada data", "Disembunyikan"} <= set(texts)
    for colour in (PAPER.scale[0], PAPER.scale[-1], PAPER.few_fill, PAPER.hidden_fill):
        wanted = [int(colour[place : place + 2], 16) for place in (1, 3, 5)]
        assert (np.asarray(picture) == wanted).all(axis=2).sum() > 100, colour


def test_a_picture_is_as_wide_as_asked_and_white_where_nothing_is_drawn() -> None:
    picture = Image.open(io.BytesIO(png(chart(), size=Size(width=127), dpi=100)))

    assert picture.width == 500
    assert picture.convert("RGBA").getpixel((1, 1)) == (255, 255, 255, 255)


def test_a_drawing_as_pdf_has_its_words_as_text_in_embedded_fonts() -> None:
    reader = PdfReader(io.BytesIO(pdf(chart())))
    said = " ".join(reader.pages[0].extract_text().split())

    assert reader.metadata is not None
    assert reader.metadata.title == "AKI & AKB, dari $2021 ke 2026$"
    assert "Temuannya begini." in said
    assert "1.234,5" in said
    assert len(reader.pages) == 1


def test_no_words_reach_beyond_the_sheet() -> None:
    spec = chart(
        title="Angka yang panjang " * 12,
        targets=(TargetPoint(900.0, "Target RPJMN 2026: 900", "", x="2026", series="Dihitung"),),
    )
    for one in (spec, replace(spec, title="x"), horizontal(), funnel(), spine()):
        page = vector_chart._drawn(one, Size(), whole=True)
        renderer = page.figure.canvas.get_renderer()
        for text in page.ink.texts:
            box = text.get_window_extent(renderer)
            assert box.x0 > 0, text.get_text()
            assert box.x1 <= page.width * 100 + 1, text.get_text()
            assert box.y0 > 0, text.get_text()
            assert box.y1 < page.height * 100, text.get_text()


def test_a_name_of_two_lines_stays_out_of_the_rows_beside_it() -> None:
    row = spine().rows[0]
    long = replace(row, label="Pelayanan kesehatan orang dengan gangguan jiwa (ODGJ) berat", unit="persen")
    crowded = replace(spine(), rows=tuple(row if n % 4 else long for n in range(31)))
    page = vector_chart._drawn(crowded, Size(width=174, height=164, text=8.8), whole=False)
    renderer = page.figure.canvas.get_renderer()
    names = [t.get_window_extent(renderer) for t in page.ink.texts if t.get_text().startswith(("Angka", "Pelayanan"))]

    assert len(names) == 31
    # In pixels: a box counts the room above and below its letters too, so that boxes may touch where letters do not.
    assert max(lower.y1 - upper.y0 for upper, lower in itertools.pairwise(names)) < 1
