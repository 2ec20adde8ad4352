"""`judge`: one number with all that is judged of it, as a table, JSON or CSV; a list of kecamatan; refusals."""

from __future__ import annotations

import csv
import io
import json

import pytest

from indicators.commands import judge
from indicators.judgement.judged import Absence
from indicators.wording.commands import JUDGE_LINES

AKI = ("judge", "--indicator", "aki", "--area", "35.10", "--period", "2024")
AKB = ("judge", "--indicator", "akb", "--area", "35.10", "--period", "2024")


def test_json_carries_everything_that_is_judged(run, shared_warehouse):
    said = run(*AKI, "--format", "json")
    found = json.loads(said.out)
    assert said.code == 0
    assert list(found) == list(JUDGE_LINES)
    # 28 deaths, as published, of the sample's 22,461 births.
    assert (found["numerator"], found["denominator"]) == (28, 22461)
    assert found["value"] == pytest.approx(124.66, abs=0.01)
    assert (found["lower"], found["upper"]) == (pytest.approx(82.8, abs=0.1), pytest.approx(180.2, abs=0.1))
    assert (found["signal_lower"], found["signal_upper"]) == (
        pytest.approx(64.2, abs=0.1),
        pytest.approx(216.2, abs=0.1),
    )
    assert (found["method"], found["confidence"], found["signal_confidence"]) == ("byar", 0.95, 0.998)
    assert (found["target"], found["target_year"], found["status"]) == (183, 2024, "met")
    assert found["probability"] == pytest.approx(0.984, abs=0.001)
    assert (found["detectable_fall"], found["detectable_rise"]) == (
        pytest.approx(-0.53, abs=0.005),
        pytest.approx(1.11, abs=0.01),
    )
    assert not found["change_distinguishable"]
    assert found["chart"] == "g"
    assert found["chart_reason"].startswith("Grafik jarak antarkejadian, karena kematian ibu jarang")
    assert found["sentence"].startswith("Contoh: AKI Kabupaten Banyuwangi pada 2024 tercatat 124,7")
    assert (found["basis"], found["data_version"], found["rule_version"]) == ("sample", 0, "2")
    assert found["mark"] == "DATA CONTOH"


def test_a_table_says_it_in_bahasa_indonesia_with_the_sentence_last(run, shared_warehouse):
    said = run(*AKI)
    assert said.code == 0
    lines = said.out.splitlines()
    words = dict(line.split("  ", 1) for line in lines if "  " in line)
    assert words["status"].strip() == "Tercapai"
    assert words["pembilang"].strip() == "28"
    assert words["tahun target"].strip() == "2024"
    assert words["cara menghitung selang"].strip() == "Byar"
    assert "tanpa nilai karena" not in words
    assert lines[-2:] == ["", lines[-1]]
    assert lines[-1].endswith("menurut pelaporan rutin.")


def test_csv_opens_in_indonesian_excel_with_one_row(run, shared_warehouse):
    said = run(*AKI, "--format", "csv")
    header, row = csv.reader(io.StringIO(said.out.removeprefix("\ufeff")), delimiter=";")
    found = dict(zip(header, row, strict=True))
    assert (found["pembilang"], found["status"], found["aturan_penilaian"]) == ("28", "met", "2")
    assert found["nilai"].startswith("124,66")


def test_all_kecamatan_are_a_list_in_area_order(run, shared_warehouse):
    said = run(*AKB, "--level", "kecamatan", "--format", "json")
    found = json.loads(said.out)
    assert said.code == 0
    assert [row["area"] for row in found] == [f"35.10.{number:02}" for number in range(1, 26)]
    assert sum(row["numerator"] for row in found) == 174
    table = run(*AKB, "--level", "kecamatan").out.splitlines()
    assert table[0].split()[:3] == ["kode", "wilayah", "nilai"]
    # Kabat: 1 death of 625 births, where 10 were expected at the target.
    assert "  > 0,999  " in next(line for line in table if line.startswith("35.10.14"))
    assert len(table) == 2 + 25 + 2
    assert table[-1] == "DATA CONTOH · 25 wilayah · AKB, 2024 · versi data 0 · aturan penilaian 2"


