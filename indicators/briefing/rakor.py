"""A briefing from its template: which slides there are, in order, for one audience, topics and reader."""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import date

from indicators.areas import all_kabupaten
from indicators.briefing import chart_slides, fixed_slides, kecamatan_slides, meeting_slides
from indicators.briefing.asked import Asked
from indicators.briefing.deck import Deck, Slide
from indicators.catalogue import Briefing, BriefingSlide, catalogue
from indicators.judgement.values import state_of
from indicators.vocabulary import Audience, Period, Reader
from indicators.warehouse import Snapshot

_MAKERS: dict[str, Callable[[Asked, str, BriefingSlide], Slide | None]] = {
    "decisions": meeting_slides.last_decisions,
    "summary": fixed_slides.summary,
    "charts": chart_slides.charts,
    "map": chart_slides.area_map,
    "area": kecamatan_slides.area,
    "suggestions": meeting_slides.suggestions,
    "programmes": meeting_slides.programmes,
    "proposals": fixed_slides.proposals,
}


def rakor_deck(
    snapshot: Snapshot,
    *,
    kabupaten: str,
    period: Period,
    today: date,
    audience: Audience = Audience.CROSS_SECTOR,
    reader: Reader = Reader.PUBLIC,
    kecamatan: str | None = None,
    topics: Collection[str] | None = None,
    template: str = "rakor",
) -> Deck:
    """The slides of a template that have something to show, in its order.

    kecamatan: for the puskesmas of one; ignored for any other audience. topics: ids of the catalogue; unless some are
    named, all but those of optional slides. A slide without a topic always stays. Raises KeyError for an unknown
    kabupaten, kecamatan or template.
    """
    briefing, here = catalogue().briefings[template], all_kabupaten()[kabupaten]
    about = briefing.topics(default=True) if topics is None else topics
    below = kecamatan if audience is Audience.PUSKESMAS else None
    if below is not None and below not in {area.code for area in here.kecamatan}:
        raise KeyError(below)
    asked = Asked(snapshot, state_of(snapshot, kabupaten=kabupaten), period, today, audience, reader, below)
    wanted = {
        id_: entry
        for id_, entry in briefing.slides.items()
        if audience in entry.audiences and (entry.topic is None or entry.topic in about)
    }
    return Deck(
        kabupaten=kabupaten,
        place=here.name,
        kecamatan=below,
        period=period,
        audience=audience,
        reader=reader,
        title=f"{briefing.title} {here.name}",
        made=today,
        version=snapshot.version,
        rule=catalogue().settings.rule_version,
        mode=asked.state.mode,
        slides=tuple(slide for id_, entry in wanted.items() if (slide := _slide(asked, id_, entry, briefing))),
    )


def _slide(asked: Asked, id_: str, entry: BriefingSlide, briefing: Briefing) -> Slide | None:
    if entry.shows == "title":
        return fixed_slides.title(asked, id_, briefing)
    maker = _MAKERS.get(entry.shows)
    return maker(asked, id_, entry) if maker else None
