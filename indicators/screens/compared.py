"""Kecamatan beside one another, in words: their groups, and whether neighbours are alike."""

from __future__ import annotations

import streamlit as st

from indicators import warehouse
from indicators.catalogue import Indicator, catalogue
from indicators.judgement import compared as judgement
from indicators.judgement import compared_sentences as sentences
from indicators.judgement.compared import ComparedArea
from indicators.judgement.values import State
from indicators.screens import html
from indicators.screens.explain import explained
from indicators.screens.selection import Selection
from indicators.screens.shared import shared
from indicators.vocabulary import AreaGroup, Period
from indicators.wording import compared as say
from indicators.wording import numbers

# With their values; the others have no place among the compared ones.
_WITH_VALUE = (AreaGroup.OUTSIDE_WORSE, AreaGroup.OUTSIDE_BETTER)


def groups(indicator: Indicator, chosen: Selection) -> None:
    """Who is beyond the limits of chance, as lists, or why nobody can be; nothing for an indicator without limits."""
    if written := _groups(chosen.version, chosen.state, indicator.id, chosen.period):
        st.html(written)


def pattern(indicator: Indicator, chosen: Selection) -> None:
    """Whether neighbouring kecamatan are alike, worked out only when it is asked."""
    found = judgement.compared(
        warehouse.at(chosen.version), indicator=indicator.id, state=chosen.state, period=chosen.period
    )
    if found is None or not found.counted:
        return
    if st.toggle(say.ASK_PATTERN, key="ask-pattern", help=say.PATTERN_EXPLAINED):
        said = _pattern(chosen.version, chosen.state, indicator.id, chosen.period)
        st.html(f"<p>{explained(said)}</p>" if said else "")


@shared(most=200)
def _groups(version: int, state: State, indicator: str, period: Period) -> str:
    found = judgement.compared(warehouse.at(version), indicator=indicator, state=state, period=period)
    if found is None:
        return ""
    if not found.counted:
        return f'<p class="empty">{html.text(sentences.groups_finding(found))}</p>'
    decimals = catalogue().indicators[indicator].decimals
    lists = [
        f"<li><strong>{html.text(say.group_heading(group, len(areas)))}</strong> "
        f"{html.text(_listed(group, areas, decimals))}</li>"
        for group in AreaGroup
        if (areas := found.of(group))
    ]
    return f'<ul class="area-groups">{"".join(lists)}</ul>'


@st.cache_resource(show_spinner=say.PATTERN_WAIT, max_entries=200, hash_funcs={Period: str, State: repr})
def _pattern(version: int, state: State, indicator: str, period: Period) -> str:
    found = judgement.pattern(warehouse.at(version), indicator=indicator, state=state, period=period)
    return sentences.pattern_sentence(found, kabupaten=state.kabupaten) if found else ""


def _listed(group: AreaGroup, areas: tuple[ComparedArea, ...], decimals: int) -> str:
    """In alphabetical order, since a group has no order of merit."""
    return ", ".join(
        f"{area.judged.area_name} ({numbers.number(area.judged.value, decimals)})"
        if group in _WITH_VALUE
        else area.judged.area_name
        for area in sorted(areas, key=lambda area: area.judged.area_name)
    )
