"""Lists of facilities and desa: downloaded, edited in a spreadsheet, uploaded, checked and compared.

Ids are stable and never leave a list; what no longer runs gets `valid_to`. Nothing here writes anything.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, Literal

import xlsxwriter

from indicators.areas import Area, Facility, Kabupaten, What
from indicators.intake.days import date_in
from indicators.intake.headers import roles_found
from indicators.intake.names import bare_kecamatan
from indicators.intake.personal_data import find_personal_data
from indicators.intake.personal_text import kind_in
from indicators.intake.problems import blocking, in_reading_order
from indicators.intake.read import read
from indicators.intake.tables import Row, Table, column_letter
from indicators.intake.template import Format, as_csv
from indicators.vocabulary import Level, Problem
from indicators.wording import area_lists as say
from indicators.wording import personal_data as personal_words
from indicators.wording.intake import Sentence

Entry = Facility | Area
ListOf = Literal[What.FACILITIES, What.DESA]

# Column of the file -> field of the entry; `kecamatan` only checks the code beside it.
_FIELDS: dict[ListOf, dict[str, str]] = {
    What.FACILITIES: {
        "kode": "id", "nama_fasilitas": "name", "jenis": "kind", "kode_kecamatan": "kecamatan",
        "kode_nasional": "national_code", "ejaan_lain": "aliases", "status": "status", "catatan": "note",
        "sumber": "source", "berlaku_dari": "valid_from", "berlaku_sampai": "valid_to",
        "pengganti_dari": "successor_of",
    },
    What.DESA: {
        "kode": "code", "nama_desa": "name", "kode_kecamatan": "parent", "kode_bps": "bps_code",
        "ejaan_lain": "aliases", "berlaku_dari": "valid_from", "berlaku_sampai": "valid_to",
        "pengganti_dari": "successor_of",
    },
}  # fmt: skip
_KECAMATAN = "kecamatan"
_GUIDES: dict[ListOf, tuple[tuple[str, str], ...]] = {
    What.FACILITIES: say.GUIDE_FACILITIES,
    What.DESA: say.GUIDE_DESA,
}
_LETTERS = {"puskesmas": "P", "hospital": "R"}
_SHOWN = 10


@dataclass(frozen=True)
class Difference:
    """One entry that publishing would add, end or change. fields: (field, old, new) as text."""

    kind: Literal["added", "ended", "changed"]
    code: str
    name: str
    fields: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True)
class ReceivedList:
    """problems: all at once. entries: the whole new list; None where a problem blocks."""

    problems: tuple[Problem, ...]
    entries: tuple[Entry, ...] | None
    differences: tuple[Difference, ...] = ()


def entries_of(what: ListOf, kabupaten: Kabupaten) -> tuple[Entry, ...]:
    """The list as it is now."""
    return kabupaten.facilities if what is What.FACILITIES else kabupaten.desa


def list_file(what: ListOf, kabupaten: Kabupaten, *, format: Format) -> bytes:
    """The present list as a spreadsheet that can be edited and uploaded again."""
    header = _header(what)
    lines: list[list[int | str | None]] = [
        [_cell(entry, _FIELDS[what].get(column), kabupaten) for column in header]
        for entry in entries_of(what, kabupaten)
    ]
    return as_csv(header, lines) if format == "csv" else _as_xlsx(header, lines, _GUIDES[what])


def receive_list(content: bytes, name: str, what: ListOf, kabupaten: Kabupaten) -> ReceivedList:
    """Read and check an edited list, and compare it with the present one."""
    book = read(content, name)
    if isinstance(book, Problem):
        return ReceivedList((book,), None)
    sheet = next((s for s in book.sheets if s.name == say.SHEET), book.sheets[0])
    table = Table(book.name, sheet.rows[0], sheet.rows[1:])
    if personal := list(_personal_data(table)):
        return ReceivedList(in_reading_order(personal), None)
    columns = {role: index for index, role in roles_found(table.header.cells, dict.fromkeys(_header(what), ())).items()}
    if missing := [c for c in _header(what) if c not in columns and c != _KECAMATAN]:
        return ReceivedList((blocking(say.columns_missing(missing)),), None)
    reading = _Reading(what, kabupaten, table, columns, name)
    entries = reading.entries()
    problems = in_reading_order(reading.problems)
    if problems:
        return ReceivedList(problems, None)
    return ReceivedList((), tuple(entries), tuple(_differences(entries_of(what, kabupaten), entries)))


def _personal_data(table: Table) -> Iterator[Problem]:
    """As for files of counts, but names and addresses of places are what such a list holds."""
    yield from find_personal_data(replace(table, rows=()))
    for row in table.rows:
        for index, cell in enumerate(row.cells):
            kind = kind_in(cell)
            if kind is not None and kind not in (personal_words.ADDRESS, personal_words.PERSON_NAME):
                position = personal_words.column_cells(column_letter(index), [row.number])
                yield blocking(personal_words.personal_data(kind, position), row=row.number)


class _Reading:
    """One pass over an edited list, which collects what is wrong with it."""

    def __init__(self, what: ListOf, here: Kabupaten, table: Table, columns: dict[str, int], file: str) -> None:
        self._what, self._here, self._table, self._columns, self._file = what, here, table, columns, file
        self._present = {code_of(entry): entry for entry in entries_of(what, here)}
        self._next = {letter: self._first_free(letter) for letter in _LETTERS.values()}
        self.problems: list[Problem] = []

    def entries(self) -> list[Entry]:
        """The entries of all rows that are sound, in the order of the present list, new ones last."""
        found: list[tuple[Row, Entry]] = []
        for row in self._table.rows:
            entry = self._entry(row)
            if entry is not None:
                found.append((row, entry))
        self._check_together(found)
        order = {code: place for place, code in enumerate(self._present)}
        return sorted((e for _, e in found), key=lambda e: (order.get(code_of(e), len(order)), code_of(e)))

    def _entry(self, row: Row) -> Entry | None:
        begun = len(self.problems)
        fields: dict[str, Any] = {
            field: row.cell(self._columns[column]) or None for column, field in _FIELDS[self._what].items()
        }
        place = "kecamatan" if self._what is What.FACILITIES else "parent"
        fields[place] = self._kecamatan(row, fields[place])
        for column, field in (("berlaku_dari", "valid_from"), ("berlaku_sampai", "valid_to")):
            fields[field] = self._date(row, column, fields[field])
        if fields["valid_from"] and fields["valid_to"] and fields["valid_to"] < fields["valid_from"]:
            self._refuse(say.DATES_REVERSED, row, "berlaku_sampai")
        if not fields["name"]:
            self._refuse(say.NAME_BLANK, row, "nama_fasilitas" if self._what is What.FACILITIES else "nama_desa")
        fields["aliases"] = tuple(a.strip() for a in (fields["aliases"] or "").split("|") if a.strip())
        make = self._facility if self._what is What.FACILITIES else self._desa
        entry = make(row, fields) if len(self.problems) == begun else None
        return entry if len(self.problems) == begun else None

    def _facility(self, row: Row, fields: dict[str, Any]) -> Facility | None:
        kind = say.KINDS.get((fields["kind"] or "").casefold())
        if kind is None:
            self._refuse(say.KIND_UNKNOWN, row, "jenis")
            return None
        before = self._present.get(fields["id"] or "")
        if fields["id"] and before is None:
            self._refuse(say.CODE_UNKNOWN, row, "kode")
            return None
        if before is None:
            letter = _LETTERS[kind]
            fields["id"] = f"{self._here.code}.{letter}{self._next[letter]:02}"
            self._next[letter] += 1
        fields |= {
            "kind": kind,
            "status": fields["status"] or say.STATUS_NEW,
            "note": fields["note"] or "",
            "source": fields["source"] or say.FROM_FILE.format(file=self._file),
        }
        return Facility(**_with_former_name(fields, before))

    def _desa(self, row: Row, fields: dict[str, Any]) -> Area | None:
        code = fields["code"] or ""
        if not re.fullmatch(rf"{re.escape(fields['parent'])}\.[12]\d{{3}}", code):
            self._refuse(say.CODE_MALFORMED, row, "kode")
            return None
        return Area(**_with_former_name(fields, self._present.get(code)), level=Level.DESA)

    def _kecamatan(self, row: Row, code: str | None) -> str | None:
        """By code, else by name; where both are written they must agree."""
        named = row.cell(self._columns[_KECAMATAN]) if _KECAMATAN in self._columns else ""
        by_name = {bare_kecamatan(n): a.code for a in self._here.kecamatan for n in (a.name, *a.aliases)}
        found = by_name.get(bare_kecamatan(named)) if named else None
        if (code or found) not in {a.code for a in self._here.kecamatan}:
            self._refuse(say.KECAMATAN_UNKNOWN, row, "kode_kecamatan")
            return None
        if code and named and found != code:
            self._refuse(say.KECAMATAN_DIFFERS, row, _KECAMATAN)
        return code or found

    def _date(self, row: Row, column: str, written: str | None) -> date | None:
        if not written:
            return None
        found = date_in(written)
        if found is None:
            self._refuse(say.DATE_UNREADABLE, row, column)
        return found

    def _check_together(self, found: list[tuple[Row, Entry]]) -> None:
        """What only shows between rows. Rows with a problem of their own still count as present."""
        codes = [row.cell(self._columns["kode"]) for row in self._table.rows]
        times = Counter(code for code in codes if code)
        for row, code in zip(self._table.rows, codes, strict=True):
            if times[code] > 1:
                self._refuse(say.CODE_TWICE, row, "kode")
        if gone := [entry.name for code, entry in self._present.items() if code not in times]:
            self.problems.append(blocking(say.left_out(gone[:_SHOWN], len(gone) - len(gone[:_SHOWN]))))
        known = {code_of(entry) for _, entry in found} | set(times)
        names = Counter(_name_key(entry) for _, entry in found if entry.valid_to is None)
        for row, entry in found:
            if entry.successor_of and entry.successor_of not in known - {code_of(entry)}:
                self._refuse(say.SUCCESSOR_UNKNOWN, row, "pengganti_dari")
            if entry.valid_to is None and names[_name_key(entry)] > 1:
                self._refuse(say.NAME_TWICE, row, "nama_fasilitas" if self._what is What.FACILITIES else "nama_desa")

    def _refuse(self, sentence: Sentence, row: Row, column: str) -> None:
        self.problems.append(blocking(sentence, row=row.number, column=column))

    def _first_free(self, letter: str) -> int:
        """The number after all that were ever given, also in lists that were taken back."""
        given = (re.fullmatch(rf"{re.escape(self._here.code)}\.{letter}(\d+)", id_) for id_ in self._here.kecamatan_of)
        return 1 + max((int(found[1]) for found in given if found), default=0)


def code_of(entry: Entry) -> str:
    return entry.id if isinstance(entry, Facility) else entry.code


def _name_key(entry: Entry) -> tuple[str, str]:
    """Facilities are told apart by name in the whole kabupaten, desa within their kecamatan."""
    return ("" if isinstance(entry, Facility) else entry.parent, entry.name.casefold())


def _with_former_name(fields: dict[str, Any], before: Entry | None) -> dict[str, Any]:
    """A renamed entry is still found by the name that it had."""
    if before is None or before.name == fields["name"] or before.name in fields["aliases"]:
        return fields
    return fields | {"aliases": (*fields["aliases"], before.name)}


def _differences(before: Iterable[Entry], after: Iterable[Entry]) -> Iterator[Difference]:
    old = {code_of(entry): entry for entry in before}
    for entry in after:
        was = old.get(code_of(entry))
        if was is None:
            yield Difference("added", code_of(entry), entry.name)
        elif was != entry:
            fields = tuple(
                (field, _text(getattr(was, field)), _text(getattr(entry, field)))
                for field in type(entry).model_fields
                if getattr(was, field) != getattr(entry, field)
            )
            ended = was.valid_to is None and entry.valid_to is not None
            yield Difference("ended" if ended else "changed", code_of(entry), entry.name, fields)


def _header(what: ListOf) -> list[str]:
    """The columns of the file, the kecamatan's name behind its code."""
    columns = list(_FIELDS[what])
    place = columns.index("kode_kecamatan") + 1
    return [*columns[:place], _KECAMATAN, *columns[place:]]


