"""Match: which dataset a table is, which column is which element, which row is which unit and period."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from indicators.areas import Facility, Kabupaten, all_kabupaten
from indicators.catalogue import Catalogue, Dataset
from indicators.intake import headers
from indicators.intake.periods import is_future, is_under_way, month_in, year_in
from indicators.intake.problems import blocking, notice
from indicators.intake.questions import Asking
from indicators.intake.tables import Row, Table, column_letter
from indicators.intake.units import Place, Units, Written
from indicators.vocabulary import Kind, Period, Problem
from indicators.wording import intake as say

# Columns that say where a row belongs, in the order of `Written`.
PLACES = ("kode_puskesmas", "puskesmas", "kecamatan", "desa")


@dataclass(frozen=True)
class Columns:
    """What each column is, by its index.

    roles: unit and period columns. elements: counted elements of the dataset. gathered: columns that no
    element names but a catch-all prefix takes -> the element they are added to. companions: elements of
    other datasets, compared with and not stored. unused: the rest.
    """

    roles: dict[int, str]
    elements: dict[int, str]
    gathered: dict[int, str]
    companions: dict[int, str]
    unused: tuple[int, ...]


@dataclass(frozen=True)
class Recognised:
    """A table whose columns are known. Its cells are still text.

    places, periods: the unit (and the desa where it speaks for one only) and the period of each row, None where they
    are not clear. All three are empty where a column that decides over all rows is missing.
    """

    table: Table
    columns: Columns
    problems: tuple[Problem, ...]
    rows: tuple[Row, ...] = ()
    places: tuple[Place, ...] = ()
    periods: tuple[Period | None, ...] = ()

    def header_of(self, element: str, *, otherwise: str) -> str:
        """The header of an element's column as the file writes it."""
        index = next((i for i, e in self.columns.elements.items() if e == element), None)
        return otherwise if index is None else self.table.header.cell(index)


def recognise(
    table: Table, *, dataset: Dataset, kabupaten: Kabupaten, catalogue: Catalogue, today: date, asking: Asking
) -> Recognised:
    """Match a table of observations, row by row, and say everything that does not fit; `asking` takes the questions."""
    columns = match_columns(table, dataset=dataset, catalogue=catalogue)
    problems = _wrong_file(table, columns, dataset=dataset, catalogue=catalogue)
    if problems:
        return Recognised(table, columns, tuple(problems))
    problems = _column_problems(table, columns, dataset=dataset, catalogue=catalogue)
    if any(role not in columns.roles.values() for role in _period_roles(dataset)) or not (
        set(PLACES) & set(columns.roles.values())
    ):
        return Recognised(table, columns, tuple(problems))
    if other := _other_kabupaten(table, columns, kabupaten):
        problems.append(blocking(say.other_kabupaten(kabupaten.name, other.name)))
        return Recognised(table, columns, tuple(problems))
    matcher = _Matcher(table, columns, Units(kabupaten, asking), asking, dataset, catalogue, today)
    places, periods, wrong = matcher.match()
    problems += wrong
    if dataset.period == "month":
        told = sorted({p for p in periods if p is not None})
        problems += [notice(say.month_not_over(p)) for p in told if is_under_way(p, today=today)]
    return Recognised(table, columns, tuple(problems), table.rows, places, periods)


def match_columns(table: Table, *, dataset: Dataset, catalogue: Catalogue) -> Columns:
    """Columns by header.

    Unit and period first, then the dataset's elements, its catch-alls, others' elements.
    """
    roles = headers.roles_found(table.header.cells, headers.UNIT_ROLES)
    own = headers.element_names(headers.elements_of(dataset, catalogue))
    others = headers.element_names(e for e in catalogue.elements.values() if e.column and e.id not in dataset.elements)
    elements: dict[int, str] = {}
    gathered: dict[int, str] = {}
    companions: dict[int, str] = {}
    unused: list[int] = []
    for index, header in enumerate(table.header.cells[: table.width]):
        name = headers.comparable(header)
        if index in roles:
            continue
        if name in own:
            elements[index] = own[name]
        elif catch := next((c for c in dataset.catch_all if name.startswith(c.prefix)), None):
            gathered[index] = catch.element
        elif name in others:
            companions[index] = others[name]
        else:
            unused.append(index)
    return Columns(roles, elements, gathered, companions, tuple(unused))


def _wrong_file(table: Table, columns: Columns, *, dataset: Dataset, catalogue: Catalogue) -> list[Problem]:
    """Whether the file is of another dataset, or its header was not found at all."""
    required_missing = set(dataset.required) - set(columns.elements.values())
    if required_missing:
        other = headers.seems_to_be(table.header.cells, dataset, catalogue)
        if other is not None:
            return [blocking(say.other_dataset(dataset.label, other.label))]
    if not columns.roles and not columns.elements:
        return [blocking(say.HEADER_NOT_FOUND, row=table.header.number)]
    return []


