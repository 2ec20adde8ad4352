"""Dates, ages and numbers as registers write them; every column at once, each different text read once."""

from __future__ import annotations

import re

import pandas as pd

from indicators.intake.days import date_in

_AGE_PARTS = tuple(
    re.compile(rf"([0-9]{{1,3}}) ?(?:{words})(?![a-z])", re.IGNORECASE)
    for words in ("tahun|thn|th", "bulan|bln|bl", "hari|hr")
)


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
