"""data/published/values.csv: what may be shown is there as published, what may not is absent."""

from __future__ import annotations

import csv

import pytest

from indicators.areas import all_kabupaten
from indicators.catalogue import ROOT, catalogue
from indicators.vocabulary import Period

PATH = ROOT / "data" / "published" / "values.csv"
KEYS = ["kode_wilayah", "indikator", "isi", "ukuran", "tahun", "bulan_awal", "bulan_akhir"]
COLUMNS = [*KEYS, "nilai", "batas_bawah", "batas_atas", "tanda", "sumber", "tautan", "catatan"]

with PATH.open(encoding="utf-8-sig", newline="") as _file:
    ROWS = list(csv.DictReader(_file, delimiter=";"))

each_row = pytest.mark.parametrize(
    "row",
    ROWS,
    ids=lambda r: "-".join(r[c] for c in ("kode_wilayah", "indikator", "isi", "tahun", "bulan_akhir")),
)


def value(area: str, indicator: str, content: str, year: int, last_month: int = 12) -> str:
    (row,) = [
        r
        for r in ROWS
        if (r["kode_wilayah"], r["indikator"], r["isi"]) == (area, indicator, content)
        and (int(r["tahun"]), int(r["bulan_akhir"])) == (year, last_month)
    ]
    return row["nilai"]


def series(area: str, indicator: str, content: str) -> dict[int, str]:
    return {
        int(r["tahun"]): r["nilai"]
        for r in ROWS
        if (r["kode_wilayah"], r["indikator"], r["isi"], r["bulan_akhir"]) == (area, indicator, content, "12")
    }


def test_the_file_is_written_as_staff_send_it() -> None:
    content = PATH.read_bytes()
    assert content.startswith(b"\xef\xbb\xbfkode_wilayah;indikator;")
    assert content.count(b"\n") == content.count(b"\r\n")
    assert list(ROWS[0]) == COLUMNS


@each_row
def test_a_row_parses_and_refers_to_what_exists(row: dict[str, str]) -> None:
    known = {"00"} | set(all_kabupaten()) | {k.province_code for k in all_kabupaten().values()}
    assert row["kode_wilayah"] in known
    assert row["indikator"] in catalogue().indicators
    assert row["isi"] in {"nilai", "pembilang"}
    assert row["ukuran"] in {"rutin", "survei", "sensus"}
    assert row["tanda"] in {"", "<", ">"}
    assert "." not in row["nilai"]
    assert float(row["nilai"].replace(",", ".")) > 0
    assert Period.of_months((int(row["tahun"]), int(row["bulan_awal"])), (int(row["tahun"]), int(row["bulan_akhir"])))


@each_row
def test_a_row_names_its_source_and_links_to_it(row: dict[str, str]) -> None:
    assert row["sumber"]
    assert row["tautan"].startswith("https://") or row["sumber"].startswith("Dikutip dari berita: ")


@each_row
def test_a_survey_indicator_holds_survey_values_only(row: dict[str, str]) -> None:
    assert (row["indikator"] == "stunting_survey") <= (row["ukuran"] == "survei")
    assert (row["indikator"] == "stunting_eppgbm") <= (row["ukuran"] == "rutin")


@each_row
def test_a_numerator_is_a_whole_number(row: dict[str, str]) -> None:
    assert row["isi"] == "nilai" or row["nilai"].isdigit()


def test_no_value_is_given_twice() -> None:
    keys = [tuple(row[c] for c in KEYS) for row in ROWS]
    assert len(keys) == len(set(keys))


def test_published_rates_of_banyuwangi() -> None:
    assert series("35.10", "akb", "nilai") == {
        2010: "7,2", 2011: "6,71", 2012: "9,3", 2013: "8,2", 2014: "6,09", 2015: "6,82", 2016: "5,5",
        2017: "4,6",
    }  # fmt: skip
    assert series("35.10", "aki", "nilai") == {2013: "142,1", 2014: "93,08", 2015: "96,2", 2016: "87,3"}


