"""A sentence and a severity make a problem; and the order in which problems are read."""

from __future__ import annotations

from collections.abc import Iterable

from indicators.vocabulary import Problem, Severity
from indicators.wording.intake import Sentence


def blocking(sentence: Sentence, *, row: int | None = None, column: str | None = None) -> Problem:
    return Problem(Severity.BLOCKING, sentence.message, sentence.fix, row=row, column=column)


def warning(sentence: Sentence, *, row: int | None = None, column: str | None = None) -> Problem:
    return Problem(Severity.WARNING, sentence.message, sentence.fix, row=row, column=column)


def in_reading_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those of the whole file first, then row by row; within a row the blocking ones first."""
    return tuple(sorted(problems, key=lambda p: (p.row or 0, p.severity is not Severity.BLOCKING)))
