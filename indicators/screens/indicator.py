"""The page of one indicator: value, meaning, method, targets, quality, history and download."""

from __future__ import annotations

import streamlit as st

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.catalogue import Dataset, Element, Indicator, Target, catalogue
from indicators.judgement.values import targets_of
from indicators.render.indicator_table import Row, indicator_csv, indicator_xlsx, numbers_of
from indicators.screens import choices, data, html, sections, stored, topics
from indicators.screens import quality as quality_page
from indicators.screens.addresses import about, linked, view
from indicators.screens.cards import cards_html
from indicators.screens.downloads import CSV, XLSX, offer
from indicators.screens.explain import explained, terms_in
from indicators.screens.selection import Selection
from indicators.vocabulary import Interval, Kind, Level, Measure
from indicators.wording import indicator as say
from indicators.wording import judgement

INDICATOR = "indikator"
SHOWN_SUBMISSIONS = 8


def choose(chosen: Selection) -> Indicator:
    """Any indicator of the catalogue, kept in the address."""
    entries, known = catalogue().indicators, catalogue().topics
    first = catalogue().headline_indicators()[0].id
    picked = choices.choose(
        say.CHOOSE,
        INDICATOR,
        list(entries),
        format_option=lambda id_: say.option(known[entries[id_].topic].label, entries[id_].label),
        default=first,
        explanation=terms_in(" ".join(entry.label for entry in entries.values())),
    )
    choices.remember(INDICATOR, picked, unless=first)
    return entries[picked]


def now(entry: Indicator, chosen: Selection) -> None:
    """The kabupaten's value with all that it needs, beside what it means; and the kecamatan's, where one is chosen."""
    sections.title(entry.label)
    left, right = st.columns([2, 3])
    card = data.card(chosen.version, entry.id, chosen.kabupaten, chosen.period)
    with left:
        st.html(linked(cards_html((card,), kabupaten=chosen.kabupaten), chosen))
    with right:
        st.html(f"<h3>{say.DEFINITION}</h3>")
        sections.definition(entry)
        st.html(f"<h3>{say.WHY}</h3><p>{explained(entry.why_it_matters)}</p>")
    if chosen.kecamatan and entry.numerator and entry.lowest_level is Level.KECAMATAN:
        sections.about(entry, chosen)
        sections.indicator_table((entry.id,), chosen)


def empty_views(entry: Indicator) -> set[str]:
    """The parts of the page that hold nothing for it: of a published value alone, and of one of the kabupaten alone."""
    if not entry.numerator:
        return {"bulan", "kecamatan"}
    return set() if entry.lowest_level is Level.KECAMATAN else {"kecamatan"}


def kecamatan(entry: Indicator, chosen: Selection) -> None:
    """All kecamatan, with the way to the scorecard and the map."""
    topics.kecamatan(entry, chosen)
    links = (
        (view("papan", chosen, topik=entry.topic, urut=entry.id), say.SCORECARD),
        (view("peta", chosen, indikator=entry.id), say.MAP),
    )
    written = " · ".join(f'<a href="{link}" target="_self">{words}</a>' for link, words in links)
    st.html(linked(written, chosen))


def quality(entry: Indicator, chosen: Selection) -> None:
    """The checks of the counts behind it, where there are any."""
    if chosen.state.first_month is None:
        return
    found = data.quality(chosen.version, chosen.kabupaten, chosen.period, chosen.today)
    if entry.id in found:
        sections.title(say.QUALITY)
        st.html(quality_page.checks(found[entry.id], chosen))


def sheet(entry: Indicator, chosen: Selection) -> None:
    """What is counted, divided and sent, and by whom."""
    sections.title(say.SHEET)
    facts = [(name, explained(said)) for name, said in _facts(entry) if said]
    if entry.counterpart:
        other = catalogue().indicators[entry.counterpart]
        link = about(other.id, kabupaten=chosen.kabupaten, period=chosen.period)
        facts.append((say.COUNTERPART, f'<a href="{link}" target="_self">{html.text(other.label)}</a>'))
    table = html.table(say.SHEET_COLUMNS, [[html.text(name), said] for name, said in facts])
    st.html(linked(table, chosen))


def _facts(entry: Indicator) -> list[tuple[str, str]]:
    numerator, denominator = _elements(entry.numerator), _elements(entry.denominator)
    below = say.counted(entry.denominator_label, [e.label for e in denominator]) if denominator else ""
    return [
        (say.NUMERATOR, say.counted(entry.numerator_label, [e.label for e in numerator])),
        (say.DENOMINATOR, below or (say.NO_DENOMINATOR if numerator else "")),
        (say.FORMULA, _formula(entry)),
        (say.UNIT, entry.unit),
        (say.DIRECTION, say.DIRECTIONS[entry.direction]),
        (say.MEASURE, judgement.MEASURE[entry.measure]),
        (say.LEVEL, say.LEVELS[entry.lowest_level]),
        (say.SOURCE, entry.source),
        (say.SUPPLIED, entry.supplied_by),
        (say.DUE, "; ".join(say.due(d.label, d.due_day) for d in _datasets([*numerator, *denominator]))),
    ]


