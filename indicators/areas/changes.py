"""What admins put in place of the shipped areas: a log of changes, and the files that they name.

Both lie in the warehouse's folder, below `areas/`. A file is named by the SHA-256 of its content and never changed;
the log is replaced as a whole, and that is the commit point. Writers hold the warehouse's lock.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Literal

from pydantic import TypeAdapter, ValidationError

from indicators.areas.kabupaten import AreaError, Row
from indicators.catalogue import DATA
from indicators.whole_file import write_whole
from indicators.wording import areas as say

FOLDER_SETTING = "KPI_WAREHOUSE"


class AreaChangesUnreadableError(AreaError):
    """The log, or a file that it names, is missing or damaged; the message says so to users."""


class What(StrEnum):
    """What a change replaces as a whole."""

    BOUNDARIES = "boundaries"
    FACILITIES = "facilities"
    DESA = "desa"


class Change(Row):
    """One entry of the log.

    of: the id of the publish that an undo or redo concerns; its own id for a publish. checksum: names the stored file.
    rows: areas or facilities in it. source, dated: of official boundaries. The last five are empty for undo and redo.
    """

    id: str
    event: Literal["publish", "undo", "redo"]
    of: str
    at: datetime
    by: str
    reason: str = ""
    kabupaten: str
    what: What
    file_name: str = ""
    checksum: str = ""
    rows: int = 0
    source: str = ""
    dated: date | None = None


_LOG = TypeAdapter(tuple[Change, ...])
_Signature = tuple[str, int, int, int]
# The log read last, with what told it apart from others: every rerun of every viewer asks.
_held: tuple[_Signature, tuple[Change, ...]] | None = None


def areas_folder() -> Path:
    """Where changes lie: below the setting KPI_WAREHOUSE, else below data/warehouse."""
    return Path(os.environ.get(FOLDER_SETTING) or DATA / "warehouse") / "areas"


def all_changes() -> tuple[Change, ...]:
    """The log, oldest first; the same tuple until it changes. Raises AreaChangesUnreadableError."""
    global _held
    path = areas_folder() / "changes.json"
    try:
        seen = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError as error:
        raise AreaChangesUnreadableError(say.UNREADABLE) from error
    signature = (str(path), seen.st_mtime_ns, seen.st_size, seen.st_ino)
    held = _held
    if held is not None and held[0] == signature:
        return held[1]
    try:
        changes = _LOG.validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise AreaChangesUnreadableError(say.UNREADABLE) from error
    _held = (signature, changes)
    return changes


def current_change(changes: tuple[Change, ...], kabupaten: str, what: What) -> Change | None:
    """The newest publish that is not undone; None where the shipped data hold."""
    concerned = [c for c in changes if c.kabupaten == kabupaten and c.what is what]
    return next((c for c in reversed(concerned) if c.event == "publish" and is_valid(changes, c.id)), None)


def is_valid(changes: tuple[Change, ...], identifier: str) -> bool | None:
    """Whether a publish counts; None for an id that is no publish's."""
    events = [c.event for c in changes if c.of == identifier]
    return events[-1] != "undo" if events else None


def holding_after(changes: tuple[Change, ...], publish: Change, event: Literal["undo", "redo"]) -> Change | None:
    """What would hold if a publish were taken back, or made valid again, now; None for the shipped data."""
    would_be = publish.model_copy(update={"id": "", "event": event})
    return current_change((*changes, would_be), publish.kabupaten, publish.what)


def read_stored(change: Change, suffix: str) -> bytes:
    """The file that a publish named. Raises AreaChangesUnreadableError where it is gone or not what it was."""
    try:
        content = (areas_folder() / change.kabupaten / f"{change.checksum}{suffix}").read_bytes()
    except OSError as error:
        raise AreaChangesUnreadableError(say.UNREADABLE) from error
    if checksum(content) != change.checksum:
        raise AreaChangesUnreadableError(say.UNREADABLE)
    return content


def record(change: Change, files: Mapping[str, bytes] | None = None) -> None:
    """Store the files of a change, by suffix (`.geojson`), then commit it. The caller holds the warehouse's lock.

    Raises OSError; the log is then as it was, and files without an entry are never read.
    """
    folder = areas_folder() / change.kabupaten
    for suffix, content in (files or {}).items():
        write_whole(folder / f"{change.checksum}{suffix}", content)
    write_whole(areas_folder() / "changes.json", _LOG.dump_json((*all_changes(), change), indent=1))


def copy_changes(target: Path, *, by: str) -> None:
    """Copy the log and the files that it names to an empty folder, with `by` for every name, without staff's own words.

    Raises OSError, AreaChangesUnreadableError. The caller holds the warehouse's lock.
    """
    changes = all_changes()
    for change in (change for change in changes if change.event == "publish"):
        for path in (areas_folder() / change.kabupaten).glob(f"{change.checksum}.*"):
            write_whole(target / change.kabupaten / path.name, path.read_bytes())
    if changes:
        unnamed = tuple(change.model_copy(update={"by": by, "reason": "", "file_name": ""}) for change in changes)
        write_whole(target / "changes.json", _LOG.dump_json(unnamed, indent=1))


def checksum(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
