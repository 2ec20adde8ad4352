"""Rows of sums are never loaded; they are compared with the sum of the rows they cover."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from indicators.intake.part import Line
from indicators.intake.problems import warning
from indicators.intake.values import count_in
from indicators.vocabulary import Problem
from indicators.wording import reading as say

# Sum and stated number of one column.
Compared = tuple[int, int]


def compare_totals(
    totals: Iterable[Line], lines: Sequence[Line], counted: Mapping[int, str]
) -> tuple[int, list[int], list[Problem]]:
    """How many totals match, the numbers of those without anything to compare, and a warning for each column that
    does not.

    counted: column -> its header, of the columns that hold counts. A bare `Jumlah` may sum the rows since the last
    one or all of them: it matches where either does.
    """
    matching, bare, problems = set[tuple[str, int]](), list[int](), list[Problem]()
    by_origin: dict[tuple[int, object], Line] = {(line.origin, line.month): line for line in lines}
    for total in totals:
        compared = [_compared(total, cover, by_origin, counted) for cover in total.covers]
        if not any(compared):
            bare.append(int(total.row.number))
        elif any(found and all(a == b for a, b in found.values()) for found in compared):
            matching.add((getattr(total.row.number, "sheet", ""), int(total.row.number)))
        else:
            problems += _mismatches(total, next(filter(None, compared)), counted)
    return len(matching), bare, problems


def _compared(
    total: Line, cover: frozenset[int], lines: Mapping[tuple[int, object], Line], counted: Mapping[int, str]
) -> dict[int, Compared]:
    """Column -> sum of the rows and stated total; columns in which any cell is not clear are left out."""
    found: dict[int, Compared] = {}
    covered = [lines[key] for origin in cover if (key := (origin, total.month)) in lines]
    for column in counted:
        stated = count_in(total.row.cell(column))
        cells = [count_in(line.row.cell(column)) for line in covered]
        if isinstance(stated, int) and all(cell is None or isinstance(cell, int) for cell in cells):
            found[column] = (sum(cell for cell in cells if isinstance(cell, int)), stated)
    return found


def _mismatches(total: Line, compared: Mapping[int, Compared], counted: Mapping[int, str]) -> Iterator[Problem]:
    for column, (summed, stated) in compared.items():
        if summed != stated:
            yield warning(say.total_differs(stated, summed), row=total.row.number, column=counted[column])
