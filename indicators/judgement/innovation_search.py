"""Innovations found by words, and by what is recorded of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from indicators.catalogue import catalogue
from indicators.judgement.innovations import Innovation

# A choice for those of which the thing asked about is not recorded.
NOT_RECORDED = "-"
_LIKENESS, _LEAST_LETTERS = 80, 4
_WORD = re.compile(r"\w+")


@dataclass(frozen=True)
class Wanted:
    """What an innovation is looked for by; empty asks nothing, `NOT_RECORDED` where nothing is recorded.

    words: all of them are found in its name, owner, summary, problem, or the names of its indicators; as the beginning
    of a word, or much like one. kabupaten, kecamatan: codes. recognition: a result (award, nominated, took_part).
    """

    words: str = ""
    kabupaten: str = ""
    indicator: str = ""
    stage: str = ""
    kecamatan: str = ""
    recognition: str = ""


def search(innovations: Iterable[Innovation], wanted: Wanted) -> list[Innovation]:
    """Those that fit all that is asked: words in the name first, then words as written, then words alike."""
    kept = [one for one in innovations if _fits(one, wanted)]
    asked = _WORD.findall(wanted.words.casefold())
    if not asked:
        return kept
    ranked = [(rank, one) for one in kept if (rank := _rank(one, asked)) is not None]
    return [one for _, one in sorted(ranked, key=lambda found: found[0])]


def _fits(one: Innovation, wanted: Wanted) -> bool:
    results = tuple(str(entry["result"]) for entry in one.recognitions)
    asked: tuple[tuple[str, Sequence[str]], ...] = (
        (wanted.kabupaten, (one.kabupaten,)),
        (wanted.indicator, one.indicators),
        (wanted.stage, (one.stage,) if one.stage else ()),
        (wanted.kecamatan, one.places),
        (wanted.recognition, results),
    )
    return all(not recorded if want == NOT_RECORDED else want in recorded for want, recorded in asked if want)


def _rank(one: Innovation, asked: Sequence[str]) -> int | None:
    """0 where every word is in the name, 1 where each is written somewhere, 2 where some are only alike; else None."""
    name = _tokens(f"{one.name} {one.text('long_name')}")
    if all(_begins(word, name) for word in asked):
        return 0
    labels = (f"{entry.label} {entry.short}" for id_ in one.indicators for entry in [catalogue().indicators[id_]])
    other = (one.text(column) for column in ("owner", "summary", "problem"))
    known = [*name, *_tokens(" ".join([*other, *labels]))]
    if all(_begins(word, known) for word in asked):
        return 1
    return 2 if all(_begins(word, known) or _alike(word, known) for word in asked) else None


def _tokens(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _begins(word: str, tokens: Sequence[str]) -> bool:
    return any(token.startswith(word) for token in tokens)


def _alike(word: str, tokens: Sequence[str]) -> bool:
    if len(word) < _LEAST_LETTERS:
        return False
    return process.extractOne(word, tokens, scorer=fuzz.ratio, score_cutoff=_LIKENESS) is not None
