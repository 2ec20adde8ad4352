"""What needs attention: few, judged findings, each with the page where something can be done."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from indicators.catalogue import catalogue
from indicators.judgement import decisions
from indicators.judgement.cards import Card
from indicators.judgement.judged import Judged
from indicators.judgement.signals import SignalGroup, grouped, signals
from indicators.judgement.values import State, judge, limits
from indicators.vocabulary import Basis, Direction, Level, Mode, Period, Status
from indicators.warehouse import Snapshot


class Topic(StrEnum):
    """What a finding is about; it decides the sentence and the page it leads to."""

    DECISION_OVERDUE = "decision_overdue"
    RESULT_MISSING = "result_missing"
    REPORTS_MISSING = "reports_missing"
    TARGET_NOT_MET = "target_not_met"
    SIGNAL = "signal"
    AREA_INCOMPLETE = "area_incomplete"
    TWO_SOURCES = "two_sources"


@dataclass(frozen=True)
class Finding:
    """One thing to look at.

    indicator or dataset: what it concerns; areas: the kecamatan that would stand out if their reports were complete,
    with their judged values; signals: what stands out; decisions: those overdue, the oldest deadline first. numbers:
    what its sentence quotes, in the order in which the wording names them. sample: it is about sample data.
    """

    topic: Topic
    period: Period
    indicator: str = ""
    dataset: str = ""
    areas: tuple[Judged, ...] = ()
    numbers: tuple[float, ...] = ()
    signals: SignalGroup | None = None
    decisions: tuple[decisions.Decision, ...] = ()
    sample: bool = False


def findings(
    snapshot: Snapshot, *, state: State, period: Period, cards: list[Card], today: date | None = None
) -> list[Finding]:
    """Overdue decisions, results nobody entered, missing reports, judged shortfalls, signals, two sources that differ.

    today: decides which reports and decisions are due; without it no decision, and the reports of months before the
    newest with data.
    """
    return [
        *_decisions_overdue(snapshot, state, period, today),
        *_results_missing(cards),
        *_targets_not_met(cards),
        *_signals(snapshot, state, period),
        *_areas_incomplete(snapshot, state, period),
        *_reports_missing(snapshot, state, today),
        *_two_sources(cards),
    ]


def _decisions_overdue(snapshot: Snapshot, state: State, period: Period, today: date | None) -> list[Finding]:
    """All of them as one finding: they are gone through on a page of their own."""
    found = decisions.overdue(snapshot, state.kabupaten, today) if today else ()
    if not found:
        return []
    practice = any(one.practice for one in found)
    return [Finding(Topic.DECISION_OVERDUE, period=period, decisions=found, sample=practice)]


def _results_missing(cards: list[Card]) -> list[Finding]:
    return [
        Finding(
            Topic.RESULT_MISSING,
            indicator=card.indicator.id,
            period=Period.year(card.missing_year[0]),
            numbers=(card.missing_year[1].value,),
        )
        for card in cards
        if card.missing_year
    ]


def _targets_not_met(cards: list[Card]) -> list[Finding]:
    return [
        Finding(
            Topic.TARGET_NOT_MET,
            indicator=card.indicator.id,
            period=card.verdict_period,
            numbers=(card.verdict.target.value,),
            sample=card.now is not None and card.now.basis is Basis.SAMPLE,
        )
        for card in cards
        if card.verdict and card.verdict_period and card.verdict.status is Status.NOT_MET
    ]


def _signals(snapshot: Snapshot, state: State, period: Period) -> list[Finding]:
    """What has become worse, or is worse than elsewhere; improvements are told apart."""
    return [
        Finding(
            Topic.SIGNAL,
            indicator=group.signals[0].indicator,
            period=group.signals[0].period,
            signals=group,
            sample=state.mode is Mode.SAMPLE,
        )
        for group in grouped(signals(snapshot, state=state, period=period).worse)
    ]


def _areas_incomplete(snapshot: Snapshot, state: State, period: Period) -> list[Finding]:
    """Kecamatan that would stand out, but whose own reports are incomplete, so that they are not compared."""
    entries = catalogue()
    compared = [
        i.id
        for i in entries.indicators.values()
        if i.numerator and i.denominator and i.direction is not Direction.NEUTRAL
    ]
    whole = {j.indicator: j for j in judge(snapshot, indicators=compared, kabupaten=state.kabupaten, period=period)}
    beyond: dict[str, list[Judged]] = {}
    for judged in judge(snapshot, indicators=compared, kabupaten=state.kabupaten, period=period, level=Level.KECAMATAN):
        if not judged.all_reported and _stands_out(judged, whole[judged.indicator].value):
            beyond.setdefault(judged.indicator, []).append(judged)
    return [
        Finding(
            Topic.AREA_INCOMPLETE,
            indicator=indicator,
            areas=tuple(areas),
            period=areas[0].reference,
            sample=state.mode is Mode.SAMPLE,
        )
        for indicator, areas in beyond.items()
    ]


def _stands_out(judged: Judged, kabupaten: float | None) -> bool:
    """Whether its interval, at `signal_confidence`, lies entirely on the worse side."""
    if judged.too_few or kabupaten is None:
        return False
    entry, settings = catalogue().indicators[judged.indicator], catalogue().settings
    bounds = limits(judged, confidence=settings.signal_confidence)
    if bounds is None:
        return False
    lower = entry.direction is Direction.LOWER_IS_BETTER
    return bounds.low > kabupaten if lower else bounds.high < kabupaten


def _reports_missing(snapshot: Snapshot, state: State, today: date | None) -> list[Finding]:
    """Per dataset, the newest month that is due and that some unit has not sent, from the newest complete month on.

    In a kabupaten of ten puskesmas a month that misses one report is not complete, so later months are looked at too.
    """
    first = state.newest_complete_month or state.first_month
    if first is None or state.newest_month is None:
        return []
    asked = {"kabupaten": state.kabupaten, "start": first.start, "end": state.newest_month.end}
    rows = snapshot.keep(("reporting", *asked.values()), lambda: list(snapshot.rows("reporting", **asked)))
    found: dict[str, Finding] = {}
    for row in rows:
        month = Period.month(row.month.year, row.month.month)
        if row.units_sent < row.units_expected and _is_due(row.dataset, month, state, today):
            found[row.dataset] = Finding(
                Topic.REPORTS_MISSING,
                dataset=row.dataset,
                period=month,
                numbers=(float(row.units_expected - row.units_sent), float(row.units_expected)),
                sample=state.mode is Mode.SAMPLE,
            )
    return list(found.values())


def _is_due(dataset: str, month: Period, state: State, today: date | None) -> bool:
    """Whether a month's reports should all be there: its due day is past, or newer months have begun to come in."""
    due_day = catalogue().datasets[dataset].due_day
    if month == state.newest_complete_month or (state.newest_month and month.end < state.newest_month.start):
        return True
    return today is not None and due_day is not None and today > month.end + timedelta(days=due_day)


def _two_sources(cards: list[Card]) -> list[Finding]:
    """A survey beside a routine value of the same thing, each with a value, for the survey's own year."""
    surveys = {card.indicator.id: card.quoted for card in cards if card.quoted}
    return [
        Finding(Topic.TWO_SOURCES, indicator=survey.indicator, period=survey.period, numbers=(survey.value,))
        for card in cards
        if (survey := surveys.get(card.indicator.counterpart or ""))
        and (card.quoted or (card.now and card.now.numerator is not None))
    ]
