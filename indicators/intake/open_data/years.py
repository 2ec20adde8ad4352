"""Which period a year in an export stands for: whole years, parts of one, and years that were not over yet."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from indicators.catalogue import PortalEntry
from indicators.intake.periods import EARLIEST_YEAR, moment_in, span_in
from indicators.intake.questions import Asking, Question
from indicators.vocabulary import Period
from indicators.wording import open_data as say

_YEAR = re.compile(r"(?:(?:tahun|thn)\.? ?)?((?:19|20)[0-9]{2})(?:[.,]0+)?", re.IGNORECASE)
_IN_TEXT = re.compile(r"\b(?:19|20)[0-9]{2}\b")
_HALF = re.compile(r"\b(semester|smt) ?(ii|i|1|2)\b", re.IGNORECASE)
_QUARTER = re.compile(r"\b(triwulan|tw) ?(iii|ii|iv|i|[1-4])\b", re.IGNORECASE)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@dataclass(frozen=True)
class When:
    """A year, and the months that the text names; months 0 where it names none, so that the year seems whole."""

    year: int
    first: int = 0
    last: int = 0


def when_in(text: str, *, today: date) -> When | None:
    """The period a cell names: `2021`, `Jan-Sep 2022`, `s.d. Mei 2025`, `Semester I 2022`; None for other texts.

    Years before 2000 and after this one are counts rather than years.
    """
    if found := _YEAR.fullmatch(text):
        year = int(found[1])
        return When(year) if EARLIEST_YEAR <= year <= today.year else None
    years = set(_IN_TEXT.findall(text))
    if len(years) != 1:
        return None
    year = int(years.pop())
    if not EARLIEST_YEAR <= year <= today.year:
        return None
    if span := span_in(text):
        return When(year, *span[1:])
    for pattern, length in ((_HALF, 6), (_QUARTER, 3)):
        if part := pattern.search(text):
            place = _ROMAN.get(part[2].casefold()) or int(part[2])
            return When(year, (place - 1) * length + 1, place * length)
    moment = moment_in(text)
    return When(year, moment.month, moment.month) if moment and moment.month else None


def years_in(text: str) -> frozenset[int]:
    """The years a title names."""
    return frozenset(int(year) for year in _IN_TEXT.findall(text))


def period_of(when: When, entry: PortalEntry, *, newest: int, today: date, asking: Asking) -> Period | None:
    """The period; None while it is asked.

    newest: the last year of the export. A year that is not over today, or was not when the portal last changed the
    data as far as is known here, may be whole or not: only a person who looks at the portal knows. Where the export
    has later years, the portal has changed it since.
    """
    if when.first:
        return Period.of_months((when.year, when.first), (when.year, when.last))
    changed = entry.changed or entry.published
    is_this_year = when.year == today.year
    was_open = when.year == changed.year == newest and (changed.month, changed.day) != (12, 31)
    if not is_this_year and not was_open:
        return Period.year(when.year)
    answer = asking.ask(
        Question(
            id=f"open_data/months/{entry.indicator}/{when.year}",
            text=say.ask_months(when.year),
            options=say.months(when.year, until=today.month if is_this_year else 12),
            hint=say.NOT_OVER if is_this_year else say.last_changed(changed),
        )
    )
    return None if answer is None else Period.year_to(when.year, int(answer))
