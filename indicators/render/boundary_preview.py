"""A small picture of boundaries that wait for publishing: outlines with names, overlaps and gaps marked."""

from __future__ import annotations

import io
import math
from collections.abc import Mapping, Sequence
from typing import Any

from indicators.render import palette
from indicators.render.tile_names import two_lines
from indicators.render.vector_chart import ONE_AT_A_TIME
from indicators.wording import area_changes as say

_INCHES, _DPI = 6.0, 120
_COLOURS = palette.PAPER
_OVERLAP, _GAP = "#b3261e", "#1f5fa8"
_SMALLEST_RING = 0.006  # of the longer side: a flaw smaller than this is ringed, or nobody would see it


def boundary_preview(
    outlines: Mapping[str, Any], names: Mapping[str, str], *, overlaps: Sequence[Any], gaps: Sequence[Any]
) -> bytes:
    """A PNG. outlines, overlaps and gaps: shapely geometries in degrees; names: by code of the outline."""
    # Imported here: matplotlib takes half a second.
    from geopandas import GeoSeries
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure
    from matplotlib.patches import Patch

    from indicators.render.vector_page import FAMILY, register_fonts

    register_fonts()
    drawn = GeoSeries(outlines, crs="EPSG:4326")
    west, south, east, north = drawn.total_bounds
    with ONE_AT_A_TIME:
        figure = Figure(figsize=(_INCHES, _INCHES), dpi=_DPI, facecolor=_COLOURS.background)
        FigureCanvasAgg(figure)
        axes = figure.add_axes((0.01, 0.05, 0.98, 0.94))
        drawn.plot(ax=axes, aspect=None, facecolor=_COLOURS.few_fill, edgecolor=_COLOURS.few_line, linewidth=0.8)
        legend = []
        for flaws, colour, word in ((overlaps, _OVERLAP, say.OVERLAPS), (gaps, _GAP, say.GAPS)):
            if flaws:
                GeoSeries(list(flaws)).plot(ax=axes, aspect=None, facecolor=colour, edgecolor=colour, zorder=3)
                for flaw in flaws:
                    _ring(axes, flaw, colour, least=_SMALLEST_RING * max(east - west, north - south))
                legend.append(Patch(facecolor=colour, label=word))
        for code, place in drawn.representative_point().items():
            axes.text(
                place.x, place.y, two_lines(names[str(code)]), ha="center", va="center", fontsize=6, family=FAMILY,
                zorder=4, parse_math=False,
            )  # fmt: skip
        if legend:
            figure.legend(handles=legend, loc="lower left", ncols=2, frameon=False, prop={"family": FAMILY, "size": 9})
        axes.set_aspect(1 / math.cos(math.radians((south + north) / 2)))
        axes.set_axis_off()
        picture = io.BytesIO()
        figure.savefig(picture, format="png")
    return picture.getvalue()


def _ring(axes: Any, flaw: Any, colour: str, *, least: float) -> None:
    from matplotlib.patches import Circle

    west, south, east, north = flaw.bounds
    if max(east - west, north - south) < 4 * least:
        middle = ((west + east) / 2, (south + north) / 2)
        axes.add_patch(Circle(middle, 4 * least, fill=False, edgecolor=colour, linewidth=1.2, zorder=3))
