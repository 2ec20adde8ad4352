from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from indicators.catalogue import catalogue
from indicators.intake import compared_with
from indicators.vocabulary import Severity


def stored(*values: tuple[str, str, float]) -> pd.DataFrame:
    """Rows of read unit_values for August 2026: unit, element, value."""
    return pd.DataFrame(
        [(unit, element, date(2026, 8, 1), date(2026, 8, 31), value) for unit, element, value in values],
        columns=["unit", "element", "period_start", "period_end", "value"],
    )


def blocking(received) -> list[tuple[int | None, str]]:
    return [(p.row, p.message) for p in received.problems if p.severity is Severity.BLOCKING]


DEATHS = "kode_puskesmas;tahun;bulan;kematian_ibu\n35.10.P01;2026;8;{}\n"
BIRTHS = "kode_puskesmas;tahun;bulan;lahir_hidup;lahir_mati\n35.10.P01;2026;8;{};0\n"


def test_more_maternal_deaths_than_stored_births_block(send):
    known = stored(("35.10.P01", "live_births", 4.0), ("35.10.P02", "live_births", 90.0))
    received = send(DEATHS.format(5), "maternal_deaths", known=known)
    assert blocking(received) == [(2, "Kematian ibu 5 melebihi kelahiran hidup 4.")]


def test_as_many_deaths_as_births_do_not_block(send):
    assert send(DEATHS.format(4), "maternal_deaths", known=stored(("35.10.P01", "live_births", 4.0))).problems == ()


def test_births_corrected_below_the_stored_deaths_block_too(send):
    received = send(BIRTHS.format(2), known=stored(("35.10.P01", "maternal_deaths", 3.0)))
    assert blocking(received) == [(2, "Kematian ibu 3 melebihi kelahiran hidup 2.")]


def test_births_in_the_same_file_stand_before_stored_ones(send):
    text = "kode_puskesmas;tahun;bulan;kematian_ibu;lahir_hidup\n35.10.P01;2026;8;5;40\n"
    received = send(text, "maternal_deaths", known=stored(("35.10.P01", "live_births", 4.0)))
    assert blocking(received) == []


def test_deaths_of_older_children_are_compared_last_and_the_narrowest_group_is_named(send):
    ages = "kematian_0_6_hari;kematian_7_28_hari;kematian_29_hari_11_bulan;kematian_12_59_bulan"
    header = f"kode_puskesmas;tahun;bulan;{ages}\n"
    known = stored(("35.10.P01", "live_births", 4.0))
    told = {
        row: blocking(send(f"{header}35.10.P01;2026;8;{row}\n", "child_deaths", known=known))
        for row in ("5;0;0;0", "2;2;1;0", "2;1;1;1")
    }
    assert told == {
        "5;0;0;0": [(2, "Kematian neonatal 5 melebihi kelahiran hidup 4.")],
        "2;2;1;0": [(2, "Kematian bayi 5 melebihi kelahiran hidup 4.")],
        "2;1;1;1": [(2, "Kematian balita 5 melebihi kelahiran hidup 4.")],
    }


def test_deaths_without_births_to_compare_with_are_said_and_do_not_block(send):
    received = send(DEATHS.format(1), "maternal_deaths")
    assert [p.message for p in received.problems] == [
        "Kelahiran hidup untuk baris 2 belum ada, jadi angkanya belum dapat dibandingkan."
    ]
    assert received.submission is not None


def test_no_deaths_need_no_births(send):
    assert send(DEATHS.format("nihil"), "maternal_deaths").problems == ()


def test_which_stored_datasets_are_needed_comes_from_the_catalogue():
    datasets = catalogue().datasets
    assert compared_with(datasets["maternal_deaths"], catalogue()) == ("births", "maternal_deaths")
    assert compared_with(datasets["child_deaths"], catalogue()) == ("births", "child_deaths")
    assert compared_with(datasets["births"], catalogue()) == ("births", "maternal_deaths", "child_deaths")
    assert compared_with(datasets["maternal_services"], catalogue()) == ("maternal_services", "annual_targets")
    assert compared_with(datasets["annual_targets"], catalogue()) == (
        "maternal_services",
        "child_services",
        "annual_targets",
    )
    assert compared_with(datasets["nutrition"], catalogue()) == ("nutrition",)


def test_a_row_all_blank_is_not_nihil_and_says_so(send):
    received = send(
        "kode_puskesmas;tahun;bulan;kematian_ibu\n35.10.P01;2026;8;\n35.10.P02;2026;8;0\n", "maternal_deaths"
    )
    assert [p.message for p in received.problems] == [
        "Baris 2 tidak berisi angka, jadi dianggap belum dikirim, bukan nihil."
    ]
    assert [unit for unit, _ in received.submission.scope] == ["35.10.P02"]


def test_a_blank_cell_in_a_filled_row_is_missing_and_a_zero_is_kept(send):
    text = "kode_puskesmas;tahun;bulan;lahir_hidup;lahir_mati;bblr\n35.10.P01;2026;8;31;0;\n"
    observations = send(text).submission.observations
    assert dict(zip(observations["element"], observations["value"], strict=True)) == {
        "live_births": 31.0,
        "stillbirths": 0.0,
    }


