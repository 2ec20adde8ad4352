"""A SpineSpec drawn as vector: a line a row, with the same marks as on the page (`spine_html`)."""

from __future__ import annotations

from typing import Any

from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle

from indicators.charts.spec import Role, State
from indicators.charts.spine import SpineRow, SpineSpec
from indicators.judgement.beside import Standing
from indicators.render import palette
from indicators.render.vector_page import FAINT, Box, Page
from indicators.render.vector_plot import SMALL, Entry, draw_legend, legend_rows
from indicators.wording import numbers
from indicators.wording import spine as say
from indicators.wording.scorecard import STANDING

_COLOURS = palette.PAPER
_RANGE, _QUARTILES, _RULE = "#e4e7eb", "#c3c9d0", "#d5d9de"
_DOTS = {
    Standing.WORSE: ("D", _COLOURS.roles[Role.WORSE]),
    Standing.BETTER: ("s", _COLOURS.roles[Role.BETTER]),
}
# The name of an indicator with its unit takes two lines.
_NAME = 0.82
_ROW = 2.05
# Above and below the words of a row together, in lines of them.
_SPARE = 0.55
# Where columns begin, as shares of the width: name, values to the right of these, the line, its words.
_VALUE, _WHOLE, _LINE, _LINE_END, _WORDS = 0.40, 0.505, 0.525, 0.79, 0.81


def draw_spine(page: Page, box: Box, spec: SpineSpec) -> None:
    line = page.line_height(SMALL)
    rows = legend_rows(page, _entries(), box.width)
    below = line * (len(rows) + 0.6)
    _draw_head(page, box)
    top = box.top + line * 1.7
    # A row of two lines is higher than others, so that its words stay out of its neighbours.
    shares = [_lines(page, box.width, row) + _SPARE for row in spec.rows]
    each = (box.height - below - line * 1.7) / (sum(shares) or 1)
    for share, row in zip(shares, spec.rows, strict=True):
        _draw_row(page, Box(box.left, top, box.width, share * each), row)
        top += share * each
    draw_legend(page, box.left, box.bottom - below + 0.6 * line, rows)


def spine_height(page: Page, spec: SpineSpec) -> float:
    """How high a drawing of its own should be, in inches."""
    line = page.line_height(SMALL)
    return line * (_ROW * len(spec.rows) + 2.3 + len(legend_rows(page, _entries(), page.width * 0.94)))


def _lines(page: Page, width: float, row: SpineRow) -> int:
    """How many lines its name or its words take."""
    return max(len(_name(page, width, row)), len(_words(page, width, row)))


def _name(page: Page, width: float, row: SpineRow) -> list[str]:
    unit = "%" if row.unit == "persen" else row.unit
    return page.wrapped(f"{row.label} ({unit})", (_VALUE - 0.07) * width, share=_NAME)


def _words(page: Page, width: float, row: SpineRow) -> list[str]:
    words, strong = row.remark or STANDING[row.standing], row.standing in _DOTS
    return page.wrapped(words, (1 - _WORDS) * width, share=_NAME, bold=strong)


def _draw_head(page: Page, box: Box) -> None:
    baseline = box.top + page.line_height(SMALL) * 0.9

    def write(share: float, text: str, ha: str = "left", size: float = SMALL) -> None:
        x = box.left + share * box.width
        page.write(x, baseline, text, share=size, weight="bold", ha=ha, va="baseline")

    write(0, say.INDICATOR)
    write(_VALUE, say.AREA, "right")
    write(_WHOLE, say.KABUPATEN, "right")
    write(_LINE, f"‹ {say.WORSE_END}")
    write(_LINE_END, f"{say.BETTER_END} ›", "right")
    write(_WORDS, say.BESIDE, size=_NAME)
    _rule(page, box, box.top + page.line_height(SMALL) * 1.35, palette.DARK_TEXT)


def _draw_row(page: Page, box: Box, row: SpineRow) -> None:
    middle = box.top + box.height / 2
    name = "\n".join(_name(page, box.width, row))
    page.write(box.left, middle, name, share=_NAME, va="center", linespacing=1.05)
    for share, value in ((_VALUE, row.value), (_WHOLE, row.whole)):
        said = numbers.number(value, row.decimals)
        page.write(box.left + share * box.width, middle, said, share=SMALL, va="center", ha="right")
    strong = row.standing in _DOTS
    page.write(
        box.left + _WORDS * box.width,
        middle,
        "\n".join(_words(page, box.width, row)),
        share=_NAME,
        linespacing=1.05,
        va="center",
        weight="bold" if strong else "normal",
        color=palette.DARK_TEXT if not row.remark else FAINT,
    )
    if row.drawn:
        _draw_marks(page, box, row)
    _rule(page, box, box.bottom, _RULE)


