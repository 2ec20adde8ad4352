"""An innovation's indicator before and after its start where it is, beside the kecamatan that do not have it.

It is a comparison and no proof: other things differ between kecamatan too, and nothing here names a cause.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum
from itertools import takewhile

import pandas as pd

from indicators.areas import Kabupaten, all_kabupaten
from indicators.catalogue import Indicator, catalogue
from indicators.judgement import innovations as registry
from indicators.judgement.innovations import Innovation
from indicators.judgement.suppression import closed_reports, is_protected
from indicators.judgement.values import State, interval_of, rate
from indicators.measures import difference as measures
from indicators.measures.difference import Difference, Estimate
from indicators.vocabulary import Basis, Interval, Kind, Level, Mode, Period
from indicators.warehouse import Snapshot

REPLICATIONS = "innovation_replications"
MONTHS = 12


class Unanswered(StrEnum):
    """Why there is no comparison."""

    NO_INDICATOR = "no_indicator"
    NOT_PER_KECAMATAN = "not_per_kecamatan"
    NO_START = "no_start"
    NO_AREA = "no_area"
    NO_DATA = "no_data"
    SHORT_BEFORE = "short_before"
    SHORT_AFTER = "short_after"
    NO_OTHERS = "no_others"
    LEFT_OUT = "left_out"
    TOO_FEW = "too_few"


@dataclass(frozen=True)
class Window:
    """One year of a group of kecamatan: sums over them, and the value in the indicator's unit with its interval."""

    period: Period
    numerator: float
    denominator: float
    value: float
    low: float | None
    high: float | None
    too_few: bool


@dataclass(frozen=True)
class Group:
    """Some kecamatan, and their windows before and after, oldest first."""

    areas: tuple[str, ...]
    before: tuple[Window, ...] = ()
    after: tuple[Window, ...] = ()


@dataclass(frozen=True)
class BeforeAfter:
    """One innovation and one of its indicators.

    start: the month in which it was applied, or put on trial (`on_trial`) where no application is recorded; it belongs
    to neither side. windows: years of twelve months next to it; calendar years of indicators that have one value a
    year, without the year of the start. compared: so many years on either side are held against each other.
    own, others: kecamatan that have it and that do not; copying: those that copied it, and left_out: those without
    complete, open reports in every window, which belong to neither.
    difference: of the changes, on the ratio or in shares; earlier: the same of the last two years before the start,
    None where only one is known. after_reports_of: the month whose reports would make the answer possible.
    unanswered: why there is no difference; own and others are still told where they are known.
    """

    innovation: Innovation
    indicator: str | None
    start: Period | None = None
    on_trial: bool = False
    own: Group = field(default_factory=lambda: Group(()))
    others: Group = field(default_factory=lambda: Group(()))
    copying: tuple[str, ...] = ()
    left_out: tuple[str, ...] = ()
    compared: int = 0
    difference: Difference | None = None
    earlier: Difference | None = None
    after_reports_of: Period | None = None
    basis: Basis = Basis.OFFICIAL
    unanswered: Unanswered | None = None

    @property
    def in_points(self) -> bool:
        """Whether changes are differences in percentage points; else they are ratios."""
        return catalogue().indicators[self.indicator or ""].interval is Interval.PROPORTION

    def beyond_chance(self, estimate: Estimate) -> bool:
        """Whether the interval of a change, or of a difference of changes, leaves out none."""
        equal = 0.0 if self.in_points else 1.0
        return estimate.low > equal or estimate.high < equal


def candidates(snapshot: Snapshot, kabupaten: str) -> tuple[Innovation, ...]:
    """The named innovations whose indicator is recorded; those with a start and a place come first."""
    named = [one for one in registry.registry(snapshot, kabupaten) if one.fields.get("indicators")]
    here = all_kabupaten()[kabupaten]
    return tuple(sorted(named, key=lambda one: (_start(one)[0] is None, not _areas_of(one, here), one.name.casefold())))


def before_after(snapshot: Snapshot, *, state: State, innovation: str, indicator: str | None = None) -> BeforeAfter:
    """One innovation's indicator before and after, the first recorded one unless it is named.

    Raises KeyError for an unknown innovation.
    """
    key = ("before and after", state.kabupaten, innovation, indicator)
    return snapshot.keep(key, lambda: _before_after(snapshot, state, innovation, indicator))


