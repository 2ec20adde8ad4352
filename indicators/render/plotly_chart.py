"""A ChartSpec as a Plotly figure (a plain dict).

Each series becomes one trace of its ordinary values, and one more of each other state that it has, so that
partial years, incomplete reports, too few events and suppressed counts have a look of their own and are never joined
to a line of ordinary values.
Categories without a value hold None, which breaks a line.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from indicators.charts.spec import (
    ChartSpec,
    Dash,
    Emphasis,
    Mark,
    Point,
    Role,
    Series,
    State,
    Symbol,
    TargetPoint,
)
from indicators.render import palette
from indicators.render.frame import Figure, layout, legend, legend_height, shown, text
from indicators.render.hover import hover
from indicators.render.point_labels import in_the_clear

Trace = dict[str, Any]

_DASHES = {Dash.SOLID: "solid", Dash.DASH: "dash", Dash.DOT: "dot"}
_SYMBOLS = {Symbol.CIRCLE: "circle", Symbol.DIAMOND: "diamond", Symbol.SQUARE: "square"}
_WIDTHS = {Emphasis.STRONG: 3, Emphasis.NORMAL: 2, Emphasis.FAINT: 1.5}
_MARKER_SIZES = {Emphasis.STRONG: 8, Emphasis.NORMAL: 8, Emphasis.FAINT: 5}

_TICK_FONT = {"size": palette.SMALL_FONT_SIZE, "color": palette.SCREEN.text}
# In pixels.
_PANEL_HEIGHT = 150
_PLAIN_HEIGHT = 250
_ROW_HEIGHT = 30
_PHONE_PLOT, _LETTER = 300, 6.8
_GAP = 0.12
_BELOW_VERTICAL = 34
_BELOW_HORIZONTAL = 56
# How many categories a phone shows side by side: years, or names as short as a month's.
_MOST_TICKS, _MOST_SHORT_TICKS, _SHORT_TICK = 8, 12, 3
# In pixels: between the names of two categories.
_BETWEEN_TICKS = 8
# In pixels: how far a label at the right end may reach beyond its mark, away from the data.
_INTO_MARGIN = 30


def plotly_chart(spec: ChartSpec) -> Figure:
    """The figure; its numbers are those of the specification, as exact as `frame.shown` sends them."""
    names = _legend_names(spec)
    below = _BELOW_HORIZONTAL if spec.horizontal else _BELOW_VERTICAL
    plot_height = _plot_height(spec)
    margin = {"l": 8, "r": _right(spec), "t": _top(spec), "b": below + legend_height(names)}
    figure_layout = layout(height=margin["t"] + plot_height + margin["b"], sample=spec.sample, margin=margin)
    figure_layout |= _axes(spec)
    figure_layout |= {
        "showlegend": bool(names),
        "legend": legend(below=below, plot_height=plot_height),
        "barmode": "overlay",
        "bargap": 0.35,
    }
    figure_layout["annotations"] += _panel_titles(spec)
    # Published values lie on top: where computed ones agree with them, both must be seen.
    drawn = sorted(spec.series, key=lambda series: series.role is Role.PUBLISHED)
    traces = [trace for series in drawn for trace in _series_traces(spec, series)]
    traces += _target_traces(spec)
    figure_layout["annotations"] += _target_labels(spec)
    _add_lines(spec, figure_layout)
    return {"data": traces, "layout": figure_layout}


def _legend_names(spec: ChartSpec) -> list[str]:
    """Names to explain; none where every panel holds one series, which its title names."""
    alone = all(sum(s.panel == index for s in spec.series) <= 1 for index in range(len(spec.all_panels)))
    return [] if alone else [series.name for series in spec.series]


def _right(spec: ChartSpec) -> int:
    """Room for the label of a last value."""
    if spec.horizontal:
        return 34
    labels = [len(p.label) for s in spec.series if s.mark is not Mark.BAR for p in s.points]
    labelled_targets = any(target.x is not None for target in spec.targets)
    return max(_INTO_MARGIN + 4 if labelled_targets else 16, 16 + round(_LETTER * max(labels, default=0)))


def _top(spec: ChartSpec) -> int:
    across = len(spec.lines) + sum(target.x is None for target in spec.targets)
    return 10 + 20 * across if spec.horizontal else 34


def _plot_height(spec: ChartSpec) -> int:
    if spec.horizontal:
        return _ROW_HEIGHT * max(3, len(spec.categories))
    return _PANEL_HEIGHT * len(spec.panels) if spec.panels else _PLAIN_HEIGHT


def _domains(spec: ChartSpec) -> list[tuple[float, float]]:
    """From bottom to top of each panel, the first panel uppermost."""
    count = len(spec.all_panels)
    share = (1 - _GAP * (count - 1)) / count
    tops = [1 - index * (share + _GAP) for index in range(count)]
    return [(round(max(0.0, top - share), 4), round(top, 4)) for top in tops]


def _axes(spec: ChartSpec) -> dict[str, Any]:
    category_axis: dict[str, Any] = {
        "type": "category",
        "categoryorder": "array",
        "categoryarray": list(spec.categories),
        "range": [-0.5, len(spec.categories) - 0.5],
        "fixedrange": True,
        "automargin": True,
        "showgrid": False,
        "tickfont": _TICK_FONT,
    }
    if spec.horizontal:
        value_axis = _value_axis(spec, 0)
        return {
            "yaxis": category_axis | {"range": category_axis["range"][::-1], "dtick": 1, "ticksuffix": " "},
            "xaxis": value_axis | {"showgrid": True, "title": {"text": text(spec.unit), "font": _TICK_FONT}},
        }
    longest = max(map(len, spec.categories), default=0)
    fit = max(1, int(_PHONE_PLOT / (longest * _LETTER + _BETWEEN_TICKS)))
    every = -(-len(spec.categories) // (_MOST_SHORT_TICKS if longest <= _SHORT_TICK else min(_MOST_TICKS, fit)))
    lowest = len(spec.all_panels)
    axes: dict[str, Any] = {
        "xaxis": category_axis
        | {
            "anchor": "y" if lowest == 1 else f"y{lowest}",
            "tickangle": 0,
            "tickvals": list(spec.categories[::-1][::every][::-1]),
        }
    }
    for index, domain in enumerate(_domains(spec)):
        axes["yaxis" if index == 0 else f"yaxis{index + 1}"] = _value_axis(spec, index) | {"domain": list(domain)}
        if not spec.from_zero:
            axes["yaxis" if index == 0 else f"yaxis{index + 1}"]["rangemode"] = "normal"
    return axes


def _value_axis(spec: ChartSpec, index: int) -> dict[str, Any]:
    panel, ticks = spec.all_panels[index], 6 if len(spec.all_panels) == 1 else 5
    highest = max((p.y or 0 for series in spec.series if series.panel == index for p in series.points), default=0)
    return {
        "rangemode": "tozero",
        "fixedrange": True,
        "automargin": True,
        "tickformat": f",.{panel.decimals}~f" if panel.decimals else ",d",
        "nticks": ticks,
        # Of two deaths there is no half one.
        **({"dtick": 1} if not panel.decimals and highest < ticks else {}),
        "gridcolor": palette.GRID,
        "zerolinecolor": palette.AXIS,
        "tickfont": _TICK_FONT,
    }


def _panel_titles(spec: ChartSpec) -> list[dict[str, Any]]:
    """The unit above each value axis, with the panel's title where it has one."""
    if spec.horizontal:
        return []
    return [
        {
            "text": f"<b>{text(panel.title)}</b> ({text(panel.unit)})" if panel.title else text(panel.unit),
            "xref": "paper",
            "yref": "paper",
            "x": 0,
            "y": domain[1],
            "xanchor": "left",
            "yanchor": "bottom",
            "yshift": 8,
            "showarrow": False,
            "font": {"size": palette.SMALL_FONT_SIZE},
        }
        for panel, domain in zip(spec.all_panels, _domains(spec), strict=True)
    ]


