"""Lines of an XLSX sheet, read by calamine, after a look at the archive that calamine does not take.

calamine inflates everything it is told to, lays a sheet out over its whole extent (two cells at opposite
corners of a sheet would need all of the memory) and reads a failed formula as a blank cell. The archive is
therefore inflated piecewise with a limit first, and the sheet's XML is searched for its extent and for
cells without a value.
"""

from __future__ import annotations

import copy
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice
from pathlib import PurePosixPath
from xml.etree import ElementTree

import python_calamine

from indicators.wording import intake as say
from indicators.wording.intake import Sentence

MAX_INFLATED = 100 * 1024 * 1024
MAX_CELLS = 5_000_000
SHOWN_POSITIONS = 5

Cell = int | float | str | bool | time | date | datetime | timedelta

_CHUNK = 1024 * 1024
# None of these looks further than the next `<`, so that a malformed sheet costs no more time than a good one.
_REFERENCE = re.compile(rb"""\br\s*=\s*["']([A-Z]{1,3})(\d{1,7})["']""")
_ROW_NUMBER = re.compile(rb"""<(?:\w+:)?row\b[^<>]*?\br\s*=\s*["'](\d{1,7})["']""")
_CELL_START = re.compile(rb"<(?:\w+:)?c\b[^<>]*>")
_TAG = re.compile(rb"<(/?)(?:\w+:)?(c|f|v|is)\b([^<>]*)>([^<]?)")
_FORMULA_OR_ERROR = re.compile(rb"""<(?:\w+:)?f\b|\bt\s*=\s*["']e["']""")
_ERROR = re.compile(rb"""\bt\s*=\s*["']e["']""")
_TEXT_RESULT = re.compile(rb"""\bt\s*=\s*["']str["']""")


def read_xlsx(content: bytes) -> Iterable[list[str]] | Sentence:
    """The rows of sheet `Data`, or of the first sheet, as text. Row and column 1 of the sheet come first."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        if any(member.flag_bits & 1 for member in archive.infolist()):
            return say.OLD_EXCEL
        if _inflated_size(archive) > MAX_INFLATED:
            return say.INFLATES_TOO_MUCH
        sheet, path = _chosen_sheet(archive)
        if complaint := _complaint_about(archive.read(path)):
            return complaint
        lines = python_calamine.load_workbook(io.BytesIO(content)).get_sheet_by_name(sheet)
        return [[as_text(cell) for cell in line] for line in lines.to_python(skip_empty_area=False)]
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        KeyError,
        ValueError,
        ElementTree.ParseError,
        python_calamine.CalamineError,
    ):
        return say.NOT_EXCEL


def as_text(cell: Cell) -> str:
    """A cell as staff would type it: `12` for 12.0, `12,5` for 12.5, an ISO date for a date.

    No digit is lost.
    """
    if isinstance(cell, str):
        return cell
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, int):
        return str(cell)
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell).replace(".", ",")
    return str(cell)


def _inflated_size(archive: zipfile.ZipFile) -> int:
    """Bytes after inflating, counted and not believed; stops just above the limit."""
    total = 0
    for member in archive.infolist():
        probe = copy.copy(member)
        # The size that an archive declares is its sender's word; with this one the whole stream is read.
        probe.file_size = MAX_INFLATED + _CHUNK
        with archive.open(probe) as stream:
            while chunk := stream.read(_CHUNK):
                total += len(chunk)
                if total > MAX_INFLATED:
                    return total
    return total


def _chosen_sheet(archive: zipfile.ZipFile) -> tuple[str, str]:
    """Name and archive path of sheet `Data`, else of the first. Raises KeyError where this is no workbook."""
    workbook = ElementTree.fromstring(archive.read("xl/workbook.xml"))
    relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {r.attrib["Id"]: r.attrib["Target"] for r in relations.findall("{*}Relationship")}
    sheets: dict[str, str] = {}
    for sheet in workbook.findall(".//{*}sheet"):
        relation = [value for key, value in sheet.attrib.items() if key.endswith("}id")]
        sheets[sheet.attrib["name"]] = targets["".join(relation)]
    if not sheets:
        raise KeyError("sheet")
    name = next((n for n in sheets if n.strip().casefold() == say.SHEET_DATA.casefold()), next(iter(sheets)))
    target = PurePosixPath(sheets[name])
    return name, str(target.relative_to("/") if target.is_absolute() else "xl" / target)


def _complaint_about(xml: bytes) -> Sentence | None:
    """Whether the filled cells reach too far apart, and which of them hold a formula without a result."""
    if _extent(_REFERENCE.findall(xml), xml) > MAX_CELLS:
        # Formatting alone often reaches to the last row; only filled cells count.
        filled = [reference for cell in _filled_cells(xml) for reference in _REFERENCE.findall(cell.attributes)]
        if _extent(filled, xml) > MAX_CELLS:
            return say.SHEET_TOO_WIDE_APART
    if _FORMULA_OR_ERROR.search(xml):
        without_value = islice((cell.position for cell in _filled_cells(xml) if cell.lacks_value), SHOWN_POSITIONS)
        if positions := list(without_value):
            return say.cells_without_value(positions)
    return None


def _extent(references: list[tuple[bytes, bytes]], xml: bytes) -> int:
    """Rows times columns of the area from A1 that holds these cells.

    Some writers leave positions out and count on; a row may then be as wide as there are such cells.
    """
    rows = [int(row) for row in {row for _, row in references}]
    columns = [_column_number(letters) for letters in {letters for letters, _ in references}]
    unnamed = sum(1 for cell in _CELL_START.finditer(xml) if not _REFERENCE.search(cell[0]))
    if unnamed:
        rows += [int(row) for row in set(_ROW_NUMBER.findall(xml))]
    return max(rows, default=1) * (max(columns, default=0) + unnamed)


@dataclass(frozen=True)
class _FilledCell:
    """A cell element that is not empty: its attributes, and whether a formula and a value stand in it."""

    attributes: bytes
    formula: bool
    value: bool

    @property
    def lacks_value(self) -> bool:
        """A formula that failed, or that no program has calculated; an empty text is a result."""
        if _ERROR.search(self.attributes):
            return True
        return self.formula and not self.value and not _TEXT_RESULT.search(self.attributes)

    @property
    def position(self) -> str:
        reference = _REFERENCE.search(self.attributes)
        return "".join(part.decode() for part in reference.groups()) if reference else "?"


def _filled_cells(xml: bytes) -> Iterator[_FilledCell]:
    attributes: bytes | None = None
    formula = value = False
    for closing, tag, found, following in _TAG.findall(xml):
        if tag == b"c":
            if attributes is not None:
                yield _FilledCell(attributes, formula, value)
            attributes = None if closing or found.endswith(b"/") else found
            formula = value = False
        elif not closing:
            formula = formula or tag == b"f"
            value = value or tag == b"is" or (tag == b"v" and bool(following))


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
