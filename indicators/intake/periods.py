"""Years and months as staff write them."""

from __future__ import annotations

import re
from datetime import date

from indicators.vocabulary import Period
from indicators.wording import intake as say
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


def year_in(text: str) -> int | Sentence:
    if not _YEAR.fullmatch(text):
        return say.BAD_YEAR
    year = int(text)
    return year if year >= EARLIEST_YEAR else say.year_too_early(EARLIEST_YEAR)


def month_in(text: str) -> int | Sentence:
    """1-12 from a number or an Indonesian month name, also abbreviated."""
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