def _series_traces(spec: ChartSpec, series: Series) -> list[Trace]:
    if series.mark is Mark.STEP:
        return [_step(spec, series)]
    by_state: dict[State, list[Point]] = {}
    for point in series.points:
        by_state.setdefault(point.state, []).append(point)
    ordinary = by_state.pop(State.VALUE, [])
    traces = [_ordinary(spec, series, ordinary)]
    hollow_alone = not ordinary and by_state and set(by_state) <= {State.PROVISIONAL, State.TOO_FEW}
    if series.role is Role.NEUTRAL or hollow_alone:
        traces = []
    for state, points in by_state.items():
        if state in (State.PARTIAL, State.PROVISIONAL, State.TOO_FEW):
            traces.append(_hollow(spec, series, points))
        elif state is State.SUPPRESSED:
            traces.extend(_suppressed(spec, series, points))
        else:
            traces.append(_words(spec, series, points))
    for trace in traces[1:]:
        trace["showlegend"] = False
    return traces


def _place(spec: ChartSpec, series_panel: int, categories: list[str], values: list[float | None]) -> Trace:
    """Categories and values on the right axes."""
    decimals = spec.all_panels[series_panel].decimals
    values = [None if value is None else shown(value, decimals) for value in values]
    if spec.horizontal:
        return {"y": categories, "x": values}
    axis = {} if series_panel == 0 else {"yaxis": f"y{series_panel + 1}"}
    return {"x": categories, "y": values} | axis


