"""The sections that topic pages are made of; order and content come from the catalogue."""

from __future__ import annotations

from collections.abc import Collection, Sequence

import streamlit as st

from indicators.catalogue import Indicator, catalogue
from indicators.charts.of_indicator import ALONG
from indicators.judgement.change_sentences import words_of
from indicators.judgement.changes import Change
from indicators.judgement.judged import Absence, Judged
from indicators.screens import access, addresses, choices, data, html, quality_mark
from indicators.screens.charts import show_chart
from indicators.screens.explain import explained, terms_in
from indicators.screens.selection import Selection
from indicators.vocabulary import Dimension, Kind, Level, Mode, Period
from indicators.wording import cards as card_words
from indicators.wording import changes as change_words
from indicators.wording import indicator as indicator_words
from indicators.wording import judgement, narrative, numbers
from indicators.wording import pages as say
from indicators.wording import topics as topic_words

VIEW, TOPIC = "bagian", "topik"


def title(text: str, *, lead: str = "") -> None:
    """A section heading with its abbreviations explained."""
    st.html(f"<h2>{explained(text)}</h2>" + (f'<p class="lead">{explained(lead)}</p>' if lead else ""))


def choose_indicator(indicators: Sequence[str], *, key: str) -> Indicator:
    """A row of buttons, one per indicator; the choice is kept in the address."""
    entries = catalogue().indicators
    picked = choices.choose(
        topic_words.CHOOSE,
        key,
        indicators,
        format_option=lambda id_: entries[id_].short,
        default=indicators[0],
        buttons=True,
        explanation=terms_in(" ".join(entries[id_].short for id_ in indicators)),
    )
    choices.remember(key, picked, unless=indicators[0])
    return entries[picked]


def choose_view(page: str, *, without: Collection[str] = ()) -> str:
    """Which part of a page (an id of `wording.pages.PAGES`) is shown, one question at a time; kept in the address.

    without: parts that there is nothing to show in.
    """
    labels = {id_: label for id_, label in topic_words.VIEWS[page].items() if id_ not in without}
    first = next(iter(labels))
    picked = choices.choose(
        topic_words.VIEW, VIEW, list(labels), format_option=labels.__getitem__, default=first, buttons=True
    )
    choices.remember(VIEW, picked, unless=first)
    return picked


def per_kecamatan(topic: str) -> list[Indicator]:
    """The computed indicators of a topic that exist per kecamatan."""
    return [i for i in catalogue().indicators_of(topic) if i.numerator and i.lowest_level is Level.KECAMATAN]


def choose_topic() -> str:
    """A topic with indicators per kecamatan; kept in the address."""
    topics = {id_: topic.label for id_, topic in catalogue().topics.items() if per_kecamatan(id_)}
    first = next(iter(topics))
    picked = choices.choose(
        topic_words.TOPIC, TOPIC, list(topics), format_option=topics.__getitem__, default=first, buttons=True
    )
    choices.remember(TOPIC, picked, unless=first)
    return picked


def definition(indicator: Indicator, chosen: Selection | None = None) -> None:
    """What the indicator means, with the document that says so or the mark that none does.

    chosen: what is selected on a page that is not the indicator's own, from where a link leads there.
    """
    source = indicator.definition_source or indicator.definition_note
    link = ""
    if chosen:
        address = addresses.view("indikator", chosen, indikator=indicator.id)
        link = addresses.linked(f' <a href="{address}" target="_self">{indicator_words.ABOUT}</a>', chosen)
    st.html(
        f'<p class="definition">{explained(indicator.definition)} <span class="source">({html.text(source)})</span>'
        f"{link}</p>"
    )


def dimensions_of(indicator: Indicator) -> list[Dimension]:
    """Along what the indicator's numerator is counted in parts."""
    return [d for d in Dimension if catalogue().parts(indicator.numerator, d)]


