from __future__ import annotations

import csv
import io
from datetime import date
from typing import Any

import pandas as pd
import pytest
import python_calamine
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.intake import file_name, receivable, receive, template
from indicators.intake.read import read
from indicators.intake.tables import Book
from indicators.intake.template import columns_of, harmless
from indicators.vocabulary import Mode, Period, Problem

TODAY = date(2026, 11, 12)
OCTOBER = Period.month(2026, 10)
# Each with the kabupaten that may send it.
OBSERVED = [
    (d.id, code)
    for code, here in sorted(all_kabupaten().items())
    for d in receivable(here)
    if d.stores == "observations"
]


def lines_of(content: bytes, format: str) -> list[list[Any]]:
    if format == "csv":
        return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";"))
    return python_calamine.load_workbook(io.BytesIO(content)).get_sheet_by_name("Data").to_python()


def as_file(lines: list[list[Any]], format: str) -> bytes:
    """The lines, saved again as a spreadsheet would."""
    if format == "csv":
        text = io.StringIO(newline="")
        csv.writer(text, delimiter=";", lineterminator="\r\n").writerows(lines)
        return text.getvalue().encode("utf-8-sig")
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Data")
        for row, line in enumerate(lines):
            sheet.write_row(row, 0, line)
    return buffer.getvalue()


def received(content: bytes, dataset: str, format: str, kabupaten: str = "35.10"):
    return receive(
        content,
        f"templat.{format}",
        catalogue().datasets[dataset],
        all_kabupaten()[kabupaten],
        TODAY,
        mode=Mode.SAMPLE,
    )


@pytest.mark.parametrize("format", ["csv", "xlsx"])
@pytest.mark.parametrize(("dataset", "kabupaten"), OBSERVED)
def test_a_template_has_a_row_for_every_puskesmas_and_comes_back_understood(dataset, kabupaten, format):
    place = all_kabupaten()[kabupaten]
    content = template(catalogue().datasets[dataset], place, period=OCTOBER, format=format)
    back = received(content, dataset, format, kabupaten)
    assert back.understood.rows == len(place.puskesmas)
    # Nothing is filled in yet: that, and nothing else, is what is said.
    assert [p.rule for p in back.problems] == ["file", "blank_rows"]
    assert set(back.understood.columns.values()) == {
        catalogue().elements[e].label for e in catalogue().datasets[dataset].elements
    }


@pytest.mark.parametrize("format", ["csv", "xlsx"])
def test_the_template_of_published_values_comes_back_understood(format):
    dataset = catalogue().datasets["published_values"]
    lines = lines_of(template(dataset, all_kabupaten()["35.10"], period=Period.year(2025), format=format), format)
    assert [line[1] for line in lines[1:]] == ["live_births", "stunting_survey", "innovations_iga"]
    for line in lines[1:]:
        line[lines[0].index("nilai")] = "51"
        line[lines[0].index("sumber")] = "Surat keputusan"
    back = received(as_file(lines, format), "published_values", format)
    assert back.problems == ()
    assert [unit for unit, _ in back.submission.scope] == [
        "35.10/live_births/value/routine",
        "35.10/stunting_survey/value/survey",
        "35.10/innovations_iga/value/routine",
    ]


@settings(max_examples=25, deadline=None)
@given(
    counts=st.lists(st.one_of(st.none(), st.tuples(st.integers(0, 900), st.integers(0, 40))), min_size=10, max_size=10),
    format=st.sampled_from(["csv", "xlsx"]),
)
def test_what_is_filled_into_a_template_is_what_is_received(counts, format):
    dataset = catalogue().datasets["births"]
    jembrana = all_kabupaten()["51.01"]
    lines = lines_of(template(dataset, jembrana, period=OCTOBER, format=format), format)
    births, stillbirths = lines[0].index("lahir_hidup"), lines[0].index("lahir_mati")
    expected = {}
    for line, filled in zip(lines[1:], counts, strict=True):
        if filled is not None:
            line[births], line[stillbirths] = filled
            expected |= {(line[0], "live_births"): filled[0], (line[0], "stillbirths"): filled[1]}
    back = received(as_file(lines, format), "births", format, "51.01")
    if not expected:
        assert back.submission is None
        return
    sent = back.submission.observations
    assert dict(zip(zip(sent["facility"], sent["element"], strict=True), sent["value"], strict=True)) == expected
    assert {unit for unit, _ in back.submission.scope} == {unit for unit, _ in expected}


