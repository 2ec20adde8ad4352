"""What a file holds once it is read: sheets of rows of text cells, and the table that is found in them."""

from __future__ import annotations

import html
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

# Templates write text that looks like a formula behind an apostrophe; it comes back without it.
_NEUTRALISED = re.compile(r"^'(?=[=+@-])")
_AS_WRITTEN: Mapping[str, str | None] = MappingProxyType({})


class Settled(str):
    """A number whose notation is not in question: digits, and at most one decimal comma.

    A workbook's own numbers are such, and text once its column's notation is decided.
    """

    __slots__ = ()


class Percent(Settled):
    """A settled number that the file writes with a percent sign."""

    __slots__ = ()


_SETTLED = frozenset({Settled, Percent})


class Asked(str):
    """A cell that waits for a person's answer; it is neither right nor wrong until then."""

    __slots__ = ()


class RowNumber(int):
    """A row's number as the spreadsheet shows it, which knows its sheet.

    sheet: empty where the file has one only. columns: header in the table -> header in the file, where the
    table was laid out anew; None where the file has no such column.
    """

    sheet: str
    columns: Mapping[str, str | None]

    def __new__(cls, number: int, *, sheet: str = "", columns: Mapping[str, str | None] = _AS_WRITTEN) -> RowNumber:
        self = super().__new__(cls, number)
        self.sheet = sheet
        self.columns = columns
        return self


@dataclass(frozen=True)
class Row:
    """number: as the spreadsheet shows it, 1-based. cells: trimmed text, blank where there is nothing."""

    number: int
    cells: tuple[str, ...]

    def cell(self, index: int) -> str:
        """Blank beyond the row's end: spreadsheets leave out the blank cells at the end of a line."""
        return self.cells[index] if index < len(self.cells) else ""


# First and last row, first and last column of some cells, all from 0 and inclusive.
Area = tuple[int, int, int, int]


@dataclass(frozen=True)
class Sheet:
    """name: empty for a text file. rows: those that hold anything. merged: areas that show one cell."""

    name: str
    rows: tuple[Row, ...]
    merged: tuple[Area, ...] = ()


@dataclass(frozen=True)
class Book:
    """A file's sheets in their order; those that hold nothing are left out.

    hidden: names of hidden ones. notes: comments on cells, of any sheet.
    """

    name: str
    sheets: tuple[Sheet, ...]
    hidden: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """header: one name a column, also where the file writes it over several rows. rows: the data rows."""

    name: str
    header: Row
    rows: tuple[Row, ...]

    @cached_property
    def width(self) -> int:
        """How many columns the header names; blank cells at its end are none."""
        return max((i + 1 for i, cell in enumerate(self.header.cells) if cell), default=0)

    def column(self, index: int) -> list[str]:
        """The cells of one column, one a row."""
        return [row.cells[index] if index < len(row.cells) else "" for row in self.rows]


def filled_rows(lines: Iterable[Iterable[str]]) -> tuple[Row, ...]:
    """Rows that hold anything, with their numbers.

    Every run of white space, also non-breaking, becomes one space; stacked HTML entities become what they
    stand for.
    """
    tidied = _Tidied()
    rows = (Row(number, tidied.line(list(line))) for number, line in enumerate(lines, start=1))
    return tuple(row for row in rows if any(row.cells))


class _Tidied(dict[str, str]):
    """Cell as read -> cell as used. Files repeat themselves, so each text is looked at once."""

    def line(self, cells: list[str]) -> tuple[str, ...]:
        if not _SETTLED.isdisjoint(map(type, cells)):
            # Not looked up: the same text typed by hand is another thing.
            return tuple(cell if type(cell) in _SETTLED else self[cell] for cell in cells)
        return tuple(map(self.__getitem__, cells))

    def __missing__(self, cell: str) -> str:
        text = _NEUTRALISED.sub("", " ".join(unescaped(cell).split()))
        self[cell] = text
        return text


def unescaped(text: str) -> str:
    """HTML entities as the signs they stand for, also where a portal escaped them several times over."""
    while "&" in text and (plain := html.unescape(text)) != text:
        text = plain
    return text


def column_letter(index: int) -> str:
    """`A` for 0, `Z` for 25, `AA` for 26: as the spreadsheet shows it."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
