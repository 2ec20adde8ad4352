"""Below every chart: one button, and behind it the files and the sentence of that chart."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote

import pytest

from indicators.charts.bars import Counted, counted_bars
from indicators.render.chart_numbers import numbers_csv
from indicators.render.vector_chart import svg
from indicators.screens.chart_menu import file_name, for_reader
from indicators.vocabulary import Basis
from indicators.wording import paper as say

pytestmark = pytest.mark.usefixtures("shared_warehouse")


@pytest.mark.parametrize("page", ["mortality", "map", "innovation"])
def test_every_chart_of_a_page_can_be_downloaded(visit: Callable[..., Any], page: str) -> None:
    reader = visit(page)

    menus = [button for button in reader.at.button if button.label == say.MENU]
    assert len(menus) == len(reader.figures) > 0


def test_the_menu_of_a_chart_has_its_files_and_the_sentence_that_it_sends(visit: Callable[..., Any]) -> None:
    reader = visit("mortality")
    title = reader.figures[0].title.split(" DATA CONTOH")[0].split("Contoh:")[0]

    next(button for button in reader.at.button if button.label == say.MENU).click().run()

    for label in (say.AS_PICTURE, say.AS_DRAWING, say.AS_CSV, say.AS_XLSX):
        assert label in reader.text
    [sentence] = [code.value for code in reader.at.code if "kabupaten=" in code.value]
    assert sentence.startswith(f"DATA CONTOH: {title.strip()}. Contoh: ")
    assert "Sumber: PWS KIA dan MPDN · DATA CONTOH · versi data 0" in sentence
    assert "untuk umum, hitungan kecil tidak ditampilkan" in sentence
    [sending] = [e.proto for e in _elements(reader.at._tree) if e.type == "bidi_component"]
    sent = json.loads(sending.json)
    assert sent["text"] == sentence
    assert unquote(sent["link"]) == f"https://wa.me/?text={sentence}"


def test_files_of_a_chart_with_small_counts_say_that_they_stay_with_staff() -> None:
    spec = counted_bars(
        title="Penyebab", unit="kematian", series_name="Kematian", basis=Basis.OFFICIAL, footer="Sumber: PWS KIA",
        bars=(Counted("Infeksi", 2),),
    )  # fmt: skip

    for_staff = for_reader(spec, small_counts=True)
    for made in (numbers_csv(for_staff).decode(), svg(for_staff)):
        assert "untuk staf dinas, hitungan kecil ditampilkan; jangan disebarkan" in made


def test_the_name_of_a_file_is_safe_on_every_computer() -> None:
    assert file_name("AKI/AKB: 12,5 % (Januari–Oktober 2026)?") == "aki-akb-12-5-januari-oktober-2026"
    assert len(file_name("panjang " * 40)) <= 80


def _elements(node: Any) -> Any:
    for child in getattr(node, "children", {}).values():
        yield child
        yield from _elements(child)
