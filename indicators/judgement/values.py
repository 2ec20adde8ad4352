"""Judged values: counts are read, divided, given their interval and held against the target of their own year."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

import pandas as pd

from indicators.areas import Kabupaten, all_kabupaten
from indicators.catalogue import Catalogue, Indicator, Target, catalogue
from indicators.judgement.counts import Counts, counts_of
from indicators.judgement.judged import Absence, Judged
from indicators.judgement.suppression import withheld
from indicators.judgement.verdict import verdict_of
from indicators.measures import intervals
from indicators.vocabulary import Basis, Derivation, Interval, Kind, Level, Measure, Mode, Period
from indicators.warehouse import Snapshot

_DEPTH = {level: depth for depth, level in enumerate(Level)}


@dataclass(frozen=True)
class State:
    """What is known of one kabupaten at one data version; months are first days, None without data."""

    kabupaten: str
    mode: Mode
    version: int
    first_month: Period | None
    newest_month: Period | None
    newest_complete_month: Period | None
    changed_at: pd.Timestamp | None


def state_of(snapshot: Snapshot, *, kabupaten: str) -> State:
    """The kabupaten's mode and the months it has data for. Raises KeyError for an unknown kabupaten."""
    return snapshot.keep(("state", kabupaten), lambda: _state(snapshot, kabupaten))


def _state(snapshot: Snapshot, kabupaten: str) -> State:
    rows = snapshot.read("kabupaten_state", kabupaten=kabupaten)
    if rows.empty:
        raise KeyError(kabupaten)
    row = rows.iloc[0]

    def month(value: Any) -> Period | None:
        return None if pd.isna(value) else Period.month(value.year, value.month)

    return State(
        kabupaten=kabupaten,
        mode=Mode(row["mode"]),
        version=snapshot.version,
        first_month=month(row["first_month"]),
        newest_month=month(row["last_month"]),
        newest_complete_month=month(row["newest_complete_month"]),
        changed_at=None if pd.isna(row["changed_at"]) else row["changed_at"],
    )


def judge(
    snapshot: Snapshot,
    *,
    indicators: Sequence[str],
    kabupaten: str,
    period: Period,
    level: Level = Level.KABUPATEN,
    may_see_small_cells: bool = False,
) -> list[Judged]:
    """Computed values of some indicators, for each area of one level, in the order asked for and of the areas.

    Every area of the level appears once per indicator, also where it has no value: `absence` then says why. Values of
    kecamatan are those that the public may see, unless may_see_small_cells; those of facilities are for staff alone.
    """
    open_to_all = level is Level.KECAMATAN and not may_see_small_cells
    # The same few values are asked for by cards, charts, changes and signals: each is judged once.
    known: dict[str, list[Judged]] = snapshot.keep(("judged", kabupaten, period, level, open_to_all), dict)
    if missing := [id_ for id_ in indicators if id_ not in known]:
        found = _of_all_areas(snapshot, missing, kabupaten, period, level)
        if open_to_all:
            found = {id_: withheld(snapshot, judged, kabupaten=kabupaten) for id_, judged in found.items()}
        known |= found
    return [judged for id_ in indicators for judged in known[id_]]


def _of_all_areas(
    snapshot: Snapshot, indicators: Sequence[str], kabupaten: str, period: Period, level: Level
) -> dict[str, list[Judged]]:
    entries = catalogue()
    here = all_kabupaten()[kabupaten]
    state = state_of(snapshot, kabupaten=kabupaten)
    found = counts_of(snapshot, state=state, period=period, level=level)
    return {
        id_: [
            _judged(
                entries=entries,
                indicator=entries.indicators[id_],
                here=here,
                area=area,
                level=level,
                period=period,
                mode=state.mode,
                row=found.get((id_, area)),
                version=snapshot.version,
            )
            for area in areas_of(here, level)
        ]
        for id_ in indicators
    }


def areas_of(kabupaten: Kabupaten, level: Level) -> list[str]:
    """Codes of the areas (or facility ids) of one level."""
    if level is Level.KABUPATEN:
        return [kabupaten.code]
    if level is Level.KECAMATAN:
        return [a.code for a in kabupaten.kecamatan]
    return [f.id for f in kabupaten.puskesmas]


