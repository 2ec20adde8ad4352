"""The messes of e-PPGBM exports, each in a file of its own; the numbers are those of the list of messes."""

from __future__ import annotations

from pathlib import Path

import pytest

MESSES = Path(__file__).parent / "messes"


@pytest.fixture
def mess(send):
    """Sends a mess as data about nutrition."""
    return lambda name: send((MESSES / name).read_bytes(), "nutrition", name=name)


def said(received) -> dict[str, str]:
    """Column and rule of each problem -> which rows; what a register never counts is left out."""
    return {
        f"{p.column or 'berkas'}: {p.rule}": p.message[p.message.find("(") + 1 : p.message.find(")")]
        for p in received.problems
        if p.rule != "carried_over"
    }


def test_4_ages_are_text_and_dates_come_in_three_writings(mess, counted):
    received = mess("04_umur_teks_dan_tanggal.csv")
    # Rows 2 (1 year 11 months), 4 (5 months) and 5 (born 13/08/2024, a day short of two years) are under two years;
    # rows 3 (two years) and 6 (two years to the day) are not; row 7 tells no age and row 8 is five years old.
    counts = counted(received)["35.10.P10 2026-08"]
    assert counts["children_measured"] == 6
    assert counts["children_measured_0_23_months"] == 3
    assert counts["children_measured_24_59_months"] == 2
    assert [(p.column, "(7)" in p.message, "(8)" in p.message) for p in received.problems if p.column] == [
        ("Usia Saat Ukur", False, True),
        ("Usia Saat Ukur", True, False),
    ]


def test_5_a_child_without_a_usable_nik_is_counted_reported_and_matched_with_nobody(mess, counted):
    received = mess("05_nik_tidak_utuh.csv")
    counts = counted(received)["35.10.P10 2026-08"]
    assert counts["children_measured"] == 6
    assert counts["children_stunted"] == 2, "two children whose NIK Excel rounded to the same number"
    assert said(received) == {"NIK: child_number": "2-3, 5-7"}


def test_6_the_latest_measurement_of_a_month_counts_and_a_date_of_null_is_reported(mess, counted):
    received = mess("06_diukur_dua_kali.csv")
    counts = counted(received)["35.10.P10 2026-08"]
    # Child 1 has grown out of it by the 25th, child 2's later line of the same day says stunted, child 3 is stunted.
    assert (counts["children_measured"], counts["children_stunted"]) == (3, 2)
    told = {p.message.partition(";")[0]: p.severity.value for p in received.problems if p.rule != "carried_over"}
    assert sorted(told.values()) == ["notice", "notice", "warning", "warning"]
    assert "Tanggal pengukuran kosong atau NULL pada 1 baris (6)" in told


def test_7_both_parents_in_one_cell_change_nothing_and_are_not_kept(mess, counted):
    received = mess("07_nama_ortu.csv")
    counts = counted(received)["35.10.P10 2026-08"]
    assert (counts["children_measured"], counts["children_stunted"]) == (3, 1)
    assert said(received) == {}
    assert "Rekaan" not in repr(received)


def test_8_the_list_of_another_form_is_counted_from_its_categories_and_says_so(mess, counted):
    received = mess("08_daftar_bok.csv")
    counts = counted(received)["35.10.P10 2026-08"]
    assert counts["children_measured"] == 4
    assert counts["children_stunted"] == 2
    assert counts["children_wasted"] == 2
    assert counts["children_underweight"] == 3
    assert [p.column for p in received.problems if p.rule == "score_missing"] == ["PB-TB/U", "BB/U", "BB/PB-TB"]


def test_14_desa_of_one_name_are_told_apart_by_their_kecamatan(mess, counted):
    received = mess("14_desa_kembar_register.csv")
    counts = counted(received)
    # Karangrejo of Banyuwangi and of Blimbingsari; the last line has no puskesmas and lies in Blimbingsari.
    assert {unit: c["children_measured"] for unit, c in counts.items()} == {
        "35.10.P01 2026-08": 3,
        "35.10.P33 2026-08": 1,
    }
    assert counts["35.10.P01 2026-08"]["children_stunted"] == 1
    assert said(received) == {"Kec: kecamatan": "4"}
