"""The map as a PNG, drawn without a browser: title, areas, legend, source and, for samples, DATA CONTOH."""

from __future__ import annotations

import io
import math
import textwrap
from functools import cache
from threading import Lock
from typing import Any

from indicators.charts.spec import AreaValue, MapSpec, State
from indicators.charts.state_words import STATE_WORDS
from indicators.render import palette
from indicators.render.tile_names import two_lines
from indicators.wording import charts as wording
from indicators.wording import numbers

_DPI = 200
_WIDTH_INCHES, _HEIGHT_INCHES = 8.0, 7.5
SIZE = (int(_WIDTH_INCHES * _DPI), int(_HEIGHT_INCHES * _DPI))
_COLOURS = palette.PAPER
_COLOURED = (State.VALUE, State.PARTIAL)
_FONTS = ("Plus Jakarta Sans", "DejaVu Sans")
_TEXT = "#1b2430"
_FAINT_TEXT = "#566070"

# Matplotlib's font cache and renderer are not safe for two threads at once.
ONE_AT_A_TIME = Lock()


def map_picture(spec: MapSpec, *, boundaries: dict[str, Any]) -> bytes:
    """A PNG of `SIZE` pixels on white. `boundaries`: GeoJSON whose feature ids are area codes."""
    # Imported here: matplotlib takes half a second and only a download needs it.
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure

    with ONE_AT_A_TIME:
        figure = Figure(figsize=(_WIDTH_INCHES, _HEIGHT_INCHES), dpi=_DPI, facecolor=_COLOURS.background)
        FigureCanvasAgg(figure)
        _write(figure, 0.04, 0.965, textwrap.fill(spec.title, 70), size=13, weight="bold")
        _write(figure, 0.04, 0.895, wording.heading_unit(spec.unit), size=10, color=_FAINT_TEXT)
        axes = figure.add_axes((0.03, 0.17, 0.94, 0.70))
        _draw_areas(axes, spec, boundaries)
        _draw_legend(figure, axes, spec)
        _write(figure, 0.04, 0.045, textwrap.fill(spec.footer, 105), size=9, color=_FAINT_TEXT, va="bottom")
        _write(figure, 0.04, 0.02, spec.outlines, size=9, color=_FAINT_TEXT, va="bottom")
        if spec.sample:
            _draw_sample_mark(figure)
        picture = io.BytesIO()
        figure.savefig(picture, format="png")
    return picture.getvalue()


@cache
def font() -> str:
    from matplotlib import font_manager

    installed = set(font_manager.get_font_names())
    return next(name for name in _FONTS if name in installed)


def _write(figure: Any, x: float, y: float, text: str, **look: Any) -> None:
    options: dict[str, Any] = {"va": "top", "ha": "left", "color": _TEXT, "family": font()}
    figure.text(x, y, text, parse_math=False, **(options | look))


def _draw_areas(axes: Any, spec: MapSpec, boundaries: dict[str, Any]) -> None:
    # Imported here for the same reason as matplotlib.
    from geopandas import GeoDataFrame
    from matplotlib.patheffects import withStroke
    from shapely import maximum_inscribed_circle

    features = [{**f, "properties": {"code": f["id"]}} for f in boundaries["features"]]
    shapes = GeoDataFrame.from_features(features, crs="EPSG:4326").set_index("code")
    # Plain areas first: a dashed outline must lie above its neighbours' lines.
    for area in sorted(spec.areas, key=lambda a: a.state is State.TOO_FEW):
        shapes.loc[[area.code]].plot(ax=axes, aspect=None, **_look(spec, area))
        # The middle of the widest place: a name there overlaps its neighbours least.
        east, north = maximum_inscribed_circle(shapes.geometry[area.code], tolerance=0.005).coords[0]
        colour = _text_colour(spec, area)
        halo = palette.LIGHT_TEXT if colour != palette.LIGHT_TEXT else palette.DARK_TEXT
        axes.text(
            east,
            north,
            two_lines(area.name),
            ha="center",
            va="center",
            fontsize=7,
            linespacing=0.95,
            family=font(),
            color=colour,
            path_effects=[withStroke(linewidth=1.2, foreground=halo, alpha=0.6)],
            parse_math=False,
            zorder=4,
        )
    west, south, east, north = shapes.total_bounds
    axes.set_xlim(west - 0.01, east + 0.01)
    axes.set_ylim(south - 0.01, north + 0.01)
    axes.set_aspect(1 / math.cos(math.radians((south + north) / 2)))
    axes.set_axis_off()