def _common(spec: ChartSpec, series: Series, points: list[Point]) -> Trace:
    trace = _place(spec, series.panel, [p.x for p in points], [p.y for p in points])
    trace |= {"name": text(series.name)}
    # Marks without words lie on others that have them.
    trace |= hover([p.hover for p in points]) if any(p.hover for p in points) else {"hoverinfo": "skip"}
    if any(p.label for p in points):
        trace["text"] = [text(p.label) for p in points]
    return trace


def _ordinary(spec: ChartSpec, series: Series, points: list[Point]) -> Trace:
    colour = palette.SCREEN.roles[series.role]
    if series.mark is Mark.BAR:
        trace = _common(spec, series, _labels_that_fit(spec, points)) | {
            "type": "bar",
            "marker": {"color": colour},
            "textfont": {"size": palette.SMALL_FONT_SIZE},
            "textposition": "outside",
            "cliponaxis": False,
            "textangle": 0,
            "constraintext": "none",
        }
        return trace | ({"orientation": "h"} if spec.horizontal else {})
    if series.mark is Mark.LINE:
        points = _with_gaps(spec, in_the_clear(spec, series, points))
    trace = _common(spec, series, points) | {
        "type": "scatter",
        "marker": {
            "color": colour,
            "size": _MARKER_SIZES[series.emphasis],
            "symbol": _SYMBOLS[series.symbol],
        },
        "mode": _mode(series, points),
        "cliponaxis": False,
        "textposition": "middle right",
        "textfont": {"color": colour, "weight": 700},
    }
    if series.mark is Mark.LINE:
        trace["line"] = {
            "color": colour,
            "width": _WIDTHS[series.emphasis],
            "dash": _DASHES[series.dash],
        }
        trace["connectgaps"] = False
    return trace | _interval(spec, series, points, colour)


def _step(spec: ChartSpec, series: Series) -> Trace:
    """A level that changes from category to category; it says nothing of its own when pointed at."""
    colour = palette.SCREEN.roles[series.role]
    points = _with_gaps(spec, list(series.points))
    if len({p.y for p in points}) == 1:
        points = [points[0], points[-1]]  # one level from end to end needs no more
    return _place(spec, series.panel, [p.x for p in points], [p.y for p in points]) | {
        "type": "scatter",
        "mode": "lines",
        "name": text(series.name),
        "line": {"color": colour, "width": _WIDTHS[series.emphasis], "dash": _DASHES[series.dash], "shape": "hvh"},
        "connectgaps": False,
        "hoverinfo": "skip",
    }


def _labels_that_fit(spec: ChartSpec, points: list[Point]) -> list[Point]:
    """On a phone, long labels over many upright bars run together: then only the first and last keep theirs."""
    longest = max((len(p.label) for p in points), default=0)
    if spec.horizontal or longest * _LETTER + 6 <= _PHONE_PLOT / len(spec.categories):
        return points
    ends = (points[0], points[-1])
    return [p if p in ends else replace(p, label="") for p in points]


def _mode(series: Series, points: list[Point]) -> str:
    parts = ["lines"] if series.mark is Mark.LINE else []
    parts.append("markers")
    if any(p.label for p in points):
        parts.append("text")
    return "+".join(parts)


def _with_gaps(spec: ChartSpec, points: list[Point]) -> list[Point]:
    """Points from the first to the last category of the series, with an empty one where there is no value."""
    by_category = {p.x: p for p in points}
    present = [index for index, category in enumerate(spec.categories) if category in by_category]
    if not present:
        return []
    return [
        by_category.get(category, Point(x=category, y=None, hover="", state=State.MISSING))
        for category in spec.categories[present[0] : present[-1] + 1]
    ]


