"""Which templates a kabupaten can choose: those of the catalogue, and those that staff have saved.

A saved one keeps slides, order and audience: numbers and sentences are those of the day on which it is used.
"""

from __future__ import annotations

from dataclasses import dataclass

from indicators.briefing.deck import Deck, arranged
from indicators.catalogue import catalogue
from indicators.judgement import innovations
from indicators.vocabulary import Audience
from indicators.warehouse import Snapshot

SAVED = "briefing_templates"


@dataclass(frozen=True)
class Template:
    """briefing: of the catalogue. audience, slides: None where the catalogue's own template leaves them open."""

    id: str
    label: str
    briefing: str
    audience: Audience | None = None
    slides: tuple[str, ...] | None = None

    @property
    def topics(self) -> frozenset[str]:
        """The topics with which its slides are asked for."""
        briefing = catalogue().briefings[self.briefing]
        if self.slides is None:
            return briefing.topics(default=True)
        return frozenset(topic for id_ in self.slides if (topic := briefing.slides[id_].topic))

    def applied(self, deck: Deck) -> Deck:
        """The deck with its slides only, in its order. Raises SpecError where none of them has anything to show."""
        if self.slides is None:
            return deck
        known = {slide.id for slide in deck.slides}
        return arranged(deck, order=tuple(id_ for id_ in self.slides if id_ in known))


def templates(snapshot: Snapshot, kabupaten: str) -> dict[str, Template]:
    """By id, those of the catalogue first; a saved one without any slide that still exists is left out."""
    shipped = [Template(id_, briefing.label, id_) for id_, briefing in catalogue().briefings.items()]
    entries = innovations.entries(snapshot, kabupaten).get(SAVED, ())
    saved = [found for fields in entries if (found := _saved(fields["id"], fields)) is not None]
    return {one.id: one for one in [*shipped, *sorted(saved, key=lambda one: one.label.casefold())]}


def slide_reference(briefing: str, slide: str) -> str:
    """How a saved template names a slide."""
    return f"{briefing}/{slide}"


def _saved(id_: str, fields: dict[str, object]) -> Template | None:
    named = [str(one).partition("/") for one in fields["slides"]]  # type: ignore[attr-defined]
    known = [(briefing, slide) for briefing, _, slide in named if slide in _slides(briefing)]
    if not known:
        return None
    briefing = known[0][0]
    slides = tuple(slide for of, slide in known if of == briefing)
    return Template(id_, str(fields["name"]), briefing, Audience(str(fields["audience"])), slides)


def _slides(briefing: str) -> frozenset[str]:
    found = catalogue().briefings.get(briefing)
    return frozenset(found.slides) if found else frozenset()
