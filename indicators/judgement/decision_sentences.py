"""What is said of a decision's indicator since the meeting: on the page, in the minutes and on slides alike."""

from __future__ import annotations

from indicators.areas import all_kabupaten
from indicators.catalogue import Indicator, catalogue
from indicators.judgement.change_sentences import words_of
from indicators.judgement.decisions import Decision
from indicators.judgement.judged import Judged
from indicators.vocabulary import Basis
from indicators.wording import decisions as say
from indicators.wording import judgement
from indicators.wording import signals as signal_words


def movement(decision: Decision, kabupaten: str) -> str:
    """What moved, and the numbers behind it, in one sentence. Without a linked indicator it says so."""
    finding, numbers = moved(decision, kabupaten)
    return f"{finding}. {numbers}." if numbers else finding


def moved(decision: Decision, kabupaten: str) -> tuple[str, str]:
    """What is found, of sample data beginning with `Contoh:`; and the numbers behind it, empty where there are none."""
    entry = catalogue().indicators.get(decision.indicator or "")
    if entry is None:
        return say.NO_INDICATOR, ""
    here = all_kabupaten()[kabupaten]
    place = say.in_kecamatan(here.name_of(decision.kecamatan)) if decision.kecamatan else say.WHOLE
    change = decision.moved.change
    if change is None:
        return say.not_moved(entry.short, place, say.UNMOVED[decision.moved.why or ""]), ""
    words = words_of(change)
    before = _value(entry, change.before)
    return (
        (signal_words.SAMPLE if change.now.basis is Basis.SAMPLE else "")
        + say.moved(entry.short, place, words.said, change.better),
        say.behind(change.now.reference, _value(entry, change.now), change.before.reference, before, words.interval),
    )


def _value(entry: Indicator, judged: Judged) -> str:
    """With the count behind a rate: half as many may be one instead of two."""
    if not entry.denominator:
        return judgement.value(judged.value, 0, entry.unit)
    value = judgement.value(judged.value, entry.decimals, entry.unit)
    return f"{value} ({judgement.behind(judged.numerator or 0, entry.numerator_label, None, '')})"
