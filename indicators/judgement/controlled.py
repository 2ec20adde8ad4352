"""A series over time with its limits: which points are more than chance, and what that says of the process."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from indicators.areas import all_kabupaten
from indicators.catalogue import Indicator, Target, catalogue
from indicators.judgement.chart_choice import POOLED_YEARS, Choice, choose, whole_years
from indicators.judgement.monthly import MonthlyValue, months_of
from indicators.judgement.new_limits import NewLimits, new_limits
from indicators.judgement.values import interval_of, targets_of
from indicators.measures import control
from indicators.measures.control import Rule
from indicators.vocabulary import Assurance, ChartKind, Direction, Period, Variation
from indicators.warehouse import Snapshot


@dataclass(frozen=True)
class ControlPoint:
    """One month, or one gap between two events that ends in that month.

    value: in the indicator's unit, or the births (days) between; None where nothing was sent. centre: the mean, or the
    median (run, g and t charts). numerator, size: what stands behind it, None for a gap. rule: why it is more than
    chance; high: whether it is so upwards. provisional: (reports, expected) where these are too few, so that no rule
    looks at it.
    """

    month: Period
    value: float | None
    lower: float | None
    upper: float | None
    centre: float | None = None
    numerator: float | None = None
    size: float | None = None
    rule: Rule | None = None
    high: bool = False
    provisional: tuple[int, int] | None = None


@dataclass(frozen=True)
class Controlled:
    """The chosen chart of one indicator in one area.

    points: oldest first; none of a pooled chart. widened: see `measures.control.Limits`, of the newest months.
    variation: what the newest complete value says, None of a run chart's few points. assurance: against `target`, which
    is of the newest month's own year and measure; None where there is none. renewed: from where limits were worked out
    anew; not_yet: a decision after which too few months have passed for that.
    """

    indicator: str
    area: str
    choice: Choice
    points: tuple[ControlPoint, ...]
    widened: float
    variation: Variation | None
    assurance: Assurance | None
    target: Target | None
    renewed: tuple[NewLimits, ...] = ()
    not_yet: NewLimits | None = None


@dataclass(frozen=True)
class Pooled:
    """The rate of several whole years together, with its interval."""

    years: Period
    value: float
    low: float | None
    high: float | None
    numerator: float
    denominator: float


def controlled(snapshot: Snapshot, *, indicator: str, kabupaten: str, area: str, last: Period) -> Controlled | None:
    """The chart that fits the months up to the end of `last`; None without a complete month."""
    entry = catalogue().indicators[indicator]
    months = months_of(snapshot, indicator=indicator, kabupaten=kabupaten, area=area, last=last)
    choice = choose(entry, months)
    if choice is None:
        return None
    if choice.kind is ChartKind.POOLED:
        return Controlled(indicator, area, choice, (), 1.0, None, None, None)
    if choice.kind in (ChartKind.G, ChartKind.T):
        return _between(entry, area, choice, months)
    shown = months[-catalogue().settings.control_most :]
    return _by_month(
        entry, kabupaten, area, choice, shown, new_limits(snapshot, indicator=indicator, kabupaten=kabupaten)
    )


def pooled_rates(
    snapshot: Snapshot, *, indicator: str, kabupaten: str, area: str, last: Period
) -> dict[int, list[Pooled]]:
    """Rates of 3 and of 5 whole years in a row, by how many, oldest first; years between without a value break rows."""
    entry, settings = catalogue().indicators[indicator], catalogue().settings
    months = months_of(snapshot, indicator=indicator, kabupaten=kabupaten, area=area, last=last)
    complete = set(whole_years(months))
    found: dict[int, list[Pooled]] = {}
    for width in POOLED_YEARS:
        for end in sorted(complete):
            years = range(end - width + 1, end + 1)
            if not complete.issuperset(years):
                continue
            counted = [m for m in months if m.month.start.year in years]
            events, size = (sum(getattr(m, part) or 0.0 for m in counted) for part in ("numerator", "size"))
            bounds = interval_of(entry, events, size, settings.confidence)
            found.setdefault(width, []).append(
                Pooled(
                    years=Period(Period.year(years[0]).start, Period.year(end).end),
                    value=events / size * entry.multiplier,
                    low=bounds.low if bounds else None,
                    high=bounds.high if bounds else None,
                    numerator=events,
                    denominator=size,
                )
            )
    return found


@dataclass(frozen=True)
class YearlyCounts:
    """Counts of whole years around their mean, and the years that lie beyond what chance would do to it."""

    first: int
    last: int
    mean: float
    beyond: tuple[int, ...]


def yearly_counts(counts: Mapping[int, float]) -> YearlyCounts | None:
    """The c chart of counts by year (a u chart of equal sizes); None of fewer than `trend_years` years."""
    if len(counts) < catalogue().settings.trend_years:
        return None
    years = sorted(counts)
    values = np.array([counts[year] for year in years], dtype=float)
    limits = control.u_chart(values, 1.0)
    beyond = (values > limits.upper) | (values < limits.lower)
    return YearlyCounts(
        years[0], years[-1], float(limits.centre[0]), tuple(y for y, b in zip(years, beyond, strict=True) if b)
    )


def _by_month(
    entry: Indicator,
    kabupaten: str,
    area: str,
    choice: Choice,
    months: Sequence[MonthlyValue],
    decided: Sequence[NewLimits],
) -> Controlled:
    scale = float(entry.multiplier)
    events = np.array([m.numerator if m.complete and m.numerator is not None else np.nan for m in months], dtype=float)
    sizes = np.array([m.size or np.nan for m in months], dtype=float)
    if not entry.denominator:
        sizes, scale = np.ones_like(sizes), 1.0
    run = choice.kind is ChartKind.RUN
    equal = 0.5 * 10.0**-entry.decimals / scale if entry.denominator else 0.0
    renewed, not_yet = ((), None) if run else _renewed(months, decided)
    cuts = [0, *(_place_of(months, one) for one in renewed), len(months)]
    parts = [
        _limits_and_marks(choice.kind, events[first:last], sizes[first:last], equal) for first, last in pairwise(cuts)
    ]
    points = []
    for place, month in enumerate(months):
        part = bisect_right(cuts, place) - 1
        (limits, marks), within = parts[part], place - cuts[part]
        rule, way = _rule(marks, within)
        known = month.numerator is not None and not math.isnan(sizes[place])
        points.append(
            ControlPoint(
                month=month.month,
                value=(month.numerator or 0.0) / sizes[place] * scale if known else None,
                lower=_scaled(limits.lower[within], scale),
                upper=_scaled(limits.upper[within], scale),
                centre=_scaled(limits.centre[within], scale),
                numerator=month.numerator,
                size=month.size if entry.denominator else None,
                rule=rule,
                high=way > 0,
                provisional=None if month.complete or not known else (month.sent, month.expected),
            )
        )
    target = _target(entry, kabupaten, points)
    return Controlled(
        indicator=entry.id,
        area=area,
        choice=choice,
        points=tuple(points),
        widened=parts[-1][0].widened,
        variation=None if run else _variation(entry, points),
        assurance=None if run or target is None else _assurance(entry, points, target),
        target=None if run else target,
        renewed=renewed,
        not_yet=not_yet,
    )


def _renewed(
    months: Sequence[MonthlyValue], decided: Sequence[NewLimits]
) -> tuple[tuple[NewLimits, ...], NewLimits | None]:
    """The decisions that begin within the months and are followed by enough of them; the newest that is not yet."""
    least, kept, not_yet = catalogue().settings.control_least, list[NewLimits](), None
    last = len(months)
    for one in reversed(decided):
        first = _place_of(months, one)
        if 0 < first < last and sum(month.complete for month in months[first:last]) >= least:
            kept.insert(0, one)
            last = first
        elif first > 0 and last == len(months):
            not_yet = not_yet or one
    return tuple(kept), not_yet


def _place_of(months: Sequence[MonthlyValue], one: NewLimits) -> int:
    """The place of the first month that is not before it."""
    return sum(month.month < one.since for month in months)


def _limits_and_marks(
    kind: ChartKind, events: control.Numbers, sizes: control.Numbers, equal: float
) -> tuple[control.Limits, dict[Rule, np.ndarray[tuple[int], np.dtype[np.int8]]]]:
    """Of one state of the process. equal: see `measures.control.special`."""
    settings, values = catalogue().settings, events / sizes
    if kind is ChartKind.P:
        limits = control.p_chart(events, sizes, laney_from=settings.laney_from)
    elif kind is ChartKind.U:
        limits = control.u_chart(events, sizes, laney_from=settings.laney_from)
    elif kind is ChartKind.XMR:
        limits = control.xmr(values).within(least=0)
    else:
        limits = control.run_chart(values)
    run = kind is ChartKind.RUN
    marks = control.special(
        values,
        limits,
        shift=settings.run_shift_points if run else settings.shift_points,
        trend=settings.run_trend_points if run else settings.trend_points,
        equal=equal,
    )
    return limits, marks


def _between(entry: Indicator, area: str, choice: Choice, months: Sequence[MonthlyValue]) -> Controlled:
    """What lies between events. Limits only: the dates within a month are not known, so runs would be of our making."""
    settings = catalogue().settings
    events = [m.numerator if m.complete and m.numerator is not None else np.nan for m in months]
    gaps, ends = control.between_events(events, [m.size or np.nan for m in months])
    limits = control.g_chart(gaps) if choice.kind is ChartKind.G else control.t_chart(gaps)
    marks = control.special(gaps, limits, shift=settings.shift_points, trend=settings.trend_points)
    points = [
        ControlPoint(
            month=months[end].month,
            value=float(gap),
            lower=_scaled(limits.lower[place], 1.0),
            upper=_scaled(limits.upper[place], 1.0),
            centre=_scaled(limits.centre[place], 1.0),
            rule=Rule.BEYOND if marks[Rule.BEYOND][place] else None,
            high=bool(marks[Rule.BEYOND][place] > 0),
        )
        for place, (gap, end) in enumerate(zip(gaps, ends, strict=True))
    ]
    return Controlled(
        indicator=entry.id,
        area=area,
        choice=choice,
        points=tuple(points[-settings.control_most :]),
        widened=1.0,
        variation=_variation(entry, points, of_gaps=True),
        assurance=None,
        target=None,
    )


def is_better(entry: Indicator, point: ControlPoint, *, of_gaps: bool) -> bool | None:
    """Whether a special point is a change for the better; None where neither way is. More between events is fewer."""
    if entry.direction is Direction.NEUTRAL:
        return None
    rises = point.high is not of_gaps
    return rises is (entry.direction is Direction.HIGHER_IS_BETTER)


def _rule(marks: dict[Rule, np.ndarray[tuple[int], np.dtype[np.int8]]], place: int) -> tuple[Rule | None, int]:
    """The first rule, in their order, that marks a point, and which way."""
    for rule, marked in marks.items():
        if marked[place]:
            return rule, int(marked[place])
    return None, 0


def _variation(entry: Indicator, points: Sequence[ControlPoint], *, of_gaps: bool = False) -> Variation | None:
    compared = [p for p in points if p.value is not None and p.provisional is None]
    if not compared:
        return None
    newest = compared[-1]
    if newest.rule is None:
        return Variation.COMMON
    better = is_better(entry, newest, of_gaps=of_gaps)
    if better is None:
        return Variation.RISING if newest.high is not of_gaps else Variation.FALLING
    return Variation.IMPROVING if better else Variation.WORSENING


def _target(entry: Indicator, kabupaten: str, points: Sequence[ControlPoint]) -> Target | None:
    """The target of the newest month's own year and of the very same measure; a yearly count has none by month."""
    if not points or not entry.denominator:
        return None
    target = targets_of(entry, all_kabupaten()[kabupaten]).get(points[-1].month.start.year)
    return target if target and (target.measure or entry.measure) is entry.measure else None


def _assurance(entry: Indicator, points: Sequence[ControlPoint], target: Target) -> Assurance | None:
    limits = [(p.lower, p.upper) for p in points if p.lower is not None and p.upper is not None]
    if not limits or entry.direction is Direction.NEUTRAL:
        return None
    lower, upper = limits[-1]
    higher = entry.direction is Direction.HIGHER_IS_BETTER
    if (lower >= target.value) if higher else (upper <= target.value):
        return Assurance.PASSES
    if (upper < target.value) if higher else (lower > target.value):
        return Assurance.FAILS
    return Assurance.HIT_OR_MISS


def _scaled(value: float, scale: float) -> float | None:
    return None if math.isnan(value) else float(value) * scale
