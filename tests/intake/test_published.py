from __future__ import annotations

from datetime import date

import pytest

from indicators.areas import all_kabupaten
from indicators.intake.published import area_code

HEADER = (
    "kode_wilayah;indikator;isi;ukuran;tahun;bulan_awal;bulan_akhir;nilai;batas_bawah;batas_atas;tanda;"
    "sumber;tautan;catatan\n"
)
ROW = {
    "kode_wilayah": "35.10",
    "indikator": "stunting_survey",
    "isi": "nilai",
    "ukuran": "survei",
    "tahun": "2024",
    "nilai": "18,1",
    "sumber": "SSGI 2024",
}


def file(*rows: dict[str, str]) -> str:
    columns = HEADER.strip().split(";")
    return HEADER + "".join(";".join((ROW | row).get(c, "") for c in columns) + "\n" for row in rows)


def wrong(received) -> list[tuple[str | None, str]]:
    return [(p.column, p.severity.value) for p in received.problems]


def test_a_survey_estimate_is_stored_with_its_bounds_period_and_source(send):
    received = send(file({"batas_bawah": "15,2", "batas_atas": "21,0", "catatan": "angka final"}), "published_values")
    assert received.problems == ()
    value = received.submission.published.iloc[0]
    assert (value["area"], value["indicator"], value["content"], value["measure"]) == (
        "35.10",
        "stunting_survey",
        "value",
        "survey",
    )
    assert (value["period_start"], value["period_end"]) == (date(2024, 1, 1), date(2024, 12, 31))
    assert (value["value"], value["low"], value["high"]) == (18.1, 15.2, 21.0)
    assert (value["source"], value["note"]) == ("SSGI 2024", "angka final")


def test_months_narrow_the_period(send):
    received = send(file({"bulan_awal": "1", "bulan_akhir": "Mei"}), "published_values")
    assert received.submission.published.iloc[0]["period_end"] == date(2024, 5, 31)


def test_one_value_speaks_for_itself_only_so_another_of_the_same_year_stays(send):
    received = send(file({}, {"indikator": "innovations_iga", "ukuran": "rutin", "nilai": "36"}), "published_values")
    assert [unit for unit, _ in received.submission.scope] == [
        "35.10/stunting_survey/value/survey",
        "35.10/innovations_iga/value/routine",
    ]


@pytest.mark.parametrize(
    ("row", "column"),
    [
        ({"kode_wilayah": "51.01"}, "kode_wilayah"),
        ({"kode_wilayah": ""}, "kode_wilayah"),
        ({"indikator": "stunting"}, "indikator"),
        ({"isi": "angka"}, "isi"),
        ({"ukuran": ""}, "ukuran"),
        ({"tahun": "24"}, "tahun"),
        ({"tahun": "2027"}, "tahun"),
        ({"bulan_awal": "5", "bulan_akhir": "1"}, "bulan_awal"),
        ({"bulan_awal": "5"}, "bulan_akhir"),
        ({"nilai": "delapan belas"}, "nilai"),
        ({"nilai": "-1"}, "nilai"),
        ({"batas_bawah": "18,2", "batas_atas": "20"}, "nilai"),
        ({"batas_bawah": "15,2"}, "batas_atas"),
        ({"batas_bawah": "15,2", "batas_atas": "dua puluh"}, "batas_atas"),
        ({"tanda": "~"}, "tanda"),
        ({"sumber": ""}, "sumber"),
        ({"tautan": "javascript:alert(1)"}, "tautan"),
        ({"indikator": "innovations_iga", "ukuran": "rutin", "isi": "pembilang", "nilai": "36"}, "isi"),
        ({"indikator": "aki", "ukuran": "rutin", "isi": "pembilang", "nilai": "28,5"}, "nilai"),
    ],
)
def test_what_a_row_gets_wrong_is_said_at_its_column(row, column, send):
    received = send(file(row), "published_values")
    assert wrong(received) == [(column, "blocking")]
    assert received.submission is None


def test_another_measure_than_usual_is_a_warning(send):
    received = send(file({"indikator": "aki", "ukuran": "sensus", "nilai": "189"}), "published_values")
    assert wrong(received) == [("ukuran", "warning")]


def test_the_same_value_twice_is_refused_and_both_rows_are_named(send):
    received = send(file({}, {"nilai": "18,2"}), "published_values")
    assert [p.row for p in received.problems] == [2, 3]
    assert "baris 2-3" in received.problems[0].message


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("35.10", "35.10"),
        ("35,1", "35.10"),
        ("35.1", "35.10"),
        ("Banyuwangi", "35.10"),
        ("Kabupaten Banyuwangi", "35.10"),
        ("35", "35"),
        ("jawa timur", "35"),
        ("00", "00"),
        ("0", "00"),
        ("Indonesia", "00"),
        ("3510", None),
        ("35.11", None),
        ("35.10.01", None),
        ("", None),
    ],
)
def test_an_area_is_the_kabupaten_its_province_or_the_nation(written, code):
    assert area_code(written, all_kabupaten()["35.10"]) == code
