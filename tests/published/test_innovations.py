"""data/published/innovations.csv: the named innovations, each with what its source says and no more."""

from __future__ import annotations

import csv

import pytest

from indicators.areas import all_kabupaten
from indicators.catalogue import ROOT

PATH = ROOT / "data" / "published" / "innovations.csv"
COLUMNS = [
    *("kode_kabupaten", "nama", "uraian", "pemilik", "tahun", "tahun_iga", "penghargaan", "ikut_serta"),
    *("sumber", "tautan", "status"),
]

with PATH.open(encoding="utf-8-sig", newline="") as _file:
    ROWS = {row["nama"]: row for row in csv.DictReader(_file, delimiter=";")}

each_row = pytest.mark.parametrize("row", ROWS.values(), ids=list(ROWS))


def test_twenty_innovations_are_named() -> None:
    assert len(ROWS) == len(PATH.read_text(encoding="utf-8-sig").splitlines()) - 1 == 20


@each_row
def test_a_row_has_the_columns_a_known_kabupaten_and_a_source(row: dict[str, str]) -> None:
    assert list(row) == COLUMNS
    assert row["kode_kabupaten"] in all_kabupaten()
    assert row["uraian"]
    assert row["sumber"]
    assert row["tautan"].startswith("https://") or row["status"] == "dikutip dari berita"


@each_row
def test_taking_part_is_not_an_award(row: dict[str, str]) -> None:
    assert "unpsa" not in row["penghargaan"].lower()
    assert "ikut" not in row["penghargaan"].lower()
    assert "dipuji" not in row["penghargaan"].lower()


def test_two_innovations_took_part_in_the_un_award() -> None:
    assert {n: r["ikut_serta"] for n, r in ROWS.items() if r["ikut_serta"]} == {
        "Laskar SAKINA": "UNPSA 2017",
        "Pujasera": "UNPSA 2017",
    }


def test_the_iga_year_is_blank_unless_a_source_records_it() -> None:
    assert {name: row["tahun_iga"] for name, row in ROWS.items() if row["tahun_iga"]} == {
        "Banyuwangi Tanggap Stunting (BTS)": "2023",
        "I-Care": "2025",
    }


def test_innovations_of_unknown_content_are_absent() -> None:
    assert not {"CHIPS", "Barisan Siap"} & set(ROWS)


def test_an_unverified_owner_is_not_shown() -> None:
    assert "Licin" not in PATH.read_text(encoding="utf-8-sig")
    assert ROWS["Pujasera"]["pemilik"] == "Dinas Kesehatan"


def test_pubertas_shows_both_starting_years() -> None:
    assert "2010" in ROWS["Pubertas"]["tahun"]
    assert "2015" in ROWS["Pubertas"]["tahun"]


def test_what_only_the_news_says_is_marked_as_quoted() -> None:
    quoted = {name for name, row in ROWS.items() if row["status"] == "dikutip dari berita"}
    assert quoted == {"Teropong Jiwa", "JKJ Plus", "BAAS"}
