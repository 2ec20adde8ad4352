"""The folder that is copied to a flash disk: project, wheels, a copy of the warehouse, and what starts them."""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from indicators import warehouse
from indicators.offline.project import copy_project
from indicators.offline.wheels import Platform, fetch
from indicators.wording import offline as say

_HERE = Path(__file__).parent
_PYTHON = f"{sys.version_info[0]}.{sys.version_info[1]}"


class NotEmptyError(Exception):
    """Something lies already where the folder was to be; it was left alone."""


@dataclass(frozen=True)
class Made:
    """The data version that was copied, and the size of the whole folder in bytes."""

    version: int
    size: int


def make(out: Path, platforms: Sequence[Platform], *, made_on: date, tell: Callable[[str], None]) -> Made:
    """Make the folder, whole or not at all; tell: told the name of each platform before its wheels are fetched.

    Raises NotEmptyError, WheelsMissingError, WarehouseError, OSError.
    """
    out = out.resolve()
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise NotEmptyError
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=out.parent, prefix=f".{out.name}-", ignore_cleanup_errors=True) as scratch:
        beside = Path(scratch) / out.name
        copy_project(beside)
        version = warehouse.copy_offline(beside / "data" / "warehouse", made_on=made_on)
        for platform in platforms:
            tell(platform.name)
            fetch(beside / "requirements.txt", beside / "wheels", platform)
        read_me = say.read_me(
            version=version, made_on=made_on, platforms=[platform.name for platform in platforms], python=_PYTHON
        )
        # With the line ends and the mark by which Windows' own programs know what they read.
        _write(beside / "BACA-SAYA.txt", read_me, line_end="\r\n", encoding="utf-8-sig")
        _write(beside / "mulai.sh", (_HERE / "mulai.sh").read_text(encoding="utf-8"), line_end="\n")
        _write(beside / "mulai.bat", (_HERE / "mulai.bat").read_text(encoding="utf-8"), line_end="\r\n")
        (beside / "mulai.sh").chmod(0o755)
        size = sum(path.stat().st_size for path in beside.rglob("*") if path.is_file())
        if out.exists():
            out.rmdir()
        shutil.move(beside, out)
    return Made(version, size)


def _write(path: Path, text: str, *, line_end: str, encoding: str = "utf-8") -> None:
    path.write_text(text.replace("@PYTHON@", _PYTHON), encoding=encoding, newline=line_end)
