"""Lines of a CSV: `;`, `,` or tab; UTF-8 with or without BOM, UTF-16 with BOM, Windows-1252."""

from __future__ import annotations

import codecs
import csv
import io
import re
from collections.abc import Iterable

from indicators.wording import intake as say
from indicators.wording.intake import Sentence

DELIMITERS = ";,\t"
_BYTE_ORDER_MARKS = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_NOT_IN_TEXT = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


def read_csv(content: bytes) -> Iterable[list[str]] | Sentence:
    """The records of a CSV. One record is one spreadsheet row, also where a cell holds a line break."""
    text = decode(content)
    if text is None:
        return say.NOT_TEXT
    # strict: an unpaired quote would otherwise swallow every row to the end of the file, silently.
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text), strict=True)
    records: list[list[str]] = []
    try:
        records.extend(reader)
    except csv.Error:
        return say.broken_quotes(len(records) + 1)
    return records


def decode(content: bytes) -> str | None:
    """The text, or None where it is none.

    A byte order mark decides; else UTF-8, else Windows-1252, both strictly.
    """
    marked = [encoding for mark, encoding in _BYTE_ORDER_MARKS.items() if content.startswith(mark)]
    for encoding in marked or ["utf-8", "cp1252"]:
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        return None if _NOT_IN_TEXT.search(text) else text
    return None


def delimiter_of(text: str) -> str:
    """The delimiter that splits the first filled line into most cells."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    return max(DELIMITERS, key=lambda d: len(next(csv.reader([first], delimiter=d), [])))
