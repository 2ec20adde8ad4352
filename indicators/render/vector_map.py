"""A MapSpec drawn as vector: the kecamatan in their boundaries, scale and states as legend."""

from __future__ import annotations

import math
from typing import Any

from matplotlib.patches import Patch, PathPatch, Rectangle
from matplotlib.path import Path as Outline
from matplotlib.patheffects import withStroke
from shapely import maximum_inscribed_circle
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from indicators.areas import all_kabupaten, boundaries
from indicators.charts.spec import AreaValue, MapSpec, State
from indicators.charts.state_words import STATE_WORDS
from indicators.render import palette
from indicators.render.tile_names import two_lines
from indicators.render.vector_page import FAMILY, Box, Page
from indicators.render.vector_plot import SMALL, Entry, draw_legend, legend_rows
from indicators.wording import numbers

_COLOURS = palette.PAPER
_COLOURED = (State.VALUE, State.PARTIAL)
_STEPS = 64

_STATE_LOOKS: dict[State, dict[str, Any]] = {
    State.TOO_FEW: {
        "facecolor": _COLOURS.few_fill,
        "edgecolor": _COLOURS.few_line,
        "linewidth": 1.0,
        "linestyle": (0, (4, 3)),
    },
    State.PROVISIONAL: {"facecolor": _COLOURS.few_fill, "edgecolor": _COLOURS.few_line, "linewidth": 1.0},
    State.SUPPRESSED: {"facecolor": _COLOURS.hidden_fill, "edgecolor": _COLOURS.background, "linewidth": 0.8},
    State.MISSING: {
        "facecolor": _COLOURS.missing_fill,
        "edgecolor": _COLOURS.missing_line,
        "hatch": "////",
        "linewidth": 0.6,
        "hatch_linewidth": 0.3,
    },
}
_STATE_LOOKS[State.NOT_ENTERED] = _STATE_LOOKS[State.MISSING]
# Plain areas first: a dashed outline must lie above its neighbours' lines.
_ABOVE = {State.MISSING: 1, State.NOT_ENTERED: 1, State.TOO_FEW: 3, State.PROVISIONAL: 3}


def draw_map(page: Page, box: Box, spec: MapSpec) -> None:
    """Draws into the box: the areas with their names, the legend below them."""
    line = page.line_height(SMALL)
    rows = legend_rows(page, _entries(spec), box.width * 0.52)
    below = line * max(2.6, len(rows) + 0.6)
    shapes = _shapes(spec)
    west, south, east, north = _bounds(shapes)
    axes = page.axes(box.within(bottom=below))
    axes.set_axis_off()
    axes.set(xlim=(west - 0.01, east + 0.01), ylim=(south - 0.01, north + 0.01))
    axes.set_aspect(1 / math.cos(math.radians((south + north) / 2)))
    for area in spec.areas:
        look = _look(spec, area)
        gid = f"area-{area.code}"
        axes.add_patch(PathPatch(_outline(shapes[area.code]), gid=gid, zorder=_ABOVE.get(area.state, 2), **look))
    _write_names(page, axes, spec, shapes)
    if spec.scale is not None:
        _draw_scale(page, Box(box.left + 2 * line, box.bottom - below + 0.7 * line, box.width * 0.4, 0.1), spec)
    draw_legend(page, box.left + box.width * 0.48, box.bottom - below + 0.4 * line, rows)


def map_height(page: Page, spec: MapSpec) -> float:
    """How high a drawing of its own should be, in inches: as the kabupaten is, but no higher than wide."""
    west, south, east, north = _bounds(_shapes(spec))
    wide = (east - west) * math.cos(math.radians((south + north) / 2))
    return min(page.width * 0.94 * (north - south) / wide, page.width * 0.8) + page.line_height(SMALL) * 3


def _shapes(spec: MapSpec) -> dict[str, BaseGeometry]:
    features = boundaries(all_kabupaten()[spec.kabupaten])["features"]
    return {feature["id"]: shape(feature["geometry"]) for feature in features}


