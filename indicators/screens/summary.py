"""The summary: headline cards, a map, and what needs attention."""

from __future__ import annotations

from datetime import date

import streamlit as st

from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.judgement.attention import Finding, Topic
from indicators.screens import area_map, data, html, quality_mark, sections
from indicators.screens.addresses import view
from indicators.screens.cards import cards_html
from indicators.screens.explain import explained
from indicators.screens.selection import Selection
from indicators.vocabulary import Period
from indicators.wording import attention as say
from indicators.wording import judgement
from indicators.wording import pages as page_words

SHOWN_AT_ONCE = 5

_PAGE = {
    Topic.RESULT_MISSING: "unggah",
    Topic.REPORTS_MISSING: "kelengkapan",
    Topic.TARGET_NOT_MET: "kematian",
    Topic.AREA_STANDS_OUT: "peta",
    Topic.AREA_INCOMPLETE: "kelengkapan",
    Topic.TWO_SOURCES: "stunting",
}
_ICON = {
    Topic.RESULT_MISSING: "○",
    Topic.REPORTS_MISSING: "○",
    Topic.TARGET_NOT_MET: "!",
    Topic.AREA_STANDS_OUT: "!",
    Topic.AREA_INCOMPLETE: "○",
    Topic.TWO_SOURCES: "≠",
}


def show_cards(chosen: Selection) -> None:
    """One card per headline indicator."""
    if chosen.kecamatan:
        said = page_words.OPEN_PROFILE.format(name=all_kabupaten()[chosen.kabupaten].name_of(chosen.kecamatan))
        st.html(f'<p class="hint"><a href="{view("profil", chosen)}" target="_self">{html.text(said)}</a></p>')
    quality_mark.summary_line(chosen)
    st.html(_cards(chosen.version, chosen.kabupaten, chosen.period, chosen.today))


def show_map_and_attention(chosen: Selection) -> None:
    """Where it is, beside what to look at first."""
    if sections.nothing_yet(chosen):
        return
    left, right = st.columns([3, 2])
    with left:
        area_map.show_small(chosen)
    with right:
        _attention(chosen)


@st.cache_resource(show_spinner=False, max_entries=100, hash_funcs=data.KEYS)
def _cards(version: int, kabupaten: str, period: Period, today: date) -> str:
    cards, _ = data.summary(version, kabupaten, period, today)
    return cards_html(cards, kabupaten=kabupaten, period=period)


def _attention(chosen: Selection) -> None:
    _, findings = data.summary(chosen.version, chosen.kabupaten, chosen.period, chosen.today)
    st.html(f"<h2>{page_words.ATTENTION}</h2>")
    if not findings:
        st.html(f'<p class="empty">{page_words.ATTENTION_NONE}</p>')
        return
    st.html(_list(findings[:SHOWN_AT_ONCE], chosen))
    if rest := findings[SHOWN_AT_ONCE:]:
        with st.expander(say.more(len(rest))):
            st.html(_list(rest, chosen))


def _list(findings: tuple[Finding, ...], chosen: Selection) -> str:
    items = "".join(
        f'<li><b aria-hidden="true">{_ICON[f.topic]}</b> <span>{explained(_sentence(f))} '
        f'<a href="{_address(f, chosen)}" target="_self">{say.SEE}</a></span></li>'
        for f in findings
    )
    return f'<ul class="findings">{items}</ul>'


def _address(finding: Finding, chosen: Selection) -> str:
    """The page where something can be done about it, with the view restored."""
    more = {"indikator": finding.indicator} if finding.topic is Topic.AREA_STANDS_OUT else {}
    if finding.topic is Topic.REPORTS_MISSING:
        more = {"set": finding.dataset, "bulan": str(finding.period)}
    return view(_PAGE[finding.topic], chosen, **more)


def _sentence(finding: Finding) -> str:
    entry = catalogue().indicators.get(finding.indicator)
    period = finding.period
    if finding.topic is Topic.REPORTS_MISSING:
        return say.reports_missing(catalogue().datasets[finding.dataset].label, period, *finding.numbers)
    assert entry is not None
    written = [judgement.value(number, entry.decimals, entry.unit) for number in finding.numbers]
    if finding.topic is Topic.RESULT_MISSING:
        return say.result_missing(entry.label, period, finding.numbers[0])
    if finding.topic is Topic.TARGET_NOT_MET:
        return say.target_not_met(entry.label, period, written[0])
    if finding.topic is Topic.TWO_SOURCES:
        return say.two_sources(written[0], period)
    if finding.topic is Topic.AREA_INCOMPLETE:
        return say.areas_incomplete(entry.short, [j.area_name for j in finding.areas], period)
    areas = [(j.area_name, judgement.value(j.value, entry.decimals, entry.unit)) for j in finding.areas]
    return say.areas_stand_out(entry.short, areas, written[0], period, entry.direction)
