"""`rebuild-sample`: build the sample data again and say what changed."""

from __future__ import annotations

import tempfile
from argparse import Namespace
from dataclasses import dataclass
from pathlib import Path

from indicators import sample
from indicators.commands import output
from indicators.commands.refusal import Refused
from indicators.wording import commands as say


@dataclass(frozen=True)
class Rebuilt:
    """How many files the sample has, and how many of them changed, are new, or are no longer built and were removed."""

    files: int
    changed: int
    added: int
    removed: int


def run(asked: Namespace) -> None:
    """Raises Refused."""
    try:
        found = rebuild(sample.SAMPLE_FOLDER)
    except sample.PlanError as error:
        raise Refused(str(error)) from error
    if found.changed or found.added or found.removed:
        output.write(
            say.REBUILT.format(changed=found.changed, added=found.added, removed=found.removed),
            say.REBUILT_NEXT.format(restore=f"{say.PROGRAM} restore"),
        )
    else:
        output.write(say.REBUILT_SAME.format(files=found.files))


def rebuild(folder: Path) -> Rebuilt:
    """Build aside first, then replace what differs: a plan that fails leaves the folder as it was. Raises PlanError."""
    with tempfile.TemporaryDirectory() as scratch:
        aside = Path(scratch)
        sample.build(aside)
        built = {path.relative_to(aside): path.read_bytes() for path in sorted(aside.rglob("*.csv"))}
    before = {path.relative_to(folder): path.read_bytes() for path in sorted(folder.rglob("*.csv"))}
    for name, content in built.items():
        if before.get(name) != content:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_bytes(content)
    for name in before.keys() - built.keys():
        (folder / name).unlink()
    return Rebuilt(
        files=len(built),
        changed=sum(name in before and before[name] != content for name, content in built.items()),
        added=len(built.keys() - before.keys()),
        removed=len(before.keys() - built.keys()),
    )
