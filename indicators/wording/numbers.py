"""Numbers, dates and periods as Indonesians write them: `1.234,5`, `12 November 2026`, `Januari-Oktober 2026`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

from babel.dates import format_date, format_datetime, get_month_names
from babel.lists import format_list
from babel.numbers import format_decimal

from indicators.vocabulary import Period

LOCALE = "id"
MONTHS: tuple[str, ...] = tuple(get_month_names("wide", locale=LOCALE)[m] for m in range(1, 13))
SHORT_MONTHS: tuple[str, ...] = tuple(get_month_names("abbreviated", locale=LOCALE)[m] for m in range(1, 13))
MISSING = "–"


def number(value: float | None, decimals: int = 0) -> str:
    """`1.234,5`; a dash for a missing value, so that missing never looks like zero.

    Halves are rounded up, as spreadsheets do: 2,5 is 3 and 0,125 is 0,13.
    """
    if value is None or value != value:
        return MISSING
    rounded = Decimal(str(value)).quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP)
    return _written(abs(rounded) if rounded.is_zero() else rounded, decimals)


# A page writes hundreds of numbers, most of them small and many of them again on the next.
@lru_cache(maxsize=20_000)
def _written(rounded: Decimal, decimals: int) -> str:
    return str(format_decimal(rounded, format="#,##0" + ("." + "0" * decimals if decimals else ""), locale=LOCALE))


def as_published(value: float) -> str:
    """All digits a value was published with, and no more: `189`, `16,86`."""
    text = repr(float(value))
    return number(value, len(text.partition(".")[2]) if not text.endswith(".0") else 0)


def interval(low: float | None, high: float | None, decimals: int = 0) -> str:
    """`80,9 sampai 175,9`; a dash where there is none."""
    if low is None or high is None:
        return MISSING
    return f"{number(low, decimals)} sampai {number(high, decimals)}"


def day(value: date) -> str:
    """`12 November 2026`."""
    return str(format_date(value, format="d MMMM y", locale=LOCALE))


def moment(value: datetime, zone_label: str) -> str:
    """`12 November 2026 pukul 14.05 WIB`; the caller has moved the value to that zone."""
    return f"{day(value.date())} pukul {format_datetime(value, 'HH.mm', locale=LOCALE)} {zone_label}"


def period(value: Period) -> str:
    """`2024`, `Agustus 2024`, `Januari-Oktober 2026`, `2023-2025`, `Juli 2024-Juni 2025`."""
    first, last = value.start, value.end
    if value.is_month:
        return f"{MONTHS[first.month - 1]} {first.year}"
    if value.is_year:
        return f"{first.year}"
    if value.is_whole_years:
        return f"{first.year}–{last.year}"
    if value.in_one_year:
        return f"{MONTHS[first.month - 1]}–{MONTHS[last.month - 1]} {first.year}"
    return f"{MONTHS[first.month - 1]} {first.year}–{MONTHS[last.month - 1]} {last.year}"


def short_period(value: Period) -> str:
    """As `period`, with months cut to three letters where two are named: `Jan–Okt 2026`."""
    if value.in_one_year and not value.is_month and not value.is_year:
        return f"{SHORT_MONTHS[value.start.month - 1]}–{SHORT_MONTHS[value.end.month - 1]} {value.start.year}"
    return period(value)


def listed(words: Sequence[str]) -> str:
    """`2022, 2023, dan 2024`."""
    return str(format_list(list(words), locale=LOCALE)) if words else ""
