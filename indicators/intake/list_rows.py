"""Lists: one row an entry, read by the columns that the catalogue declares, whichever list it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

import pandas as pd

from indicators.areas import Kabupaten
from indicators.catalogue import Catalogue, Column, Dataset
from indicators.intake import names
from indicators.intake.days import date_in
from indicators.intake.header_rows import Heading
from indicators.intake.headers import by_header, comparable, seems_to_be
from indicators.intake.personal_text import kind_in
from indicators.intake.problems import blocking, notice, warning
from indicators.intake.published import Form
from indicators.intake.questions import Asking, Question
from indicators.intake.tables import Book, Row, Table
from indicators.vocabulary import Problem, Severity
from indicators.warehouse import Words, list_words
from indicators.wording import intake as say_intake
from indicators.wording import lists as say
from indicators.wording import personal_data as say_personal

# A day further ahead is a typing error, not a plan.
YEARS_AHEAD = 5
NEW = "new"
_SEPARATOR = list_words.BETWEEN.strip()
# The kinds of `warehouse.Confirmed` under which an answer is remembered; those of places as files of counts ask them.
_REMEMBERED = {"facility": "puskesmas", "place": "kecamatan", "indicator": "indicator", "reference": "entry"}


@dataclass(frozen=True)
class ListRead:
    """entries: rows for `Submission.entries`; titles: what they are called, in the order of the file."""

    entries: pd.DataFrame
    problems: list[Problem]
    columns: dict[str, str]
    titles: tuple[str, ...]


def table_of(book: Book, headings: Sequence[Heading | None], dataset: Dataset) -> Table:
    """The sheet `Data`, else the one whose header knows most of the list's columns, else the first."""
    own = by_header(dataset)
    pairs = list(zip(book.sheets, headings, strict=True))

    def fit(place: int) -> tuple[bool, int]:
        sheet, heading = pairs[place]
        known = 0 if heading is None else sum(comparable(name) in own for name in heading.written)
        return sheet.name.strip().casefold() == say_intake.SHEET_DATA.casefold(), known

    sheet, heading = pairs[max(range(len(pairs)), key=lambda place: (*fit(place), -place))]
    if heading is None or not heading.rows:
        return Table(book.name, sheet.rows[0], sheet.rows[1:])
    return Table(book.name, Row(heading.rows[-1].number, heading.written), sheet.rows[heading.below :])


def read_list(
    table: Table,
    *,
    dataset: Dataset,
    kabupaten: Kabupaten,
    catalogue: Catalogue,
    today: date,
    known: pd.DataFrame | None,
    asking: Asking,
) -> ListRead:
    """The entries of a table, and everything wrong with it. known: rows of `known_entries`, None where unknown."""
    by_name = by_header(dataset)
    named = enumerate(map(comparable, table.header.cells))
    columns = {index: by_name[name] for index, name in named if name in by_name}
    wrong = list(_column_problems(table, columns, dataset, catalogue))
    if any(problem.severity is Severity.BLOCKING for problem in wrong):
        return ListRead(list_words.entries_frame(dataset, [], Words(kabupaten, catalogue, {})), wrong, {}, ())
    reading = _Reading(table, dataset, kabupaten, catalogue, today, known, asking, columns)
    entries = reading.entries()
    frame = list_words.entries_frame(dataset, [fields for _, fields in entries], reading.words)
    labels = {column.column: column.label for column in dataset.columns.values()}
    return ListRead(
        entries=frame,
        problems=[*wrong, *reading.problems, *reading.together(entries)],
        columns={table.header.cell(index): labels[header] for index, header in sorted(columns.items())},
        titles=tuple(frame["label"]),
    )


def _column_problems(
    table: Table, columns: Mapping[int, str], dataset: Dataset, catalogue: Catalogue
) -> Iterator[Problem]:
    required = [column for column in dataset.columns.values() if column.required]
    if missing := [column for column in required if column.column not in columns.values()]:
        other = seems_to_be(table.header.cells, dataset, catalogue)
        if other is not None:
            yield blocking(say_intake.other_dataset(dataset.label, other.label))
            return
        if not columns:
            yield blocking(say_intake.HEADER_NOT_FOUND, row=table.header.number)
            return
    yield from (blocking(say_intake.column_missing(column.column, column.label)) for column in missing)
    first: dict[str, int] = {}
    for index, header in enumerate(table.header.cells[: table.width]):
        role = columns.get(index)
        if role is None and header:
            yield notice(say_intake.COLUMN_UNUSED, column=header)
        elif role is not None and role in first:
            yield blocking(say_intake.column_twice(table.header.cell(first[role])), column=header)
        elif role is not None:
            first[role] = index


