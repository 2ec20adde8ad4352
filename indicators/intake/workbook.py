"""The sheets of a workbook that was looked at and found harmless, read by calamine; cells become text."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from xml.etree import ElementTree

import python_calamine

from indicators.intake.tables import Area, Book, Percent, Settled, Sheet, filled_rows
from indicators.intake.xlsx_sheet import MalformedSheetError

# What reading a damaged archive raises, whichever part of it is damaged.
DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    LookupError,
    ValueError,
    ElementTree.ParseError,
    MalformedSheetError,
    python_calamine.CalamineError,
)

# Text within a number format: "…", \% and the like stand there as they are.
_QUOTED = re.compile(r'"[^"]*"|\\.')

Cell = int | float | str | bool | time | date | datetime | timedelta


def sheets_of(content: bytes, name: str, percents: Mapping[str, Iterable[Area]]) -> Book:
    """Every sheet that is not a chart. percents: by sheet, the cells that are shown in percent.

    Raises CalamineError, and what damaged files make of it.
    """
    book = python_calamine.load_workbook(io.BytesIO(content))
    pages = [page for page in book.sheets_metadata if page.typ is python_calamine.SheetTypeEnum.WorkSheet]
    shown = python_calamine.SheetVisibleEnum.Visible
    sheets = [_sheet(book.get_sheet_by_name(page.name), percents.get(page.name, ())) for page in pages]
    return Book(
        name,
        tuple(sheet for sheet in sheets if sheet.rows),
        frozenset(page.name for page in pages if page.visible is not shown),
    )


def as_text(cell: Cell) -> str:
    """A cell as Excel shows it to staff: `12` for 12.0, `12,5` for 12.5, `0,3` for 0.1 + 0.2, an ISO date for a date.

    Excel shows 15 digits of a number with decimals; of a whole number none is lost.
    """
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, int):
        return str(cell)
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else Settled(shown_by_excel(cell).replace(".", ","))
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ") if cell.time() != time() else cell.date().isoformat()
    return str(cell)


def shows_percent(number_format: str) -> bool:
    """Whether a number format shows 0.12 as `12 %`."""
    return "%" in _QUOTED.sub("", number_format)


def shown_by_excel(value: float) -> str:
    """The 15 significant digits that Excel keeps in view, without an exponent where it is short."""
    text = format(value, ".15g")
    return format(value, ".20f").rstrip("0") if "e-" in text and abs(value) > 1e-9 else text


def as_percent(cell: Cell) -> str:
    """`12,5` for a cell that holds 0.125 and shows `12,5 %`."""
    if isinstance(cell, bool) or not isinstance(cell, int | float):
        return as_text(cell)
    return Percent(as_text(float(shown_by_excel(cell * 100))))


def _sheet(page: python_calamine.CalamineSheet, percents: Iterable[Area]) -> Sheet:
    held = page.to_python(skip_empty_area=False)
    lines = [[as_text(cell) for cell in line] for line in held]
    for top, bottom, left, right in percents:
        for cells, line in zip(held[top : bottom + 1], lines[top : bottom + 1], strict=True):
            line[left : right + 1] = map(as_percent, cells[left : right + 1])
    merged = page.merged_cell_ranges or ()
    return Sheet(
        page.name,
        filled_rows(lines),
        tuple((first[0], last[0], first[1], last[1]) for first, last in merged),
    )