def test_published_counts_of_banyuwangi() -> None:
    assert series("35.10", "aki", "pembilang") == {
        2017: "19", 2018: "24", 2019: "31", 2021: "55", 2022: "25", 2023: "28", 2024: "28",
    }  # fmt: skip
    assert series("35.10", "akb", "pembilang") == {2019: "108", 2022: "134", 2023: "179", 2024: "174"}


def test_both_stunting_measures_of_banyuwangi() -> None:
    assert series("35.10", "stunting_survey", "nilai") == {2021: "20,1", 2022: "18,1"}
    assert series("35.10", "stunting_eppgbm", "nilai") == {
        2018: "9,8", 2019: "8,1", 2020: "8,2", 2021: "8,64", 2022: "3,95", 2023: "3,53", 2024: "2,44",
    }  # fmt: skip
    assert series("35.10", "stunting_eppgbm", "pembilang") == {
        2019: "7527", 2020: "7909", 2021: "4730", 2022: "2704", 2023: "2555", 2024: "2269",
    }  # fmt: skip


def test_innovations_are_the_health_counts_quoted_from_the_news() -> None:
    assert series("35.10", "innovations_iga", "nilai") == {2023: "35", 2024: "36"}


@pytest.mark.parametrize(
    ("indicator", "year", "last_month", "count"),
    [("aki", 2019, 7, "19"), ("aki", 2020, 9, "13"), ("akb", 2020, 9, "85"), ("aki", 2022, 9, "18"),
     ("aki", 2025, 5, "6"), ("akb", 2025, 5, "78")],
)  # fmt: skip
def test_a_partial_count_covers_only_its_months(indicator: str, year: int, last_month: int, count: str) -> None:
    assert value("35.10", indicator, "pembilang", year, last_month) == count


def test_every_partial_row_says_how_far_it_goes() -> None:
    partial = [row for row in ROWS if (row["bulan_awal"], row["bulan_akhir"]) != ("1", "12")]
    assert len(partial) == 6
    assert all("sampai" in row["catatan"].lower() for row in partial)


def test_census_values_are_marked_as_census() -> None:
    census = {(r["kode_wilayah"], r["indikator"]): r["nilai"] for r in ROWS if r["ukuran"] == "sensus"}
    assert census == {
        ("00", "aki"): "189", ("00", "akb"): "16,86", ("00", "akaba"): "19,83", ("51", "aki"): "85",
        ("35", "akb"): "13,49",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("area", "indicator", "excluded"),
    [
        ("35.10", "stunting_survey", "32"),  # 2018, conflicting sources
        ("35.10", "stunting_survey", "24,46"),  # 2019, conflicting sources
        ("35.10", "stunting_eppgbm", "32"),
        ("35.10", "stunting_eppgbm", "24,46"),
        ("35.10", "stunting_survey", "17"),  # local target of unknown measure
        ("51.01", "stunting_survey", "8,36"),  # the same
        ("63.11", "stunting_survey", "32"),  # "above 32" only
        ("35", "stunting_survey", "24,8"),  # one doubtful source
        ("00", "aki", "122"),  # a starting value of the plan
        ("35.10", "innovations_iga", "341"),  # year unknown
        ("35.10", "innovations_iga", "207"),  # all sectors, not health
        ("35.10", "innovations_iga", "221"),
        ("00", "innovations_iga", "36742"),
        ("35.10", "innovations_iga", "50"),  # a target, not a result
    ],
)
def test_a_figure_that_may_not_be_shown_is_absent(area: str, indicator: str, excluded: str) -> None:
    assert excluded not in {r["nilai"] for r in ROWS if (r["kode_wilayah"], r["indikator"]) == (area, indicator)}


def test_places_of_death_of_2021_stand_in_the_note_only() -> None:
    (row,) = [r for r in ROWS if r["nilai"] == "55" and r["indikator"] == "aki"]
    assert "38,2%" in row["catatan"]
    assert not {"38,2", "34,5", "21,8"} & {r["nilai"] for r in ROWS}
