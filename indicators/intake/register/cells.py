"""Dates, ages and numbers as registers write them; every column at once, each different text read once."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pandas as pd

from indicators.intake.periods import EARLIEST_YEAR, month_in

_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[ /.-]([0-9]{1,2}|[A-Za-z]{3,9}\.?)[ /.-]([0-9]{4})")
_TIME = re.compile(r"[ T][0-9]{1,2}[:.][0-9]{2}([:.][0-9]{2}([.,][0-9]+)?)?$")
_AGE_PARTS = tuple(
    re.compile(rf"([0-9]{{1,3}}) ?(?:{words})(?![a-z])", re.IGNORECASE)
    for words in ("tahun|thn|th", "bulan|bln|bl", "hari|hr")
)
_SERIAL = re.compile(r"([0-9]{5})([.,][0-9]+)?")
# Day 1 of Excel is 1 January 1900, and it counts a 29 February of that year.
_SERIAL_ZERO = date(1899, 12, 30)


def date_in(text: str) -> date | None:
    """A day written as 2026-08-12, 12/08/2026, 12 Agustus 2026 or an Excel serial number; the day comes first."""
    plain = _TIME.sub("", text)
    if serial := _SERIAL.fullmatch(plain):
        found = _SERIAL_ZERO + timedelta(days=int(serial[1]))
        return found if found.year >= EARLIEST_YEAR else None
    if iso := _ISO.fullmatch(plain):
        year, month, day = iso.groups()
    elif written := _DAY_FIRST.fullmatch(plain):
        day, month, year = written.groups()
    else:
        return None
    number = month_in(month)
    if not isinstance(number, int) or int(year) < EARLIEST_YEAR:
        return None
    try:
        return date(int(year), number, int(day))
    except ValueError:
        return None


def dates_in(cells: pd.Series[str]) -> pd.Series[pd.Timestamp]:
    """NaT where a cell is blank or no day."""
    known = {text: date_in(text) for text in cells.unique()}
    return pd.to_datetime(cells.map(known))


def age_in(text: str) -> int | None:
    """Completed months of `2 Tahun - 3 Bulan - 12 Hari`, also with parts left out or shortened."""
    found = [part.search(text) for part in _AGE_PARTS]
    if not any(found):
        return None
    years, months = (int(part[1]) if part else 0 for part in found[:2])
    return years * 12 + months


def ages_in(cells: pd.Series[str]) -> pd.Series[float]:
    """Completed months; NaN where a cell does not tell them."""
    return cells.map({text: age_in(text) for text in cells.unique()}).astype(float)


def months_between(born: pd.Series[pd.Timestamp], measured: pd.Series[pd.Timestamp]) -> pd.Series[float]:
    """Completed months from birth to measurement; NaN where a day is missing or birth lies after it."""
    months = (measured.dt.year - born.dt.year) * 12 + measured.dt.month - born.dt.month
    months = months - (measured.dt.day < born.dt.day)
    return months.where(born <= measured).astype(float)


def numbers_in(cells: pd.Series[str]) -> pd.Series[float]:
    """Decimal point or decimal comma, both within one column: a z-score has no thousands. NaN otherwise."""
    plain = (
        cells.str.replace(",", ".", regex=False).str.replace("−", "-", regex=False).str.replace(" ", "", regex=False)
    )
    return pd.to_numeric(plain.where(plain.str.fullmatch(r"[+-]?[0-9]*\.?[0-9]+")), errors="coerce")