def _judged(
    *,
    entries: Catalogue,
    indicator: Indicator,
    here: Kabupaten,
    area: str,
    level: Level,
    period: Period,
    mode: Mode,
    row: Counts | None,
    version: int,
) -> Judged:
    common: dict[str, Any] = {
        "indicator": indicator.id,
        "area": area,
        "area_name": here.name_of(area),
        "period": period,
        "measure": indicator.measure,
        "version": version,
    }
    numerator = row.numerator if row is not None else None
    denominator = row.denominator if row is not None else None
    computable = numerator is not None and (denominator or not indicator.denominator)
    reports: dict[str, Any] = {
        "units_matched": row.units_matched if row is not None else 0,
        "units_expected": row.units_expected if row is not None else 0,
        "reports_matched": row.reports_matched if row is not None else 0,
        "reports_expected": row.reports_expected if row is not None else 0,
    }
    if row is None or numerator is None or not computable:
        if _lies_below(level, indicator.lowest_level):
            absence = Absence.NOT_AT_THIS_LEVEL
        elif row is not None and row.reports_sent:
            absence = Absence.NO_DENOMINATOR
        elif mode is Mode.SAMPLE and _is_timed(indicator):
            absence = Absence.NOT_OF_SAMPLE
        else:
            absence = Absence.NOT_SENT
        return Judged(
            **common,
            **reports,
            reference=period,
            value=None,
            numerator=numerator,
            denominator=denominator,
            low=None,
            high=None,
            method="",
            basis=None,
            too_few=False,
            verdict=None,
            absence=absence,
        )
    value = rate(indicator, numerator, denominator)
    bounds = interval_of(indicator, numerator, denominator, entries.settings.confidence)
    # Without a sampling model it is a complete count of reports, in which chance has no part.
    too_few = (
        bool(indicator.denominator)
        and indicator.interval is not Interval.NONE
        and numerator < entries.settings.few_events
    )
    # There is a sum, so there are months.
    assert row.first_month is not None
    assert row.last_month is not None
    reference = _whole_months(row.first_month, row.last_month)
    complete = row.complete and _covers(reference, period, indicator)
    # A count, and the coverage of a year's target, grow until December: an unfinished year says nothing of its target.
    unfinished = _grows(indicator) and not complete
    basis = Basis.SAMPLE if mode is Mode.SAMPLE else Basis.OFFICIAL if complete else Basis.PROVISIONAL
    # The target of a count is the whole kabupaten's; a kecamatan's share of it is not known.
    has_target = period.is_year and (indicator.denominator or level is Level.KABUPATEN)
    return Judged(
        **common,
        **reports,
        reference=reference,
        value=value,
        numerator=numerator,
        denominator=denominator,
        low=bounds.low if bounds else None,
        high=bounds.high if bounds else None,
        method=bounds.method if bounds else "",
        confidence=entries.settings.confidence if bounds else None,
        basis=basis,
        too_few=too_few,
        verdict=verdict_of(
            indicator,
            targets_of(indicator, here).get(period.start.year) if has_target else None,
            year=period.start.year,
            measure=indicator.measure,
            value=value,
            numerator=numerator,
            denominator=denominator,
            unfinished=unfinished,
            provisional=not complete,
        ),
        absence=None,
        complete=complete,
        all_reported=row.all_reported,
    )


def rate(indicator: Indicator, numerator: float, denominator: float | None) -> float:
    """Numerator over denominator times multiplier; the numerator itself for a count."""
    return numerator if not indicator.denominator else numerator / (denominator or 1) * indicator.multiplier


def interval_of(
    indicator: Indicator, numerator: float, denominator: float | None, confidence: float
) -> intervals.Bounds | None:
    """The interval in the indicator's unit; None for counts and where a coverage exceeds its sasaran."""
    if indicator.interval is Interval.NONE or not denominator:
        return None
    if indicator.interval is Interval.POISSON:
        found = intervals.poisson(events=numerator, confidence=confidence)
        scale = indicator.multiplier / denominator
    elif numerator <= denominator:
        found = intervals.wilson(events=numerator, trials=denominator, confidence=confidence)
        scale = float(indicator.multiplier)
    else:
        return None
    return intervals.Bounds(found.low * scale, found.high * scale, found.method)


