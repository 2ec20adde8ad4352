"""The front door: bytes in; problems, what was understood, and, where nothing blocks, a submission out.

Nothing here writes anything. The pipeline is read -> match -> check; preview and publishing take the
submission.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any

import pandas as pd

from indicators.areas import Kabupaten
from indicators.catalogue import Catalogue, Dataset, Register, catalogue
from indicators.intake.across_sheets import joined
from indicators.intake.check import count_rows, find_problems
from indicators.intake.desa_rows import together
from indicators.intake.header_rows import Heading
from indicators.intake.headers import PUBLISHED_ROLES, names_known, roles_found
from indicators.intake.layout import headings_of, lay_out
from indicators.intake.list_rows import read_list, table_of
from indicators.intake.open_data import read_export
from indicators.intake.part import Context
from indicators.intake.personal_data import find_personal_data, safe_file_name
from indicators.intake.personal_text import kind_in
from indicators.intake.problems import blocking, in_reading_order, notice
from indicators.intake.published import read_published
from indicators.intake.questions import Answered, Asking, Question
from indicators.intake.read import read
from indicators.intake.recognise import recognise
from indicators.intake.register import Sheet as RegisterSheet
from indicators.intake.register import count_register, find_register
from indicators.intake.remembered import confirmed_by
from indicators.intake.submission import checksum, observations_of, published_of
from indicators.intake.tables import Book, Row, Table
from indicators.vocabulary import Mode, Period, Problem, Severity
from indicators.warehouse import WHOLE_LIST, Submission
from indicators.wording import intake as say
from indicators.wording import matching
from indicators.wording import open_data as say_open_data
from indicators.wording import reading as say_reading
from indicators.wording.personal_data import FILE_NAME_CHANGED, in_note

SEARCHED_FOR_HEADERS = 10
NO_ANSWERS: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True)
class Understood:
    """What a file was taken for. rows: filled rows of the table; stored_rows: those with a value.

    columns: header as written -> what it was taken for (a label). units, periods: of the stored rows, in
    order. facts: how the file was read, as sentences.
    """

    file_name: str
    dataset: str
    rows: int
    stored_rows: int
    columns: dict[str, str]
    units: tuple[str, ...]
    periods: tuple[Period, ...]
    facts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Received:
    """problems: all at once, in reading order. submission: None where a problem blocks or a question is open; with
    warnings it is for the preview only until `accept` has put their reasons into it.
    understood: None where no table could be read or the file holds personal data. questions: those not answered yet.
    answered: those that an answer settled, so that it can be seen and changed."""

    problems: tuple[Problem, ...]
    submission: Submission | None
    understood: Understood | None
    questions: tuple[Question, ...] = ()
    answered: tuple[Answered, ...] = ()

    @property
    def is_blocked(self) -> bool:
        return self.submission is None


def receivable(kabupaten: Kabupaten | None = None, *, entries: Catalogue | None = None) -> tuple[Dataset, ...]:
    """The datasets that a kabupaten, or anybody at all, may send as a file, in catalogue order."""
    known = entries or catalogue()
    offered = known.datasets.values() if kabupaten is None else known.datasets_of(kabupaten.code)
    return tuple(d for d in offered if d.stores in _TAKERS)


def receive(
    content: bytes,
    name: str,
    dataset: Dataset,
    kabupaten: Kabupaten,
    today: date,
    *,
    mode: Mode,
    by: str = "",
    reason: str = "",
    known: pd.DataFrame | None = None,
    answers: Mapping[str, str] = NO_ANSWERS,
    entries: Catalogue | None = None,
) -> Received:
    """Read, match and check one file.

    today: the date in the kabupaten's time zone. known: rows of read `unit_values` of the datasets that
    `compared_with` names, for comparisons across datasets and for what a register does not count. by, reason: may
    be filled in later with `dataclasses.replace`. answers: what a person decided, by the id of the question.
    entries: the catalogue, the shipped one unless given.
    """
    entries = entries or catalogue()
    if dataset not in receivable(kabupaten, entries=entries):
        return Received((blocking(say.not_received(dataset.label)),), None, None)
    book = read(content, name)
    if isinstance(book, Problem):
        return Received((book,), None, None)
    asking = Asking(answers)
    given: dict[str, Any] = {
        "kabupaten": kabupaten,
        "entries": entries,
        "today": today,
        "known": known,
        "asking": asking,
    }
    facts: tuple[str, ...] = ()
    if register := _register_in(book, entries.registers_of(dataset)):
        taken = _take_register(register, **given)
        problems = list(taken.problems)
        rows = len(register.rows)
    else:
        context = Context(dataset, kabupaten, entries, names_known(entries, dataset), today, asking)
        headings = headings_of(book, context)
        # Before anything else, so that no other sentence can quote a cell of such a file.
        if personal := _personal_data_in(book, headings):
            return Received(in_reading_order(personal), None, None)
        if dataset.form == "open_data":
            taken, rows, facts = _take_open_data(book, dataset=dataset, **given)
            problems = []
        elif dataset.is_list:
            table = table_of(book, headings, dataset)
            taken, rows, problems = _take_list(table, dataset=dataset, **given), len(table.rows), []
        else:
            laid = lay_out(book, headings, context)
            if laid.table is None:
                return Received(in_reading_order(laid.problems), None, None, asking.open, asking.answered)
            taken = _TAKERS[dataset.stores](laid.table, dataset=dataset, **given)
            problems, rows, facts = list(laid.problems), len(laid.table.rows), laid.facts
        # What waits for an answer is asked, and is no problem until then.
        problems += [p for p in taken.problems if p.message != say_reading.ASKED.message]
    file_name = safe_file_name(name)
    if file_name != name:
        problems.append(notice(FILE_NAME_CHANGED))
    is_clear = not asking.open and not any(p.severity is Severity.BLOCKING for p in problems)
    if is_clear and not taken.scope:
        problems.append(blocking(say.NO_VALUES))
        is_clear = False
    submission = None
    if is_clear:
        submission = Submission(
            dataset=dataset.fills or dataset.id,
            kabupaten=kabupaten.code,
            mode=mode,
            file_name=file_name,
            checksum=checksum(content),
            by=by,
            reason=reason,
            scope=taken.scope,
            observations=taken.observations,
            published=taken.published,
            entries=taken.entries,
            file=content if taken.keeps_file else None,
            confirmed=confirmed_by(asking.answered),
            unanswered=_in_order(p.rule for p in problems if p.severity is Severity.WARNING),
        )
    understood = Understood(
        file_name=file_name,
        dataset=dataset.id,
        rows=rows,
        stored_rows=len(taken.scope if taken.entries is None else taken.entries),
        columns=taken.columns,
        units=taken.units,
        periods=tuple(sorted({period for _, period in taken.scope})) if taken.entries is None else (),
        facts=facts,
    )
    return Received(in_reading_order(problems), submission, understood, asking.open, asking.answered)


def _register_in(book: Book, registers: Sequence[Register]) -> RegisterSheet | None:
    """The first sheet that is a register; None where there is none."""
    tables = (Table(book.name, sheet.rows[0], sheet.rows[1:]) for sheet in book.sheets)
    return next((found for table in tables if (found := find_register(table, registers))), None)


def _personal_data_in(book: Book, headings: Sequence[Heading | None]) -> list[Problem]:
    """Personal data anywhere in a file, also in sheets, titles and notes that are not read further.

    Each row that a header is written in is looked at as one, and so are the first rows of a sheet without.
    """
    found: dict[tuple[str, str], Problem] = {}
    # Spreadsheets put the name of whoever wrote a comment in front of it, so names say nothing here.
    for kind in dict.fromkeys(kind_in(note, names=False) for note in book.notes):
        if kind is not None:
            problem = blocking(in_note(kind))
            found["", problem.message] = problem
    for sheet, heading in zip(book.sheets, headings, strict=True):
        headers = heading.rows if heading and heading.rows else sheet.rows[:SEARCHED_FOR_HEADERS]
        first = Row(headers[-1].number, heading.written) if heading and heading.rows else headers[0]
        above = {row.number for row in (heading.rows if heading else headers[:1])}
        body = tuple(row for row in sheet.rows if row.number not in above)
        for table in (Table(book.name, first, body), *(Table(book.name, header, ()) for header in headers)):
            for problem in find_personal_data(table):
                placed = replace(problem, sheet=sheet.name if len(book.sheets) > 1 else "")
                found.setdefault((placed.sheet, placed.message), placed)
    return list(found.values())


@dataclass(frozen=True)
class _Taken:
    """What a table gives, whichever kind of dataset it is. keeps_file: not where the file tells of persons."""

    problems: list[Problem]
    scope: tuple[tuple[str, Period], ...]
    columns: dict[str, str]
    units: tuple[str, ...]
    observations: pd.DataFrame | None = None
    published: pd.DataFrame | None = None
    entries: pd.DataFrame | None = None
    keeps_file: bool = True


def _take_register(
    sheet: RegisterSheet,
    *,
    kabupaten: Kabupaten,
    entries: Catalogue,
    today: date,
    known: pd.DataFrame | None,
    asking: Asking,
) -> _Taken:
    counts = count_register(sheet, kabupaten=kabupaten, entries=entries, today=today, known=known, asking=asking)
    return _Taken(
        problems=counts.problems,
        scope=counts.scope,
        columns=counts.columns,
        units=counts.units,
        observations=counts.observations,
        keeps_file=False,
    )


def _take_observations(
    table: Table,
    *,
    dataset: Dataset,
    kabupaten: Kabupaten,
    entries: Catalogue,
    today: date,
    known: pd.DataFrame | None,
    asking: Asking,
) -> _Taken:
    recognised = recognise(table, dataset=dataset, kabupaten=kabupaten, catalogue=entries, today=today, asking=asking)
    rows, unclear = count_rows(recognised, catalogue=entries)
    rows, in_sheets = joined(rows, asking)
    if in_sheets:
        unclear.append(notice(say_reading.sheets_joined(in_sheets)))
    rows, of_desa = together(rows)
    if of_desa:
        unclear.append(notice(matching.desa_summed(of_desa)))
    impossible = find_problems(rows, recognised, dataset=dataset, catalogue=entries, kabupaten=kabupaten, known=known)
    scope, observations = observations_of(rows)
    problems = [*recognised.problems, *unclear, *impossible]
    units = {
        row.number: p.facility.name for row, p in zip(recognised.rows, recognised.places, strict=True) if p.facility
    }
    return _Taken(
        problems=[replace(p, unit=units.get(p.row, "")) if p.row is not None else p for p in problems],
        scope=scope,
        columns={
            table.header.cell(index): entries.elements[element].label
            for index, element in sorted((recognised.columns.elements | recognised.columns.gathered).items())
        },
        units=tuple(rows.names[unit] for unit in _in_order(unit for unit, _ in scope)),
        observations=observations,
    )


def _take_published(
    table: Table,
    *,
    dataset: Dataset,
    kabupaten: Kabupaten,
    entries: Catalogue,
    today: date,
    known: pd.DataFrame | None,
    asking: Asking,
) -> _Taken:
    values, problems = read_published(
        table, dataset=dataset, kabupaten=kabupaten, catalogue=entries, today=today, asking=asking
    )
    scope, published = published_of(values)
    roles = roles_found(table.header.cells, PUBLISHED_ROLES)
    return _Taken(
        problems=problems,
        scope=scope,
        columns={table.header.cell(index): role for index, role in roles.items()},
        units=_in_order(entries.indicators[v.indicator].label for v in values),
        published=published,
    )


def _take_list(
    table: Table,
    *,
    dataset: Dataset,
    kabupaten: Kabupaten,
    entries: Catalogue,
    today: date,
    known: pd.DataFrame | None,
    asking: Asking,
) -> _Taken:
    found = read_list(
        table, dataset=dataset, kabupaten=kabupaten, catalogue=entries, today=today, known=known, asking=asking
    )
    nothing_known = known is None or not (known["counts"] & (known["dataset"] == dataset.id)).any()
    problems = [blocking(say.NO_ROWS)] if not table.rows and nothing_known else found.problems
    return _Taken(
        problems=problems,
        scope=((kabupaten.code, WHOLE_LIST),),
        columns=found.columns,
        units=(),
        entries=found.entries,
    )


def _take_open_data(
    book: Book,
    *,
    dataset: Dataset,
    kabupaten: Kabupaten,
    entries: Catalogue,
    today: date,
    known: pd.DataFrame | None,
    asking: Asking,
) -> tuple[_Taken, int, tuple[str, ...]]:
    """What an export of the kabupaten's portal gives, its number of rows, and how it was read."""
    portal = entries.portal_of(kabupaten.code)
    if portal is None:
        return _Taken([blocking(say_open_data.no_portal(kabupaten.name))], (), {}, ()), 0, ()
    export = read_export(
        book, portal=portal, dataset=dataset, kabupaten=kabupaten, entries=entries, today=today, asking=asking
    )
    scope, published = published_of(export.values)
    taken = _Taken(
        problems=export.problems,
        scope=scope,
        columns=export.columns,
        units=_in_order(entries.indicators[v.indicator].label for v in export.values),
        published=published,
    )
    return taken, export.rows, tuple(export.facts)


def _in_order(names: Iterable[str]) -> tuple[str, ...]:
    """Each name once, in the order of the file."""
    return tuple(dict.fromkeys(names))


# By the table a dataset fills.
_TAKERS: dict[str, Callable[..., _Taken]] = {
    "observations": _take_observations,
    "published": _take_published,
    "entries": _take_list,
}
