"""A deck as a PowerPoint file, made without a browser: native charts, tables and map shapes, notes, alternatives."""

from __future__ import annotations

import io
import logging
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.oxml import parse_xml

from indicators.areas import all_kabupaten, boundaries
from indicators.briefing.deck import (
    Body,
    BulletsBody,
    CardsBody,
    ChartBody,
    Deck,
    Figure,
    MapBody,
    Slide,
    TableBody,
    TitleBody,
)
from indicators.charts.funnel import FunnelSpec
from indicators.charts.spec import ChartSpec, Role
from indicators.render.pptx_chart import colour_of, native_charts
from indicators.render.pptx_chart_xml import NativeChart, chart_xml, text_properties
from indicators.render.pptx_funnel import native_funnel
from indicators.render.pptx_map import draw_legend, draw_map, legend_height
from indicators.render.pptx_master import Box, Master, Ratio, TemplateError, master, place
from indicators.render.pptx_shapes import Line, describe, framed, sample_mark, take_over, text_box, write
from indicators.render.pptx_table import draw_table
from indicators.render.pptx_workbook import workbook
from indicators.render.slide_text import LINE_HEIGHT, height, largest, whole_sentences, width
from indicators.vocabulary import Status
from indicators.wording import briefing as say
from indicators.wording import judgement
from indicators.wording import pages as page_words

_LOG = logging.getLogger(__name__)
# In points, largest first.
_HEADLINES, _TITLES, _BULLETS, _BESIDE = (28, 26, 24, 22, 20), (44, 40, 36, 32, 28), (24, 22, 20, 18), (20, 18)
_TOPIC, _TEXT, _FOOTER, _CHART, _SMALL_CHART = 18, 18, 14, 18, 16
_GREEN, _RED, _GREY = colour_of(Role.BETTER), colour_of(Role.WORSE), "59616C"
_TOPIC_COLOUR = colour_of(Role.COMPUTED)
_STATUS_COLOURS = {
    Status.MET: _GREEN,
    Status.LIKELY_MET: _GREEN,
    Status.NOT_MET: _RED,
    Status.LIKELY_NOT_MET: _RED,
}
_AMOUNTS = (32, 28, 24)
_MAP_SHARE = 0.58
_UNDER_HEADLINE, _HEADLINE_ROOM = 14.0, 116.0


def to_pptx(deck: Deck, *, ratio: Ratio = "16:9", template: bytes | None = None) -> bytes:
    """The file. template: a kabupaten's own presentation, which gives size and look instead. Raises TemplateError."""
    ours = master(ratio, template)
    presentation = ours.presentation
    for number, slide in enumerate(deck.slides, start=1):
        _add(ours, slide, number, deck.place)
    about = presentation.core_properties
    about.title, about.language, about.author = deck.title, "id-ID", page_words.PRODUCT
    about.subject = deck.slides[0].footer
    about.comments = ""
    content = io.BytesIO()
    presentation.save(content)
    return content.getvalue()


def to_pptx_in_any_look(deck: Deck, *, ratio: Ratio, template: bytes | None) -> bytes:
    """As `to_pptx`, but in our own look where the template cannot be used: a meeting does not wait for a logo."""
    try:
        return to_pptx(deck, ratio=ratio, template=template)
    except TemplateError as error:
        _LOG.warning("slides.pptx of %s cannot be used: %s", deck.kabupaten, error)
        return to_pptx(deck, ratio=ratio)


def _add(ours: Master, slide: Slide, number: int, where: str) -> None:
    first = isinstance(slide.body, TitleBody)
    added = ours.presentation.slides.add_slide(ours.title_layout if first else ours.layout)
    for shape in [s for s in added.placeholders if s.placeholder_format.idx != 0]:
        shape._element.getparent().remove(shape._element)
    if isinstance(slide.body, TitleBody):
        _write_title(added, ours, slide, slide.body)
    else:
        _draw(added, _below(ours, _write_headline(added, ours, slide)), slide.body, where)
    _write_footer(added, ours, slide, number)
    if slide.sample:
        sample_mark(added, Box(ours.headline.left, ours.body.top, ours.headline.width, ours.body.height))
    added.notes_slide.notes_text_frame.text = "\n".join(filter(None, (slide.notes, slide.footer)))


def _below(ours: Master, used: float) -> Box:
    """What a headline of this height leaves to the body."""
    top = ours.headline.top + used + _UNDER_HEADLINE
    return Box(ours.body.left, top, ours.body.width, ours.body.top + ours.body.height - top)


