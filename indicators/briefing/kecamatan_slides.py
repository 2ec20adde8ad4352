"""The slide of one kecamatan: in the deck of its puskesmas, and of every kecamatan for what a discussion turns to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from indicators.briefing.asked import Asked, headline, paragraphs
from indicators.briefing.deck import Deck, Slide, TableBody
from indicators.catalogue import BriefingSlide, Indicator
from indicators.charts.of_area import compared_indicators
from indicators.judgement import sentences
from indicators.judgement.judged import Absence, Judged
from indicators.judgement.scorecard import Scorecard, scorecard
from indicators.judgement.values import judge, state_of
from indicators.vocabulary import Basis, Level
from indicators.warehouse import Snapshot
from indicators.wording import briefing as say
from indicators.wording import judgement, numbers
from indicators.wording.scorecard import STANDING

_MOST_INDICATORS = 8


def area(asked: Asked, id_: str, entry: BriefingSlide) -> Slide | None:
    """One kecamatan beside its kabupaten, headline indicators first. None without a chosen kecamatan."""
    return _slide(asked, id_, _compared(asked)) if asked.kecamatan else None


def every_kecamatan(snapshot: Snapshot, deck: Deck) -> tuple[Slide, ...]:
    """A slide a kecamatan of the deck's kabupaten, in its order, for the deck's reader. Their ids are the codes.

    snapshot: of the deck's own version.
    """
    state = state_of(snapshot, kabupaten=deck.kabupaten)
    asked = Asked(snapshot, state, deck.period, deck.made, deck.audience, deck.reader)
    found = _compared(asked)
    return tuple(_slide(replace(asked, kecamatan=one.code), one.code, found) for one in asked.here.kecamatan)


@dataclass(frozen=True)
class _Compared:
    """card: what the public may see, and where each value stands; local: the values as the deck's reader sees them."""

    indicators: tuple[Indicator, ...]
    card: Scorecard
    local: Mapping[tuple[str, str], Judged]


def _compared(asked: Asked) -> _Compared:
    entries = sorted(compared_indicators(), key=lambda entry: entry.headline is None)[:_MOST_INDICATORS]
    ids = [entry.id for entry in entries]
    card = scorecard(asked.snapshot, indicators=ids, state=asked.state, period=asked.period)
    local = {key: cell.judged for key, cell in card.cells.items()}
    if asked.sees_small_counts:
        found = judge(
            asked.snapshot,
            indicators=ids,
            kabupaten=asked.state.kabupaten,
            period=asked.period,
            level=Level.KECAMATAN,
            may_see_small_cells=True,
        )
        local = {(judged.area, judged.indicator): judged for judged in found}
    return _Compared(tuple(entries), card, local)


def _slide(asked: Asked, id_: str, found: _Compared) -> Slide:
    assert asked.kecamatan is not None
    local = [found.local[asked.kecamatan, entry.id] for entry in found.indicators]
    told = sentences.of_kecamatan(asked.snapshot, state=asked.state, period=asked.period, kecamatan=asked.kecamatan)
    bases = [judged.basis for judged in local if judged.basis]
    basis = Basis.weakest(*bases) if bases else None
    return Slide(
        id=id_,
        topic=say.kecamatan_topic(asked.here.name_of(asked.kecamatan), asked.period),
        headline=headline(told),
        body=TableBody(
            columns=say.AREA_COLUMNS,
            rows=tuple(_row(entry, judged, found) for entry, judged in zip(found.indicators, local, strict=True)),
            shares=(0.21, 0.13, 0.21, 0.17, 0.13, 0.15),
            numeric=(1, 2, 3, 4),
        ),
        footer=asked.footer(
            numbers.listed(list(dict.fromkeys(entry.source for entry in found.indicators))),
            basis,
            [entry.id for entry in found.indicators],
        ),
        notes=paragraphs(told, *(sentences.of_judged(judged) for judged in local)),
        sample=basis is Basis.SAMPLE,
    )


def _row(entry: Indicator, local: Judged, found: _Compared) -> tuple[str, ...]:
    return (
        say.of_month(entry.short, local.reference) if local.reference != local.period else entry.short,
        _value(entry, local),
        numbers.interval(local.low, local.high, entry.decimals),
        say.counted_of(local.numerator, local.denominator) if local.numerator is not None else numbers.number(None),
        _value(entry, found.card.whole[entry.id]),
        STANDING[found.card.cells[local.area, entry.id].standing],
    )


def _value(entry: Indicator, judged: Judged) -> str:
    if judged.value is None:
        return sentences.ABSENCE[judged.absence or Absence.NOT_SENT]
    short = entry.unit if entry.unit == "persen" else ""
    return judgement.value(judged.value, entry.decimals, short)
