"""Kecamatan beside one another: which lie beyond the limits of chance, how much they differ, and whether in a pattern.

Never a ranking. An area with few events, none included, is in neither group of the limits.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np

from indicators.areas import all_kabupaten
from indicators.catalogue import Indicator, catalogue
from indicators.judgement.judged import Absence, Judged
from indicators.judgement.values import State, judge
from indicators.measures import funnel, smoothing
from indicators.measures.spread import Spread, spread
from indicators.vocabulary import AreaGroup, Direction, Interval, Level, Period
from indicators.warehouse import Snapshot

# With these the limits, the spread and the smoothed values are worked out; few events are no reason to leave one out.
_COUNTED = frozenset({AreaGroup.OUTSIDE_WORSE, AreaGroup.OUTSIDE_BETTER, AreaGroup.WITHIN, AreaGroup.TOO_FEW})
_CURVE_STEPS = 24


@dataclass(frozen=True)
class ComparedArea:
    """One area with its group. low, high: the wide limits (`signal_confidence`) at its denominator, in the indicator's
    unit; None where there is no such limit."""

    judged: Judged
    group: AreaGroup
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class CurvePoint:
    """The limits at one denominator, in the indicator's unit: within `confidence`, and within `signal_confidence`."""

    denominator: float
    low: float | None
    high: float | None
    wide_low: float | None
    wide_high: float | None


@dataclass(frozen=True)
class Compared:
    """All areas of a level, by code, in one period.

    period: the one that the values stand for. pooled: all events over all denominators of areas whose reports are
    complete, in the indicator's unit; None without any event there. spread: in the indicator's unit.
    """

    indicator: str
    period: Period
    areas: tuple[ComparedArea, ...]
    pooled: float | None
    dispersion: funnel.Dispersion
    spread: Spread

    def of(self, *groups: AreaGroup) -> tuple[ComparedArea, ...]:
        """The areas in any of these groups."""
        return tuple(area for area in self.areas if area.group in groups)

    @property
    def counted(self) -> tuple[ComparedArea, ...]:
        """The areas that limits and spread come from."""
        return self.of(*_COUNTED)

    @property
    def group_of(self) -> dict[str, AreaGroup]:
        """The group of every area, by code."""
        return {area.judged.area: area.group for area in self.areas}


class PatternFound(StrEnum):
    """Whether neighbours resemble one another more than chance lets them, or why that is not asked."""

    TOO_FEW_AREAS = "too_few_areas"
    TOO_FEW_EVENTS = "too_few_events"
    CHANCE = "chance"
    BEYOND_CHANCE = "beyond_chance"


@dataclass(frozen=True)
class Pattern:
    """The answer with its test. areas: how many have a value. high, low: codes of the clusters, where beyond chance."""

    found: PatternFound
    areas: int
    moran: float | None = None
    p_value: float | None = None
    high: tuple[str, ...] = field(default=())
    low: tuple[str, ...] = field(default=())


def is_compared(indicator: Indicator) -> bool:
    """Whether chance has a part in the indicator, and it has a better side and a denominator."""
    return bool(
        indicator.numerator
        and indicator.denominator
        and indicator.interval is not Interval.NONE
        and indicator.direction is not Direction.NEUTRAL
        and indicator.lowest_level is not Level.KABUPATEN
    )


def compared(snapshot: Snapshot, *, indicator: str, state: State, period: Period) -> Compared | None:
    """The kecamatan of a kabupaten in one period. None for an indicator that is not compared (`is_compared`)."""
    entry = catalogue().indicators[indicator]
    if not is_compared(entry):
        return None
    key = ("compared", state.kabupaten, indicator, period)
    return snapshot.keep(
        key,
        lambda: compare(
            entry,
            judge(snapshot, indicators=[indicator], kabupaten=state.kabupaten, period=period, level=Level.KECAMATAN),
            period=period,
        ),
    )


