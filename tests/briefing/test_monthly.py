"""The monthly report, read back: every computed value with its interval and counts, its charts, who has sent."""

from __future__ import annotations

import io
from datetime import date

import pytest
from pypdf import PdfReader

from indicators import warehouse
from indicators.briefing.monthly import monthly_report
from indicators.catalogue import catalogue
from indicators.judgement.values import judge, state_of
from indicators.render.pdf_page import pdf
from indicators.vocabulary import Level, Period, Reader
from indicators.wording import numbers

pytestmark = pytest.mark.usefixtures("shared_warehouse")

PERIOD = Period.year_to(2026, 10)


def pages(kabupaten: str, period: Period, reader: Reader = Reader.PUBLIC) -> list[str]:
    snapshot = warehouse.current()
    state = state_of(snapshot, kabupaten=kabupaten)
    document = monthly_report(snapshot, state=state, period=period, today=date(2026, 11, 22), reader=reader)
    return [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(pdf(document))).pages]


def test_the_report_holds_every_computed_value_of_the_kabupaten_with_its_interval() -> None:
    said = pages("35.10", PERIOD)
    entries = {e.id: e for e in catalogue().indicators.values() if e.numerator}
    text = " ".join(said)

    found = judge(warehouse.current(), indicators=list(entries), kabupaten="35.10", period=PERIOD)
    values = [judged for judged in found if judged.value is not None]
    assert len(values) > 15
    for judged in values:
        entry = entries[judged.indicator]
        assert numbers.number(judged.value, entry.decimals if entry.denominator else 0) in text, entry.id
        if judged.low is not None:
            assert numbers.interval(judged.low, judged.high, entry.decimals) in text, entry.id
    assert "Kelengkapan laporan bulanan" in text
    for number, page in enumerate(said, start=1):
        assert "DATA CONTOH" in page
        assert f"halaman {number} dari {len(said)}" in page
        assert "versi data 0" in page
        assert "periode Januari–Oktober 2026" in page


def test_a_kabupaten_without_reports_in_the_period_still_gets_its_report() -> None:
    text = " ".join(pages("51.01", Period.year(2012)))

    assert "Laporan bulanan indikator kesehatan Kabupaten Jembrana · 2012" in text


def test_small_counts_of_a_kecamatan_are_in_the_report_for_staff_only_and_both_say_for_whom_they_are() -> None:
    public, staff = (" ".join(pages("63.11", PERIOD, reader)) for reader in (Reader.PUBLIC, Reader.STAFF))
    whole, shown = (
        judge(
            warehouse.current(),
            indicators=["spm_severe_mental_disorders"],
            kabupaten="63.11",
            period=PERIOD,
            level=Level.KECAMATAN,
            may_see_small_cells=reader is Reader.STAFF,
        )
        for reader in (Reader.STAFF, Reader.PUBLIC)
    )
    hidden = [judged for judged, seen in zip(whole, shown, strict=True) if seen.value is None and judged.value]

    assert len(hidden) > 3
    for judged in hidden:
        counts = f"{numbers.number(judged.numerator)} / {numbers.number(judged.denominator)}"
        assert counts in staff
        assert counts not in public
    assert "ditahan" in public
    assert "untuk umum, hitungan kecil tidak ditampilkan" in public
    assert "untuk staf dinas, hitungan kecil ditampilkan" in staff
