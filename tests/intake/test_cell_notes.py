"""Comments on cells: a file is kept as it came, so what people wrote beside the numbers is looked at too."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest
import xlsxwriter
import xlwt

HEADER = ["kode_puskesmas", "tahun", "bulan", "lahir_hidup", "lahir_mati"]
ROW = ["35.10.P01", 2026, 8, 31, 0]


def xlsx(comment: str) -> bytes:
    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream) as book:
        sheet = book.add_worksheet("Data")
        sheet.write_row(0, 0, HEADER)
        sheet.write_row(1, 0, ROW)
        sheet.write_comment(1, 3, comment, {"author": "Sari Dewi"})
    return stream.getvalue()


def ods(annotation: str) -> bytes:
    def row(cells: list[object], note: str = "") -> str:
        body = "".join(
            f'<table:table-cell office:value-type="string">{note if place == 3 else ""}<text:p>{cell}</text:p>'
            "</table:table-cell>"
            for place, cell in enumerate(cells)
        )
        return f"<table:table-row>{body}</table:table-row>"

    note = f"<office:annotation><text:p>{annotation}</text:p></office:annotation>"
    content = (
        '<?xml version="1.0"?><office:document-content'
        ' xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
        ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
        ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
        f'<table:table table:name="Data">{row(list(HEADER))}{row(list(ROW), note)}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "META-INF/manifest.xml",
            '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>',
        )
        archive.writestr("content.xml", content)
    return stream.getvalue()


def xls(comment: str) -> bytes:
    """xlwt writes no comments, so the records of one are put before the end of its sheet: shape, text, and cell."""

    def record(kind: int, *parts: bytes) -> bytes:
        body = b"".join(parts)
        return struct.pack("<HH", kind, len(body)) + body

    book = xlwt.Workbook()
    page = book.add_sheet("Data")
    for row, cells in enumerate((HEADER, ROW)):
        for column, cell in enumerate(cells):
            page.write(row, column, cell)
    text, author = comment.encode("utf-16-le"), b"Sari Dewi"
    note = (
        record(0x5D, struct.pack("<HHHHH12x", 0x15, 18, 0x19, 1, 0), bytes(4))
        + record(0x1B6, struct.pack("<HH6sHHH", 0, 0, b"", len(comment), 16, 0), bytes(4))
        + record(0x3C, b"\x01", text)
        + record(0x3C, struct.pack("<HH4xHH4x", 0, 0, len(comment), 0))
        + record(0x1C, struct.pack("<HHHHHB", 1, 3, 0, 1, len(author), 0), author, b"\x00")
    )
    written = page.get_biff_data
    page.get_biff_data = lambda: written()[:-4] + note + written()[-4:]
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(("make", "name"), [(xlsx, "data.xlsx"), (xls, "data.xls"), (ods, "data.ods")])
@pytest.mark.parametrize("comment", ["ibu NIK 3510014101900001", "hubungi 0812 3456 7890"])
def test_a_comment_that_tells_of_a_person_refuses_the_file_without_quoting_it(send, make, name, comment):
    received = send(make(comment), name=name)
    assert received.submission is None
    [problem] = received.problems
    assert "catatan pada salah satu selnya" in problem.message
    assert comment.split()[-1] not in problem.message + problem.fix


@pytest.mark.parametrize(("make", "name"), [(xlsx, "data.xlsx"), (xls, "data.xls"), (ods, "data.ods")])
def test_a_remark_on_a_number_is_no_reason_to_refuse(send, make, name):
    received = send(make("Sari Dewi: sudah dicek dengan bidan koordinator"), name=name)
    assert received.submission is not None