def targets_of(indicator: Indicator, kabupaten: Kabupaten) -> dict[int, Target]:
    """National and local targets by year; a local one stands before a national one of the same year."""
    return dict(sorted({**indicator.targets, **kabupaten.targets.get(indicator.id, {})}.items()))


def next_target(indicator: Indicator, kabupaten: Kabupaten, *, after: int) -> tuple[int, Target] | None:
    """The first target later than the year `after`, with its year."""
    later = [(y, t) for y, t in targets_of(indicator, kabupaten).items() if y > after]
    return later[0] if later else None


def past_target_year(indicator: Indicator, kabupaten: Kabupaten, *, period: Period, first: Period | None) -> int | None:
    """The newest whole year with a target before a period and with data; it is judged where the period is not.

    first: the first month with data, None without any.
    """
    years = (Period.year(year) for year in targets_of(indicator, kabupaten))
    judged = [year for year in years if first is not None and first.start <= year.end < period.start]
    return max(judged).start.year if judged else None


def limits(judged: Judged, *, confidence: float) -> intervals.Bounds | None:
    """The interval of a judged value at another confidence (99.8 % for signals); None where it has none."""
    if judged.value is None or judged.numerator is None:
        return None
    return interval_of(catalogue().indicators[judged.indicator], judged.numerator, judged.denominator, confidence)


@dataclass(frozen=True)
class Published:
    """One published value as quoted: its own area, period, measure and source; sign `<` or `>` where it is a bound."""

    area: str
    indicator: str
    content: str
    measure: Measure
    period: Period
    value: float
    low: float | None
    high: float | None
    sign: str
    source: str
    url: str
    note: str
    basis: Basis


def published(
    snapshot: Snapshot, *, indicators: Iterable[str], kabupaten: str, areas: Sequence[str]
) -> list[Published]:
    """Published values of some indicators for some areas (the kabupaten, its province, `00` the nation), by period."""
    asked = (kabupaten, tuple(indicators), tuple(areas))
    return list(snapshot.keep(("published", *asked), lambda: _published(snapshot, *asked)))


def _published(
    snapshot: Snapshot, kabupaten: str, indicators: tuple[str, ...], areas: tuple[str, ...]
) -> list[Published]:
    rows = snapshot.rows("published_values", kabupaten=kabupaten, indicators=list(indicators), areas=list(areas))
    found = []
    for row in rows:
        measure = Measure(row.measure)
        start, end = row.period_start, row.period_end
        basis = Basis.SURVEY if measure is Measure.SURVEY else Basis.PUBLISHED
        found.append(
            Published(
                area=row.area,
                indicator=row.indicator,
                content=row.content,
                measure=measure,
                period=Period.of_months((start.year, start.month), (end.year, end.month)),
                value=float(row.value),
                low=_number(row.low),
                high=_number(row.high),
                sign=row.sign or "",
                source=row.source,
                url=row.url or "",
                note=row.note or "",
                basis=Basis.SAMPLE if row.mode == Mode.SAMPLE else basis,
            )
        )
    return sorted(found, key=lambda p: (p.indicator, p.area, p.period))


@cache
def _whole_months(first: date, last: date) -> Period:
    """From the month of `first` to the month of `last`; the same few for all areas and indicators."""
    return Period.of_months((first.year, first.month), (last.year, last.month))


def _covers(reference: Period, period: Period, indicator: Indicator) -> bool:
    """Whether the months with data reach over the period; one month of a campaign or a stock stands for it."""
    kinds = {catalogue().elements[e].kind for e in indicator.numerator}
    return bool(kinds & {Kind.CAMPAIGN, Kind.STOCK}) or reference == period


def _is_timed(indicator: Indicator) -> bool:
    """Whether it counts reports on time, which sample data, loaded all at once, cannot have."""
    elements = catalogue().elements
    return any(elements[e].derived is Derivation.ON_TIME for e in indicator.numerator)


def _grows(indicator: Indicator) -> bool:
    """Whether the value rises with every month that is added."""
    kinds = {catalogue().elements[e].kind for e in indicator.denominator}
    return not indicator.denominator or Kind.ANNUAL_TARGET in kinds


def _lies_below(level: Level, lowest: Level) -> bool:
    return _DEPTH[level] > _DEPTH[lowest]


def _number(value: Any) -> float | None:
    return None if value is None or pd.isna(value) else float(value)
