"""What a spreadsheet packed as a ZIP must not be: larger inside than it may be, locked, ambiguous, or with macros."""

from __future__ import annotations

import copy
import re
import zipfile

from indicators.wording import intake as say
from indicators.wording import reading as say_reading
from indicators.wording.intake import Sentence

MAX_INFLATED = 100 * 1024 * 1024
MAX_CELLS = 5_000_000

_CHUNK = 1024 * 1024
# Where Excel and LibreOffice keep programs.
_MACROS = re.compile(r"(.*/)?vbaProject[^/]*\.bin|xl/macrosheets/.*|(Basic|Scripts)/.+", re.IGNORECASE)


def complaint_about(archive: zipfile.ZipFile) -> Sentence | None:
    """Why an archive is not opened any further. Raises what zipfile raises for a damaged one."""
    names = archive.namelist()
    if any(member.flag_bits & 1 for member in archive.infolist()):
        return say.OLD_EXCEL
    if len(names) != len(set(names)):
        return say.NOT_EXCEL
    if any(_MACROS.fullmatch(name) for name in names):
        return say_reading.MACROS
    if _inflated_size(archive) > MAX_INFLATED:
        return say.INFLATES_TOO_MUCH
    return None


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
