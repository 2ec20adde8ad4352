"""The annotated copy, read back with openpyxl: a reader of its own."""

from __future__ import annotations

import builtins
import io
import os
import sys
import tempfile
from pathlib import Path

import openpyxl

from indicators.intake import annotated

HERE = Path(__file__).parent
TEXT = (
    "kode_puskesmas;tahun;bulan;lahir_hidup;lahir_mati;lain\n"
    "35.10.P01;2026;8;1001;0;=HYPERLINK(1)\n35.10.P02;2026;14;-3;0;\n"
)


def book(text: str, received):
    return openpyxl.load_workbook(io.BytesIO(annotated(text.encode(), "lahir.csv", received)))


def test_the_sheet_is_as_sent_with_problem_cells_coloured_and_commented(send):
    found = book(TEXT, send(TEXT))
    assert found.sheetnames == ["Masalah", "Berkas"]
    sheet = found["Berkas"]
    assert [[cell.value for cell in row] for row in sheet.iter_rows(max_col=4)] == [
        ["kode_puskesmas", "tahun", "bulan", "lahir_hidup"],
        ["35.10.P01", 2026, 8, 1001],
        ["35.10.P02", 2026, 14, "-3"],
    ]
    assert "jauh di atas yang wajar" in sheet["D2"].comment.text
    assert sheet["D2"].fill.fgColor.rgb == "FFFBE3A6"
    assert sheet["D3"].fill.fgColor.rgb == "FFF6C1B8"
    assert sheet["A2"].comment is None
    assert sheet["F1"].comment.text.startswith("Kolom ini tidak dipakai")


def test_a_column_whose_name_is_written_over_two_rows_is_marked_at_its_own_cells(send):
    text = "Puskesmas;Tahun;Bulan;Lahir Hidup;;Lahir Mati\n;;;L;P;\nBadean;2026;8;11;x;0\nBajulmati;2026;8;y;9;0\n"
    received = send(text)
    assert {(p.row, p.column) for p in received.problems} >= {(3, "Lahir Hidup P"), (4, "Lahir Hidup L")}
    sheet = book(text, received)["Berkas"]
    assert sheet["E3"].comment is not None
    assert sheet["D4"].comment is not None
    assert sheet["A3"].comment is None


def test_a_formula_stays_text(send):
    cell = book(TEXT, send(TEXT))["Berkas"]["F2"]
    assert (cell.value, cell.data_type) == ("=HYPERLINK(1)", "s")


def test_every_problem_is_listed_with_a_link_to_its_cell(send):
    received = send(TEXT)
    listing = book(TEXT, received)["Masalah"]
    rows = list(listing.iter_rows(min_row=2, max_row=1 + len(received.problems)))
    assert [row[7].value for row in rows] == [p.message for p in received.problems]
    links = {row[1].value: row[1].hyperlink.location for row in rows}
    assert links["D2"] == "Berkas!D2"
    assert [row[5].value for row in rows if row[1].value == "D2"] == ["Puskesmas Badean"]
    assert [row[6].value for row in rows if row[1].value == "C3"] == ["Bulan dan tahun"]


def test_of_a_file_with_personal_data_nothing_is_given_back(send):
    content = (HERE / "bad" / "nik_column.csv").read_bytes()
    assert annotated(content, "nik_column.csv", send(content)) is None


def test_a_file_that_is_no_table_has_no_copy(send):
    content = (HERE / "bad" / "picture.csv").read_bytes()
    assert annotated(content, "picture.csv", send(content, name="picture.csv")) is None


def test_making_a_copy_writes_no_file(send, monkeypatch):
    def refuse(*arguments, **named):
        raise AssertionError("a file was opened")

    received = send(TEXT)
    annotated(TEXT.encode(), "lahir.csv", received)  # what is imported on first use
    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    monkeypatch.setattr(tempfile, "TemporaryFile", refuse)
    monkeypatch.setattr(os, "open", refuse)
    monkeypatch.setattr(builtins, "open", refuse)
    assert annotated(TEXT.encode(), "lahir.csv", received)


def test_comments_are_capped_and_the_list_says_so(send, monkeypatch):

    import indicators.intake.annotated  # noqa: F401

    monkeypatch.setattr(sys.modules["indicators.intake.annotated"], "MAX_COMMENTS", 1)
    found = book(TEXT, send(TEXT))
    commented = [cell for row in found["Berkas"].iter_rows() for cell in row if cell.comment]
    assert len(commented) == 1
    listing = found["Masalah"]
    assert listing.cell(listing.max_row, 1).value.startswith("Catatan pada sel hanya untuk 1 sel pertama")
