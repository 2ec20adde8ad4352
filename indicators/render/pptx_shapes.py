"""Texts, placeholders and marks on a slide, each named and with its alternative text."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Pt

from indicators.render.pptx_master import Box, place
from indicators.render.slide_text import FONT
from indicators.wording import charts as wording

_DARK = "17292B"


@dataclass(frozen=True)
class Line:
    """One paragraph."""

    text: str
    size: float
    bold: bool = False
    colour: str = _DARK
    bullet: bool = False
    after: float = 0.0


def describe(shape: Any, *, name: str, text: str) -> None:
    """What the shape is called in PowerPoint's list of objects, and what is read out for it."""
    shape.name = name
    shape._element.xpath(".//p:cNvPr")[0].set("descr", text)


def text_box(slide: Any, box: Box, lines: Sequence[Line], *, name: str) -> Any:
    """Paragraphs in a box without edges; what they say is their alternative text too."""
    shape = slide.shapes.add_textbox(0, 0, 0, 0)
    place(shape, box)
    write(shape.text_frame, lines)
    describe(shape, name=name, text=" ".join(line.text for line in lines))
    return shape


def framed(slide: Any, box: Box, lines: Sequence[Line], *, name: str, inside: float = 10) -> Any:
    """Paragraphs in a box with an edge."""
    shape = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, 0, 0, 0)
    place(shape, box)
    shape.fill.background()
    shape.line.color.rgb = RGBColor.from_string("B7BEC6")
    shape.line.width = Pt(1)
    without_style(shape)
    write(shape.text_frame, lines, inside=inside)
    describe(shape, name=name, text=" ".join(line.text for line in lines))
    return shape


def without_style(shape: Any) -> None:
    """Take away the theme's effects: shadows around shapes and letters."""
    for style in shape._element.xpath("./p:style"):
        shape._element.remove(style)


def write(frame: Any, lines: Sequence[Line], *, inside: float = 0) -> None:
    """Replace what a text frame says; from the top, to the left, in lines that break at its width."""
    frame.word_wrap = True
    frame.vertical_anchor = MSO_ANCHOR.TOP
    frame.margin_left = frame.margin_right = Pt(inside)
    frame.margin_top = frame.margin_bottom = Pt(inside / 2)
    for position, line in enumerate(lines):
        paragraph = frame.paragraphs[0] if position == 0 else frame.add_paragraph()
        run = paragraph.add_run()
        run.text = line.text
        # Said outright: the text was measured in this font, and a template's own may be wider.
        run.font.name = FONT
        run.font.size, run.font.bold = Pt(line.size), line.bold
        run.font.color.rgb = RGBColor.from_string(line.colour)
        run._r.get_or_add_rPr().set("lang", "id-ID")
        paragraph.alignment = PP_ALIGN.LEFT
        paragraph.space_before, paragraph.space_after = Pt(0), Pt(line.after)
        if line.bullet:
            _bullet(paragraph, line.size)


def take_over(slide: Any, kind: Any, box: Box, *, name: str) -> Any | None:
    """A layout's placeholder (footer, slide number), which a slide does not take over by itself; None without one."""
    of_layout = next((s for s in slide.slide_layout.placeholders if s.placeholder_format.type == kind), None)
    if of_layout is None:
        return None
    element = copy.deepcopy(of_layout._element)
    slide.shapes._spTree.append(element)
    shape = slide.shapes[-1]
    element.xpath(".//p:cNvPr")[0].set("id", str(max(s.shape_id for s in slide.shapes) + 1))
    place(shape, box)
    describe(shape, name=name, text="")
    return shape


def sample_mark(slide: Any, box: Box) -> None:
    """DATA CONTOH across the slide, behind what stands on it, so that charts can still be clicked."""
    shape = slide.shapes.add_textbox(0, 0, 0, 0)
    place(shape, Box(box.left, box.top + box.height / 2 - 50, box.width, 100))
    write(shape.text_frame, [Line(wording.SAMPLE_MARK, 72, bold=True, colour="9AA1AA")])
    shape.text_frame.paragraphs[0].alignment = PP_ALIGN.CENTER
    shape.rotation = -14
    colour = shape._element.find(f".//{qn('a:srgbClr')}")
    alpha = colour.makeelement(qn("a:alpha"), {"val": "38000"})
    colour.append(alpha)
    describe(shape, name=wording.SAMPLE_MARK, text=wording.SAMPLE_MARK)
    tree = slide.shapes._spTree
    tree.remove(shape._element)
    tree.insert(2, shape._element)


def _bullet(paragraph: Any, size: float) -> None:
    properties = paragraph._p.get_or_add_pPr()
    properties.set("marL", str(Pt(size)))
    properties.set("indent", str(-Pt(size)))
    for tag, attributes in (("a:buFont", {"typeface": "Arial"}), ("a:buChar", {"char": "•"})):
        properties.append(properties.makeelement(qn(tag), attributes))
