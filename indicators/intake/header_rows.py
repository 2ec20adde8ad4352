"""Where the header of a table stands, and what each column is called: found by the names that the catalogue knows.

Reports carry title rows above the header, write a group over its parts (`Lahir Hidup` over `L` and `P`), and number
the columns below (`1 2 3`). None of it is assumed: among the first rows, the one to three rows that give most known
names are the header.
"""

from __future__ import annotations

import re
from collections.abc import Container, Sequence
from dataclasses import dataclass, replace

from indicators.intake.headers import comparable
from indicators.intake.periods import Moment, moment_in
from indicators.intake.tables import Row

LOOKED_AT = 40
DEEPEST = 3
# One known word may stand in any sentence above a table; two in a row are a header.
ENOUGH = 2

TOTAL_WORDS = frozenset({"jumlah", "jml", "total", "l_p", "lp", "abs", "absolut"})
# A group of these says something else about its parts than how many there were.
_OTHER_QUANTITY = re.compile(
    r"(^|_)(target|sasaran|persen|persentase|cakupan|capaian|rasio|angka|kumulatif|kum|rata|lalu|sisa|selisih)(_|$)"
)
_VALUE = re.compile(r"[0-9]+|:.*")
_YEAR = re.compile(r"20[0-9]{2}")
_COLUMN_NUMBER = re.compile(r"[(\[]?([0-9]{1,3})[)\]]?( ?[=(].*)?")


@dataclass(frozen=True)
class Heading:
    """The header of a sheet.

    rows: the rows it is written in. written: one text a column, as the file has it. names: the same without groups
    and months that say nothing about what is counted. months: column -> month it is of, where the header names one.
    below: index of the first row after it and after a row of column numbers. known: how many names are known.
    """

    rows: tuple[Row, ...]
    written: tuple[str, ...]
    names: tuple[str, ...]
    months: dict[int, Moment]
    below: int
    known: int


def find_heading(rows: Sequence[Row], known: Container[str], roles: Container[str]) -> Heading | None:
    """The header among the first rows, the fewest rows that tell most; None where there is none.

    known: comparable names of all columns that may be. roles: those of them that say whose and when.
    """
    best: Heading | None = None
    for depth in range(1, DEEPEST + 1):
        for first in range(min(LOOKED_AT, len(rows) - depth + 1)):
            block = rows[first : first + depth]
            if block[-1].number - block[0].number != depth - 1 or _is_no_header(block, roles):
                continue
            heading = _heading(block, first + depth, known, roles)
            if heading.known >= ENOUGH and (best is None or _tells(heading) > _tells(best)):
                best = heading
    if best is None:
        return None
    below = best.below
    while below < len(rows) and is_column_numbers(rows[below]):
        below += 1
    return replace(best, below=below)


def _tells(heading: Heading) -> tuple[int, int]:
    """How many names, and how many different months with their year: a title names one."""
    dated = {month for month in heading.months.values() if month.year}
    return heading.known, len(dated) if len(dated) >= ENOUGH else 0


def _is_no_header(block: Sequence[Row], roles: Container[str]) -> bool:
    """Whether a row holds what no header does: `Bulan | : | Agustus | Tahun | 2026` is a title, numbers are data.

    A year is a header above a month.
    """
    *groups, last = block
    if any(_VALUE.fullmatch(cell) for cell in last.cells):
        return True
    return any(
        any(_VALUE.fullmatch(cell) and not _is_year_of_months(cell, below.cell(c)) for c, cell in enumerate(row.cells))
        and any(comparable(cell) in roles for cell in row.cells)
        for row, below in zip(groups, block[1:], strict=True)
    )


def _is_year_of_months(cell: str, below: str) -> bool:
    return bool(_YEAR.fullmatch(cell)) and not below.isdigit() and bool((month := moment_in(below)) and month.month)


