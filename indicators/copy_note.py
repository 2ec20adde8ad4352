"""Whether a warehouse is a copy for a computer without internet: a note beside its tables says so."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from indicators.whole_file import write_whole

_FILE = "salinan.json"


@dataclass(frozen=True)
class CopyNote:
    """The data version that was copied, and the day on which it was."""

    version: int
    made_on: date


def write_note(folder: Path, note: CopyNote) -> None:
    """Make the warehouse in a folder a copy: nobody signs in to it and nothing is stored in it. Raises OSError."""
    content = {"data_version": note.version, "made_on": note.made_on.isoformat()}
    write_whole(folder / _FILE, json.dumps(content).encode())


@cache
def note_in(folder: Path) -> CopyNote | None:
    """The note of a warehouse that is a copy; looked for once, since a warehouse does not become one."""
    try:
        content = json.loads((folder / _FILE).read_bytes())
    except (FileNotFoundError, NotADirectoryError):
        return None
    return CopyNote(int(content["data_version"]), date.fromisoformat(content["made_on"]))
