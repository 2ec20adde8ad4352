"""A FunnelSpec drawn as vector: the limits of chance as lines, each area as a mark whose shape says its group."""

from __future__ import annotations

from typing import Any

from matplotlib.lines import Line2D
from matplotlib.ticker import MaxNLocator

from indicators.charts.funnel import FunnelGroup, FunnelSpec
from indicators.charts.spec import Dash, Role
from indicators.render import palette
from indicators.render.vector_page import FAMILY, Box, Page, free_place
from indicators.render.vector_plot import DASHES, SMALL, SYMBOLS, Entry, draw_legend, legend_rows, readable
from indicators.wording import compared as wording
from indicators.wording import numbers

_COLOURS = palette.PAPER
# As a share of the values that must be seen: the room above and below them.
_ROOM = 0.08


def draw_funnel(page: Page, box: Box, spec: FunnelSpec) -> None:
    """Draws into the box: the unit above the axes, what is counted across and the legend below them."""
    line = page.line_height(SMALL)
    rows = legend_rows(page, _entries(spec), box.width)
    below = line * (len(rows) + 0.4)
    low, high = _range(spec)
    ticks = _ticks(low, high, spec.decimals)
    words = [numbers.number(tick, _decimals(ticks, spec.decimals)) for tick in ticks]
    left = max(page.measure(word, share=SMALL) for word in words) + 0.1
    place = box.within(left=left, right=0.1, top=line * 1.5, bottom=below + line * 2.7)
    axes = page.axes(place)
    furthest = spec.curve[-1].denominator
    axes.set(xlim=(0, furthest), ylim=(low, high))
    axes.set_yticks(ticks, labels=words)
    across = [tick for tick in _ticks(0, furthest, 0) if tick <= furthest]
    axes.set_xticks(across, labels=[numbers.number(tick) for tick in across])
    axes.grid(color="#d5d9de", linewidth=0.6)
    axes.set_axisbelow(True)
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set(family=list(FAMILY))
    page.write(box.left, place.top - line * 0.5, spec.unit, share=SMALL, va="bottom")
    page.write(place.left, place.bottom + line * 1.5, spec.across, share=SMALL)
    _draw_limits(axes, spec)
    for number, group in enumerate(spec.groups):
        axes.plot(
            [p.x for p in group.points],
            [p.y for p in group.points],
            gid=f"group-{number}",
            clip_on=False,
            zorder=3,
            **_look(group),
        )
    _name(page, axes, place, spec)
    draw_legend(page, box.left, box.bottom - below + 0.4 * line, rows)


def funnel_height(page: Page, spec: FunnelSpec) -> float:
    """How high a drawing of its own should be, in inches."""
    return page.line_height(SMALL) * (22 + len(legend_rows(page, _entries(spec), page.width * 0.94)))


def _range(spec: FunnelSpec) -> tuple[float, float]:
    low, high = spec.ends
    room = _ROOM * ((high - low) or high or 1)
    highest = high + room if spec.most is None else min(high + room, spec.most + room / 2)
    return (max(0.0, low - room) if low else -room / 2), highest


def _ticks(low: float, high: float, decimals: int) -> list[float]:
    ticks = MaxNLocator(nbins=6, steps=[1, 2, 2.5, 5, 10], integer=decimals == 0).tick_values(low, high)
    return [float(tick) for tick in ticks if max(low, 0.0) <= tick <= high]


def _decimals(ticks: list[float], most: int) -> int:
    return next((d for d in range(most) if all(round(t, d) == round(t, 6) for t in ticks)), most)


def _draw_limits(axes: Any, spec: FunnelSpec) -> None:
    across = [point.denominator for point in spec.curve]
    limits = (
        ("limit-low", Dash.DASH, [p.low for p in spec.curve]),
        ("limit-high", Dash.DASH, [p.high for p in spec.curve]),
        ("wide-low", Dash.SOLID, [p.wide_low for p in spec.curve]),
        ("wide-high", Dash.SOLID, [p.wide_high for p in spec.curve]),
    )
    for name, dash, values in limits:
        known = [float("nan") if value is None else value for value in values]
        axes.plot(across, known, gid=name, zorder=2, **_limit_look(dash))
    axes.axhline(spec.middle.value, gid="middle", zorder=2, **_limit_look(Dash.DOT))


def _limit_look(dash: Dash) -> dict[str, Any]:
    return {"color": _COLOURS.roles[Role.COMPARISON], "linewidth": 1.2, "linestyle": DASHES[dash]}


def _look(group: FunnelGroup) -> dict[str, Any]:
    colour = _COLOURS.roles[group.role]
    return {
        "linestyle": "none",
        "marker": SYMBOLS[group.symbol],
        "markersize": 6,
        "color": colour,
        "markerfacecolor": _COLOURS.background if group.hollow else colour,
        "markeredgecolor": colour,
        "markeredgewidth": 1.4,
    }


def _entries(spec: FunnelSpec) -> list[Entry]:
    return [
        Entry(Line2D([], [], **_limit_look(Dash.DASH)), wording.LIMIT),
        Entry(Line2D([], [], **_limit_look(Dash.SOLID)), wording.WIDE_LIMIT),
        *(Entry(Line2D([], [], **_look(group)), group.name) for group in spec.groups),
    ]


def _name(page: Page, axes: Any, place: Box, spec: FunnelSpec) -> None:
    """Areas outside the limits by name, and what the line in the middle is."""
    taken: list[Box] = []
    for group in spec.groups:
        for point in group.points:
            x, y = page.place_of(axes, point.x, point.y)
            taken.append(Box(x - 0.05, y - 0.05, 0.1, 0.1))
    for group in spec.groups:
        for point in group.points:
            if point.label:
                x, y = page.place_of(axes, point.x, point.y)
                _put(page, place, taken, point.label, x, y, _COLOURS.roles[group.role])
    _, y = page.place_of(axes, 0, spec.middle.value)
    colour = _COLOURS.roles[spec.middle.role]
    width, height = page.measure(spec.middle.label, share=SMALL, bold=True), page.line_height(SMALL)
    starts = (place.left + 0.08, place.right - width, place.left + (place.width - width) / 2)
    sides = [Box(left, top, width, height) for left in starts for top in (y - height, y)]
    box = free_place(taken, sides) or sides[0]
    page.write(box.left, box.top, spec.middle.label, share=SMALL, color=readable(colour), weight="bold")


def _put(page: Page, place: Box, taken: list[Box], words: str, x: float, y: float, colour: str) -> None:
    width, height = page.measure(words, share=SMALL, bold=True), page.line_height(SMALL)
    sides = [
        Box(x + 0.08, y - height / 2, width, height),
        Box(x - 0.08 - width, y - height / 2, width, height),
        Box(x - width / 2, y - height - 0.06, width, height),
        Box(x - width / 2, y + 0.06, width, height),
    ]
    inside = [one for one in sides if place.left <= one.left and one.right <= page.width]
    found = free_place(taken, inside) or (inside or sides)[0]
    taken.append(found)
    page.write(found.left, found.top, words, share=SMALL, color=readable(colour), weight="bold")
