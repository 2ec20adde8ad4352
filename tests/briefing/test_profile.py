"""The profile of a kecamatan: one page, what the page on screen says, as the public may see it."""

from __future__ import annotations

import io
from datetime import date

import pytest
from pypdf import PdfReader

from indicators import warehouse
from indicators.briefing.profile import profile
from indicators.charts.of_area import kecamatan_spine
from indicators.judgement.values import State, state_of
from indicators.render.pdf_page import Document, pdf
from indicators.vocabulary import Period
from indicators.wording import numbers

TODAY = date(2026, 11, 22)
PERIOD = Period.year_to(2026, 10)

pytestmark = pytest.mark.usefixtures("shared_warehouse")


def state(kabupaten: str) -> State:
    return state_of(warehouse.current(), kabupaten=kabupaten)


def of(kecamatan: str, period: Period = PERIOD) -> Document:
    return profile(
        warehouse.current(), state=state(kecamatan[:5]), kecamatan=kecamatan, period=period, today=TODAY
    )  # fmt: skip


def read(document: Document) -> tuple[PdfReader, str]:
    reader = PdfReader(io.BytesIO(pdf(document)))
    return reader, " ".join(" ".join(page.extract_text() for page in reader.pages).split())


# Srono has the most neighbours and puskesmas, so the most words; Tebing Tinggi the fewest births.
@pytest.mark.parametrize("kecamatan", ["35.10.08", "63.11.08"])
def test_a_profile_is_one_page_with_every_value_of_the_spine_as_text(kecamatan: str) -> None:
    reader, said = read(of(kecamatan))
    spine = kecamatan_spine(warehouse.current(), state=state(kecamatan[:5]), area=kecamatan, period=PERIOD)

    assert len(reader.pages) == 1
    assert spine is not None
    for row in spine.rows:
        assert numbers.number(row.whole, row.decimals) in said, row.indicator
        assert row.value is None or numbers.number(row.value, row.decimals) in said, row.indicator


def test_a_profile_names_its_place_period_source_version_reader_and_day() -> None:
    document = of("35.10.17")
    reader, said = read(document)

    assert reader.metadata is not None
    assert reader.metadata.title == "Profil kesehatan Kecamatan Giri, Kabupaten Banyuwangi, Januari–Oktober 2026"
    assert "Dilayani Puskesmas Mojopanggung." in said
    for part in ("versi data 0", "aturan penilaian 2", "hitungan kecil tidak ditampilkan", "Dibuat 22 November 2026"):
        assert part in said
    assert "DATA CONTOH" in said


def test_a_period_without_reports_says_so_on_its_page() -> None:
    _, said = read(of("35.10.17", Period.year(2012)))

    assert "Profil kesehatan Kecamatan Giri" in said
    assert "halaman 1 dari 1" in said
