"""`check`: read and check one file; nothing is stored."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from indicators import intake, warehouse
from indicators.commands import files, identity, output
from indicators.commands.refusal import Refused
from indicators.vocabulary import Severity
from indicators.wording import commands as say


class Warned(Refused):
    """Nothing blocks, but a person has to give reasons; the output has said it all."""

    exit_code = 3


def run(asked: Namespace) -> None:
    """Raises Refused, Misused, Warned."""
    here, dataset = files.place(asked)
    person = identity.acting(asked.acting_as) if asked.acting_as else None
    if person is not None:
        identity.require(person, dataset.right, here.code)
    warehouse.ensure_filled()
    found = files.received(asked, warehouse.current(), person)
    if asked.format == "json":
        output.write_json(files.as_json(found))
    else:
        files.write(found)
    if person is None:
        output.remark(say.NOT_COMPARED_STORED)
    if asked.annotated:
        _annotate(Path(asked.file), found, Path(asked.annotated))
    if found.submission is None:
        raise Refused(say.PUBLISH_BLOCKED)
    if any(problem.severity is Severity.WARNING for problem in found.problems):
        raise Warned(say.CHECK_WARNED)


def _annotate(file: Path, found: intake.Received, target: Path) -> None:
    copy = intake.annotated(file.read_bytes(), file.name, found) if found.understood is not None else None
    if copy is None:
        output.remark(say.ANNOTATED_NONE)
        return
    target.write_bytes(copy)
    output.remark(say.ANNOTATED_DONE.format(path=target))
