"""Kecamatan beside one another on the pages: groups, funnel, pattern, and the two values of the map."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

Visit = Callable[..., Any]


def test_the_page_of_deaths_groups_kecamatan_and_draws_the_limits(visit: Visit, shared_warehouse: Path) -> None:
    seen = visit("mortality", bagian="kecamatan", indikator="akb", periode="2025")
    funnel = next(f for f in seen.figures if any(t.get("name") == "Batas 99,8 %" for t in f.spec["data"]))

    assert seen.failed == []
    assert "Di luar batas wajar" in seen.text
    assert "Terlalu sedikit kejadian untuk dinilai (" in seen.text
    assert "DATA CONTOH" in funnel.heading
    assert "Makin sedikit penyebutnya, makin lebar batas wajarnya." in funnel.footer


def test_one_kecamatan_year_of_maternal_deaths_is_never_judged_by_itself(visit: Visit, shared_warehouse: Path) -> None:
    seen = visit("mortality", bagian="kecamatan", indikator="aki", periode="2025")

    assert "Contoh: kejadian di setiap kecamatan terlalu sedikit untuk dinilai satu per satu." in seen.said
    assert "Di luar batas wajar, lebih" not in seen.text


def test_the_pattern_is_tested_when_it_is_asked_for(visit: Visit, shared_warehouse: Path) -> None:
    seen = visit("mortality", bagian="kecamatan", indikator="akb", periode="2023..2025")
    assert "indeks Moran 0" not in seen.text.replace("-", "")
    seen.at.toggle("ask-pattern").set_value(True).run()

    assert "Polanya tidak lebih dari kebetulan" in seen.said


def test_with_five_kecamatan_no_pattern_is_tested(visit: Visit, shared_warehouse: Path) -> None:
    seen = visit("mortality", kabupaten="51.01", bagian="kecamatan", indikator="akb", periode="2025")
    seen.at.toggle("ask-pattern").set_value(True).run()

    assert "Pola pada peta hanya diuji bila paling sedikit 20 kecamatan" in seen.text


def test_the_map_shows_values_as_they_are_or_smoothed_and_keeps_the_choice_in_the_address(
    visit: Visit, shared_warehouse: Path
) -> None:
    seen = visit("map", indikator="akb", periode="2023..2025")
    plain = seen.figures[0]
    assert "nilai" not in seen.address
    seen.at.segmented_control("nilai_buttons").set_value("rata").run()
    smoothed = seen.figures[0]

    assert seen.failed == []
    assert seen.address["nilai"] in ("rata", ["rata"])
    assert "yang diratakan" in smoothed.title
    assert "yang diratakan" not in plain.title
    assert max(smoothed.spec["data"][0]["z"]) < max(plain.spec["data"][0]["z"])
    assert "Nilai apa adanya:" in seen.text


def test_a_link_to_the_smoothed_map_shows_it_and_a_count_has_no_such_choice(
    visit: Visit, shared_warehouse: Path
) -> None:
    assert "yang diratakan" in visit("map", indikator="akb", periode="2023..2025", nilai="rata").figures[0].title
    seen = visit("map", indikator="new_stunting", periode="2025", nilai="rata")

    assert seen.failed == []
    assert "yang diratakan" not in seen.figures[0].title
    assert "Nilai yang diratakan" not in seen.text


def test_the_small_map_has_the_same_choice(visit: Visit, shared_warehouse: Path) -> None:
    seen = visit("summary", nilai="rata")

    assert seen.failed == []
    assert any("yang diratakan" in figure.title for figure in seen.figures)