def breakdowns(indicator: Indicator, chosen: Selection) -> None:
    """Every way in which the indicator's numerator is counted in parts, side by side."""
    seen = access.may_see_small_cells(chosen)
    dimensions = dimensions_of(indicator)
    for column, dimension in zip(st.columns(len(dimensions)), dimensions, strict=True):
        parts = data.parts(
            chosen.version, indicator.numerator, dimension, chosen.kabupaten, chosen.period, chosen.kecamatan, seen
        )
        with column:
            if parts.suppressed:
                st.html(f'<p class="empty">{topic_words.SUPPRESSED_BREAKDOWN.format(along=ALONG[dimension])}</p>')
            elif not parts.total:
                said = topic_words.NO_EVENTS.format(
                    label=indicator.numerator_label, period=numbers.period(chosen.period)
                )
                st.html(f'<p class="empty">{html.text(said)}</p>')
            else:
                show_chart(
                    "broken_down",
                    chosen,
                    key=f"{indicator.id}-{dimension}",
                    indicator=indicator.id,
                    dimension=dimension,
                    kecamatan=chosen.kecamatan,
                    period=chosen.period,
                    may_see_small_cells=seen,
                )


def indicator_table(indicators: Sequence[str], chosen: Selection, *, caption: str = "") -> None:
    """Several indicators as a table: value, interval, counts, target; of the chosen kecamatan beside the kabupaten."""
    entries = catalogue().indicators
    here = {
        j.indicator: j
        for j in data.judged(chosen.version, tuple(indicators), chosen.kabupaten, chosen.period, Level.KABUPATEN)
    }
    areas = (
        {
            j.indicator: j
            for j in data.judged(chosen.version, tuple(indicators), chosen.kabupaten, chosen.period, Level.KECAMATAN)
            if j.area == chosen.kecamatan
        }
        if chosen.kecamatan
        else {}
    )
    level = Level.KECAMATAN if chosen.kecamatan else Level.KABUPATEN
    since = data.changes(chosen.version, chosen.kabupaten, chosen.period, level)
    rows = []
    for id_ in indicators:
        entry, whole = entries[id_], here[id_]
        shown = areas.get(id_, whole)
        cells = [
            name_cell(entry, shown, chosen.period),
            value_cell(entry, shown),
            html.text(judgement.interval(shown.low, shown.high, entry.decimals).removeprefix("selang 95 %: ") or "–"),
            html.text(counts_of(entry, shown)),
            change_cell(since.get((id_, chosen.area))),
        ]
        if areas:
            cells.append(value_cell(entry, whole))
        rows.append(cells)
    header = ["Indikator", "Nilai", "Selang 95 %", "Hitungan di baliknya", change_words.COLUMN]
    header += ["Kabupaten"] if areas else []
    st.html(addresses.linked(html.table(header, rows, numeric=(1, 2, 5), caption=caption), chosen))


def change_cell(change: Change | None) -> str:
    """Which way, how far, whether it is more than chance, and what could be told from chance."""
    if change is None:
        return f'<span class="none">{change_words.NOT_COMPARED}</span>'
    words = words_of(change)
    return html.text(words.said) + f'<div class="remark">{html.text(words.least)}</div>'


def about(indicator: Indicator, chosen: Selection) -> None:
    """What the chosen area's value says: is it better than last year or is it chance, and is the target met?"""
    said(data.sentence(chosen.version, indicator.id, chosen.kabupaten, chosen.area, chosen.period))


def said(text: str) -> None:
    """Sentences about what was judged, and the same to be copied into a report."""
    st.html(f'<p class="said">{explained(text)}</p>')
    with st.expander(narrative.COPY):
        st.code(text, language=None, wrap_lines=True)


def name_cell(entry: Indicator, value: Judged, period: Period) -> str:
    """The indicator's name, which leads to its page, with its remarks."""
    below = value.area if value.area != value.area[:5] else None
    link = addresses.about(entry.id, kabupaten=value.area[:5], period=period, kecamatan=below)
    return f'<a href="{link}" target="_self">{html.text(entry.label)}</a>{remarks(entry, value)}'