def _interval(spec: ChartSpec, series: Series, points: list[Point], colour: str) -> Trace:
    """Error bars from low to high; Plotly wants distances from the value."""
    if not any(p.low is not None and p.y is not None for p in points):
        return {}
    decimals = spec.all_panels[series.panel].decimals
    above = [None if p.high is None or p.y is None else shown(p.high - p.y, decimals) for p in points]
    below = [None if p.low is None or p.y is None else shown(p.y - p.low, decimals) for p in points]
    return {
        "error_x" if spec.horizontal else "error_y": {
            "type": "data",
            "symmetric": False,
            "array": above,
            "arrayminus": below,
            "color": colour,
            "thickness": 1.5,
            "width": 0 if spec.horizontal else 4,
        }
    }


def _hollow(spec: ChartSpec, series: Series, points: list[Point]) -> Trace:
    """Numbers that must not be read like the others: partial years, incomplete reports, too few events."""
    few = points[0].state is State.TOO_FEW
    joined = series.mark is Mark.LINE and points[0].state is State.PROVISIONAL
    if joined:
        points = _with_gaps(spec, points)
    colour = palette.SCREEN.roles[Role.NEUTRAL if few else series.role]
    trace = _common(spec, series, points)
    if series.mark is Mark.BAR:
        return (
            trace
            | {
                "type": "bar",
                "textposition": "outside",
                "cliponaxis": False,
                "textangle": 0,
                "constraintext": "none",
                "marker": {
                    "color": palette.TRANSPARENT,
                    "line": {"color": colour, "width": 2},
                    "pattern": {"shape": "/", "fgcolor": colour, "size": 7, "solidity": 0.25},
                },
            }
            | ({"orientation": "h"} if spec.horizontal else {})
        )
    return (
        trace
        | {
            "type": "scatter",
            "mode": "markers+text" if any(p.label for p in points) else "markers",
            "textposition": "middle right",
            "cliponaxis": False,
            "marker": {
                "color": colour,
                "size": _MARKER_SIZES[series.emphasis] + 1,
                "symbol": f"{_SYMBOLS[series.symbol]}-open",
                "line": {"width": 2, "color": colour},
            },
        }
        | (_dotted(series, colour) if joined else {})
        | _interval(spec, series, points, colour)
    )


def _dotted(series: Series, colour: str) -> Trace:
    """Totals of incomplete reports are joined to one another, so that one sees the year they belong to."""
    return {
        "mode": "lines+markers",
        "line": {"color": colour, "width": _WIDTHS[series.emphasis], "dash": "dot"},
        "connectgaps": False,
    }


def _suppressed(spec: ChartSpec, series: Series, points: list[Point]) -> list[Trace]:
    """Bounded counts as a hatched bar from bound to bound; without bounds, words."""
    bounded = [p for p in points if p.low is not None]
    traces = []
    if bounded:
        lows = [p.low for p in bounded]
        spans = [(p.high or 0) - (p.low or 0) for p in bounded]
        trace = _common(spec, series, bounded)
        trace["x" if spec.horizontal else "y"] = spans
        colour = palette.SCREEN.roles[Role.NEUTRAL]
        traces.append(
            trace
            | {
                "type": "bar",
                "base": lows,
                "textposition": "outside",
                "cliponaxis": False,
                "textangle": 0,
                "constraintext": "none",
                "marker": {
                    "color": palette.TRANSPARENT,
                    "line": {"color": colour, "width": 1.5},
                    "pattern": {"shape": "x", "fgcolor": colour, "size": 6, "solidity": 0.2},
                },
            }
            | ({"orientation": "h"} if spec.horizontal else {})
        )
    unbounded = [p for p in points if p.low is None]
    return [*traces, _words(spec, series, unbounded)] if unbounded else traces


def _words(spec: ChartSpec, series: Series, points: list[Point]) -> Trace:
    """Why there is no mark, written where it would have been."""
    trace = _common(spec, series, points)
    trace["x" if spec.horizontal else "y"] = [0] * len(points)
    trace["text"] = [f"<i>{text(_folded(spec, p.label))}</i>" for p in points]
    return trace | {
        "type": "scatter",
        "mode": "text",
        "textposition": "middle right" if spec.horizontal else "top center",
        "cliponaxis": False,
        "textfont": {"size": palette.SMALL_FONT_SIZE},
    }