def _look(spec: MapSpec, area: AreaValue) -> dict[str, Any]:
    if area.state in _COLOURED:
        return {
            "facecolor": _fill(spec, area),
            "edgecolor": _COLOURS.background,
            "linewidth": 0.8,
            "zorder": 2,
        }
    return _STATE_LOOKS[area.state]


_STATE_LOOKS: dict[State, dict[str, Any]] = {
    State.TOO_FEW: {
        "facecolor": _COLOURS.few_fill,
        "edgecolor": _COLOURS.few_line,
        "linewidth": 1.0,
        "linestyle": (0, (4, 3)),
        "zorder": 3,
    },
    State.PROVISIONAL: {
        "facecolor": _COLOURS.few_fill,
        "edgecolor": _COLOURS.few_line,
        "linewidth": 1.0,
        "zorder": 3,
    },
    State.SUPPRESSED: {
        "facecolor": _COLOURS.hidden_fill,
        "edgecolor": _COLOURS.background,
        "linewidth": 0.8,
        "zorder": 2,
    },
    State.MISSING: {
        "facecolor": _COLOURS.missing_fill,
        "edgecolor": _COLOURS.missing_line,
        "hatch": "////",
        "linewidth": 0.6,
        "hatch_linewidth": 0.3,
        "zorder": 1,
    },
}
_STATE_LOOKS[State.NOT_ENTERED] = _STATE_LOOKS[State.MISSING]


def _text_colour(spec: MapSpec, area: AreaValue) -> str:
    return palette.text_on(_fill(spec, area)) if area.state in _COLOURED else _TEXT


def _fill(spec: MapSpec, area: AreaValue) -> str:
    low, high = spec.scale or (0, 1)
    return palette.scale_colour(_COLOURS.scale, ((area.value or 0) - low) / (high - low))


def _draw_legend(figure: Any, axes: Any, spec: MapSpec) -> None:
    from matplotlib.cm import ScalarMappable
    from matplotlib.colors import LinearSegmentedColormap, Normalize
    from matplotlib.font_manager import FontProperties
    from matplotlib.patches import Patch

    if spec.scale is not None:
        low, high = spec.scale
        scale = ScalarMappable(
            norm=Normalize(low, high), cmap=LinearSegmentedColormap.from_list("scale", _COLOURS.scale)
        )
        bar_axes = figure.add_axes((0.06, 0.135, 0.36, 0.016))
        bar = figure.colorbar(scale, cax=bar_axes, orientation="horizontal")
        ticks = [low + (high - low) * step / 4 for step in range(5)]
        bar.set_ticks(ticks, labels=[numbers.number(tick, spec.decimals) for tick in ticks])
        bar.outline.set_visible(False)
        for label in bar_axes.get_xticklabels():
            label.set(fontsize=9, family=font(), color=_TEXT)
    patches = []
    for state, look in _STATE_LOOKS.items():
        if spec.of(state):
            shown = {key: value for key, value in look.items() if key != "zorder"}
            patches.append(Patch(label=STATE_WORDS[state], **shown))
    if patches:
        figure.legend(
            handles=patches,
            loc="upper left",
            bbox_to_anchor=(0.46, 0.165),
            frameon=False,
            prop=FontProperties(family=font(), size=9),
            labelcolor=_TEXT,
        )


def _draw_sample_mark(figure: Any) -> None:
    figure.text(
        0.5,
        0.52,
        wording.SAMPLE_MARK,
        ha="center",
        va="center",
        rotation=18,
        fontsize=46,
        weight="bold",
        family=font(),
        color="#7a828d",
        alpha=0.26,
        zorder=10,
    )
