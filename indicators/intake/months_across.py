"""Months written across (JANUARI .. DESEMBER as columns) become one row a month, numbered as the file numbers it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from indicators.intake.headers import comparable
from indicators.intake.periods import Moment
from indicators.intake.tables import Row, RowNumber
from indicators.wording.numbers import MONTHS

# One month in a header is a column's name (`sasaran januari`); two are a table with months across.
ENOUGH = 2
MONTH_COLUMN = "bulan"


@dataclass(frozen=True)
class Across:
    """How a table is turned. kept: columns that belong to every month. names: the counted columns.

    moments: each month with the column in the file of each name, None where that month lacks it.
    """

    kept: tuple[int, ...]
    names: tuple[str, ...]
    moments: tuple[tuple[Moment, tuple[int | None, ...]], ...]
    written: tuple[str, ...]


def months_across(names: Sequence[str], written: Sequence[str], months: dict[int, Moment]) -> Across | None:
    """How to turn a table with months across; None where there are none.

    names: one a column, blank for a column that is called by its month alone. written: as the file has them.
    """
    moments = sorted(set(months.values()))
    if len({moment.month for moment in moments}) < ENOUGH:
        return None
    counted = list(dict.fromkeys(comparable(names[c]) for c in months))
    at = {(comparable(names[c]), moment): c for c, moment in reversed(months.items())}
    return Across(
        kept=tuple(c for c in range(len(names)) if c not in months),
        names=tuple(names[next(c for c in months if comparable(names[c]) == name)] for name in counted),
        moments=tuple((moment, tuple(at.get((name, moment)) for name in counted)) for moment in moments),
        written=tuple(written),
    )


def twice(names: Sequence[str], months: dict[int, Moment]) -> list[tuple[int, int]]:
    """Columns that say the same of the same month as an earlier one: the earlier and the later column."""
    first: dict[tuple[str, Moment], int] = {}
    found = ((c, first.setdefault((comparable(names[c]), moment), c)) for c, moment in months.items())
    return [(earlier, column) for column, earlier in found if earlier != column]


def header_of(across: Across, names: Sequence[str]) -> list[str]:
    """The header after turning: the kept columns, the month, and its year where the header names one."""
    years = ["tahun"] if any(moment.year for moment, _ in across.moments) else []
    return [*(names[c] for c in across.kept), MONTH_COLUMN, *years, *across.names]


def turned(rows: Iterable[Row], across: Across, *, sheet: str, without: frozenset[Moment]) -> list[list[Row]]:
    """For each row its months; a month in `without` is left out."""
    with_year = any(moment.year for moment, _ in across.moments)
    plans = []
    for moment, columns in across.moments:
        if moment in without:
            continue
        in_file: dict[str, str | None] = {
            name: None if c is None else across.written[c] for name, c in zip(across.names, columns, strict=True)
        }
        said = MONTHS[moment.month - 1]
        in_file |= {MONTH_COLUMN: next((h for h in in_file.values() if h), said)} | (
            {"tahun": None} if with_year else {}
        )
        when = (str(moment.month), *((str(moment.year or ""),) if with_year else ()))
        plans.append((in_file, when, columns))
    return [
        [
            Row(
                RowNumber(row.number, sheet=sheet, columns=in_file),
                (
                    *(row.cell(c) for c in across.kept),
                    *when,
                    *("" if c is None else row.cell(c) for c in columns),
                ),
            )
            for in_file, when, columns in plans
        ]
        for row in rows
    ]


def blank_months(rows: Sequence[Row], across: Across) -> frozenset[Moment]:
    """Months in which no row has anything: they are not reported yet."""
    return frozenset(
        moment
        for moment, columns in across.moments
        if not any(row.cell(c) for row in rows for c in columns if c is not None)
    )
