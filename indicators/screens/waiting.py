"""That something waits for a second person: on every page, so it loads nothing that only such a person needs."""

from __future__ import annotations

import streamlit as st

from indicators import access, warehouse
from indicators.screens import choices
from indicators.screens.access import account
from indicators.screens.selection import Selection
from indicators.wording import history as say


def how_many(chosen: Selection) -> int:
    """How many submissions wait."""
    snapshot, here = warehouse.at(chosen.version), chosen.kabupaten
    return snapshot.keep(("waiting", here), lambda: len(snapshot.read("waiting_submissions", kabupaten=here)))


def notice(chosen: Selection) -> None:
    """For who may verify here, and only while something waits: one line in the sidebar that leads there."""
    if chosen.as_of is not None or not access.may_verify(account(), chosen.kabupaten):
        return
    waiting = how_many(chosen)
    if waiting and st.sidebar.button(say.waiting_notice(waiting), type="tertiary", key="verification_notice"):
        choices.want("bagian", say.VERIFY)
        st.switch_page("pages/staff/history.py")
