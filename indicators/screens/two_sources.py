"""The blocks that hold two sources beside each other: survey and weighing, census and reports."""

from __future__ import annotations

import streamlit as st

from indicators.areas import NATION, all_kabupaten
from indicators.catalogue import Indicator, catalogue
from indicators.judgement import sentences
from indicators.judgement.judged import Judged
from indicators.judgement.two_sources import Account, AgainstCensus, MeasuredYear, Routine, Standing
from indicators.screens import choices, data, html, sections, topics
from indicators.screens.charts import show_chart
from indicators.screens.explain import explained
from indicators.screens.selection import Selection
from indicators.vocabulary import Basis
from indicators.wording import cards as card_words
from indicators.wording import judgement, narrative, numbers
from indicators.wording import topics as topic_words
from indicators.wording import two_sources as say

_STANDING = {
    Standing.BELOW: say.STANDING_BELOW,
    Standing.NOT_DISTINGUISHABLE: say.STANDING_NOT_DISTINGUISHABLE,
    Standing.ABOVE: say.STANDING_ABOVE,
    Standing.TOO_FEW: say.STANDING_TOO_FEW,
    Standing.PROVISIONAL: say.STANDING_PROVISIONAL,
    Standing.NO_COUNTS: say.STANDING_NO_COUNTS,
}


def survey(topic: str, chosen: Selection) -> None:
    """A routine indicator and the survey of the same thing: two series, whose newest gap is the chart's finding."""
    for routine in _paired(topic):
        assert routine.counterpart is not None
        other = catalogue().indicators[routine.counterpart]
        sections.title(topic_words.TWO_SOURCES)
        show_chart(
            "values_over_years",
            chosen,
            key=f"two-sources-{routine.id}",
            empty=topic_words.NOTHING_PUBLISHED,
            indicators=(other.id, routine.id),
            until=sections.until(chosen),
            title=topic_words.two_sources_title(other.short, routine.short, data.name_of(chosen.kabupaten)),
        )
        gaps, _, _ = data.survey_and_routine(chosen.version, routine.id, chosen.kabupaten, sections.until(chosen))
        _paragraphs(
            [
                *(sentences.of_gap(gap, routine=routine, survey=other) for gap in reversed(gaps[:-1])),
                topic_words.TWO_SOURCES_WHY,
            ]
        )
        topics.sources((other, routine), chosen)


def cases(topic: str, chosen: Selection) -> None:
    """Cases, children measured and prevalence side by side, and the change since a base year taken apart."""
    for routine in _paired(topic):
        sections.title(topic_words.CASES)
        _, accounts, reached = data.survey_and_routine(
            chosen.version, routine.id, chosen.kabupaten, sections.until(chosen)
        )
        wanted = _base_year(accounts) if accounts else None
        show_chart(
            "cases_beside_prevalence",
            chosen,
            key=f"cases-{routine.id}",
            empty=topics.nothing(routine),
            indicator=routine.id,
            until=sections.until(chosen),
            base=wanted,
        )
        for account in accounts:
            _account(account, account.base(wanted), routine)
        if reached:
            _paragraphs([_reached(reached)])


def census(indicator: Indicator, chosen: Selection) -> None:
    """The kabupaten's reports beside the census values of province and nation, where there are any."""
    found = data.against_census(chosen.version, indicator.id, chosen.kabupaten, chosen.period)
    if not found:
        return
    sections.title(say.CENSUS_TITLE)
    rows = [_routine_row(indicator, found[0].routine, chosen), *(_census_row(indicator, f, chosen) for f in found)]
    st.html(html.table(say.CENSUS_COLUMNS, rows, numeric=(2,)))
    _paragraphs([*(_held_against(indicator, f, chosen) for f in found), say.CENSUS_WHY])


def _paired(topic: str) -> list[Indicator]:
    return [entry for entry in catalogue().indicators_of(topic) if entry.counterpart is not None]


def _base_year(accounts: tuple[Account, ...]) -> int:
    """Which year the newest is held against; kept in the address."""
    years = sorted({str(year.year) for account in accounts for year in account.bases})
    default = str(accounts[0].base().year)
    picked = choices.choose(
        say.BASE_YEAR, say.BASE, years, format_option=lambda year: year, default=default, buttons=True
    )
    choices.remember(say.BASE, picked, unless=default)
    return int(picked)


