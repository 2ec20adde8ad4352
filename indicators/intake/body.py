"""What stands below a header: data rows, totals of them, headings in between, and notes at the end."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from indicators.intake.header_rows import ENOUGH, Heading
from indicators.intake.headers import comparable
from indicators.intake.names import bare_kecamatan
from indicators.intake.tables import Row

WHEN = frozenset({"tahun", "bulan", "periode"})

_SUM = re.compile(r"(sub ?-?)?(grand )?(jumlah|total|jml|rata ?-? ?rata|rerata)\b.*")
_AVERAGE = re.compile(r"(rata ?-? ?rata|rerata)\b.*")
_KABUPATEN = re.compile(r"(kabupaten|kab)\b\.?.*")
_KECAMATAN = re.compile(r"(kecamatan|kec)\b\.?.*")
_NUMBER = re.compile(r"[0-9]{1,3}([.,]?[0-9]{3})*([.,][0-9]+)?|[0-9]{1,9}|[-–]|nihil")


@dataclass(frozen=True)
class Place:
    """Which columns say whose and when, and which hold what is counted; all by index."""

    units: tuple[int, ...]
    when: tuple[int, ...]
    values: tuple[int, ...]
    kecamatan: int | None = None

    @property
    def labels(self) -> tuple[int, ...]:
        """Columns in which a total may call itself one: units, and what stands left of the first value."""
        before = range(min(self.values, default=0))
        return tuple(sorted({*self.units, *(c for c in before if c not in self.when and c not in self.values)}))


@dataclass(frozen=True)
class Total:
    """A row of sums. covers: the sets of data rows (indices) that it may sum, the likeliest first; empty: not a sum."""

    row: Row
    covers: tuple[frozenset[int], ...]


@dataclass(frozen=True)
class Body:
    """rows: the data. totals: never loaded. skipped: headings in between. notes: rows at the end."""

    rows: tuple[Row, ...]
    totals: tuple[Total, ...]
    skipped: tuple[Row, ...]
    notes: tuple[Row, ...]


def read_body(
    rows: Sequence[Row],
    heading: Heading,
    place: Place,
    *,
    known: Container[str],
    is_unit: Callable[[str], bool],
    kecamatan: Container[str],
) -> Body:
    """Sort the rows below a header.

    known: comparable names of columns. is_unit: whether a text is a known puskesmas, by code or name.
    kecamatan: bare names of those of the kabupaten.
    """
    written = {row.cells for row in heading.rows}
    rows = [row for row in rows if row.cells not in written or not _repeats_header(row, heading, known)]
    end = len(rows)
    while end and _is_note(rows[end - 1], place, is_unit):
        end -= 1
    data: list[Row] = []
    skipped: list[Row] = []
    found: list[tuple[Row, int]] = []
    labels = place.labels
    for row, plain in zip(rows[:end], _plain(rows[:end], place, is_unit), strict=True):
        if plain:
            data.append(row)
        elif _is_total(row, place, is_unit):
            found.append((row, len(data)))
        elif _is_section(row, place, labels, kecamatan):
            skipped.append(row)
        else:
            data.append(row)
    totals = _with_covers(found, data, place, labels, kecamatan)
    return Body(tuple(data), totals, tuple(skipped), tuple(rows[end:]))


def _plain(rows: Sequence[Row], place: Place, is_unit: Callable[[str], bool]) -> NDArray[np.bool_]:
    """Rows that name a unit and hold a value or a period, as nearly all do: neither a total nor a heading."""
    named, filled = np.zeros(len(rows), dtype=bool), np.zeros(len(rows), dtype=bool)
    for column in _finer(place):
        cells = [row.cell(column) for row in rows]
        units = {cell for cell in set(cells) if cell and is_unit(cell)}
        named |= np.fromiter(map(units.__contains__, cells), dtype=bool, count=len(rows))
    for column in (*place.when, *place.values):
        if not filled.all():
            filled |= np.fromiter((bool(row.cell(column)) for row in rows), dtype=bool, count=len(rows))
    return named & filled


def _finer(place: Place) -> list[int]:
    """Columns that name a unit within a kecamatan."""
    return [column for column in place.units if column != place.kecamatan]


def _repeats_header(row: Row, heading: Heading, known: Container[str]) -> bool:
    """Whether a row that is written as one of the header's is a printed page's header come again."""
    return sum(comparable(cell) in known for cell in row.cells if cell) >= ENOUGH or len(heading.rows) > 1


def _is_note(row: Row, place: Place, is_unit: Callable[[str], bool]) -> bool:
    """A row without numbers, period and puskesmas: a source, a remark, a signature."""
    if any(row.cell(c) for c in place.when) or any(_NUMBER.fullmatch(row.cell(c).casefold()) for c in place.values):
        return False
    if any(_SUM.fullmatch(cell.casefold()) for cell in row.cells if cell) and any(row.cell(c) for c in place.values):
        return False
    return not any(is_unit(row.cell(c)) for c in place.units if row.cell(c))


def _is_total(row: Row, place: Place, is_unit: Callable[[str], bool]) -> bool:
    """A row that calls itself a sum, or an area above that of the table's rows, and names no puskesmas or desa.

    Beside a puskesmas, `Kabupaten Banyuwangi` is only where that lies.
    """
    finer = _finer(place)
    if any(is_unit(row.cell(c)) for c in finer if row.cell(c)):
        return False
    summing = [c for c in place.labels if _SUM.fullmatch(row.cell(c).casefold())]
    if any(row.cell(c) for c in place.values):
        summing += [c for c in place.labels if _is_larger_area(row.cell(c).casefold(), c, place)]
    return any(c in finer for c in summing) or (bool(summing) and not any(row.cell(c) for c in finer))


def _is_larger_area(text: str, column: int, place: Place) -> bool:
    if column == place.kecamatan or (place.kecamatan is None and len(place.units) == 1):
        return _KABUPATEN.fullmatch(text) is not None
    return _KABUPATEN.fullmatch(text) is not None or _KECAMATAN.fullmatch(text) is not None


def _is_section(row: Row, place: Place, labels: tuple[int, ...], kecamatan: Container[str]) -> bool:
    """A row that only names the kecamatan of the rows below it."""
    if any(row.cell(c) for c in (*place.values, *place.when)):
        return False
    filled = [cell for cell in row.cells if cell]
    return (
        len(filled) <= 2
        and any(bare_kecamatan(row.cell(c)) in kecamatan for c in labels if row.cell(c))
        and not any(row.cell(c) for c in place.units[:1])
    )


def _with_covers(
    found: Sequence[tuple[Row, int]],
    data: Sequence[Row],
    place: Place,
    labels: tuple[int, ...],
    kecamatan: Container[str],
) -> tuple[Total, ...]:
    everything = frozenset(range(len(data)))
    totals: list[Total] = []
    previous = 0
    for row, before in found:
        text = " ".join(row.cell(c) for c in labels if row.cell(c)).casefold()
        if _AVERAGE.match(text):
            totals.append(Total(row, ()))
            continue
        named = [
            frozenset(i for i, other in enumerate(data) if any(_same_place(other.cell(c), cell) for c in place.units))
            for c in labels
            if (cell := _SUM_WORDS.sub("", bare_kecamatan(row.cell(c).casefold()))) and cell in kecamatan
        ]
        block = frozenset(range(previous, before))
        whole = [everything, block] if before in (0, len(data)) and not _is_partial(text) else [block, everything]
        covers = [_of_same_time(rows, row, data, place) for rows in (*named, *whole)]
        totals.append(Total(row, tuple(dict.fromkeys(c for c in covers if c))))
        previous = before
    return tuple(totals)


_SUM_WORDS = re.compile(r"^(sub ?-?)?(jumlah|total|jml) (kecamatan |kec\.? )?")


def _is_partial(text: str) -> bool:
    return text.startswith("sub")


def _same_place(written: str, kecamatan: str) -> bool:
    return bare_kecamatan(written) == kecamatan


def _of_same_time(rows: frozenset[int], total: Row, data: Sequence[Row], place: Place) -> frozenset[int]:
    """Of the covered rows those of the month and year that the total itself names."""
    told = [c for c in place.when if total.cell(c)]
    return frozenset(i for i in rows if all(data[i].cell(c) == total.cell(c) for c in told)) if told else rows
