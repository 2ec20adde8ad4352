"""An innovation and its indicator: before and after its start, beside the kecamatan that do not have it."""

from __future__ import annotations

import streamlit as st

from indicators import warehouse
from indicators.catalogue import catalogue
from indicators.judgement import before_after_sentences as sentences
from indicators.judgement.before_after import BeforeAfter, before_after, candidates
from indicators.screens import addresses, choices, html, sections
from indicators.screens.charts import show_chart
from indicators.screens.explain import explained
from indicators.screens.selection import Selection
from indicators.wording import before_after as say

INNOVATION, INDICATOR = "hasil", "kpi"


def show(chosen: Selection) -> None:
    """One innovation, chosen by the reader among those whose indicator is recorded."""
    sections.title(say.TITLE, lead=say.LEAD)
    snapshot = warehouse.at(chosen.version)
    offered = {one.id: one for one in candidates(snapshot, chosen.kabupaten)}
    if not offered:
        st.html(f'<p class="empty">{html.text(say.NO_CANDIDATE)} {_registry(chosen)}</p>')
        return
    first = next(iter(offered))
    left, right = st.columns(2)
    with left:
        picked = choices.choose(
            say.INNOVATION, INNOVATION, list(offered), format_option=lambda id_: offered[id_].name, default=first
        )
    choices.remember(INNOVATION, picked, unless=first)
    indicators = [id_ for id_ in offered[picked].fields["indicators"] if id_ in catalogue().indicators]
    with right:
        indicator = choices.choose(
            say.INDICATOR,
            INDICATOR,
            indicators,
            format_option=lambda id_: catalogue().indicators[id_].short,
            default=indicators[0],
        )
    choices.remember(INDICATOR, indicator, unless=indicators[0])
    found = before_after(snapshot, state=chosen.state, innovation=picked, indicator=indicator)
    _show(found, chosen)


def _show(found: BeforeAfter, chosen: Selection) -> None:
    """The chart says it all; without one stands why there is none, with the way to what is lacking."""
    show_chart(
        "before_and_after",
        chosen,
        key="before-and-after",
        innovation=found.innovation.id,
        indicator=found.indicator,
    )
    if not found.own.before:
        link = _registry(chosen) if found.unanswered in say.IN_REGISTRY else ""
        st.html(f'<p class="empty">{explained(sentences.unanswered(found))} {link}</p>')


def _registry(chosen: Selection) -> str:
    """To the form of the registry, where staff enter start, place and indicator."""
    address = addresses.view("kelola-inovasi", chosen)
    return addresses.linked(f'<a href="{address}" target="_self">{html.text(say.RECORD)}</a>', chosen)
