"""Bytes and a file name become sheets of text cells, or the reason why not.

Never an exception: files come from everywhere.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePath

from indicators.intake.csv_file import read_csv
from indicators.intake.ods_file import read_ods
from indicators.intake.problems import blocking
from indicators.intake.tables import Book
from indicators.intake.xls_file import read_xls
from indicators.intake.xlsx_file import read_xlsx
from indicators.vocabulary import Problem
from indicators.wording import intake as say
from indicators.wording import reading as say_reading
from indicators.wording.intake import Sentence

MAX_MEGABYTES = 25
MAX_ROWS = 50_000

# A reader gives the sheets, or the sentence that says why it cannot.
Reader = Callable[[bytes, str], Book | Sentence]

READERS: dict[str, Reader] = {
    ".csv": read_csv,
    ".tsv": read_csv,
    ".txt": read_csv,
    ".xlsx": read_xlsx,
    ".xls": read_xls,
    ".ods": read_ods,
}

_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"RIFF", b"%PDF")
_ZIP = b"PK\x03\x04"
_OLD_EXCEL = b"\xd0\xcf\x11\xe0"
_MACRO_FORMATS = frozenset({".xlsm", ".xltm", ".xlam", ".xlsb"})


def read(content: bytes, name: str) -> Book | Problem:
    """The sheets of a file; a blocking problem where there are none.

    `name` decides the format, `content` must agree.
    """
    suffix = PurePath(name).suffix.casefold()
    if complaint := _complaint_at_sight(content, suffix):
        return blocking(complaint)
    book = READERS[suffix](content, name)
    if isinstance(book, Sentence):
        return blocking(book)
    if not any(sheet.rows for sheet in book.sheets):
        return blocking(say.EMPTY_FILE)
    if sum(len(sheet.rows) - 1 for sheet in book.sheets) > MAX_ROWS:
        return blocking(say.too_many_rows(MAX_ROWS))
    return book


def _complaint_at_sight(content: bytes, suffix: str) -> Sentence | None:
    """What the first bytes, the size and the name already tell."""
    if not content.strip():
        return say.EMPTY_FILE
    if len(content) > MAX_MEGABYTES * 1024 * 1024:
        return say.too_large(MAX_MEGABYTES)
    if content.startswith(_PICTURES) and not _is_plain_text(content):
        return say.PICTURE
    if suffix in _MACRO_FORMATS:
        return say_reading.MACROS
    if suffix not in READERS:
        return say.unsupported_format(suffix)
    if content.startswith(_OLD_EXCEL) and suffix != ".xls":
        # Excel packs a workbook with a password like this, whatever its name.
        return say.OLD_EXCEL
    if content.startswith(_ZIP) and suffix not in (".xlsx", ".ods"):
        return say.EXCEL_NAMED_CSV
    return None


def _is_plain_text(content: bytes) -> bool:
    """A CSV may begin with the letters BM; a picture soon holds bytes that no text holds."""
    return not content.startswith(b"%PDF") and not any(byte < 9 or 13 < byte < 32 for byte in content[:512])
