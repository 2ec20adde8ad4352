"""A file on the command line takes the way of every upload: read, matched and checked against what is stored."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import Any

from indicators import access, intake
from indicators.areas import Kabupaten, clock
from indicators.catalogue import Dataset
from indicators.commands import given, output
from indicators.commands.refusal import Misused
from indicators.judgement.values import state_of
from indicators.warehouse import Snapshot
from indicators.wording import commands as say
from indicators.wording import numbers
from indicators.wording.rules import SEVERITY


def place(asked: Namespace) -> tuple[Kabupaten, Dataset]:
    """The kabupaten and the dataset that were named. Raises Misused."""
    here = given.kabupaten(asked.kabupaten)
    datasets = {dataset.id: dataset for dataset in intake.receivable(here)}
    if asked.dataset not in datasets:
        raise Misused(say.DATASET_UNKNOWN.format(dataset=asked.dataset, known=", ".join(datasets)))
    return here, datasets[asked.dataset]


def received(asked: Namespace, snapshot: Snapshot, person: access.Account | None) -> intake.Received:
    """The file after reading. Without a person nothing of what is stored is compared with. Raises Misused, OSError."""
    here, dataset = place(asked)
    day = clock.today(here)
    return intake.receive(
        Path(asked.file).read_bytes(),
        Path(asked.file).name,
        dataset,
        here,
        day,
        mode=state_of(snapshot, kabupaten=here.code).mode,
        by=person.display_name if person else "",
        known=intake.known_values(snapshot, dataset, here, day) if person else None,
        answers=intake.known_answers(snapshot, here, dataset) | _answers(asked.answer),
    )


def write(found: intake.Received) -> None:
    """What was understood, every problem and every open question, as tables."""
    if found.understood is not None and found.understood.periods:
        first, last = (numbers.period(found.understood.periods[place]) for place in (0, -1))
        output.write(
            say.CHECK_UNDERSTOOD.format(
                file=found.understood.file_name,
                rows=numbers.number(found.understood.rows),
                units=numbers.number(len(found.understood.units)),
                periods=first if first == last else f"{first} sampai {last}",
            )
        )
    if found.problems:
        rows = [
            (
                SEVERITY[p.severity],
                p.rule,
                p.sheet or None,
                None if p.row is None else str(p.row),
                p.column,
                p.message,
                p.fix,
            )
            for p in found.problems
        ]
        output.write(*output.as_table(say.PROBLEM_COLUMNS, rows))
    elif not found.questions:
        output.write(say.CHECK_CLEAN)
    if found.questions:
        options = [(q.text, q.id, value, label) for q in found.questions for value, label in q.options]
        output.write("", *output.as_table(say.QUESTION_COLUMNS, options))


def as_json(found: intake.Received) -> dict[str, Any]:
    """The same for programs; severities and rules by their ids."""
    return {
        "clear": found.submission is not None,
        "problems": [
            {
                "severity": str(p.severity), "rule": p.rule, "sheet": p.sheet, "row": p.row, "column": p.column,
                "message": p.message, "fix": p.fix,
            }
            for p in found.problems
        ],
        "questions": [
            {"id": q.id, "text": q.text, "options": dict(q.options), "rows": q.rows} for q in found.questions
        ],
    }  # fmt: skip


def _answers(given: list[str]) -> dict[str, str]:
    """Raises Misused."""
    answers = {}
    for one in given:
        question, equals, answer = one.rpartition("=")
        if not equals:
            raise Misused(say.ANSWER_BAD.format(given=one))
        answers[question] = answer
    return answers
