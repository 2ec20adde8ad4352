"""Choices that live in the address, so that copying the address copies the view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Literal

import streamlit as st

_WANTED, _HELD, _OPTIONS = "_wanted", "_held", "_options"
# Nothing was recorded before; it also keeps time zones from leaving the calendar.
FIRST_DAY = date(2000, 1, 1)


def choose(
    label: str,
    key: str,
    options: Sequence[str],
    *,
    format_option: Callable[[str], str],
    default: str,
    buttons: bool = False,
    explanation: str = "",
    show_label: bool = True,
) -> str:
    """A selectbox, or a row of buttons; returns one of `options`, which are what the address holds.

    A first visit takes the choice from the address; later ones, on any page, the last choice under this key; an
    option that no longer exists falls back to the default. Streamlit's own binding would write the translated
    label into the address instead of the code.
    """
    # Streamlit forgets a widget on a page that does not show it, and a widget that looks different on the next page
    # or has other options starts anew although its key still holds a value: so the choice is held here, each look has
    # its own key, and options are compared.
    held, widget = key + _HELD, "_".join([key, *["buttons"] * buttons, *["bare"] * (not show_label)])
    wanted = st.session_state.pop(key + _WANTED, None)
    if wanted is None and held not in st.session_state:
        wanted = st.query_params.get(key)
    if wanted in options:
        st.session_state[widget] = wanted
    elif st.session_state.get(widget) not in options or st.session_state.get(widget + _OPTIONS) != list(options):
        known = (st.session_state.get(widget), st.session_state.get(held), default, *options)
        st.session_state[widget] = next(option for option in known if option in options)
    st.session_state[widget + _OPTIONS] = list(options)
    visible: Literal["visible", "collapsed"] = "visible" if show_label else "collapsed"
    if buttons:
        picked = st.segmented_control(
            label,
            options,
            format_func=format_option,
            key=widget,
            required=True,
            help=explanation or None,
            label_visibility=visible,
        )
    else:
        picked = st.selectbox(
            label,
            options,
            format_func=format_option,
            key=widget,
            help=explanation or None,
            label_visibility=visible,
        )
    st.session_state[held] = picked
    return str(picked)


def want(key: str, value: str) -> None:
    """Choose a value for the next run (a click on the map)."""
    st.session_state[key + _WANTED] = value


def remember(key: str, value: str, *, unless: str = "") -> None:
    """Write a choice into the address, or take it out where it is the one that needs no saying."""
    if value == unless:
        if key in st.query_params:
            del st.query_params[key]
    elif st.query_params.get(key) != value:
        st.query_params[key] = value


def past_day(key: str, *, today: date) -> date | None:
    """The past day held under this key, which a first visit takes from the address.

    None where none is held, and for what is no day or one that has not ended yet.
    """
    if key + _HELD not in st.session_state:
        hold_day(key, _day(st.query_params.get(key, "")))
    day: date | None = st.session_state[key + _HELD]
    return day if day is not None and FIRST_DAY <= day < today else None


def hold_day(key: str, day: date | None) -> None:
    """Hold a day, or none, from the next run on."""
    st.session_state[key + _HELD] = day


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
