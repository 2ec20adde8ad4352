"""Check: what the cells say, and whether it can be true.

Every rule comes from the catalogue; all problems at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

import pandas as pd

from indicators.areas import Facility
from indicators.catalogue import Catalogue, Dataset, Indicator
from indicators.intake.problems import blocking, notice, warning
from indicators.intake.recognise import Matched, Recognised
from indicators.intake.values import count_in
from indicators.vocabulary import Dimension, Interval, Period, Problem
from indicators.wording import intake as say
from indicators.wording.intake import Sentence

# Ten times the plausible range is a slipped digit or a swapped column, not an unusual month.
TYPO_FACTOR = 10

# Values that count now, of other datasets: (unit, element, first day of the period) -> value.
Known = Mapping[tuple[str, str, date], float]


@dataclass(frozen=True)
class Counted:
    """A row in numbers.

    Counts: element -> count, without the blank ones. companions: elements of other datasets. desa: the code of
    the only desa it speaks for.
    """

    number: int
    facility: Facility | None
    period: Period | None
    counts: dict[str, int]
    companions: dict[str, int]
    unclear: frozenset[str] = field(default=frozenset())
    desa: str | None = None


def count_rows(recognised: Recognised, *, catalogue: Catalogue) -> tuple[list[Counted], list[Problem]]:
    """Cells to counts. Columns that only a catch-all takes are added to its element, counted and said."""
    rows: list[Counted] = []
    problems: list[Problem] = []
    events: dict[int, int] = dict.fromkeys(recognised.columns.gathered, 0)
    for matched in recognised.rows:
        counts, unclear = _counts(recognised.columns.elements, matched, recognised, problems)
        gathered, unclear_too = _columns_counted(recognised.columns.gathered, matched, recognised, problems)
        for index, count in gathered.items():
            element = recognised.columns.gathered[index]
            events[index] += count
            counts[element] = counts.get(element, 0) + count
        unclear |= {recognised.columns.gathered[index] for index in unclear_too}
        companions, _ = _counts(recognised.columns.companions, matched, recognised, [])
        desa = matched.desa.code if matched.desa is not None else None
        rows.append(
            Counted(matched.row.number, matched.facility, matched.period, counts, companions, frozenset(unclear), desa)
        )
    for index, count in events.items():
        header = recognised.table.header.cell(index)
        into = catalogue.elements[recognised.columns.gathered[index]].label
        problems.append(notice(say.gathered(header, count, into), column=header))
    return rows, problems


def find_problems(
    rows: Iterable[Counted], recognised: Recognised, *, dataset: Dataset, catalogue: Catalogue, known: Known
) -> list[Problem]:
    """Everything that cannot be true, or is unlikely, in rows that were counted."""
    rows = list(rows)
    rates = rates_within(dataset, catalogue)
    problems = [*_duplicates(rows), *_blank_rows(rows, must_say_nihil=_counts_events_only(dataset, rates))]
    uncompared: dict[str, list[int]] = {}
    for row in rows:
        if not row.counts:
            continue
        problems += _required_blank(row, recognised, dataset, catalogue)
        problems += _implausible(row, recognised, catalogue)
        problems += _above_each_other(row, recognised, dataset, catalogue)
        problems += _parts(row, recognised, dataset, catalogue)
        problems += _events_above_population(row, recognised, rates, dataset, catalogue, known, uncompared)
    problems += [warning(say.not_compared(of, numbers)) for of, numbers in uncompared.items()]
    return problems


def rates_within(dataset: Dataset, catalogue: Catalogue) -> list[Indicator]:
    """Indicators of events per population that a dataset touches.

    There can be no more events than population.
    """
    return [
        i
        for i in catalogue.indicators.values()
        if i.interval is Interval.POISSON and i.denominator and {*i.numerator, *i.denominator} & set(dataset.elements)
    ]


def compared_with(dataset: Dataset, catalogue: Catalogue) -> tuple[str, ...]:
    """The datasets whose stored values this one asks for (read `unit_values`): others for its checks, itself for what
    its register does not count."""
    elements = {e for i in rates_within(dataset, catalogue) for e in (*i.numerator, *i.denominator)}
    names = {catalogue.dataset_of(e).id for e in elements} - {dataset.id}
    if catalogue.registers_of(dataset):
        names.add(dataset.id)
    return tuple(id_ for id_ in catalogue.datasets if id_ in names)


def known_values(frame: pd.DataFrame | None) -> Known:
    """From rows of read `unit_values`: unit, element, period_start, value."""
    if frame is None or frame.empty:
        return {}
    starts = pd.to_datetime(frame["period_start"]).dt.date
    keys = zip(frame["unit"], frame["element"], starts, strict=True)
    return dict(zip(keys, frame["value"].astype(float), strict=True))


def _columns_counted(
    columns: Mapping[int, str], matched: Matched, recognised: Recognised, problems: list[Problem]
) -> tuple[dict[int, int], set[int]]:
    """Column index -> count, and the columns whose cell is not clear.

    What is wrong is added to `problems`.
    """
    counts: dict[int, int] = {}
    unclear: set[int] = set()
    for index in columns:
        value = count_in(matched.row.cell(index))
        if isinstance(value, Sentence):
            unclear.add(index)
            header = recognised.table.header.cell(index)
            problems.append(blocking(value, row=matched.row.number, column=header))
        elif value is not None:
            counts[index] = value
    return counts, unclear


def _counts(
    columns: Mapping[int, str], matched: Matched, recognised: Recognised, problems: list[Problem]
) -> tuple[dict[str, int], set[str]]:
    counts, unclear = _columns_counted(columns, matched, recognised, problems)
    return {columns[i]: count for i, count in counts.items()}, {columns[i] for i in unclear}


def _duplicates(rows: list[Counted]) -> Iterator[Problem]:
    spoken: dict[tuple[str, Period], list[Counted]] = {}
    for row in rows:
        if row.facility is not None and row.period is not None:
            spoken.setdefault((row.facility.id, row.period), []).append(row)
    for same in spoken.values():
        first = same[0]
        if len(same) > 1 and first.facility is not None and first.period is not None:
            sentence = say.duplicate(first.facility.name, first.period, [r.number for r in same])
            yield from (blocking(sentence, row=row.number) for row in same)


def _counts_events_only(dataset: Dataset, rates: list[Indicator]) -> bool:
    """Whether a form holds deaths and no births: a blank month of it is easily taken for a month without deaths."""
    return bool(rates) and not any(set(rate.denominator) & set(dataset.elements) for rate in rates)


def _blank_rows(rows: list[Counted], *, must_say_nihil: bool) -> Iterator[Problem]:
    blank = [row.number for row in rows if not row.counts and not row.unclear]
    if blank:
        yield (warning if must_say_nihil else notice)(say.blank_rows(blank))


def _required_blank(row: Counted, recognised: Recognised, dataset: Dataset, catalogue: Catalogue) -> Iterator[Problem]:
    present = set(recognised.columns.elements.values())
    for id_ in dataset.required:
        if id_ in present and id_ not in row.counts and id_ not in row.unclear:
            column = recognised.header_of(id_, otherwise=catalogue.elements[id_].column)
            yield blocking(say.required_blank(column), row=row.number, column=column)


def _implausible(row: Counted, recognised: Recognised, catalogue: Catalogue) -> Iterator[Problem]:
    for id_, count in row.counts.items():
        element = catalogue.elements[id_]
        if count > element.maximum:
            problem = blocking if count > TYPO_FACTOR * element.maximum else warning
            column = recognised.header_of(id_, otherwise=element.column)
            sentence = say.above_maximum(element.label, count, element.maximum)
            yield problem(sentence, row=row.number, column=column)


def _above_each_other(
    row: Counted, recognised: Recognised, dataset: Dataset, catalogue: Catalogue
) -> Iterator[Problem]:
    """The dataset's `at_most` pairs: the first is never more than the second."""
    everything = row.companions | row.counts
    for low, high in dataset.at_most:
        if low in everything and high in everything and everything[low] > everything[high]:
            lower, higher = catalogue.elements[low], catalogue.elements[high]
            column = recognised.header_of(low, otherwise=lower.column)
            sentence = say.exceeds(lower.label, everything[low], higher.label.lower(), everything[high])
            yield blocking(sentence, row=row.number, column=column)


