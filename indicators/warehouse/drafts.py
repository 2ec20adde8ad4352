"""Drafts: what was read from a file and not yet published, so that a lost connection loses no work.

A draft holds counts, scope, warnings and confirmed names; never the file. One a person, kabupaten and dataset.
"""

from __future__ import annotations

import base64
import hashlib
import io
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pandas as pd
from pydantic import TypeAdapter, ValidationError

from indicators.vocabulary import Mode, Period, Problem
from indicators.warehouse import tables
from indicators.warehouse.submission import Confirmed, Submission
from indicators.whole_file import write_whole
from indicators.wording import warehouse as say

FOLDER = "drafts"
KEPT_FOR = timedelta(days=14)

_FRAMES = ("observations", "published", "entries")


@dataclass(frozen=True)
class Draft:
    """submission: without its file and without a name. problems: those of its file, to be shown again."""

    submission: Submission
    problems: tuple[Problem, ...]
    saved_at: datetime


@dataclass(frozen=True)
class _Written:
    """A draft as it lies on disk; frames are Parquet in base64, so that every digit and type comes back."""

    dataset: str
    kabupaten: str
    mode: Mode
    file_name: str
    checksum: str
    scope: tuple[tuple[str, Period], ...]
    confirmed: tuple[Confirmed, ...]
    problems: tuple[Problem, ...]
    saved_at: datetime
    frames: dict[str, str]


_WRITTEN = TypeAdapter(_Written)
_CARRIED = [field.name for field in fields(_Written) if field.name in {f.name for f in fields(Submission)}]


def keep_draft(submission: Submission, problems: tuple[Problem, ...], *, owner: str) -> None:
    """Store a draft in place of the owner's one before. Raises WarehouseError where it cannot be written."""
    frames = {name: frame for name in _FRAMES if (frame := getattr(submission, name)) is not None}
    written = _Written(
        **{name: getattr(submission, name) for name in _CARRIED},
        problems=problems,
        saved_at=datetime.now(UTC),
        frames={name: base64.b64encode(frame.to_parquet()).decode() for name, frame in frames.items()},
    )
    try:
        write_whole(_path(owner, submission.kabupaten, submission.dataset), _WRITTEN.dump_json(written))
    except OSError as error:
        raise tables.WarehouseError(say.CANNOT_WRITE) from error


def draft_of(owner: str, *, kabupaten: str, dataset: str) -> Draft | None:
    """The owner's draft; None where there is none, it is older than `KEPT_FOR`, or it cannot be read."""
    path = _path(owner, kabupaten, dataset)
    try:
        written = _WRITTEN.validate_json(path.read_bytes())
    except (OSError, ValidationError):
        return None
    if datetime.now(UTC) - written.saved_at > KEPT_FOR:
        path.unlink(missing_ok=True)
        return None
    submission = Submission(**{name: getattr(written, name) for name in _CARRIED}, by="", reason="")
    frames = {name: pd.read_parquet(io.BytesIO(base64.b64decode(text))) for name, text in written.frames.items()}
    whole = replace(
        submission,
        observations=frames.get("observations"),
        published=frames.get("published"),
        entries=frames.get("entries"),
    )
    return Draft(whole, written.problems, written.saved_at)


def discard_draft(owner: str, *, kabupaten: str, dataset: str) -> None:
    """Forget a draft; nothing happens where there is none."""
    _path(owner, kabupaten, dataset).unlink(missing_ok=True)


def _path(owner: str, kabupaten: str, dataset: str) -> Path:
    """Named by a digest: a folder listing tells nobody's name."""
    key = hashlib.sha256("\n".join((owner, kabupaten, dataset)).encode()).hexdigest()
    return tables.folder() / FOLDER / f"{key[:32]}.json"
