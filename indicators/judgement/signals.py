"""The few numbers that stand out: over all indicators and kecamatan, with the false ones among them kept few.

Two questions are asked of everything at once: does a kecamatan differ from the rest of its kabupaten, and has a number
changed against the same months last year? What is believed is decided together (Benjamini-Hochberg), so that looking
at many things finds no more by chance. To find nothing is an answer.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from indicators.areas import all_kabupaten
from indicators.catalogue import Indicator, catalogue
from indicators.judgement.changes import Change, changes
from indicators.judgement.judged import Judged
from indicators.judgement.suppression import is_protected
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
    of_kabupaten: bool = False

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
        # The same is told to every reader, so nothing of a kecamatan that only some may see.
        below = [id_ for id_ in ids if not _is_protected(catalogue().indicators[id_])]
        areas = judge(snapshot, indicators=below, kabupaten=state.kabupaten, period=period, level=Level.KECAMATAN)
        moved = [
            change
            for level, asked in ((Level.KABUPATEN, ids), (Level.KECAMATAN, below))
            for change in changes(snapshot, indicators=asked, state=state, period=period, level=level).values()
        ]
        return find(areas, moved)

    return snapshot.keep(("signals", state.kabupaten, period), answer)


def find(areas: Iterable[Judged], moved: Iterable[Change]) -> Signals:
    """What stands out among values of areas, each against the rest of its indicator, and among changes.

    Every comparison that can be made counts towards how many false ones are to be expected, also those of few events,
    which are never named: to leave those out beforehand would choose by what was found.
    """
    rules = catalogue().settings
    candidates = _against_rest([judged for judged in areas if _can_be_compared(judged)])
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


def _is_protected(indicator: Indicator) -> bool:
    return any(is_protected(element, Level.KECAMATAN) for element in (*indicator.numerator, *indicator.denominator))


def _has_a_side(indicator: str) -> bool:
    return catalogue().indicators[indicator].direction is not Direction.NEUTRAL


def _can_be_compared(judged: Judged) -> bool:
    """With all of its reports, a denominator, and no coverage above it."""
    entry = catalogue().indicators[judged.indicator]
    if judged.numerator is None or not judged.denominator or not judged.all_reported or not is_asked(entry):
        return False
    return entry.interval is not Interval.PROPORTION or judged.numerator <= judged.denominator


@dataclass(frozen=True)
class _Table:
    """Areas of several indicators, one a place: their counts, those of the rest, and which places are one indicator."""

    areas: Sequence[Judged]
    x: NDArray[np.float64]
    n: NDArray[np.float64]
    rest_x: NDArray[np.float64]
    rest_n: NDArray[np.float64]
    places: Mapping[str, NDArray[np.int_]]


def _against_rest(areas: Sequence[Judged]) -> list[Signal]:
    """Each area against all others of its indicator; none where there are no others."""
    found: list[Signal] = []
    for model, test in ((Interval.POISSON, rate_against_rest), (Interval.PROPORTION, share_against_rest)):
        of_model = [j for j in areas if catalogue().indicators[j.indicator].interval is model]
        table = _table(of_model)
        # All at once: the tails of many are added up as fast as those of one.
        p = test(table.x, table.n, table.rest_x, table.rest_n)
        for indicator, places in table.places.items():
            entry = catalogue().indicators[indicator]
            for at in places:
                if p[at] <= catalogue().settings.false_discoveries:
                    p[at] = widened(p[at], widening=_spread_of_rest(entry, table, places[places != at]))
                expected = table.n[at] * table.rest_x[at] / table.rest_n[at]
                found.append(
                    Signal(
                        kind=SignalKind.AREA,
                        judged=table.areas[at],
                        beside=float(table.rest_x[at] / table.rest_n[at]) * entry.multiplier,
                        burden=float(abs(table.x[at] - expected)),
                        p_value=float(p[at]),
                        better=_is_better(entry, above=bool(table.x[at] > expected)),
                    )
                )
    return found


def _table(areas: Sequence[Judged]) -> _Table:
    """Those of these areas whose indicator has another area to be compared with."""
    together: dict[str, list[Judged]] = {}
    for judged in areas:
        together.setdefault(judged.indicator, []).append(judged)
    several = [judged for of_one in together.values() if len(of_one) > 1 for judged in of_one]
    x = np.array([j.numerator for j in several], dtype=float)
    n = np.array([j.denominator for j in several], dtype=float)
    rest_x, rest_n = np.zeros_like(x), np.zeros_like(n)
    places, first = {}, 0
    for indicator, of_one in together.items():
        if len(of_one) > 1:
            at = np.arange(first, first + len(of_one))
            rest_x[at], rest_n[at] = x[at].sum() - x[at], n[at].sum() - n[at]
            places[indicator], first = at, first + len(of_one)
    return _Table(several, x, n, rest_x, rest_n, places)


def _spread_of_rest(entry: Indicator, table: _Table, rest: NDArray[np.int_]) -> float:
    """By how much these areas differ among themselves more than chance lets them; 1 where they do not.

    They are those beside the area in question: in a kabupaten of five kecamatan one that stands out would hide itself.
    """
    few, share = catalogue().settings.few_events, entry.interval is Interval.PROPORTION
    x, n = table.x[rest], table.n[rest]
    pooled = float(x.sum() / n.sum())
    if not 0 < pooled < (1 if share else np.inf):
        return 1.0
    enough = (n * pooled >= few) & (n * (1 - pooled) >= few if share else True)
    return funnel.dispersion(model=entry.interval, events=x[enough], denominator=n[enough], pooled=pooled).widening


def _changed(moved: Sequence[Change]) -> list[Signal]:
    """Every change; that of a kecamatan less surprising where the others' changes differ by more than chance."""
    settings, kabupaten = catalogue().settings, set(all_kabupaten())
    every = [_of_change(change, whole=change.now.area in kabupaten) for change in moved]
    z = z_scores([signal.p_value for signal in every], above=[change.rose for change in moved])
    by_indicator: dict[str, list[int]] = {}
    for at, (signal, change) in enumerate(zip(every, moved, strict=True)):
        if not signal.of_kabupaten and (change.before.numerator or 0) >= settings.few_events:
            by_indicator.setdefault(signal.indicator, []).append(at)
    for at, signal in enumerate(every):
        if not signal.of_kabupaten and signal.p_value <= settings.false_discoveries:
            rest = z[[other for other in by_indicator.get(signal.indicator, ()) if other != at]]
            # Around their middle: that all have moved together is no difference between them.
            spread = funnel.dispersion_of(rest - np.median(rest) if rest.size else rest)
            every[at] = replace(signal, p_value=float(widened(signal.p_value, widening=spread.widening)))
    return every


def _of_change(change: Change, *, whole: bool) -> Signal:
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
        of_kabupaten=whole,
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
