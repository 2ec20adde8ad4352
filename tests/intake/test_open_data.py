"""Exports of Satu Data Banyuwangi in the layouts they may have: what is certain is read, what is not is asked."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from typing import Any

import openpyxl
import pytest

from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.intake import Received, receive
from indicators.vocabulary import Mode, Severity
from tests.intake.conftest import TODAY, Send

Rows = Sequence[Sequence[Any]]
Export = Callable[..., Received]
BIRTHS = "Jumlah Kelahiran Hidup"
PAGE = "https://satudata.banyuwangikab.go.id/dataset/detail/366255c59b9c80fa557ee0259273da7a"


def workbook(rows: Rows, *, sheet: str = "Sheet1", merged: Sequence[str] = ()) -> bytes:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    page.title = sheet
    for row in rows:
        page.append(list(row))
    for area in merged:
        page.merge_cells(area)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


@pytest.fixture
def export(send: Send) -> Export:
    def sent(rows: Rows, answers: Mapping[str, str] | None = None, **layout: Any) -> Received:
        return send(workbook(rows, **layout), "open_data", name="export.xlsx", answers=answers or {})

    return sent


def values(received: Received) -> dict[tuple[str, str, str, str], float]:
    """(area, indicator, content, period) -> value."""
    assert received.submission is not None, [*received.questions, *(p.message for p in received.problems)]
    assert received.submission.published is not None
    return {
        (unit.split("/")[0], unit.split("/")[1], unit.split("/")[2], str(period)): row.value
        for (unit, period), row in zip(
            received.submission.scope, received.submission.published.itertuples(index=False), strict=True
        )
    }


def births(**years: float) -> dict[tuple[str, str, str, str], float]:
    return {("35.10", "live_births", "value", year.removeprefix("y")): value for year, value in years.items()}


def blocked(received: Received) -> str:
    assert received.submission is None
    return " ".join(p.message for p in received.problems if p.severity is Severity.BLOCKING)


LAYOUTS: dict[str, tuple[Rows, dict[str, Any]]] = {
    "years as rows": ([[BIRTHS], ["No", "Tahun", "Jumlah"], [1, 2019, 23104], [2, 2020, 22950]], {}),
    "years as columns": (
        [[BIRTHS], [], ["No", "Uraian", "Satuan", 2019, 2020], [1, BIRTHS, "Orang", 23104, 22950]],
        {},
    ),
    "the title in a row of its own, around it the kabupaten and the years": (
        [
            ["JUMLAH KELAHIRAN HIDUP KABUPATEN BANYUWANGI TAHUN 2019-2020"],
            ["Tahun", "Nilai"], [2019, 23104], [2020, 22950],
        ],
        {},
    ),
    "metadata above the table": (
        [
            ["Judul", BIRTHS], ["Satuan", ": jiwa"], ["Produsen Data", "Dinas Kesehatan"], [],
            ["Tahun", "Angka", "Keterangan"], ["Tahun 2019", "23.104", ""], ["Tahun 2020", "22.950", "-"],
        ],
        {},
    ),
    "a header over two rows": (
        [[BIRTHS], ["No", "Satuan", "Tahun", ""], ["", "", "2019", "2020"], [1, "bayi", 23104, 22950]],
        {"merged": ["C2:D2"]},
    ),
    "numbers of columns, a sum over the years, and a source": (
        [
            [BIRTHS], ["No", "Tahun", "Jumlah"], ["(1)", "(2)", "(3)"], [1, 2019, 23104], [2, 2020, 22950],
            ["", "Jumlah", 46054], ["Sumber: Dinas Kesehatan"],
        ],
        {},
    ),
    "the title in the name of the sheet only": ([["Tahun", "Nilai"], [2019, 23104], [2020, 22950]], {"sheet": BIRTHS}),
    "the title in the header only": ([["Tahun", BIRTHS], [2019, 23104], [2020, 22950]], {}),
    "several datasets as rows": (
        [
            ["Data Dinas Kesehatan"], ["No", "Uraian", "Satuan", 2019, 2020],
            [1, "Jumlah Perawat", "orang", 900, 910], [2, BIRTHS, "orang", 23104, 22950],
            [3, "Jumlah Bidan", "orang", 700, 710],
        ],
        {},
    ),
    "several value columns, one of them called as the dataset": (
        [
            [BIRTHS], ["Tahun", "Laki-laki", "Perempuan", BIRTHS],
            [2019, 11800, 11304, 23104], [2020, 11700, 11250, 22950],
        ],
        {},
    ),
    "one year only, in the title": (
        [["Jumlah Kelahiran Hidup Tahun 2019"], ["Kabupaten/Kota", "Jumlah"], ["Kabupaten Banyuwangi", 23104]],
        {},
    ),
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
def test_live_births_are_read_from_any_of_the_layouts(layout: str, export: Export) -> None:
    rows, drawn = LAYOUTS[layout]
    answers = {"notation/nilai": "point"} if layout.startswith("metadata") else {}
    found = values(export(rows, answers, **drawn))
    expected = births(y2019=23104, y2020=22950)
    if layout.startswith("one year"):
        expected = births(y2019=23104)
    assert found == expected


def test_source_link_and_day_come_from_the_portals_catalogue_and_the_dataset_is_that_of_published_values(
    export: Export,
) -> None:
    submission = export([[BIRTHS], ["Tahun", "Jumlah"], [2019, 23104]]).submission
    assert submission is not None
    assert submission.published is not None
    assert submission.dataset == "published_values"
    row = next(submission.published.itertuples(index=False))
    assert row.url == PAGE
    assert "Dinas Kesehatan" in row.source
    assert "Jumlah Kelahiran Hidup (diubah 12 September 2022)" in row.source
    assert (row.measure, row.content) == ("routine", "value")


def test_it_says_what_it_took_the_file_for(export: Export) -> None:
    understood = export([[BIRTHS], ["Tahun", "Satuan", "Jumlah"], [2019, "orang", 23104]]).understood
    assert understood is not None
    assert "Dikenali sebagai data Jumlah Kelahiran Hidup, dari judul di atas tabel." in understood.facts
    assert understood.columns == {"Tahun": "tahun", "Satuan": "satuan", "Jumlah": "angkanya"}
    assert understood.units == ("Jumlah kelahiran hidup",)


def test_counts_of_deaths_are_numerators(export: Export) -> None:
    found = values(export([["Jumlah Kematian Ibu"], ["Tahun", "Jumlah"], [2019, 31]]))
    assert found == {("35.10", "aki", "numerator", "2019"): 31}


# Areas

KECAMATAN: Rows = [
    [BIRTHS],
    ["No", "Kecamatan", 2019, 2020],
    [1, "Pesanggaran", 700, 690],
    [2, "Kec. Bangorejo", 800, 810],
    ["", "Jumlah", 1500, 1500],
]


def test_kecamatan_are_kept_and_the_row_of_sums_is_the_kabupaten(export: Export) -> None:
    received = export(KECAMATAN)
    found = values(received)
    assert found["35.10", "live_births", "value", "2019"] == 1500
    assert found["35.10.01", "live_births", "value", "2019"] == 700
    assert found["35.10.02", "live_births", "value", "2020"] == 810
    assert len(found) == 6
    assert not [p for p in received.problems if p.severity is not Severity.NOTICE]


def test_a_sum_that_differs_from_its_kecamatan_needs_a_reason(export: Export) -> None:
    received = export([*KECAMATAN[:-1], ["", "Jumlah", 1501, 1500]])
    (problem,) = [p for p in received.problems if p.severity is Severity.WARNING]
    assert (problem.row, problem.column) == (5, "2019")
    assert "1.501" in problem.message


def test_without_a_row_of_sums_no_kabupaten_is_made_up(export: Export) -> None:
    received = export(KECAMATAN[:-1])
    assert {area for area, *_ in values(received)} == {"35.10.01", "35.10.02"}
    assert any("hanya angka kecamatan" in p.message for p in received.problems)


def test_a_misspelt_kecamatan_is_asked_mess_13(export: Export) -> None:
    rows = [[BIRTHS], ["Kecamatan", "Tahun", "Jumlah"], ["Bangurejo", 2019, 800], ["Pesangaran", 2019, 700]]
    (question,) = export(rows).questions
    assert question.id == "kecamatan/pesangaran"
    found = values(export(rows, {question.id: "35.10.01"}))
    assert found["35.10.01", "live_births", "value", "2019"] == 700
    assert found["35.10.02", "live_births", "value", "2019"] == 800


# Titles: mess 19


@pytest.mark.parametrize(
    ("title", "reason"),
    [
        ("Angka Kematian Ibu (dilaporkan)", "judul kembarnya"),
        ("Jumlah Kelahiran Hidup (Perempuan)", "hanya kelahiran hidup perempuan"),
        ("Jumlah Balita Mati", "12-59 bulan"),
    ],
)
def test_a_twin_title_is_told_apart_and_not_imported(title: str, reason: str, export: Export) -> None:
    assert reason in blocked(export([[title], ["Tahun", "Nilai"], [2019, 31]]))


def test_stacked_entities_in_a_title_are_read_as_the_signs_they_stand_for(export: Export) -> None:
    rows = [
        ["Kunjungan Ibu Hamil &amp;amp;amp;#40;K1&amp;amp;amp;#41;"],
        ["Tahun", "Satuan", "Nilai"],
        [2019, "%", "98,5"],
    ]
    assert values(export(rows)) == {("35.10", "k1", "value", "2019"): 98.5}


def test_an_unknown_title_is_asked_with_every_entry_and_none(export: Export) -> None:
    rows: Rows = [["Data kelahiran"], ["Tahun", "Nilai"], [2019, 23104]]
    (question,) = export(rows).questions
    assert len(question.options) == len(catalogue().portals["banyuwangi"].entries) + 1
    assert values(export(rows, {question.id: "live_births"})) == births(y2019=23104)
    assert "tidak termasuk data Satu Data Banyuwangi" in blocked(export(rows, {question.id: "none"}))


# Units: mess 16


def test_a_rate_labelled_percent_is_asked_and_may_turn_out_to_be_cases(export: Export) -> None:
    rows: Rows = [["Angka Kematian Ibu"], ["Tahun", "Satuan", "Nilai"], [2023, "%", 28], [2024, "%", 28]]
    (question,) = export(rows).questions
    assert [value for value, _ in question.options] == ["value", "count", "none"]
    assert values(export(rows, {question.id: "count"}))["35.10", "aki", "numerator", "2024"] == 28
    assert values(export(rows, {question.id: "value"}))["35.10", "aki", "value", "2024"] == 28
    assert "Satuannya belum pasti" in blocked(export(rows, {question.id: "none"}))


def test_a_rate_without_a_unit_is_asked_and_one_with_its_unit_is_not(export: Export) -> None:
    rows: Rows = [["Angka Kematian Bayi"], ["Tahun", "Nilai"], [2019, "7,2"]]
    assert [q.id for q in export(rows).questions] == ["open_data/unit/infant_mortality/blank"]
    with_unit = [["Angka Kematian Bayi"], ["Tahun", "Satuan", "Nilai"], [2019, "per 1.000 KH", "7,2"]]
    assert values(export(with_unit)) == {("35.10", "akb", "value", "2019"): 7.2}


def test_births_in_percent_are_asked(export: Export) -> None:
    rows: Rows = [[BIRTHS], ["Tahun", "Satuan", "Nilai"], [2019, "%", 23104]]
    (question,) = export(rows).questions
    assert [value for value, _ in question.options] == ["count", "none"]


def test_a_count_with_a_fraction_is_refused(export: Export) -> None:
    assert "bilangan bulat" in blocked(export([[BIRTHS], ["Tahun", "Nilai"], [2019, "23104,5"]]))


# Periods: mess 18


def test_part_of_a_year_stays_part_of_it(export: Export) -> None:
    rows: Rows = [["Jumlah Kematian Ibu"], ["No", 2021, "Jan-Sep 2022"], [1, 55, 18]]
    found = values(export(rows))
    assert found == {("35.10", "aki", "numerator", "2021"): 55, ("35.10", "aki", "numerator", "2022-01..2022-09"): 18}


def test_a_year_that_was_not_over_when_the_portal_last_changed_is_asked(export: Export) -> None:
    rows: Rows = [[BIRTHS], ["Tahun", "Jumlah"], [2021, 23104], [2022, 15000]]
    (question,) = export(rows).questions
    assert question.options[0] == ("12", "Setahun penuh 2022")
    assert ("35.10", "live_births", "value", "2022-01..2022-08") in values(export(rows, {question.id: "8"}))
    later = [*rows, [2023, 22800]]
    assert len(values(export(later))) == 3


def test_this_year_is_asked_up_to_the_month_that_runs(export: Export) -> None:
    (question,) = export([[BIRTHS], ["Tahun", "Jumlah"], [2026, 15000]]).questions
    assert [value for value, _ in question.options][:2] == ["11", "10"]


def test_a_year_with_a_remark_that_is_not_understood_blocks(export: Export) -> None:
    rows: Rows = [[BIRTHS], ["Tahun", "Jumlah"], [2019, 23104], [2020, 22950], ["2021 (sementara)", 23000]]
    assert "Tahun pada baris ini tidak jelas" in blocked(export(rows))


def test_a_month_or_a_quarter_beside_the_year_is_not_the_year(export: Export) -> None:
    months: Rows = [[BIRTHS], ["Tahun", "Bulan", "Jumlah"], [2021, "Januari", 1900], [2021, "Februari", 1800]]
    assert {period for *_, period in values(export(months))} == {"2021-01", "2021-02"}
    quarters: Rows = [[BIRTHS], ["Tahun", "Triwulan", "Jumlah"], [2021, "II", 5600]]
    assert values(export(quarters)) == {("35.10", "live_births", "value", "2021-04..2021-06"): 5600}
    across: Rows = [[BIRTHS], ["Bulan", 2021], ["Januari", 1900]]
    assert "Tahun pada baris ini tidak jelas" in blocked(export(across))


# Cells: mess 20


def test_null_and_a_zero_that_means_nothing_store_nothing_mess_20(export: Export) -> None:
    rows: Rows = [[BIRTHS], ["Tahun", "Jumlah"], [2018, "null"], [2019, 0], [2020, "22.950"], [2021, "1.022.950"]]
    (question,) = export(rows).questions
    assert question.id == "open_data/zero"
    assert values(export(rows, {question.id: "blank"})) == births(y2020=22950, y2021=1022950)
    assert values(export(rows, {question.id: "zero"})) == births(y2019=0, y2020=22950, y2021=1022950)


def test_a_thousands_point_that_stays_open_is_asked_mess_17(export: Export) -> None:
    (question,) = export([[BIRTHS], ["Tahun", "Jumlah"], [2019, "23.104"]]).questions
    assert question.id == "notation/nilai"


# Layouts that are not guessed


def test_several_value_columns_are_asked(export: Export) -> None:
    rows: Rows = [[BIRTHS], ["Tahun", "Laki-laki", "Perempuan", "Jumlah"], [2019, 11800, 11304, 23104]]
    (question,) = export(rows).questions
    assert [label for _, label in question.options] == ["Jumlah", "Laki-laki", "Perempuan"]
    assert values(export(rows, {question.id: question.options[0][0]})) == births(y2019=23104)


def test_rows_of_parts_are_asked(export: Export) -> None:
    rows: Rows = [[BIRTHS], ["Uraian", 2019], ["Laki-laki", 11800], ["Perempuan", 11304], ["Jumlah", 23104]]
    (question,) = export(rows).questions
    assert values(export(rows, {question.id: "jumlah"})) == births(y2019=23104)


def test_years_over_parts_are_refused(export: Export) -> None:
    rows: Rows = [[BIRTHS], ["Uraian", 2019, ""], ["", "L", "P"], ["Nilai", 11800, 11304]]
    assert "angka tanpa judul" in blocked(export(rows))


def test_a_file_without_a_table_or_without_a_year_is_refused(export: Export) -> None:
    assert "tidak ditemukan" in blocked(export([[BIRTHS], [23104]]))
    assert "Tahun data tidak ditemukan" in blocked(export([[BIRTHS], ["Kecamatan", "Jumlah"], ["Pesanggaran", 700]]))


def test_the_same_year_twice_is_refused(export: Export) -> None:
    assert "2019" in blocked(export([[BIRTHS], ["Tahun", "Jumlah"], [2019, 23104], [2019, 23105]]))


def test_personal_data_in_an_export_are_refused(export: Export) -> None:
    received = export([[BIRTHS], ["Tahun", "Jumlah", "NIK"], [2019, 23104, "3510990101249001"]])
    assert received.submission is None
    assert received.understood is None


def test_another_kabupaten_has_no_portal_yet() -> None:
    received = receive(
        workbook([[BIRTHS], ["Tahun", "Jumlah"], [2019, 2500]]), "export.xlsx", catalogue().datasets["open_data"],
        all_kabupaten()["51.01"], TODAY, mode=Mode.SAMPLE,
    )  # fmt: skip
    assert "Belum ada keterangan tentang portal" in blocked(received)
