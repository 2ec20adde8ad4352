"""A group of signals in one sentence: no screen, slide or export words it otherwise."""

from __future__ import annotations

from indicators.catalogue import catalogue
from indicators.judgement.signals import Signal, SignalGroup, SignalKind
from indicators.vocabulary import Basis, Direction
from indicators.wording import judgement
from indicators.wording import signals as wording


def sentence(group: SignalGroup) -> str:
    """Who stands out beside what, and how many people that is; on sample data it begins with `Contoh:`."""
    first = group.signals[0]
    entry = catalogue().indicators[first.indicator]
    above = first.better is (entry.direction is Direction.HIGHER_IS_BETTER)
    several = len(group.signals) > 1 and not first.of_kabupaten
    people = wording.people(group.burden, entry.numerator_label, more=above, together=several)
    if first.kind is SignalKind.AREA:
        named = [(signal.judged.area_name, _now(signal)) for signal in group.signals]
        beside = "" if several else _written(first, first.beside)
        said = wording.areas(entry.short, first.period, named, above=above, beside=beside, people=people)
    elif first.of_kabupaten:
        said = wording.changed_whole(
            entry.short,
            first.period,
            _written(first, first.beside),
            _now(first),
            rose=above,
            people=people,
            kecamatan=[signal.judged.area_name for signal in group.signals[1:]],
        )
    else:
        moved = [(s.judged.area_name, _written(s, s.beside), _now(s)) for s in group.signals]
        said = wording.changed_areas(entry.short, first.period, moved, rose=above, people=people)
    return f"{wording.SAMPLE}{said}" if first.judged.basis is Basis.SAMPLE else said


def _now(signal: Signal) -> str:
    return _written(signal, signal.judged.value or 0.0)


def _written(signal: Signal, value: float) -> str:
    entry = catalogue().indicators[signal.indicator]
    return judgement.value(value, entry.decimals if entry.denominator else 0, entry.unit)
