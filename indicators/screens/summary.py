"""The summary: headline cards, a map, and what needs attention."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import streamlit as st

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.judgement.attention import Finding, Topic
from indicators.judgement.attention_sentences import of_finding
from indicators.judgement.signal_sentences import sentence
from indicators.judgement.signals import SignalGroup, Signals, grouped
from indicators.screens import area_map, data, html, quality_mark, sections, since
from indicators.screens.addresses import linked, view
from indicators.screens.cards import cards_html
from indicators.screens.downloads import PDF, offer
from indicators.screens.explain import explained
from indicators.screens.selection import Selection
from indicators.screens.shared import shared
from indicators.screens.since import address_of
from indicators.vocabulary import Period
from indicators.wording import attention as say
from indicators.wording import pages as page_words
from indicators.wording import paper as paper_words
from indicators.wording import signals as signal_words

SHOWN_AT_ONCE, BETTER_AT_ONCE, BETTER_AT_MOST = 5, 2, 8

_PAGE = {
    Topic.DECISION_OVERDUE: "tindak-lanjut",
    Topic.RESULT_MISSING: "unggah",
    Topic.REPORTS_MISSING: "kelengkapan",
    Topic.TARGET_NOT_MET: "indikator",
    Topic.AREA_INCOMPLETE: "kelengkapan",
    Topic.TWO_SOURCES: "stunting",
}
_ICON = {
    Topic.DECISION_OVERDUE: "!",
    Topic.RESULT_MISSING: "○",
    Topic.REPORTS_MISSING: "○",
    Topic.TARGET_NOT_MET: "!",
    Topic.SIGNAL: "!",
    Topic.AREA_INCOMPLETE: "○",
    Topic.TWO_SOURCES: "≠",
}


def show_cards(chosen: Selection) -> None:
    """One card per headline indicator."""
    if chosen.kecamatan:
        said = page_words.OPEN_PROFILE.format(name=all_kabupaten()[chosen.kabupaten].name_of(chosen.kecamatan))
        hint = f'<p class="hint"><a href="{view("profil", chosen)}" target="_self">{html.text(said)}</a></p>'
        st.html(linked(hint, chosen))
    quality_mark.summary_line(chosen)
    st.html(linked(_cards(chosen.version, chosen.kabupaten, chosen.period, chosen.today), chosen))


def offer_report(chosen: Selection) -> None:
    """The printed monthly report of the kabupaten, made when it is asked for."""
    if chosen.state.first_month is None:
        return

    def content() -> bytes:
        # Imported here: few ask for it, and every start of a server opens this page first.
        from indicators.briefing.monthly import monthly_report
        from indicators.render.pdf_page import pdf

        snapshot = warehouse.at(chosen.version)
        return pdf(monthly_report(snapshot, state=chosen.state, period=chosen.period, today=chosen.today))

    name = paper_words.MONTHLY_FILE.format(kabupaten=chosen.kabupaten, period=chosen.period)
    offer((paper_words.MONTHLY_DOWNLOAD, name, PDF, content))


def show_map_and_attention(chosen: Selection) -> None:
    """Where it is, beside what to look at first."""
    if sections.nothing_yet(chosen):
        return
    left, right = st.columns([3, 2])
    with left:
        area_map.show_small(chosen)
    with right:
        _attention(chosen)


@shared(most=100)
def _cards(version: int, kabupaten: str, period: Period, today: date) -> str:
    cards, _ = data.summary(version, kabupaten, period, today)
    return cards_html(cards, kabupaten=kabupaten, period=period)


def _attention(chosen: Selection) -> None:
    """What is missing and what stands out, then what is better than it was or than elsewhere."""
    _, findings = data.summary(chosen.version, chosen.kabupaten, chosen.period, chosen.today)
    found = data.signals(chosen.version, chosen.kabupaten, chosen.period)
    st.html(f"<h2>{page_words.ATTENTION}</h2>")
    st.html(linked(_list(findings[:SHOWN_AT_ONCE], chosen) + _said_of(found), chosen))
    if rest := findings[SHOWN_AT_ONCE:]:
        with st.expander(say.more(len(rest))):
            st.html(linked(_list(rest, chosen), chosen))
    if better := grouped(found.better):
        st.html(linked(f"<h3>{signal_words.BETTER}</h3>{_signals(better[:BETTER_AT_ONCE], chosen)}", chosen))
        if more := better[BETTER_AT_ONCE:]:
            told = more[: BETTER_AT_MOST - BETTER_AT_ONCE]
            with st.expander(say.more(len(told))):
                st.html(linked(_signals(told, chosen) + _rest(better, chosen), chosen))
    since.show(chosen)


def _rest(better: Sequence[SignalGroup], chosen: Selection) -> str:
    """Where to look for what a long list of what is better leaves out; nothing where it is not that long."""
    if len(better) <= BETTER_AT_MOST:
        return ""
    said = html.text(signal_words.largest(BETTER_AT_MOST))
    return f'<p class="hint">{said} <a href="{view("papan", chosen)}" target="_self">{say.SEE}</a></p>'


def _said_of(found: Signals) -> str:
    """That nothing stands out, where nothing does; else how the signals were chosen."""
    if not found.tested:
        said = signal_words.NOTHING_TESTED
    elif not found.all:
        said = signal_words.none_of(found.tested)
    else:
        said = signal_words.chosen_of(found.tested, catalogue().settings.false_discoveries)
        if not found.worse:
            said = f"{signal_words.NO_WORSE} {said}"
    return f'<p class="hint">{html.text(said)}</p>'


def _signals(groups: Sequence[SignalGroup], chosen: Selection) -> str:
    """Sentences about what is better, each with the way to its chart."""
    items = "".join(
        f'<li><b aria-hidden="true">+</b> <span>{explained(sentence(group))}{_mark(group, chosen)} '
        f'<a href="{address_of(group, chosen)}" target="_self">{say.SEE}</a></span></li>'
        for group in groups
    )
    return f'<ul class="findings">{items}</ul>'


def _list(findings: tuple[Finding, ...], chosen: Selection) -> str:
    items = "".join(
        f'<li><b aria-hidden="true">{_ICON[f.topic]}</b> <span>{explained(of_finding(f))}{_mark(f.signals, chosen)} '
        f'<a href="{_address(f, chosen)}" target="_self">{say.SEE}</a></span></li>'
        for f in findings
    )
    return f'<ul class="findings">{items}</ul>'


def _mark(group: SignalGroup | None, chosen: Selection) -> str:
    """That the data behind a signal fail a check, which may be all that stands out."""
    if group is None:
        return ""
    indicator = group.signals[0].indicator
    return quality_mark.mark(indicator, version=chosen.version, kabupaten=chosen.kabupaten, period=chosen.period)


def _address(finding: Finding, chosen: Selection) -> str:
    """The page where something can be done about it, with the view restored."""
    if finding.signals is not None:
        return address_of(finding.signals, chosen)
    if finding.topic is Topic.REPORTS_MISSING:
        return view(_PAGE[finding.topic], chosen, set=finding.dataset, bulan=str(finding.period))
    if finding.topic is Topic.DECISION_OVERDUE:
        return view(_PAGE[finding.topic], chosen, rapat="semua", status="overdue")
    if finding.topic is Topic.TARGET_NOT_MET:
        return view(_PAGE[finding.topic], chosen, indikator=finding.indicator)
    return view(_PAGE[finding.topic], chosen)
