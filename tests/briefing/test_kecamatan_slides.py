"""The slide of one kecamatan, which a discussion can turn to."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.briefing import kecamatan_slides
from indicators.briefing.deck import Deck, Slide, TableBody
from indicators.briefing.rakor import rakor_deck
from indicators.catalogue import catalogue
from indicators.vocabulary import Audience, Period, Reader

pytestmark = pytest.mark.usefixtures("shared_warehouse")


def deck(**asked) -> Deck:
    year = Period.year(2024)
    return rakor_deck(warehouse.current(), kabupaten="35.10", period=year, today=date(2026, 11, 22), **asked)


def rows(slide: Slide) -> dict[str, tuple[str, ...]]:
    assert isinstance(slide.body, TableBody)
    return {row[0]: row[1:] for row in slide.body.rows}


def test_every_kecamatan_has_the_slide_that_the_deck_of_its_puskesmas_has() -> None:
    found = kecamatan_slides.every_kecamatan(warehouse.current(), deck())

    assert [slide.id for slide in found] == [area.code for area in all_kabupaten()["35.10"].kecamatan]
    giri = next(slide for slide in found if slide.id == "35.10.17")
    of_giri = deck(audience=Audience.PUSKESMAS, kecamatan="35.10.17", topics={"mortality"})
    own = next(slide for slide in of_giri.slides if slide.id == "area")
    assert replace(own, id=giri.id) == giri
    value, interval, counted, whole, standing = rows(giri)["K1"]
    assert all((value, "sampai" in interval, "dari" in counted, whole, standing))
    assert rows(giri)["Stunting (e-PPGBM), Agustus 2024"]


def test_small_counts_of_a_protected_service_are_there_for_staff_only(monkeypatch: pytest.MonkeyPatch) -> None:
    service = catalogue().indicators["spm_severe_mental_disorders"]
    monkeypatch.setattr(kecamatan_slides, "compared_indicators", lambda: [service])

    def shown(reader: Reader) -> list[tuple[str, ...]]:
        found = kecamatan_slides.every_kecamatan(warehouse.current(), replace(deck(topics=()), reader=reader))
        return [rows(slide)[service.short] for slide in found]

    for public, staff in zip(shown(Reader.PUBLIC), shown(Reader.STAFF), strict=True):
        assert public[1:3] == ("–", "–")
        assert "sampai" in staff[1]
        assert "dari" in staff[2]
