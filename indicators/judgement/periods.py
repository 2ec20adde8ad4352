"""Which periods a reader may choose, and which one is shown unless they choose."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from indicators.vocabulary import Period

if TYPE_CHECKING:  # values reads all of these periods together
    from indicators.judgement.values import State

POOLED_YEARS = 3


def default_period(state: State, *, today: date) -> Period:
    """January to the newest complete month; without one, to the newest month with data, else to last month."""
    newest = state.newest_complete_month or state.newest_month
    if newest is None:
        if today.month == 1:
            return Period.year(today.year - 1)
        return Period.year_to(today.year, today.month - 1)
    return Period.year_to(newest.end.year, newest.end.month)


def period_choices(state: State, *, today: date) -> list[Period]:
    """The default first, then whole years, the pooled years for rare events, then single months, newest first."""
    default = default_period(state, today=today)
    if state.first_month is None or state.newest_month is None:
        return [default]
    first, newest = state.first_month.start, state.newest_month.end
    last_whole_year = newest.year if newest.month == 12 else newest.year - 1
    years = [Period.year(year) for year in range(last_whole_year, first.year - 1, -1)]
    pooled = (
        [Period(Period.year(last_whole_year - POOLED_YEARS + 1).start, Period.year(last_whole_year).end)]
        if len(years) >= POOLED_YEARS
        else []
    )
    span = Period(first, newest).months
    months = [
        Period.month(first.year + (first.month - 1 + i) // 12, (first.month - 1 + i) % 12 + 1)
        for i in range(span - 1, -1, -1)
    ]
    return list(dict.fromkeys([default, *years, *pooled, *months]))


def yearly_periods(period: Period, *, years: int, first: Period | None) -> list[Period]:
    """The same months of earlier years up to `period`, oldest first, not before the first month with data."""
    if not period.in_one_year:
        return [period]
    found = [period.years_earlier(back) for back in range(years - 1, -1, -1)]
    return [p for p in found if first is None or p.end >= first.start]


def usual_periods(state: State) -> list[Period]:
    """Every period that a reader may choose, and the same months of earlier years, beside which it is shown."""
    if state.first_month is None or state.newest_month is None:
        return []
    # One year before the first too: a reader's first year is compared with it, and nothing is found there.
    years = state.newest_month.end.year - state.first_month.start.year + 2
    choices = period_choices(state, today=state.newest_month.end)
    return list(dict.fromkeys(p for chosen in choices for p in yearly_periods(chosen, years=years, first=None)))
