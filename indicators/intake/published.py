"""Published values: what a survey, a census or an award body printed, one value a row, with its source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from rapidfuzz import fuzz, process

from indicators.areas import NATION, Kabupaten
from indicators.catalogue import Catalogue, Dataset, Indicator
from indicators.intake import headers
from indicators.intake.headers import PUBLISHED_NUMBERS
from indicators.intake.names import LIKENESS, PROPOSALS
from indicators.intake.periods import is_future, month_in, span_in, year_in
from indicators.intake.personal_text import kind_in
from indicators.intake.problems import blocking, notice, warning
from indicators.intake.published_units import in_unit
from indicators.intake.questions import Asking
from indicators.intake.tables import Row, Table
from indicators.intake.values import decimal_in
from indicators.vocabulary import Measure, Period, Problem, Severity
from indicators.wording import intake as say
from indicators.wording import personal_data as say_personal
from indicators.wording.intake import Sentence

NATION_NAME = "Indonesia"
REQUIRED_COLUMNS = ("kode_wilayah", "indikator", "isi", "ukuran", "tahun", "nilai", "sumber")
SIGNS = ("<", ">")

Choice = TypeVar("Choice")
Read = TypeVar("Read")


@dataclass(frozen=True)
class Quoted:
    """One published value. content: `value` of the indicator, or the count of its `numerator`."""

    number: int
    area: str
    indicator: str
    content: str
    measure: Measure
    period: Period
    value: float
    low: float | None
    high: float | None
    sign: str
    source: str
    url: str
    note: str

    @property
    def unit(self) -> str:
        """What it speaks for, as the warehouse keys a scope of published values."""
        return f"{self.area}/{self.indicator}/{self.content}/{self.measure.value}"


def read_published(
    table: Table, *, dataset: Dataset, kabupaten: Kabupaten, catalogue: Catalogue, today: date, asking: Asking
) -> tuple[list[Quoted], list[Problem]]:
    """The values of a table, and everything wrong with it. Rows without a value say nothing and are named."""
    roles = headers.roles_found(table.header.cells, headers.PUBLISHED_ROLES)
    problems = _column_problems(table, roles, dataset=dataset, catalogue=catalogue)
    if any(column not in roles.values() for column in REQUIRED_COLUMNS):
        return [], problems
    values: list[Quoted] = []
    blank: list[int] = []
    for row in table.rows:
        form = Form(row, table, roles)
        if not form.text("nilai"):
            blank.append(row.number)
            continue
        value = _quoted(form, dataset=dataset, kabupaten=kabupaten, catalogue=catalogue, today=today, asking=asking)
        problems += form.problems
        if value is not None:
            values.append(value)
    if blank:
        problems.append(notice(say.rows_without_value(blank)))
    return values, [*problems, *_duplicates(values, kabupaten, catalogue)]


class Form:
    """One row as a form: fields by role, and the problems found while reading them."""

    def __init__(self, row: Row, table: Table, roles: Mapping[int, str]) -> None:
        self.row = row
        self.problems: list[Problem] = []
        self._index = {role: index for index, role in sorted(roles.items(), reverse=True)}
        self._table = table
        if any(row.cells[table.width :]):
            self.problems.append(blocking(say.too_many_cells(len(row.cells), table.width), row=row.number))

    def header(self, role: str) -> str:
        return self._table.header.cell(self._index[role]) if role in self._index else role

    def text(self, role: str) -> str:
        """Blank where the file does not have the column."""
        return self.row.cell(self._index[role]) if role in self._index else ""

    def required(self, role: str) -> str:
        text = self.text(role)
        if not text:
            self.wrong(say.cell_blank(self.header(role)), role)
        return text

    def chosen(self, role: str, words: Mapping[str, Choice]) -> Choice | None:
        """What a word stands for; None, and a problem, where it is none of them."""
        text = self.required(role)
        if text and text.casefold() not in words:
            self.wrong(say.not_one_of(self.header(role), list(words)), role)
        return words.get(text.casefold())

    def number(self, role: str) -> float | None:
        return self.clear(decimal_in(self.text(role)), role)

    def clear(self, read: Read | Sentence, role: str) -> Read | None:
        """What was read, or None and a problem."""
        if isinstance(read, Sentence):
            self.wrong(read, role)
            return None
        return read

    def wrong(self, sentence: Sentence, role: str) -> None:
        self.problems.append(blocking(sentence, row=self.row.number, column=self.header(role)))

    def unlikely(self, sentence: Sentence, role: str) -> None:
        self.problems.append(warning(sentence, row=self.row.number, column=self.header(role)))

    @property
    def is_blocked(self) -> bool:
        return any(p.severity is Severity.BLOCKING for p in self.problems)


def area_code(written: str, kabupaten: Kabupaten) -> str | None:
    """Kabupaten, its province or the nation, by code or name; None for any other area.

    A spreadsheet turns 35.10 into the number 35,1; among these three codes it can only mean one.
    """
    named = {
        kabupaten.code: kabupaten.name.removeprefix("Kabupaten "),
        kabupaten.province_code: kabupaten.province_name,
        NATION: NATION_NAME,
    }
    plain = written.casefold().removeprefix("kabupaten ").removeprefix("provinsi ")
    for code, name in named.items():
        if plain in (code, name.casefold()) or plain.replace(",", ".") == f"{float(code):g}":
            return code
    return None


def _quoted(
    form: Form, *, dataset: Dataset, kabupaten: Kabupaten, catalogue: Catalogue, today: date, asking: Asking
) -> Quoted | None:
    """The value on one row; None where something blocks it."""
    written = form.required("kode_wilayah")
    area = area_code(written, kabupaten)
    # A portal gives kecamatan too, already found by their names.
    if dataset.form == "open_data" and any(k.code == written for k in kabupaten.kecamatan):
        area = written
    if written and area is None:
        form.wrong(say.area_not_here(kabupaten.name, kabupaten.province_name), "kode_wilayah")
    indicator = _indicator(form, catalogue)
    content = form.chosen("isi", say.CONTENT_WORDS)
    measure = form.chosen("ukuran", say.MEASURE_WORDS)
    period = _period(form, today=today)
    numbers = [form.number(role) for role in PUBLISHED_NUMBERS]
    if indicator is not None and content == "value":
        numbers = [in_unit(n, form, r, indicator, asking) for n, r in zip(numbers, PUBLISHED_NUMBERS, strict=True)]
    value, low, high = numbers
    sign, source, url = form.text("tanda"), form.required("sumber"), form.text("tautan")
    if sign and sign not in SIGNS:
        form.wrong(say.not_one_of(form.header("tanda"), SIGNS), "tanda")
    if url and not url.casefold().startswith(("https://", "http://")):
        form.wrong(say.BAD_LINK, "tautan")
    for role in ("sumber", "catatan"):
        if kind := kind_in(form.text(role)):
            form.wrong(say_personal.in_cell(kind), role)
    _check_bounds(form, value, low, high)
    if indicator is not None:
        _check_fit(form, indicator, content, measure, value)
    if form.is_blocked or not (area and indicator and content and measure and period) or value is None:
        return None
    return Quoted(
        number=form.row.number,
        area=area,
        indicator=indicator.id,
        content=content,
        measure=measure,
        period=period,
        value=value,
        low=low,
        high=high,
        sign=sign,
        source=source,
        url=url,
        note=form.text("catatan"),
    )


def _indicator(form: Form, catalogue: Catalogue) -> Indicator | None:
    written = form.required("indikator")
    found = catalogue.indicators.get(written.casefold())
    if written and found is None:
        names = process.extract(
            written.casefold(),
            list(catalogue.indicators),
            scorer=fuzz.ratio,
            limit=PROPOSALS,
            score_cutoff=LIKENESS,
        )
        form.wrong(say.unknown_indicator([name for name, _, _ in names]), "indikator")
    return found


def _period(form: Form, *, today: date) -> Period | None:
    """From the year and the first and last month; a whole year where both months are blank."""
    written = form.required("tahun")
    months = (form.text("bulan_awal"), form.text("bulan_akhir"))
    if (span := span_in(written)) and span[0]:
        # A part of a year is never taken for the whole: `2026 s.d. September` says its own months.
        written, months = str(span[0]), (str(span[1]), str(span[2]))
    year = form.clear(year_in(written), "tahun") if written else None
    if any(months) and not all(months):
        form.wrong(say.ONE_MONTH_ONLY, "bulan_akhir" if months[0] else "bulan_awal")
        return None
    first = form.clear(month_in(months[0]), "bulan_awal") if months[0] else 1
    last = form.clear(month_in(months[1]), "bulan_akhir") if months[1] else 12
    if year is None or first is None or last is None:
        return None
    if first > last:
        form.wrong(say.MONTHS_REVERSED, "bulan_awal")
        return None
    period = Period.of_months((year, first), (year, last))
    # A year's survey or award is printed before the year is over, so only the beginning is looked at.
    if is_future(period, today=today, planned=False):
        form.wrong(say.in_the_future(period, today), "tahun")
    return period


def _check_bounds(form: Form, value: float | None, low: float | None, high: float | None) -> None:
    if bool(form.text("batas_bawah")) != bool(form.text("batas_atas")):
        form.wrong(say.ONE_BOUND_ONLY, "batas_atas" if form.text("batas_bawah") else "batas_bawah")
    elif value is not None and low is not None and high is not None and not low <= value <= high:
        form.wrong(say.BOUNDS_WRONG, "nilai")


def _check_fit(
    form: Form, indicator: Indicator, content: str | None, measure: Measure | None, value: float | None
) -> None:
    """Whether content, measure and value suit the indicator."""
    has_denominator = bool(indicator.denominator or indicator.denominator_label)
    if content == "numerator" and not has_denominator:
        form.wrong(say.indicator_is_a_count(indicator.short), "isi")
    counts = content == "numerator" or (content == "value" and not has_denominator and not indicator.decimals)
    if counts and value is not None and not value.is_integer():
        form.wrong(say.COUNT_NOT_WHOLE, "nilai")
    if measure is not None and measure is not indicator.measure:
        usual = next(word for word, m in say.MEASURE_WORDS.items() if m is indicator.measure)
        form.unlikely(say.other_measure(indicator.short, usual), "ukuran")


def _duplicates(values: list[Quoted], kabupaten: Kabupaten, catalogue: Catalogue) -> Iterator[Problem]:
    spoken: dict[tuple[str, Period], list[Quoted]] = {}
    for value in values:
        spoken.setdefault((value.unit, value.period), []).append(value)
    for same in spoken.values():
        if len(same) > 1:
            name = catalogue.indicators[same[0].indicator].short
            sentence = say.duplicate(name, same[0].period, [v.number for v in same])
            yield from (blocking(sentence, row=value.number) for value in same)


def _column_problems(
    table: Table, roles: Mapping[int, str], *, dataset: Dataset, catalogue: Catalogue
) -> list[Problem]:
    found = set(roles.values())
    if not set(REQUIRED_COLUMNS) <= found:
        other = headers.seems_to_be(table.header.cells, dataset, catalogue)
        if other is not None:
            return [blocking(say.other_dataset(dataset.label, other.label))]
        if not found:
            return [blocking(say.HEADER_NOT_FOUND, row=table.header.number)]
    problems = [blocking(say.column_missing(c, c)) for c in REQUIRED_COLUMNS if c not in found]
    first: dict[str, int] = {}
    for index, header in enumerate(table.header.cells[: table.width]):
        role = roles.get(index)
        if role is None:
            if header:
                problems.append(notice(say.COLUMN_UNUSED, column=header))
        elif role in first:
            problems.append(blocking(say.column_twice(table.header.cell(first[role])), column=header))
        else:
            first[role] = index
    return problems
