"""Where the numbers of an export stand: years as columns or as rows, and what the other columns say."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass
from datetime import date

from indicators.intake.header_rows import LOOKED_AT, is_column_numbers
from indicators.intake.headers import comparable
from indicators.intake.names import bare_kecamatan
from indicators.intake.notation import BLANKS, DASHES
from indicators.intake.open_data.years import When, when_in
from indicators.intake.tables import Row, Sheet

YEAR = frozenset({"tahun", "thn", "periode", "tahun_data", "periode_data"})
AREA = (
    "kecamatan", "kec", "nama_kecamatan", "kode_kecamatan", "wilayah", "nama_wilayah", "kabupaten",
    "kabupaten_kota", "kab_kota",
)  # fmt: skip
PART_OF_YEAR = frozenset({"bulan", "bln", "triwulan", "tw", "semester", "tanggal"})
UNIT = frozenset({"satuan", "unit", "satuan_data"})
LABEL = frozenset(
    {
        "uraian", "judul", "judul_data", "indikator", "nama_indikator", "elemen", "elemen_data", "nama_data",
        "nama_dataset", "dataset", "data", "variabel", "rincian", "kategori", "jenis_data",
    }
)  # fmt: skip
VALUE = frozenset({"nilai", "jumlah", "total", "angka", "capaian", "realisasi", "data", "value", "nilai_data"})
NUMBERING = frozenset({"no", "nomor", "no_urut", "id"})

_NUMBER = re.compile(r"[<>]? ?[-−]?[0-9][0-9.,]*")
# Two known names are no accident.
_ENOUGH = 2


@dataclass(frozen=True)
class Grid:
    """One sheet's table; columns by index.

    titles: rows above it. header: one text a column. rows: below, as they are. across: year columns, empty where years
    stand in `year` or nowhere. part: months or quarters beside the years. values: other columns with numbers.
    unnamed: columns with numbers and without a header.
    """

    titles: tuple[Row, ...]
    header: tuple[str, ...]
    header_row: int
    rows: tuple[Row, ...]
    across: dict[int, When]
    year: int | None
    part: int | None
    area: int | None
    unit: int | None
    label: int | None
    values: tuple[int, ...]
    unnamed: tuple[int, ...]


def is_number(cell: str) -> bool:
    return _NUMBER.fullmatch(cell) is not None


def says_nothing(cell: str) -> bool:
    """Blank, a dash, or a word such as `null`."""
    return not cell or cell in DASHES or cell.casefold() in BLANKS


def find_grid(sheet: Sheet, *, kecamatan: Container[str], today: date, is_title: Callable[[str], bool]) -> Grid | None:
    """The table of a sheet; None where no row is its header. kecamatan: bare names. is_title: of a portal's dataset."""
    rows = sheet.rows[:LOOKED_AT]
    for place, row in enumerate(rows):
        below = sheet.rows[place + 1 :]
        if sum(map(bool, row.cells)) < _ENOUGH or not below:
            continue
        if (year := _year_column(row, below, today)) is not None:
            return _grid(sheet, place, row.cells, {}, year, kecamatan)
        if across := _years_across(row, below, today):
            return _grid(sheet, place, row.cells, across, None, kecamatan)
    for place, row in enumerate(rows):
        if _is_header(row, is_title) and sheet.rows[place + 1 :]:
            return _grid(sheet, place, row.cells, {}, None, kecamatan)
    return None


def _year_column(row: Row, below: Sequence[Row], today: date) -> int | None:
    """A column called `Tahun` whose cells are years for the most part."""
    for column, cell in enumerate(row.cells):
        if comparable(cell) in YEAR:
            filled = [r.cell(column) for r in below if not is_column_numbers(r) and re.search("[0-9]", r.cell(column))]
            if sum(when_in(text, today=today) is not None for text in filled) * 2 > len(filled):
                return column
    return None


