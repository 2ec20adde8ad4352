"""Choices that live in the address, so that copying the address copies the view."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

import streamlit as st

_WANTED = "_wanted"


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

    A first visit takes the choice from the address; an option that no longer exists falls back to the default.
    Streamlit's own binding would write the translated label into the address instead of the code.
    """
    wanted = st.session_state.pop(key + _WANTED, None)
    if wanted is None and key not in st.session_state:
        wanted = st.query_params.get(key)
    if wanted in options:
        st.session_state[key] = wanted
    elif st.session_state.get(key) not in options:
        st.session_state[key] = default if default in options else options[0]
    visible: Literal["visible", "collapsed"] = "visible" if show_label else "collapsed"
    if buttons:
        picked = st.segmented_control(
            label,
            options,
            format_func=format_option,
            key=key,
            required=True,
            help=explanation or None,
            label_visibility=visible,
            persist_state="session",
        )
    else:
        picked = st.selectbox(
            label,
            options,
            format_func=format_option,
            key=key,
            help=explanation or None,
            label_visibility=visible,
            persist_state="session",
        )
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
