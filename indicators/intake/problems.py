"""A sentence and a severity make a problem; and the order in which problems are read."""

from __future__ import annotations

from collections.abc import Iterable

from indicators.intake.tables import RowNumber
from indicators.vocabulary import Problem, Severity
from indicators.wording.intake import Sentence

_ORDER = list(Severity)


def blocking(sentence: Sentence, *, row: int | None = None, column: str | None = None) -> Problem:
    """Nothing of the file can be published."""
    return _problem(Severity.BLOCKING, sentence, row, column)


def warning(sentence: Sentence, *, row: int | None = None, column: str | None = None) -> Problem:
    """Published only with a person's reason."""
    return _problem(Severity.WARNING, sentence, row, column)


def notice(sentence: Sentence, *, row: int | None = None, column: str | None = None) -> Problem:
    """Told, and nothing is asked."""
    return _problem(Severity.NOTICE, sentence, row, column)


def _problem(severity: Severity, sentence: Sentence, row: int | None, column: str | None) -> Problem:
    """Row and column as the file has them, also of a table that was laid out anew."""
    sheet = ""
    if isinstance(row, RowNumber):
        sheet, column, row = row.sheet, row.columns.get(column or "", column), int(row)
    return Problem(severity, sentence.message, sentence.fix, row=row, column=column, sheet=sheet, rule=sentence.rule)


def in_reading_order(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Those of the whole file first, then sheet by sheet and row by row; within a row the blocking ones first."""
    problems = list(problems)
    sheets = list(dict.fromkeys(p.sheet for p in problems))
    return tuple(
        sorted(problems, key=lambda p: (p.row is not None, sheets.index(p.sheet), p.row or 0, _ORDER.index(p.severity)))
    )
