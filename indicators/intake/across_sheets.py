"""Sheets that speak for the same unit and period: joined where their counts go together, else asked about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from indicators.intake.questions import Asking, Question
from indicators.intake.wide import Counted
from indicators.wording import reading as say


def joined(rows: Sequence[Counted], asking: Asking) -> tuple[list[Counted], int]:
    """One row a unit (or desa) and period, whichever sheets it stands in, and how many rows were joined.

    Rows that count different things, or the same alike, are one row, with the number of its first. Where two sheets
    say different things, a person says which one holds; until then the first does, and nothing can be published.
    A unit that one sheet names twice is left as it is, to be reported as a duplicate.
    """
    groups: dict[object, list[Counted]] = {}
    for row in rows:
        known = row.facility is not None and row.period is not None
        key = (row.facility.id, row.period, row.desa) if row.facility is not None and known else len(groups)
        groups.setdefault(key, []).append(row)
    found: list[Counted] = []
    rows_joined = 0
    for same in groups.values():
        sheets = [_sheet(row) for row in same]
        if len(same) == 1 or len(set(sheets)) < len(same):
            found += same
        elif _go_together(same):
            counts = {element: count for row in same for element, count in row.counts.items()}
            companions = {element: count for row in same for element, count in row.companions.items()}
            unclear = frozenset().union(*(row.unclear for row in same))
            found.append(replace(same[0], counts=counts, companions=companions, unclear=unclear))
            rows_joined += len(same)
        else:
            question = Question(f"sheets/{'/'.join(sheets)}", say.ask_sheet(sheets), tuple((s, s) for s in sheets))
            answers = [asking.ask(question, row=row.number) for row in same]
            found.append(same[sheets.index(answers[0]) if answers[0] else 0])
    return found, rows_joined


def _sheet(row: Counted) -> str:
    return str(getattr(row.number, "sheet", ""))


def _go_together(rows: Sequence[Counted]) -> bool:
    """Whether no two rows say something different of the same element."""
    told: dict[str, int | None] = {}
    for row in rows:
        says = {**row.companions, **row.counts, **dict.fromkeys(row.unclear)}
        if any(told.setdefault(element, value) != value for element, value in says.items()):
            return False
    return True
