"""The dashboard as it stood on a day: chosen in the sidebar or the address, and said above every page."""

from __future__ import annotations

from datetime import date, timedelta

import streamlit as st

from indicators.screens import choices, html
from indicators.wording import as_of as say
from indicators.wording import numbers

KEY = "per"
_WIDGET = "as_of"


def held(today: date) -> date | None:
    """The day whose state is shown, None for the newest data.

    A first visit takes it from the address. What is no day, and a day that has not ended yet, is the newest data.
    """
    return choices.past_day(KEY, today=today)


def choose(today: date) -> None:
    """The choice of a day, folded away in the sidebar; it holds from the next run, which follows at once."""
    shown = held(today)
    with st.expander(say.CHOOSE, expanded=shown is not None):
        st.html(f'<p class="hint">{html.text(say.EXPLAINED)}</p>')
        st.session_state[_WIDGET] = shown
        st.date_input(
            say.DAY,
            key=_WIDGET,
            min_value=choices.FIRST_DAY,
            max_value=today - timedelta(days=1),
            format="DD/MM/YYYY",
            on_change=_take_over,
        )


def banner(day: date | None, *, empty: bool) -> None:
    """What cannot be overlooked while the past is shown, with the way back. empty: nothing was recorded by then."""
    if day is None:
        return
    with st.container(key="past", horizontal=True, vertical_alignment="center"):
        said = say.BANNER.format(day=numbers.day(day)) + (f" {say.NOTHING_THEN}" if empty else "")
        st.html(f'<p role="alert">{html.text(said)}</p>', width="content")
        st.button(say.BACK, key="as_of_back", on_click=back)


def closed(day: date | None) -> bool:
    """Whether what staff change is closed because the past is shown; then says so."""
    if day is None:
        return False
    st.info(say.CLOSED.format(day=numbers.day(day)))
    return True


def back() -> None:
    """Show the newest data again, from the next run on."""
    choices.hold_day(KEY, None)


def _take_over() -> None:
    choices.hold_day(KEY, st.session_state[_WIDGET])
