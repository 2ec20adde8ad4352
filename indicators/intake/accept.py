"""Warnings are passed by a person, with a reason that the history keeps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from indicators.intake.personal_text import personal_data_in
from indicators.intake.receive import Received
from indicators.vocabulary import Problem, Severity
from indicators.warehouse import Accepted, Submission

# One reason under this key is given for every warning without one of its own.
FOR_ALL = ""


def warnings_of(received: Received) -> dict[str, tuple[Problem, ...]]:
    """The warnings that need a reason, by rule, in reading order; notices need none."""
    found: dict[str, tuple[Problem, ...]] = {}
    for problem in received.problems:
        if problem.severity is Severity.WARNING:
            found[problem.rule] = (*found.get(problem.rule, ()), problem)
    return found


def accept(received: Received, reasons: Mapping[str, str]) -> Submission:
    """The submission of a file, with what was passed and why; what has no reason stays in `unanswered`.

    reasons: by rule; under `FOR_ALL` one for the rest. A blank reason is none, nor is one with personal data.
    Raises ValueError for a file without a submission.
    """
    if received.submission is None:
        raise ValueError("nothing to accept: the file has no submission")
    accepted: list[Accepted] = []
    unanswered: list[str] = []
    for rule, problems in warnings_of(received).items():
        reason = " ".join((reasons.get(rule, "").strip() or reasons.get(FOR_ALL, "")).split())
        if not reason or personal_data_in(reason):
            unanswered.append(rule)
            continue
        rows: dict[str, tuple[int, ...]] = {}
        for problem in problems:
            own = () if problem.row is None else (problem.row,)
            rows[problem.message] = (*rows.get(problem.message, ()), *own)
        accepted += [Accepted(rule, message, reason, numbers) for message, numbers in rows.items()]
    return replace(received.submission, accepted=tuple(accepted), unanswered=tuple(unanswered))
