"""What one sheet gives to the table of a file, and what it is read for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date

from indicators.areas import Kabupaten
from indicators.catalogue import Catalogue, Dataset
from indicators.intake.headers import UNIT_ROLES, Names, roles_found
from indicators.intake.periods import Moment
from indicators.intake.questions import Asking
from indicators.intake.tables import Row
from indicators.vocabulary import Problem


@dataclass(frozen=True)
class Line:
    """A row of the table. origin: which data row of the sheet it comes from; covers: of a total, what it may sum."""

    row: Row
    origin: int = -1
    covers: tuple[frozenset[int], ...] = ()
    month: Moment | None = None


@dataclass
class Part:
    """What one sheet gives; filled step by step while the sheet is read.

    is_open: whether what it counts waits for an answer.
    """

    sheet: str
    header: list[str]
    lines: list[Line]
    totals: list[Line]
    header_row: int = 1
    is_open: bool = False
    written: dict[str, str | None] = field(default_factory=dict)
    facts: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def roles(self) -> dict[str, int]:
        """Role -> its first column."""
        found = roles_found(self.header, UNIT_ROLES)
        return {role: index for index, role in sorted(found.items(), reverse=True)}

    def add_column(self, name: str, value: Callable[[Row], str], *, stands_for: str | None) -> None:
        """A column that the file does not have; `stands_for` is the one it comes from, if any."""
        width = len(self.header)
        self.header.append(name)
        self.written[name] = stands_for

        def widened(line: Line) -> Line:
            cells = line.row.cells[:width]
            padded = (*cells, *("",) * (width - len(cells)), value(line.row), *line.row.cells[width:])
            return Line(Row(line.row.number, padded), line.origin, line.covers, line.month)

        self.lines = [widened(line) for line in self.lines]
        self.totals = [widened(line) for line in self.totals]

    def replace(self, column: int, change: Callable[[str], str]) -> None:
        """Other texts in a column."""

        def changed(lines: Iterable[Line]) -> list[Line]:
            result = []
            for line in lines:
                cells = list(line.row.cells)
                if column < len(cells):
                    cells[column] = change(cells[column])
                result.append(Line(Row(line.row.number, tuple(cells)), line.origin, line.covers, line.month))
            return result

        self.lines, self.totals = changed(self.lines), changed(self.totals)


@dataclass(frozen=True)
class Context:
    """What a file is read for."""

    dataset: Dataset
    kabupaten: Kabupaten
    catalogue: Catalogue
    names: Names
    today: date
    asking: Asking
