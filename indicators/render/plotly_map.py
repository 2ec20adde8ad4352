"""A MapSpec as a choropleth of boundaries or as equal tiles: two Plotly figures, same colours, same hover.

Geometry travels by URL, so a figure holds values and texts only. Each state of an area is a layer of its own:
only judged values are coloured; too few events are neutral grey with a dashed outline, incomplete reports with a solid
one; suppressed values a darker grey; areas without data stay nearly empty. Plotly cannot dash the outline of a
choropleth, so the dashes are thin polygons of their own (`dashes.geojson`).
"""

from __future__ import annotations

from typing import Any

from indicators.charts.spec import AreaValue, MapSpec, State
from indicators.charts.state_words import STATE_WORDS
from indicators.render import palette
from indicators.render.frame import Figure, layout, legend, legend_height, shown, text
from indicators.render.hover import hover
from indicators.render.tile_names import two_lines
from indicators.wording import charts as wording

Trace = dict[str, Any]

_COLOURS = palette.SCREEN
_COLOURED = (State.VALUE, State.PARTIAL)
_FILLS = {
    State.TOO_FEW: _COLOURS.few_fill,
    State.PROVISIONAL: _COLOURS.few_fill,
    State.SUPPRESSED: _COLOURS.hidden_fill,
    State.MISSING: _COLOURS.missing_fill,
    State.NOT_ENTERED: _COLOURS.missing_fill,
}
_LINES = {
    State.TOO_FEW: _COLOURS.background,
    State.PROVISIONAL: _COLOURS.few_line,
    State.SUPPRESSED: _COLOURS.background,
    State.MISSING: _COLOURS.missing_line,
    State.NOT_ENTERED: _COLOURS.missing_line,
}
_TILE = 0.94
# In pixels: the map itself; a tile, wide enough for half a name at the smallest size; colour bar with its unit.
_MAP_HEIGHT, _SMALLEST_TILE, _LARGEST_TILE, _BAR_HEIGHT, _NO_BAR = 400, 58, 84, 68, 12
_SCALE_STEPS = len(_COLOURS.scale) - 1
# A click opens an area; nothing is selected, so nothing is dimmed.
_UNCHANGED_BY_CLICKS = {
    "selected": {"marker": {"opacity": 1}},
    "unselected": {"marker": {"opacity": 1}},
}


def plotly_map(
    spec: MapSpec,
    *,
    boundaries_url: str,
    dashes_url: str,
    height: int = _MAP_HEIGHT,
) -> Figure:
    """The choropleth, its map `height` pixels high. The URLs serve GeoJSON whose feature ids are area codes."""
    common: Trace = {"type": "choropleth", "geojson": boundaries_url, "featureidkey": "id"}
    traces: list[Trace] = []
    for state, areas in _layers(spec):
        trace: Trace = common | _coded(areas) | _UNCHANGED_BY_CLICKS
        if state is State.VALUE:
            trace |= _coloured(spec, areas) | {
                "marker": {"line": {"color": _COLOURS.background, "width": 1}},
                "showscale": True,
                "colorbar": _colour_bar(spec),
            }
        else:
            trace |= _plain(areas, _FILLS[state]) | {
                "marker": {"line": {"color": _LINES[state], "width": 1}},
                "name": STATE_WORDS[state],
                "showlegend": True,
            }
        traces.append(trace)
    if few := spec.of(State.TOO_FEW):
        traces.append(
            common
            | {"geojson": dashes_url, "locations": [a.code for a in few]}
            | _plain(few, _COLOURS.few_line)
            | {"marker": {"line": {"width": 0}}, "hoverinfo": "skip", "showlegend": False}
        )
    figure_layout = _map_layout(spec, height, spec.outlines)
    figure_layout["geo"] = {
        "visible": False,
        "fitbounds": "locations",
        "projection": {"type": "mercator"},
        "bgcolor": palette.TRANSPARENT,
    }
    return {"data": traces, "layout": figure_layout}


