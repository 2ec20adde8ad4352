from __future__ import annotations

import html
import re
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from indicators.render.hover import hover

KECAMATAN = (
    "Kecamatan {}\nAngka Kematian Ibu (AKI): {} per 100.000 KH\n{} kematian ibu dari {} kelahiran hidup\n"
    "Selang 95 %: {} sampai {}\n{}Laporan: {} puskesmas{}\nDasar: DATA CONTOH"
)


def read(found: dict[str, Any], point: int) -> str:
    """What Plotly would show at a point: its template filled in, then taken as markup."""
    template = found["hovertemplate"].removesuffix("<extra></extra>")
    row = found["customdata"][point] if "customdata" in found else None

    def value(match: re.Match[str]) -> str:
        return row if match[1] is None else row[int(match[1])]

    marked = re.sub(r"%\{customdata(?:\[(\d+)])?\}", value, template)
    return html.unescape(re.sub("</?b>", "", marked.replace("<br>", "\n")))


def test_every_point_reads_as_it_was_written() -> None:
    texts = [
        KECAMATAN.format("Giri", "0,0", "0", "455", "0,0", "810,7", "", "1 dari 1", ""),
        KECAMATAN.format("Genteng", "235,0", "2", "851", "28,5", "849,0", "Terlalu sedikit\n", "2 dari 2", ""),
        KECAMATAN.format("Kalipuro", "178,6", "2", "1.120", "21,6", "645,1", "", "2 dari 2", ", 1 belum masuk"),
    ]
    found = hover(texts)

    assert [read(found, point) for point in range(3)] == texts


def test_what_all_points_share_is_sent_once() -> None:
    found = hover(["Maret 2026\n7 kematian ibu", "April 2026\n9 kematian ibu", "Mei 2026\n9 kematian ibu"])

    assert found["hovertemplate"] == ("<b>%{customdata[0]}2026</b><br>%{customdata[1]}kematian ibu<extra></extra>")
    assert found["customdata"] == [["Maret ", "7 "], ["April ", "9 "], ["Mei ", "9 "]]


def test_one_difference_is_one_value_a_point() -> None:
    found = hover(["2024\n7 balita", "2024\n9 balita"])

    assert found["hovertemplate"] == "<b>2024</b><br>%{customdata}balita<extra></extra>"
    assert found["customdata"] == ["7 ", "9 "]


def test_the_same_text_everywhere_needs_no_value() -> None:
    assert hover(["Target 2024: 14"]) == {"hovertemplate": "<b>Target 2024: 14</b><extra></extra>"}


def test_what_a_click_stands_for_comes_first() -> None:
    found = hover(["Giri\n2 dari 9", "Licin\n2 dari 9"], keys=["35.10.17", "35.10.18"])

    assert found["hovertemplate"].startswith("<b>%{customdata[1]}</b>")
    assert found["customdata"] == [["35.10.17", "Giri"], ["35.10.18", "Licin"]]
    assert hover(["Giri"], keys=["35.10.17"])["customdata"] == ["35.10.17"]


def test_an_empty_place_in_a_line_does_not_part_the_texts_of_the_others() -> None:
    found = hover(["2010\n7 balita", "", "2012\n7 balita"])

    assert found["hovertemplate"] == "<b>%{customdata}</b><br>7 balita<extra></extra>"
    assert found["customdata"] == ["2010", "", "2012"]


def test_a_text_from_data_is_neither_markup_nor_a_variable() -> None:
    texts = ["<b>A</b> & %{x}\n1", "<b>A</b> & %{x}\n2"]
    found = hover(texts)

    assert "%{x}" not in found["hovertemplate"]
    assert [read(found, point) for point in range(2)] == texts


@given(
    st.lists(st.text(alphabet="ab<&{%}1, \n").map(lambda text: text.strip("\n")).filter(bool), min_size=1, max_size=5)
)
def test_any_texts_read_as_they_were_written(texts: list[str]) -> None:
    found = hover(texts)

    assert [read(found, point) for point in range(len(texts))] == texts
