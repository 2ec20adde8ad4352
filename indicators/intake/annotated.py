"""The file as it was sent, as a workbook with its problems listed, coloured and commented. Made in memory only."""

from __future__ import annotations

import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import xlsxwriter
from xlsxwriter.utility import quote_sheetname, xl_rowcol_to_cell

from indicators.intake.header_rows import DEEPEST, parts_of
from indicators.intake.read import read
from indicators.intake.receive import Received
from indicators.intake.tables import Percent, Row
from indicators.vocabulary import Problem, Severity
from indicators.wording import annotated as say
from indicators.wording.rules import LABELS, SEVERITY, Rule

# A workbook with more comments opens slowly; every problem is in the list and coloured all the same.
MAX_COMMENTS = 1_000
MAX_LISTED = 20_000
_HEADER_WITHIN = 40
_COLOURS = {Severity.BLOCKING: "#F6C1B8", Severity.WARNING: "#FBE3A6", Severity.NOTICE: "#D9E4EC"}
_LONGEST_NUMBER = 15
_MAX_SHEET_NAME = 31


def annotated(content: bytes, name: str, received: Received) -> bytes | None:
    """An XLSX: first the problems with links to their cells, then each sheet of the file with those cells marked.

    Cells are values as they were read; a formula's text stays text. None where the file cannot be read as a
    table or was refused for personal data: of such a file nothing is given back.
    """
    if any(problem.rule == Rule.PERSONAL_DATA for problem in received.problems):
        return None
    book = read(content, name)
    if isinstance(book, Problem):
        return None
    several = len(book.sheets) > 1
    sheets: dict[str, Sequence[Row]] = {sheet.name if several else "": sheet.rows for sheet in book.sheets}
    stream = io.BytesIO()
    # Everything stays text unless written as a number; in_memory: nothing of a file reaches the disk.
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(stream, options) as workbook:
        listing = workbook.add_worksheet(say.SHEET_PROBLEMS)
        titles = _titles(sheets)
        headers: dict[str, dict[str, tuple[int, int]]] = {}
        places = [_place(problem, sheets, headers) for problem in received.problems]
        for own, rows in sheets.items():
            marks = _marks(zip(received.problems, places, strict=True), own)
            _write_sheet(workbook, titles[own], rows, marks)
        _write_list(workbook, listing, received.problems, places, titles)
    return stream.getvalue()


# Sheet, row and column of a cell, from 0.
_Place = tuple[str, int, int]


def _titles(sheets: Iterable[str]) -> dict[str, str]:
    """A name for each sheet that Excel takes and that no other has."""
    titles: dict[str, str] = {}
    for number, own in enumerate(sheets, start=1):
        plain = "".join(" " if c in "[]:*?/\\" else c for c in own).strip("' ")[:_MAX_SHEET_NAME] or say.SHEET_SENT
        taken = {say.SHEET_PROBLEMS.casefold(), *(t.casefold() for t in titles.values())}
        titles[own] = f"{plain[: _MAX_SHEET_NAME - 4]} ({number})" if plain.casefold() in taken else plain
    return titles


def _place(
    problem: Problem, sheets: Mapping[str, Sequence[Row]], headers: dict[str, dict[str, tuple[int, int]]]
) -> _Place | None:
    """The cell that a problem speaks of: its row and column; a whole row's or column's first cell; None for neither."""
    own = problem.sheet if problem.sheet in sheets else next(iter(sheets))
    if problem.row is None and problem.column is None:
        return None
    if own not in headers:
        headers[own] = _headers(sheets[own])
    header, column = headers[own].get(problem.column or "", (sheets[own][0].number, 0))
    return own, (problem.row or header) - 1, column


def _headers(rows: Sequence[Row]) -> dict[str, tuple[int, int]]:
    """Row number and column index of every text that may be a header, also where it is written over several rows."""
    found: dict[str, tuple[int, int]] = {}
    for depth in range(1, DEEPEST + 1):
        for first in range(min(_HEADER_WITHIN, len(rows) - depth + 1)):
            block = rows[first : first + depth]
            for column, parts in enumerate(parts_of(block)):
                if parts:
                    found.setdefault(" ".join(parts), (block[-1].number, column))
    return found


