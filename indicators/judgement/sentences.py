"""Which sentence says what was judged: chosen from results of tests, so that none can claim more than its test.

Screens, charts, alternative texts, slides and the command line take their sentences from here.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from indicators.areas import NATION, all_kabupaten
from indicators.catalogue import Indicator, Target, catalogue
from indicators.judgement.beside import Standing
from indicators.judgement.breakdown import Part
from indicators.judgement.cards import Card
from indicators.judgement.change_sentences import words_of
from indicators.judgement.changes import Change, Scale, changes
from indicators.judgement.judged import Absence, Judged, Verdict
from indicators.judgement.scorecard import Scorecard, scorecard
from indicators.judgement.two_sources import Account, Gap, MeasuredYear, Overlap
from indicators.judgement.values import Published, State
from indicators.measures import change
from indicators.vocabulary import Basis, Direction, Level, Measure, Movement, Period
from indicators.warehouse import Snapshot
from indicators.wording import cards as card_words
from indicators.wording import charts as chart_words
from indicators.wording import judgement, numbers
from indicators.wording import narrative as say
from indicators.wording import two_sources as two_words

ABSENCE = {
    Absence.NOT_SENT: judgement.NOT_SENT,
    Absence.NO_DENOMINATOR: judgement.NO_DENOMINATOR,
    Absence.SUPPRESSED: chart_words.SUPPRESSED,
    Absence.NOT_OF_SAMPLE: judgement.NOT_OF_SAMPLE,
    Absence.NOT_AT_THIS_LEVEL: judgement.NOT_AT_THIS_LEVEL,
}

_OVERLAP = {
    Overlap.OUTSIDE: two_words.OUTSIDE,
    Overlap.WITHIN: two_words.WITHIN,
    Overlap.NO_INTERVAL: "",
}

_MOST_VALUES = 2


def movement_of(since: Change | None) -> Movement:
    """What may be said of a change: a fall or a rise only where its test tells it from chance."""
    if since is None:
        return Movement.NOT_COMPARED
    if since.distinguishable:
        return Movement.ROSE if since.rose else Movement.FELL
    same = 0.0 if since.scale is Scale.POINTS else 1.0
    if since.estimate is None or since.estimate == same:
        return Movement.EQUAL
    return Movement.SEEMS_HIGHER if since.rose else Movement.SEEMS_LOWER


def of_judged(judged: Judged, since: Change | None = None) -> str:
    """All that is said of one number: value, unit, period, basis, counts, interval; its change; its status."""
    entry = catalogue().indicators[judged.indicator]
    return say.told(
        judged.basis or Basis.OFFICIAL,
        [
            _value(entry, judged),
            _reservation(judged),
            of_change(since) if since else "",
            of_verdict(entry, judged),
        ],
    )


def of_series(newest: Judged, trends: Sequence[str]) -> str:
    """The newest value of a series without the counts behind it, then sentences about how the series runs."""
    entry = catalogue().indicators[newest.indicator]
    said = [_value(entry, newest, with_counts=False), _reservation(newest), *trends]
    return say.told(newest.basis or Basis.OFFICIAL, said)


def of_change(since: Change) -> str:
    """Against the same months last year, without naming the basis: part of what is told of a value."""
    words = words_of(since)
    before = numbers.period(since.before.reference)
    said = say.change(movement_of(since), before, words.before, moved=words.size, least=words.least)
    return f"{said} {say.change_interval(words.interval)}"


def of_verdict(entry: Indicator, judged: Judged) -> str:
    """The status against the target of its own year; empty without one."""
    return "" if judged.verdict is None else say.status(_verdict(entry, judged.verdict))


def of_published(quote: Published) -> str:
    """A published value or count as quoted."""
    entry = catalogue().indicators[quote.indicator]
    period = numbers.period(quote.period)
    if quote.content == "numerator" or not entry.denominator_label:
        return say.told(quote.basis, [say.counted(entry.numerator_label, period, quote.value)])
    interval = judgement.interval(quote.low, quote.high, entry.decimals)
    if quote.measure is Measure.SURVEY and not interval:
        interval = judgement.SURVEY_WITHOUT_ERROR
    amount = judgement.quoted(quote.value, entry.unit, quote.sign)
    subject = f"{entry.short} {_place(quote.area)}"
    return say.told(quote.basis, [say.value(subject, period, amount, quote.basis, interval=interval)])


def of_gap(gap: Gap, *, routine: Indicator, survey: Indicator) -> str:
    """Survey beside routine value of one year, as arithmetic."""
    quote = gap.survey
    by_survey = two_words.survey_value(
        judgement.quoted(quote.value, survey.unit), quote.low, quote.high, survey.decimals
    )
    by_routine = judgement.value(gap.routine, routine.decimals, routine.unit)
    year = quote.period.start.year
    said = two_words.gap(year, by_survey, by_routine, gap.routine_basis, gap.difference, gap.times)
    return _marked(gap.routine_basis, [said, _OVERLAP[gap.overlap]])


def of_account(account: Account, base: MeasuredYear, *, routine: Indicator) -> str:
    """The change since a base year taken apart into cases and children measured, as arithmetic."""
    now, parts = account.now, account.parts_since(base, multiplier=routine.multiplier)
    said = two_words.parts(
        base=base.year,
        now=now.year,
        value_then=share_of(base, account, routine=routine),
        value_now=share_of(now, account, routine=routine),
        events_then=base.events,
        events_now=now.events,
        trials_then=base.trials,
        trials_now=now.trials,
        from_events=parts.events,
        from_trials=parts.trials,
        implied=account.implied,
    )
    return _marked(account.basis, [said])


def share_of(year: MeasuredYear, account: Account, *, routine: Indicator) -> str:
    """A year's prevalence with the digits it was published with, or those of the indicator."""
    if account.implied:
        return judgement.quoted(year.value, routine.unit)
    return judgement.value(year.value, routine.decimals, routine.unit)


