"""The presentation that slides are put into: our own master, or the file of a kabupaten with its logo and colours."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any, Literal
from zipfile import BadZipFile

from lxml import etree
from lxml.etree import XMLSyntaxError
from pptx import Presentation
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PackageNotFoundError
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml
from pptx.util import Pt

from indicators.render import palette
from indicators.render.slide_text import FONT

Ratio = Literal["16:9", "4:3"]
SIZES: dict[str, tuple[int, int]] = {"16:9": (960, 540), "4:3": (720, 540)}
# In points.
_MARGIN, _TOP, _HEADLINE, _FOOTER, _NUMBER, _GAP = 36, 18, 116, 58, 44, 8

_TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
_CONTENT = (PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT, PP_PLACEHOLDER.SUBTITLE)
_BLUE, _DARK, _GREEN, _RED = "16488E", "17292B", "057F4C", "AD400A"


# In points: what is left to charts and tables must hold the words beside them too.
_LEAST_BODY = (560, 260)


class TemplateError(ValueError):
    """A template file that is no presentation, has no layout with a title, or leaves no room below the title."""


@dataclass(frozen=True)
class Box:
    """A place on a slide, in points."""

    left: float
    top: float
    width: float
    height: float

    def columns(self, count: int, gap: float = 16) -> list[Box]:
        """As many boxes side by side."""
        each = (self.width - gap * (count - 1)) / count
        return [Box(self.left + place * (each + gap), self.top, each, self.height) for place in range(count)]

    def rows(self, count: int, gap: float = 12) -> list[Box]:
        """As many boxes below one another."""
        each = (self.height - gap * (count - 1)) / count
        return [Box(self.left, self.top + place * (each + gap), self.width, each) for place in range(count)]


@dataclass(frozen=True)
class Master:
    """An open presentation without slides; headline, body, footer, number: where these stand on a slide."""

    presentation: Any
    title_layout: Any
    layout: Any
    headline: Box
    body: Box
    footer: Box
    number: Box


def master(ratio: Ratio, template: bytes | None = None) -> Master:
    """Our own master in this ratio; with a template, its own size and look. Raises TemplateError."""
    presentation = _opened(template) if template is not None else _own(*SIZES[ratio])
    layouts = [layout for layout in presentation.slide_layouts if _has(layout, _TITLES)]
    if not layouts:
        raise TemplateError("no layout of the template has a title")
    plain = [layout for layout in layouts if not _has(layout, _CONTENT)]
    chosen = (plain or layouts)[0]
    first = next((layout for layout in layouts if _has(layout, (PP_PLACEHOLDER.CENTER_TITLE,))), chosen)
    width, high = presentation.slide_width / Pt(1), presentation.slide_height / Pt(1)
    title = next(s for s in chosen.placeholders if s.placeholder_format.type in _TITLES)
    headline = Box(title.left / Pt(1), title.top / Pt(1), title.width / Pt(1), title.height / Pt(1))
    top, bottom = headline.top + headline.height + _GAP, high - _FOOTER - _GAP
    if headline.width < _LEAST_BODY[0] or bottom - _GAP - top < _LEAST_BODY[1]:
        raise TemplateError("the layout of the template leaves no room for charts")
    return Master(
        presentation=presentation,
        title_layout=first,
        layout=chosen,
        headline=headline,
        body=Box(headline.left, top, headline.width, bottom - _GAP - top),
        footer=Box(headline.left, bottom, headline.width - _NUMBER, _FOOTER),
        number=Box(headline.left + headline.width - _NUMBER, bottom, min(_NUMBER, width), _FOOTER),
    )


def _has(layout: Any, types: tuple[Any, ...]) -> bool:
    return any(shape.placeholder_format.type in types for shape in layout.placeholders)


def _opened(template: bytes) -> Any:
    """A kabupaten's file without its slides: a deck made here and changed in PowerPoint will do."""
    try:
        presentation = Presentation(io.BytesIO(template))
    except (BadZipFile, PackageNotFoundError, XMLSyntaxError, KeyError, ValueError, OSError) as error:
        raise TemplateError(str(error)) from error
    slides = presentation.slides._sldIdLst
    for slide in list(slides):
        presentation.part.drop_rel(slide.rId)
        slides.remove(slide)
    return presentation


