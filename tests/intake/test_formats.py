"""XLS and ODS as they come, and what must not come in them."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
import xlsxwriter
import xlwt
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.intake import archive
from indicators.intake.read import read
from indicators.intake.tables import Book, Percent, Settled
from indicators.vocabulary import Problem
from indicators.wording import intake as say
from indicators.wording import reading as say_reading

NAMESPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{short}:1.0"' for short in ("office", "table", "text")
)


def ods(rows: str, *, more: dict[str, str] | None = None, manifest: str = "") -> bytes:
    buffer = io.BytesIO()
    body = f'<table:table table:name="Lembar1">{rows}</table:table>'
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        packed.writestr(
            "content.xml",
            f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {NAMESPACES}>'
            f"<office:body><office:spreadsheet>{body}</office:spreadsheet></office:body></office:document-content>",
        )
        packed.writestr("META-INF/manifest.xml", f"<manifest>{manifest}</manifest>")
        for name, text in (more or {}).items():
            packed.writestr(name, text)
    return buffer.getvalue()


def row(*cells: str, repeated: int = 1) -> str:
    return f'<table:table-row table:number-rows-repeated="{repeated}">{"".join(cells)}</table:table-row>'


def text(value: str, repeated: int = 1) -> str:
    return (
        f'<table:table-cell table:number-columns-repeated="{repeated}" office:value-type="string">'
        f"<text:p>{value}</text:p></table:table-cell>"
    )


def number(value: str) -> str:
    return f'<table:table-cell office:value-type="float" office:value="{value}"/>'


def xls(fill) -> bytes:
    book = xlwt.Workbook()
    fill(book.add_sheet("Lembar1"))
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def cells(content: bytes, name: str) -> list[tuple[str, ...]]:
    book = read(content, name)
    assert isinstance(book, Book), book
    return [row.cells for row in book.sheets[0].rows]


def refused(content: bytes, name: str) -> str:
    problem = read(content, name)
    assert isinstance(problem, Problem)
    return problem.message


def test_an_xls_is_read_with_whole_numbers_decimals_and_dates():
    def fill(page):
        page.write(0, 0, "periode")
        page.write(1, 0, date(2026, 8, 1), xlwt.easyxf(num_format_str="DD/MM/YYYY"))
        page.write(1, 1, 12.0)
        page.write(1, 2, 1.234)

    header, values = cells(xls(fill), "f.xls")
    assert header[0] == "periode"
    assert values == ("2026-08-01", "12", "1,234")
    # The workbook itself holds a number, so nobody is asked whether it is a thousand.
    assert type(values[2]) is Settled


def test_an_xls_with_macros_is_refused():
    content = xls(lambda page: page.write(0, 0, "a")) + "_VBA_PROJECT_CUR".encode("utf-16-le")
    assert refused(content, "f.xls") == say_reading.MACROS.message


def test_a_formula_that_failed_in_an_xls_is_named():
    from xlwt.Cell import ErrorCell

    def fill(page):
        page.write(0, 0, "a")
        page.row(1).insert_cell(1, ErrorCell(1, 1, 0, 0x07))  # #DIV/0!

    assert "Sel B2 berisi rumus" in refused(xls(fill), "f.xls")


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_no_damaged_xls_raises(data):
    content = bytearray(xls(lambda page: [page.write(r, c, r * c) for r in range(3) for c in range(3)]))
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    assert isinstance(read(bytes(content), "f.xls"), Book | Problem)


def test_an_xls_whose_sectors_have_no_size_is_refused():
    content = bytearray(xls(lambda page: page.write(0, 0, "a")))
    content[30:32] = b"\x00\x00"
    assert refused(bytes(content), "f.xls") == say_reading.NOT_A_SPREADSHEET.message


def test_an_ods_is_read_also_where_cells_are_repeated():
    content = ods(row(text("a"), text("b", 2)) + row(number("12"), number("1.5"), number("0"), repeated=2))
    assert cells(content, "f.ods") == [("a", "b", "b"), ("12", "1,5", "0"), ("12", "1,5", "0")]


def test_a_cell_that_shows_percent_in_an_ods_is_read_as_it_shows_also_where_it_is_repeated():
    percent = '<table:table-cell table:number-columns-repeated="2" office:value-type="percentage" office:value="0.07"/>'
    assert cells(ods(row(number("0.07"), percent, repeated=2)), "f.ods") == [("0,07", "7", "7")] * 2
    assert type(read(ods(row(percent)), "f.ods").sheets[0].rows[0].cells[1]) is Percent


@pytest.mark.parametrize("number_format", ["0%", "0.00%", "0,0 %", '0.0"persen "%'])
def test_a_cell_that_shows_percent_in_an_xlsx_is_read_as_it_shows(number_format):
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        page = book.add_worksheet("Isi")
        page.write(0, 0, "persen")
        page.write(1, 0, 0.123, book.add_format({"num_format": number_format}))
        page.write(1, 1, 0.123)
        page.write(1, 2, 12.3, book.add_format({"num_format": '0.0" % dari sasaran"'}))
        page.write(1, 3, 1, book.add_format({"num_format": number_format}))
        page.write(1, 4, "tidak ada", book.add_format({"num_format": number_format}))
    found = read(buffer.getvalue(), "f.xlsx").sheets[0].rows[1].cells
    assert found == ("12,3", "0,123", "12,3", "100", "tidak ada")
    assert [type(cell) is Percent for cell in found] == [True, False, False, True, False]


@pytest.mark.parametrize("number_format", ["0%", "0.00%", "0.0 %", '0.0"persen "%'])
def test_a_cell_that_shows_percent_in_an_xls_is_read_as_it_shows(number_format):
    def fill(page):
        percent = xlwt.easyxf(num_format_str=number_format)
        page.write(0, 0, "persen")
        page.write(1, 0, 0.123, percent)
        page.write(1, 1, 0.123)
        page.write(1, 2, 12.3, xlwt.easyxf(num_format_str='0.0" % dari sasaran"'))
        page.write(1, 3, 1, percent)
        page.write(1, 4, "tidak ada", percent)
        page.write(1, 5, "", percent)

    found = read(xls(fill), "f.xls").sheets[0].rows[1].cells
    assert found == ("12,3", "0,123", "12,3", "100", "tidak ada", "")
    assert [type(cell) is Percent for cell in found] == [True, False, False, True, False, False]


def test_a_cell_over_several_rows_of_an_xls_is_known_as_one():
    assert read(xls(lambda page: page.write_merge(1, 3, 0, 0, "a")), "f.xls").sheets[0].merged == ((1, 3, 0, 0),)


def test_blank_rows_repeated_to_the_end_of_an_ods_are_no_obstacle():
    blank = '<table:table-cell table:number-columns-repeated="16384"/>'
    assert cells(ods(row(text("a")) + row(number("1")) + row(blank, repeated=1_048_574)), "f.ods") == [("a",), ("1",)]


@pytest.mark.parametrize(
    ("rows", "sentence"),
    [
        (row(text("a", 16_000), repeated=1_000_000), say.SHEET_TOO_WIDE_APART),
        (row(text("a"), repeated=99_999_999), say_reading.NOT_A_SPREADSHEET),
        (row(text("a", 99_999)), say_reading.NOT_A_SPREADSHEET),
    ],
)
def test_few_bytes_that_stand_for_billions_of_cells_are_refused(rows, sentence):
    assert refused(ods(rows), "f.ods") == sentence.message


def test_a_formula_without_a_result_in_an_ods_is_named():
    formula = '<table:table-cell table:formula="of:=[.A1]+1"/>'
    assert "Sel B2 berisi rumus" in refused(ods(row(text("a")) + row(number("1"), formula)), "f.ods")


def test_an_ods_that_inflates_beyond_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr(archive, "MAX_INFLATED", 200_000)
    content = ods(row(text("a")), more={"Pictures/x.svg": " " * 5_000_000})
    assert refused(content, "f.ods") == say.INFLATES_TOO_MUCH.message


def test_an_ods_with_macros_or_a_password_is_refused():
    assert refused(ods(row(text("a")), more={"Basic/Standard/x.xml": "x"}), "f.ods") == say_reading.MACROS.message
    locked = ods(row(text("a")), manifest="<manifest:encryption-data/>")
    assert refused(locked, "f.ods") == say.OLD_EXCEL.message


@pytest.mark.parametrize("name", ["f.xlsm", "f.xlsb", "f.xltm"])
def test_a_macro_format_is_refused_by_its_name(name):
    assert refused(b"PK\x03\x04", name) == say_reading.MACROS.message


def test_an_xlsx_that_carries_macros_under_another_name_is_refused():
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as packed:
        packed.writestr("xl/vbaProject.bin", "x")
    assert refused(buffer.getvalue(), "f.xlsx") == say_reading.MACROS.message


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_no_damaged_ods_raises(data):
    content = bytearray(ods(row(text("a"), number("1"))))
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    assert isinstance(read(bytes(content), "f.ods"), Book | Problem)
