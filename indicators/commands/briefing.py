"""`briefing`: the slides of a meeting as one file."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from pathlib import Path

from indicators import warehouse
from indicators.areas import Kabupaten, clock
from indicators.briefing.deck import Deck
from indicators.briefing.rakor import rakor_deck
from indicators.briefing.templates import Template, templates
from indicators.catalogue import catalogue
from indicators.charts.spec import SpecError
from indicators.commands import given, identity, output
from indicators.commands.refusal import Misused, Refused
from indicators.vocabulary import Audience, Reader
from indicators.whole_file import write_whole
from indicators.wording import commands as say
from indicators.wording import judgement


def run(asked: Namespace) -> None:
    """Raises Refused, Misused."""
    here, kecamatan = given.area(asked.area)
    period, out = given.period(asked.period), Path(asked.out)
    for topic in asked.topic:
        _known(topic, list(catalogue().topics), say.BRIEFING_TOPIC_UNKNOWN)
    _known(out.suffix.lower(), list(_WRITERS), say.BRIEFING_OUT_UNKNOWN)
    unsuppressed = identity.sees_small_counts(asked.acting_as, here.code)
    try:
        warehouse.ensure_filled()
        template = _template(asked.template, here.code)
        deck = rakor_deck(
            warehouse.current(),
            kabupaten=here.code,
            period=period,
            today=clock.today(here),
            audience=_audience(asked.audience or (None if kecamatan else template.audience), kecamatan),
            reader=Reader.STAFF if unsuppressed else Reader.PUBLIC,
            kecamatan=kecamatan,
            topics=asked.topic or template.topics,
            template=template.briefing,
        )
        deck = template.applied(deck)
    except SpecError as error:
        raise Refused(say.BRIEFING_NOTHING.format(given=asked.template)) from error
    write_whole(out, _WRITERS[out.suffix.lower()](deck, asked, here))
    mark = f" · {judgement.SAMPLE_MARK}" if deck.sample else ""
    output.write(say.BRIEFING_DONE.format(file=out, slides=len(deck.slides), version=deck.version, mark=mark))


def _pptx(deck: Deck, asked: Namespace, here: Kabupaten) -> bytes:
    # Imported here: each format brings its own libraries.
    from indicators.briefing.pptx import to_pptx
    from indicators.render.pptx_master import TemplateError

    path = Path(asked.master) if asked.master else here.slides_path
    template = path.read_bytes() if asked.master or path.exists() else None
    try:
        return to_pptx(deck, ratio=asked.ratio, template=template)
    except TemplateError as error:
        raise Refused(say.BRIEFING_MASTER_BAD.format(file=path)) from error


def _pdf(deck: Deck, asked: Namespace, here: Kabupaten) -> bytes:
    from indicators.briefing.pdf import to_pdf

    return to_pdf(deck, ratio=asked.ratio)


def _html(deck: Deck, asked: Namespace, here: Kabupaten) -> bytes:
    from indicators.briefing.html import to_html
    from indicators.briefing.kecamatan_slides import every_kecamatan

    return to_html(deck, every_kecamatan(warehouse.at(deck.version), deck)).encode()


_WRITERS: dict[str, Callable[[Deck, Namespace, Kabupaten], bytes]] = {".pptx": _pptx, ".pdf": _pdf, ".html": _html}


def _template(given: str, kabupaten: str) -> Template:
    """By its id, or by the name under which it was saved."""
    known = templates(warehouse.current(), kabupaten)
    found = known.get(given) or next((one for one in known.values() if one.label.casefold() == given.casefold()), None)
    if found is None:
        raise Misused(say.BRIEFING_TEMPLATE_UNKNOWN.format(given=given, known=", ".join(known)))
    return found


def _audience(given: str | None, kecamatan: str | None) -> Audience:
    audience = Audience(given) if given else Audience.PUSKESMAS if kecamatan else Audience.CROSS_SECTOR
    if (audience is Audience.PUSKESMAS) != (kecamatan is not None):
        raise Misused(say.BRIEFING_AUDIENCE_AREA)
    return audience


def _known(given: str, known: list[str], refusal: str) -> None:
    if given not in known:
        raise Misused(refusal.format(given=given, known=", ".join(known)))
