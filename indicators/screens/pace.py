"""How far the next target is, in cases and in the change a year that it needs."""

from __future__ import annotations

import streamlit as st

from indicators import warehouse
from indicators.catalogue import Indicator, catalogue
from indicators.judgement.pace import count_pace
from indicators.judgement.pace_sentences import count_sentences, sentences_of
from indicators.screens import data, html, sections
from indicators.screens.explain import explained
from indicators.screens.selection import Selection
from indicators.vocabulary import Basis
from indicators.wording import judgement
from indicators.wording import pace as say


def distance(indicator: Indicator, chosen: Selection) -> None:
    """Of the whole kabupaten; nothing where no target lies ahead or no whole year is known."""
    found = data.pace(chosen.version, indicator.id, chosen.kabupaten, chosen.period)
    sentences = months(indicator, chosen) if found is None else sentences_of(found)
    if not sentences:
        return
    sections.title(say.title(indicator.short, data.name_of(chosen.kabupaten)))
    basis = Basis.PUBLISHED if found is None else found.basis
    rule = catalogue().settings.rule_version
    line = judgement.source_line(indicator.source, basis, chosen.version, rule=rule)
    said = "".join(f"<p>{explained(sentence)}</p>" for sentence in sentences)
    st.html(f'{said}<p class="source">{html.text(line)}</p>')


def surveys(topic: str, chosen: Selection) -> None:
    """The same of a topic's surveys."""
    for entry in catalogue().indicators_of(topic):
        if not entry.numerator:
            distance(entry, chosen)


def months(indicator: Indicator, chosen: Selection) -> list[str]:
    """Of a yearly count: how many a month while its target's year is open, and after it how it ended."""
    found = data.count_pace(chosen.version, indicator.id, chosen.kabupaten, chosen.today)
    return [] if found is None else count_sentences(found)


def ended(indicator: Indicator, chosen: Selection) -> list[str]:
    """How the target's year that was over last ended; nothing while its result is awaited."""
    snapshot = warehouse.at(chosen.version)
    found = count_pace(snapshot, indicator=indicator.id, state=chosen.state, today=chosen.today, over=True)
    return [] if found is None else count_sentences(found)