def _years_across(row: Row, below: Sequence[Row], today: date) -> dict[int, When]:
    """Columns called by a year with numbers below; `Tahun: 2022` above a table is none."""
    across = {c: when for c, cell in enumerate(row.cells) if (when := when_in(cell, today=today))}
    others = [cell for c, cell in enumerate(row.cells) if cell and c not in across]
    if any(map(is_number, others)) or (len(others) == 1 and comparable(others[0]) in YEAR):
        return {}
    first = next((r for r in below if not is_column_numbers(r)), None)
    has_numbers = any(is_number(r.cell(c)) for r in below for c in across)
    return across if first and has_numbers and len(set(across.values())) == len(across) else {}


def _is_header(row: Row, is_title: Callable[[str], bool]) -> bool:
    names = [comparable(cell) for cell in row.cells if cell]
    known = sum(name in AREA or name in UNIT | LABEL | VALUE or is_title(name) for name in names)
    return known >= _ENOUGH and not any(map(is_number, row.cells))


def _grid(
    sheet: Sheet, place: int, cells: Sequence[str], across: dict[int, When], year: int | None, kecamatan: Container[str]
) -> Grid:
    header = list(cells)
    titles = sheet.rows[:place]
    above = titles[-1] if titles else None
    # `No | Kecamatan | Tahun` may stand one row above the years.
    if across and above and above.number == sheet.rows[place].number - 1 and sum(map(bool, above.cells)) >= _ENOUGH:
        header = [cell or above.cell(c) for c, cell in enumerate(header)]
        titles = titles[:-1]
    below = [row for row in sheet.rows[place + 1 :] if row.cells != sheet.rows[place].cells]
    rows = tuple(row for row in below if not is_column_numbers(row))
    width = max([len(header), *(len(row.cells) for row in rows)])
    header += [""] * (width - len(header))
    names = [comparable(text) for text in header]
    area = next((names.index(name) for name in AREA if name in names), None)
    if area is None:
        area = next((c for c in range(width) if _holds_kecamatan(rows, c, kecamatan)), None)
    part = next((c for c, name in enumerate(names) if name in PART_OF_YEAR), None)
    taken = {c for c in (*across, year, part, area) if c is not None}
    unit = next((c for c, name in enumerate(names) if name in UNIT and c not in taken), None)
    taken |= {c for c in (unit,) if c is not None}
    numeric = [c for c in range(width) if c not in taken and any(is_number(row.cell(c)) for row in rows)]
    counted = {c for c in numeric if names[c] in NUMBERING or (not names[c] and _counts_rows(rows, c))}
    numeric = [c for c in numeric if c not in counted]
    label = next((c for c, name in enumerate(names) if c not in taken and c not in numeric and name in LABEL), None)
    return Grid(
        titles=tuple(titles),
        header=tuple(header),
        header_row=sheet.rows[place].number,
        rows=_unmerged(sheet, rows, [c for c in (year, area, label, unit) if c is not None]),
        across=across,
        year=year,
        part=part,
        area=area,
        unit=unit,
        label=label,
        values=tuple(c for c in numeric if names[c]),
        unnamed=tuple(c for c in numeric if not names[c]),
    )


def _holds_kecamatan(rows: Sequence[Row], column: int, kecamatan: Container[str]) -> bool:
    return sum(bare_kecamatan(row.cell(column)) in kecamatan for row in rows if row.cell(column)) >= _ENOUGH


def _counts_rows(rows: Sequence[Row], column: int) -> bool:
    found = [row.cell(column) for row in rows if row.cell(column)]
    return found == [str(number) for number in range(1, len(found) + 1)]


def _unmerged(sheet: Sheet, rows: Sequence[Row], columns: Sequence[int]) -> tuple[Row, ...]:
    """Rows in which what is written once over merged cells stands in each of them; numbers never do."""
    by_number = {row.number: row for row in rows}
    for top, bottom, left, _ in sheet.merged:
        if bottom == top or left not in columns or top + 1 not in by_number:
            continue
        text = by_number[top + 1].cell(left)
        for number in range(top + 2, bottom + 2):
            if row := by_number.get(number):
                cells = [*row.cells, *("",) * (left + 1 - len(row.cells))]
                cells[left] = cells[left] or text
                by_number[number] = Row(number, tuple(cells))
    return tuple(by_number.values())