def test_an_observation_carries_its_facility_and_the_kecamatan_of_that_facility(send):
    observation = send(BIRTHS.format(31)).submission.observations.iloc[0]
    assert observation["facility"] == "35.10.P01"
    assert observation["area"] == "35.10.25"
    assert (observation["period_start"], observation["period_end"]) == (date(2026, 8, 1), date(2026, 8, 31))


def test_causes_that_fall_short_of_the_total_warn(send):
    text = "kode_puskesmas;tahun;bulan;kematian_ibu;sebab_perdarahan;lahir_hidup\n35.10.P01;2026;8;3;2;40\n"
    received = send(text, "maternal_deaths")
    assert "Rincian menurut sebab baru 2 dari kematian ibu 3." in [p.message for p in received.problems]
    assert received.submission is not None


def test_causes_of_infant_deaths_are_compared_with_the_sum_of_the_three_age_bands(send):
    text = (
        "kode_puskesmas;tahun;bulan;kematian_0_6_hari;kematian_7_28_hari;kematian_29_hari_11_bulan;kematian_12_59_bulan;"
        "sebab_asfiksia;lahir_hidup\n35.10.P01;2026;8;1;1;0;9;3;40\n"
    )
    assert blocking(send(text, "child_deaths")) == [(2, "Rincian menurut sebab berjumlah 3, melebihi kematian bayi 2.")]


def test_details_without_their_total_are_said(send):
    text = "kode_puskesmas;tahun;bulan;lahir_hidup;lahir_mati;bblr_l\n35.10.P01;2026;8;31;0;2\n"
    assert [p.message for p in send(text).problems] == [
        "Rincian menurut jenis kelamin terisi, tetapi bayi berat lahir rendah (bblr) kosong."
    ]


def test_every_problem_is_told_at_once_in_the_order_of_the_rows(send):
    text = (
        "kode_puskesmas;kecamatan;tahun;bulan;lahir_hidup;lahir_mati;kolom_lain\n"
        "35.10.P01;Blimbingsari;2026;14;-1;0;\n"
        "35.10.P99;Cluring;26;8;31;;\n"
        "35.10.P03;Cluring;2026;8;27;0;x\n"
    )
    rows = [p.row for p in send(text).problems]
    assert rows == sorted(rows, key=lambda row: row or 0)
    assert {(p.row, p.column) for p in send(text).problems} == {
        (None, "kolom_lain"),
        (2, "bulan"),
        (2, "lahir_hidup"),
        (3, "kode_puskesmas"),
        (3, "tahun"),
        (3, "lahir_mati"),
    }


@pytest.mark.parametrize(
    ("count", "severity"), [(1000, None), (1001, "warning"), (10_000, "warning"), (10_001, "blocking")]
)
def test_above_the_plausible_range_warns_and_ten_times_above_it_blocks(count, severity, send):
    assert catalogue().elements["live_births"].maximum == 1000
    assert [p.severity.value for p in send(BIRTHS.format(count)).problems] == ([severity] if severity else [])


def test_the_checksum_is_that_of_the_bytes_received(send):
    # sha256 of b"abc" is a published test vector (FIPS 180-2, appendix B.1).
    from indicators.intake.submission import checksum

    assert checksum(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
    assert send(BIRTHS.format(31)).submission.checksum == checksum(BIRTHS.format(31).encode())


def test_what_was_understood_is_summed_up(send):
    understood = send(BIRTHS.format(31) + "35.10.P02;2026;8;;\n").understood
    assert (understood.rows, understood.stored_rows) == (2, 1)
    assert understood.columns == {"lahir_hidup": "Lahir hidup", "lahir_mati": "Lahir mati"}
    assert understood.units == ("Puskesmas Badean",)
    assert [str(period) for period in understood.periods] == ["2026-08"]


def test_a_problem_names_its_rule_and_what_is_only_told_asks_for_nothing(send):
    text = "kode_puskesmas;tahun;bulan;lahir_hidup;lahir_mati;kolom_lain\n35.10.P01;2026;11;31;-1;x\n"
    assert [(p.severity.value, p.rule) for p in send(text).problems] == [
        ("notice", "column_unused"),
        ("notice", "month_not_over"),
        ("blocking", "cell"),
    ]


def test_a_blank_row_of_a_form_of_deaths_needs_a_reason_and_of_another_form_none(send):
    births = "kode_puskesmas;tahun;bulan;lahir_hidup;lahir_mati\n35.10.P01;2026;8;;\n35.10.P02;2026;8;31;0\n"
    deaths = "kode_puskesmas;tahun;bulan;kematian_ibu\n35.10.P01;2026;8;\n35.10.P02;2026;8;nihil\n"
    told = [send(births).problems[0], send(deaths, "maternal_deaths").problems[0]]
    assert [(p.rule, p.severity) for p in told] == [
        ("blank_rows", Severity.NOTICE),
        ("blank_rows", Severity.WARNING),
    ]