def plotly_tiles(spec: MapSpec) -> Figure:
    """The tile map: bars one unit high standing on their row, so that tiles scale and can be clicked."""
    traces: list[Trace] = []
    outlines = []
    for state, areas in _layers(spec):
        trace: Trace = {"type": "bar"} | _tiles(areas) | _UNCHANGED_BY_CLICKS
        if state is State.VALUE:
            trace["marker"] = _coloured_bar(spec, areas)
            trace["showlegend"] = False
        else:
            trace["marker"] = {"color": _FILLS[state], "line": {"color": _LINES[state], "width": 1}}
            # Plotly would choose by the fill alone and not see the background through it.
            trace["insidetextfont"] = {"color": _COLOURS.text}
            trace["name"] = STATE_WORDS[state]
            trace["showlegend"] = True
        traces.append(trace)
        if state is State.TOO_FEW:
            outlines = [_outline(area) for area in areas]
    columns = [area.tile[0] for area in spec.areas]
    rows = [area.tile[1] for area in spec.areas]
    deep = max(rows) - min(rows) + 1
    height = deep * min(max(_MAP_HEIGHT // deep, _SMALLEST_TILE), _LARGEST_TILE)
    figure_layout = _map_layout(spec, height, wording.TILES_NOTE)
    figure_layout["shapes"] += outlines
    bare = {"visible": False, "fixedrange": True}
    figure_layout |= {
        "barmode": "overlay",
        "xaxis": bare | {"range": [min(columns) - 0.5, max(columns) + 0.5], "constrain": "domain"},
        "yaxis": bare
        | {
            "range": [-max(rows) - 0.5, -min(rows) + 0.5],
            "scaleanchor": "x",
            "constrain": "domain",
        },
    }
    return {"data": traces, "layout": figure_layout}


def _layers(spec: MapSpec) -> list[tuple[State, tuple[AreaValue, ...]]]:
    """The layers that have areas; the coloured one first."""
    layers = [(State.VALUE, spec.of(*_COLOURED))]
    layers += [(state, spec.of(state)) for state in _FILLS]
    return [(state, areas) for state, areas in layers if areas]


def _coded(areas: tuple[AreaValue, ...]) -> Trace:
    return {"locations": [a.code for a in areas]} | hover([a.hover for a in areas])


def _coloured(spec: MapSpec, areas: tuple[AreaValue, ...]) -> Trace:
    low, high = spec.scale or (0, 1)
    return {"z": _values(spec, areas), "zmin": low, "zmax": high, "colorscale": _colour_scale()}


def _coloured_bar(spec: MapSpec, areas: tuple[AreaValue, ...]) -> Trace:
    low, high = spec.scale or (0, 1)
    return {
        "color": _values(spec, areas),
        "cmin": low,
        "cmax": high,
        "colorscale": _colour_scale(),
        "showscale": True,
        "colorbar": _colour_bar(spec),
    }


def _values(spec: MapSpec, areas: tuple[AreaValue, ...]) -> list[float | None]:
    return [None if a.value is None else shown(a.value, spec.decimals) for a in areas]


def _plain(areas: tuple[AreaValue, ...], colour: str) -> Trace:
    """One colour for all: Plotly wants a value and a scale for that too."""
    return {
        "z": [0] * len(areas),
        "zmin": 0,
        "zmax": 1,
        "colorscale": [[0, colour], [1, colour]],
        "showscale": False,
    }


def _colour_scale() -> list[list[float | str]]:
    return [[round(i / _SCALE_STEPS, 2), colour] for i, colour in enumerate(_COLOURS.scale)]


def _colour_bar(spec: MapSpec) -> Trace:
    return {
        "orientation": "h",
        "x": 0.5,
        "xanchor": "center",
        "y": 0,
        "yanchor": "top",
        "ypad": 4,
        "lenmode": "pixels",
        "len": 300,
        "thickness": 10,
        "outlinewidth": 0,
        "nticks": 5,
        "tickformat": f",.{spec.decimals}~f" if spec.decimals else ",d",
        "tickfont": {"size": palette.SMALL_FONT_SIZE, "color": _COLOURS.text},
        "title": {"text": text(spec.unit), "side": "top", "font": {"size": palette.SMALL_FONT_SIZE}},
    }


def _map_layout(spec: MapSpec, plot_height: int, note: str) -> dict[str, Any]:
    names = [STATE_WORDS[state] for state in _FILLS if spec.of(state)]
    below = _BAR_HEIGHT if spec.scale else _NO_BAR
    margin = {"l": 4, "r": 4, "t": 24, "b": below + legend_height(names)}
    figure_layout = layout(height=margin["t"] + plot_height + margin["b"], sample=spec.sample, margin=margin)
    figure_layout["showlegend"] = bool(names)
    figure_layout["legend"] = legend(below=below, plot_height=plot_height)
    figure_layout["annotations"].append(
        {
            "text": text(note),
            "xref": "paper",
            "yref": "paper",
            "x": 0,
            "y": 1,
            "xanchor": "left",
            "yanchor": "bottom",
            "showarrow": False,
            "font": {"size": palette.SMALL_FONT_SIZE},
        }
    )
    return figure_layout


def _tiles(areas: tuple[AreaValue, ...]) -> Trace:
    return {
        "x": [a.tile[0] for a in areas],
        "y": [_TILE] * len(areas),
        "base": [-a.tile[1] - _TILE / 2 for a in areas],
        "width": _TILE,
        "text": [text(two_lines(a.name)) for a in areas],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "constraintext": "none",
        "textfont": {"size": palette.SMALL_FONT_SIZE},
    } | hover([a.hover for a in areas], keys=[a.code for a in areas])


def _outline(area: AreaValue) -> dict[str, Any]:
    column, row = area.tile
    half = _TILE / 2 - 0.02
    return {
        "type": "rect",
        "x0": column - half,
        "x1": column + half,
        "y0": -row - half,
        "y1": -row + half,
        "line": {"color": _COLOURS.few_line, "width": 1.5, "dash": "dash"},
    }