def test_one_kecamatan_is_one_of_the_list(run, shared_warehouse):
    alone = json.loads(run(*AKB[:3], "--area", "35.10.05", "--period", "2024", "--format", "json").out)
    listed = json.loads(run(*AKB, "--level", "kecamatan", "--format", "json").out)
    assert alone == next(row for row in listed if row["area"] == "35.10.05")


def test_a_year_of_maternal_deaths_of_a_kecamatan_is_never_judged(run, shared_warehouse):
    found = json.loads(run(*AKI, "--level", "kecamatan", "--format", "json").out)
    assert {(row["status"], row["probability"]) for row in found} == {("not_enough_data", None)}


def test_a_published_figure_is_told_with_its_source(run, shared_warehouse):
    said = run("judge", "--indicator", "innovations_iga", "--area", "35.10", "--period", "2024", "--format", "json")
    found = json.loads(said.out)
    assert (found["value"], found["basis"], found["mark"]) == (36, "published", "")
    assert "TIMES Indonesia" in found["source"]


def test_without_a_value_the_exit_code_says_so_and_the_answer_why(run, shared_warehouse):
    said = run("judge", "--indicator", "aki", "--area", "51.01", "--period", "2019", "--format", "json")
    found = json.loads(said.out)
    assert said.code == judge.Nothing.exit_code == 3
    assert (found["value"], found["absence"]) == (None, "not_sent")
    assert "Belum ada nilai" in said.err


def test_a_change_from_none_is_told_in_words_where_json_has_no_number(run, shared_warehouse):
    found = json.loads(run(*AKI, "--level", "kecamatan", "--format", "json").out)
    risen = [row for row in found if row["change_words"] and "tahun lalu nol" in row["change_words"]]
    assert risen
    assert {row["change"] for row in risen} == {None}


def test_small_counts_are_withheld_from_the_public_and_shown_to_staff(run, shared_warehouse, acts):
    acts("uploader", kabupaten="35.10")
    service = ("judge", "--indicator", "spm_severe_mental_disorders", "--area", "35.10")
    asked = (*service, "--period", "2024-03", "--level", "kecamatan", "--format", "json")
    public, staff = run(*asked), run(*asked, "--as", "siti")
    hidden = [row for row in json.loads(public.out) if row["absence"] == str(Absence.SUPPRESSED)]
    assert hidden
    for row in hidden:
        given = {key for key, value in row.items() if value is not None}
        assert given.isdisjoint({"value", "numerator", "denominator", "lower", "upper", "method", "status"})
        assert given.isdisjoint({"signal_lower", "probability", "change", "change_words", "detectable_fall", "chart"})
        assert not any(character.isdigit() for character in row["sentence"].replace("2024", ""))
    assert "hitungan 1-" in public.err
    shown = json.loads(staff.out)
    assert all(row["value"] is not None for row in shown)
    assert "ditahan" in run(*asked[:-2]).out


def test_staff_of_another_kabupaten_are_refused(run, shared_warehouse, acts):
    acts("uploader", kabupaten="51.01")
    said = run(*AKI, "--as", "siti")
    assert said.code == 1
    assert "35.10" in said.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--indicator", "akii", "--area", "35.10", "--period", "2024"), "Indikator akii tidak dikenal. Yang ada: "),
        (("--indicator", "aki", "--area", "35.11", "--period", "2024"), "Wilayah 35.11 tidak dikenal."),
        (("--indicator", "aki", "--area", "35.10.P01", "--period", "2024"), "Wilayah 35.10.P01 tidak dikenal."),
        (("--indicator", "aki", "--area", "35.10", "--period", "2024-13"), "Periode 2024-13 tidak dapat dibaca."),
        (
            ("--indicator", "aki", "--area", "35.10.05", "--period", "2024", "--level", "kecamatan"),
            "Kecamatan 35.10.05 tidak mempunyai daftar kecamatan",
        ),
        (("--indicator", "aki", "--area", "35.10"), "isian berikut wajib ada"),
    ],
)
def test_what_is_asked_wrongly_is_explained_with_exit_code_two(run, shared_warehouse, arguments, told):
    said = run("judge", *arguments)
    assert said.code == 2
    assert told in said.err
    assert said.out == ""