def _parts(row: Counted, recognised: Recognised, dataset: Dataset, catalogue: Catalogue) -> Iterator[Problem]:
    """Parts by cause, age, sex or place against the total that they split."""
    groups: dict[tuple[tuple[str, ...], Dimension], list[str]] = {}
    for element in (catalogue.elements[id_] for id_ in dataset.elements):
        if element.dimension is not None:
            groups.setdefault((element.part_of, element.dimension), []).append(element.id)
    for (total_of, dimension), ids in groups.items():
        known = [row.counts[id_] for id_ in ids if id_ in row.counts]
        if not known or row.unclear & {*ids, *total_of}:
            continue
        name = _total_name(total_of, catalogue)
        words = say.DIMENSION_WORDS[dimension]
        column = recognised.header_of(total_of[0], otherwise=catalogue.elements[total_of[0]].column)
        if any(id_ not in row.counts for id_ in total_of):
            if not set(total_of) & set(dataset.required):
                yield warning(say.total_blank(words, name), row=row.number, column=column)
            continue
        total, split = sum(row.counts[id_] for id_ in total_of), sum(known)
        if split > total:
            yield blocking(say.parts_exceed(words, split, name, total), row=row.number, column=column)
        elif split < total:
            yield warning(say.parts_fall_short(words, split, name, total), row=row.number, column=column)


