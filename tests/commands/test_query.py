"""`query`: parameters, the three formats, what is withheld, what is refused."""

from __future__ import annotations

import csv
import io
import json
import shutil
from datetime import date

import pandas as pd
import pytest

from indicators import warehouse
from indicators.commands import output, query
from indicators.commands.refusal import Misused
from indicators.judgement.judged import Absence
from indicators.warehouse import Read

YEAR = ("--param", "start=2024-01-01", "--param", "end=2024-12-31")
DEATHS = ("query", "element_values", "--param", "kabupaten=51.01", "--param", "elements=maternal_deaths", *YEAR)

OF_PERIODS = (
    "indicator_values",
    "--param",
    "kabupaten=51.01",
    "--param",
    "indicators=aki",
    "--param",
    "level=kabupaten",
)


def test_a_table_is_aligned_and_ends_with_mark_and_version(run, shared_warehouse):
    said = run(*DEATHS, "--param", "level=kecamatan")
    assert said.code == 0
    lines = said.out.splitlines()
    assert lines[0] == "element          area      value  reports"
    assert lines[1] == "---------------  --------  -----  -------"
    assert lines[2] == "maternal_deaths  51.01.01      0       24"
    assert lines[-2:] == ["", "DATA CONTOH · 5 baris · versi data 0"]


def test_json_names_read_version_and_mark_and_writes_iso_dates(run, shared_warehouse):
    said = run("query", "kabupaten_state", "--param", "kabupaten=51.01", "--format", "json")
    content = json.loads(said.out)
    assert content["read"] == "kabupaten_state"
    assert content["parameters"] == {"kabupaten": "51.01"}
    assert (content["data_version"], content["mark"]) == (0, "DATA CONTOH")
    assert content["rows"][0]["first_month"] == "2022-01-01"
    assert content["rows"][0]["changed_at"].endswith("+00:00")


def test_csv_opens_in_indonesian_excel_and_carries_version_and_mark(run, shared_warehouse):
    said = run(*DEATHS, "--param", "level=kabupaten", "--format", "csv")
    assert said.code == 0
    rows = list(csv.reader(io.StringIO(said.out.removeprefix("\ufeff")), delimiter=";"))
    assert said.out.startswith("\ufeff")
    assert rows[0] == ["element", "area", "value", "reports", "versi_data", "tanda"]
    assert rows[1][:2] == ["maternal_deaths", "51.01"]
    assert rows[1][4:] == ["0", "DATA CONTOH"]


def test_published_figures_are_not_marked_as_sample(run, shared_warehouse):
    said = run(
        *("query", "published_values", "--param", "kabupaten=35.10", "--param", "areas=00"),
        *("--param", "indicators=aki,akb", "--format", "json"),
    )
    content = json.loads(said.out)
    assert content["mark"] == ""
    assert content["parameters"]["indicators"] == ["aki", "akb"]
    census = [r["value"] for r in content["rows"] if (r["measure"], r["content"]) == ("census", "value")]
    assert census == [16.86, 189]


def test_small_counts_are_withheld_from_the_public_and_shown_to_staff(run, shared_warehouse, acts):
    acts("uploader", kabupaten="51.01")
    asked = (*DEATHS, "--param", "level=facility", "--format", "json")
    public, staff = run(*asked), run(*asked, "--as", "siti")
    shown = {row["area"]: row["value"] for row in json.loads(public.out)["rows"]}
    counted = {row["area"]: row["value"] for row in json.loads(staff.out)["rows"]}
    assert sum(counted.values()) == 5
    assert {shown[area] for area, value in counted.items() if value} == {"ditahan"}
    assert "hitungan 1-4" in public.err
    assert staff.err == ""


