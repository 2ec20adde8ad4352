"""The few numbers that stand out: over all indicators and kecamatan, with the false ones among them kept few.

Two questions are asked of everything at once: does a kecamatan differ from the rest of its kabupaten, and has a number
changed against the same months last year? What is believed is decided together (Benjamini-Hochberg), so that looking
at many things finds no more by chance. To find nothing is an answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from indicators.areas import all_kabupaten
from indicators.catalogue import Indicator, catalogue
from indicators.judgement.changes import Change, changes
from indicators.judgement.judged import Judged
from indicators.judgement.values import State, judge
from indicators.measures import funnel
from indicators.measures.discoveries import discoveries, rate_against_rest, share_against_rest, widened, z_scores
from indicators.vocabulary import Direction, Interval, Level, Period
from indicators.warehouse import Snapshot


class SignalKind(StrEnum):
    """AREA: beside the rest of its kabupaten. CHANGE: beside the same months last year."""

    AREA = "area"
    CHANGE = "change"


@dataclass(frozen=True)
class Signal:
    """One number that stands out.

    beside: what it is held against, in the indicator's unit: the value of the rest, or last year's.
    burden: how many events (people) more or fewer than there would be with that value; always above zero.
    p_value: two-sided, of this one comparison; for an area where all differ by more than chance, widened accordingly.
    """

    kind: SignalKind
    judged: Judged
    beside: float
    burden: float
    p_value: float
    better: bool

    @property
    def indicator(self) -> str:
        return self.judged.indicator

    @property
    def area(self) -> str:
        return self.judged.area

    @property
    def period(self) -> Period:
        """The month or months that the value stands on."""
        return self.judged.reference

    @property
    def of_kabupaten(self) -> bool:
        return self.area in all_kabupaten()

    @property
    def key(self) -> tuple[SignalKind, str, str, bool]:
        """What makes it the same signal at another time."""
        return self.kind, self.indicator, self.area, self.better


@dataclass(frozen=True)
class Signals:
    """What stands out, the largest burden first, and of how many comparisons."""

    worse: tuple[Signal, ...]
    better: tuple[Signal, ...]
    tested: int

    @property
    def all(self) -> tuple[Signal, ...]:
        return (*self.worse, *self.better)


@dataclass(frozen=True)
class SignalGroup:
    """Signals of one kind, indicator and side, told together: the kabupaten first, then by burden."""

    signals: tuple[Signal, ...]

    @property
    def burden(self) -> float:
        """Of the kabupaten where it is among them, since its kecamatan are part of it; else of all together."""
        first = self.signals[0]
        return first.burden if first.of_kabupaten else sum(signal.burden for signal in self.signals)


def signals(snapshot: Snapshot, *, state: State, period: Period) -> Signals:
    """What stands out in a kabupaten in a period."""

    def answer() -> Signals:
        if state.first_month is None:
            return Signals((), (), 0)
        ids = [entry.id for entry in catalogue().indicators.values() if is_asked(entry)]
        areas = judge(snapshot, indicators=ids, kabupaten=state.kabupaten, period=period, level=Level.KECAMATAN)
        moved = [
            change
            for level in (Level.KABUPATEN, Level.KECAMATAN)
            for change in changes(snapshot, indicators=ids, state=state, period=period, level=level).values()
        ]
        return find(areas, moved)

    return snapshot.keep(("signals", state.kabupaten, period), answer)


def find(areas: Iterable[Judged], moved: Iterable[Change]) -> Signals:
    """What stands out among values of areas, each against the rest of its indicator, and among changes.

    Every comparison that can be made counts towards how many false ones are to be expected, also those of few events,
    which are never named: to leave those out beforehand would choose by what was found.
    """
    rules = catalogue().settings
    by_indicator: dict[str, list[Judged]] = {}
    for judged in areas:
        if _can_be_compared(judged):
            by_indicator.setdefault(judged.indicator, []).append(judged)
    candidates = [signal for of_one in by_indicator.values() for signal in _against_rest(of_one)]
    candidates += _changed([change for change in moved if _has_a_side(change.now.indicator)])
    distinguishable = {(c.now.indicator, c.now.area) for c in moved if c.distinguishable}
    believed = discoveries([signal.p_value for signal in candidates], level=rules.false_discoveries)
    told = [
        signal
        for signal, yes in zip(candidates, believed, strict=True)
        if yes
        and (signal.judged.numerator or 0) >= rules.few_events
        and (signal.kind is SignalKind.AREA or (signal.indicator, signal.area) in distinguishable)
    ]
    told = _without_repetition(sorted(told, key=lambda signal: -signal.burden))
    return Signals(
        worse=tuple(signal for signal in told if not signal.better),
        better=tuple(signal for signal in told if signal.better),
        tested=sum(signal.p_value == signal.p_value for signal in candidates),
    )


def grouped(found: Sequence[Signal]) -> list[SignalGroup]:
    """Signals that are told in one sentence, the groups by burden."""
    groups: dict[tuple[SignalKind, str, bool], list[Signal]] = {}
    for signal in found:
        groups.setdefault((signal.kind, signal.indicator, signal.better), []).append(signal)
    ordered = [
        SignalGroup(tuple(sorted(group, key=lambda signal: (not signal.of_kabupaten, -signal.burden))))
        for group in groups.values()
    ]
    return sorted(ordered, key=lambda group: -group.burden)


def is_asked(indicator: Indicator) -> bool:
    """Whether chance has a part in it, and one side of it is better."""
    counted = bool(indicator.numerator) and (not indicator.denominator or indicator.interval is not Interval.NONE)
    return counted and indicator.direction is not Direction.NEUTRAL


def _has_a_side(indicator: str) -> bool:
    return catalogue().indicators[indicator].direction is not Direction.NEUTRAL


def _can_be_compared(judged: Judged) -> bool:
    """With all of its reports, a denominator, and no coverage above it."""
    entry = catalogue().indicators[judged.indicator]
    if judged.numerator is None or not judged.denominator or not judged.all_reported or not is_asked(entry):
        return False
    return entry.interval is not Interval.PROPORTION or judged.numerator <= judged.denominator


def _against_rest(areas: Sequence[Judged]) -> list[Signal]:
    """Each area of one indicator against all others of it; none where there are no others."""
    if len(areas) < 2:
        return []
    entry = catalogue().indicators[areas[0].indicator]
    x = np.array([j.numerator for j in areas], dtype=float)
    n = np.array([j.denominator for j in areas], dtype=float)
    rest_x, rest_n = x.sum() - x, n.sum() - n
    if entry.interval is Interval.POISSON:
        p = rate_against_rest(events=x, exposure=n, rest_events=rest_x, rest_exposure=rest_n)
    else:
        p = share_against_rest(events=x, trials=n, rest_events=rest_x, rest_trials=rest_n)
    p = widened(p, widening=_spread_of_rest(entry, x, n))
    expected = n * rest_x / rest_n
    return [
        Signal(
            kind=SignalKind.AREA,
            judged=judged,
            beside=float(rest_x[at] / rest_n[at]) * entry.multiplier,
            burden=float(abs(x[at] - expected[at])),
            p_value=float(p[at]),
            better=_is_better(entry, above=bool(x[at] > expected[at])),
        )
        for at, judged in enumerate(areas)
    ]


def _spread_of_rest(entry: Indicator, x: NDArray[np.float64], n: NDArray[np.float64]) -> list[float]:
    """For each area, by how much the others differ among themselves more than chance lets them.

    Without the area itself, since in a kabupaten of five kecamatan one that stands out would hide itself.
    """
    few = catalogue().settings.few_events
    share = entry.interval is Interval.PROPORTION
    found = []
    for at in range(x.size):
        others = np.arange(x.size) != at
        events, exposure = x[others], n[others]
        pooled = float(events.sum() / exposure.sum())
        if not 0 < pooled < (1 if share else np.inf):
            found.append(1.0)
            continue
        enough = (exposure * pooled >= few) & (exposure * (1 - pooled) >= few if share else True)
        spread = funnel.dispersion(
            model=entry.interval, events=events[enough], denominator=exposure[enough], pooled=pooled
        )
        found.append(spread.widening)
    return found


def _changed(moved: Sequence[Change]) -> list[Signal]:
    """Every change; those of kecamatan less surprising where the kecamatan's changes differ by more than chance."""
    every = [_of_change(change) for change in moved]
    by_indicator: dict[str, list[int]] = {}
    for at, signal in enumerate(every):
        if not signal.of_kabupaten and signal.p_value == signal.p_value:
            by_indicator.setdefault(signal.indicator, []).append(at)
    for places in by_indicator.values():
        p = np.array([every[at].p_value for at in places])
        rose = np.array([moved[at].rose for at in places])
        enough = [(moved[at].before.numerator or 0) >= catalogue().settings.few_events for at in places]
        z = z_scores(p, above=rose)
        for place, at in enumerate(places):
            others = np.array([one and other != place for other, one in enumerate(enough)])
            # Around their middle: that all have moved together is no difference between them.
            around = z[others] - np.median(z[others]) if others.any() else z[others]
            wide = widened(p[place], widening=funnel.dispersion_of(around).widening)
            every[at] = replace(every[at], p_value=float(wide))
    return every


def _of_change(change: Change) -> Signal:
    entry = catalogue().indicators[change.now.indicator]
    now, before = change.now, change.before
    x, expected = now.numerator or 0.0, before.numerator or 0.0
    if entry.denominator and before.denominator:
        expected *= (now.denominator or 0.0) / before.denominator
    return Signal(
        kind=SignalKind.CHANGE,
        judged=now,
        beside=before.value or 0.0,
        burden=abs(x - expected),
        p_value=change.p_value,
        better=_is_better(entry, above=change.rose),
    )


def _is_better(entry: Indicator, *, above: bool) -> bool:
    return above is (entry.direction is Direction.HIGHER_IS_BETTER)


def _without_repetition(largest_first: Iterable[Signal]) -> list[Signal]:
    """Without signals whose events are counted in a larger one of the same kind, area and side (AKN within AKB)."""
    told: list[Signal] = []
    seen: dict[tuple[object, ...], set[str]] = {}
    for signal in largest_first:
        entry = catalogue().indicators[signal.indicator]
        place = (signal.kind, signal.area, signal.better, entry.denominator)
        counted = seen.setdefault(place, set())
        if not counted & set(entry.numerator):
            told.append(signal)
            counted |= set(entry.numerator)
    return told
