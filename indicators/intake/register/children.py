"""The lines of a register, read: one row a line, aligned by place. It never leaves memory."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pandas as pd

from indicators.intake.register.cells import ages_in, dates_in, months_between
from indicators.intake.register.chosen import Chosen, choose, shared_numbers, usable_numbers
from indicators.intake.register.columns import Sheet
from indicators.intake.register.scores import Scored, scored

# Unit, and the month as year * 12 + month - 1.
UNIT_AND_MONTH = ["unit", "month"]


@dataclass(frozen=True)
class Children:
    """One row a line of the register, aligned by place. It lives as long as the counting and is never stored.

    months: year * 12 + month - 1 of the measurement, 0 where it may not count. ages: completed months. counts: in a
    known puskesmas, on a day up to today. too_old: not under five.
    """

    sheet: Sheet
    units: pd.Series[str]
    days: pd.Series[pd.Timestamp]
    months: pd.Series[int]
    numbers: pd.Series[str]
    born: pd.Series[pd.Timestamp]
    ages: pd.Series[float]
    sexes: pd.Series[str]
    counts: pd.Series[bool]
    too_old: pd.Series[bool]
    in_future: pd.Series[bool]
    scores: dict[str, Scored]
    chosen: Chosen
    shares_number: pd.Series[bool]


def reports_of(children: Children) -> pd.MultiIndex:
    """Every unit and month that a line speaks for, also where no child counts in the end."""
    spoken = children.counts
    pairs = zip(children.units[spoken], children.months[spoken], strict=True)
    return pd.MultiIndex.from_tuples(sorted(set(pairs)), names=UNIT_AND_MONTH)


def read_children(sheet: Sheet, units: pd.Series[str], *, today: date) -> Children:
    """units: the id of each line's puskesmas, blank where it is not known."""
    register = sheet.register
    days = dates_in(sheet.column("measured_on"))
    in_future = days > pd.Timestamp(today)
    counts = (units != "") & days.notna() & ~in_future
    born = dates_in(sheet.column("born_on"))
    ages = ages_in(sheet.column("age")).fillna(months_between(born, days))
    too_old = ages > max(last for _, last in register.ages.values())
    words: dict[str, str] = {word: sex for sex, others in register.sexes.items() for word in others}
    sexes = sheet.words("sex").map(words).fillna("").astype("str")
    numbers = usable_numbers(sheet.column("nik"))
    scores = {name: scored(sheet, name, score) for name, score in register.scores.items() if sheet.has_score(name)}
    months = (days.dt.year * 12 + days.dt.month - 1).where(counts, 0).astype(int)
    chosen = choose(
        numbers,
        months=months,
        days=days,
        lines=_comparable_lines(sheet),
        measured=~pd.DataFrame({name: score.missing for name, score in scores.items()}).all(axis=1),
        counts=counts & ~too_old,
    )
    return Children(
        sheet=sheet,
        units=units,
        days=days,
        months=months,
        numbers=numbers,
        born=born,
        ages=ages,
        sexes=sexes,
        counts=counts,
        too_old=counts & too_old,
        in_future=in_future,
        scores=scores,
        chosen=chosen,
        shares_number=shared_numbers(numbers, born, sexes),
    )


def _comparable_lines(sheet: Sheet) -> pd.Series[str]:
    """Each line as one text. Blank where it names nobody: two equal lines may then be two children."""
    lines = pd.Series(["\x1f".join(row.cells).rstrip("\x1f") for row in sheet.rows], dtype="str")
    names_somebody = (sheet.column("nik") != "") | (sheet.column("name") != "")
    return lines.where(names_somebody, "")
