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
from indicators.vocabulary import Period
from indicators.wording import numbers

pytestmark = pytest.mark.usefixtures("shared_warehouse")

PERIOD = Period.year_to(2026, 10)


def pages(kabupaten: str, period: Period) -> list[str]:
    snapshot = warehouse.current()
    state = state_of(snapshot, kabupaten=kabupaten)
    document = monthly_report(snapshot, state=state, period=period, today=date(2026, 11, 22))
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


def test_a_kabupaten_without_reports_in_the_period_still_gets_its_report() -> None:
    text = " ".join(pages("51.01", Period.year(2012)))

    assert "Laporan bulanan indikator kesehatan Kabupaten Jembrana · 2012" in text