def _marked(basis: Basis, sentences: Sequence[str]) -> str:
    """Only practice is marked, where the sentence itself names the other kinds of evidence."""
    return say.told(Basis.SAMPLE if basis is Basis.SAMPLE else Basis.OFFICIAL, sentences)


def of_card(card: Card, *, with_status: bool = True) -> str:
    """One short sentence for a card: how it moved since last year and where it stands against its target.

    with_status: off where the status stands beside it with its sign.

    A survey's value where it has no status, and nothing where there is no value.
    """
    entry, now, verdict = card.indicator, card.now, card.verdict
    if card.missing_year:
        return of_awaited(entry, *card.missing_year)
    against = {"qualified": verdict.qualified, "provisional": verdict.provisional} if verdict else {}
    if now is not None and now.value is not None:
        status, year_of = (verdict.status, verdict.year) if verdict and with_status else (None, None)
        before = numbers.period(now.reference.years_earlier(1))
        said = say.headline(entry.short, before, movement_of(card.change), status, year_of, **against)
        return say.told(now.basis or Basis.OFFICIAL, [said])
    if card.quoted is None:
        return ""
    if verdict is None or card.verdict_period is None:
        return of_published(card.quoted)
    period = numbers.period(card.verdict_period)
    return say.told(card.quoted.basis, [say.standing(entry.short, period, verdict.status, verdict.year, **against)])


def of_awaited(entry: Indicator, year: int, target: Target) -> str:
    """A result whose year has passed and that nobody has entered."""
    return say.awaited(year, aim(entry, target))


def movement_of_counts(before: float, now: float) -> Movement:
    """Two counts of equally long times, as events of chance (Poisson), at the confidence of every shown interval."""
    if before == now:
        return Movement.EQUAL
    found = change.rates(
        events_before=np.array([before]),
        exposure_before=np.array([1.0]),
        events_now=np.array([now]),
        exposure_now=np.array([1.0]),
        confidence=catalogue().settings.confidence,
    )
    if found.low[0] > 1 or found.high[0] < 1:
        return Movement.ROSE if now > before else Movement.FELL
    return Movement.SEEMS_HIGHER if now > before else Movement.SEEMS_LOWER


def of_counts(noun: str, period: Period, events: float, basis: Basis, *, a_year_ago: float | None = None) -> str:
    """A count, beside that of the same months a year ago where there is one, and whether they can be told apart."""
    if a_year_ago is None:
        return say.told(basis, [say.counted(noun, numbers.period(period), events)])
    before = numbers.period(period.years_earlier(1))
    said = say.counted(noun, numbers.period(period), events, before=before, events_before=a_year_ago)
    return say.told(basis, [said, say.counts_moved(movement_of_counts(a_year_ago, events))])


def of_parts(along: str, noun: str, period: Period, parts: Sequence[Part], basis: Basis) -> str:
    """The largest named part or parts of a sum, as counted, beside a larger rest. Raises ValueError without parts."""
    named = [part for part in parts if not part.residual and part.value] or list(parts)
    largest = max(part.value for part in named)
    names = [part.label for part in named if part.value == largest]
    beside = [(part.label, part.value) for part in parts if part not in named and part.value >= largest]
    total = sum(part.value for part in parts)
    return say.told(basis, [say.most(along, noun, numbers.period(period), names, largest, total, beside=beside)])


