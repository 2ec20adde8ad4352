"""What a briefing is asked for, shared by everything that makes a slide of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from indicators.areas import Kabupaten, all_kabupaten
from indicators.catalogue import catalogue
from indicators.charts.quality_note import quality_marks
from indicators.judgement.cards import Card, headline_cards
from indicators.judgement.values import State
from indicators.vocabulary import Audience, Basis, Mode, Period, Reader
from indicators.warehouse import Snapshot
from indicators.wording import briefing as say
from indicators.wording import judgement

_LONGEST_HEADLINE = 215
_BETWEEN_SENTENCES = re.compile(r"(?<=[.?]) (?=[A-Z∿])")


@dataclass(frozen=True)
class Asked:
    """One briefing: the data, of what, for whom. kecamatan: a code, None for the whole kabupaten."""

    snapshot: Snapshot
    state: State
    period: Period
    today: date
    audience: Audience
    reader: Reader
    kecamatan: str | None = None

    @property
    def here(self) -> Kabupaten:
        return all_kabupaten()[self.state.kabupaten]

    @property
    def area(self) -> str:
        return self.kecamatan or self.state.kabupaten

    @property
    def basis(self) -> Basis:
        """Of what is computed here."""
        return Basis.SAMPLE if self.state.mode is Mode.SAMPLE else Basis.OFFICIAL

    @property
    def sees_small_counts(self) -> bool:
        return self.reader is Reader.STAFF

    @cached_property
    def cards(self) -> tuple[Card, ...]:
        """The headline cards of the kabupaten."""
        return tuple(headline_cards(self.snapshot, state=self.state, period=self.period))

    def footer(self, source: str, basis: Basis | None, indicators: Iterable[str] = ()) -> str:
        """Source, basis, versions of data and rules, marks of these indicators that fail a check, period, for whom."""
        line = judgement.source_line(source, basis, self.state.version, rule=catalogue().settings.rule_version)
        marks = quality_marks(self.snapshot, indicators=indicators, state=self.state, period=self.period)
        return self.below(" · ".join([line, *marks]))

    def below(self, line: str) -> str:
        """The footer of a slide, of the line below a chart."""
        return say.footer(line, self.reader, self.period)


def headline(said: str) -> str:
    """As many whole sentences as a headline has room for, at least one."""
    first, *rest = in_sentences(said)
    for sentence in rest:
        if len(first) + len(sentence) + 1 > _LONGEST_HEADLINE:
            break
        first = f"{first} {sentence}"
    return first


def in_sentences(said: str) -> list[str]:
    """A text taken apart at the ends of its sentences, at least one."""
    return _BETWEEN_SENTENCES.split(said.strip())


def paragraphs(*lines: str) -> str:
    """Speaker notes: one paragraph a line, each said once."""
    return "\n".join(dict.fromkeys(line for line in lines if line))
