"""The sheets of an ODS, after the look that calamine does not take: how far its repeated cells would spread.

An ODS writes a cell or a row once and says how often it is repeated, so a few bytes may stand for billions of cells.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field, replace
from xml.parsers import expat

from indicators.intake import archive as packed
from indicators.intake.cell_notes import notes_of_ods
from indicators.intake.tables import Area, Book, column_letter
from indicators.intake.workbook import DAMAGED, sheets_of
from indicators.intake.xlsx_sheet import LAST_COLUMN, LAST_ROW, SHOWN_POSITIONS, MalformedSheetError
from indicators.wording import intake as say
from indicators.wording import reading as say_reading
from indicators.wording.intake import Sentence


def read_ods(content: bytes, name: str) -> Book | Sentence:
    """Every sheet. Row and column 1 of a sheet come first."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        if complaint := packed.complaint_about(archive):
            return complaint
        if b"encryption-data" in archive.read("META-INF/manifest.xml"):
            return say.OLD_EXCEL
        xml = archive.read("content.xml")
        found = _survey(xml)
        if found.cells > packed.MAX_CELLS:
            return say.SHEET_TOO_WIDE_APART
        if found.without_value:
            return say.cells_without_value(found.without_value)
        return replace(sheets_of(content, name, found.percents), notes=notes_of_ods(xml))
    except DAMAGED:
        return say_reading.NOT_A_SPREADSHEET


@dataclass
class _Survey:
    """cells: of all sheets together, laid out. without_value: the first formulas without a result.

    percents: by sheet, the cells that are shown in percent.
    """

    cells: int = 0
    without_value: list[str] = field(default_factory=list)
    percents: dict[str, list[Area]] = field(default_factory=dict)


def _survey(xml: bytes) -> _Survey:
    """Look at every cell. Raises MalformedSheetError."""
    surveyor = _Surveyor()
    parser = expat.ParserCreate()
    parser.StartElementHandler = surveyor.start
    parser.EndElementHandler = surveyor.end
    # No spreadsheet program writes a document type; entities only serve to inflate.
    parser.StartDoctypeDeclHandler = _refuse
    try:
        parser.Parse(xml, True)
    except expat.ExpatError as error:
        raise MalformedSheetError from error
    return surveyor.found


class _Surveyor:
    """Follows the parser through sheets, rows and cells; blank cells at an end count for nothing."""

    def __init__(self) -> None:
        self.found = _Survey()
        self._rows = self._filled_rows = 0
        self._columns = self._filled_columns = self._widest = 0
        self._repeated_row = 1
        self._percents: list[Area] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        local = name.rpartition(":")[2]
        if local == "table":
            self._rows = self._filled_rows = self._widest = 0
            name = next((value for key, value in attributes.items() if key.rpartition(":")[2] == "name"), "")
            self._percents = self.found.percents.setdefault(name, [])
        elif local == "table-row":
            self._columns = self._filled_columns = 0
            self._repeated_row = _times(attributes, "number-rows-repeated", LAST_ROW)
        elif local in ("table-cell", "covered-table-cell"):
            self._cell({key.rpartition(":")[2]: value for key, value in attributes.items()}, attributes)
        elif local == "p" and self._columns:
            self._filled_columns = self._columns

    def end(self, name: str) -> None:
        local = name.rpartition(":")[2]
        if local == "table-row":
            self._rows += self._repeated_row
            if self._filled_columns:
                self._filled_rows = self._rows
                self._widest = max(self._widest, self._filled_columns)
            if self._rows > LAST_ROW:
                raise MalformedSheetError
        elif local == "table":
            self.found.cells += self._filled_rows * self._widest

    def _cell(self, told: dict[str, str], attributes: dict[str, str]) -> None:
        first = self._columns
        self._columns += _times(attributes, "number-columns-repeated", LAST_COLUMN)
        if self._columns > LAST_COLUMN:
            raise MalformedSheetError
        if "value-type" in told:
            self._filled_columns = self._columns
        if told.get("value-type") == "percentage":
            self._percents.append((self._rows, self._rows + self._repeated_row - 1, first, self._columns - 1))
        # `calcext:value-type` says `error` where `office:value-type` says `string`.
        failed = any(key.endswith("value-type") and value == "error" for key, value in attributes.items())
        uncalculated = "formula" in told and "value-type" not in told
        if (failed or uncalculated) and len(self.found.without_value) < SHOWN_POSITIONS:
            self.found.without_value.append(f"{column_letter(first)}{self._rows + 1}")


def _times(attributes: dict[str, str], name: str, most: int) -> int:
    written = next((value for key, value in attributes.items() if key.rpartition(":")[2] == name), "1")
    if not (written.isascii() and written.isdigit() and len(written) < 8 and 0 < int(written) <= most):
        raise MalformedSheetError
    return int(written)


def _refuse(*_: object) -> None:
    raise MalformedSheetError
