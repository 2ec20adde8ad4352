"""The shared selection: kabupaten, kecamatan and period, in the sidebar and in the address."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import streamlit as st

from indicators import warehouse
from indicators.areas import Kabupaten, all_kabupaten
from indicators.judgement.periods import default_period, period_choices
from indicators.judgement.values import State
from indicators.screens import data
from indicators.vocabulary import Period
from indicators.wording import numbers
from indicators.wording import pages as say

KABUPATEN, KECAMATAN, PERIOD = "kabupaten", "kecamatan", "periode"
REFERENCE = "35.10"
_SELECTION = "selection"


@dataclass(frozen=True)
class Selection:
    """What the reader looks at. kecamatan is None for the whole kabupaten; version is the data version shown."""

    kabupaten: str
    kecamatan: str | None
    period: Period
    state: State
    today: date

    @property
    def version(self) -> int:
        return self.state.version

    @property
    def area(self) -> str:
        return self.kecamatan or self.kabupaten


def choose(today: Callable[[Kabupaten], date]) -> Selection:
    """Draw the three choices in the sidebar, which a first visit takes over from the address."""
    known = all_kabupaten()
    with st.sidebar:
        kabupaten = _choice(
            say.CHOOSE_KABUPATEN,
            KABUPATEN,
            list(known),
            lambda code: known[code].name.removeprefix(f"{say.CHOOSE_KABUPATEN} "),
            REFERENCE,
        )
        here = known[kabupaten]
        state = data.state(warehouse.current().version, kabupaten)
        date_there = today(here)
        period_texts = [str(p) for p in period_choices(state, today=date_there)]
        kecamatan = _choice(
            say.CHOOSE_KECAMATAN,
            KECAMATAN,
            ["", *sorted((a.code for a in here.kecamatan), key=here.name_of)],
            lambda code: here.name_of(code) if code else say.WHOLE_KABUPATEN,
            "",
        )
        period = _choice(
            say.CHOOSE_PERIOD,
            PERIOD,
            period_texts,
            lambda text: numbers.short_period(Period.parse(text)),
            str(default_period(state, today=date_there)),
        )
    chosen = Selection(kabupaten, kecamatan or None, Period.parse(period), state, date_there)
    st.session_state[_SELECTION] = chosen
    return chosen


def current() -> Selection:
    """The selection of this run. Raises KeyError outside app.py's frame."""
    chosen: Selection = st.session_state[_SELECTION]
    return chosen


def select_kecamatan(code: str | None) -> None:
    """Choose a kecamatan for the next run (a click on the map)."""
    st.session_state[KECAMATAN + "_wanted"] = code or ""


def write_address(chosen: Selection) -> None:
    """Keep the address in step, so that copying it copies the view."""
    wanted = {KABUPATEN: chosen.kabupaten, PERIOD: str(chosen.period)}
    if chosen.kecamatan:
        wanted[KECAMATAN] = chosen.kecamatan
    shown = {key: st.query_params[key] for key in (KABUPATEN, KECAMATAN, PERIOD) if key in st.query_params}
    if shown != wanted:
        for key in set(shown) - set(wanted):
            del st.query_params[key]
        st.query_params.update(wanted)


def _choice(label: str, key: str, options: list[str], format_option: Callable[[str], str], default: str) -> str:
    """A selectbox that survives options that no longer exist and starts from the address."""
    wanted = st.session_state.pop(f"{key}_wanted", None)
    if wanted is None and key not in st.session_state:
        wanted = st.query_params.get(key)
    if wanted in options:
        st.session_state[key] = wanted
    elif st.session_state.get(key) not in options:
        st.session_state[key] = default if default in options else options[0]
    return st.selectbox(label, options, format_func=format_option, key=key)
