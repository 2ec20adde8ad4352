"""The sheet of a CSV: `;`, `,` or tab; UTF-8 and UTF-16 with or without BOM, Windows-1252; with or without `sep=`."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections import Counter

from indicators.intake.tables import Book, Sheet, filled_rows
from indicators.wording import intake as say
from indicators.wording.intake import Sentence

DELIMITERS = ";,\t"
LOOKED_AT = 50

_BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_NOT_IN_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
# The line by which Excel is told the delimiter; it is no row of the table, but it is a row of the file.
_SEPARATOR_LINE = re.compile(r'^"?sep=(.)"?[;,\t]*\r?\n', re.IGNORECASE)
# A half of the bytes of Latin text in UTF-16 is zero, and these are all on one side.
_MOSTLY = 0.8


def read_csv(content: bytes, name: str) -> Book | Sentence:
    """The records of a CSV. One record is one spreadsheet row, also where a cell holds a line break."""
    text = decode(content)
    if text is None:
        return say.NOT_TEXT
    told = _SEPARATOR_LINE.match(text)
    delimiter = told[1] if told and told[1] in DELIMITERS else delimiter_of(text)
    # strict: an unpaired quote would otherwise swallow every row to the end of the file, silently.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    records: list[list[str]] = []
    try:
        records.extend(reader)
    except csv.Error:
        return say.broken_quotes(len(records) + 1)
    if told:
        records[0] = []
    return Book(name, (Sheet("", filled_rows(records)),))


def decode(content: bytes) -> str | None:
    """The text, or None where it is none.

    A byte order mark decides; else zero bytes on one side betray UTF-16; else UTF-8, else Windows-1252, all
    strictly.
    """
    marked = [encoding for mark, encoding in _BYTE_ORDER_MARKS.items() if content.startswith(mark)]
    for encoding in marked or [*_unmarked_utf16(content), "utf-8", "cp1252"]:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if _NOT_IN_TEXT.search(text) else text
    return None


def _unmarked_utf16(content: bytes) -> list[str]:
    start = content[:4096]
    if len(content) % 2 or b"\x00" not in start:
        return []
    first, second = start[::2], start[1::2]
    if second.count(0) >= _MOSTLY * len(second) and 0 not in first:
        return ["utf-16-le"]
    if first.count(0) >= _MOSTLY * len(first) and 0 not in second:
        return ["utf-16-be"]
    return []


def delimiter_of(text: str) -> str:
    """The delimiter that splits most of the first filled lines into the same number of cells; more cells win.

    Title rows above a table hold none, or a comma of a sentence; the table's own rows agree with each other.
    """
    lines = [line for line in text[:100_000].splitlines()[: 2 * LOOKED_AT] if line.strip()][:LOOKED_AT]
    return max(DELIMITERS, key=lambda d: _agreement(lines, d))


def _agreement(lines: list[str], delimiter: str) -> tuple[int, int]:
    """How many lines have the commonest width, and that width."""
    widths = Counter(len(cells) for cells in csv.reader(lines, delimiter=delimiter) if len(cells) > 1)
    # A comma in a decimal splits cells too, but never those of the header.
    width, agreeing = max(widths.items(), key=lambda found: (found[1], found[0]), default=(0, 0))
    return agreeing, width