def _draw(added: Any, box: Box, body: Body, where: str) -> None:
    if isinstance(body, CardsBody):
        _draw_cards(added, box, body.cards)
    elif isinstance(body, ChartBody):
        _draw_charts(added, box, body.charts, known=f", {where}")
    elif isinstance(body, MapBody):
        _draw_map(added, box, body)
    elif isinstance(body, TableBody):
        _draw_table(added, box, body)
    elif isinstance(body, BulletsBody):
        _draw_bullets(added, box, body.bullets, _BULLETS)


def _write_title(added: Any, ours: Master, slide: Slide, body: TitleBody) -> None:
    inside = ours.headline.width
    size = largest(slide.headline, inside, 160, _TITLES, bold=True)
    title = added.shapes.title
    place(title, Box(ours.headline.left, ours.headline.top + 90, inside, 160))
    write(title.text_frame, [Line(slide.headline, size, bold=True)])
    describe(title, name="Judul", text=slide.headline)
    lines = [Line(line, 24, after=6) for line in body.lines]
    text_box(added, Box(ours.headline.left, ours.headline.top + 265, inside, 130), lines, name="Keterangan")


def _write_headline(added: Any, ours: Master, slide: Slide) -> float:
    """The topic and the finding, both in the title placeholder, so that the outline view reads like the deck.

    Returns the height that they take, in points.
    """
    box = ours.headline
    topic = [Line(slide.topic, _TOPIC, bold=True, colour=_TOPIC_COLOUR)] if slide.topic else []
    # A foreign template's title may be low; what is shown begins where the headline ends.
    high = max(box.height, _HEADLINE_ROOM)
    room = high - (_TOPIC * LINE_HEIGHT if topic else 0)
    # Two lines of smaller letters rather than three: the room belongs to what is shown.
    size = largest(slide.headline, box.width, min(room, 2 * _HEADLINES[-2] * LINE_HEIGHT), _HEADLINES, bold=True)
    said = whole_sentences(slide.headline, size, box.width, room, bold=True)
    title = added.shapes.title
    write(title.text_frame, [*topic, Line(said, size, bold=True)])
    describe(title, name="Temuan", text=slide.headline)
    used = high - room + height(said, size, box.width, bold=True)
    place(title, Box(box.left, box.top, box.width, used))
    return used


def _write_footer(added: Any, ours: Master, slide: Slide, number: int) -> None:
    """Source, basis, versions and reader. Only a long source is cut, and then stands whole in the notes."""
    said = _footer_that_fits(slide.footer, ours.footer)
    lines = [Line(said, _FOOTER, colour=_GREY)]
    shape = take_over(added, PP_PLACEHOLDER.FOOTER, ours.footer, name="Sumber")
    if shape is None:
        text_box(added, ours.footer, lines, name="Sumber")
    else:
        write(shape.text_frame, lines)
        describe(shape, name="Sumber", text=slide.footer)
    counted = take_over(added, PP_PLACEHOLDER.SLIDE_NUMBER, ours.number, name="Nomor slide")
    if counted is not None:
        describe(counted, name="Nomor slide", text=str(number))


def _footer_that_fits(footer: str, box: Box) -> str:
    source, *rest = footer.split(" · ")
    words = source.split(" ")
    while len(words) > 1 and height(" · ".join([" ".join(words), *rest]), _FOOTER, box.width) > box.height:
        words = [*words[:-2], "…"]
    return " · ".join([" ".join(words), *rest])


