"""How far the next target is: in cases, as the change a year that it needs, and when the trend would meet it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date

from indicators.areas import all_kabupaten
from indicators.catalogue import Indicator, Target, catalogue
from indicators.judgement.judged import Judged
from indicators.judgement.own_targets import with_targets
from indicators.judgement.trends import Trend, computed_trends
from indicators.judgement.values import Published, State, judge, published, targets_of
from indicators.judgement.verdict import comparable, verdict_of
from indicators.measures import pace as measures
from indicators.vocabulary import Basis, Direction, Interval, Kind, Measure, Period, Status
from indicators.warehouse import Snapshot


@dataclass(frozen=True)
class Pace:
    """The way from the newest whole year to the next target.

    value: of the year `since`, in the indicator's unit; basis: its own.
    limit_events: how many there may be at most (or must be at least) to meet the target on the exposure of that year;
        events_now, exposure: its counts. None for a published value, of which the counts are not known.
    standing: of that year's value against this target, as if it were due: whether the gap is more than chance.
    trend: over the years up to the newest data; None where it was not asked for, there is none, or the target's year
        has come.
    yearly_change_needed: relative (-0.12), or a difference in the unit where `points`; None where the value of that
        year lies on the target's side already, or no equal change reaches it.
    """

    indicator: str
    target: Target
    year: int
    since: int
    value: float
    basis: Basis
    measure: Measure
    limit_events: float | None
    events_now: float | None
    exposure: float | None
    standing: Status
    yearly_change_needed: float | None
    points: bool
    trend: Trend | None = None

    @property
    def years_left(self) -> int:
        return self.year - self.since

    @property
    def arrival(self) -> tuple[float, float] | None:
        """From when to when, in years with fractions, the trend meets the target; None where it cannot be foreseen."""
        when = None if self.trend is None else self.trend.years_to(self.target.value)
        if self.trend is None or when is None or when.earliest is None or when.latest is None:
            return None
        newest = self.trend.periods[-1].end.year
        return newest + when.earliest, newest + when.latest

    @property
    def beyond(self) -> bool:
        """Whether the value of that year itself lies on the target's side, chance apart."""
        return _meets(catalogue().indicators[self.indicator], self.target, self.value)


@dataclass(frozen=True)
class CountPace:
    """The way to the target of a count that is published once a year, such as innovations.

    counted: of the target's own year, None where nobody has entered it. before: the newest earlier count and its year.
    months_left: of the target's year, this month included; 0 once it is over. a_month: how many each of them needs,
        from none where nothing is counted yet.
    """

    indicator: str
    target: Target
    year: int
    counted: float | None
    before: tuple[int, float] | None
    months_left: int
    a_month: float | None

    @property
    def met(self) -> bool | None:
        """Whether the count meets the target; None where it is not known."""
        return None if self.counted is None else self.counted >= self.target.value


def pace_of(
    snapshot: Snapshot, *, indicator: str, state: State, period: Period, with_trend: bool = False
) -> Pace | None:
    """The kabupaten's way to its next target as seen from a period; None without such a target or a whole year.

    The newest whole year that is complete stands for now, since a part of a year has no yearly number of cases.
    """
    entry, here = catalogue().indicators[indicator], all_kabupaten()[state.kabupaten]
    if entry.direction is Direction.NEUTRAL or not (entry.denominator or entry.measure is Measure.SURVEY):
        return None
    seen = period.end.year if period.end.month == 12 else period.end.year - 1
    ahead = [
        (year, target)
        for year, target in targets_of(entry, here).items()
        if year > seen and comparable(target.measure or entry.measure, entry.measure)
    ]
    now = _newest_year(snapshot, entry, state, seen) if ahead else None
    if now is None or now.value is None:
        return None
    year, target = ahead[0]
    since = now.period.start.year
    limit = events = exposure = None
    if isinstance(now, Judged) and now.denominator:
        events, exposure = now.numerator, now.denominator
        limit = _limit(entry, target, exposure)
    verdict = verdict_of(
        entry,
        target,
        year=year,
        measure=entry.measure,
        value=now.value,
        numerator=events,
        denominator=exposure,
        low=now.low,
        high=now.high,
    )
    points = entry.direction is Direction.HIGHER_IS_BETTER
    needed = (measures.yearly_step if points else measures.yearly_ratio)(now.value, target.value, year - since)
    return Pace(
        indicator=indicator,
        target=target,
        year=year,
        since=since,
        value=now.value,
        basis=now.basis or Basis.OFFICIAL,
        measure=entry.measure,
        limit_events=limit,
        events_now=events,
        exposure=exposure,
        standing=verdict.status if verdict else Status.NOT_ENOUGH_DATA,
        yearly_change_needed=None if math.isnan(needed) or _meets(entry, target, now.value) else needed,
        points=points,
        trend=_trend(snapshot, entry, state, since) if with_trend and _is_ahead(year, state) else None,
    )