def _draw_marks(page: Page, box: Box, row: SpineRow) -> None:
    left, right = box.left + _LINE * box.width, box.left + _LINE_END * box.width
    middle, half = box.top + box.height / 2, min(0.5 * box.height, 0.14)

    def across(value: float) -> float:
        return (left + right) / 2 + row.place(value) * (right - left) / 2 * 0.97

    def band(low: float, high: float, share: float, **look: Any) -> None:
        start, end = sorted((across(low), across(high)))
        page.ink.add_patch(Rectangle((start, middle - half * share), end - start, 2 * half * share, **look))

    def mark(value: float, shape: str, size: float, **look: Any) -> None:
        # A mark that lies outside the line is drawn at its end and points on.
        if row.beyond(value):
            shape = ">" if row.place(value) > 0 else "<"
        page.ink.plot([across(value)], [middle], shape, markersize=size, **look)

    if row.lowest is not None and row.highest is not None:
        band(row.lowest, row.highest, 0.7, facecolor=_RANGE, edgecolor="none")
    if row.quartiles:
        band(*row.quartiles, 0.7, facecolor=_QUARTILES, edgecolor="none")
    if row.fair:
        for value in row.fair:
            if value is not None and not row.beyond(value):
                page.ink.plot([across(value)] * 2, [middle - half, middle + half], color=FAINT, linewidth=0.9)
    centre = (left + right) / 2
    page.ink.plot([centre, centre], [box.top, box.bottom], color=palette.DARK_TEXT, linewidth=0.9)
    if row.before is not None:
        mark(row.before, "o", 4, markerfacecolor="none", markeredgecolor=FAINT, markeredgewidth=0.9)
    if row.aim is not None:
        fill = "none" if row.aim.ahead else _COLOURS.roles[Role.TARGET]
        mark(row.aim.value, "^", 5, markerfacecolor=fill, markeredgecolor=_COLOURS.roles[Role.TARGET])
    if row.state is State.VALUE and row.low is not None and row.high is not None:
        page.ink.plot([across(row.low), across(row.high)], [middle, middle], color=palette.DARK_TEXT, linewidth=1.1)
    if row.value is not None:
        shape, colour = _DOTS.get(row.standing, ("o", _COLOURS.roles[Role.COMPUTED]))
        judged = row.state is State.VALUE
        fill = colour if judged else _COLOURS.background
        mark(row.value, shape, 5.5, markerfacecolor=fill, markeredgecolor=colour if judged else FAINT)


def _rule(page: Page, box: Box, y: float, colour: str) -> None:
    page.ink.plot([box.left, box.right], [y, y], color=colour, linewidth=0.6)


def _entries() -> list[Entry]:
    target, ink = _COLOURS.roles[Role.TARGET], palette.DARK_TEXT

    def dot(shape: str, fill: str, edge: str, line: str = "none") -> Line2D:
        look: dict[str, Any] = {
            "linestyle": line,
            "marker": shape,
            "markerfacecolor": fill,
            "markeredgecolor": edge,
            "color": ink,
            "markersize": 5,
        }
        return Line2D([], [], **look)

    blue = _COLOURS.roles[Role.COMPUTED]
    return [
        Entry(dot("o", blue, blue, "-"), say.LEGEND["dot"]),
        Entry(dot("o", _COLOURS.background, FAINT), say.LEGEND["hollow"]),
        Entry(Patch(facecolor=_RANGE), say.LEGEND["range"]),
        Entry(Patch(facecolor=_QUARTILES), say.LEGEND["quartiles"]),
        Entry(dot("|", FAINT, FAINT), say.LEGEND["fair"]),
        Entry(dot("o", "none", FAINT), say.LEGEND["before"]),
        Entry(dot("^", target, target), say.LEGEND["aim"]),
        Entry(dot("^", "none", target), say.LEGEND["ahead"]),
    ]