def of_kecamatan(snapshot: Snapshot, *, state: State, period: Period, kecamatan: str) -> str:
    """One kecamatan in up to five sentences: beside the kabupaten, since last year, headline values, what is left out.

    Many indicators are looked at together, so all tests here are at `signal_confidence`.
    """
    entries, settings = catalogue().indicators, catalogue().settings
    ids = [e.id for e in entries.values() if e.numerator and e.denominator and e.direction is not Direction.NEUTRAL]
    card = snapshot.keep(
        ("told", state.kabupaten, period),
        lambda: scorecard(snapshot, indicators=ids, state=state, period=period),
    )
    local = [card.cells[kecamatan, id_].judged for id_ in ids]
    said = [beside_kabupaten(card, kecamatan, period)]
    if period.in_one_year:
        since = changes(snapshot, indicators=ids, state=state, period=period, level=Level.KECAMATAN)
        own = [change for (_, area), change in since.items() if area == kecamatan]
        told = [c for c in own if c.p_value < 1 - settings.signal_confidence]
        fell, rose = ([entries[c.now.indicator].short for c in told if c.rose is up] for up in (False, True))
        said.append(say.changed(numbers.period(period.years_earlier(1)), fell, rose, len(own)))
    headlines = [j for j in local if entries[j.indicator].headline and j.value is not None and not j.too_few]
    said += [_value(entries[j.indicator], j) for j in headlines[:_MOST_VALUES] if j.all_reported]
    standings = [card.cells[kecamatan, id_].standing for id_ in ids]
    said.append(say.not_judged(standings.count(Standing.TOO_FEW), standings.count(Standing.INCOMPLETE)))
    bases = [j.basis for j in local if j.basis]
    return say.told(Basis.weakest(*bases) if bases else Basis.OFFICIAL, said)


def beside_kabupaten(card: Scorecard, kecamatan: str, period: Period) -> str:
    """Which of a card's indicators lie beyond the limits of chance around the kabupaten's value in one kecamatan."""
    found: dict[Standing, list[str]] = {}
    for id_ in card.indicators:
        found.setdefault(card.cells[kecamatan, id_].standing, []).append(catalogue().indicators[id_].short)
    worse, better, within = (found.get(of, []) for of in (Standing.WORSE, Standing.BETTER, Standing.WITHIN))
    known = len(worse) + len(better) + len(within)
    return say.beside_whole(_place(kecamatan), numbers.period(period), worse, better, known)


def _value(entry: Indicator, judged: Judged, *, with_counts: bool = True) -> str:
    subject = f"{entry.short} {_place(judged.area, judged.area_name)}"
    if judged.value is None:
        return say.absent(subject, numbers.period(judged.period), ABSENCE[judged.absence or Absence.NOT_SENT])
    counted = with_counts and bool(entry.denominator) and judged.numerator is not None
    return say.value(
        subject,
        numbers.period(judged.reference),
        judgement.value(judged.value, entry.decimals if entry.denominator else 0, entry.unit),
        judged.basis or Basis.OFFICIAL,
        counts=judgement.behind(
            judged.numerator or 0, entry.numerator_label, judged.denominator, entry.denominator_label
        )
        if counted
        else "",
        interval=judgement.interval(judged.low, judged.high, entry.decimals),
    )


def _reservation(judged: Judged) -> str:
    """Why a value is not to be relied on; empty where it is."""
    if judged.value is None:
        return ""
    if not judged.complete:
        reports = (judged.units_matched, judged.units_expected, judged.reports_matched, judged.reports_expected)
        return say.incomplete(judgement.reported(*reports))
    return say.few(catalogue().settings.few_events) if judged.too_few else ""


def _verdict(entry: Indicator, verdict: Verdict) -> str:
    return judgement.verdict(
        verdict.status,
        verdict.year,
        qualified=verdict.qualified,
        provisional=verdict.provisional,
        target=f"{aim(entry, verdict.target)}, {verdict.target.document}",
    )


def aim(entry: Indicator, target: Target) -> str:
    """What a target asks for: `183 per 100.000 KH`, `paling sedikit 95 %`."""
    least = "paling sedikit " if entry.direction is Direction.HIGHER_IS_BETTER else ""
    return f"{least}{judgement.quoted(target.value, entry.unit, target.sign)}"


def _place(code: str, name: str = "") -> str:
    """`Kabupaten Banyuwangi`, `Kecamatan Glagah`, a facility's own name."""
    known = all_kabupaten()
    if code in known:
        return known[code].name
    if code == NATION:
        return card_words.NATION
    here = known.get(code[:5])
    if here is not None and any(area.code == code for area in here.kecamatan):
        return f"Kecamatan {here.name_of(code)}"
    return name or code
