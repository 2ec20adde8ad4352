"""What a title, a sheet's name or the cells of a column say about year and month."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from indicators.intake.periods import Moment, is_day_first_only, is_month_first_only, moment_in, span_in
from indicators.intake.tables import Row

_PRINTED = re.compile(r"dicetak|tanggal cetak|diunduh|diperbarui|update|status tahun|dokumen|peraturan|permenkes")
_LABELLED = re.compile(r"\b(bulan|bln|periode|masa|tahun|thn)\b")
_YEAR = re.compile(r"\b(20[0-9]{2})\b")
_WORD = re.compile(r"[^\W\d_]+")
_DATED = re.compile(r"[0-9]{1,4}[-/][0-9]{1,2}(?:[-/][0-9]{2,4})?|[A-Za-z]+-[0-9]{2}\b")


def moment_of_titles(rows: Iterable[Row]) -> tuple[Moment, Row | None]:
    """The one year and the one month that the rows above a header name, 0 where they name none or several.

    Rows that speak of a month, a period or a year go before others.
    """
    texts = [(" ".join(cell for cell in row.cells if cell), row) for row in rows]
    texts = [(text, row) for text, row in texts if not _PRINTED.search(text.casefold())]
    labelled = [(text, row) for text, row in texts if _LABELLED.search(text.casefold())]
    year = month = 0
    source: Row | None = None
    for among in (labelled, texts):
        months = {m: row for text, row in reversed(among) for m in _months(text)}
        years = {y: row for text, row in reversed(among) for y in _years(text)}
        if not month and len(months) == 1:
            (month, source), *_ = months.items()
        if not year and len(years) == 1:
            (year, row), *_ = years.items()
            source = source or row
    return Moment(year, month), source


def moment_of_name(name: str) -> Moment:
    """What a sheet's name says: `Agustus`, `AGT 2026`, `2026`."""
    if re.fullmatch(r"20[0-9]{2}", name.strip()):
        return Moment(int(name), 0)
    plain = re.sub(r"_+", " ", name).strip()
    found = moment_in(plain)
    if found and not plain.isdigit():
        return found
    months, years = _months(plain), _years(plain)
    return Moment(years.pop() if len(years) == 1 else 0, months.pop() if len(months) == 1 else 0)


def counts_on(rows: Iterable[Row]) -> tuple[Row, tuple[int, int, int]] | None:
    """The first row that speaks of a run of months (`s.d. September 2026`), and that run."""
    for row in rows:
        text = " ".join(cell for cell in row.cells if cell)
        if (span := span_in(text)) and span[1] != span[2]:
            return row, span
    return None


def month_first(cells: Iterable[str]) -> bool | None:
    """Whether a column's dates have the month first; None where they contradict each other."""
    cells = list(cells)
    day, month = any(map(is_day_first_only, cells)), any(map(is_month_first_only, cells))
    return None if day and month else month


def year_and_month(cells: Sequence[str], *, month_first: bool) -> dict[str, Moment]:
    """What the distinct cells of a period column say; those that say nothing are left out."""
    found = {cell: moment_in(cell, month_first=month_first) for cell in cells}
    return {cell: moment for cell, moment in found.items() if moment}


def _months(text: str) -> set[int]:
    words = [*_WORD.findall(text), *_DATED.findall(text)]
    return {moment.month for word in words if (moment := moment_in(word)) and moment.month}


def _years(text: str) -> set[int]:
    dated = {moment.year for word in _DATED.findall(text) if (moment := moment_in(word)) and moment.year}
    return {int(year) for year in _YEAR.findall(text)} | dated
