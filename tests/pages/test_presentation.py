"""Paparan: slides are put in order, left out and given headlines; data can be made to stand still."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indicators import access, warehouse
from indicators.briefing.templates import templates
from tests.pages.conftest import Reader

Visit = Callable[..., Reader]


def slides(page: Reader) -> list[str]:
    """The slides as the page numbers them."""
    return [box.label for box in page.at.checkbox]


@pytest.mark.usefixtures("shared_warehouse")
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


@pytest.mark.usefixtures("shared_warehouse")
def test_the_puskesmas_of_one_kecamatan_need_that_kecamatan(visit: Visit) -> None:
    page = visit("presentation", periode="2024", peserta="puskesmas")
    assert "Pilih kecamatannya" in page.said
    page = visit("presentation", periode="2024", peserta="puskesmas", kecamatan="35.10.17")
    assert "Kecamatan Giri · 2024 · tabel" in " ".join(slides(page))


@pytest.mark.usefixtures("shared_warehouse")
def test_frozen_data_are_told_and_an_address_that_names_no_moment_is_the_newest(visit: Visit) -> None:
    page = visit("presentation", periode="2024")
    page.press("Bekukan data untuk rapat ini")
    assert "Data dibekukan: keadaan sampai" in page.said
    page.press("Pakai data terbaru lagi")
    assert "Angkanya mengikuti data terbaru" in page.said
    assert "Angkanya mengikuti data terbaru" in visit("presentation", beku="-99999999999999999").said


@pytest.mark.usefixtures("shared_warehouse")
def test_slides_are_shown_as_they_were_when_opened_and_the_choices_come_back(visit: Visit) -> None:
    page = visit("presentation", periode="2024")
    page.at.text_area[2].set_value("Dua target tercapai.").run()
    page.press("Sajikan")
    (stage,) = page.at.get("iframe")
    assert "Dua target tercapai." in stage.proto.srcdoc
    assert not page.at.text_area
    page.press("Kembali mengatur slide")
    assert page.at.text_area[2].value == "Dua target tercapai."


@pytest.mark.usefixtures("filled_warehouse")
def test_an_arrangement_is_saved_chosen_again_and_taken_away(
    sign_in: Callable[..., access.Account], visit: Visit
) -> None:
    def saved() -> list[tuple[str, ...]]:
        known = templates(warehouse.current(), "51.01").values()
        return [one.slides for one in known if one.slides is not None]

    sign_in("secretary", kabupaten="51.01")
    page = visit("presentation", kabupaten="51.01", periode="2025")
    usual = len(slides(page))
    page.at.checkbox[1].uncheck().run()
    downs = [button for button in page.at.button if button.label == "↓"]
    downs[2].click().run()
    arranged = slides(page)
    [name] = [box for box in page.at.text_input if box.label == "Nama templat"]
    name.set_value("Rakor singkat")
    page.press("Simpan templat")
    assert page.failed == []
    [kept] = saved()
    assert len(kept) == usual - 1
    assert slides(page) == arranged, "what was arranged stands as it was once it is saved"

    again = visit("presentation", kabupaten="51.01", periode="2025", templat="51.01.T001")
    numbered = [label for label in slides(again) if label[0].isdigit()]
    assert numbered == [label for label in arranged if label[0].isdigit()]
    again.press("Hapus templat Rakor singkat")
    assert saved() == [kept], "what removes an entry is shown before it is published"
