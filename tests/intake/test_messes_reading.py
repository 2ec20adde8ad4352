"""Messes 1 to 4, 9 to 12 and 16 to 20: what has to do with how a file is written down."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

MESSES = Path(__file__).parent / "messes"


def content(name: str) -> bytes:
    return (MESSES / name).read_bytes()


def counted(received) -> dict[tuple[str, str, str], float]:
    """(unit without its kabupaten, element, month) -> value."""
    frame = received.submission.observations
    keys = zip(frame["facility"], frame["element"], frame["period_start"], strict=True)
    return {
        (facility.removeprefix("35.10."), element, f"{start:%Y-%m}"): value
        for (facility, element, start), value in zip(keys, frame["value"], strict=True)
    }


def places(received, severity: str) -> list[tuple[int | None, str | None]]:
    return [(p.row, p.column) for p in received.problems if p.severity.value == severity]


def test_mess_1_headers_misspelt_and_badly_spaced_are_read(send):
    received = send(content("01_judul_kolom_salah_eja.csv"))
    assert counted(received) == {("P01", "live_births", "2026-08"): 31, ("P01", "stillbirths", "2026-08"): 0}
    assert places(received, "notice") == [(None, "status tahun")]


def test_mess_2_the_header_is_found_below_titles_and_over_two_rows(send):
    received = send(content("02_judul_di_atas_tabel.csv"))
    values = counted(received)
    assert values["P01", "live_births", "2026-08"] == 31
    assert values["P02", "live_births_female", "2026-08"] == 24
    assert len(values) == 8
    assert received.understood.facts == (
        "Baris 1-3 di atas judul kolom dibaca sebagai judul laporan.",
        "Judul kolom ditemukan pada baris 5-6.",
        "Baris 11-12 di bawah tabel dibaca sebagai catatan dan dilewati.",
        "Tahun diambil dari judul di atas tabel: 2026.",
        "Bulan diambil dari judul di atas tabel: Agustus.",
        "1 baris jumlah cocok dengan rinciannya; baris jumlah tidak disimpan.",
    )


def test_mess_3_each_column_has_its_own_decimal_sign(send):
    published = send(content("03_desimal_koma_dan_titik.csv"), "published_values").submission.published
    assert list(published["value"]) == [18.1, 9.75]
    # 7,125 alone could be thousands; 15,2 above it says that it is not.
    assert list(published["low"]) == [15.2, 7.125]
    assert list(published["high"]) == [21.05, 12.5]


def test_mess_4_dates_of_five_kinds_are_months(send):
    values = counted(send(content("04_tanggal.csv")))
    assert {month for _, _, month in values} == {"2026-08"}
    assert [values[f"P0{n}", "live_births", "2026-08"] for n in range(1, 6)] == [31, 44, 27, 20, 19]


def test_mess_9_months_across_become_rows_and_problems_point_at_the_files_own_cell(send):
    name = "09_bulan_menyamping.csv"
    received = send(content(name))
    assert places(received, "blocking") == [(4, "FEBRUARI_LAHIR_HIDUP")]
    assert "Kolom Desember kosong seluruhnya, jadi dianggap belum dilaporkan." in received.understood.facts

    mended = send(content(name).replace(b"tiga", b"42"))
    values = counted(mended)
    assert values["P01", "live_births", "2026-02"] == 28
    assert values["P02", "live_births", "2026-02"] == 42
    assert {month for _, _, month in values} == {"2026-01", "2026-02"}
    assert "1 baris jumlah cocok dengan rinciannya; baris jumlah tidak disimpan." in mended.understood.facts


def test_mess_10_counts_are_read_and_percentages_of_two_denominators_are_not(send):
    received = send(content("10_dua_penyebut.csv"), "child_services")
    assert counted(received)["P01", "neonatal_first_visits", "2026-08"] == 30
    named = {column for _, column in places(received, "notice")}
    assert {"Sasaran_Lahir_Hidup_SPM_PKM", "KN1_Persen_Pusdatin", "KN1_Persen_SPM"} <= named


def test_mess_11_columns_keep_their_meaning_through_versions_of_a_form(send):
    old = send(content("11_nama_kolom_lama.csv"), "child_deaths")
    new = send(
        content("11_nama_kolom_lama.csv").replace(b"Kematian_Neonatal_Kematian_0-6_hari", b"Kematian_0_6_Hari"),
        "child_deaths",
    )
    assert "Kematian_Neonatal_Kematian_0-6_hari" in old.understood.columns
    assert list(old.understood.columns.values()) == list(new.understood.columns.values())
    assert len(old.understood.columns) == 4


def test_mess_12_a_total_that_does_not_match_is_told_with_both_numbers_and_never_loaded(send):
    received = send(content("12_jumlah_tidak_cocok.csv"))
    assert [(p.row, p.column, p.severity.value, p.message) for p in received.problems] == [
        (6, "lahir_mati", "warning", "Baris jumlah ini menyebut 2, padahal rinciannya berjumlah 1.")
    ]
    assert "2 baris jumlah cocok dengan rinciannya; baris jumlah tidak disimpan." in received.understood.facts
    assert sum(v for (_, element, _), v in counted(received).items() if element == "live_births") == 31 + 44 + 52


@pytest.mark.parametrize(("answer", "value"), [("unit", 7.2), ("percent", 72.0)])
def test_mess_16_a_rate_per_thousand_written_in_percent_is_asked(answer, value, send):
    name = "16_satuan_salah.csv"
    received = send(content(name), "published_values")
    assert [(q.id, q.rows) for q in received.questions] == [("unit/akb", (2,))]
    assert received.submission is None

    answered = send(content(name), "published_values", answers={"unit/akb": answer})
    assert list(answered.submission.published["value"]) == [value, 18.1]


def test_mess_17_thousands_and_decimals_in_one_column_are_asked_and_never_guessed(send):
    name = "17_ribuan_dan_desimal.csv"
    received = send(content(name), "annual_targets")
    assert [q.id for q in received.questions] == ["notation/sasaran_ibu_hamil", "notation/sasaran_bayi"]
    # 26.34 can only be a fraction, whatever the answer is.
    assert places(received, "blocking") == [(2, "sasaran_ibu_hamil")]

    answers = {"notation/sasaran_ibu_hamil": "point", "notation/sasaran_bayi": "point"}
    mended = content(name).replace(b"26.34", b"26.340").replace(b"1.684.985", b"57.545")
    values = counted(send(mended, "annual_targets", answers=answers))
    assert values["P01", "pregnant_women_target", "2026-01"] == 26340
    assert values["P02", "infants_target", "2026-01"] == 1310


def test_mess_17_the_other_answer_makes_fractions_which_are_no_counts(send):
    answers = {"notation/sasaran_ibu_hamil": "comma", "notation/sasaran_bayi": "comma"}
    received = send(content("17_ribuan_dan_desimal.csv"), "annual_targets", answers=answers)
    assert places(received, "blocking") == [
        (2, "sasaran_ibu_hamil"),
        (2, "sasaran_bayi"),
        (3, "sasaran_ibu_hamil"),
        (3, "sasaran_bayi"),
    ]


def test_mess_18_part_of_a_year_is_not_taken_for_the_year(send):
    published = send(content("18_sebagian_tahun.csv"), "published_values").submission.published
    assert list(published["period_end"]) == [date(2025, 9, 30), date(2024, 12, 31)]


def test_mess_18_months_added_up_are_not_taken_for_one_month(send):
    title = "LAPORAN JANUARI s.d. SEPTEMBER 2026\n"
    received = send(title + "kode_puskesmas;lahir_hidup;lahir_mati\n35.10.P01;280;2\n")
    assert (1, None) in places(received, "blocking")
    assert "Januari sampai September" in received.problems[-1].message + received.problems[0].message


def test_mess_19_stacked_html_entities_are_what_they_stand_for(send):
    received = send(content("19_entitas_html.csv"))
    assert counted(received)["P01", "live_births", "2026-08"] == 31
    assert places(received, "notice") == [(None, "balita > 24 bulan")]


def test_mess_20_an_indonesian_decimal_keeps_its_digits_and_null_is_not_zero(send):
    received = send(content("20_desimal_indonesia.csv"), "published_values")
    assert list(received.submission.published["value"]) == [1027.757, 0.0]
    assert any("dibaca kosong (belum ada data), bukan nol" in fact for fact in received.understood.facts)
