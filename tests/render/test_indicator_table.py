"""All numbers of one indicator as a file."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import openpyxl

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.judgement.values import judge, state_of
from indicators.render.indicator_table import indicator_csv, indicator_xlsx, numbers_of
from indicators.vocabulary import Level, Period
from indicators.wording import indicator as say

HERE = all_kabupaten()["35.10"]


def table(indicator: str, period: Period) -> list[dict[str, str]]:
    snapshot = warehouse.current()
    found = numbers_of(snapshot, indicator=indicator, state=state_of(snapshot, kabupaten=HERE.code), period=period)
    return list(csv.DictReader(io.StringIO(indicator_csv(found).decode("utf-8-sig")), delimiter=";"))


def test_every_year_every_kecamatan_and_every_published_figure_is_there(shared_warehouse: Path) -> None:
    rows = table("akb", Period.year(2024))
    assert tuple(rows[0]) == say.COLUMNS
    computed = [row for row in rows if row["jenis"] == say.COMPUTED]
    assert len({row["periode"] for row in computed}) * (1 + len(HERE.kecamatan)) == len(computed)
    published = [row for row in rows if row["jenis"] != say.COMPUTED]
    assert published
    assert all(row["sumber"] for row in rows)
    assert all(row["tanda"] == "DATA CONTOH" for row in computed if row["nilai"])
    assert {row["tanda"] for row in published} == {""}


def test_the_numbers_are_judgements_own(shared_warehouse: Path) -> None:
    year = Period.year(2024)
    [row] = [
        row
        for row in table("akb", year)
        if (row["kode"], row["periode"], row["jenis"]) == (HERE.code, "2024", say.COMPUTED)
    ]
    [judged] = judge(warehouse.current(), indicators=["akb"], kabupaten=HERE.code, period=year)
    assert float(row["nilai"].replace(",", ".")) == judged.value
    assert float(row["pembilang"]) == judged.numerator
    assert row["status_target"]
    assert row["versi_data"] == "0"


def test_a_survey_has_its_published_figures_alone(shared_warehouse: Path) -> None:
    rows = table("stunting_survey", Period.year(2024))
    assert rows
    assert {row["jenis"] for row in rows} == {say.PUBLISHED}
    assert {row["cara_memperoleh"] for row in rows} == {"survei"}


def test_counts_of_kecamatan_that_the_public_may_not_see_are_left_out(shared_warehouse: Path) -> None:
    rows = table("spm_severe_mental_disorders", Period.year(2024))
    below = [row for row in rows if row["kode"] != HERE.code and row["periode"] == "2024"]
    assert len(below) == len(HERE.kecamatan)
    assert {(row["nilai"], row["pembilang"], row["penyebut"]) for row in below} == {("", "", "")}


def test_the_workbook_holds_the_same_rows(shared_warehouse: Path) -> None:
    snapshot = warehouse.current()
    state = state_of(snapshot, kabupaten=HERE.code)
    found = numbers_of(snapshot, indicator="innovations_iga", state=state, period=Period.year(2024))
    sheet = openpyxl.load_workbook(io.BytesIO(indicator_xlsx(found)))[say.NUMBERS_SHEET]
    assert len(list(sheet.iter_rows())) == 1 + len(found)
    assert Level.KECAMATAN not in {row[0] for row in found}
