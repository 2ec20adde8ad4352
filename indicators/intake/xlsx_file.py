"""The sheets of an XLSX, after a look at the archive that calamine does not take.

calamine inflates everything it is told to, so the archive is inflated piecewise with a limit first; then its sheets
are surveyed (see xlsx_sheet).
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import PurePosixPath
from xml.etree import ElementTree

from indicators.intake import archive as packed
from indicators.intake.cell_notes import notes_of_xlsx
from indicators.intake.tables import Book
from indicators.intake.workbook import DAMAGED, sheets_of, shows_percent
from indicators.intake.xlsx_sheet import Survey, survey
from indicators.wording import intake as say
from indicators.wording.intake import Sentence

# `0%` and `0.00%`, which every workbook has without saying so.
_PERCENT_FORMATS = frozenset({"9", "10"})


def read_xlsx(content: bytes, name: str) -> Book | Sentence:
    """Every sheet. Row and column 1 of a sheet come first."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
        if complaint := packed.complaint_about(archive):
            return complaint
        surveys = _surveys(archive)
        if isinstance(surveys, Sentence):
            return surveys
        percents = {sheet: found.percents for sheet, found in surveys.items()}
        return replace(sheets_of(content, name, percents), notes=notes_of_xlsx(archive))
    except DAMAGED:
        return say.NOT_EXCEL


def _sheet_names(archive: zipfile.ZipFile) -> dict[str, str]:
    """Archive path -> name of each sheet. Raises KeyError where this is no workbook."""
    workbook = ElementTree.fromstring(archive.read("xl/workbook.xml"))
    relations = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {r.attrib["Id"]: r.attrib["Target"] for r in relations.findall("{*}Relationship")}
    sheets: dict[str, str] = {}
    for sheet in workbook.findall(".//{*}sheet"):
        relation = [value for key, value in sheet.attrib.items() if key.endswith("}id")]
        target = PurePosixPath(targets["".join(relation)])
        path = target.relative_to("/") if target.is_absolute() else "xl" / target
        sheets[str(path)] = sheet.attrib["name"]
    if not sheets:
        raise KeyError("sheet")
    return sheets


def _percent_styles(archive: zipfile.ZipFile) -> frozenset[str]:
    """The numbers of the cell styles that show a number in percent. Raises ElementTree.ParseError."""
    if "xl/styles.xml" not in archive.namelist():
        return frozenset()
    styles = ElementTree.fromstring(archive.read("xl/styles.xml"))
    own = {
        form.get("numFmtId")
        for form in styles.iterfind("{*}numFmts/{*}numFmt")
        if shows_percent(form.get("formatCode", ""))
    }
    cells = enumerate(styles.iterfind("{*}cellXfs/{*}xf"))
    return frozenset(str(number) for number, form in cells if form.get("numFmtId") in _PERCENT_FORMATS | own)


def _surveys(archive: zipfile.ZipFile) -> dict[str, Survey] | Sentence:
    """What was found in each sheet; a complaint where one reaches too far or holds formulas without a result."""
    sheets, percent_styles = _sheet_names(archive), _percent_styles(archive)
    surveys: dict[str, Survey] = {}
    without_value: list[str] = []
    cells = 0
    for path in archive.namelist():
        xml = archive.read(path)
        if b"sheetData" not in xml:
            continue
        found = survey(xml, percent_styles)
        surveys[sheets.get(path, "")] = found
        cells += found.cells
        if cells > packed.MAX_CELLS:
            return say.SHEET_TOO_WIDE_APART
        place = f" ({sheets[path]})" if len(sheets) > 1 and path in sheets else ""
        without_value += [f"{position}{place}" for position in found.without_value]
    return say.cells_without_value(without_value) if without_value else surveys
