"""Kelengkapan: open to every reader, marked as sample, and the reminder names exactly those who have not sent."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import openpyxl

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.judgement.reporting import Standing, reports
from indicators.render.reports_table import reports_csv, reports_xlsx
from indicators.screens.reporting import monthly
from indicators.vocabulary import Mode, Period
from indicators.wording import reporting as say

JEMBRANA = "51.01"
Visit = Callable[..., Any]


def grid(seen: Any) -> str:
    """The table of one dataset, unit by unit."""
    [found] = [block for block in seen.blocks if 'scope="col">Puskesmas' in block]
    return str(found)


def reminder(seen: Any) -> str:
    return str(seen.at.code[0].value) if seen.at.code else ""


def test_a_reader_without_account_sees_every_unit_and_month(visit: Visit, shared_warehouse: Path) -> None:
    seen = visit("reporting")
    assert not seen.failed
    rows = re.findall(r"<tr><th scope=\"row\">(.*?)</tr>", grid(seen))
    assert len(rows) == len(all_kabupaten()["35.10"].puskesmas) == 45
    assert all(len(re.findall(r"<td class=(?!\"count)", row)) == 12 for row in rows)


def test_sample_data_say_why_nothing_is_called_on_time(visit: Visit, shared_warehouse: Path) -> None:
    seen = visit("reporting")
    assert say.TIMELINESS_SAMPLE in seen.text
    assert say.STANDING["on_time"] not in grid(seen)


def test_the_reminder_names_those_who_have_not_sent_and_nobody_else(visit: Visit, shared_warehouse: Path) -> None:
    seen = visit("reporting", set="births", bulan="2026-10")
    found = reports(warehouse.current(), kabupaten="35.10", months=Period.month(2026, 10), today=date(2026, 11, 21))
    here = all_kabupaten()["35.10"]
    absent = {here.name_of(r.facility) for r in found if r.dataset == "births" and r.standing is Standing.MISSING}
    assert absent
    assert set(re.findall(r"^\d+\. (.*) \(Kecamatan", reminder(seen), flags=re.MULTILINE)) == absent
    assert "Batas kirimnya 10 November 2026 dan sudah lewat." in reminder(seen)


def test_a_month_that_all_have_sent_needs_no_reminder(visit: Visit, shared_warehouse: Path) -> None:
    seen = visit("reporting", set="maternal_deaths", bulan="2024-01", periode="2024")
    assert reminder(seen) == ""
    assert say.everyone_sent("Kematian ibu", Period.month(2024, 1)) in seen.text


def test_every_dataset_can_be_chosen_and_stands_in_the_address(visit: Visit, shared_warehouse: Path) -> None:
    seen = visit("reporting", kabupaten=JEMBRANA)
    for dataset in monthly():
        seen.choose("set", dataset.id)
        assert not seen.failed
    assert seen.address["set"] == monthly()[-1].id


def test_a_chosen_kecamatan_shows_its_own_units_only(visit: Visit, shared_warehouse: Path) -> None:
    here = all_kabupaten()[JEMBRANA]
    seen = visit("reporting", kabupaten=JEMBRANA, kecamatan="51.01.02")
    own = [f.name.removeprefix("Puskesmas ") for f in here.puskesmas if f.kecamatan == "51.01.02"]
    assert re.findall(r"<tr><th scope=\"row\">(.*?)</th>", grid(seen)) == sorted(own)


def test_official_reports_are_late_on_the_day_after_the_due_day(
    visit: Visit, empty_warehouse: Path, file_of: Callable[..., Any]
) -> None:
    warehouse.switch_mode(JEMBRANA, Mode.OFFICIAL, by="ana")
    units = [f.id for f in all_kabupaten()[JEMBRANA].puskesmas]
    warehouse.publish(
        file_of("births", {(unit, "2026-10"): {"live_births": 1} for unit in units[1:]}, mode=Mode.OFFICIAL)
    )
    seen = visit("reporting", kabupaten=JEMBRANA)
    assert grid(seen).count(say.STANDING["missing"]) == 2  # the legend, and one cell
    assert all_kabupaten()[JEMBRANA].name_of(units[0]) in reminder(seen)


def test_the_table_is_downloaded_with_every_report_its_words_and_its_mark(shared_warehouse: Path) -> None:
    here = all_kabupaten()[JEMBRANA]
    found = reports(warehouse.current(), kabupaten=JEMBRANA, months=Period.month(2026, 10), today=date(2026, 11, 21))
    lines = reports_csv(found, here, version=0, sample=True).decode("utf-8-sig").splitlines()
    assert lines[0].split(";") == list(say.COLUMNS)
    assert len(lines) == 1 + len(here.puskesmas) * len(monthly())
    assert all(line.endswith(";0;DATA CONTOH") for line in lines[1:])
    sheet = openpyxl.load_workbook(io.BytesIO(reports_xlsx(found, here, version=0, sample=True)))[say.SHEET]
    rows = list(sheet.iter_rows(values_only=True))
    assert list(rows[0]) == list(say.COLUMNS)
    assert rows[1][0] == found[0].facility
    assert len(rows) == len(lines)