def count_pace(
    snapshot: Snapshot, *, indicator: str, state: State, today: date, over: bool = False
) -> CountPace | None:
    """The way to the target of this year or of the next year that has one, else how the last one ended.

    over: only how the last one that is over ended, also while another lies ahead. None for what is not published as a
    count, or without any target.
    """
    entry, here = catalogue().indicators[indicator], with_targets(snapshot, state.kabupaten)
    targets = targets_of(entry, here)
    if entry.numerator or entry.interval is not Interval.NONE or entry.measure is not Measure.ROUTINE or not targets:
        return None
    year = min((year for year in targets if year >= today.year), default=max(targets))
    if over:
        year = max((year for year in targets if year < today.year), default=0)
        if not year:
            return None
    known = {q.period.start.year: q.value for q in _published_years(snapshot, entry, state.kabupaten, today.year)}
    earlier = [(one, value) for one, value in sorted(known.items()) if one < year]
    months_left = 0 if year < today.year else 12 if year > today.year else 13 - today.month
    return CountPace(
        indicator=indicator,
        target=targets[year],
        year=year,
        counted=known.get(year),
        before=earlier[-1] if earlier else None,
        months_left=months_left,
        a_month=measures.a_month(known.get(year, 0.0), targets[year].value, months_left) if months_left else None,
    )


def _newest_year(snapshot: Snapshot, entry: Indicator, state: State, until: int) -> Judged | Published | None:
    """The newest whole year, up to `until`, with a value that is complete."""
    if not entry.numerator:
        quoted = [q for q in _published_years(snapshot, entry, state.kabupaten, until) if not q.sign]
        return quoted[-1] if quoted else None
    if state.first_month is None:
        return None
    for year in range(until, state.first_month.start.year - 1, -1):
        [found] = judge(snapshot, indicators=[entry.id], kabupaten=state.kabupaten, period=Period.year(year))
        if found.value is not None and found.complete:
            return found
    return None


def _is_ahead(year: int, state: State) -> bool:
    return state.newest_month is not None and year > state.newest_month.end.year


def _trend(snapshot: Snapshot, entry: Indicator, state: State, year: int) -> Trend | None:
    """Of the same months of every year up to the newest complete one; of whole years where those are too few.

    A coverage of a year's sasaran is only comparable between whole years.
    """
    newest = state.newest_complete_month
    known = [Period.year(year)]
    if newest is not None and not _is_annual(entry) and newest.end.year > year:
        known.insert(0, Period.year_to(newest.end.year, newest.end.month))
    found = [
        trend
        for period in known
        if (
            trend := computed_trends(snapshot, indicators=[entry.id], state=state, period=period).get(
                (entry.id, state.kabupaten)
            )
        )
    ]
    return next((trend for trend in found if trend.untested is None), found[-1] if found else None)


def _is_annual(entry: Indicator) -> bool:
    return any(catalogue().elements[e].kind is Kind.ANNUAL_TARGET for e in entry.denominator)


def _published_years(snapshot: Snapshot, entry: Indicator, kabupaten: str, until: int) -> list[Published]:
    return [
        q
        for q in published(snapshot, indicators=[entry.id], kabupaten=kabupaten, areas=[kabupaten])
        if q.content == "value" and q.measure is entry.measure and q.period.is_year and q.period.start.year <= until
    ]


def _limit(entry: Indicator, target: Target, exposure: float) -> float | None:
    wanted = target.value / entry.multiplier
    if entry.direction is Direction.HIGHER_IS_BETTER:
        return float(measures.least_events(exposure, wanted))
    most = measures.most_events(exposure, wanted, strict=target.sign == "<")
    return None if math.isnan(most) else float(most)


def _meets(entry: Indicator, target: Target, value: float) -> bool:
    if entry.direction is Direction.HIGHER_IS_BETTER:
        return value >= target.value
    return value < target.value or (value == target.value and not target.sign)