def _account(account: Account, base: MeasuredYear, routine: Indicator) -> None:
    rows = [_year_row(year, account, base, routine) for year in account.years]
    header = [column.format(now=account.now.year) for column in say.ACCOUNT_COLUMNS]
    lead = say.source_of_account(implied=account.implied, basis=account.basis)
    _paragraphs([lead])
    st.html(html.table(header, rows, numeric=(1, 2, 3, 4, 5)))
    _paragraphs([say.HOW, *([say.IMPLIED] if account.implied else [])], small=True)


def _year_row(year: MeasuredYear, account: Account, base: MeasuredYear, routine: Indicator) -> list[str]:
    name = html.text(year.year)
    cells = [
        f"<strong>{name}</strong> ({html.text(say.BASE_YEAR.lower())})" if year is base else name,
        html.text(numbers.number(year.events)),
        html.text(say.measured(year.trials, implied=account.implied)),
        html.text(sentences.share_of(year, account, routine=routine)),
    ]
    if year is account.now:
        return [*cells, numbers.MISSING, numbers.MISSING]
    parts = account.parts_since(year, multiplier=routine.multiplier)
    return [
        *cells,
        html.text(say.points(parts.events, signed=True)),
        html.text(say.points(parts.trials, signed=True)),
    ]


def _reached(reached: tuple[Judged, ...]) -> str:
    entries = catalogue().indicators
    parts = [
        say.covered(
            entries[j.indicator].short,
            judgement.value(j.value, entries[j.indicator].decimals, entries[j.indicator].unit),
            sections.counts_of(entries[j.indicator], j),
        )
        for j in reached
    ]
    basis = Basis.weakest(*(j.basis for j in reached if j.basis))
    return _marked(say.coverage(parts, reached[0].reference, basis), basis)


def _routine_row(entry: Indicator, routine: Routine, chosen: Selection) -> list[str]:
    interval = judgement.interval(routine.low, routine.high, entry.decimals).removeprefix("selang 95 %: ")
    counted = (
        say.WITHOUT_COUNTS
        if routine.events is None
        else judgement.behind(routine.events, entry.numerator_label, routine.births, entry.denominator_label)
    )
    return [
        html.text(f"{judgement.MEASURE[entry.measure].capitalize()}, {judgement.BASIS[routine.basis]}"),
        html.text(f"{data.name_of(chosen.kabupaten)}, {numbers.period(routine.period)}"),
        explained(judgement.value(routine.value, entry.decimals, entry.unit)),
        html.text(interval or say.WITHOUT_INTERVAL),
        html.text(counted),
    ]


def _census_row(entry: Indicator, found: AgainstCensus, chosen: Selection) -> list[str]:
    quote = found.census
    interval = judgement.interval(quote.low, quote.high, entry.decimals).removeprefix("selang 95 %: ")
    return [
        html.text(judgement.MEASURE[quote.measure].capitalize())
        + f'<div class="remark">{html.link(quote.url, quote.source)}</div>',
        html.text(f"{_place(found, chosen)}, {numbers.period(quote.period)}"),
        explained(judgement.quoted(quote.value, entry.unit)),
        html.text(interval or say.WITHOUT_INTERVAL),
        html.text(say.WITHOUT_COUNTS),
    ]


def _held_against(entry: Indicator, found: AgainstCensus, chosen: Selection) -> str:
    routine, quote = found.routine, found.census
    said = [_STANDING[found.standing]]
    if found.expected is not None and routine.events is not None and routine.births is not None:
        rate = judgement.quoted(quote.value, entry.unit)
        year, noun = quote.period.start.year, entry.numerator_label
        said = [
            say.expected(_place(found, chosen), year, rate, found.expected, noun, routine.births),
            say.reported(routine.period, routine.events, noun, routine.basis),
            *said,
        ]
    return _marked(" ".join(said), routine.basis)


def _place(found: AgainstCensus, chosen: Selection) -> str:
    here = all_kabupaten()[chosen.kabupaten]
    return card_words.NATION if found.census.area == NATION else here.province_name


def _marked(sentence: str, basis: Basis) -> str:
    return narrative.told(Basis.SAMPLE if basis is Basis.SAMPLE else Basis.OFFICIAL, [sentence])


def _paragraphs(lines: list[str], *, small: bool = False) -> None:
    kind = ' class="hint"' if small else ""
    st.html("".join(f"<p{kind}>{explained(line)}</p>" for line in lines))
