"""A MapSpec as native shapes: one freeform for each kecamatan, named, so that it can be coloured anew in PowerPoint."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE, MSO_PATTERN
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import PP_ALIGN
from pptx.util import Pt

from indicators.charts.spec import AreaValue, MapSpec, State
from indicators.charts.state_words import STATE_WORDS
from indicators.render import palette
from indicators.render.pptx_master import Box, place
from indicators.render.pptx_shapes import Line, describe, text_box, without_style
from indicators.render.slide_text import LINE_HEIGHT, width
from indicators.render.tile_names import two_lines
from indicators.wording import charts as wording
from indicators.wording import numbers

_COLOURS = palette.PAPER
_COLOURED = (State.VALUE, State.PARTIAL)
# In points, largest first: of a name in its kecamatan; of its number, where no name fits; of the list of these.
_NAMES, _NUMBER, _LIST = (16, 14), 14, (16, 14)
_LIST_WIDTH = 132.0
_STEPS = 5
# Of a point: what an official boundary may be straightened by.
_STRAIGHT = 0.4


def draw_map(slide: Any, spec: MapSpec, box: Box, *, boundaries: dict[str, Any]) -> None:
    """All kecamatan inside the box. `boundaries`: GeoJSON whose feature ids are area codes.

    A kecamatan too small for its name has a number, which a list to the left explains: the smallest ones have the
    numbers of one digit. Which kecamatan a shape is, its own name says in any case.
    """
    from shapely.geometry import shape as shape_of

    outlines = {feature["id"]: shape_of(feature["geometry"]) for feature in boundaries["features"]}
    placed = _on_slide(outlines, box)
    small = [area for area in spec.areas if _size(area, placed[area.code]) is None]
    if small:
        placed = _on_slide(outlines, Box(box.left + _LIST_WIDTH, box.top, box.width - _LIST_WIDTH, box.height))
        small = [area for area in spec.areas if _size(area, placed[area.code]) is None]
    for area in spec.areas:
        drawn = _freeform(slide, placed[area.code])
        _paint(drawn, spec, area)
        describe(drawn, name=area.name, text=area.hover.replace("\n", "; "))
    small = sorted(small, key=lambda area: _middle(placed[area.code])[2])[: int(box.height / (_LIST[-1] * LINE_HEIGHT))]
    numbered = {area.code: str(number) for number, area in enumerate(small, start=1)}
    for area in spec.areas:
        size = _size(area, placed[area.code])
        parts = two_lines(area.name).split("\n") if size else [numbered[area.code]] if area.code in numbered else []
        if parts:
            _name(slide, area, spec, placed[area.code], parts, size)
    if small:
        size = next((s for s in _LIST if len(small) * s * LINE_HEIGHT <= box.height), _LIST[-1])
        lines = [Line(f"{numbered[area.code]} {area.name}", size) for area in small]
        text_box(slide, Box(box.left, box.top, _LIST_WIDTH, box.height), lines, name="Daftar nama")


def draw_legend(slide: Any, spec: MapSpec, box: Box, *, size: int) -> None:
    """What the colours mean, from the lowest to the highest value, and what the other looks mean."""
    line = size * LINE_HEIGHT
    top = box.top
    text_box(slide, Box(box.left, top, box.width, line), [Line(wording.heading_unit(spec.unit), size)], name="Satuan")
    top += line + 4
    if spec.scale is not None:
        low, high = spec.scale
        each = box.width / _STEPS
        for step in range(_STEPS):
            share = step / (_STEPS - 1)
            cell = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, 0, 0, 0)
            place(cell, Box(box.left + step * each, top, each, 14))
            cell.fill.solid()
            cell.fill.fore_color.rgb = _rgb(palette.scale_colour(_COLOURS.scale, share))
            cell.line.fill.background()
            without_style(cell)
            describe(cell, name=f"Warna {step + 1}", text=numbers.number(low + share * (high - low), spec.decimals))
        top += 16
        ends = [numbers.number(end, spec.decimals) for end in (low, high)]
        right = width(ends[1], size) + 8
        text_box(slide, Box(box.left, top, box.width / 2, line), [Line(ends[0], size)], name="Nilai terendah")
        text_box(
            slide, Box(box.left + box.width - right, top, right, line), [Line(ends[1], size)], name="Nilai tertinggi"
        )
        top += line + 4
    for state in (state for state in State if state not in _COLOURED and spec.of(state)):
        swatch = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, 0, 0, 0, 0)
        place(swatch, Box(box.left, top + 3, 22, line - 6))
        _look(swatch, state)
        describe(swatch, name=STATE_WORDS[state], text=STATE_WORDS[state])
        text_box(
            slide, Box(box.left + 28, top, box.width - 28, line), [Line(STATE_WORDS[state], size)], name="Keterangan"
        )
        top += line + 2


def legend_height(spec: MapSpec, size: int) -> float:
    """Of what `draw_legend` draws."""
    line = size * LINE_HEIGHT
    others = sum(1 for state in State if state not in _COLOURED and spec.of(state))
    return (line + 4) + (line + 20 if spec.scale is not None else 0) + others * (line + 2)


def _on_slide(outlines: dict[str, Any], box: Box) -> dict[str, Any]:
    """The outlines in points of the slide, north up, as large as the box allows, in its middle."""
    from shapely.affinity import affine_transform

    west, south, east, north = (
        pick(outline.bounds[side] for outline in outlines.values()) for side, pick in enumerate((min, min, max, max))
    )
    squeeze = math.cos(math.radians((south + north) / 2))
    scale = min(box.width / ((east - west) * squeeze), box.height / (north - south))
    left = box.left + (box.width - (east - west) * squeeze * scale) / 2 - west * squeeze * scale
    top = box.top + (box.height - (north - south) * scale) / 2 + north * scale
    matrix = [squeeze * scale, 0, 0, -scale, left, top]
    return {
        code: affine_transform(outline, matrix).simplify(_STRAIGHT, preserve_topology=True)
        for code, outline in outlines.items()
    }


def _freeform(slide: Any, outline: Any) -> Any:
    rings = list(_rings(outline))
    first, *others = rings
    builder = slide.shapes.build_freeform(*first[0], scale=Pt(1))
    builder.add_line_segments(first[1:], close=True)
    for ring in others:
        builder.move_to(*ring[0])
        builder.add_line_segments(ring[1:], close=True)
    return builder.convert_to_shape()


def _rings(outline: Any) -> Iterator[list[tuple[float, float]]]:
    for polygon in getattr(outline, "geoms", [outline]):
        for ring in (polygon.exterior, *polygon.interiors):
            yield [(x, y) for x, y, *_ in ring.coords][:-1]


def _paint(shape: Any, spec: MapSpec, area: AreaValue) -> None:
    without_style(shape)
    if area.state not in _COLOURED:
        _look(shape, area.state)
        return
    shape.fill.solid()
    shape.fill.fore_color.rgb = _rgb(_fill(spec, area))
    shape.line.color.rgb = _rgb(_COLOURS.background)
    shape.line.width = Pt(1)


def _look(shape: Any, state: State) -> None:
    """As on the map of a page: too few dashed, incomplete plain grey, hidden dark grey, missing striped."""
    without_style(shape)
    shape.line.width = Pt(1.25)
    shape.line.color.rgb = _rgb(_COLOURS.few_line)
    if state in (State.MISSING, State.NOT_ENTERED):
        shape.fill.patterned()
        shape.fill.pattern = MSO_PATTERN.WIDE_UPWARD_DIAGONAL
        shape.fill.fore_color.rgb = _rgb(_COLOURS.missing_line)
        shape.fill.back_color.rgb = _rgb(_COLOURS.missing_fill)
        return
    shape.fill.solid()
    shape.fill.fore_color.rgb = _rgb(_COLOURS.hidden_fill if state is State.SUPPRESSED else _COLOURS.few_fill)
    if state is State.TOO_FEW:
        shape.line.dash_style = MSO_LINE.DASH


def _middle(outline: Any) -> tuple[float, float, float]:
    """The middle of the widest place, and how far it is from there to the edge."""
    from shapely import maximum_inscribed_circle

    circle = maximum_inscribed_circle(outline, tolerance=1)
    (x, y), reach = circle.coords[0], circle.length
    return x, y, reach


def _size(area: AreaValue, outline: Any) -> int | None:
    """In which a name, in one line or two, fits the widest place of its kecamatan; None where it is too small."""
    reach = _middle(outline)[2]
    parts = two_lines(area.name).split("\n")
    return next(
        (
            size
            for size in _NAMES
            if math.hypot(max(width(part, size) for part in parts), len(parts) * size) <= 2.25 * reach
        ),
        None,
    )


def _name(slide: Any, area: AreaValue, spec: MapSpec, outline: Any, parts: list[str], size: int | None) -> None:
    """The lines of its name in `size`, or the number that stands for it."""
    number, size = size is None, size or _NUMBER
    x, y, _ = _middle(outline)
    high = len(parts) * size * LINE_HEIGHT
    wide = max(width(part, size) for part in parts) + 8
    colour = palette.text_on(_fill(spec, area)) if area.state in _COLOURED else palette.DARK_TEXT
    box = text_box(
        slide,
        Box(x - wide / 2, y - high / 2, wide, high),
        [Line(part, size, bold=number, colour=colour.removeprefix("#").upper()) for part in parts],
        name=f"Nama {area.name}",
    )
    box.text_frame.word_wrap = False
    for paragraph in box.text_frame.paragraphs:
        paragraph.alignment = PP_ALIGN.CENTER


def _fill(spec: MapSpec, area: AreaValue) -> str:
    low, high = spec.scale or (0, 1)
    return palette.scale_colour(_COLOURS.scale, ((area.value or 0) - low) / (high - low))


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.removeprefix("#").upper())
