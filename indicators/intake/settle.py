"""The numbers of a table in one notation, words for nothing as blanks, and totals compared with what they sum."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indicators.intake import notation
from indicators.intake.headers import PUBLISHED_NUMBERS, ROLE_NAMES, comparable, element_names, elements_of
from indicators.intake.part import Context, Line
from indicators.intake.questions import Question
from indicators.intake.tables import Asked, Row, Table
from indicators.intake.totals import compare_totals
from indicators.vocabulary import Problem
from indicators.wording import reading as say


@dataclass(frozen=True)
class Settled:
    """The table with its numbers settled, what is wrong with its totals, and what was found, as sentences."""

    table: Table
    problems: tuple[Problem, ...]
    facts: tuple[str, ...]


def settle(table: Table, lines: Sequence[Line], totals: Sequence[Line], context: Context) -> Settled:
    """Decide each column from all of its cells, those of totals too. What stays open is asked.

    A column that is only compared with and not stored is not asked about.
    """
    numbers = _number_columns(table, context)
    facts: list[str] = []
    cells = {column: [line.row.cell(column) for line in (*lines, *totals)] for column in numbers}
    # A number of the workbook itself is settled already, also where somebody typed the same text.
    distinct = {column: dict.fromkeys(cell for cell in found if type(cell) is str) for column, found in cells.items()}
    dash = _dash({c: cells[c] for c, stored in numbers.items() if stored}, distinct, context, facts)
    changes: dict[int, Mapping[str, str]] = {}
    for column, stored in numbers.items():
        change = _notation(table.header.cell(column), distinct[column], stored, context, facts, dash)
        if change:
            changes[column] = change
    blanks = [column for column, found in distinct.items() if not notation.BLANKS.isdisjoint(map(str.casefold, found))]
    if blanks:
        facts.append(say.blank_words(sum(cell.casefold() in notation.BLANKS for c in blanks for cell in cells[c])))
    if changes:
        lines = [_changed(line, changes) for line in lines]
        totals = [_changed(line, changes) for line in totals]
        table = Table(table.name, table.header, tuple(line.row for line in lines))
    matching, bare, wrong = compare_totals(totals, lines, {column: table.header.cell(column) for column in numbers})
    if matching:
        facts.append(say.totals_match(matching))
    if bare:
        facts.append(say.totals_not_compared(bare))
    return Settled(table, tuple(wrong), tuple(facts))


def _dash(
    cells: Mapping[int, Sequence[str]], distinct: Mapping[int, Mapping[str, None]], context: Context, facts: list[str]
) -> str:
    """What a dash means in this file: a key of DASH_MEANINGS, blank where there is none or it is not answered."""
    dashed = [column for column in cells if not notation.DASHES.isdisjoint(distinct[column])]
    count = sum(cell in notation.DASHES for column in dashed for cell in cells[column])
    if not count:
        return ""
    answer = context.asking.ask(Question("dash", say.ask_dash(count), say.DASHES, hint=say.DASH_HINT))
    if answer:
        facts.append(say.dashes(count, answer))
    return answer or ""


def _notation(
    header: str, distinct: Mapping[str, None], stored: bool, context: Context, facts: list[str], dash: str
) -> dict[str, str]:
    """What the distinct cells of a column are written as from here on, where that is otherwise."""
    found = notation.notation_of(distinct)
    if found.open and stored:
        text, options = say.ask_notation(header, found.open), say.notations(found.open)
        answer = context.asking.ask(Question(f"notation/{comparable(header)}", text, options, column=header))
        if answer:
            found = notation.notation_of(distinct, answer=answer)
    if found.style is not None:
        facts.append(say.notation(header, found.style))
    change = dict(notation.replacements(distinct, found, dash=dash))
    if found.open:
        change |= {cell: Asked(cell) for cell in distinct if notation.is_open(cell)}
    if not dash:
        change |= {cell: Asked(cell) for cell in distinct if cell in notation.DASHES}
    return change


def _changed(line: Line, changes: Mapping[int, Mapping[str, str]]) -> Line:
    cells = list(line.row.cells)
    for column, change in changes.items():
        if column < len(cells) and type(cells[column]) is str and cells[column] in change:
            cells[column] = change[cells[column]]
    return Line(Row(line.row.number, tuple(cells)), line.origin, line.covers, line.month)


def _number_columns(table: Table, context: Context) -> dict[int, bool]:
    """Columns that hold numbers -> whether they are stored, so that an open notation must be asked."""
    headers = enumerate(map(comparable, table.header.cells))
    if context.dataset.stores == "published":
        return {c: True for c, name in headers if name in PUBLISHED_NUMBERS}
    own = element_names(elements_of(context.dataset, context.catalogue))
    prefixes = tuple(catch.prefix for catch in context.dataset.catch_all)
    return {
        c: name in own or bool(prefixes and name.startswith(prefixes))
        for c, name in headers
        if name not in ROLE_NAMES and name in context.names
    }