def _marks(placed: Iterable[tuple[Problem, _Place | None]], own: str) -> dict[tuple[int, int], list[Problem]]:
    marks: dict[tuple[int, int], list[Problem]] = {}
    for problem, place in placed:
        if place is not None and place[0] == own:
            marks.setdefault(place[1:], []).append(problem)
    return marks


def _write_sheet(
    workbook: Any, title: str, rows: Sequence[Row], marks: Mapping[tuple[int, int], list[Problem]]
) -> None:
    sheet = workbook.add_worksheet(title)
    colours = {severity: workbook.add_format({"bg_color": colour}) for severity, colour in _COLOURS.items()}
    order = list(Severity)
    left = dict(marks)
    for row in rows:
        for index, text in enumerate(row.cells):
            found = left.pop((row.number - 1, index), None) if marks else None
            gravest = None if found is None else colours[min((p.severity for p in found), key=order.index)]
            _write_cell(sheet, row.number - 1, index, text, gravest)
            _comment(sheet, row.number - 1, index, found)
    for (at, index), found in left.items():  # cells beyond the row's end
        sheet.write_blank(at, index, None, colours[min((p.severity for p in found), key=order.index)])
        _comment(sheet, at, index, found)
    sheet.set_column(0, max((len(row.cells) for row in rows), default=1) - 1, 14)


def _write_cell(sheet: Any, row: int, index: int, text: str, form: Any) -> None:
    """A whole number as a number, anything else as text, so that it looks as it was sent."""
    is_number = text.isascii() and text.isdigit() and len(text) <= _LONGEST_NUMBER and (text == "0" or text[0] != "0")
    if isinstance(text, Percent):
        sheet.write_string(row, index, f"{text} %", form)
    elif is_number:
        sheet.write_number(row, index, int(text), form)
    elif text or form is not None:
        sheet.write_string(row, index, text, form)


def _comment(sheet: Any, row: int, index: int, found: list[Problem] | None) -> None:
    if found and len(sheet.comments) < MAX_COMMENTS:
        text = "\n".join(f"{p.message} {p.fix}".strip() for p in found)
        sheet.write_comment(row, index, text, {"x_scale": 2, "y_scale": 1 + len(found) / 2, "author": say.AUTHOR})


def _write_list(
    workbook: Any,
    sheet: Any,
    problems: Sequence[Problem],
    places: Sequence[_Place | None],
    titles: Mapping[str, str],
) -> None:
    bold, wrap = workbook.add_format({"bold": True}), workbook.add_format({"text_wrap": True, "valign": "top"})
    link = workbook.add_format({"font_color": "#1F5FA8", "underline": 1, "valign": "top"})
    colours = {s: workbook.add_format({"bg_color": c, "valign": "top"}) for s, c in _COLOURS.items()}
    for index, (name, width) in enumerate(say.COLUMNS):
        sheet.write_string(0, index, name, bold)
        sheet.set_column(index, index, width)
    for at, (problem, place) in enumerate(zip(problems[:MAX_LISTED], places[:MAX_LISTED], strict=True), start=1):
        sheet.write_string(at, 0, SEVERITY[problem.severity], colours[problem.severity])
        if place is not None:
            cell = xl_rowcol_to_cell(*place[1:])
            target = f"internal:{quote_sheetname(titles[place[0]])}!{cell}"
            sheet.write_url(at, 1, target, link, cell)
        sheet.write_string(at, 2, problem.sheet, wrap)
        if problem.row is not None:
            sheet.write_number(at, 3, problem.row, wrap)
        texts = (problem.column or "", problem.unit, _label(problem), problem.message, problem.fix)
        for index, text in enumerate(texts, start=4):
            sheet.write_string(at, index, text, wrap)
    last = min(len(problems), MAX_LISTED)
    sheet.autofilter(0, 0, last, len(say.COLUMNS) - 1)
    sheet.freeze_panes(1, 0)
    if len(problems) > MAX_LISTED:
        sheet.write_string(last + 1, 0, say.list_cut(MAX_LISTED, len(problems)))
    elif sum(place is not None for place in places) > MAX_COMMENTS:
        sheet.write_string(last + 1, 0, say.comments_cut(MAX_COMMENTS))


def _label(problem: Problem) -> str:
    return LABELS[Rule(problem.rule)] if problem.rule in list(Rule) else ""