def _before_after(snapshot: Snapshot, state: State, innovation: str, indicator: str | None) -> BeforeAfter:
    named = {one.id: one for one in registry.registry(snapshot, state.kabupaten)}
    one, here = named[innovation], all_kabupaten()[state.kabupaten]
    recorded = [id_ for id_ in one.fields.get("indicators", ()) if id_ in catalogue().indicators]
    chosen = indicator if indicator in recorded else next(iter(recorded), None)
    start, on_trial = _start(one)
    areas = _areas_of(one, here)
    basis = Basis.SAMPLE if state.mode is Mode.SAMPLE else Basis.OFFICIAL
    found = BeforeAfter(one, chosen, start, on_trial, own=Group(areas), basis=basis)
    if chosen is None:
        return replace(found, unanswered=Unanswered.NO_INDICATOR)
    entry = catalogue().indicators[chosen]
    if not (entry.numerator and entry.denominator) or entry.interval is Interval.NONE:
        return replace(found, unanswered=Unanswered.NOT_PER_KECAMATAN)
    if entry.lowest_level is not Level.KECAMATAN:
        return replace(found, unanswered=Unanswered.NOT_PER_KECAMATAN)
    if start is None:
        return replace(found, unanswered=Unanswered.NO_START)
    if not areas:
        return replace(found, unanswered=Unanswered.NO_AREA)
    if state.first_month is None or state.newest_month is None:
        return replace(found, unanswered=Unanswered.NO_DATA)
    before, after, first_after = _windows(entry, start, Period(state.first_month.start, state.newest_month.end))
    if not before:
        return replace(found, unanswered=Unanswered.SHORT_BEFORE)
    if not after:
        return replace(found, unanswered=Unanswered.SHORT_AFTER, after_reports_of=first_after)
    copying = tuple(area for area in _copied_in(snapshot, one, here) if area not in areas)
    sums = _sums(snapshot, entry, state, [*before, *after])
    every = [area.code for area in here.kecamatan if area.code not in copying]

    def whole(windows: Sequence[Period], within: Iterable[str]) -> list[str]:
        return [area for area in within if all(window in sums.get(area, {}) for window in windows)]

    # A year further off that nobody has reported wholly must not take the nearer ones away.
    before = list(takewhile(lambda window: whole([window], areas), reversed(before)))[::-1]
    after = list(takewhile(lambda window: whole([window], areas), after))
    has = whole([*before, *after], areas)
    others = whole([*before, *after], (area for area in every if area not in areas))
    if not before or not after or not has:
        late = before and not after
        return replace(
            found,
            unanswered=Unanswered.SHORT_AFTER if late else Unanswered.LEFT_OUT,
            after_reports_of=first_after if late else None,
        )
    found = replace(
        found,
        own=_group(entry, has, sums, before, after),
        others=_group(entry, others, sums, before, after),
        copying=copying,
        left_out=tuple(area for area in every if area not in {*has, *others}),
        compared=min(len(before), len(after)),
    )
    if len(others) < catalogue().settings.outcome_areas:
        return replace(found, unanswered=Unanswered.NO_OTHERS)
    years = found.compared
    difference = _difference(entry, has, others, sums, before[-years:], after[:years])
    if difference is None:
        return replace(found, unanswered=Unanswered.TOO_FEW)
    earlier = _difference(entry, has, others, sums, before[-2:-1], before[-1:]) if len(before) > 1 else None
    return replace(found, difference=difference, earlier=earlier)


def _start(one: Innovation) -> tuple[Period | None, bool]:
    day = one.applied_from or one.trial_from
    return (None if day is None else Period.month(day.year, day.month)), one.applied_from is None and day is not None


def _areas_of(one: Innovation, here: Kabupaten) -> tuple[str, ...]:
    """The kecamatan that are recorded for it, and those of its puskesmas."""
    found = {*one.fields.get("kecamatan", ()), *_kecamatan_of(one.fields.get("facilities", ()), here)}
    return tuple(area.code for area in here.kecamatan if area.code in found)


def _copied_in(snapshot: Snapshot, one: Innovation, here: Kabupaten) -> tuple[str, ...]:
    """The kecamatan where it runs as a copy."""
    entries = registry.entries(snapshot, here.code).get(REPLICATIONS, ())
    copiers = [e.get("copier", "") for e in entries if e.get("innovation") == one.id and e["state"] == "done"]
    return tuple(sorted(set(_kecamatan_of(copiers, here))))


def _kecamatan_of(facilities: Iterable[str], here: Kabupaten) -> list[str]:
    return [here.kecamatan_of[id_] for id_ in facilities if id_ in here.kecamatan_of]


