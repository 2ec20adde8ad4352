"""What every Plotly figure of the dashboard shares: layout, configuration, language, the sample mark.

A figure is a plain dict, so that it is cached and sent without Plotly being imported. It holds no title: a
title that wraps on a phone is HTML, so the page prints heading and footer around the figure
(`render.captions`), while DATA CONTOH is drawn in the figure itself. Text and mark colours
follow the light or dark theme (`render.palette`); the small `template` keeps Streamlit from adding 3 kB of its
own.
"""

from __future__ import annotations

import html
import math
from typing import Any

from indicators.charts.spec import Role
from indicators.render import palette
from indicators.wording import charts as wording
from indicators.wording import plotly as words

Figure = dict[str, Any]

# What the annotation of the sample mark is called.
SAMPLE = "sample"
TOPOLOGY_URL = "/app/static/topo/"

# In pixels: the width of a plot on a phone, of an average letter at the small size, of a legend's symbol.
_PHONE, _LETTER, _LEGEND_SYMBOL, _LEGEND_ROW = 350, 6.4, 48, 22

# Pictures are exported with title, source and data version elsewhere; Plotly's own picture would lack them.
_REMOVED_BUTTONS = [
    "toImage",
    "zoom2d",
    "pan2d",
    "select2d",
    "lasso2d",
    "zoomIn2d",
    "zoomOut2d",
    "autoScale2d",
    "resetScale2d",
    "hoverClosestGeo",
    "hoverClosestCartesian",
    "hoverCompareCartesian",
    "toggleSpikelines",
]


def config() -> dict[str, Any]:
    """The configuration of every chart: nothing is fetched from or sent to another host; there is nothing to press."""
    return {"showSendToCloud": False, "displaylogo": False, "displayModeBar": False, "doubleClick": "reset"}


def map_config() -> dict[str, Any]:
    """The configuration of maps, which can be zoomed: buttons in Indonesian, no outlines of the world fetched."""
    return config() | {
        "locale": "id",
        "locales": {"id": {"dictionary": words.DICTIONARY, "format": words.FORMAT}},
        "topojsonURL": TOPOLOGY_URL,
        "displayModeBar": "hover",
        "scrollZoom": False,
        "modeBarButtonsToRemove": _REMOVED_BUTTONS,
    }


def layout(*, height: int, sample: bool, margin: dict[str, int]) -> dict[str, Any]:
    """The layout that all figures begin with. `height` is in pixels; the width is the page's."""
    return {
        "height": height,
        "margin": margin,
        "separators": ",.",
        "font": {"family": palette.FONT, "size": palette.FONT_SIZE, "color": palette.SCREEN.text},
        "paper_bgcolor": palette.TRANSPARENT,
        "plot_bgcolor": palette.TRANSPARENT,
        "template": {"layout": {"colorway": [palette.SCREEN.roles[Role.COMPUTED]]}},
        "hovermode": "closest",
        "hoverlabel": {"align": "left", "font": {"size": palette.FONT_SIZE}},
        "dragmode": False,
        "annotations": [sample_mark()] if sample else [],
        "shapes": [],
    }


def sample_mark() -> dict[str, Any]:
    """DATA CONTOH across the drawing."""
    return {
        "name": SAMPLE,
        "text": f"<b>{wording.SAMPLE_MARK}</b>",
        "xref": "paper",
        "yref": "paper",
        "x": 0.5,
        "y": 0.5,
        "xanchor": "center",
        "yanchor": "middle",
        "showarrow": False,
        "textangle": -18,
        "font": {"size": 38, "color": palette.WATERMARK},
    }


def shown(value: float, decimals: int) -> float:
    """A number as a figure holds it: two digits finer than it is written, which no eye can tell from the exact one."""
    return round(value, decimals + 2)


def text(plain: str) -> str:
    """Plain text as Plotly's markup: escaped, line feeds as `<br>`."""
    return html.escape(plain, quote=False).replace("\n", "<br>")


def first_bold(plain: str) -> str:
    """As `text`, with the first line bold."""
    first, _, rest = plain.partition("\n")
    return f"<b>{text(first)}</b>" + (f"<br>{text(rest)}" if rest else "")


def legend(*, below: int, plot_height: int) -> dict[str, Any]:
    """A legend `below` pixels under the plot, from its left edge; it never hides a series."""
    return {
        "orientation": "h",
        "x": 0,
        "xanchor": "left",
        "y": round(-below / plot_height, 4),
        "yanchor": "top",
        "font": {"size": palette.SMALL_FONT_SIZE, "color": palette.SCREEN.text},
        "itemclick": False,
        "itemdoubleclick": False,
    }


def legend_height(names: list[str], *, room: int = _PHONE) -> int:
    """Pixels that a legend needs where the plot is `room` pixels wide (on a phone, unless said), since Plotly gives
    every entry the width of the widest."""
    if not names:
        return 0
    widths = [_LEGEND_SYMBOL + _LETTER * len(name) for name in names]
    if sum(widths) <= room:
        return _LEGEND_ROW
    side_by_side = max(1, int(room // max(widths)))
    return _LEGEND_ROW * math.ceil(len(names) / side_by_side)
