"""The printed monthly report of a kabupaten: findings, every computed indicator, its main charts, and who has sent."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from indicators.briefing.asked import Asked
from indicators.catalogue import Indicator, catalogue
from indicators.charts.of_area import compared_indicators
from indicators.charts.questions import answer
from indicators.judgement import sentences
from indicators.judgement.attention import findings
from indicators.judgement.attention_sentences import of_finding
from indicators.judgement.change_sentences import words_of
from indicators.judgement.changes import Change, changes
from indicators.judgement.judged import Absence, Judged
from indicators.judgement.reporting import reports, shown_months, tally
from indicators.judgement.suppression import is_protected
from indicators.judgement.values import State, judge
from indicators.render.pdf_page import Block, Bullets, Document, Heading, Paragraph, Picture, Table, Together
from indicators.render.vector_chart import Size, svg
from indicators.vocabulary import Audience, Level, Mode, Period, Reader
from indicators.warehouse import Snapshot
from indicators.wording import changes as change_words
from indicators.wording import charts as chart_words
from indicators.wording import judgement, numbers
from indicators.wording import paper as say

_MOST_FINDINGS = 10
# In millimetres and points.
_CHART, _TEXT = Size(width=174, height=72, text=8.5), 9.2


def monthly_report(
    snapshot: Snapshot, *, state: State, period: Period, today: date, reader: Reader = Reader.PUBLIC
) -> Document:
    """Pages A4 for one reader: small counts of a kecamatan are in it for staff only, and the footer says so."""
    asked = Asked(snapshot, state, period, today, Audience.CROSS_SECTOR, reader)
    entries = [entry for entry in catalogue().indicators.values() if entry.numerator]
    found = judge(snapshot, indicators=[e.id for e in entries], kabupaten=state.kabupaten, period=period)
    blocks: list[Block] = [
        Heading(say.MONTHLY_TITLE, level=1),
        Paragraph(say.profile_lead(asked.here.name, period), bold=True),
        Heading(say.MONTHLY_SUMMARY),
        Bullets(tuple(sentences.of_card(card) for card in asked.cards if card.now or card.quoted)),
        Heading(say.MONTHLY_ATTENTION),
        *_attention(asked),
        *_tables(asked, entries, {judged.indicator: judged for judged in found}),
        *_by_kecamatan(asked),
        *_charts(asked),
        *_sent(asked),
    ]
    return Document(
        title=f"{say.MONTHLY_TITLE}, {asked.here.name}, {numbers.period(period)}",
        author=say.author(asked.here.name),
        blocks=tuple(blocks),
        footer=say.made(asked.footer(say.MONTHLY_SOURCES, asked.basis, [entry.id for entry in entries]), today),
        sample=state.mode is Mode.SAMPLE,
        size=_TEXT,
    )


def _attention(asked: Asked) -> list[Block]:
    found = findings(asked.snapshot, state=asked.state, period=asked.period, cards=list(asked.cards), today=asked.today)
    if not found:
        return [Paragraph(say.MONTHLY_NOTHING)]
    shown = tuple(of_finding(finding) for finding in found[:_MOST_FINDINGS])
    more = len(found) - len(shown)
    return [Bullets(shown), *([Paragraph(say.more_findings(more), small=True)] if more else [])]


def _tables(asked: Asked, entries: list[Indicator], found: Mapping[str, Judged]) -> list[Block]:
    """One table a topic."""
    since = changes(asked.snapshot, indicators=[e.id for e in entries], state=asked.state, period=asked.period)
    blocks: list[Block] = []
    for id_, topic in catalogue().topics.items():
        rows = tuple(
            _row(entry, found[entry.id], since.get((entry.id, asked.state.kabupaten)))
            for entry in entries
            if entry.topic == id_ and found[entry.id].value is not None
        )
        if rows:
            blocks += [Heading(topic.label), Table(say.MONTHLY_COLUMNS, rows, (1, 2), (1.4, 0.65, 0.95, 1.45, 1.5))]
    return blocks


def _row(entry: Indicator, judged: Judged, change: Change | None) -> tuple[str, ...]:
    decimals = entry.decimals if entry.denominator else 0
    remarks = [] if judged.complete else [chart_words.PROVISIONAL_SHORT]
    remarks += [chart_words.TOO_FEW.lower()] if judged.too_few else []
    behind = judgement.behind(judged.numerator or 0, entry.numerator_label, judged.denominator, entry.denominator_label)
    interval = judgement.interval(judged.low, judged.high, decimals).removeprefix("selang 95 %: ")
    return (
        f"{entry.label} ({_unit(entry)})",
        "\n".join([numbers.number(judged.value, decimals), *remarks]),
        interval or numbers.MISSING,
        behind,
        words_of(change).said if change else change_words.NOT_COMPARED,
    )


def _unit(entry: Indicator) -> str:
    return "%" if entry.unit == "persen" else entry.unit


def _by_kecamatan(asked: Asked) -> list[Block]:
    """The main indicators of every kecamatan with what is behind them, and those whose small counts are for staff."""
    entries = [
        entry
        for entry in compared_indicators()
        if entry.headline is not None or any(is_protected(element, Level.KECAMATAN) for element in entry.numerator)
    ]
    found = judge(
        asked.snapshot,
        indicators=[entry.id for entry in entries],
        kabupaten=asked.state.kabupaten,
        period=asked.period,
        level=Level.KECAMATAN,
        may_see_small_cells=asked.sees_small_counts,
    )
    cells = {(judged.area, judged.indicator): judged for judged in found}
    there = {judged.indicator for judged in found if judged.value is not None or judged.absence is Absence.SUPPRESSED}
    shown = [entry for entry in entries if entry.id in there]
    if not shown:
        return []
    columns = (say.MONTHLY_KECAMATAN, *(f"{entry.short} ({_unit(entry)})" for entry in shown))
    rows = tuple(
        (area.name, *(_cell(entry, cells.get((area.code, entry.id))) for entry in shown))
        for area in asked.here.kecamatan
    )
    return [
        Heading(say.MONTHLY_BY_KECAMATAN),
        Paragraph(say.MONTHLY_CELLS, small=True),
        Table(columns, rows, tuple(range(1, len(columns))), (1.3, *[1.0] * len(shown))),
    ]


def _cell(entry: Indicator, judged: Judged | None) -> str:
    """The value, and below it the counts; or why there is none."""
    if judged is None or judged.value is None:
        hidden = judged is not None and judged.absence is Absence.SUPPRESSED
        return say.MONTHLY_WITHHELD if hidden else numbers.MISSING
    counts = f"{numbers.number(judged.numerator)} / {numbers.number(judged.denominator)}"
    return f"{numbers.number(judged.value, entry.decimals)}\n{counts}"


def _charts(asked: Asked) -> list[Block]:
    """The main indicators over the years, each with its finding, notes and source."""
    last = asked.state.newest_complete_month or asked.period
    until = Period.year_to(last.end.year, last.end.month)
    blocks: list[Block] = []
    for entry in catalogue().headline_indicators():
        parameters = {"indicators": (entry.id,), "until": until}
        spec = answer("values_over_years", asked.snapshot, state=asked.state, parameters=parameters)
        if spec is not None:
            parts: tuple[Block, ...] = (
                Heading(spec.title, level=3),
                *((Paragraph(spec.finding),) if spec.finding else ()),
                Picture(svg(spec, size=_CHART, whole=False, marked=False), spec.alt),
                Paragraph("\n".join([*spec.notes, spec.footer]), small=True),
            )
            blocks.append(Together(parts))
    return [Heading(say.MONTHLY_CHARTS), *blocks] if blocks else []


def _sent(asked: Asked) -> list[Block]:
    """How many of the expected monthly reports of each dataset are there."""
    months = shown_months(asked.state, period=asked.period, today=asked.today)
    if months is None:
        return []
    found = reports(asked.snapshot, kabupaten=asked.state.kabupaten, months=months, today=asked.today)
    rows = []
    for dataset in catalogue().expected_datasets():
        counted = tally(report for report in found if report.dataset == dataset.id)
        if counted.expected:
            cells = (counted.expected, counted.there, counted.missing, counted.late)
            rows.append((dataset.label, *(numbers.number(cell) for cell in cells)))
    if not rows:
        return []
    return [
        Heading(say.MONTHLY_SENT),
        Paragraph(numbers.period(months), small=True),
        Table(say.MONTHLY_SENT_COLUMNS, tuple(rows), (1, 2, 3, 4), (2.2, 1, 1, 1, 1)),
    ]