def _bounds(shapes: dict[str, BaseGeometry]) -> tuple[float, float, float, float]:
    wests, souths, easts, norths = zip(*(one.bounds for one in shapes.values()), strict=True)
    return min(wests), min(souths), max(easts), max(norths)


def _outline(geometry: BaseGeometry) -> Outline:
    """All rings of all parts as one path."""
    parts = getattr(geometry, "geoms", [geometry])
    rings = [ring for part in parts for ring in (part.exterior, *part.interiors)]
    return Outline.make_compound_path(*(Outline(list(ring.coords), closed=True) for ring in rings))


def _look(spec: MapSpec, area: AreaValue) -> dict[str, Any]:
    if area.state in _COLOURED:
        return {"facecolor": _fill(spec, area), "edgecolor": _COLOURS.background, "linewidth": 0.8}
    return _STATE_LOOKS[area.state]


def _fill(spec: MapSpec, area: AreaValue) -> str:
    low, high = spec.scale or (0, 1)
    return palette.scale_colour(_COLOURS.scale, ((area.value or 0) - low) / (high - low))


def _write_names(page: Page, axes: Any, spec: MapSpec, shapes: dict[str, BaseGeometry]) -> None:
    """The names of the areas; where they have a least size, those that would lie on the name of a wider area are left
    out."""
    axes.apply_aspect()
    size = max(page.size * 0.7, page.least or 0)
    taken: list[Box] = []
    # The middle of the widest place: a name there overlaps its neighbours least.
    widest = {area.code: maximum_inscribed_circle(shapes[area.code], tolerance=0.005) for area in spec.areas}
    for area in sorted(spec.areas, key=lambda one: -widest[one.code].length):
        east, north = widest[area.code].coords[0]
        box = _room(page, two_lines(area.name), size, page.place_of(axes, east, north))
        if page.least and any(box.meets(other) for other in taken):
            continue
        taken.append(box)
        colour = palette.text_on(_fill(spec, area)) if area.state in _COLOURED else palette.DARK_TEXT
        look = {"ha": "center", "va": "center", "fontsize": size, "linespacing": 0.95, "family": list(FAMILY)}
        if colour == palette.LIGHT_TEXT:
            # Light letters may reach beyond their dark area; their outline is a drawing, the letters above it are text.
            outline = axes.text(east, north, two_lines(area.name), color=colour, parse_math=False, zorder=4, **look)
            outline.set_path_effects([withStroke(linewidth=1.2, foreground=palette.DARK_TEXT, alpha=0.7)])
        axes.text(east, north, two_lines(area.name), color=colour, parse_math=False, zorder=4.1, **look)


def _room(page: Page, name: str, size: float, middle: tuple[float, float]) -> Box:
    share = size / page.size
    # Letters touch only where they overlap by more than the space between lines.
    width, height = page.measure(name, share=share), page.line_height(share) * 0.7 * len(name.split("\n"))
    return Box(middle[0] - width / 2, middle[1] - height / 2, width, height)


def _draw_scale(page: Page, box: Box, spec: MapSpec) -> None:
    """The colours from the lowest to the highest value, with five values below them."""
    low, high = spec.scale or (0.0, 1.0)
    step = box.width / _STEPS
    for number in range(_STEPS):
        colour = palette.scale_colour(_COLOURS.scale, number / (_STEPS - 1))
        page.ink.add_patch(Rectangle((box.left + number * step, box.top), step * 1.05, box.height, color=colour, lw=0))
    for number in range(5):
        value = low + (high - low) * number / 4
        x = box.left + box.width * number / 4
        page.write(x, box.bottom + 0.04, numbers.number(value, spec.decimals), share=SMALL, ha="center")


def _entries(spec: MapSpec) -> list[Entry]:
    return [Entry(Patch(**look), STATE_WORDS[state]) for state, look in _STATE_LOOKS.items() if spec.of(state)]