def _folded(spec: ChartSpec, label: str) -> str:
    """Words above a narrow category, one a line."""
    return label if spec.horizontal else label.replace(" ", "\n")


def _target_traces(spec: ChartSpec) -> list[Trace]:
    """Targets of a year: a short bar across that year only."""
    colour = palette.SCREEN.roles[Role.TARGET]
    return [
        _place(spec, target.panel, [target.x], [target.value])
        | hover([target.hover])
        | {
            "type": "scatter",
            "mode": "markers",
            "name": text(target.label),
            "showlegend": False,
            "cliponaxis": False,
            "marker": {
                "symbol": "line-ns" if spec.horizontal else "line-ew",
                "size": 22,
                "color": colour,
                "line": {"width": 4, "color": colour},
            },
        }
        for target in spec.targets
        if target.x is not None
    ]


def _target_labels(spec: ChartSpec) -> list[dict[str, Any]]:
    """Labels of the targets of a year, above or below their marks; nothing is hidden behind them."""
    labels = []
    for target in spec.targets:
        if target.x is None:
            continue
        # By number: Plotly would read a year's text as the 2024th category.
        place = spec.categories.index(target.x)
        position = place / max(1, len(spec.categories) - 1)
        above = not _has_higher_neighbour(spec, target)
        labels.append(
            {
                "text": f"<b>{text(_two_lines(target.label))}</b>",
                "x": target.value if spec.horizontal else place,
                "y": place if spec.horizontal else target.value,
                "xref": "x",
                "yref": "y" if target.panel == 0 else f"y{target.panel + 1}",
                "xanchor": "right" if position > 0.75 else "left" if position < 0.25 else "center",
                "xshift": _INTO_MARGIN if position > 0.75 else 0,
                "yanchor": "bottom" if above else "top",
                "yshift": 5 if above else -5,
                "showarrow": False,
                "font": {"size": palette.SMALL_FONT_SIZE, "color": palette.SCREEN.roles[Role.TARGET]},
            }
        )
    return labels


def _two_lines(label: str) -> str:
    """`Target RPJMN` over `2024: 14`; where no document is named, `Target 2025:` over the value."""
    name, _, value = label.partition(": ")
    document, _, year = name.rpartition(" ")
    return f"{document}\n{year}: {value}" if " " in document else f"{name}:\n{value}"


def _has_higher_neighbour(spec: ChartSpec, target: TargetPoint) -> bool:
    """Whether a target within two years is higher: then this one is labelled below its mark."""
    place = spec.categories.index(target.x) if target.x is not None else 0
    return any(
        other.value > target.value
        for other in spec.targets
        if other.x is not None and other.panel == target.panel and abs(spec.categories.index(other.x) - place) <= 2
    )


def _add_lines(spec: ChartSpec, figure_layout: dict[str, Any]) -> None:
    """Lines across all categories, labelled at the top of a horizontal chart, else at the right end."""
    across = [(line.value, line.label, line.role, "dot") for line in spec.lines]
    across += [(t.value, t.label, Role.TARGET, "dash") for t in spec.targets if t.x is None]
    ends = [end for s in spec.series for p in s.points for end in (p.y, p.high) if end is not None]
    furthest = max([*ends, *(value for value, *_ in across)], default=0)
    for index, (value, label, role, dash) in enumerate(across):
        colour = palette.SCREEN.roles[role]
        line = {"color": colour, "width": 2, "dash": dash}
        if spec.horizontal:
            shape = {"x0": value, "x1": value, "y0": 0, "y1": 1, "xref": "x", "yref": "paper"}
            place = {"x": value, "y": 1, "xref": "x", "yref": "paper", "yanchor": "bottom"}
            place |= {"xanchor": "right" if value > furthest / 2 else "left", "yshift": 20 * index}
        else:
            shape = {"x0": 0, "x1": 1, "y0": value, "y1": value, "xref": "paper", "yref": "y"}
            place = {
                "x": 1,
                "y": value,
                "xref": "paper",
                "yref": "y",
                "xanchor": "right",
                "yanchor": "bottom",
            }
        figure_layout["shapes"].append({"type": "line", "line": line, "layer": "below"} | shape)
        figure_layout["annotations"].append(
            {
                "text": f"<b>{text(label)}</b>",
                "showarrow": False,
                "font": {"size": palette.SMALL_FONT_SIZE, "color": colour},
            }
            | place
        )
