"""A Plotly figure outside the app: colours of paper instead of the theme's placeholders, and a size of its own."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from indicators.render import palette
from indicators.render.frame import SAMPLE, Figure, legend_height

# Scatter and bar charts only; of the version that the `plotly` package brings, held by a test.
LIBRARY = Path(__file__).parent / "plotly-basic.min.js"
# In pixels: left and right of a plot; between two values of an axis.
_BESIDE, _PER_TICK = 80, 34
_FEWEST_TICKS = 3


def alone(figure: Figure, *, width: int, height: int) -> Figure:
    """The figure in pixels of a slide, whose own sample mark stands for the figure's. What stands below the plot keeps
    its distance from it, and has the room that it needs at this width."""
    written = json.dumps(figure, ensure_ascii=False)
    for placeholder, colour in _COLOURS.items():
        written = written.replace(f'"{placeholder}"', f'"{colour}"')
    drawn: Figure = json.loads(written)
    layout: dict[str, Any] = drawn["layout"]
    margin = layout["margin"]
    was = layout["height"] - margin["t"] - margin["b"]
    names = [trace["name"] for trace in drawn["data"] if trace.get("name") and trace.get("showlegend", True)]
    if layout.get("showlegend"):
        margin["b"] += legend_height(names, room=width - _BESIDE) - legend_height(names)
    now = height - margin["t"] - margin["b"]
    if "legend" in layout:
        layout["legend"]["y"] = layout["legend"]["y"] * was / now
    uprights = [layout[name] for name in layout if name.startswith("yaxis") and "nticks" in layout[name]]
    for axis in uprights:
        axis["nticks"] = min(axis["nticks"], max(_FEWEST_TICKS, round(now / len(uprights) / _PER_TICK)))
    layout["annotations"] = [one for one in layout["annotations"] if one.get("name") != SAMPLE]
    layout |= {"width": width, "height": height}
    return drawn


_SCREEN, _PAPER = palette.SCREEN, palette.PAPER
_COLOURS = {
    _SCREEN.text: _PAPER.text,
    _SCREEN.background: _PAPER.background,
    _SCREEN.few_line: _PAPER.few_line,
    **dict(zip(_SCREEN.scale, _PAPER.scale, strict=True)),
    **{_SCREEN.roles[role]: _PAPER.roles[role] for role in _SCREEN.roles},
}
