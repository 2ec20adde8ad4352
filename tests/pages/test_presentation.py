"""Paparan: slides are put in order, left out and given headlines; data can be made to stand still."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.pages.conftest import Reader

pytestmark = pytest.mark.usefixtures("shared_warehouse")
Visit = Callable[..., Reader]


def slides(page: Reader) -> list[str]:
    """The slides as the page numbers them."""
    return [box.label for box in page.at.checkbox]


def test_a_slide_moves_is_left_out_and_gets_another_headline(visit: Visit) -> None:
    page = visit("presentation", periode="2024")
    assert slides(page)[:3] == ["1. Halaman judul", "2. Keputusan rapat lalu · teks", "3. Ringkasan · kartu angka"]
    downs = [button for button in page.at.button if button.label == "↓"]
    downs[1].click().run()
    assert slides(page)[1:3] == ["2. Ringkasan · kartu angka", "3. Keputusan rapat lalu · teks"]
    page.at.checkbox[2].uncheck().run()
    assert slides(page)[2:4] == ["Keputusan rapat lalu · teks", "3. Kematian ibu dan bayi · dua grafik"]
    page.at.text_area[1].set_value("Dua target tercapai.").run()
    assert page.at.text_area[1].value == "Dua target tercapai."
    page.press("Kembali ke susunan semula")
    assert slides(page)[1] == "2. Keputusan rapat lalu · teks"


def test_the_puskesmas_of_one_kecamatan_need_that_kecamatan(visit: Visit) -> None:
    page = visit("presentation", periode="2024", peserta="puskesmas")
    assert "Pilih kecamatannya" in page.said
    page = visit("presentation", periode="2024", peserta="puskesmas", kecamatan="35.10.17")
    assert "Kecamatan Giri · 2024 · tabel" in " ".join(slides(page))


def test_frozen_data_are_told_and_an_address_that_names_no_moment_is_the_newest(visit: Visit) -> None:
    page = visit("presentation", periode="2024")
    page.press("Bekukan data untuk rapat ini")
    assert "Data dibekukan: keadaan sampai" in page.said
    page.press("Pakai data terbaru lagi")
    assert "Angkanya mengikuti data terbaru" in page.said
    assert "Angkanya mengikuti data terbaru" in visit("presentation", beku="-99999999999999999").said


def test_slides_are_shown_as_they_were_when_opened_and_the_choices_come_back(visit: Visit) -> None:
    page = visit("presentation", periode="2024")
    page.at.text_area[2].set_value("Dua target tercapai.").run()
    page.press("Sajikan")
    (stage,) = page.at.get("iframe")
    assert "Dua target tercapai." in stage.proto.srcdoc
    assert not page.at.text_area
    page.press("Kembali mengatur slide")
    assert page.at.text_area[2].value == "Dua target tercapai."
