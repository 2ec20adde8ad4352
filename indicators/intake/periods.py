"""Years, months and dates as staff and their spreadsheets write them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

from indicators.intake.tables import Asked
from indicators.vocabulary import Period
from indicators.wording import intake as say
from indicators.wording import reading as say_reading
from indicators.wording.intake import Sentence
from indicators.wording.numbers import MONTHS, SHORT_MONTHS

EARLIEST_YEAR = 2000

_YEAR = re.compile(r"[0-9]{4}")
_NUMBER = re.compile(r"[0-9]{1,4}")
# Spellings in use beside the dictionary's.
_OTHER_SPELLINGS = {
    "pebruari": 2,
    "peb": 2,
    "agust": 8,
    "ags": 8,
    "agus": 8,
    "agu": 8,
    "agt": 8,
    "sept": 9,
    "nopember": 11,
    "nop": 11,
}
_MONTHS = {
    **{name.casefold(): n for n, name in enumerate(MONTHS, start=1)},
    **{name.casefold().strip("."): n for n, name in enumerate(SHORT_MONTHS, start=1)},
    **_OTHER_SPELLINGS,
}

# Day 0 of Excel's dates; 1 January 2000 is day 36526 and the end of 2099 is day 73050.
_SERIAL_ORIGIN = date(1899, 12, 30)
_SERIALS = range(36526, 73051)

_SERIAL = re.compile(r"([0-9]{5})([.,][0-9]+)?")
_ISO = re.compile(r"([0-9]{4})[-/.]([0-9]{1,2})(?:[-/.]([0-9]{1,2}))?(?:[T ][0-9:.]*)?")
_NUMBERS = re.compile(r"([0-9]{1,2})[-/.]([0-9]{1,2})[-/.]([0-9]{4}|[0-9]{2})(?: [0-9:.]*)?")
_MONTH_AND_YEAR = re.compile(r"([0-9]{1,2})[-/.]([0-9]{4})")
_WORDS = re.compile(r"(?:([0-9]{1,2})[-/. ]+)?([a-z]+)\.?(?:[-/., ']+([0-9]{4}|[0-9]{2}))?")
_UP_TO = re.compile(r"\b(?:s ?[./]? ?d\b\.?|sampai(?: dengan)?) ?(?:bulan )?([a-z]+)")
_FROM_TO = re.compile(
    r"\b([a-z]+)\.?(?: 20[0-9]{2})? ?(?:[-–]|s ?[./]? ?d\b\.?|sampai(?: dengan)?) ?(?:bulan )?([a-z]+)"
)
_A_YEAR = re.compile(r"\b20[0-9]{2}\b")
_SPOKEN = re.compile(r"^(bulan|bln|periode|tahun|thn|masa|keadaan)[ .:]+")


@dataclass(frozen=True, order=True)
class Moment:
    """A year and a month, of which a text may give only one: 0 for what it does not say."""

    year: int
    month: int


@lru_cache(maxsize=10_000)
def moment_in(text: str, *, month_first: bool = False) -> Moment | None:
    """The month that a text names, None where it names none.

    `Agustus`, `Agustus 2026`, `Agt-26`, `2026-08`, `8/2026`, `01/08/2026` (day first unless `month_first`),
    `1 Agustus 2026`, an ISO date, an Excel serial date. A year alone is none of them, nor is a number to 12.
    """
    plain = text.casefold().strip()
    while spoken := _SPOKEN.match(plain):
        plain = plain[spoken.end() :].strip()
    if found := _SERIAL.fullmatch(plain):
        if int(found[1]) not in _SERIALS:
            return None
        day = _SERIAL_ORIGIN + timedelta(days=int(found[1]))
        return Moment(day.year, day.month)
    if found := _ISO.fullmatch(plain):
        return _moment(int(found[1]), int(found[2]), int(found[3] or 1))
    if found := _MONTH_AND_YEAR.fullmatch(plain):
        return _moment(int(found[2]), int(found[1]), 1)
    if found := _NUMBERS.fullmatch(plain):
        day_, month = (int(found[2]), int(found[1])) if month_first else (int(found[1]), int(found[2]))
        return _moment(_full_year(found[3]), month, day_)
    if (found := _WORDS.fullmatch(plain)) and found[2] in _MONTHS:
        return Moment(_full_year(found[3]) if found[3] else 0, _MONTHS[found[2]])
    return None


@lru_cache(maxsize=1_000)
def span_in(text: str) -> tuple[int, int, int] | None:
    """Year, first and last month of a text that counts on: `s.d. September 2026`, `Januari - Mei 2026`.

    The year is 0 where the text names none. None where it names no run of months.
    """
    plain = text.casefold()
    between = [found for found in _FROM_TO.finditer(plain) if found[1] in _MONTHS and found[2] in _MONTHS]
    up_to = [found for found in _UP_TO.finditer(plain) if found[1] in _MONTHS]
    if not between and not up_to:
        return None
    first, last = (_MONTHS[between[0][1]], _MONTHS[between[0][2]]) if between else (1, _MONTHS[up_to[0][1]])
    year = _A_YEAR.search(plain)
    return int(year[0]) if year else 0, first, last


def is_day_first_only(text: str) -> bool:
    """Whether a date such as 31/08/2026 can only be read with its day first."""
    found = _NUMBERS.fullmatch(text.strip())
    return found is not None and int(found[1]) > 12 >= int(found[2])


def is_month_first_only(text: str) -> bool:
    """Whether a date such as 08/31/2026 can only be read with its month first."""
    found = _NUMBERS.fullmatch(text.strip())
    return found is not None and int(found[2]) > 12 >= int(found[1])


def _full_year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _moment(year: int, month: int, day: int) -> Moment | None:
    try:
        date(year, month, day)
    except ValueError:
        return None
    return Moment(year, month)


def year_in(text: str) -> int | Sentence:
    if isinstance(text, Asked):
        return say_reading.ASKED
    if not _YEAR.fullmatch(text):
        return say.BAD_YEAR
    year = int(text)
    return year if year >= EARLIEST_YEAR else say.year_too_early(EARLIEST_YEAR)


def month_in(text: str) -> int | Sentence:
    """1-12 from a number or an Indonesian month name, also abbreviated."""
    if isinstance(text, Asked):
        return say_reading.ASKED
    if _NUMBER.fullmatch(text):
        month = int(text)
        return month if 1 <= month <= 12 else say.no_such_month(month)
    return _MONTHS.get(text.casefold().strip("."), say.BAD_MONTH)


def is_future(period: Period, *, today: date, planned: bool) -> bool:
    """Whether a period has not begun. Annual targets are set ahead: `planned` lets in the coming year."""
    return period.start > (today.replace(year=today.year + 1, day=1) if planned else today)


def is_under_way(period: Period, *, today: date) -> bool:
    """Whether the period's last month is not over yet."""
    return period.start <= today <= period.end
