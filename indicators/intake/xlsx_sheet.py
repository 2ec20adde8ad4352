"""What the XML of one sheet says about itself: how far its cells reach, and which are not what calamine makes of them.

calamine lays a sheet out over the whole extent of its cells and trusts their positions; one cell at an absurd
position makes it ask for more memory than there is, which ends the process. It also reads a failed or an
uncalculated formula as a blank cell, and a cell that shows `12 %` as 0.12. A sheet is therefore surveyed here,
strictly, before calamine sees it.
"""

from __future__ import annotations

import re
from collections.abc import Container
from dataclasses import dataclass, field
from xml.parsers import expat

from indicators.intake.tables import Area

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384
SHOWN_POSITIONS = 5

_POSITION = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_CHILDREN_THAT_FILL = frozenset({"v", "is", "f"})


class MalformedSheetError(Exception):
    """The XML is not well formed, or positions are out of bounds or out of order."""


@dataclass
class Survey:
    """rows, columns: the area from A1 that holds every filled cell. without_value: the first formulas without a result.

    percents: cells that are shown in percent.
    """

    rows: int = 0
    columns: int = 0
    without_value: list[str] = field(default_factory=list)
    percents: list[Area] = field(default_factory=list)

    @property
    def cells(self) -> int:
        return self.rows * self.columns


def survey(xml: bytes, percent_styles: Container[str] = ()) -> Survey:
    """Look at every cell of a sheet. percent_styles: numbers of those that show percent. Raises MalformedSheetError."""
    surveyor = _Surveyor(percent_styles)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = surveyor.start
    parser.EndElementHandler = surveyor.end
    parser.CharacterDataHandler = surveyor.text
    # No spreadsheet program writes a document type; entities only serve to inflate.
    parser.StartDoctypeDeclHandler = _refuse
    parser.XmlDeclHandler = _only_utf8
    if b"\x00" in xml:
        raise MalformedSheetError
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        raise MalformedSheetError from error
    return surveyor.found


class _Surveyor:
    """Follows the parser through rows and cells."""

    def __init__(self, percent_styles: Container[str]) -> None:
        self.found = Survey()
        self._percent_styles = percent_styles
        self._row = 0
        self._column = 0
        self._columns: dict[str, int] = {}
        self._attributes: dict[str, str] = {}
        self._children: set[str] = set()
        self._open = ""
        self._has_value = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if local == "c":
            self._attributes, self._children, self._has_value = attributes, set(), False
            self._move_to_cell(attributes.get("r"))
        elif local == "row":
            self._move_to_row(attributes.get("r"))
        elif local in _CHILDREN_THAT_FILL:
            self._children.add(local)
        self._open = local

    def text(self, _: str) -> None:
        if self._open == "v":
            self._has_value = True

    def end(self, name: str) -> None:
        self._open = ""
        if name.rpartition(":")[2] != "c" or not self._children:
            return
        self.found.rows = max(self.found.rows, self._row)
        self.found.columns = max(self.found.columns, self._column)
        if self._has_value and self._attributes.get("s", "") in self._percent_styles:
            self.found.percents.append((self._row - 1, self._row - 1, self._column - 1, self._column - 1))
        if self._lacks_value() and len(self.found.without_value) < SHOWN_POSITIONS:
            self.found.without_value.append(self._attributes.get("r", "?"))

    def _lacks_value(self) -> bool:
        """A formula that failed, or that no program has calculated; an empty text is a result."""
        kind = self._attributes.get("t")
        uncalculated = "f" in self._children and not self._has_value and kind != "str"
        return kind == "e" or uncalculated

    def _move_to_row(self, written: str | None) -> None:
        if written is not None and not (written.isascii() and written.isdigit() and len(written) < 8):
            raise MalformedSheetError
        row = int(written) if written is not None else self._row + 1
        if not self._row < row <= LAST_ROW:
            raise MalformedSheetError
        self._row, self._column = row, 0

    def _move_to_cell(self, written: str | None) -> None:
        if written is None:
            self._column += 1
        else:
            position = _POSITION.fullmatch(written)
            if position is None or int(position[2]) != self._row:
                raise MalformedSheetError
            letters = position[1]
            if letters not in self._columns:
                self._columns[letters] = _column_number(letters)
            self._column = self._columns[letters]
        if self._column > LAST_COLUMN:
            raise MalformedSheetError


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def _refuse(*_: object) -> None:
    raise MalformedSheetError


def _only_utf8(_: str, encoding: str | None, __: int) -> None:
    if (encoding or "utf-8").casefold() != "utf-8":
        raise MalformedSheetError