def _column_problems(table: Table, columns: Columns, *, dataset: Dataset, catalogue: Catalogue) -> list[Problem]:
    problems = []
    found = set(columns.elements.values())
    for id_ in dataset.required:
        element = catalogue.elements[id_]
        if id_ not in found:
            problems.append(blocking(say.column_missing(element.column, element.label)))
    for role in _period_roles(dataset):
        if role not in columns.roles.values():
            problems.append(blocking(say.column_missing(role, role)))
    if not set(PLACES) & set(columns.roles.values()):
        problems.append(blocking(say.UNIT_COLUMN_MISSING))
    first: dict[str, int] = {}
    for index, meaning in sorted((columns.roles | columns.elements).items()):
        if meaning in first:
            sentence = say.column_twice(table.header.cell(first[meaning]))
            problems.append(blocking(sentence, column=table.header.cell(index)))
        first.setdefault(meaning, index)
    for index, id_ in columns.companions.items():
        sentence = say.column_of_other_dataset(catalogue.dataset_of(id_).label)
        problems.append(notice(sentence, column=table.header.cell(index)))
    for index in columns.unused:
        header = table.header.cell(index)
        if header or any(table.column(index)):
            problems.append(notice(say.COLUMN_UNUSED, column=header or column_letter(index)))
    return problems


def _other_kabupaten(table: Table, columns: Columns, chosen: Kabupaten) -> Kabupaten | None:
    """The other kabupaten whose codes fill the whole code column; None where any row is of the chosen one."""
    index = next((i for i, role in columns.roles.items() if role == "kode_puskesmas"), None)
    if index is None:
        return None
    codes = set(table.column(index)) - {""}
    for kabupaten in all_kabupaten().values():
        if kabupaten.code != chosen.code and codes and codes <= {f.id for f in kabupaten.facilities}:
            return kabupaten
    return None


def _period_roles(dataset: Dataset) -> tuple[str, ...]:
    return ("tahun", "bulan") if dataset.period == "month" else ("tahun",)


class _Matcher:
    """Matches the rows of one table. What a clear text means is found out once; what is not clear is told each time."""

    def __init__(
        self, table: Table, columns: Columns, units: Units, asking: Asking, dataset: Dataset, catalogue: Catalogue,
        today: date,
    ) -> None:  # fmt: skip
        by_role = {role: index for index, role in sorted(columns.roles.items(), reverse=True)}
        self._table, self._units, self._asking, self._dataset, self._today = table, units, asking, dataset, today
        self._planned = any(catalogue.elements[id_].kind is Kind.ANNUAL_TARGET for id_ in dataset.elements)
        self._names = {role: table.header.cell(index) for role, index in by_role.items()}
        self._places = [by_role.get(role) for role in PLACES]
        self._when = [by_role[role] for role in _period_roles(dataset)]
        self._known_places: dict[tuple[str, ...], Place] = {}
        self._known_periods: dict[tuple[str, ...], Period] = {}

    def match(self) -> tuple[tuple[Place, ...], tuple[Period | None, ...], list[Problem]]:
        """The place and the period of each row, and everything wrong with them."""
        table, problems = self._table, list[Problem]()
        blank = [""] * len(table.rows)
        written_places = zip(*(blank if c is None else table.column(c) for c in self._places), strict=True)
        written_periods = zip(*map(table.column, self._when), strict=True)
        places, periods = list[Place](), list[Period | None]()
        for row, where, when in zip(table.rows, written_places, written_periods, strict=True):
            place = self._known_places.get(where) or self._place(where, row, problems)
            period = self._known_periods.get(when) or self._period(when, row, problems)
            if period is not None and place.facility is not None and not operates(place.facility, period):
                problems.append(blocking(say.unit_not_yet(place.facility.name, period), row=row.number))
            if len(row.cells) > table.width and any(row.cells[table.width :]):
                filled = max(i + 1 for i, cell in enumerate(row.cells) if cell)
                problems.append(blocking(say.too_many_cells(filled, table.width), row=row.number))
            places.append(place)
            periods.append(period)
        return tuple(places), tuple(periods), problems

    def _place(self, written: tuple[str, ...], row: Row, problems: list[Problem]) -> Place:
        asked = self._asking.times
        place, wrong = self._units.find(Written(*written), row=row.number, columns=self._names)
        problems += wrong
        # A question collects the rows that it concerns, so these are looked at one by one.
        if not wrong and asked == self._asking.times:
            self._known_places[written] = place
        return place

    def _period(self, written: tuple[str, ...], row: Row, problems: list[Problem]) -> Period | None:
        roles = _period_roles(self._dataset)
        texts = dict(zip(roles, written, strict=True))
        period, wrong = _period(texts, row=row.number, names=self._names, dataset=self._dataset)
        if period is not None and is_future(period, today=self._today, planned=self._planned):
            sentence = say.in_the_future(period, self._today)
            wrong.append(blocking(sentence, row=row.number, column=self._names[roles[-1]]))
        problems += wrong
        if period is not None and not wrong:
            self._known_periods[written] = period
        return period


def _period(
    written: dict[str, str], *, row: int, names: dict[str, str], dataset: Dataset
) -> tuple[Period | None, list[Problem]]:
    problems = []
    year = year_in(written["tahun"])
    if not isinstance(year, int):
        problems.append(blocking(year, row=row, column=names["tahun"]))
    if dataset.period == "year":
        return (Period.year(year) if isinstance(year, int) else None), problems
    month = month_in(written["bulan"])
    if not isinstance(month, int):
        problems.append(blocking(month, row=row, column=names["bulan"]))
    if isinstance(year, int) and isinstance(month, int):
        return Period.month(year, month), problems
    return None, problems


def operates(facility: Facility, period: Period) -> bool:
    """Whether a facility exists at any time of a period."""
    begun = facility.valid_from is None or facility.valid_from <= period.end
    return begun and (facility.valid_to is None or facility.valid_to >= period.start)