def _total_name(total_of: tuple[str, ...], catalogue: Catalogue) -> str:
    """The total in words: its element's, or the numerator that adds up the same elements."""
    if len(total_of) == 1:
        return catalogue.elements[total_of[0]].label.lower()
    sums = (i.numerator_label for i in catalogue.indicators.values() if set(i.numerator) == set(total_of))
    return next(sums, say.listed(catalogue.elements[id_].label.lower() for id_ in total_of))


def _events_above_population(
    row: Counted,
    recognised: Recognised,
    rates: list[Indicator],
    dataset: Dataset,
    catalogue: Catalogue,
    known: Known,
    uncompared: dict[str, list[int]],
) -> Iterator[Problem]:
    """More deaths than live births in a unit and period: said once, for the narrowest group of deaths."""
    said: set[str] = set()
    for rate in sorted(rates, key=lambda i: len(i.numerator)):
        if said & set(rate.numerator) or set(rate.numerator) & set(rate.denominator):
            continue
        events = [v for id_ in rate.numerator if (v := _value(id_, row, dataset, known)) is not None]
        population = [_value(id_, row, dataset, known) for id_ in rate.denominator]
        born = [v for v in population if v is not None]
        if not sum(events) or set(rate.denominator) & row.unclear:
            continue
        if len(born) < len(population):
            numbers = uncompared.setdefault(rate.denominator_label.capitalize(), [])
            if row.number not in numbers:
                numbers.append(row.number)
        elif sum(events) > sum(born):
            said |= set(rate.numerator)
            id_ = next(e for e in (*rate.numerator, *rate.denominator) if e in dataset.elements)
            column = recognised.header_of(id_, otherwise=catalogue.elements[id_].column)
            sentence = say.exceeds(
                rate.numerator_label.capitalize(), int(sum(events)), rate.denominator_label, int(sum(born))
            )
            yield blocking(sentence, row=row.number, column=column)


def _value(element: str, row: Counted, dataset: Dataset, known: Known) -> float | None:
    """A count from the row itself; of another dataset from the row's extra columns, else from what is stored.

    A blank cell of this dataset replaces what is stored, so it is not looked up.
    """
    if element in row.counts:
        return row.counts[element]
    if element in row.companions:
        return row.companions[element]
    if element in dataset.elements or row.facility is None or row.period is None:
        return None
    return known.get((row.facility.id, element, row.period.start))
