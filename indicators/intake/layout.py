"""A file's sheets become one table of plain rows: what everything after reading works on.

Header and rows are found (header_rows, body), months and periods filled in (sheet_table), the sheets that fit are
joined, numbers are settled and totals compared (settle). What was found is said; what stays open is asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indicators.intake.header_rows import Heading, find_heading
from indicators.intake.headerless import heading_of_template
from indicators.intake.headers import ROLE_NAMES, comparable, resemblance
from indicators.intake.part import Context, Line, Part
from indicators.intake.problems import blocking, notice
from indicators.intake.read import MAX_ROWS
from indicators.intake.settle import settle
from indicators.intake.sheet_table import part_of
from indicators.intake.tables import Book, Row, RowNumber, Sheet, Table
from indicators.intake.template import columns_of
from indicators.vocabulary import Problem
from indicators.wording import intake as say_intake
from indicators.wording import reading as say


@dataclass(frozen=True)
class LaidOut:
    """table: None where there are no data rows. facts: what was found, as sentences."""

    table: Table | None
    problems: tuple[Problem, ...]
    facts: tuple[str, ...]


def headings_of(book: Book, context: Context) -> list[Heading | None]:
    """The header of each sheet, None where none is found."""
    return [
        find_heading(sheet.rows, context.names, ROLE_NAMES) or heading_of_template(sheet.rows, context)
        for sheet in book.sheets
    ]


def lay_out(book: Book, headings: Sequence[Heading | None], context: Context) -> LaidOut:
    """One table from all the sheets that fit the dataset."""
    chosen, problems = _chosen(book, headings, context)
    if context.dataset.stores == "observations" and all(h is None and _begins_with_data(s) for s, h in chosen):
        needed = columns_of(context.dataset, context.catalogue)
        return LaidOut(None, (*problems, blocking(say.without_header(needed), row=chosen[0][0].rows[0].number)), ())
    several = len(book.sheets) > 1
    parts = []
    for sheet, heading in chosen:
        if heading is None:
            # Nothing is known of it; its first row is taken for the header, so that recognising can say so.
            first = sheet.rows[0]
            heading = Heading((first,), first.cells, first.cells, {}, 1, 0)
        parts.append(part_of(sheet, heading, context, several=several))
    facts = [say.in_sheet(part.sheet, fact) for part in parts for fact in part.facts]
    if several:
        facts.insert(0, say.sheets_read([part.sheet for part in parts]))
    problems += [problem for part in parts for problem in part.problems]
    table, lines, totals = _joined(book.name, parts)
    if any(part.is_open for part in parts):
        return LaidOut(None, tuple(problems), tuple(facts))
    if not table.rows:
        return LaidOut(None, (*problems, blocking(say_intake.NO_ROWS)), tuple(facts))
    if len(table.rows) > MAX_ROWS:
        return LaidOut(None, (*problems, blocking(say_intake.too_many_rows(MAX_ROWS))), tuple(facts))
    found = settle(table, lines, totals, context)
    return LaidOut(found.table, (*problems, *found.problems), (*facts, *found.facts))


def _chosen(
    book: Book, headings: Sequence[Heading | None], context: Context
) -> tuple[list[tuple[Sheet, Heading | None]], list[Problem]]:
    """The sheets to read, and a notice that names the others.

    Sheet `Data` alone where there is one, as in the template; else all shown sheets that fit the dataset; where none
    does, the first one with a header.
    """
    pairs = list(zip(book.sheets, headings, strict=True))
    shown = [(s, h) for s, h in pairs if s.name not in book.hidden] or pairs
    data = [(s, h) for s, h in shown if s.name.strip().casefold() == say_intake.SHEET_DATA.casefold()]
    fitting = data or [(s, h) for s, h in shown if h is not None and _fits(h, context)]
    chosen = fitting or [pair for pair in shown if pair[1] is not None][:1] or shown[:1]
    read = {sheet.name for sheet, _ in chosen} | {say_intake.SHEET_GUIDE}
    others = [sheet.name for sheet, _ in pairs if sheet.name not in read]
    return chosen, [notice(say.sheets_not_read(others))] if others else []


def _begins_with_data(sheet: Sheet) -> bool:
    """Whether the first row holds a number, which no header does."""
    return any(cell.isdigit() for cell in sheet.rows[0].cells)


def _fits(heading: Heading, context: Context) -> bool:
    scores = {id_: resemblance(heading.names, d, context.catalogue) for id_, d in context.catalogue.datasets.items()}
    alone = any(not name for c, name in enumerate(heading.names) if c in heading.months)
    return (scores[context.dataset.id] > 0 and scores[context.dataset.id] == max(scores.values())) or alone


def _joined(name: str, parts: Sequence[Part]) -> tuple[Table, list[Line], list[Line]]:
    """One table of all parts, its data lines and its totals; columns are the same where their names are."""
    header = list(parts[0].header)
    at = {comparable(text): index for index, text in reversed(list(enumerate(header))) if text}
    lines: list[Line] = []
    totals: list[Line] = []
    for position, part in enumerate(parts):
        columns = None
        if position:
            columns = []
            for text in part.header:
                if not text or comparable(text) not in at:
                    header.append(text)
                    at.setdefault(comparable(text), len(header) - 1)
                    columns.append(len(header) - 1)
                else:
                    columns.append(at[comparable(text)])
        # Origins are told apart by sheet, so that a total covers rows of its own sheet only.
        offset = len(lines)
        numbered = _Numbered(part)
        lines += [_moved(line, columns, len(part.header), offset, numbered) for line in part.lines]
        totals += [_moved(line, columns, len(part.header), offset, numbered) for line in part.totals]
    first = Row(parts[0].header_row, tuple(header))
    return Table(name=name, header=first, rows=tuple(line.row for line in lines)), lines, totals


class _Numbered:
    """Row numbers that know their sheet and how the file calls its columns; plain where there is nothing to know."""

    def __init__(self, part: Part) -> None:
        self._part = part
        self._columns: dict[int, Mapping[str, str | None]] = {}

    def __call__(self, number: int) -> int:
        if not isinstance(number, RowNumber):
            if not self._part.sheet and not self._part.written:
                return number
            return RowNumber(number, sheet=self._part.sheet, columns=self._part.written)
        own = self._columns.setdefault(id(number.columns), {**self._part.written, **number.columns})
        return RowNumber(number, sheet=self._part.sheet, columns=own)


def _moved(line: Line, columns: Sequence[int] | None, width: int, offset: int, numbered: _Numbered) -> Line:
    number = numbered(line.row.number)
    if columns is None and not offset and number is line.row.number:
        return line
    cells = line.row.cells
    if columns is not None:
        moved = [""] * (max(columns, default=-1) + 1)
        for column, cell in zip(columns, cells, strict=False):
            moved[column] = cell
        cells = (*moved, *cells[width:])
    covers = tuple(frozenset(origin + offset for origin in cover) for cover in line.covers)
    origin = line.origin + offset if line.origin >= 0 else -1
    return Line(Row(number, cells), origin, covers, line.month)
