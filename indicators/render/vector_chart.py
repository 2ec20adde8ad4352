"""Charts, funnels, spines and maps as SVG, PNG and PDF, without a browser; the only place that makes them.

`whole` drawings carry everything that the page says around a chart: title, finding, unit, notes, source, basis, data
version. Others are placed where that is said beside them (a slide, a report). DATA CONTOH is part of both. Colours are
those of paper; shape, dash, hatching and words repeat what they say, so that a grey print can be read.
"""

from __future__ import annotations

import io
import math
from collections.abc import Callable
from dataclasses import dataclass, replace
from threading import Lock
from typing import TYPE_CHECKING, Any

from indicators.charts.funnel import FunnelSpec
from indicators.charts.spec import ChartSpec, MapSpec
from indicators.charts.spine import SpineSpec
from indicators.wording import charts as wording

if TYPE_CHECKING:
    from indicators.render.vector_page import Box, Page

Drawable = ChartSpec | FunnelSpec | SpineSpec | MapSpec

_MM_PER_INCH = 25.4
_MARGIN = 0.03
_TITLE, _SMALL = 1.28, 0.84

# Matplotlib's settings and font cache are not safe for two threads at once.
ONE_AT_A_TIME = Lock()


@dataclass(frozen=True)
class Size:
    """width, height in millimetres; height None: as high as the content needs. text: in points.

    least: in points; names on a map are no smaller, and those without room for it are left out. None: all are written.
    """

    width: float = 200
    height: float | None = None
    text: float = 10
    least: float | None = None


def svg(spec: Drawable, *, size: Size | None = None, whole: bool = True, marked: bool = True) -> str:
    """A drawing whose texts are texts; the same for the same specification.

    marked: whether DATA CONTOH is drawn on sample data; False only where the page around the drawing wears it.
    """
    options = {"Title": spec.title, "Description": spec.alt, "Date": None, "Creator": None}
    drawn = spec if marked else replace(spec, sample=False)
    return _saved(drawn, size or Size(), whole, "svg", metadata=options).decode()


def png(spec: Drawable, *, size: Size | None = None, whole: bool = True, dpi: int = 200) -> bytes:
    """A picture on white."""
    options = {"Title": spec.title, "Description": spec.alt, "Software": None}
    return _saved(spec, size or Size(), whole, "png", metadata=options, dpi=dpi)


def pdf(spec: Drawable, *, size: Size | None = None, whole: bool = True) -> bytes:
    """One page as large as the drawing, fonts embedded."""
    from indicators.render.pdf_page import typeset

    return typeset("drawing.typ", {"svg": svg(spec, size=size, whole=whole), "title": spec.title, "alt": spec.alt})


def _saved(spec: Drawable, size: Size, whole: bool, form: str, **options: Any) -> bytes:
    # Imported here: matplotlib takes half a second and only who asks for a file needs it.
    from matplotlib import rc_context

    settings: dict[Any, Any] = {
        "svg.fonttype": "none",
        "svg.hashsalt": "indicators",
        "font.family": ["Plus Jakarta Sans"],
    }
    made = io.BytesIO()
    with ONE_AT_A_TIME, rc_context(settings):
        figure = _drawn(spec, size, whole).figure
        if form == "png":
            figure.patch.set(facecolor="white", alpha=1)
        figure.savefig(made, format=form, **options)
    return made.getvalue()


def _drawn(spec: Drawable, size: Size, whole: bool) -> Page:
    from indicators.render.vector_page import Box, Page

    width = size.width / _MM_PER_INCH
    probe = Page(width, 1, size.text)
    margin = width * _MARGIN if whole else 0.0
    above = _above(probe, spec, width - 2 * margin) if whole else []
    below = _below(probe, spec, width - 2 * margin) if whole else []
    draw, needs = _drawing_of(spec)
    around = 2 * margin + sum(line.height for line in (*above, *below))
    height = size.height / _MM_PER_INCH if size.height else needs(probe, spec) + around
    page = Page(width, height, size.text, size.least)
    top = _write(page, margin, margin, above)
    plot = Box(margin, top, width - 2 * margin, height - around)
    draw(page, plot, spec)
    _write(page, margin, plot.bottom, below)
    if spec.sample:
        _draw_sample_mark(page, plot)
    return page


def _drawing_of(spec: Any) -> tuple[Callable[[Page, Box, Any], None], Callable[[Page, Any], float]]:
    from indicators.render import vector_funnel, vector_map, vector_plot, vector_spine

    if isinstance(spec, ChartSpec):
        return vector_plot.draw_chart, vector_plot.plot_height
    if isinstance(spec, FunnelSpec):
        return vector_funnel.draw_funnel, vector_funnel.funnel_height
    if isinstance(spec, SpineSpec):
        return vector_spine.draw_spine, vector_spine.spine_height
    return vector_map.draw_map, vector_map.map_height


@dataclass(frozen=True)
class _Line:
    """A line of text, in its share of the ordinary size; height: down to the next line, in inches."""

    text: str
    share: float
    height: float
    bold: bool = False
    faint: bool = False


def _above(page: Page, spec: Drawable, width: float) -> list[_Line]:
    lines = _lines(page, spec.title, width, _TITLE, bold=True)
    if spec.finding:
        lines += _lines(page, spec.finding, width, 1.0)
    if isinstance(spec, MapSpec | SpineSpec):
        lines += _lines(page, wording.heading_unit(spec.unit), width, _SMALL, faint=True)
    return [*lines, _Line("", 1.0, page.line_height(0.4))]


def _below(page: Page, spec: Drawable, width: float) -> list[_Line]:
    said = [*spec.notes, *([spec.outlines] if isinstance(spec, MapSpec) else []), spec.footer]
    mark = f"{wording.SAMPLE_MARK}. " if spec.sample else ""
    said[-1] = mark + said[-1]
    space = _Line("", 1.0, page.line_height(0.5))
    return [space, *(line for text in said for line in _lines(page, text, width, _SMALL, faint=True))]


def _lines(
    page: Page, text: str, width: float, share: float, *, bold: bool = False, faint: bool = False
) -> list[_Line]:
    wrapped = page.wrapped(text, width, share=share, bold=bold)
    lines = [_Line(line, share, page.line_height(share), bold, faint) for line in wrapped]
    return [*lines, _Line("", share, page.line_height(share) * 0.25)]


def _write(page: Page, left: float, top: float, lines: list[_Line]) -> float:
    """The lines below one another; where the next would stand."""
    from indicators.render.palette import DARK_TEXT
    from indicators.render.vector_page import FAINT

    for line in lines:
        if line.text:
            colour = FAINT if line.faint else DARK_TEXT
            weight = "bold" if line.bold else "normal"
            page.write(left, top, line.text, share=line.share, color=colour, weight=weight)
        top += line.height
    return top


def _draw_sample_mark(page: Page, plot: Box) -> None:
    """DATA CONTOH across the drawing, as large as there is room."""
    steep = min(18.0, math.degrees(math.atan2(plot.height, plot.width)) * 0.6)
    points = min(plot.width * 72 / 10, plot.height * 72 / 2.8, 54)
    page.ink.text(
        plot.left + plot.width / 2,
        plot.top + plot.height / 2,
        wording.SAMPLE_MARK,
        ha="center",
        va="center",
        rotation=steep,
        fontsize=points,
        weight="bold",
        family="Plus Jakarta Sans",
        color="#7a828d",
        alpha=0.2,
        zorder=10,
        gid="sample",
    )
