"""Tables to download: CSV that Indonesian Excel opens (`;`, decimal comma, BOM, CRLF), and XLSX."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass

Cell = str | float | int | None

_BOM = "\ufeff"
# A cell that begins with one of these can run as a formula (OWASP, "CSV Injection").
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def safe(cell: Cell) -> str:
    """A number with a decimal comma, a missing one empty, a text that no spreadsheet runs as a formula."""
    if cell is None:
        return ""
    if isinstance(cell, str):
        return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
    whole = float(cell).is_integer()
    return str(int(cell)) if whole else repr(float(cell)).replace(".", ",")


def as_csv(columns: tuple[str, ...], rows: Iterable[tuple[Cell, ...]]) -> bytes:
    """Rows under their columns, as Indonesian Excel opens them; see `safe`."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([safe(cell) for cell in row] for row in rows)
    return (_BOM + text.getvalue()).encode("utf-8")


@dataclass(frozen=True)
class Sheet:
    """One sheet of a workbook: its name (31 characters at most), its header, its rows, and lines below the table."""

    name: str
    columns: tuple[str, ...]
    rows: Iterable[tuple[Cell, ...]]
    below: tuple[str, ...] = ()


def as_xlsx(sheet: str, columns: tuple[str, ...], rows: Iterable[tuple[Cell, ...]]) -> bytes:
    """Rows under a frozen header with filters; see `workbook`."""
    return workbook([Sheet(sheet, columns, rows)])


def workbook(sheets: Iterable[Sheet]) -> bytes:
    """Sheets with a frozen header and filters. Texts stay texts, so none of them runs as a formula."""
    import xlsxwriter  # here: nearly every page offers such a file, few ask for it

    content = io.BytesIO()
    with xlsxwriter.Workbook(content, {"in_memory": True}) as book:
        heading = book.add_format({"bold": True, "bottom": 1})
        for sheet in sheets:
            page = book.add_worksheet(sheet.name)
            page.write_row(0, 0, sheet.columns, heading)
            last = 0
            for last, row in enumerate(sheet.rows, start=1):
                for column, cell in enumerate(row):
                    if isinstance(cell, str):
                        page.write_string(last, column, cell)
                    elif cell is not None:
                        page.write_number(last, column, cell)
            page.freeze_panes(1, 0)
            page.autofilter(0, 0, last, len(sheet.columns) - 1)
            page.autofit()
            for line, text in enumerate(sheet.below, start=last + 2):
                page.write_string(line, 0, text)
    return content.getvalue()
