"""Check: what the cells say, and whether it can be true.

Every rule comes from the catalogue; all problems at once.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from indicators.areas import Kabupaten
from indicators.catalogue import Catalogue, Dataset, Indicator
from indicators.intake.coverage import coverages_within, find_coverage_above_all
from indicators.intake.missing_units import find_missing_units
from indicators.intake.past import find_unlike_past
from indicators.intake.problems import blocking, notice, warning
from indicators.intake.recognise import Recognised
from indicators.intake.values import count_in
from indicators.intake.wide import Headers, Stored, WideCounts, month_of, objects
from indicators.vocabulary import Dimension, Interval, Period, Problem
from indicators.wording import intake as say
from indicators.wording.intake import Sentence

# Ten times the plausible range is a slipped digit or a swapped column, not an unusual month.
TYPO_FACTOR = 10


def count_rows(recognised: Recognised, *, catalogue: Catalogue) -> tuple[WideCounts, list[Problem]]:
    """Cells to counts. Columns that only a catch-all takes are added to its element, counted and said."""
    columns = recognised.columns
    values: dict[str, NDArray[np.float64]] = {}
    unclear: dict[str, NDArray[np.bool_]] = {}
    problems: list[Problem] = []
    for index, id_ in (columns.elements | columns.gathered).items():
        counts, wrong = _told(recognised, index)
        header = recognised.table.header.cell(index)
        if index in columns.gathered:
            label = catalogue.elements[id_].label
            problems.append(notice(say.gathered(header, int(np.nansum(counts)), label), column=header))
            if id_ in values:
                counts = np.where(np.isnan(counts), values[id_], np.nansum([counts, values[id_]], axis=0))
        values[id_] = counts
        for at, sentence in wrong.items():
            problems.append(blocking(sentence, row=recognised.rows[at].number, column=header))
            unclear.setdefault(id_, np.zeros(len(counts), dtype=bool))[at] = True
    companions = {id_: _told(recognised, index)[0] for index, id_ in columns.companions.items()}
    rows = WideCounts(
        numbers=objects(row.number for row in recognised.rows),
        facilities=objects(place.facility for place in recognised.places),
        periods=objects(recognised.periods),
        desa=objects(place.desa and place.desa.code for place in recognised.places),
        values=pd.DataFrame(values, index=range(len(recognised.rows))).dropna(axis="columns", how="all"),
        companions=pd.DataFrame(companions, index=range(len(recognised.rows))).dropna(axis="columns", how="all"),
        unclear=unclear,
    )
    return rows, problems


def find_problems(
    wide: WideCounts,
    recognised: Recognised,
    *,
    dataset: Dataset,
    catalogue: Catalogue,
    kabupaten: Kabupaten,
    known: pd.DataFrame | None,
) -> list[Problem]:
    """Everything that cannot be true, or is unlikely, in rows that were counted.

    known: rows of read `unit_values` of the datasets that `compared_with` names.
    """
    stored = Stored(known)
    rates = rates_within(dataset, catalogue)
    look = _Looking(wide, recognised, dataset, catalogue)
    return [
        *_duplicates(wide, dataset),
        *_blank_rows(wide, must_say_nihil=_counts_events_only(dataset, rates)),
        *look.required_blank(),
        *look.implausible(),
        *look.above_each_other(),
        *look.parts(),
        *look.events_above_population(rates, stored),
        *find_unlikely(wide, stored, recognised, dataset=dataset, catalogue=catalogue, kabupaten=kabupaten),
    ]


def find_unlikely(
    wide: WideCounts, stored: Stored, headers: Headers, *, dataset: Dataset, catalogue: Catalogue, kabupaten: Kabupaten
) -> list[Problem]:
    """What is possible, and yet unlikely: against the unit's past, the year's target and the other units."""
    return [
        *find_unlike_past(wide, stored, headers, dataset=dataset, catalogue=catalogue),
        *find_coverage_above_all(wide, stored, headers, dataset=dataset, catalogue=catalogue),
        *find_missing_units(wide, stored, dataset=dataset, catalogue=catalogue, kabupaten=kabupaten),
    ]


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
    """The datasets whose stored values the checks of this one ask for (read `unit_values`), itself among them."""
    indicators = [*rates_within(dataset, catalogue), *coverages_within(dataset, catalogue)]
    names = {catalogue.dataset_of(e).id for i in indicators for e in (*i.numerator, *i.denominator)} | {dataset.id}
    return tuple(id_ for id_ in catalogue.datasets if id_ in names)


def _told(recognised: Recognised, index: int) -> tuple[NDArray[np.float64], Mapping[int, Sentence]]:
    """The counts of a column, NaN where there is none, and what is wrong with the cells of some rows, by position.

    A file repeats few texts many times: each is read once.
    """
    cells = [row.cells[index] if index < len(row.cells) else "" for row in recognised.rows]
    # The same digits are another thing where the cell shows percent.
    texts: Sequence[Hashable] = cells if len(set(map(type, cells))) < 2 else [(type(cell), cell) for cell in cells]
    read = {text: count_in(cell) for text, cell in dict(zip(texts, cells, strict=True)).items()}
    counts = {text: float(said) if isinstance(said, int) else np.nan for text, said in read.items()}
    wrong = {text: said for text, said in read.items() if isinstance(said, Sentence)}
    found = np.fromiter(map(counts.__getitem__, texts), dtype=float, count=len(cells))
    return found, {at: wrong[text] for at, text in enumerate(texts) if text in wrong} if wrong else {}


def _duplicates(wide: WideCounts, dataset: Dataset) -> Iterator[Problem]:
    """A unit and period on more than one row, also where a row has no counts."""
    rows = pd.DataFrame({"unit": wide.unit, "month": wide.month, "number": wide.numbers})[wide.known]
    for key, same in rows[rows.duplicated(["unit", "month"], keep=False)].groupby(["unit", "month"], sort=False):
        unit, month = cast("tuple[str, int]", key)
        period = month_of(month) if dataset.period == "month" else Period.year(month // 12)
        numbers = list(same["number"])
        sentence = say.duplicate(wide.names[unit], period, numbers)
        yield from (blocking(sentence, row=number) for number in numbers)


def _counts_events_only(dataset: Dataset, rates: list[Indicator]) -> bool:
    """Whether a form holds deaths and no births: a blank month of it is easily taken for a month without deaths."""
    return bool(rates) and not any(set(rate.denominator) & set(dataset.elements) for rate in rates)


def _blank_rows(wide: WideCounts, *, must_say_nihil: bool) -> Iterator[Problem]:
    blank = list(wide.numbers[~wide.filled & ~wide.is_unclear(list(wide.unclear))])
    if blank:
        yield (warning if must_say_nihil else notice)(say.blank_rows(blank))


@dataclass(frozen=True)
class _Looking:
    """The rules that compare the columns of one wide with each other and with what the catalogue allows."""

    wide: WideCounts
    recognised: Recognised
    dataset: Dataset
    catalogue: Catalogue

    def required_blank(self) -> Iterator[Problem]:
        present = set(self.recognised.columns.elements.values())
        for id_ in self.dataset.required:
            if id_ in present:
                blank = self.wide.filled & np.isnan(self.wide.column(id_)) & ~self.wide.is_unclear([id_])
                for row in self._rows(blank):
                    yield blocking(say.required_blank(self._header(id_)), row=row, column=self._header(id_))

    def implausible(self) -> Iterator[Problem]:
        for id_ in self.wide.values.columns:
            element, counts = self.catalogue.elements[id_], self.wide.column(id_)
            above = counts > element.maximum
            for row, count in zip(self._rows(above), counts[above], strict=True):
                problem = blocking if count > TYPO_FACTOR * element.maximum else warning
                sentence = say.above_maximum(element.label, int(count), element.maximum)
                yield problem(sentence, row=row, column=self._header(id_))

    def above_each_other(self) -> Iterator[Problem]:
        """The dataset's `at_most` pairs: the first is never more than the second."""
        for low, high in self.dataset.at_most:
            lower, higher = self._anywhere(low), self._anywhere(high)
            above = self.wide.filled & (lower > higher)
            names = self.catalogue.elements[low].label, self.catalogue.elements[high].label.lower()
            for row, part, whole in zip(self._rows(above), lower[above], higher[above], strict=True):
                sentence = say.exceeds(names[0], int(part), names[1], int(whole))
                yield blocking(sentence, row=row, column=self._header(low))

    def parts(self) -> Iterator[Problem]:
        """Parts by cause, age, sex or place against the total that they split."""
        groups: dict[tuple[tuple[str, ...], Dimension], list[str]] = {}
        for element in (self.catalogue.elements[id_] for id_ in self.dataset.elements):
            if element.dimension is not None:
                groups.setdefault((element.part_of, element.dimension), []).append(element.id)
        for (total_of, dimension), ids in groups.items():
            yield from self._split(total_of, dimension, ids)

    def _split(self, total_of: tuple[str, ...], dimension: Dimension, ids: list[str]) -> Iterator[Problem]:
        parts = np.array([self.wide.column(id_) for id_ in ids])
        totals = np.array([self.wide.column(id_) for id_ in total_of])
        told = ~np.isnan(parts).all(axis=0) & ~self.wide.is_unclear([*ids, *total_of])
        split, total = np.nansum(parts, axis=0), totals.sum(axis=0)  # a total is blank where one of its elements is
        name, words = _total_name(total_of, self.catalogue), say.DIMENSION_WORDS[dimension]
        column = self._header(total_of[0])
        if not set(total_of) & set(self.dataset.required):
            for row in self._rows(told & np.isnan(total)):
                yield warning(say.total_blank(words, name), row=row, column=column)
        for at in np.flatnonzero(told & (split != total) & ~np.isnan(total)):
            counts, row = (int(split[at]), name, int(total[at])), self.wide.numbers[at]
            if split[at] > total[at]:
                yield blocking(say.parts_exceed(words, *counts), row=row, column=column)
            else:
                yield warning(say.parts_fall_short(words, *counts), row=row, column=column)

    def events_above_population(self, rates: list[Indicator], stored: Stored) -> Iterator[Problem]:
        """More deaths than live births in a unit and period: said once, for the narrowest group of deaths."""
        said = {id_: np.zeros(len(self.wide), bool) for rate in rates for id_ in rate.numerator}
        uncompared: dict[str, set[int]] = {}
        for rate in sorted(rates, key=lambda i: len(i.numerator)):
            if set(rate.numerator) & set(rate.denominator):
                continue
            events = np.nansum([self._anywhere(id_, stored) for id_ in rate.numerator], axis=0)
            born = np.sum([self._anywhere(id_, stored) for id_ in rate.denominator], axis=0)
            asked = self.wide.filled & (events > 0) & ~self.wide.is_unclear(rate.denominator)
            for id_ in rate.numerator:
                asked &= ~said[id_]
            numbers = self._rows(asked & np.isnan(born))
            if numbers:
                uncompared.setdefault(rate.denominator_label.capitalize(), set()).update(numbers)
            above = asked & (events > born)
            for id_ in rate.numerator:
                said[id_] |= above
            column = self._header(next(e for e in (*rate.numerator, *rate.denominator) if e in self.dataset.elements))
            names = rate.numerator_label.capitalize(), rate.denominator_label
            for row, some, all_ in zip(self._rows(above), events[above], born[above], strict=True):
                yield blocking(say.exceeds(names[0], int(some), names[1], int(all_)), row=row, column=column)
        for of, missing in uncompared.items():
            yield warning(say.not_compared(of, sorted(missing)))

    def _anywhere(self, element: str, stored: Stored | None = None) -> NDArray[np.float64]:
        """Counts from the rows themselves; of another dataset from the extra columns, else from what is stored.

        A blank cell of this dataset replaces what is stored, so it is not looked up.
        """
        own = self.wide.column(element)
        counts = np.where(np.isnan(own), self.wide.companion(element), own)
        if stored is None or element in self.dataset.elements:
            return counts
        return np.where(np.isnan(counts), stored.of(element).reindex(self.wide.key).to_numpy(), counts)

    def _rows(self, where: NDArray[np.bool_]) -> list[int]:
        return list(self.wide.numbers[where])

    def _header(self, element: str) -> str:
        return self.recognised.header_of(element, otherwise=self.catalogue.elements[element].column)


def _total_name(total_of: tuple[str, ...], catalogue: Catalogue) -> str:
    """The total in words: its element's, or the numerator that adds up the same elements."""
    if len(total_of) == 1:
        return catalogue.elements[total_of[0]].label.lower()
    sums = (i.numerator_label for i in catalogue.indicators.values() if set(i.numerator) == set(total_of))
    return next(sums, say.listed(catalogue.elements[id_].label.lower() for id_ in total_of))
