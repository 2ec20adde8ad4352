"""The shared selection: kabupaten, kecamatan and period, in the sidebar and in the address."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import streamlit as st

from indicators import warehouse
from indicators.areas import all_kabupaten, clock
from indicators.judgement.periods import default_period, period_choices
from indicators.judgement.values import State
from indicators.screens import as_of, choices, data, reading_ahead
from indicators.screens.shared import shared
from indicators.vocabulary import Period
from indicators.warehouse import Snapshot
from indicators.wording import numbers
from indicators.wording import pages as say

KABUPATEN, KECAMATAN, PERIOD = "kabupaten", "kecamatan", "periode"
REFERENCE = "35.10"
_SELECTION = "selection"


@dataclass(frozen=True)
class Selection:
    """What the reader looks at. kecamatan is None for the whole kabupaten; version is the data version shown.

    as_of: the day whose state is shown, which is then also `today`; None for the newest data.
    """

    kabupaten: str
    kecamatan: str | None
    period: Period
    state: State
    today: date
    as_of: date | None = None

    @property
    def version(self) -> int:
        return self.state.version

    @property
    def area(self) -> str:
        return self.kecamatan or self.kabupaten


def choose(newest: Snapshot) -> Selection:
    """Draw the choices in the sidebar, which a first visit takes over from the address.

    newest: what is shown unless a day of the past is chosen.
    """
    known = all_kabupaten()
    with st.sidebar:
        kabupaten = choices.choose(
            say.CHOOSE_KABUPATEN,
            KABUPATEN,
            list(known),
            format_option=lambda code: known[code].name.removeprefix(f"{say.CHOOSE_KABUPATEN} "),
            default=REFERENCE,
        )
        reading_ahead.look_at(kabupaten)
        here = known[kabupaten]
        today = clock.today(here)
        day = as_of.held(today)
        shown = warehouse.as_of(day, time_zone=here.time_zone) if day else newest
        state = data.state(shown.version, kabupaten)
        date_there = day or today
        periods, default = _periods(state, date_there)
        kecamatan = choices.choose(
            say.CHOOSE_KECAMATAN,
            KECAMATAN,
            ["", *sorted((a.code for a in here.kecamatan), key=here.name_of)],
            format_option=lambda code: here.name_of(code) if code else say.WHOLE_KABUPATEN,
            default="",
        )
        period = choices.choose(
            say.CHOOSE_PERIOD,
            PERIOD,
            list(periods),
            format_option=periods.__getitem__,
            default=default,
        )
        as_of.choose(today)
    chosen = Selection(kabupaten, kecamatan or None, Period.parse(period), state, date_there, day)
    st.session_state[_SELECTION] = chosen
    return chosen


@shared(most=20)
def _periods(state: State, today: date) -> tuple[dict[str, str], str]:
    """What may be chosen, as text and label, and which is chosen at first."""
    choices = {str(period): numbers.short_period(period) for period in period_choices(state, today=today)}
    return choices, str(default_period(state, today=today))


def current() -> Selection:
    """The selection of this run. Raises KeyError outside app.py's frame."""
    chosen: Selection = st.session_state[_SELECTION]
    return chosen


def select_kecamatan(code: str) -> None:
    """Choose a kecamatan for the next run (a click on the map)."""
    choices.want(KECAMATAN, code)


def write_address(chosen: Selection) -> None:
    """Keep the address in step with what is shown."""
    choices.remember(KABUPATEN, chosen.kabupaten)
    choices.remember(KECAMATAN, chosen.kecamatan or "", unless="")
    choices.remember(PERIOD, str(chosen.period))
    choices.remember(as_of.KEY, chosen.as_of.isoformat() if chosen.as_of else "")