def _windows(entry: Indicator, start: Period, known: Period) -> tuple[list[Period], list[Period], Period]:
    """The years before and after, oldest first, within what is known; and the last month of the first year after."""
    most = catalogue().settings.outcome_years
    kinds = {catalogue().elements[id_].kind for id_ in (*entry.numerator, *entry.denominator)}
    if kinds & {Kind.CAMPAIGN, Kind.STOCK, Kind.ANNUAL_TARGET}:
        before = [Period.year(start.start.year - back) for back in range(most, 0, -1)]
        after = [Period.year(start.start.year + on) for on in range(1, most + 1)]
    else:
        before = [_year_from(start, -MONTHS * back) for back in range(most, 0, -1)]
        after = [_year_from(start, 1 + MONTHS * on) for on in range(most)]
    last = Period.month(after[0].end.year, after[0].end.month)
    return [w for w in before if known.contains(w)], [w for w in after if known.contains(w)], last


def _year_from(month: Period, shift: int) -> Period:
    """Twelve months from so many months after (before, where negative) this one."""

    def shifted(by: int) -> tuple[int, int]:
        number = month.start.year * 12 + month.start.month - 1 + by
        return number // 12, number % 12 + 1

    return Period.of_months(shifted(shift), shifted(shift + MONTHS - 1))


# Kecamatan -> window -> numerator and denominator.
_Sums = Mapping[str, Mapping[Period, tuple[float, float]]]


def _sums(snapshot: Snapshot, entry: Indicator, state: State, windows: Sequence[Period]) -> _Sums:
    """Sums over matched unit-months of windows with complete reports that the public may see."""
    rows = snapshot.rows(
        "indicator_values",
        indicators=[entry.id],
        kabupaten=state.kabupaten,
        level=str(Level.KECAMATAN),
        starts=[window.start for window in windows],
        ends=[window.end for window in windows],
    )
    closed = _closed(snapshot, entry, state, windows[0].start, windows[-1].end)
    by_window = {(pd.Timestamp(window.start), pd.Timestamp(window.end)): window for window in windows}
    found: dict[str, dict[Period, tuple[float, float]]] = {}
    for row in rows:
        if not row.complete or row.area in closed or pd.isna(row.numerator) or not row.denominator > 0:
            continue
        if entry.interval is Interval.PROPORTION and row.numerator > row.denominator:
            continue
        window = by_window[pd.Timestamp(row.period_start), pd.Timestamp(row.period_end)]
        found.setdefault(row.area, {})[window] = (float(row.numerator), float(row.denominator))
    return found


def _closed(snapshot: Snapshot, entry: Indicator, state: State, start: date, end: date) -> set[str]:
    elements = [id_ for id_ in (*entry.numerator, *entry.denominator) if is_protected(id_, Level.KECAMATAN)]
    if not elements:
        return set()
    reports = closed_reports(
        snapshot, elements=elements, kabupaten=state.kabupaten, level=Level.KECAMATAN, start=start, end=end
    )
    return {area for _, area, _ in reports}


def _group(
    entry: Indicator, areas: Sequence[str], sums: _Sums, before: Sequence[Period], after: Sequence[Period]
) -> Group:
    if not areas:
        return Group(())
    windows = [[_window(entry, areas, sums, window) for window in side] for side in (before, after)]
    return Group(tuple(areas), tuple(windows[0]), tuple(windows[1]))


def _window(entry: Indicator, areas: Sequence[str], sums: _Sums, period: Period) -> Window:
    numerator, denominator = (sum(sums[area][period][part] for area in areas) for part in (0, 1))
    settings = catalogue().settings
    bounds = interval_of(entry, numerator, denominator, settings.confidence)
    return Window(
        period=period,
        numerator=numerator,
        denominator=denominator,
        value=rate(entry, numerator, denominator),
        low=bounds.low if bounds else None,
        high=bounds.high if bounds else None,
        too_few=numerator < settings.few_events,
    )


def _difference(
    entry: Indicator,
    has: Sequence[str],
    others: Sequence[str],
    sums: _Sums,
    before: Sequence[Period],
    after: Sequence[Period],
) -> Difference | None:
    """Of the changes from one side to the other; None where a group has too few events on one of them."""
    areas = [*has, *others]
    (x0, n0), (x1, n1) = (
        tuple([sum(sums[area][window][part] for window in side) for area in areas] for part in (0, 1))
        for side in (before, after)
    )
    settings, own = catalogue().settings, [area in has for area in areas]
    cells = [
        sum(x for x, is_own in zip(events, own, strict=True) if is_own is group)
        for events in (x0, x1)
        for group in (True, False)
    ]
    if min(cells) < settings.few_events:
        return None
    if entry.interval is Interval.PROPORTION:
        return measures.of_shares(
            own=own,
            events_before=x0,
            trials_before=n0,
            events_now=x1,
            trials_now=n1,
            confidence=settings.confidence,
        )
    return measures.of_rates(
        own=own,
        events_before=x0,
        exposure_before=n0,
        events_now=x1,
        exposure_now=n1,
        confidence=settings.confidence,
    )
