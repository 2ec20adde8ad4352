"""The sheets of an XLS, the format of Excel before 2007.

Read by xlrd and not by calamine: a damaged XLS makes calamine ask for more memory than there is, which ends the
whole process. To be replaced by calamine once it checks the dimensions that a file declares.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Container

import xlrd
from xlrd.biffh import XLRDError
from xlrd.compdoc import CompDocError
from xlrd.xldate import XLDateError, xldate_as_datetime

from indicators.intake import archive as packed
from indicators.intake.tables import Book, Sheet, column_letter, filled_rows
from indicators.intake.workbook import as_percent, as_text, shows_percent
from indicators.intake.xlsx_sheet import SHOWN_POSITIONS
from indicators.wording import intake as say
from indicators.wording import reading as say_reading
from indicators.wording.intake import Sentence

_MACRO_FOLDER = "_VBA_PROJECT".encode("utf-16-le")


def read_xls(content: bytes, name: str) -> Book | Sentence:
    """Every sheet. Row and column 1 of a sheet come first."""
    if _MACRO_FOLDER in content:
        return say_reading.MACROS
    try:
        # xlrd reports oddities to a log, with cell values in it; they go nowhere.
        book = xlrd.open_workbook(
            file_contents=content, logfile=io.StringIO(), on_demand=True, ragged_rows=True, formatting_info=True
        )
        formats = book.format_map
        percents = {at for at, xf in enumerate(book.xf_list) if shows_percent(formats[xf.format_key].format_str)}
        sheets, hidden, without_value, notes, cells = [], set(), list[str](), list[str](), 0
        for index, title in enumerate(book.sheet_names()):
            page = book.sheet_by_index(index)
            if page.visibility:
                hidden.add(title)
            cells += sum(map(page.row_len, range(page.nrows)))
            if cells > packed.MAX_CELLS:
                return say.SHEET_TOO_WIDE_APART
            place = f" ({title})" if book.nsheets > 1 else ""
            without_value += [f"{position}{place}" for position in _failed(page)]
            notes += [note.text for note in page.cell_note_map.values()]
            rows = filled_rows(_line(page, row, book.datemode, percents) for row in range(page.nrows))
            merged = tuple((top, bottom - 1, left, right - 1) for top, bottom, left, right in page.merged_cells)
            sheets.append(Sheet(title, rows, merged))
            book.unload_sheet(index)
    except XLRDError as error:
        return say.OLD_EXCEL if "encrypted" in str(error) else say_reading.NOT_A_SPREADSHEET
    except (
        CompDocError, struct.error, ArithmeticError, AssertionError, AttributeError, LookupError, MemoryError,
        TypeError, ValueError,
    ):  # fmt: skip
        return say_reading.NOT_A_SPREADSHEET
    if without_value:
        return say.cells_without_value(without_value[:SHOWN_POSITIONS])
    return Book(name, tuple(sheet for sheet in sheets if sheet.rows), frozenset(hidden), tuple(notes))


def _line(page: xlrd.sheet.Sheet, row: int, datemode: int, percents: Container[int]) -> list[str]:
    """The cells of a row as text. percents: numbers of the styles that show percent."""
    return [
        as_percent(value)
        if kind == xlrd.XL_CELL_NUMBER and percents and page.cell_xf_index(row, column) in percents
        else _text(kind, value, datemode)
        for column, (kind, value) in enumerate(zip(page.row_types(row), page.row_values(row), strict=True))
    ]


def _text(kind: int, value: str | float, datemode: int) -> str:
    if kind == xlrd.XL_CELL_DATE and not isinstance(value, str):
        try:
            return as_text(xldate_as_datetime(value, 1 if datemode else 0))
        except (XLDateError, OverflowError):
            return as_text(value)
    return as_text(bool(value)) if kind == xlrd.XL_CELL_BOOLEAN else as_text(value)


def _failed(page: xlrd.sheet.Sheet) -> list[str]:
    """Positions of formulas that failed; an XLS always holds a result of each."""
    return [
        f"{column_letter(column)}{row + 1}"
        for row in range(page.nrows)
        for column, kind in enumerate(page.row_types(row))
        if kind == xlrd.XL_CELL_ERROR
    ][:SHOWN_POSITIONS]
