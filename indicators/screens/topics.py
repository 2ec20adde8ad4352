"""The blocks of topic pages: each asks one question of the indicators of a topic, whichever they are."""

from __future__ import annotations

from typing import Any

import streamlit as st

from indicators.catalogue import Indicator, catalogue
from indicators.judgement.values import Published
from indicators.screens import compared, data, html, quality_mark, sections
from indicators.screens.charts import show_chart
from indicators.screens.selection import Selection
from indicators.wording import control as control_words
from indicators.wording import judgement, numbers
from indicators.wording import topics as say


def choose(topic: str, chosen: Selection) -> Indicator:
    """The computed indicator of a topic that the rest of the page is about, with its definition."""
    computed = [i.id for i in catalogue().indicators_of(topic) if i.numerator]
    indicator = sections.choose_indicator(computed, key="indikator")
    sections.definition(indicator, chosen)
    quality_mark.warning((indicator.id,), chosen)
    sections.about(indicator, chosen)
    return indicator


def over_years(indicator: Indicator, chosen: Selection) -> None:
    """Has it moved over the years? Published and computed values apart; published counts beside them."""
    sections.title(say.OVER_YEARS)
    left, right = st.columns([3, 2])
    until = sections.until(chosen)
    below = [entry for element in indicator.denominator if (entry := catalogue().publishing(element))]
    with left:
        show_chart(
            "values_over_years",
            chosen,
            key="over-years",
            empty=say.NOTHING_PUBLISHED,
            indicators=(indicator.id,),
            until=until,
        )
    with right:
        show_chart(
            "published_counts", chosen, key="published-counts", empty=say.NOTHING_COUNTED, indicator=indicator.id
        )
        for entry in below:
            missing = say.nothing_published(entry.label, entry.supplied_by)
            show_chart("published_counts", chosen, key=f"published-{entry.id}", empty=missing, indicator=entry.id)
    sources((indicator, *below), chosen)


def this_year(indicator: Indicator, chosen: Selection) -> None:
    """Is this year running ahead of the last three?"""
    sections.title(say.THIS_YEAR)
    show_chart(
        "running_counts",
        chosen,
        key="running",
        empty=nothing(indicator),
        indicator=indicator.id,
        area=chosen.area,
        last=chosen.period,
    )


def over_time(indicator: Indicator, chosen: Selection) -> None:
    """Is it a change, or the usual ups and downs? In the chart that fits the data; rare events pooled besides."""
    sections.title(control_words.SECTION)
    about: dict[str, Any] = {"indicator": indicator.id, "area": chosen.area, "last": chosen.period}
    show_chart("over_time", chosen, key="over-time", empty=control_words.NOTHING, **about)
    if indicator.rare:
        show_chart("pooled_beside", chosen, key="pooled-years", **about)


def parts(indicator: Indicator, chosen: Selection) -> None:
    """What is behind it: causes, ages, sexes, places."""
    if sections.dimensions_of(indicator):
        sections.title(say.PARTS)
        sections.breakdowns(indicator, chosen)


def kecamatan(indicator: Indicator, chosen: Selection) -> None:
    """Where is it? All kecamatan in groups, between the limits of chance, and with their intervals."""
    sections.title(say.WHERE)
    asked: dict[str, Any] = {"indicator": indicator.id, "period": chosen.period}
    left, right = st.columns([1, 1])
    with left:
        show_chart("kecamatan_funnel", chosen, key="funnel", **asked)
        compared.groups(indicator, chosen)
        compared.pattern(indicator, chosen)
    with right:
        show_chart("kecamatan_compared", chosen, key="kecamatan", empty=nothing(indicator), **asked)


def table(topics: tuple[str, ...], chosen: Selection, *, title: str) -> None:
    """All computed indicators of some topics in the chosen period, as a table; `title` is a key of the wording."""
    sections.title(say.TABLES[title])
    ids = [i.id for topic in topics for i in catalogue().indicators_of(topic) if i.numerator]
    sections.indicator_table(ids, chosen)


def new_cases(topic: str, chosen: Selection) -> None:
    """Counts without denominator (new cases), as running totals."""
    for entry in catalogue().indicators_of(topic):
        if entry.numerator and not entry.denominator:
            sections.title(entry.label, lead=entry.definition)
            show_chart(
                "running_counts",
                chosen,
                key=f"running-{entry.id}",
                empty=nothing(entry),
                indicator=entry.id,
                area=chosen.area,
                last=chosen.period,
            )


def sources(indicators: tuple[Indicator, ...], chosen: Selection) -> None:
    """Every published value drawn above, with its source, folded away."""
    quoted = [
        q
        for q in data.published(chosen.version, tuple(i.id for i in indicators), chosen.kabupaten)
        if q.area == chosen.kabupaten
    ]
    if not quoted:
        return
    with st.expander(say.SOURCES_OF_PUBLISHED):
        st.html(html.table(say.SOURCE_COLUMNS, [_source_row(q) for q in quoted], numeric=(2,)))


def _source_row(quote: Published) -> list[str]:
    entry = catalogue().indicators[quote.indicator]
    counted = quote.content == "numerator"
    value = judgement.quoted(quote.value, "" if counted else entry.unit, quote.sign)
    return [
        html.text(entry.numerator_label if counted else entry.short),
        html.text(numbers.period(quote.period)),
        html.text(value),
        html.link(quote.url, quote.source)
        + (f'<div class="remark">{html.text(quote.note)}</div>' if quote.note else ""),
    ]


def nothing(indicator: Indicator) -> str:
    return say.nothing_reported(indicator.label, indicator.supplied_by)