def is_column_numbers(row: Row) -> bool:
    """Whether a row counts its own cells: 1, 2, 3, also in brackets, also with a formula in words (`5=3+4`)."""
    found = [_COLUMN_NUMBER.fullmatch(cell) for cell in row.cells if cell]
    numbers = [int(match[1]) for match in found if match]
    return len(numbers) == len(found) >= 3 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))


def _heading(block: Sequence[Row], below: int, known: Container[str], roles: Container[str]) -> Heading:
    names: list[str] = []
    months: dict[int, Moment] = {}
    hits: set[tuple[str, Moment | None]] = set()
    columns = parts_of(block)
    for column, parts in enumerate(columns):
        name, month, is_known = _named(parts, known, roles)
        names.append(name)
        if month:
            months[column] = month
        if is_known and parts:
            hits.add((comparable(name), month))
    written = tuple(" ".join(parts) for parts in columns)
    return Heading(tuple(block), written, tuple(names), months, below, len(hits))


def parts_of(block: Sequence[Row]) -> list[list[str]]:
    """For each column its texts from top to bottom; a group reaches over the blank cells to its right.

    It does so only above filled cells, and only where the group has a cell of its own below it: else it is one
    column's name written over two rows.
    """
    width = max(len(row.cells) for row in block)
    columns: list[list[str]] = [[] for _ in range(width)]
    *groups, last = block
    above = [False] * width
    for depth, row in enumerate(groups):
        lower = [any(below.cell(c) for below in block[depth + 1 :]) for c in range(width)]
        current = ""
        for column in range(width):
            own = row.cell(column)
            if own or above[column]:
                current = own if lower[column] else ""
                columns[column] += [own] if own else []
            elif current and lower[column]:
                columns[column].append(current)
            else:
                current = ""
            above[column] = above[column] or bool(own)
    for column in range(width):
        if cell := last.cell(column):
            columns[column].append(cell)
    return columns


def _named(parts: list[str], known: Container[str], roles: Container[str]) -> tuple[str, Moment | None, bool]:
    """A column's name, the month it is of, and whether the name is known; of a month alone the name is blank."""
    whole = " ".join(parts)
    if comparable(whole) in known:
        return whole, None, True
    for index, part in enumerate(parts):
        if (moment := moment_in(part)) and moment.month and not part.isdigit():
            others = [*parts[:index], *parts[index + 1 :]]
            years = [part for part in others if _YEAR.fullmatch(part)]
            if len(years) == 1 and not moment.year:
                moment = replace(moment, year=int(years[0]))
                others.remove(years[0])
            name, is_known = _without_month(others, known, roles)
            return name, moment, is_known or not name
    name, is_known = _without_month(parts, known, roles)
    if not is_known and (split := _month_within(whole, known)):
        return *split, True
    return name, None, is_known


def _without_month(parts: list[str], known: Container[str], roles: Container[str]) -> tuple[str, bool]:
    candidates = [parts]
    if len(parts) > 1 and comparable(parts[-1]) in TOTAL_WORDS:
        candidates.append(parts[:-1])
    if len(parts) == DEEPEST:
        candidates += [[parts[0], parts[2]], parts[1:]]
    if len(parts) > 1:
        last = comparable(parts[-1])
        if last in roles or not any("%" in p or _OTHER_QUANTITY.search(comparable(p)) for p in parts[:-1]):
            candidates.append(parts[-1:])
    for candidate in candidates:
        if comparable(" ".join(candidate)) in known:
            return " ".join(candidate), True
    return " ".join(parts), False


def _month_within(header: str, known: Container[str]) -> tuple[str, Moment] | None:
    """`JANUARI_LAHIR_HIDUP`, `lahir hidup jan`: the name without the month, and the month."""
    words = comparable(header).split("_")
    for month_word, rest in ((words[0], words[1:]), (words[-1], words[:-1])):
        month = moment_in(month_word)
        if month and month.month and not month_word.isdigit() and "_".join(rest) in known:
            return "_".join(rest), month
    return None