def compare(indicator: Indicator, judged: list[Judged], *, period: Period) -> Compared:
    """The groups of these areas. `indicator`: one that is compared."""
    groups = [_before_limits(j, indicator) for j in judged]
    model, scale = indicator.interval, float(indicator.multiplier)
    use = [j for j, group in zip(judged, groups, strict=True) if group in (AreaGroup.WITHIN, AreaGroup.TOO_FEW)]
    events = np.array([j.numerator for j in use], dtype=float)
    at = np.array([j.denominator for j in use], dtype=float)
    pooled = float(events.sum() / at.sum()) if use else 0.0
    reference = next((j.reference for j in use), period)
    if not 0 < pooled < (1 if model is Interval.PROPORTION else np.inf):
        areas = tuple(ComparedArea(j, group) for j, group in zip(judged, groups, strict=True))
        whole = pooled * scale if use and pooled else None
        return Compared(
            indicator.id, reference, areas, whole, funnel.Dispersion(1.0, False), Spread(0.0, 1.0, len(use))
        )
    enough = _enough_expected(model, at, pooled)
    dispersion = funnel.dispersion(model=model, events=events[enough], denominator=at[enough], pooled=pooled)
    limits = funnel.limits(
        model=model,
        denominator=at,
        pooled=pooled,
        confidence=catalogue().settings.signal_confidence,
        widening=dispersion.widening,
    )
    bounds = {
        j.area: (float(low) * scale, float(high) * scale)
        for j, low, high in zip(use, limits.low, limits.high, strict=True)
    }
    left = spread(model=model, events=events, denominator=at)
    return Compared(
        indicator=indicator.id,
        period=reference,
        areas=tuple(_placed(j, g, bounds.get(j.area), indicator) for j, g in zip(judged, groups, strict=True)),
        pooled=pooled * scale,
        dispersion=dispersion,
        spread=Spread(left.tau * scale, left.p_value, left.areas),
    )


def funnel_curve(compared: Compared) -> tuple[CurvePoint, ...]:
    """The limits from a small denominator to beyond the largest; none without a pooled value to draw them around."""
    entry, settings = catalogue().indicators[compared.indicator], catalogue().settings
    scale, counted = float(entry.multiplier), compared.counted
    pooled = (compared.pooled or 0) / scale
    if not counted or not 0 < pooled < (1 if entry.interval is Interval.PROPORTION else np.inf):
        return ()
    largest = max(area.judged.denominator or 0 for area in counted)
    # Denser where the limits bend.
    at = np.maximum(1, np.ceil(1.05 * largest * (np.arange(1, _CURVE_STEPS + 1) / _CURVE_STEPS) ** 2))
    narrow, wide = (
        funnel.limits(
            model=entry.interval,
            denominator=at,
            pooled=pooled,
            confidence=confidence,
            widening=compared.dispersion.widening,
        )
        for confidence in (settings.confidence, settings.signal_confidence)
    )
    return tuple(
        CurvePoint(float(n), *(None if np.isnan(v) else float(v) * scale for v in row))
        for n, *row in zip(at, narrow.low, narrow.high, wide.low, wide.high, strict=True)
    )


def smoothed_values(indicator: Indicator, judged: list[Judged]) -> dict[str, float]:
    """Values drawn towards the value of all by empirical Bayes, by area, in the indicator's unit.

    Areas with missing reports, or with more events than their denominator, have none: nothing is learnt from them.
    Empty for an indicator without a sampling model.
    """
    if not is_compared(indicator):
        return {}
    use = [j for j in judged if _before_limits(j, indicator) in (AreaGroup.WITHIN, AreaGroup.TOO_FEW)]
    if not use:
        return {}
    found = smoothing.smoothed(
        model=indicator.interval,
        events=[j.numerator or 0 for j in use],
        denominator=[j.denominator or 0 for j in use],
    )
    return {j.area: float(value) * indicator.multiplier for j, value in zip(use, found, strict=True)}


