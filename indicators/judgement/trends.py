"""Five years or more on one line: is there a trend, how steep, and when would it meet a target?

Computed values are those of the same months of every year; published ones are whole years of which the counts are
known. The two are never on one line.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np

from indicators.areas import all_kabupaten
from indicators.catalogue import Indicator, catalogue
from indicators.judgement.changes import Scale, scale_of
from indicators.judgement.judged import Judged
from indicators.judgement.periods import yearly_periods
from indicators.judgement.public_rates import rates_of_published_counts
from indicators.judgement.values import State, areas_of, judge, published
from indicators.measures import trend
from indicators.measures.trend import Arrival, Family, Line
from indicators.vocabulary import Direction, Level, Period
from indicators.warehouse import Snapshot

# No kabupaten has older monthly reports in here; a longer line would also average over other times.
_MOST_YEARS = 15


class Evidence(StrEnum):
    """What the points of a trend are: computed values, rates of two published counts, published counts alone."""

    COMPUTED = "computed"
    PUBLISHED_RATES = "published_rates"
    PUBLISHED_COUNTS = "published_counts"


class Untested(StrEnum):
    """Why a series has no trend: too few years, no counts behind its values, or a value above what its model allows."""

    TOO_SHORT = "too_short"
    NO_COUNTS = "no_counts"
    NO_MODEL = "no_model"


@dataclass(frozen=True)
class Trend:
    """A series of one indicator in one area, and its trend.

    periods: those with a point, oldest first; gaps: the years between them without one. yearly, low, high: change a
    year, relative (-0.05) or in percentage points; None where untested says why. better: as for a change.
    dispersion: how many times the scatter is that of chance (1 at least).
    """

    indicator: str
    area: str
    evidence: Evidence
    periods: tuple[Period, ...]
    gaps: tuple[int, ...]
    scale: Scale
    untested: Untested | None = None
    yearly: float | None = None
    low: float | None = None
    high: float | None = None
    p_value: float | None = None
    dispersion: float | None = None
    distinguishable: bool = False
    better: bool | None = None
    _line: Line | None = field(default=None, repr=False, compare=False)

    def years_to(self, target: float) -> Arrival:
        """Years from the last point until the line meets a target in the indicator's unit; see `Line.arrives`.

        Nothing is foreseen of an indicator without direction, nor of counts of which the rate is not known.
        """
        entry = catalogue().indicators[self.indicator]
        if self._line is None or entry.direction is Direction.NEUTRAL or self.evidence is Evidence.PUBLISHED_COUNTS:
            return Arrival(None, None, None)
        return self._line.arrives(
            target / (entry.multiplier if entry.denominator else 1 / self.periods[-1].months),
            after=float(self.periods[-1].start.year),
            falling=entry.direction is Direction.LOWER_IS_BETTER,
        )


def computed_trends(
    snapshot: Snapshot,
    *,
    indicators: Sequence[str],
    state: State,
    period: Period,
    level: Level = Level.KABUPATEN,
) -> dict[tuple[str, str], Trend]:
    """The trend of computed values in every area of a level, over the same months of every complete year.

    Nothing of indicators without a sampling model, and nothing of areas without a complete year.
    """
    entries = [catalogue().indicators[id_] for id_ in indicators]
    tested = [entry for entry in entries if entry.numerator and scale_of(entry)]
    years = yearly_periods(period, years=_MOST_YEARS, first=state.first_month)
    if not tested or not period.in_one_year:
        return {}
    by_year = [
        judge(snapshot, indicators=[e.id for e in tested], kabupaten=state.kabupaten, period=year, level=level)
        for year in years
    ]
    areas = areas_of(all_kabupaten()[state.kabupaten], level)
    found: dict[tuple[str, str], Trend] = {}
    for place, entry in enumerate(tested):
        begin = place * len(areas)
        rows = [list(series) for series in zip(*(j[begin : begin + len(areas)] for j in by_year), strict=True)]
        for made in _trends(entry, [_alike(row) for row in rows], Evidence.COMPUTED):
            found[made.indicator, made.area] = made
    return found


def published_trends(snapshot: Snapshot, *, indicator: str, state: State, until: Period) -> list[Trend]:
    """The trends of what was published for the kabupaten: rates of two known counts, else counts alone.

    Where only rates were published, their series comes back untested.
    """
    entry, here = catalogue().indicators[indicator], state.kabupaten
    rates = [
        judged
        for judged in rates_of_published_counts(snapshot, indicator=indicator, kabupaten=here, areas=[here])
        if judged.period.end.year <= until.end.year
    ]
    quoted = [
        q
        for q in published(snapshot, indicators=[indicator], kabupaten=here, areas=[here])
        if q.period.is_year and not q.sign and q.measure is entry.measure and q.period.end.year <= until.end.year
    ]
    # Of a proportion, as many cases may mean more of fewer children; and a survey's percentage is no count.
    content = "numerator" if entry.denominator else "value"
    counted = scale_of(entry) is Scale.RATIO and (entry.multiplier == 1 or bool(entry.denominator))
    counts = [q for q in quoted if counted and q.content == content]
    if rates and len(rates) >= len(counts):
        return _trends(entry, [rates], Evidence.PUBLISHED_RATES)
    if counts:
        years = tuple(q.period for q in counts)
        line = trend.fit([y.start.year for y in years], [q.value for q in counts], 1.0, family=Family.POISSON)
        return [_told(entry, here, Evidence.PUBLISHED_COUNTS, years, Scale.RATIO, line.one(0))]
    if values := [q for q in quoted if q.content == "value"]:
        periods = tuple(q.period for q in values)
        return [
            Trend(
                indicator,
                here,
                Evidence.PUBLISHED_RATES,
                periods,
                _gaps(periods),
                scale_of(entry) or Scale.RATIO,
                untested=Untested.NO_COUNTS,
            )
        ]
    return []


def _alike(series: list[Judged]) -> list[Judged]:
    """The complete values of the same months as the newest one."""
    known = [j for j in series if j.value is not None and j.complete]
    if not known:
        return []
    newest = known[-1]
    return [
        j
        for j in known
        if j.reference.years_earlier(-(newest.reference.start.year - j.reference.start.year)) == newest.reference
    ]


def _trends(entry: Indicator, rows: list[list[Judged]], evidence: Evidence) -> list[Trend]:
    """One trend for each series that has any point; all are fitted together."""
    rows = [row for row in rows if row]
    scale = scale_of(entry)
    if not rows or scale is None:
        return []
    years = sorted({j.period.start.year for row in rows for j in row})
    events, exposure = np.full((2, len(rows), len(years)), np.nan)
    for place, row in enumerate(rows):
        for judged in row:
            column = years.index(judged.period.start.year)
            events[place, column] = judged.numerator
            exposure[place, column] = judged.denominator or judged.reference.months
    family = Family.BINOMIAL if scale is Scale.POINTS else Family.POISSON
    lines = trend.fit(np.array(years), events, np.nan_to_num(exposure), family=family)
    return [
        _told(entry, row[0].area, evidence, tuple(j.period for j in row), scale, lines.one(place))
        for place, row in enumerate(rows)
    ]


def _told(
    entry: Indicator, area: str, evidence: Evidence, periods: tuple[Period, ...], scale: Scale, line: Line
) -> Trend:
    gaps = _gaps(periods)
    if len(periods) < catalogue().settings.trend_years:
        return Trend(entry.id, area, evidence, periods, gaps, scale, untested=Untested.TOO_SHORT)
    yearly, low, high = (float(value) * (100 if scale is Scale.POINTS else 1) for value in line.yearly())
    if math.isnan(yearly):
        return Trend(entry.id, area, evidence, periods, gaps, scale, untested=Untested.NO_MODEL)
    distinguishable = low > 0 or high < 0
    better = None
    if distinguishable and entry.direction is not Direction.NEUTRAL:
        better = (high < 0) is (entry.direction is Direction.LOWER_IS_BETTER)
    return Trend(
        indicator=entry.id,
        area=area,
        evidence=evidence,
        periods=periods,
        gaps=gaps,
        scale=scale,
        yearly=yearly,
        low=low,
        high=high,
        p_value=float(line.p_value),
        dispersion=float(line.dispersion),
        distinguishable=distinguishable,
        better=better,
        _line=line,
    )


def _gaps(periods: Sequence[Period]) -> tuple[int, ...]:
    known = {period.start.year for period in periods}
    return tuple(year for year in range(min(known), max(known) + 1) if year not in known)
