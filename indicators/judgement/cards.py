"""One card per headline indicator: the value with all that keeps it from misleading."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from indicators.areas import NATION, Kabupaten, all_kabupaten
from indicators.catalogue import Indicator, Target, catalogue
from indicators.judgement.changes import Change, changes
from indicators.judgement.judged import Judged, Verdict
from indicators.judgement.own_targets import with_targets
from indicators.judgement.pace import Pace, pace_of
from indicators.judgement.periods import yearly_periods
from indicators.judgement.values import (
    Published,
    State,
    judge,
    next_target,
    past_target_year,
    published,
    targets_of,
)
from indicators.judgement.verdict import verdict_of
from indicators.vocabulary import Period
from indicators.warehouse import Snapshot

TREND_YEARS = 5


@dataclass(frozen=True)
class Card:
    """What the summary says of one headline indicator.

    now: the computed value of the chosen period; None for an indicator that is only ever published.
    quoted: the newest published value up to the period (the main value where there is no computed one).
    quoted_before: the published value before it, of the same measure.
    a_year_ago: the same months one year earlier; None where either is incomplete, since the two do not compare.
    change: how far the two lie apart and whether that is more than chance; None where chance has no part in it.
    trend: (period, value or None) oldest first, all of one series; None where a period before the newest is incomplete,
        and no trend at all where the newest is.
    verdict: the status in its own target year; verdict_period says which, since it may not be the chosen period.
    missing_year: a target year that has passed without its value having been entered.
    pace: the way to the target ahead; None where there is no whole year to start from.
    comparisons: the newest published value of province and nation, each with its own measure and year.
    """

    indicator: Indicator
    now: Judged | None
    quoted: Published | None
    quoted_before: Published | None
    quoted_count: Published | None
    a_year_ago: Judged | None
    change: Change | None
    trend: tuple[tuple[Period, float | None], ...]
    verdict: Verdict | None
    verdict_period: Period | None
    ahead: tuple[int, Target] | None
    missing_year: tuple[int, Target] | None
    comparisons: tuple[Published, ...]
    pace: Pace | None = None


def headline_cards(snapshot: Snapshot, *, state: State, period: Period) -> list[Card]:
    """The cards of the summary, in headline order."""
    return cards_of(snapshot, entries=catalogue().headline_indicators(), state=state, period=period)


def cards_of(snapshot: Snapshot, *, entries: Sequence[Indicator], state: State, period: Period) -> list[Card]:
    """One card for each of these indicators, in their order."""
    here = with_targets(snapshot, state.kabupaten)
    quotes = published(
        snapshot,
        indicators=[entry.id for entry in entries],
        kabupaten=here.code,
        areas=[here.code, here.province_code, NATION],
    )
    values = _ValuesByPeriod(snapshot, here.code, [entry.id for entry in entries if entry.numerator])
    since = changes(snapshot, indicators=[entry.id for entry in entries], state=state, period=period)
    cards = []
    for entry in entries:
        about = [quote for quote in quotes if quote.indicator == entry.id]
        if entry.numerator:
            card = _computed_card(entry, about, values, since.get((entry.id, here.code)), state, period)
        else:
            card = _quoted_card(entry, about, here, period)
        cards.append(replace(card, pace=pace_of(snapshot, indicator=entry.id, state=state, period=period)))
    return cards


class _ValuesByPeriod:
    """Judged values of the same indicators in several periods, one read a period."""

    def __init__(self, snapshot: Snapshot, kabupaten: str, indicators: list[str]) -> None:
        self._snapshot, self._kabupaten, self._indicators = snapshot, kabupaten, indicators
        self._known: dict[Period, dict[str, Judged]] = {}

    def of(self, indicator: str, period: Period) -> Judged:
        if period not in self._known:
            found = judge(self._snapshot, indicators=self._indicators, kabupaten=self._kabupaten, period=period)
            self._known[period] = {judged.indicator: judged for judged in found}
        return self._known[period][indicator]


def _computed_card(
    entry: Indicator,
    quotes: list[Published],
    values: _ValuesByPeriod,
    change: Change | None,
    state: State,
    period: Period,
) -> Card:
    here = all_kabupaten()[state.kabupaten]
    own = _own_years(quotes, here.code, period)
    quoted = [q for q in own if q.content == "value"]
    counts = [q for q in own if q.content == "numerator"]
    now = values.of(entry.id, period)
    verdict, verdict_period = now.verdict, period if now.verdict else None
    if verdict is None:
        # A year without a target is not judged; the newest judged year before it is shown, by name.
        year = past_target_year(entry, here, period=period, first=state.first_month)
        if year is not None:
            verdict = values.of(entry.id, Period.year(year)).verdict
            verdict_period = Period.year(year) if verdict else None
    before = values.of(entry.id, period.years_earlier(1)) if period.in_one_year else None
    series = yearly_periods(period, years=TREND_YEARS, first=state.first_month) if now.complete else []
    trend = [(p, judged.value if judged.complete else None) for p in series for judged in [values.of(entry.id, p)]]
    return Card(
        indicator=entry,
        now=now,
        quoted=quoted[-1] if quoted else None,
        quoted_before=_before(quoted),
        quoted_count=counts[-1] if counts else None,
        a_year_ago=before if before is not None and before.complete and now.complete else None,
        change=change,
        trend=tuple(trend),
        verdict=verdict,
        verdict_period=verdict_period,
        ahead=next_target(entry, here, after=period.end.year),
        missing_year=None,
        comparisons=_comparisons(quotes, here.code, period),
    )


def _quoted_card(entry: Indicator, quotes: list[Published], here: Kabupaten, period: Period) -> Card:
    quoted = [q for q in _own_years(quotes, here.code, period) if q.content == "value"]
    newest = quoted[-1] if quoted else None
    verdict = None
    if newest is not None:
        verdict = verdict_of(
            entry,
            targets_of(entry, here).get(newest.period.start.year),
            year=newest.period.start.year,
            measure=newest.measure,
            value=newest.value,
            low=newest.low,
            high=newest.high,
        )
    return Card(
        indicator=entry,
        now=None,
        quoted=newest,
        quoted_before=_before(quoted),
        quoted_count=None,
        a_year_ago=None,
        change=None,
        trend=tuple((q.period, q.value) for q in _series(quoted)[-TREND_YEARS:]),
        verdict=verdict,
        verdict_period=newest.period if newest and verdict else None,
        ahead=next_target(entry, here, after=period.end.year),
        missing_year=missing_year(
            entry,
            here=here,
            until=period.end.year if period.end.month == 12 else period.end.year - 1,
            entered={q.period.start.year for q in quoted},
        ),
        comparisons=_comparisons(quotes, here.code, period),
    )


def missing_year(entry: Indicator, *, here: Kabupaten, until: int, entered: set[int]) -> tuple[int, Target] | None:
    """The newest of the kabupaten's own targets of the years up to `until` whose value nobody has entered."""
    own = here.targets.get(entry.id, {})
    due = [(year, target) for year, target in sorted(own.items()) if year <= until and year not in entered]
    return due[-1] if due else None


def _series(quoted: list[Published]) -> list[Published]:
    """The values of the newest one's measure: one line never mixes two."""
    return [q for q in quoted if q.measure is quoted[-1].measure]


def _before(quoted: list[Published]) -> Published | None:
    series = _series(quoted)
    return series[-2] if len(series) > 1 else None


def _own_years(quotes: list[Published], kabupaten: str, period: Period) -> list[Published]:
    return [q for q in quotes if q.area == kabupaten and q.period.is_year and q.period.end <= period.end]


def _comparisons(quotes: list[Published], kabupaten: str, period: Period) -> tuple[Published, ...]:
    """The newest whole-year value of province and of nation, not newer than the period."""
    newest = {
        q.area: q
        for q in sorted(quotes, key=lambda q: q.period)
        if q.area != kabupaten and q.content == "value" and q.period.is_year and q.period.end <= period.end
    }
    return tuple(sorted(newest.values(), key=lambda q: q.area == NATION))