def test_a_template_filled_with_last_month_is_that_months_values_under_the_new_month():
    rows = pd.DataFrame(
        [
            ("35.10.P01", "live_births", date(2026, 8, 1), 28.0),
            ("35.10.P01", "live_births", date(2026, 9, 1), 31.0),
            ("35.10.P01", "stillbirths", date(2026, 9, 1), 0.0),
            ("35.10.P02", "live_births", date(2026, 10, 1), 44.0),
            ("35.10.P02", "live_births", date(2026, 9, 1), 40.0),
        ],
        columns=["unit", "element", "period_start", "value"],
    )
    dataset = catalogue().datasets["births"]
    lines = lines_of(template(dataset, all_kabupaten()["35.10"], period=OCTOBER, rows=rows), "csv")
    births, stillbirths = lines[0].index("lahir_hidup"), lines[0].index("lahir_mati")
    assert lines[1][3:5] == ["2026", "10"]
    assert (lines[1][births], lines[1][stillbirths]) == ("31", "0")
    assert (lines[2][births], lines[2][stillbirths]) == ("44", "")
    assert (lines[3][births], lines[3][stillbirths]) == ("", "")


def test_a_template_of_several_months_has_a_row_for_each():
    content = template(
        catalogue().datasets["births"], all_kabupaten()["51.01"], period=Period.parse("2025-11..2026-02")
    )
    lines = lines_of(content, "csv")
    assert len(lines) == 1 + 4 * 10
    assert [line[3:5] for line in lines[1::10]] == [["2025", "11"], ["2025", "12"], ["2026", "1"], ["2026", "2"]]


def test_a_csv_template_opens_in_excel_with_indonesian_settings():
    content = template(catalogue().datasets["births"], all_kabupaten()["35.10"], period=OCTOBER)
    assert content.startswith(b"\xef\xbb\xbfkode_puskesmas;puskesmas;kecamatan;tahun;bulan;lahir_hidup;")
    assert content.count(b"\r\n") == 46


def test_a_workbook_template_explains_every_column_of_its_dataset():
    for dataset in receivable():
        content = template(dataset, all_kabupaten()["35.10"], period=OCTOBER, format="xlsx")
        guide = python_calamine.load_workbook(io.BytesIO(content)).get_sheet_by_name("Petunjuk").to_python()
        assert [line[0] for line in guide[1:]] == columns_of(dataset, catalogue())
        assert all(line[1] and line[2] for line in guide[1:])


@pytest.mark.parametrize("text", ["=1+1", "+62", "-x", "@a"])
def test_text_that_looks_like_a_formula_is_made_harmless_and_comes_back_as_it_was(text):
    written = f"a\r\n{harmless(text)}\r\n".encode()
    assert written.splitlines()[1].startswith(b"'")
    book = read(written, "f.csv")
    assert isinstance(book, Book)
    assert book.sheets[0].rows[1].cells == (text,)


def test_no_cell_of_any_template_begins_a_formula():
    for dataset in receivable():
        for format in ("csv", "xlsx"):
            content = template(dataset, all_kabupaten()["35.10"], period=OCTOBER, format=format)
            for line in lines_of(content, format):
                assert not any(str(cell).startswith(("=", "+", "-", "@")) for cell in line)


def test_file_names_say_dataset_kabupaten_and_period():
    births = catalogue().datasets["births"]
    assert file_name(births, all_kabupaten()["35.10"], period=OCTOBER) == "births_35.10_2026-10.csv"


def test_a_template_is_a_table_to_the_reader():
    for dataset in receivable():
        for format in ("csv", "xlsx"):
            content = template(dataset, all_kabupaten()["63.11"], period=OCTOBER, format=format)
            assert not isinstance(read(content, f"t.{format}"), Problem)