def pattern(snapshot: Snapshot, *, indicator: str, state: State, period: Period) -> Pattern | None:
    """Whether neighbouring kecamatan are alike. None for an indicator that is not compared.

    Takes seconds the first time, since PySAL is imported then: to be asked for, not for every page.
    """
    found = compared(snapshot, indicator=indicator, state=state, period=period)
    if found is None:
        return None
    key = ("pattern", state.kabupaten, indicator, period)
    return snapshot.keep(key, lambda: find_pattern(found, all_kabupaten()[state.kabupaten].neighbours))


def find_pattern(compared: Compared, neighbours: Mapping[str, tuple[str, ...]]) -> Pattern:
    """Moran's I of the areas' standardised values, and its clusters; few events take no area out of the test, but
    such an area is not named, and with few events in most areas nothing is asked."""
    settings, counted = catalogue().settings, compared.counted
    few = sum(area.group is AreaGroup.TOO_FEW for area in counted)
    if len(counted) < settings.pattern_areas:
        return Pattern(PatternFound.TOO_FEW_AREAS, len(counted))
    if 2 * few > len(counted) or not compared.pooled:
        return Pattern(PatternFound.TOO_FEW_EVENTS, len(counted))
    # esda alone takes two seconds to import.
    from indicators.measures.spatial import Corner, autocorrelation

    tested = autocorrelation(
        areas=[area.judged.area for area in counted],
        values=smoothing.standardised(
            model=catalogue().indicators[compared.indicator].interval,
            events=[area.judged.numerator or 0 for area in counted],
            denominator=[area.judged.denominator or 0 for area in counted],
        ),
        neighbours=neighbours,
        false_discoveries=settings.false_discoveries,
    )
    beyond = tested.p_value <= 1 - settings.confidence
    groups = compared.group_of

    def cluster(corner: Corner) -> tuple[str, ...]:
        """Only within a pattern that is itself more than chance."""
        named = [code for code, found in tested.clusters.items() if found is corner]
        return tuple(code for code in named if beyond and groups[code] is not AreaGroup.TOO_FEW)

    return Pattern(
        found=PatternFound.BEYOND_CHANCE if beyond else PatternFound.CHANCE,
        areas=len(counted),
        moran=tested.moran,
        p_value=tested.p_value,
        high=cluster(Corner.HIGH),
        low=cluster(Corner.LOW),
    )


def _before_limits(judged: Judged, indicator: Indicator) -> AreaGroup:
    """The group as far as counts and reports decide it; WITHIN is then still to be looked at."""
    if judged.value is None or judged.numerator is None or not judged.denominator:
        return AreaGroup.WITHHELD if judged.absence is Absence.SUPPRESSED else AreaGroup.ABSENT
    if not judged.all_reported:
        return AreaGroup.INCOMPLETE
    if indicator.interval is Interval.PROPORTION and judged.numerator > judged.denominator:
        return AreaGroup.OVERFULL
    return AreaGroup.TOO_FEW if judged.too_few else AreaGroup.WITHIN


def _placed(judged: Judged, group: AreaGroup, bounds: tuple[float, float] | None, indicator: Indicator) -> ComparedArea:
    if bounds is None or judged.value is None:
        return ComparedArea(judged, group)
    low, high = bounds
    if group is AreaGroup.WITHIN and (judged.value >= high or judged.value <= low):
        above = judged.value >= high
        worse = above is (indicator.direction is Direction.LOWER_IS_BETTER)
        group = AreaGroup.OUTSIDE_WORSE if worse else AreaGroup.OUTSIDE_BETTER
    return ComparedArea(judged, group, None if np.isnan(low) else low, None if np.isnan(high) else high)


def _enough_expected(model: Interval, at: funnel.Numbers, pooled: float) -> np.ndarray:
    """Of which areas the normal approximation may be used: enough events expected, and enough of the others."""
    few = catalogue().settings.few_events
    enough = at * pooled >= few
    return enough & (at * (1 - pooled) >= few) if model is Interval.PROPORTION else enough
