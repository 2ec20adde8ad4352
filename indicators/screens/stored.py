"""How stored values and moments are named on the pages of the history."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd

from indicators import warehouse
from indicators.areas import Kabupaten
from indicators.catalogue import catalogue
from indicators.vocabulary import Period
from indicators.wording import history as say
from indicators.wording import numbers


def named(change: Any, here: Kabupaten) -> tuple[str, str, str]:
    """Unit, period and element of a stored value in words; of a row with unit, element, period_start, period_end."""
    start, end = change.period_start, change.period_end
    entries = catalogue()
    element = getattr(change, "label", "") or change.element
    if element in entries.elements:
        element = entries.elements[element].label
    elif element in entries.indicators:
        element = entries.indicators[element].label
    area = change.unit.partition("/")[0]
    unit = here.name_of(area) if area == here.code or "." in area else area
    period = Period.of_months((start.year, start.month), (end.year, end.month))
    return unit, say.WHOLE_LIST if period == warehouse.WHOLE_LIST else numbers.period(period), element


def moved(value: float | str | None) -> str:
    """A stored value with all its digits, or the text of a list's entry; a dash where there is none."""
    if isinstance(value, str):
        return value
    return numbers.MISSING if pd.isna(value) else numbers.as_published(value)


def moment(value: pd.Timestamp, here: Kabupaten) -> str:
    """`12 November 2026 pukul 14.05 WIB`, in the kabupaten's own time."""
    return numbers.moment(value.tz_convert(ZoneInfo(here.time_zone)).to_pydatetime(), here.time_zone_label)


def standing(state: str) -> str:
    """The state of a submission as HTML: a sign and a word."""
    icon, kind = say.STATE_ICONS[state]
    return f'<span class="status {kind}"><b aria-hidden="true">{icon}</b> {say.STATES[state]}</span>'


def scope(row: Any) -> str:
    """`45 unit, Oktober 2026`, of a row of the submissions."""
    whole = catalogue().datasets[row.dataset].is_list
    return say.scope(row.units, row.first_period, row.last_period, whole_list=whole)