def _cell(entry: Entry, field: str | None, kabupaten: Kabupaten) -> str | None:
    if field is None:
        return kabupaten.name_of(entry.kecamatan if isinstance(entry, Facility) else entry.parent)
    value = getattr(entry, field)
    if field == "kind":
        return next((word for word, kind in say.KINDS.items() if kind == value), value)
    return _text(value) or None


def _text(value: Any) -> str:
    return "|".join(value) if isinstance(value, tuple) else "" if value is None else str(value)


def _as_xlsx(header: list[str], lines: list[list[int | str | None]], guide: Iterable[tuple[str, str]]) -> bytes:
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False}) as book:
        heading = book.add_format({"bold": True, "bg_color": "#1F4E5F", "font_color": "#FFFFFF", "border": 1})
        as_text = book.add_format({"num_format": "@"})  # so that no code becomes a date
        sheet = book.add_worksheet(say.SHEET)
        sheet.freeze_panes(1, 2)
        sheet.set_column(0, len(header) - 1, 20, as_text)
        sheet.write_row(0, 0, header, heading)
        for number, line in enumerate(lines, start=1):
            for column, cell in enumerate(line):
                if cell is not None:
                    sheet.write_string(number, column, str(cell), as_text)
        explained = book.add_worksheet(say.GUIDE_SHEET)
        explained.set_column(0, 0, 20)
        explained.set_column(1, 1, 90)
        explained.write_row(0, 0, say.GUIDE_HEADINGS, heading)
        for number, texts in enumerate(guide, start=1):
            explained.write_row(number, 0, texts)
    return buffer.getvalue()
