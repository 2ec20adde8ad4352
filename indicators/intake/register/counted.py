"""A register becomes counts per puskesmas and month, with an explicit zero wherever it counts nothing."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pandas as pd

from indicators.areas import Kabupaten
from indicators.catalogue import Catalogue, Dataset, Register, RegisterCount
from indicators.intake.periods import is_under_way
from indicators.intake.problems import notice
from indicators.intake.questions import Asking
from indicators.intake.register.carried import carry
from indicators.intake.register.children import UNIT_AND_MONTH, Children, read_children, reports_of
from indicators.intake.register.columns import Sheet, column_problems
from indicators.intake.register.new_cases import new_cases
from indicators.intake.register.problems import remarks
from indicators.intake.register.units import facilities_of
from indicators.intake.register.unlikely import find_unlikely_counts
from indicators.intake.submission import OBSERVATION_COLUMNS
from indicators.vocabulary import Period, Problem
from indicators.wording import intake as intake_words
from indicators.wording import register as say


@dataclass(frozen=True)
class Counts:
    """What a register gives: counts and problems, both without a trace of a person.

    scope: every puskesmas and month that it speaks for. observations: as in a submission. columns: header as
    written -> what it was taken for. units: names of the puskesmas. rows: how many lines.
    """

    problems: list[Problem]
    scope: tuple[tuple[str, Period], ...]
    observations: pd.DataFrame
    columns: dict[str, str]
    units: tuple[str, ...]
    rows: int


def count_register(
    sheet: Sheet, *, kabupaten: Kabupaten, entries: Catalogue, today: date, known: pd.DataFrame | None, asking: Asking
) -> Counts:
    """Count the children of a register.

    known: rows of read `unit_values` of the datasets that its own is compared with; what the register does not count
    is carried over from them, since the submission replaces the whole scope.
    """
    register, dataset = sheet.register, entries.datasets[sheet.register.dataset]
    problems = column_problems(sheet)
    if problems:
        return _nothing(sheet, problems)
    units, wrong = facilities_of(sheet, kabupaten, asking)
    children = read_children(sheet, units, today=today)
    problems = [*wrong, *remarks(children, entries)]
    reports = reports_of(children)
    periods = [_period(month) for month in sorted(set(reports.get_level_values("month")))]
    problems += [notice(intake_words.month_not_over(p)) for p in periods if is_under_way(p, today=today)]
    counted = _count(children, register, reports)
    derived = new_cases(children, register, reports)
    if not derived.empty:
        problems.append(notice(say.new_cases_derived(len(derived))))
    values = pd.concat([_long(counted), derived.assign(element=register.new_cases.element)], ignore_index=True)
    kept, said = carry(values, reports, dataset=dataset, kabupaten=kabupaten, entries=entries, known=known)
    observations = _observations(pd.concat([values, kept], ignore_index=True), kabupaten, dataset)
    scope = tuple((str(unit), _period(int(month))) for unit, month in reports)
    problems += find_unlikely_counts(observations, dataset=dataset, kabupaten=kabupaten, entries=entries, known=known)
    return Counts(
        problems=[*problems, *said],
        scope=scope,
        observations=observations,
        columns=_meanings(sheet),
        units=tuple(dict.fromkeys(kabupaten.name_of(unit) for unit, _ in scope)),
        rows=len(sheet.rows),
    )


def countable(children: Children, count: RegisterCount) -> bool:
    """Whether the file has the columns that an element needs."""
    needed = {count.score} | ({count.among} if count.among else set())
    has_age = "age" in children.sheet.roles or "born_on" in children.sheet.roles
    return (
        needed <= set(children.scores)
        and (count.sex is None or "sex" in children.sheet.roles)
        and (count.age is None or has_age)
    )


def _count(children: Children, register: Register, reports: pd.MultiIndex) -> pd.DataFrame:
    """A row a report, a column an element; zero where no child counts."""
    masks = {
        element: _counts_in(children, register, count)
        for element, count in register.counts.items()
        if countable(children, count)
    }
    frame = pd.DataFrame(masks).assign(unit=children.units, month=children.months)[children.chosen.speaks]
    summed: pd.DataFrame = frame.groupby(UNIT_AND_MONTH).sum().reindex(reports, fill_value=0)
    return summed


def _counts_in(children: Children, register: Register, count: RegisterCount) -> pd.Series[bool]:
    score = children.scores[count.score]
    mask = score.low if count.low else score.plausible
    if count.among is not None:
        mask = mask & children.scores[count.among].plausible
    if count.sex is not None:
        mask = mask & (children.sexes == count.sex)
    if count.age is not None:
        mask = mask & children.ages.between(*register.ages[count.age])
    return mask


def _long(counted: pd.DataFrame) -> pd.DataFrame:
    """unit, month, element, value."""
    return counted.reset_index().melt(id_vars=UNIT_AND_MONTH, var_name="element", value_name="value")


def _observations(values: pd.DataFrame, kabupaten: Kabupaten, dataset: Dataset) -> pd.DataFrame:
    """Values as a submission stores them, in the order of scope and dataset."""
    order = {element: place for place, element in enumerate(dataset.elements)}
    lies_in = {facility.id: facility.kecamatan for facility in kabupaten.facilities}
    periods = {month: _period(int(month)) for month in values["month"].unique()}
    frame = values.assign(
        facility=values["unit"],
        area=values["unit"].map(lies_in),
        period_start=values["month"].map({m: p.start for m, p in periods.items()}),
        period_end=values["month"].map({m: p.end for m, p in periods.items()}),
        value=values["value"].astype(float),
        place=values["element"].map(order),
    )
    return frame.sort_values([*UNIT_AND_MONTH, "place"])[OBSERVATION_COLUMNS].reset_index(drop=True)


def _period(month: int) -> Period:
    return Period.month(month // 12, month % 12 + 1)


def _meanings(sheet: Sheet) -> dict[str, str]:
    """Header as written -> what it was taken for, in the order of the file."""
    meanings = dict(say.MEANINGS)
    for name, score in sheet.register.scores.items():
        meanings[f"{name}_score"] = say.SCORE_MEANING.format(label=score.label)
        meanings[name] = say.WORDS_MEANING.format(label=score.label)
    placed = sorted((indexes[0], role) for role, indexes in sheet.roles.items())
    return {sheet.header.cell(index): meanings[role] for index, role in placed}


def _nothing(sheet: Sheet, problems: list[Problem]) -> Counts:
    return Counts(problems, (), pd.DataFrame(columns=OBSERVATION_COLUMNS), _meanings(sheet), (), len(sheet.rows))
