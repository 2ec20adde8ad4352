"""Templates of briefings: which slides, in which order, for whom: `briefings/`."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import Field, model_validator

from indicators.catalogue.entry import Entry, Identifier
from indicators.vocabulary import Audience

Shown = Literal[
    "title", "decisions", "summary", "charts", "map", "area", "suggestions", "programmes", "proposals"
]  # fmt: skip


class AskedChart(Entry):
    """One question of `charts.questions`, and of which indicators it is asked; some questions name none."""

    question: Identifier
    indicators: tuple[Identifier, ...] = ()
    dimension: Identifier | None = None


class BriefingSlide(Entry):
    """One slide of a template.

    heading: a few words above the headline. topic: of the catalogue; a slide without one stays whatever topics are
    chosen. headline_of: the indicator whose sentence of the summary is the headline; else the first chart's finding.
    audiences: for whom it is made; everybody unless some are named. optional: shown only where its topic is named.
    """

    shows: Shown
    heading: str = ""
    topic: Identifier | None = None
    indicator: Identifier | None = None
    headline_of: Identifier | None = None
    charts: tuple[AskedChart, ...] = Field(default=(), max_length=2)
    audiences: tuple[Audience, ...] = tuple(Audience)
    optional: bool = False

    @model_validator(mode="after")
    def _complete(self) -> Any:
        if (self.shows == "charts") != bool(self.charts):
            raise ValueError("charts are named exactly where a slide shows charts")
        if (self.shows == "map") != bool(self.indicator):
            raise ValueError("an indicator is named exactly where a slide shows a map")
        if self.optional and self.topic is None:
            raise ValueError("an optional slide has the topic with which it is asked for")
        return self


class Briefing(Entry):
    """A template; title: of the deck, before the place."""

    id: Identifier
    order: int
    label: str
    title: str
    slides: dict[Identifier, BriefingSlide] = Field(min_length=1)

    def topics(self, *, default: bool = False) -> frozenset[str]:
        """What its slides are about; by default without what is shown only where it is asked for."""
        return frozenset(s.topic for s in self.slides.values() if s.topic and not (default and s.optional))
