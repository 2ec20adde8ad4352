"""One day, as people and spreadsheets write it."""

from __future__ import annotations

import re
from datetime import date, timedelta

from indicators.intake.periods import EARLIEST_YEAR, month_in

_ISO = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})")
_DAY_FIRST = re.compile(r"([0-9]{1,2})[ /.-]([0-9]{1,2}|[A-Za-z]{3,9}\.?)[ /.-]([0-9]{4})")
_TIME = re.compile(r"[ T][0-9]{1,2}[:.][0-9]{2}([:.][0-9]{2}([.,][0-9]+)?)?$")
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
