"""The shipped lists: the named innovations and what they won, each with what its source says and no more."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from indicators.areas import all_kabupaten
from indicators.catalogue import ROOT, catalogue

PATH = ROOT / "data" / "published" / "innovations.csv"
RECOGNISED = ROOT / "data" / "published" / "innovation_recognitions.csv"
IID = ROOT / "data" / "published" / "iid_years.csv"
LISTS = {PATH: "innovation_registry", RECOGNISED: "innovation_recognitions", IID: "iid_years"}

with PATH.open(encoding="utf-8-sig", newline="") as _file:
    ROWS = {row["nama_inovasi"]: row for row in csv.DictReader(_file, delimiter=";")}
with RECOGNISED.open(encoding="utf-8-sig", newline="") as _file:
    RECOGNITIONS = list(csv.DictReader(_file, delimiter=";"))

each_row = pytest.mark.parametrize("row", ROWS.values(), ids=list(ROWS))


def test_twenty_innovations_are_named() -> None:
    assert len(ROWS) == len(PATH.read_text(encoding="utf-8-sig").splitlines()) - 1 == 20


@pytest.mark.parametrize("path", LISTS, ids=LISTS.get)
def test_a_list_has_the_columns_of_its_template_behind_the_kabupaten(path: Path) -> None:
    header = path.read_text(encoding="utf-8-sig").splitlines()[0].split(";")
    columns = catalogue().datasets[LISTS[path]].columns.values()
    own = [c.column for c in columns if c.type != "identifier" or path == PATH]
    assert header == ["kode_kabupaten", *own]


@each_row
def test_a_row_has_a_known_kabupaten_an_id_and_a_source(row: dict[str, str]) -> None:
    assert row["kode_kabupaten"] in all_kabupaten()
    assert re.fullmatch(rf"{row['kode_kabupaten']}\.I\d{{3}}", row["id_inovasi"])
    assert row["kepanjangan"] or row["ringkasan"]
    assert row["sumber"]
    assert row["tautan"].startswith("https://") or row["status_sumber"] == "dikutip dari berita"


@each_row
def test_what_no_source_says_is_blank(row: dict[str, str]) -> None:
    blank = ("masalah", "bentuk", "jenis", "klasifikasi", "inisiator", "tahapan", "status_lapor", "tahun_iga_diterima")
    assert not any(row[column] for column in blank)
    assert not any(value for column, value in row.items() if column.startswith("tanggal_"))


def test_taking_part_is_not_an_award() -> None:
    took_part = {(r["inovasi"], r["ajang"], r["tahun_ajang"]) for r in RECOGNITIONS if r["hasil"] == "Ikut serta"}
    assert took_part == {("Laskar SAKINA", "UNPSA", "2017"), ("Pujasera", "UNPSA", "2017")}
    assert {r["hasil"] for r in RECOGNITIONS if r["ajang"] != "UNPSA"} == {"Penghargaan"}


def test_each_recognition_is_of_a_named_innovation() -> None:
    assert {r["inovasi"] for r in RECOGNITIONS} <= set(ROWS)
    assert {(r["inovasi"], r["peringkat"], r["tahun_ajang"]) for r in RECOGNITIONS if r["ajang"] == "Sinovik/KIPP"} == {
        ("Laskar SAKINA", "Top 35", ""),
        ("Pujasera", "Top 99", "2016"),
        ("Pujasera", "Top 35", "2016"),
        ("Sirami Gizi", "Top 99", "2016"),
        ("Teropong Jiwa", "Top 99", "2020"),
        ("Rantang Kasih", "Top 99", "2019"),
        ("Pubertas", "Top 45", "2021"),
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
    assert "2010" in ROWS["Pubertas"]["tahun_menurut_sumber"]
    assert "2015" in ROWS["Pubertas"]["tahun_menurut_sumber"]


def test_what_only_the_news_says_is_marked_as_quoted() -> None:
    quoted = {name for name, row in ROWS.items() if row["status_sumber"] == "dikutip dari berita"}
    assert quoted == {"Teropong Jiwa", "JKJ Plus", "BAAS"}


def test_of_all_sectors_only_what_is_published_is_shipped() -> None:
    with IID.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file, delimiter=";"))
    assert {r["tahun_iga"]: r["jumlah_inovasi_semua_urusan"] for r in rows} == {"2023": "207", "2025": "221"}
    assert all(r["tautan"].startswith("https://") and r["sumber"] for r in rows)
    assert not any(r["jumlah_skor_semua_inovasi"] or r["pedoman"] or r["skor_maksimum"] for r in rows)