def _formula(entry: Indicator) -> str:
    if not entry.numerator:
        return say.PUBLISHED_ONLY
    return say.formula(entry.numerator_label, entry.denominator_label if entry.denominator else "", entry.multiplier)


def _elements(ids: tuple[str, ...]) -> list[Element]:
    return [catalogue().elements[id_] for id_ in ids]


def _datasets(elements: list[Element]) -> list[Dataset]:
    """Those that carry the elements, each once."""
    found = [catalogue().dataset_of(element.id) for element in elements if element.derived is None]
    return list({dataset.id: dataset for dataset in found}.values())


def targets(entry: Indicator, chosen: Selection) -> None:
    """Every target with its year, its document, and for which measure it was set."""
    sections.title(say.TARGETS)
    here = data.with_targets(chosen.version, chosen.kabupaten)
    own = here.targets.get(entry.id, {})
    rows = [
        [
            str(year),
            explained(judgement.quoted(target.value, entry.unit, target.sign)),
            html.text(judgement.MEASURE[target.measure or entry.measure])
            + (f'<div class="remark">{say.OWN_TARGET}</div>' if year in own else ""),
            _document(target),
        ]
        for year, target in targets_of(entry, here).items()
    ]
    if rows:
        st.html(html.table(say.TARGET_COLUMNS, rows, numeric=(1,)))
    else:
        st.html(f'<p class="empty">{say.NO_TARGETS}</p>')


def _document(target: Target) -> str:
    note = f'<div class="remark">{html.text(target.note)}</div>' if target.note else ""
    if target.source.startswith(("https://", "http://")):
        return html.link(target.source, target.document) + note
    source = f'<div class="remark">{html.text(target.source)}</div>' if target.source else ""
    return html.text(target.document) + source + note


def method(entry: Indicator, chosen: Selection) -> None:
    """How it is worked out, judged and drawn, in plain words."""
    sections.title(say.METHOD)
    rules = catalogue().settings
    kinds = [e.kind for e in _elements((*entry.numerator, *entry.denominator))]
    said = [say.interval(entry.interval, counted=bool(entry.numerator))]
    if entry.numerator:
        said.insert(0, say.summed(kinds, weighing_month=rules.weighing_month))
        if Kind.ANNUAL_TARGET in kinds:
            said.append(say.ANNUAL_TARGET)
    if targets_of(entry, data.with_targets(chosen.version, chosen.kabupaten)):
        chance = entry.interval is not Interval.NONE or entry.measure is Measure.SURVEY
        said.append(
            say.status(met=rules.met_from, likely=rules.likely_from, few=rules.few_events) if chance else say.DIRECTLY
        )
    if entry.numerator and entry.denominator and entry.lowest_level is Level.KECAMATAN:
        said.append(say.compared(rules.signal_confidence, rules.few_events))
    said += [*([say.CHART] if entry.numerator else []), say.APART, say.rule(rules.rule_version)]
    st.html(f"<ul>{''.join(f'<li>{explained(sentence)}</li>' for sentence in said)}</ul>")


def submissions(entry: Indicator, chosen: Selection) -> None:
    """Which submissions its numbers come from; no names."""
    sections.title(say.SUBMISSIONS)
    found = data.submissions_behind(chosen.version, entry.id, chosen.kabupaten)
    if not found:
        st.html(f'<p class="empty">{say.NO_SUBMISSIONS}</p>')
        return
    here, datasets = all_kabupaten()[chosen.kabupaten], catalogue().datasets
    rows = [
        [
            html.text(stored.moment(sent.sent_at, here)),
            html.text(datasets[sent.dataset].label),
            html.text(say.scope(sent.units, sent.period, figures=datasets[sent.dataset].stores == "published")),
            stored.standing(sent.state),
        ]
        for sent in found[:SHOWN_SUBMISSIONS]
    ]
    st.html(f'<p class="hint">{say.SUBMISSIONS_LEAD}</p>' + html.table(say.SUBMISSION_COLUMNS, rows))
    if len(found) > SHOWN_SUBMISSIONS:
        st.html(f'<p class="hint">{say.more(len(found) - SHOWN_SUBMISSIONS)}</p>')


def download(entry: Indicator, chosen: Selection) -> None:
    """Every number of the indicator with unit and source."""
    sections.title(say.DOWNLOAD, lead=say.DOWNLOAD_LEAD)
    name = say.file_name(entry.id, chosen.kabupaten)

    def found() -> list[Row]:
        snapshot = warehouse.at(chosen.version)
        return numbers_of(snapshot, indicator=entry.id, state=chosen.state, period=chosen.period)

    offer(
        (say.DOWNLOAD_CSV, f"{name}.csv", CSV, lambda: indicator_csv(found())),
        (say.DOWNLOAD_XLSX, f"{name}.xlsx", XLSX, lambda: indicator_xlsx(found())),
    )
