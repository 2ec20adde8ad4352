from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from datetime import date, datetime

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from indicators.intake import archive
from indicators.intake import read as reading
from indicators.intake.csv_file import delimiter_of
from indicators.intake.read import read
from indicators.intake.tables import Book, Row, column_letter
from indicators.intake.workbook import as_text
from indicators.vocabulary import Problem
from indicators.wording import intake as say


def workbook(fill: Callable[[xlsxwriter.Workbook], None]) -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        # Else the time of writing is in the file, whose size then differs from one run to the next.
        book.set_properties({"created": datetime(2026, 1, 1)})  # noqa: DTZ001 (a workbook knows no time zone)
        fill(book)
    return buffer.getvalue()


def sheet(*rows: list, name: str = "Lembar1") -> Callable[[xlsxwriter.Workbook], None]:
    def fill(book: xlsxwriter.Workbook) -> None:
        page = book.add_worksheet(name)
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)

    return fill


def with_sheet_xml(content: bytes, change: Callable[[bytes], bytes]) -> bytes:
    """The same workbook with its first sheet's XML changed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            data = old.read(member)
            new.writestr(member, change(data) if member.endswith("sheet1.xml") else data)
    return buffer.getvalue()


def rows(content: bytes, name: str = "f.csv") -> tuple[Row, ...]:
    """The filled rows of the only sheet."""
    book = read(content, name)
    assert isinstance(book, Book)
    assert len(book.sheets) == 1
    return book.sheets[0].rows


def message(result: Book | Problem) -> str:
    assert isinstance(result, Problem)
    return result.message


def test_rows_keep_the_numbers_that_the_spreadsheet_shows():
    found = rows(b'a;b\n\n1;2\n;\n"x\ny";4\n')
    assert [(row.number, row.cells) for row in found] == [(1, ("a", "b")), (3, ("1", "2")), (5, ("x y", "4"))]


def test_rows_of_a_workbook_keep_their_numbers_too():
    found = rows(workbook(sheet([], ["a", "b"], [], [1, 2])), "f.xlsx")
    assert [(row.number, row.cells) for row in found] == [(2, ("a", "b")), (4, ("1", "2"))]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_delimiters_and_encodings_in_use_give_the_same_table(encoding, delimiter):
    text = "puskesmas;catatan\nBadean;libur – posyandu “tutup”\n".replace(";", delimiter)
    header, row = rows(text.encode(encoding))
    assert header.cells == ("puskesmas", "catatan")
    assert row.cells == ("Badean", "libur – posyandu “tutup”")


def test_spaces_that_do_not_break_are_spaces():
    assert rows("a\u00a0 b;c\n\u20091\u00a0;2\n".encode())[1].cells == ("1", "2")


def test_the_delimiter_is_the_one_that_splits_the_header():
    assert delimiter_of("a;b;c,d\n1,5;2,5;3\n") == ";"


@pytest.mark.parametrize(
    ("cell", "text"),
    [(12.0, "12"), (12.5, "12,5"), (0.1, "0,1"), (8910014107200001.0, "8910014107200001"), (7, "7"),
     (True, "TRUE"), (" x", " x"), (date(2026, 8, 1), "2026-08-01"), (123456789.125, "123456789,125")],
)  # fmt: skip
def test_a_workbooks_cell_reads_as_staff_would_type_it(cell, text):
    assert as_text(cell) == text


@given(st.integers(min_value=0, max_value=2**53))
def test_a_whole_number_keeps_every_digit_through_a_workbook(value):
    assert as_text(float(value)) == str(value)


def test_every_sheet_that_holds_anything_is_read_with_its_name():
    def both(book):
        sheet(["satu"], ["0"], name="Sampul")(book)
        book.add_worksheet("Kosong")
        sheet(["dua"], ["1"], name="DATA")(book)

    found = read(workbook(both), "F.XLSX")
    assert [(s.name, s.rows[0].cells) for s in found.sheets] == [("Sampul", ("satu",)), ("DATA", ("dua",))]


def test_formatting_far_below_the_table_is_no_obstacle():
    def formatted(book):
        page = book.add_worksheet()
        page.write_row(0, 0, ["a", "b"])
        page.write_row(1, 0, [1, 2])
        for column in range(40):
            page.write_blank(1_048_575, column, None, book.add_format({"bg_color": "yellow"}))

    assert [row.cells for row in rows(workbook(formatted), "f.xlsx")] == [("a", "b"), ("1", "2")]


def test_a_filled_cell_in_the_far_corner_is_refused_before_it_takes_the_memory():
    def corner(book):
        page = book.add_worksheet()
        page.write_row(0, 0, ["a", "b"])
        page.write(1_048_575, 16_383, 1)

    assert message(read(workbook(corner), "f.xlsx")) == say.SHEET_TOO_WIDE_APART.message


def test_the_far_corner_is_refused_also_where_cells_do_not_name_their_position():
    def nameless(xml: bytes) -> bytes:
        row = b'<row r="1048576">' + b"<c><v>1</v></c>" * 500 + b"</row></sheetData>"
        return xml.replace(b"</sheetData>", row)

    content = with_sheet_xml(workbook(sheet(["a"], [1])), nameless)
    assert message(read(content, "f.xlsx")) == say.SHEET_TOO_WIDE_APART.message


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b'r="A1"', b'r="A99999999999999999999"'),
        (b'r="A1"', b'r="AAAA1"'),
        (b'r="A1"', b'r="a1"'),
        (b'<row r="1"', b'<row r="4294967295"'),
        (b'<row r="2"', b'<row r="1"'),
        (b"<sheetData>", b'<sheetData><row r="9"><c r="A8"><v>1</v></c></row>'),
        (b"standalone", b"?><!DOCTYPE x><?xml"),
    ],
)
def test_a_sheet_whose_positions_cannot_be_is_refused_before_it_takes_the_memory(old, new):
    content = with_sheet_xml(workbook(sheet(["a"], [1])), lambda xml: xml.replace(old, new, 1))
    assert content != workbook(sheet(["a"], [1]))
    assert message(read(content, "f.xlsx")) == say.NOT_EXCEL.message


def test_a_formula_that_failed_is_named_and_not_read_as_blank():
    def failed(book):
        page = book.add_worksheet()
        page.write_row(0, 0, ["a", "b"])
        page.write_formula(1, 1, "=1/0", value="#DIV/0!")

    assert "Sel B2 berisi rumus" in message(read(workbook(failed), "f.xlsx"))


def test_a_formula_that_no_program_has_calculated_is_named_and_not_read_as_blank():
    def uncalculated(book):
        page = book.add_worksheet()
        page.write_row(0, 0, ["a", "b"])
        page.write_formula(2, 0, "=1+1", value=7777)

    content = with_sheet_xml(workbook(uncalculated), lambda xml: xml.replace(b"<v>7777</v>", b"<v></v>"))
    assert "Sel A3 berisi rumus" in message(read(content, "f.xlsx"))


def test_a_formula_with_its_result_is_read_as_the_result_also_where_that_is_an_empty_text():
    def calculated(book):
        page = book.add_worksheet()
        page.write_row(0, 0, ["a", "b"])
        page.write_formula(1, 0, "=40+2", value=42)
        page.write_formula(1, 1, '=""', value="kosong")

    content = with_sheet_xml(workbook(calculated), lambda xml: xml.replace(b"<v>kosong</v>", b"<v></v>"))
    assert rows(content, "f.xlsx")[1].cells == ("42", "")


def test_an_archive_that_inflates_beyond_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr(archive, "MAX_INFLATED", 200_000)
    content = with_sheet_xml(workbook(sheet(["a"], [1])), lambda xml: xml + b" " * 5_000_000)
    assert len(content) < 50_000
    assert message(read(content, "f.xlsx")) == say.INFLATES_TOO_MUCH.message


def test_an_archive_that_lies_about_its_size_is_refused_all_the_same(monkeypatch):
    monkeypatch.setattr(archive, "MAX_INFLATED", 200_000)
    content = with_sheet_xml(workbook(sheet(["a"], [1])), lambda xml: xml + b" " * 5_000_000)
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        size = next(m.file_size for m in packed.infolist() if m.filename.endswith("sheet1.xml"))
    lying = content.replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little"))
    assert lying != content
    assert message(read(lying, "f.xlsx")) == say.INFLATES_TOO_MUCH.message


def test_a_malformed_sheet_of_many_open_cells_is_answered():
    content = with_sheet_xml(workbook(sheet(["a"], [1])), lambda xml: xml + b'<c r="A1" ' * 200_000)
    assert message(read(content, "f.xlsx")) == say.NOT_EXCEL.message


def test_a_file_over_the_limit_is_refused(monkeypatch):
    monkeypatch.setattr(reading, "MAX_MEGABYTES", 1)
    assert "1 MB" in message(read(b"a;b\n" + b"1;2\n" * 300_000, "f.csv"))


def test_the_limit_is_25_megabytes():
    assert "25 MB" in message(read(b"a;b\n" + b"1" * (25 * 1024 * 1024), "f.csv"))


def test_a_file_with_more_rows_than_the_limit_is_refused():
    assert "50.000 baris" in message(read(b"a;b\n" + b"1;2\n" * 50_001, "f.csv"))
    assert isinstance(read(b"a;b\n" + b"1;2\n" * 50_000, "f.csv"), Book)


@pytest.mark.parametrize("content", [b"", b"   \r\n\r\n", b";;;\r\n;;;\r\n", "\ufeff".encode()])
def test_a_file_without_a_filled_cell_is_empty(content):
    assert message(read(content, "f.csv")) == say.EMPTY_FILE.message


@pytest.mark.parametrize("start", [b"\x89PNG\r\n\x1a\n\0", b"\xff\xd8\xff\xe0\0", b"GIF89a\x01\0", b"%PDF-1.7\n"])
def test_a_picture_is_called_a_picture_whatever_its_name(start):
    for name in ("f.csv", "f.xlsx", "f.png"):
        assert message(read(start + b"x" * 100, name)) == say.PICTURE.message


def test_a_csv_may_begin_like_a_bitmap():
    assert isinstance(read(b"BMI;tahun\n20;2026\n", "f.csv"), Book)


@given(
    st.binary(max_size=300), st.sampled_from(["f.csv", "f.xlsx", "f.xls", "f.ods", "f", "f.TSV", ".csv", "f.xlsx.pdf"])
)
@settings(max_examples=300, deadline=None)
def test_no_file_whatsoever_raises(content, name):
    for start in (b"", b"PK\x03\x04", b"\xff\xfe", b"\xef\xbb\xbf", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        assert isinstance(read(start + content, name), Book | Problem)


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_no_damaged_workbook_raises(data):
    content = bytearray(workbook(sheet(["a", "b"], [1, "x"], [2.5, ""])))
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    assert isinstance(read(bytes(content), "f.xlsx"), Book | Problem)


@pytest.mark.parametrize(("index", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")])
def test_columns_are_lettered_as_spreadsheets_do(index, letters):
    assert column_letter(index) == letters
