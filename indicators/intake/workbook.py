"""The sheets of a workbook that was looked at and found harmless, read by calamine; cells become text."""

from __future__ import annotations

import io
from datetime import date, datetime, time, timedelta

import python_calamine

from indicators.intake.tables import Book, Settled, Sheet, filled_rows

Cell = int | float | str | bool | time | date | datetime | timedelta


def sheets_of(content: bytes, name: str) -> Book:
    """Every sheet that is not a chart. Raises CalamineError, and what damaged files make of it."""
    book = python_calamine.load_workbook(io.BytesIO(content))
    pages = [page for page in book.sheets_metadata if page.typ is python_calamine.SheetTypeEnum.WorkSheet]
    shown = python_calamine.SheetVisibleEnum.Visible
    sheets = [_sheet(book.get_sheet_by_name(page.name)) for page in pages]
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


def shown_by_excel(value: float) -> str:
    """The 15 significant digits that Excel keeps in view, without an exponent where it is short."""
    text = format(value, ".15g")
    return format(value, ".20f").rstrip("0") if "e-" in text and abs(value) > 1e-9 else text


def _sheet(page: python_calamine.CalamineSheet) -> Sheet:
    lines = page.to_python(skip_empty_area=False)
    merged = page.merged_cell_ranges or ()
    return Sheet(
        page.name,
        filled_rows([as_text(cell) for cell in line] for line in lines),
        tuple((first[0], last[0], first[1], last[1]) for first, last in merged),
    )