def _own(width: int, high: int) -> Any:
    """python-pptx's default, which is Office's own, made ours: size, font, colours and places."""
    presentation = Presentation()
    stretched = Pt(width) / presentation.slide_width
    presentation.slide_width, presentation.slide_height = Pt(width), Pt(high)
    for layout in presentation.slide_layouts:
        for shape in layout.placeholders:
            if shape._element.spPr.xfrm is not None:
                shape.left, shape.width = round(shape.left * stretched), round(shape.width * stretched)
    inside = width - 2 * _MARGIN
    bottom = high - _FOOTER - _GAP
    places = {
        PP_PLACEHOLDER.TITLE: Box(_MARGIN, _TOP, inside, _HEADLINE),
        PP_PLACEHOLDER.BODY: Box(_MARGIN, _TOP + _HEADLINE + _GAP, inside, bottom - _TOP - _HEADLINE - 2 * _GAP),
        PP_PLACEHOLDER.FOOTER: Box(_MARGIN, bottom, inside - _NUMBER, _FOOTER),
        PP_PLACEHOLDER.SLIDE_NUMBER: Box(_MARGIN + inside - _NUMBER, bottom, _NUMBER, _FOOTER),
    }
    ours = presentation.slide_master
    for shape in ours.placeholders:
        if box := places.get(shape.placeholder_format.type):
            place(shape, box)
        _fix(shape._element.txBody)
    _write_styles(ours._element)
    _write_theme(ours)
    ours.shapes._spTree.insert(2, _strip(width))
    return presentation


def place(shape: Any, box: Box) -> None:
    """Put a shape into a box."""
    shape.left, shape.top, shape.width, shape.height = (
        Pt(round(side, 2)) for side in (box.left, box.top, box.width, box.height)
    )


def _fix(body: Any) -> None:
    """Text keeps the size that was measured for it, from the top of its box."""
    properties = body.bodyPr
    for child in list(properties):
        properties.remove(child)
    properties.set("anchor", "t")
    for side in ("lIns", "rIns", "tIns", "bIns"):
        properties.set(side, "0")


def _write_styles(element: Any) -> None:
    """Headlines to the left in dark bold letters; footers no smaller than 14 points."""
    name = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
    title = element.find(".//{*}titleStyle").find(f"{name}lvl1pPr")
    title.set("algn", "l")
    title.find(f"{name}defRPr").set("sz", "2400")
    title.find(f"{name}defRPr").set("b", "1")
    for level in element.find(".//{*}bodyStyle"):
        level.find(f"{name}defRPr").set("sz", "2000")
    for small in element.iter(f"{name}defRPr"):
        if small.get("sz") == "1200":
            small.set("sz", "1400")
    for level in element.iter(f"{name}lvl1pPr"):
        if level.get("algn") == "ctr":
            level.set("algn", "l")


def _write_theme(ours: Any) -> None:
    """Our font and colours instead of Office's, so that what is added in PowerPoint looks alike."""
    theme = ours.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    tree = parse_xml(theme.blob)
    colours = dict(zip(("dk2", "accent1", "accent2", "accent3"), (_DARK, _BLUE, _RED, _GREEN), strict=True))
    for scheme in tree.iter("{*}clrScheme"):
        for entry in scheme:
            if colour := colours.get(entry.tag.rpartition("}")[2]):
                entry[0].set("val", colour)
    for kind in ("majorFont", "minorFont"):
        for fonts in tree.iter(f"{{*}}{kind}"):
            fonts.find("{*}latin").set("typeface", FONT)
    theme._blob = etree.tostring(tree, xml_declaration=True, encoding="UTF-8", standalone=True)


def _strip(width: int) -> Any:
    """A thin bar along the upper edge of every slide; part of the master, so a kabupaten can take it away."""
    colour = palette.PAPER.scale[-2].removeprefix("#")
    return parse_xml(
        '<p:sp xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><p:nvSpPr>'
        '<p:cNvPr id="90" name="Garis atas" descr=""/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>'
        f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{Pt(width)}" cy="{Pt(7)}"/></a:xfrm>'
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
        "<a:ln><a:noFill/></a:ln></p:spPr></p:sp>"
    )