def _draw_cards(added: Any, box: Box, cards: Sequence[Figure]) -> None:
    across = min(len(cards), 3 if len(cards) != 4 else 2)
    rows = -(-len(cards) // across)
    places = [cell for row in box.rows(rows) for cell in row.columns(across, gap=12)]
    for card, cell in zip(cards, places, strict=False):
        framed(added, cell, _card_lines(card, cell.width - 20, cell.height - 12), name=card.label)


def _card_lines(card: Figure, room: float, high: float) -> list[Line]:
    """As many of its lines as the card has room for, most important first; the rest is in the notes."""
    amount = f"{card.value} {card.unit}".strip()
    label = f"{card.label} · {card.mark}" if card.mark else card.label
    icon = f"{judgement.STATUS_ICON[card.status]} " if card.status else ""
    lines = [
        Line(label, _TEXT, bold=True, colour=_TOPIC_COLOUR),
    ]
    # In one line where both fit in large letters, else the unit below the number.
    if width(amount, _AMOUNTS[-1], bold=True) <= room:
        lines.append(Line(amount, largest(amount, room, _AMOUNTS[0] * LINE_HEIGHT, _AMOUNTS, bold=True), bold=True))
    else:
        lines += [Line(card.value, _AMOUNTS[0], bold=True), Line(card.unit, _TEXT)]
    colour = _STATUS_COLOURS.get(card.status, _GREY) if card.status else _GREY
    more = [Line(f"{icon}{card.judged}", _TEXT, bold=bool(card.status), colour=colour)] if card.judged else []
    more += [Line(line, _TEXT) for line in card.lines]
    left = high - sum(_height(line, room) for line in lines)
    if card.status and more and _height(more[0], room) > left:
        more[0] = replace(more[0], text=f"{icon}{judgement.STATUS[card.status]}")
    for line in more:
        if _height(line, room) <= left:
            left -= _height(line, room)
            lines.append(line)
    return lines


def _height(line: Line, room: float) -> float:
    return height(line.text, line.size, room, bold=line.bold)


def _draw_charts(added: Any, box: Box, specs: Sequence[ChartSpec | FunnelSpec], *, known: str) -> None:
    alone = len(specs) == 1
    for spec, place_of in zip(specs, box.columns(len(specs)), strict=True):
        panels = 1 if isinstance(spec, FunnelSpec) else len(spec.all_panels)
        size = _CHART if alone and panels == 1 else _SMALL_CHART
        cells = place_of.columns(panels, gap=8)
        wide, high = cells[0].width, cells[0].height
        if isinstance(spec, FunnelSpec):
            charts = [native_funnel(spec, size=size, wide=wide, high=high, known=known)]
        else:
            charts = native_charts(spec, size=size, wide=wide, high=high, known=known)
        for chart, cell in zip(charts, cells, strict=True):
            _add_chart(added, cell, chart, alt=spec.alt)


def _add_chart(added: Any, box: Box, chart: NativeChart, *, alt: str) -> None:
    """python-pptx makes the parts of a chart and their relations; what they hold is ours."""
    data = CategoryChartData()
    data.categories = ["-"]
    data.add_series("-", [0])
    frame = added.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, 0, 0, 0, 0, data)
    place(frame, box)
    describe(frame, name=chart.title.split("\n")[0], text=alt)
    part = frame.chart.part
    part.chart_workbook.update_from_xlsx_blob(workbook(chart))
    space = part._element
    for old in space.xpath("c:chart | c:txPr"):
        space.remove(old)
    before = space.xpath("c:externalData")[0]
    before.addprevious(parse_xml(chart_xml(chart)))
    before.addprevious(parse_xml(text_properties(chart.size)))


def _draw_map(added: Any, box: Box, body: MapBody) -> None:
    spec = body.map
    map_box = Box(box.left, box.top, box.width * _MAP_SHARE, box.height)
    right = Box(box.left + map_box.width + 16, box.top, box.width - map_box.width - 16, box.height)
    draw_map(added, spec, map_box, boundaries=boundaries(all_kabupaten()[spec.kabupaten]))
    below = legend_height(spec, _TEXT) + _TEXT * LINE_HEIGHT
    said = Box(right.left, right.top, right.width, right.height - below - 8)
    _draw_bullets(added, said, body.beside, _BESIDE)
    bottom = Box(right.left, right.top + right.height - below, right.width, below)
    draw_legend(added, spec, bottom, size=_TEXT)
    outlines = Box(right.left, right.top + right.height - _TEXT * LINE_HEIGHT, right.width, _TEXT * LINE_HEIGHT)
    text_box(added, outlines, [Line(spec.outlines, _FOOTER, colour=_GREY)], name="Batas wilayah")


def _draw_table(added: Any, box: Box, body: TableBody) -> None:
    top = 0.0
    if body.lead:
        top = height(body.lead, _TEXT, box.width) + 8
        text_box(
            added, Box(box.left, box.top, box.width, top), [Line(body.lead, _TEXT, colour=_GREY)], name="Pengantar"
        )
    draw_table(
        added,
        Box(box.left, box.top + top, box.width, box.height - top),
        columns=body.columns,
        rows=body.rows,
        shares=body.shares,
        numeric=body.numeric,
        text=say.table_alt(body.columns, len(body.rows)),
    )


def _draw_bullets(added: Any, box: Box, bullets: Sequence[str], sizes: tuple[int, ...]) -> None:
    """In the largest letters in which all fit; the last ones are left out where they fit in none."""
    if not bullets:
        return
    after = 8.0

    def needed(count: int, size: int) -> float:
        return sum(height(line, size, box.width - size) + after for line in bullets[:count])

    size = next((s for s in sizes if needed(len(bullets), s) <= box.height), sizes[-1])
    kept = next((n for n in range(len(bullets), 0, -1) if needed(n, size) <= box.height), 1)
    lines = [Line(line, size, bullet=True, after=after) for line in bullets[:kept]]
    text_box(added, box, lines, name="Isi")
