"""The folder that holds accounts and secrets: beside the warehouse, readable by the server's user only."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from filelock import FileLock

from indicators.catalogue import DATA
from indicators.copy_note import CopyNote, note_in
from indicators.whole_file import write_whole

FOLDER_SETTING = "KPI_WAREHOUSE"


def access_folder() -> Path:
    """The setting KPI_WAREHOUSE, else data/warehouse; created when missing."""
    folder = Path(os.environ.get(FOLDER_SETTING) or DATA / "warehouse")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def offline_copy() -> CopyNote | None:
    """What this is a copy of, where it is one for a computer without internet: nobody has an account in a copy."""
    return note_in(access_folder())


def write_lock() -> FileLock:
    """Held while accounts or secrets change, so that two processes never undo each other's change."""
    return FileLock(access_folder() / ".access.lock")


def write_private(path: Path, text: str) -> None:
    """Replace `path` by `text` at once, readable by the server's user only. Raises OSError; the old text stands."""
    write_whole(path, text.encode("utf-8"))


def secret_in(file_name: str, *, length: int = 32) -> str:
    """The random secret kept in this file of the access folder; made on first use."""
    path = access_folder() / file_name
    if not path.is_file():
        with write_lock():
            if not path.is_file():
                write_private(path, secrets.token_urlsafe(length))
    return path.read_text(encoding="utf-8").strip()