def value_cell(entry: Indicator, value: Judged) -> str:
    """The value with its unit, or the word for why there is none."""
    if value.value is None:
        return f'<span class="none">{html.text(ABSENCE[value.absence or Absence.NOT_SENT])}</span>'
    faint = ' class="few"' if value.too_few else ""
    decimals = 0 if not entry.denominator else entry.decimals
    return f"<span{faint}>{explained(judgement.value(value.value, decimals, entry.unit))}</span>"


def counts_of(entry: Indicator, value: Judged) -> str:
    """The counts behind a value, in words."""
    if value.absence is Absence.NOT_OF_SAMPLE:
        return numbers.MISSING
    if value.numerator is None:
        return judgement.NOT_SENT
    return judgement.behind(value.numerator, entry.numerator_label, value.denominator, entry.denominator_label)


def remarks(entry: Indicator, value: Judged) -> str:
    """Small print under an indicator's name: its month, its pace, its missing reports, the mark of data that fail."""
    said = []
    if value.value is not None and value.reference != value.period:
        said.append(card_words.reference_month(value.reference))
    if is_annual(entry) and value.value is not None and value.period.in_one_year and not value.period.is_year:
        said.append(card_words.expected_share(value.period.months))
    if value.too_few:
        said.append(judgement.TOO_FEW)
    if value.reports_expected > value.reports_matched and value.absence is not Absence.NOT_OF_SAMPLE:
        said.append(
            judgement.reported(value.units_matched, value.units_expected, value.reports_matched, value.reports_expected)
        )
    marked = quality_mark.mark_of(value)
    return f'<div class="remark">{html.text("; ".join(said))}{marked}</div>' if said or marked else ""


def is_annual(entry: Indicator) -> bool:
    """Whether its denominator is a year's target (sasaran)."""
    return any(catalogue().elements[e].kind is Kind.ANNUAL_TARGET for e in entry.denominator)


def until(chosen: Selection) -> Period:
    """Up to where a series over years goes: the newest data, whatever single period is chosen."""
    newest = chosen.state.newest_complete_month or chosen.state.newest_month or chosen.period
    return Period.year_to(newest.end.year, newest.end.month)


ABSENCE = {
    Absence.NOT_SENT: judgement.NOT_SENT,
    Absence.NO_DENOMINATOR: judgement.NO_DENOMINATOR,
    Absence.SUPPRESSED: judgement.SUPPRESSED,
    Absence.NOT_OF_SAMPLE: judgement.NOT_OF_SAMPLE,
    Absence.NOT_AT_THIS_LEVEL: judgement.NOT_AT_THIS_LEVEL,
}


def nothing_yet(chosen: Selection) -> bool:
    """On an empty kabupaten, say what is missing and who can supply it. True where it did."""
    if chosen.state.first_month is not None:
        return False
    place = data.name_of(chosen.kabupaten)
    official = chosen.state.mode is Mode.OFFICIAL
    heading = (say.EMPTY_TITLE if official else say.EMPTY_TITLE_SAMPLE).format(place=place)
    lead = say.EMPTY_LEAD if official else say.EMPTY_LEAD_SAMPLE
    rows = [
        [
            html.text(dataset.label) + f'<div class="remark">{html.text(dataset.description)}</div>',
            html.text(dataset.supplied_by),
            html.text(say.EMPTY_MONTHLY.format(day=dataset.due_day) if dataset.period == "month" else say.EMPTY_YEARLY),
        ]
        for dataset in catalogue().expected_datasets()
    ]
    st.html(
        f'<section class="nothing"><h2>{html.text(heading)}</h2>'
        f"<p>{html.text(lead)}</p>{html.table(say.EMPTY_COLUMNS, rows)}"
        f"<p>{html.text(say.EMPTY_ACTION)}</p></section>"
    )
    return True
