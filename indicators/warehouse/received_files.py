"""Files as they were received, one a checksum in the folder `files` of the warehouse. Never a register of persons."""

from __future__ import annotations

import hashlib
import re

from indicators.warehouse import tables
from indicators.whole_file import write_whole
from indicators.wording import warehouse as say

FOLDER = "files"

_CHECKSUM = re.compile(r"[0-9a-f]{64}")


def keep(content: bytes, *, checksum: str) -> None:
    """Store a file under its SHA-256, once however often it is sent; whole or not at all.

    Raises ValueError where the checksum is not the content's own, WarehouseError where it cannot be written.
    """
    if hashlib.sha256(content).hexdigest() != checksum:
        raise ValueError("the checksum is not that of the file")
    if kept_file(checksum) is not None:
        return
    try:
        write_whole(tables.folder() / FOLDER / checksum, content)
    except OSError as error:
        raise tables.WarehouseError(say.CANNOT_WRITE) from error


def kept_file(checksum: str) -> bytes | None:
    """The file with this SHA-256, as it was received; None where none is kept or what lies there is damaged."""
    if not _CHECKSUM.fullmatch(checksum):
        return None
    try:
        content = (tables.folder() / FOLDER / checksum).read_bytes()
    except OSError:
        return None
    return content if hashlib.sha256(content).hexdigest() == checksum else None
