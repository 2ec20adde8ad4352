"""Templates: the file staff fill in, generated from the catalogue; what is downloaded can be uploaded."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date
from typing import Literal

import pandas as pd
import xlsxwriter

from indicators.areas import Facility, Kabupaten
from indicators.catalogue import Catalogue, Column, Dataset, catalogue
from indicators.intake.headers import PUBLISHED_ROLES, elements_of
from indicators.vocabulary import Period
from indicators.warehouse import Words
from indicators.warehouse.list_words import from_json, lines_of
from indicators.wording import intake as say
from indicators.wording import lists as say_lists
from indicators.wording.numbers import number

Format = Literal["csv", "xlsx"]
Cell = int | str | None

UNIT_COLUMNS = ("kode_puskesmas", "puskesmas", "kecamatan")
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_COLUMN_WIDTH = 18
_MORE_ROWS = 200


def template(
    dataset: Dataset,
    kabupaten: Kabupaten,
    *,
    period: Period,
    rows: pd.DataFrame | None = None,
    format: Format = "csv",
    entries: Catalogue | None = None,
    words: Words | None = None,
) -> bytes:
    """One row per puskesmas and month (or year) of `period`, units filled in, values blank.

    rows: rows of read `unit_values` (unit, element, period_start, value). A unit's row takes its values of
    that very period, else those of its newest period in `rows`: last month's file as the start of this
    month's. For published values there is one row for each indicator that is only ever published. Of a list it is
    the list as it is now (rows of read `list_entries`, written with `words`), since a file replaces it whole.
    """
    entries = entries or catalogue()
    header = columns_of(dataset, entries)
    lines: list[list[Cell]]
    if dataset.is_list:
        words = words or Words(kabupaten, entries, {})
        found = (rows.loc[rows["dataset"] == dataset.id, "fields"]) if rows is not None else ()
        lines = [list(line) for line in lines_of(dataset, map(from_json, found), words)]
    elif dataset.stores == "published":
        lines = list(_published_lines(kabupaten, entries, period))
    else:
        lines = list(_unit_lines(dataset, kabupaten, period, rows))
    if format == "xlsx":
        return _xlsx(header, lines, dataset, entries)
    return as_csv(header, lines)


def file_name(dataset: Dataset, kabupaten: Kabupaten, *, period: Period, format: Format = "csv") -> str:
    """`births_35.10_2026-11.csv`; a list is of no period: `innovation_registry_35.10.csv`."""
    if dataset.is_list:
        return f"{dataset.id}_{kabupaten.code}.{format}"
    return f"{dataset.id}_{kabupaten.code}_{str(period).replace('..', '_')}.{format}"


def columns_of(dataset: Dataset, entries: Catalogue) -> list[str]:
    """The header of a dataset's template, in order."""
    if dataset.is_list:
        return [column.column for column in dataset.columns.values()]
    if dataset.stores == "published":
        return list(PUBLISHED_ROLES)
    when = ["tahun", "bulan"] if dataset.period == "month" else ["tahun"]
    return [*UNIT_COLUMNS, *when, *(e.column for e in elements_of(dataset, entries))]


