"""Everything that is judged of one number, together: what the command line prints and other programs may read."""

from __future__ import annotations

from dataclasses import dataclass, replace

from indicators.catalogue import Indicator, catalogue
from indicators.judgement import sentences
from indicators.judgement.changes import Change, changes
from indicators.judgement.chart_choice import Choice, chart_of
from indicators.judgement.judged import Absence, Judged
from indicators.judgement.own_targets import with_targets
from indicators.judgement.quality import CheckKind, failing
from indicators.judgement.values import Published, State, judge, limits, published, targets_of
from indicators.judgement.verdict import verdict_of
from indicators.measures.intervals import Bounds
from indicators.vocabulary import Level, Period
from indicators.warehouse import Snapshot


@dataclass(frozen=True)
class Record:
    """One indicator in one area and period.

    wide: the interval at `signal_confidence`. change: against the same months last year. sentence: what may be
    said of it. quoted: the published value that it is, None where it was computed. chart: which one fits the months up
    to the end of the period. failing: the checks of data quality that the indicator fails in its kabupaten.
    """

    judged: Judged
    wide: Bounds | None
    change: Change | None
    sentence: str
    quoted: Published | None = None
    chart: Choice | None = None
    failing: tuple[CheckKind, ...] = ()


def records(
    snapshot: Snapshot, *, indicator: str, state: State, period: Period, level: Level, may_see_small_cells: bool
) -> list[Record]:
    """One for each area of a level, in area order, also where there is no value.

    may_see_small_cells: without it, areas whose counts the public may not see are suppressed, as in every other answer.
    level: kabupaten or kecamatan.
    """
    entry = catalogue().indicators[indicator]
    if not entry.numerator and level is Level.KABUPATEN:
        return [_quoted(snapshot, entry, state, period)]
    found = judge(
        snapshot,
        indicators=[indicator],
        kabupaten=state.kabupaten,
        period=period,
        level=level,
        may_see_small_cells=may_see_small_cells,
    )
    since = changes(
        snapshot,
        indicators=[indicator],
        state=state,
        period=period,
        level=level,
        may_see_small_cells=may_see_small_cells,
    )
    failed = failing(snapshot, state=state, period=period).get(indicator, ())
    return [
        Record(
            judged=judged,
            wide=limits(judged, confidence=catalogue().settings.signal_confidence),
            change=(change := since.get((indicator, judged.area))),
            sentence=sentences.of_judged(judged, change),
            chart=None
            if judged.absence is Absence.SUPPRESSED
            else chart_of(snapshot, indicator=indicator, kabupaten=state.kabupaten, area=judged.area, last=period),
            failing=failed,
        )
        for judged in found
    ]


def _quoted(snapshot: Snapshot, entry: Indicator, state: State, period: Period) -> Record:
    """An indicator that nobody counts here: its published value of exactly this period."""
    here = with_targets(snapshot, state.kabupaten)
    quotes = published(snapshot, indicators=[entry.id], kabupaten=here.code, areas=[here.code])
    quote = next(
        (q for q in quotes if q.period == period and q.content == "value" and q.measure is entry.measure), None
    )
    [nothing] = judge(snapshot, indicators=[entry.id], kabupaten=here.code, period=period)
    if quote is None:
        return Record(nothing, None, None, sentences.of_judged(nothing))
    verdict = verdict_of(
        entry,
        targets_of(entry, here).get(period.start.year) if period.is_year and not quote.sign else None,
        year=period.start.year,
        measure=quote.measure,
        value=quote.value,
        low=quote.low,
        high=quote.high,
    )
    judged = replace(
        nothing,
        value=quote.value,
        low=quote.low,
        high=quote.high,
        confidence=None if quote.low is None else catalogue().settings.confidence,
        basis=quote.basis,
        verdict=verdict,
        absence=None,
    )
    said = f"{sentences.of_published(quote)} {sentences.of_verdict(entry, judged)}".strip()
    return Record(judged, None, None, said, quoted=quote)
