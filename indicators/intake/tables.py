"""What a file holds once it is read.

A header and rows of text cells, numbered as the spreadsheet shows them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

# Templates write text that looks like a formula behind an apostrophe; it comes back without it.
_NEUTRALISED = re.compile(r"^'(?=[=+@-])")


@dataclass(frozen=True)
class Row:
    """number: as the spreadsheet shows it, 1-based. cells: trimmed text, blank where there is nothing."""

    number: int
    cells: tuple[str, ...]

    def cell(self, index: int) -> str:
        """Blank beyond the row's end: spreadsheets leave out the blank cells at the end of a line."""
        return self.cells[index] if index < len(self.cells) else ""


@dataclass(frozen=True)
class Table:
    """header: the first row that holds anything. rows: those below it that hold anything."""

    name: str
    header: Row
    rows: tuple[Row, ...]

    @property
    def width(self) -> int:
        """How many columns the header names; blank cells at its end are none."""
        return max((i + 1 for i, cell in enumerate(self.header.cells) if cell), default=0)


def filled_rows(lines: Iterable[Iterable[str]]) -> list[Row]:
    """Rows that hold anything, with their numbers.

    Every run of white space, also non-breaking, becomes one space.
    """
    rows = (
        Row(number, tuple(_NEUTRALISED.sub("", " ".join(cell.split())) for cell in line))
        for number, line in enumerate(lines, start=1)
    )
    return [row for row in rows if any(row.cells)]


def column_letter(index: int) -> str:
    """`A` for 0, `Z` for 25, `AA` for 26: as the spreadsheet shows it."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
