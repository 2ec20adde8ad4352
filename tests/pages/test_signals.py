"""Signals on the summary: sentences that open their chart, an answer where there is none, and since a meeting."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.screens.since import before_last_quarter
from indicators.vocabulary import Mode
from indicators.wording import signals as say

JEMBRANA, MENDOYO = "51.01", "51.01.02"
YEAR = [f"2025-{month:02}" for month in range(1, 13)]
REPORT = {"live_births": 100, "newborns_weighed": 100, "low_birth_weight": 2}

Visit = Callable[..., Any]


def publish(file_of: Callable[..., warehouse.Submission], *, many: bool) -> None:
    """A year of Jembrana, with or without a Mendoyo of four times as many small newborns."""
    rows = {(f.id, month): dict(REPORT) for f in all_kabupaten()[JEMBRANA].puskesmas for month in YEAR}
    for facility in all_kabupaten()[JEMBRANA].puskesmas:
        if many and facility.kecamatan == MENDOYO:
            rows |= {(facility.id, month): REPORT | {"low_birth_weight": 8} for month in YEAR}
    warehouse.publish(file_of("births", rows, mode=Mode.OFFICIAL))


@pytest.fixture
def official(filled_warehouse: Path) -> Path:
    warehouse.switch_mode(JEMBRANA, Mode.OFFICIAL, by="ana")
    return filled_warehouse


def test_a_signal_names_the_kecamatan_and_opens_its_chart(
    visit: Visit, official: Path, file_of: Callable[..., warehouse.Submission]
) -> None:
    publish(file_of, many=True)
    seen = visit("summary", kabupaten=JEMBRANA, periode="2025")
    assert "Mendoyo (8,0 %) di atas kecamatan lain (2,0 %)" in seen.text
    assert "sekitar 144 " in seen.text
    [block] = [block for block in seen.blocks if "Mendoyo (8,0" in block]
    link = next(part for part in block.split('href="')[1:] if "bblr" in part).split('"')[0]
    assert f"kecamatan={MENDOYO}" in link
    assert "periode=2025" in link
    assert "bagian=kecamatan" in link
    assert say.SAMPLE not in seen.text


def test_no_signal_is_said_as_an_answer(
    visit: Visit, official: Path, file_of: Callable[..., warehouse.Submission]
) -> None:
    publish(file_of, many=False)
    seen = visit("summary", kabupaten=JEMBRANA, periode="2025")
    assert "Tidak ada sinyal: dari " in seen.text


def test_on_sample_data_every_sentence_about_them_says_so(visit: Visit, shared_warehouse: Path) -> None:
    seen = visit("summary", kabupaten="35.10", periode="2025")
    items = [item for block in seen.blocks if "findings" in block for item in block.split("<li>")[1:]]
    about_signals = [item for item in items if "lebih jauh daripada yang wajar" in item]
    assert about_signals
    assert all("<span>Contoh: " in item for item in about_signals)
    assert say.BETTER in seen.text


def test_since_the_last_meeting_is_compared_when_asked_and_kept_in_the_address(
    visit: Visit, shared_warehouse: Path
) -> None:
    seen = visit("summary", kabupaten="35.10")
    assert say.NEW not in seen.text
    assert "rakor" not in seen.address
    seen.at.button(key="since_compare").click().run()
    assert seen.address["rakor"] == "2026-07-01"
    assert seen.failed == []
    # The sample was loaded today.
    assert say.nothing_before(date(2026, 7, 1)) in seen.text


def test_the_address_opens_the_comparison(visit: Visit, shared_warehouse: Path) -> None:
    seen = visit("summary", kabupaten="35.10", rakor="2020-01-01")
    assert "Pada akhir 1 Januari 2020 belum ada data yang tercatat" in seen.text


@pytest.mark.parametrize("written", ["0001-01-01", "9999-12-31", "kemarin"])
def test_a_day_that_cannot_be_compared_with_is_none_chosen(visit: Visit, shared_warehouse: Path, written: str) -> None:
    seen = visit("summary", kabupaten="35.10", rakor=written)
    assert seen.failed == []
    assert "rakor" not in seen.address


@pytest.mark.parametrize(
    ("today", "day"),
    [
        (date(2026, 11, 22), date(2026, 7, 1)),
        (date(2026, 10, 1), date(2026, 7, 1)),
        (date(2026, 9, 30), date(2026, 4, 1)),
        (date(2026, 1, 15), date(2025, 10, 1)),
    ],
)
def test_without_a_choice_it_is_the_first_day_of_the_quarter_before(today: date, day: date) -> None:
    assert before_last_quarter(today) == day