class _Reading:
    """One pass over a table, which collects what is wrong with it."""

    def __init__(
        self,
        table: Table,
        dataset: Dataset,
        kabupaten: Kabupaten,
        catalogue: Catalogue,
        today: date,
        known: pd.DataFrame | None,
        asking: Asking,
        columns: Mapping[int, str],
    ) -> None:
        self._table, self._dataset, self._here = table, dataset, kabupaten
        self._catalogue, self._today, self._asking, self._columns = catalogue, today, asking, columns
        self._known = known
        frame = pd.DataFrame(columns=["dataset", "key", "label", "counts"]) if known is None else known
        self._own = frame[frame["dataset"] == dataset.id]
        now = frame[frame["counts"].astype(bool) & (frame["dataset"] != dataset.id)]
        # Later ones are of other kabupaten: a name that two have means the own one.
        self._referred: dict[str, dict[str, str]] = {}
        for row in now.itertuples(index=False):
            self._referred.setdefault(str(row.dataset), {})[str(row.key)] = str(row.label)
        self.words = Words(kabupaten, catalogue, self._referred)
        self._taken = [str(key) for key in self._own["key"]]
        self._options = {id_: self._named(column) for id_, column in dataset.columns.items()}
        self._waiting: set[int] = set()
        self.problems: list[Problem] = []

    def entries(self) -> list[tuple[Row, dict[str, Any]]]:
        """The entries of all rows that are sound, each with its row."""
        found = []
        for row in self._table.rows:
            form = Form(row, self._table, self._columns)
            fields, is_open = self._fields(form)
            self.problems += form.problems
            if not form.is_blocked and not is_open:
                found.append((row, fields))
        return found

    def together(self, entries: Sequence[tuple[Row, Mapping[str, Any]]]) -> Iterator[Problem]:
        """What only the whole list shows: an entry twice, and entries that are there now and not in the file."""
        by_key: dict[str, list[Row]] = {}
        titles: dict[str, str] = {}
        for row, fields in entries:
            keys = [list_words.key_of(self._dataset, fields)]
            if self._dataset.own_id is not None and self._name is not None:
                keys.append(comparable(str(fields.get(self._name, ""))))
            for key in keys:
                by_key.setdefault(key, []).append(row)
                titles[key] = self.words.title(self._dataset, fields)
        said: set[tuple[int, ...]] = set()
        for key, rows in by_key.items():
            numbers = tuple(row.number for row in rows)
            if len(rows) > 1 and numbers not in said:
                said.add(numbers)
                sentence = say.twice(titles[key], say_intake.row_numbers(numbers))
                yield from (blocking(sentence, row=row.number) for row in rows)
        present = self._own[self._own["counts"].astype(bool)]
        gone = [str(r.label) for r in present.itertuples(index=False) if str(r.key) not in by_key]
        # While a row has a problem of its own, what it is an entry of is not known.
        if gone and len(entries) == len(self._table.rows):
            yield warning(say.removes(gone))

    @property
    def _name(self) -> str | None:
        """The column of a list with ids that names an entry, where it is one of text."""
        [first, *others] = self._dataset.title
        return first if not others and self._dataset.columns[first].type == "text" else None

    def _fields(self, form: Form) -> tuple[dict[str, Any], bool]:
        """The entry on one row, and whether a question about it is open."""
        fields: dict[str, Any] = {}
        for id_, column in self._dataset.columns.items():
            value = self._cell(form, id_, column, fields)
            if value is not None:
                fields[id_] = value
            elif column.required and not form.text(column.column):
                form.required(column.column)
        self._compare(form, fields)
        if self._dataset.own_id is not None and not form.is_blocked:
            self._identify(form, fields)
        return fields, form.row.number in self._waiting

    def _cell(self, form: Form, id_: str, column: Column, fields: Mapping[str, Any]) -> Any:
        """The value of a cell; None where it is blank, wrong or asked."""
        text = form.text(column.column)
        if not text or column.type == "identifier":
            return text or None
        parts = [part.strip() for part in text.split(_SEPARATOR)] if column.several else [text]
        values = [self._value(form, id_, column, part, fields) for part in parts if part]
        if any(value is None for value in values):
            return None
        return list(dict.fromkeys(values)) if column.several else values[0]

    def _value(self, form: Form, id_: str, column: Column, text: str, fields: Mapping[str, Any]) -> Any:
        if column.type in ("choice", "guideline", "slide"):
            found = self._options[id_].get(comparable(text))
            if found is None:
                form.wrong(say.not_one_of(column.label, list(self.words.options(column).values())), column.column)
            return found
        if column.type in _REMEMBERED:
            return self._found(form, id_, column, text)
        if column.type == "maturity":
            return self._maturity(form, column, text, fields)
        if column.type == "whole":
            return self._whole(form, column, text)
        if column.type == "number":
            return self._number(form, column)
        if column.type == "day":
            day = date_in(text)
            if day is None or day.year > self._today.year + YEARS_AHEAD:
                form.wrong(say.BAD_DAY, column.column)
                return None
            return day.isoformat()
        if column.type == "link" and not text.casefold().startswith(("https://", "http://")):
            form.wrong(say.BAD_LINK, column.column)
            return None
        if kind := kind_in(text):
            form.wrong(say_personal.in_cell(kind), column.column)
            return None
        return text

    def _whole(self, form: Form, column: Column, text: str) -> int | None:
        least, most = column.least or 0, column.most or 0
        if text.isascii() and text.isdigit() and least <= int(text) <= most:
            return int(text)
        form.wrong(say.not_in_range(column.label, least, most), column.column)
        return None

    def _number(self, form: Form, column: Column) -> float | None:
        found = form.number(column.column)
        least, most = column.least or 0, column.most or 0
        if found is None or least <= found <= most:
            return found
        form.wrong(say.not_between(column.label, least, most), column.column)
        return None

    def _maturity(self, form: Form, column: Column, text: str, fields: Mapping[str, Any]) -> int | None:
        guideline = self._catalogue.guidelines.get(str(fields.get("guideline")))
        if guideline is None:
            return None  # said of its own column
        by_name = {comparable(i.label): number for number, i in guideline.indicators.items()}
        number = int(text) if text.isascii() and text.isdigit() else by_name.get(comparable(text))
        if number not in guideline.indicators:
            form.wrong(say.no_such_number(column.label, guideline.label), column.column)
            return None
        return number

    def _found(self, form: Form, id_: str, column: Column, text: str) -> str | None:
        """What a name means: itself, or by a person's answer where it only resembles one."""
        known = self._options[id_]
        bare = names.bare_name(text) if column.type == "facility" else comparable(text)
        if (found := known.get(bare) or known.get(comparable(text))) is not None:
            return found
        labels = self.words.options(column)
        near = names.nearest(text, labels.values(), str.casefold)
        if not near:
            form.wrong(say.unknown(column.label), column.column)
            return None
        likely = [key for name in near for key, label in labels.items() if label == name]
        options = [*dict.fromkeys([*likely, *labels])]
        question = Question(
            id=f"{_REMEMBERED[column.type]}/{bare}",
            text=say.which(column.label, text),
            options=tuple((key, labels[key]) for key in options),
            column=form.header(column.column),
            remembered=True,
        )
        return self._ask(question, form)

    def _ask(self, question: Question, form: Form) -> str | None:
        answer = self._asking.ask(question, row=form.row.number)
        if answer is None:
            self._waiting.add(form.row.number)
        return answer

    def _named(self, column: Column) -> dict[str, str]:
        """Every comparable spelling of what a column may hold -> id; the first of two equal ones stands."""
        labels = self.words.options(column)
        spellings = [(spelling, id_) for id_, label in labels.items() for spelling in (label, id_)]
        if column.type == "choice":
            words = self._catalogue.vocabularies[column.vocabulary or ""].words
            spellings += [(alias, id_) for id_, word in words.items() for alias in word.aliases]
        elif column.type == "indicator":
            spellings += [(i.label, id_) for id_, i in self._catalogue.indicators.items()]
        elif column.type == "place":
            spellings += [(alias, area.code) for area in self._here.kecamatan for alias in area.aliases]
        elif column.type == "facility":
            every = [(name, f.id) for f in self._here.facilities for name in (f.name, *f.aliases)]
            return {names.bare_name(name): id_ for name, id_ in reversed(every)} | {
                comparable(name): id_ for name, id_ in reversed([*spellings, *every])
            }
        return {comparable(spelling): id_ for spelling, id_ in reversed(spellings)}

    def _compare(self, form: Form, fields: Mapping[str, Any]) -> None:
        """Columns of one row against each other, as the catalogue says."""
        columns = self._dataset.columns
        for first, second in self._dataset.in_order:
            if first in fields and second in fields and fields[first] > fields[second]:
                form.wrong(say.days_reversed(columns[first].label, columns[second].label), columns[first].column)
        for first, second in self._dataset.within:
            if set(fields.get(first, ())) - set(fields.get(second, ())):
                form.wrong(say.not_within(columns[first].label, columns[second].label), columns[first].column)
        for group in self._dataset.one_of:
            if not any(form.text(columns[id_].column) for id_ in group):
                form.wrong(say.rows_required([columns[id_].label for id_ in group]), columns[group[0]].column)

    def _identify(self, form: Form, fields: dict[str, Any]) -> None:
        """Our own id: the given one where it is known, that of the entry with this name, else the next one."""
        own = self._dataset.own_id
        assert own is not None  # the caller looked
        given = fields.get(own)
        if given is not None:
            if self._known is not None and given not in self._taken:
                form.wrong(say.IDENTIFIER_UNKNOWN, self._dataset.columns[own].column)
            return
        name = str(fields.get(self._name)) if self._name else ""
        present = {str(r.key): str(r.label) for r in self._own.itertuples(index=False) if r.label}
        same = next((key for key, label in present.items() if name and comparable(label) == comparable(name)), None)
        if same is not None:
            form.problems.append(notice(say.known_by_name(present[same], same), row=form.row.number))
        elif name and (near := names.nearest(name, present.values(), str.casefold)):
            likely = [(key, label) for label in near for key in present if present[key] == label]
            question = Question(
                id=f"same/{comparable(name)}", text=say.same_entry(name), options=(*likely, (NEW, say.NEW_ENTRY))
            )
            answer = self._ask(question, form)
            same = answer if answer != NEW else None
            if answer is None:
                return
        fields[own] = same or list_words.next_id(self._dataset.columns[own].letter, self._here.code, self._taken)
        self._taken.append(fields[own])