@pytest.mark.parametrize(
    ("role", "kabupaten", "facilities"),
    [
        ("viewer", "semua", ()),
        ("innovation_editor", "51.01", ()),
        ("secretary", "51.01", ()),
        ("admin", "63.11", ()),
        ("uploader", "51.01", ("51.01.P01",)),
    ],
)
def test_small_counts_are_not_shown_to_an_account_without_the_right(
    run, shared_warehouse, acts, role, kabupaten, facilities
):
    acts(role, kabupaten=kabupaten, facilities=facilities)
    said = run(*DEATHS, "--param", "level=facility", "--as", "siti")
    assert (said.code, said.out) == (1, "")
    assert "tidak memiliki hak" in said.err


def test_where_viewing_needs_sign_in_a_read_needs_an_account(run, shared_warehouse, acts, monkeypatch):
    monkeypatch.setenv("KPI_VIEWING", "signed-in")
    acts("uploader", kabupaten="51.01")
    asked = (*DEATHS, "--param", "level=facility")
    assert (run(*asked).code, run(*asked).out) == (1, "")
    assert run(*asked, "--as", "siti").code == 0


def test_withheld_missing_and_zero_look_different_in_a_table():
    cells = [output.plain(Absence.SUPPRESSED), output.plain(None), output.plain(0.0)]
    lines = output.as_table(["a", "b", "c"], [cells])
    assert lines[2].split() == ["ditahan", "–", "0"]


def test_who_sent_what_is_refused_without_an_account(run, shared_warehouse, acts):
    acts("verifier", kabupaten="51.01")
    asked = ("query", "submission_history", "--param", "kabupaten=51.01")
    refused, allowed = run(*asked), run(*asked, "--as", "siti")
    assert (refused.code, refused.out) == (1, "")
    assert "hanya untuk petugas" in refused.err
    assert allowed.code == 0
    assert "Data bawaan" in allowed.out


@pytest.mark.parametrize("form", ["table", "json", "csv"])
def test_the_list_shows_every_read_with_its_question_and_parameters(run, form):
    said = run("query", "--list", "--format", form)
    assert said.code == 0
    for read in warehouse.list_reads().values():
        assert read.name in said.out
        assert read.question in said.out
    assert "elements" in said.out


def test_an_empty_warehouse_is_filled_first(run, tmp_path, monkeypatch):
    monkeypatch.setenv("KPI_WAREHOUSE", str(tmp_path / "gudang"))
    said = run("query", "kabupaten_state", "--param", "kabupaten=35.10")
    assert said.code == 0
    assert "2022-01-01" in said.out


def test_a_broken_warehouse_is_told_with_the_command_that_restores_it(run, unread_warehouse):
    shutil.rmtree(unread_warehouse / "observations")
    said = run("query", "kabupaten_state", "--param", "kabupaten=35.10")
    assert said.code == 1
    assert "python -m indicators restore" in said.err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "Sebutkan nama bacaan"),
        (("tidak_ada",), "Bacaan tidak_ada tidak ada. Yang ada: confirmed_names, element_values"),
        (("reporting", "--param", "kabupaten=35.10"), "memerlukan parameter yang belum ada: end, start"),
        (("kabupaten_state", "--param", "kabupaten"), "Parameter ditulis nama=nilai; kabupaten tidak demikian"),
        (("kabupaten_state", "--param", "kab=35.10"), "tidak mengenal parameter: kab. Yang dipakai: kabupaten"),
        (
            ("kabupaten_state", "--param", "kabupaten=35.10", "--param", "kabupaten=51.01"),
            "Parameter kabupaten ditulis lebih dari sekali",
        ),
        (("kabupaten_state", "--param", "kabupaten=3510"), "Nilai 3510 untuk kabupaten tidak dikenal"),
        (
            ("reporting", "--param", "kabupaten=35.10", "--param", "start=1/2/2024", "--param", "end=2024-12-31"),
            "memerlukan tanggal seperti 2026-01-31; 1/2/2024 bukan tanggal",
        ),
        (
            ("reporting", "--param", "kabupaten=35.10", "--param", "start=2024-02-01", "--param", "end=2024-01-31"),
            "Tanggal end lebih awal daripada start",
        ),
        (
            (*OF_PERIODS, "--param", "starts=2024-01-01,2024-02-01", "--param", "ends=2024-01-31"),
            "harus sama banyak: satu pasang untuk satu periode",
        ),
        (
            (*OF_PERIODS, "--param", "starts=2024-01-01,2024-02-01", "--param", "ends=2024-01-31,2024-01-31"),
            "Tanggal end lebih awal daripada start",
        ),
        ((*DEATHS[1:], "--param", "level=desa"), "Nilai desa untuk level tidak dikenal"),
        (
            ("published_values", "--param", "kabupaten=35.10", "--param", "areas=00", "--param", "indicators=aki,aik"),
            "Nilai aik untuk indicators tidak dikenal",
        ),
    ],
)
def test_a_question_that_does_not_fit_is_told_with_exit_code_2(run, arguments, sentence):
    said = run("query", *arguments)
    assert (said.code, said.out) == (2, "")
    assert sentence in said.err


