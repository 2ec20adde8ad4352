"""A FunnelSpec as a Plotly figure (a plain dict)."""

from __future__ import annotations

from typing import Any

from indicators.charts.funnel import FunnelGroup, FunnelSpec
from indicators.charts.spec import Role, Symbol
from indicators.render import palette
from indicators.render.frame import Figure, layout, legend, legend_height, shown, text
from indicators.render.hover import hover
from indicators.wording import compared as wording

Trace = dict[str, Any]

_SYMBOLS = {Symbol.CIRCLE: "circle", Symbol.DIAMOND: "diamond", Symbol.SQUARE: "square"}
_TICK_FONT = {"size": palette.SMALL_FONT_SIZE, "color": palette.SCREEN.text}
# In pixels.
_PLOT_HEIGHT, _BELOW = 320, 56
# As a share of the values that must be seen: the room above and below them.
_ROOM = 0.08


def plotly_funnel(spec: FunnelSpec) -> Figure:
    """The figure; its numbers are those of the specification, as exact as `frame.shown` sends them."""
    names = [wording.LIMIT, wording.WIDE_LIMIT, *(group.name for group in spec.groups)]
    margin = {"l": 8, "r": 16, "t": 34, "b": _BELOW + legend_height(names)}
    figure_layout = layout(height=margin["t"] + _PLOT_HEIGHT + margin["b"], sample=spec.sample, margin=margin)
    figure_layout |= {
        "showlegend": True,
        "legend": legend(below=_BELOW, plot_height=_PLOT_HEIGHT),
        "xaxis": _axis() | {
            "range": [0, spec.curve[-1].denominator],
            "tickformat": ",d",
            "title": {"text": text(spec.across), "font": _TICK_FONT},
        },
        "yaxis": _axis() | {
            "range": _range(spec),
            "tickformat": f",.{spec.decimals}~f" if spec.decimals else ",d",
        },
    }  # fmt: skip
    figure_layout["annotations"] += [_unit(spec), _middle(spec)]
    curves = [
        *_limits(spec, wording.LIMIT, "dash", [p.low for p in spec.curve], [p.high for p in spec.curve]),
        *_limits(
            spec, wording.WIDE_LIMIT, "solid", [p.wide_low for p in spec.curve], [p.wide_high for p in spec.curve]
        ),
        _line(spec, [spec.middle.value] * 2, "dot", [0, spec.curve[-1].denominator]) | {"showlegend": False},
    ]
    return {"data": [*curves, *(_points(spec, group) for group in spec.groups)], "layout": figure_layout}


def _axis() -> dict[str, Any]:
    return {
        "fixedrange": True,
        "automargin": True,
        "nticks": 6,
        "gridcolor": palette.GRID,
        "zerolinecolor": palette.AXIS,
        "tickfont": _TICK_FONT,
    }


def _range(spec: FunnelSpec) -> list[float]:
    """From a little below to a little above what must be seen, nothing below none or far above all."""
    low, high = spec.ends
    room = _ROOM * ((high - low) or high or 1)
    highest = high + room if spec.most is None else min(high + room, spec.most + room / 2)
    return [shown(max(0.0, low - room) if low else -room / 2, spec.decimals), shown(highest, spec.decimals)]


def _limits(spec: FunnelSpec, name: str, dash: str, low: list[float | None], high: list[float | None]) -> list[Trace]:
    """Two lines with one entry in the legend."""
    across = [point.denominator for point in spec.curve]
    return [
        _line(spec, values, dash, across) | {"name": text(name), "legendgroup": dash, "showlegend": first}
        for values, first in ((low, False), (high, True))
    ]


def _line(spec: FunnelSpec, values: list[float | None] | list[float], dash: str, across: list[float]) -> Trace:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": across,
        "y": [None if value is None else shown(value, spec.decimals) for value in values],
        "line": {"color": palette.SCREEN.roles[Role.COMPARISON], "width": 1.5, "dash": dash},
        "hoverinfo": "skip",
    }


def _points(spec: FunnelSpec, group: FunnelGroup) -> Trace:
    colour = palette.SCREEN.roles[group.role]
    trace: Trace = {
        "type": "scatter",
        "mode": "markers",
        "name": text(group.name),
        "x": [point.x for point in group.points],
        "y": [shown(point.y, spec.decimals) for point in group.points],
        "marker": {
            "color": colour,
            "size": 9,
            "symbol": _SYMBOLS[group.symbol] + ("-open" if group.hollow else ""),
            "line": {"width": 2 if group.hollow else 0, "color": colour},
        },
        "cliponaxis": False,
    } | hover([point.hover for point in group.points])
    if any(point.label for point in group.points):
        middle = spec.curve[-1].denominator / 2
        trace |= {
            "mode": "markers+text",
            "text": [text(point.label) for point in group.points],
            # Away from the nearer side, so that no name is cut off.
            "textposition": ["middle left" if point.x > middle else "middle right" for point in group.points],
            "textfont": {"color": colour, "weight": 700, "size": palette.SMALL_FONT_SIZE},
        }
    return trace


def _unit(spec: FunnelSpec) -> dict[str, Any]:
    return {
        "text": text(spec.unit),
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 1,
        "xanchor": "left",
        "yanchor": "bottom",
        "yshift": 8,
        "showarrow": False,
        "font": {"size": palette.SMALL_FONT_SIZE},
    }


def _middle(spec: FunnelSpec) -> dict[str, Any]:
    """What the line in the middle is, at its left end, where the limits are furthest from it."""
    return {
        "text": f"<b>{text(spec.middle.label)}</b>",
        "xref": "paper",
        "yref": "y",
        "x": 0.01,
        "y": shown(spec.middle.value, spec.decimals),
        "xanchor": "left",
        "yanchor": "bottom",
        "showarrow": False,
        "font": {"size": palette.SMALL_FONT_SIZE, "color": palette.SCREEN.roles[spec.middle.role]},
    }
