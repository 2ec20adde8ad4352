"""Lines of an XLSX sheet, read by calamine, after a look at the archive that calamine does not take.

calamine inflates everything it is told to, so the archive is inflated piecewise with a limit first; then its sheets
are surveyed (see xlsx_sheet).
"""

from __future__ import annotations

import copy
import io
import zipfile
import zlib
from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from pathlib import PurePosixPath
from xml.etree import ElementTree

import python_calamine

from indicators.intake.xlsx_sheet import MalformedSheetError, survey
from indicators.wording import intake as say
from indicators.wording.intake import Sentence

MAX_INFLATED = 100 * 1024 * 1024
MAX_CELLS = 5_000_000

Cell = int | float | str | bool | time | date | datetime | timedelta

_CHUNK = 1024 * 1024


def read_xlsx(content: bytes) -> Iterable[list[str]] | Sentence:
    """The rows of sheet `Data`, or of the first sheet, as text. Row and column 1 of the sheet come first."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        if any(member.flag_bits & 1 for member in archive.infolist()):
            return say.OLD_EXCEL
        if _inflated_size(archive) > MAX_INFLATED:
            return say.INFLATES_TOO_MUCH
        sheet, path = _chosen_sheet(archive)
        if complaint := _complaint_about(archive, path):
            return complaint
        lines = python_calamine.load_workbook(io.BytesIO(content)).get_sheet_by_name(sheet)
        return [[as_text(cell) for cell in line] for line in lines.to_python(skip_empty_area=False)]
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        NotImplementedError,
        LookupError,
        ValueError,
        ElementTree.ParseError,
        MalformedSheetError,
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


def _complaint_about(archive: zipfile.ZipFile, chosen: str) -> Sentence | None:
    """Whether any sheet reaches too far, and which cells of the chosen one hold a formula without a result.

    Every sheet is looked at, because which one calamine takes for the chosen one is calamine's to say.
    """
    names = archive.namelist()
    if len(names) != len(set(names)):
        return say.NOT_EXCEL
    complaint = None
    for name in names:
        xml = archive.read(name)
        if b"sheetData" not in xml:
            continue
        found = survey(xml)
        if found.cells > MAX_CELLS:
            return say.SHEET_TOO_WIDE_APART
        if name == chosen and found.without_value:
            complaint = say.cells_without_value(found.without_value)
    return complaint