def test_the_type_of_every_parameter_of_every_read_is_known():
    asked = {parameter for read in warehouse.list_reads().values() for parameter in read.parameters}
    assert asked <= {*query.DATES, *query.LISTS_OF_DATES, *query.LISTS, *query.TEXTS}


def test_lists_dates_and_texts_are_read_as_such():
    read = Read("a", "?", "", frozenset({"areas", "start", "starts", "area"}))
    found = query.parse(read, ["areas=00, 35", "start=2026-01-31", "starts=2026-01-01, 2025-01-01", "area=a=b"])
    assert found == {
        "areas": ["00", "35"],
        "start": date(2026, 1, 31),
        "starts": [date(2026, 1, 1), date(2025, 1, 1)],
        "area": "a=b",
    }


def test_one_question_may_be_about_several_periods(run, shared_warehouse):
    asked = (*OF_PERIODS, "--param", "starts=2024-01-01,2025-01-01", "--param", "ends=2024-12-31,2025-12-31")
    content = json.loads(run("query", *asked, "--format", "json").out)
    assert content["parameters"]["starts"] == ["2024-01-01", "2025-01-01"]
    assert [row["period_start"] for row in content["rows"]] == ["2024-01-01", "2025-01-01"]


def test_a_parameter_without_a_value_is_misuse():
    with pytest.raises(Misused):
        query.parse(Read("a", "?", "", frozenset({"start"})), ["start="])


@pytest.mark.parametrize(
    ("cell", "written"),
    [
        (1234567, "1.234.567"),
        (16.86, "16,86"),
        (0.000012, "0"),
        (-3.5, "-3,5"),
        (True, "ya"),
        (None, "–"),
        ("dua\nbaris\x1b[31m", "dua baris [31m"),
    ],
)
def test_a_cell_of_a_table_is_written_for_an_indonesian_reader(cell, written):
    assert output.as_table(["nilai"], [[cell]])[2].strip() == written


def test_a_year_is_not_grouped_into_thousands():
    assert output.as_table(["iga_year"], [[2024]])[2].strip() == "2024"


@pytest.mark.parametrize(
    ("value", "plain"),
    [
        (pd.Timestamp("2026-01-31"), "2026-01-31"),
        (pd.Timestamp("2026-01-31 14:05:09", tz="UTC"), "2026-01-31T14:05:09+00:00"),
        (date(2026, 1, 31), "2026-01-31"),
        (3.0, 3),
        (Absence.SUPPRESSED, "ditahan"),
    ],
)
def test_a_value_is_made_plain(value, plain):
    assert output.plain(value) == plain


def test_a_cell_that_a_spreadsheet_would_run_is_made_harmless(capsysbinary):
    output.write_csv(["nama"], [["=HYPERLINK(1)"], [-1.5], [True]])
    assert capsysbinary.readouterr().out.decode("utf-8-sig").split("\r\n")[1:4] == ["'=HYPERLINK(1)", "-1,5", "ya"]