def harmless(text: str) -> str:
    """Text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(_STARTS_A_FORMULA) else text


def _unit_lines(
    dataset: Dataset, kabupaten: Kabupaten, period: Period, rows: pd.DataFrame | None
) -> Iterator[list[Cell]]:
    filled = _values_by_unit(rows)
    for when in _reports(dataset, period):
        for facility in kabupaten.puskesmas:
            if _operates(facility, when):
                values = filled.get(facility.id, {})
                newest = values.get(when.start) or (values[max(values)] if values else {})
                yield [
                    facility.id,
                    facility.name,
                    kabupaten.name_of(facility.kecamatan),
                    when.start.year,
                    *([when.start.month] if dataset.period == "month" else []),
                    *(newest.get(element) for element in dataset.elements),
                ]


def _reports(dataset: Dataset, period: Period) -> Iterator[Period]:
    """The months, or the years, that a template of this period asks for."""
    if dataset.period == "year":
        yield from (Period.year(y) for y in range(period.start.year, period.end.year + 1))
        return
    for step in range(period.months):
        years, month = divmod(period.start.month - 1 + step, 12)
        yield Period.month(period.start.year + years, month + 1)


def _operates(facility: Facility, when: Period) -> bool:
    begun = facility.valid_from is None or facility.valid_from <= when.end
    return begun and (facility.valid_to is None or facility.valid_to >= when.start)


def _values_by_unit(rows: pd.DataFrame | None) -> dict[str, dict[date, dict[str, int]]]:
    """unit -> first day of the period -> element -> count."""
    filled: dict[str, dict[date, dict[str, int]]] = {}
    if rows is None or rows.empty:
        return filled
    starts = pd.to_datetime(rows["period_start"]).dt.date
    for unit, element, start, value in zip(rows["unit"], rows["element"], starts, rows["value"], strict=True):
        filled.setdefault(unit, {}).setdefault(start, {})[element] = int(value)
    return filled


def _published_lines(kabupaten: Kabupaten, entries: Catalogue, period: Period) -> Iterator[list[Cell]]:
    words = {measure: word for word, measure in say.MEASURE_WORDS.items()}
    content = next(iter(say.CONTENT_WORDS))
    for indicator in entries.indicators.values():
        if not indicator.numerator:
            filled: list[Cell] = [
                kabupaten.code,
                indicator.id,
                content,
                words[indicator.measure],
                period.start.year,
            ]
            yield [*filled, *(None for _ in range(len(PUBLISHED_ROLES) - len(filled)))]


def as_csv(header: list[str], lines: list[list[Cell]]) -> bytes:
    """UTF-8 with BOM, `;`, CRLF: what Excel with Indonesian settings opens by a double click."""
    buffer = io.StringIO(newline="")
    writer = csv.writer(buffer, delimiter=";", lineterminator="\r\n")
    writer.writerow(header)
    for line in lines:
        writer.writerow([harmless(cell) if isinstance(cell, str) else cell for cell in line])
    return buffer.getvalue().encode("utf-8-sig")


def _xlsx(header: list[str], lines: list[list[Cell]], dataset: Dataset, entries: Catalogue) -> bytes:
    """Sheet `Data`, frozen below the header, with counts checked while typing.

    Sheet `Petunjuk` explains it.
    """
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True, "strings_to_formulas": False}) as book:
        heading = book.add_format({"bold": True, "bg_color": "#1F4E5F", "font_color": "#FFFFFF", "border": 1})
        given = book.add_format(
            {"bg_color": "#E8ECEF", "font_color": "#4A4A4A", "border": 1, "border_color": "#C9CFD4"}
        )
        to_fill = book.add_format({"border": 1, "border_color": "#C9CFD4"})
        sheet = book.add_worksheet(say.SHEET_DATA)
        fixed = len(header) - len(dataset.elements) if dataset.stores == "observations" else 5
        if dataset.is_list:
            fixed = int(dataset.own_id is not None)
        sheet.freeze_panes(1, min(fixed, len(UNIT_COLUMNS)))
        sheet.set_column(0, len(header) - 1, _COLUMN_WIDTH)
        sheet.write_row(0, 0, header, heading)
        for row, line in enumerate(lines, start=1):
            for column, cell in enumerate(line):
                style = given if column < fixed else to_fill
                if cell is None:
                    sheet.write_blank(row, column, None, style)
                elif isinstance(cell, int):
                    sheet.write_number(row, column, cell, style)
                else:
                    sheet.write_string(row, column, cell, style)
        if dataset.stores == "observations" and lines:
            counts = {
                "validate": "integer",
                "criteria": ">=",
                "value": 0,
                "error_title": say.WHOLE_NUMBERS_ONLY_TITLE,
                "error_message": say.WHOLE_NUMBERS_ONLY,
            }
            sheet.data_validation(1, fixed, len(lines), len(header) - 1, counts)
        for place, listed in enumerate(dataset.columns.values()):
            if listed.vocabulary is not None:
                words = [word.label for word in entries.vocabularies[listed.vocabulary].words.values()]
                # Also for rows that are added below.
                sheet.data_validation(1, place, len(lines) + _MORE_ROWS, place, {"validate": "list", "source": words})
        guide = book.add_worksheet(say.SHEET_GUIDE)
        guide.freeze_panes(1, 0)
        guide.set_column(0, 4, 2 * _COLUMN_WIDTH, book.add_format({"text_wrap": True, "valign": "top"}))
        guide.write_row(0, 0, say.GUIDE_HEADINGS, heading)
        for row, explained in enumerate(_guide(dataset, entries), start=1):
            for column, text in enumerate(explained):
                guide.write_string(row, column, text)
    return buffer.getvalue()


def _guide(dataset: Dataset, entries: Catalogue) -> Iterator[tuple[str, ...]]:
    """One line a column: what it means, whether it is required, zero against blank, what is accepted."""
    if dataset.stores == "published":
        yield from say.GUIDE_PUBLISHED
        return
    if dataset.is_list:
        for listed in dataset.columns.values():
            required, blank = (say.YES, "") if listed.required else (say.NO, say_lists.GUIDE_EMPTY)
            yield listed.column, listed.label, required, blank, _accepted(listed, entries)
        return
    header = columns_of(dataset, entries)
    for column, meaning in say.GUIDE_UNIT:
        if column in header:
            yield column, meaning, say.YES, "", say.KEEP_AS_IS
    for element in elements_of(dataset, entries):
        required = say.YES if element.id in dataset.required else say.NO
        accepted = say.UP_TO.format(maximum=number(element.maximum))
        yield element.column, element.label, required, say.ZERO_OR_BLANK, accepted


def _accepted(column: Column, entries: Catalogue) -> str:
    """What the cells of a list's column may hold."""
    parts = [column.help]
    if column.vocabulary is not None:
        parts.append(", ".join(word.label for word in entries.vocabularies[column.vocabulary].words.values()) + ".")
    parts += [say_lists.GUIDE_DAY] if column.type == "day" else [say_lists.GUIDE_LINK] if column.type == "link" else []
    return " ".join(filter(None, [*parts, say_lists.GUIDE_SEVERAL if column.several else ""]))
