"""A ChartSpec drawn as vector: what hover says on a screen is said here by legend, labels and marks.

The same marks as `plotly_chart`: ordinary values filled, numbers that must not be read like the others hollow or
hatched, and words where there is no number. Each artist of numbers is named `series-N-state` or `target-N`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from matplotlib.lines import Line2D
from matplotlib.patches import Patch, Rectangle
from matplotlib.ticker import MaxNLocator

from indicators.charts.spec import WITH_VALUE, ChartSpec, Dash, Emphasis, Mark, Point, Role, Series, State, Symbol
from indicators.charts.state_words import STATE_WORDS
from indicators.render import palette
from indicators.render.vector_page import FAINT, FAMILY, Box, Page, free_place
from indicators.wording import numbers

DASHES = {Dash.SOLID: "-", Dash.DASH: (0, (5, 2.5)), Dash.DOT: (0, (1.2, 2))}
SYMBOLS = {Symbol.CIRCLE: "o", Symbol.DIAMOND: "D", Symbol.SQUARE: "s"}
_WIDTHS = {Emphasis.STRONG: 2.2, Emphasis.NORMAL: 1.5, Emphasis.FAINT: 1.0}
_SIZES = {Emphasis.STRONG: 5.5, Emphasis.NORMAL: 5.0, Emphasis.FAINT: 3.2}
_COLOURS = palette.PAPER
_BAR = 0.62
_LEAST_CONTRAST = 4.5
SMALL = 0.88
# In inches.
_LEGEND_KEY, _BETWEEN = 0.34, 0.2
# Into how many pieces a line between two points is cut to see what lies on it.
_STEPS = 12
_OPEN = (State.PARTIAL, State.PROVISIONAL, State.TOO_FEW)


@dataclass(frozen=True)
class Entry:
    """One line of a legend: how it is drawn, and what it means."""

    handle: Line2D | Patch
    name: str


def draw_chart(page: Page, box: Box, spec: ChartSpec) -> None:
    """Draws into the box: units above the axes, legend below them."""
    entries = _entries(spec)
    rows = legend_rows(page, entries, box.width)
    below = page.line_height(SMALL) * (len(rows) + (0.4 if rows else 0))
    plot = box.within(bottom=below)
    if spec.horizontal:
        _draw_horizontal(page, plot, spec)
    else:
        _draw_panels(page, plot, spec)
    draw_legend(page, box.left, box.bottom - below + 0.4 * page.line_height(SMALL), rows)


def plot_height(page: Page, spec: ChartSpec) -> float:
    """How high a drawing of its own should be, in inches: a row per category, or a panel's worth per panel."""
    line = page.line_height(SMALL)
    below = line * (len(legend_rows(page, _entries(spec), page.width * 0.94)) + 1)
    if spec.horizontal:
        across = len(spec.lines) + sum(target.x is None for target in spec.targets)
        return line * (1.75 * max(3, len(spec.categories)) + 3.2 + across) + below
    return (line * 11 * len(spec.panels) if spec.panels else line * 18) + below


# Legend


def legend_rows(page: Page, entries: list[Entry], width: float) -> list[list[tuple[float, Entry]]]:
    """Entries with their places from the left, in rows no wider than `width`."""
    rows: list[list[tuple[float, Entry]]] = []
    across = width + 1
    for entry in entries:
        needed = _LEGEND_KEY + page.measure(entry.name, share=SMALL)
        if across + needed > width:
            rows.append([])
            across = 0.0
        rows[-1].append((across, entry))
        across += needed + _BETWEEN
    return rows


def draw_legend(page: Page, left: float, top: float, rows: list[list[tuple[float, Entry]]]) -> None:
    line = page.line_height(SMALL)
    for number, row in enumerate(rows):
        middle = top + (number + 0.45) * line
        for across, entry in row:
            start, end = left + across, left + across + 0.24
            if isinstance(entry.handle, Line2D):
                key = Line2D([start, (start + end) / 2, end], [middle] * 3, markevery=[1])
                key.update_from(entry.handle)
                page.ink.add_line(key)
            else:
                patch = Rectangle((start, middle - 0.05), end - start, 0.1)
                patch.update_from(entry.handle)
                patch.set_transform(page.ink.transData)
                page.ink.add_patch(patch)
            page.write(left + across + _LEGEND_KEY, middle, entry.name, share=SMALL, va="center")


def _entries(spec: ChartSpec) -> list[Entry]:
    """Series where a panel has several, and every look that stands for something else than an ordinary value."""
    alone = all(sum(s.panel == index for s in spec.series) <= 1 for index in range(len(spec.all_panels)))
    entries = [] if alone else [Entry(_handle(series), series.name) for series in spec.series]
    named = {entry.name for entry in entries}
    for state in (*_OPEN, State.SUPPRESSED):
        having = next(
            (s for s in spec.series if any(p.state is state and (p.y, p.low) != (None, None) for p in s.points)), None
        )
        if having is not None and STATE_WORDS[state] not in named:
            entries.append(Entry(_state_handle(having, state), STATE_WORDS[state]))
    return entries


def _handle(series: Series) -> Line2D | Patch:
    colour = _COLOURS.roles[series.role]
    states = {point.state for point in series.points if point.y is not None}
    if states and states <= set(_OPEN):
        return _state_handle(series, next(iter(states)))
    if series.mark is Mark.BAR:
        return Patch(facecolor=colour, edgecolor=colour)
    return Line2D([], [], color=colour, **_line_look(series), **_marker_look(series, colour))


def _state_handle(series: Series, state: State) -> Line2D | Patch:
    colour = _colour_of(series, state)
    if series.mark is Mark.BAR or state is State.SUPPRESSED:
        return Patch(**_hatched(colour, state))
    return Line2D([], [], linestyle="none", **_hollow_look(series, colour))


# Looks


def _colour_of(series: Series, state: State) -> str:
    return _COLOURS.roles[Role.NEUTRAL if state in (State.TOO_FEW, State.SUPPRESSED) else series.role]


def _line_look(series: Series) -> dict[str, Any]:
    if series.mark is Mark.POINT:
        return {"linestyle": "none"}
    return {"linestyle": DASHES[series.dash], "linewidth": _WIDTHS[series.emphasis]}


def _marker_look(series: Series, colour: str) -> dict[str, Any]:
    if series.mark is Mark.STEP:
        return {}
    return {
        "marker": SYMBOLS[series.symbol],
        "markersize": _SIZES[series.emphasis],
        "markerfacecolor": colour,
        "markeredgecolor": colour,
    }


def _hollow_look(series: Series, colour: str) -> dict[str, Any]:
    return {
        "marker": SYMBOLS[series.symbol],
        "markersize": _SIZES[series.emphasis] + 0.5,
        "markerfacecolor": _COLOURS.background,
        "markeredgecolor": colour,
        "markeredgewidth": 1.4,
        "color": colour,
    }


def _hatched(colour: str, state: State) -> dict[str, Any]:
    hatch = "xxxx" if state is State.SUPPRESSED else "////"
    return {"facecolor": "none", "edgecolor": colour, "hatch": hatch, "linewidth": 1.2, "hatch_linewidth": 0.6}


# Axes


def _draw_panels(page: Page, box: Box, spec: ChartSpec) -> None:
    """Upright charts: one plot a panel, the first at the top, categories named below the last."""
    line = page.line_height(SMALL)
    gap, below = line * 1.9, line * 1.5
    count = len(spec.all_panels)
    left = max(_axis_width(page, spec, index) for index in range(count)) + 0.1
    right = max(0.08, _widest_last_label(page, spec) + 0.12)
    height = (box.height - below - gap * count) / count
    for index, panel in enumerate(spec.all_panels):
        place = Box(box.left, box.top + index * (height + gap) + gap, box.width, height).within(left=left, right=right)
        axes = page.axes(place)
        low, high, ticks = _value_range(spec, index, max(3, min(5, int(height / (1.7 * line)))))
        axes.set(xlim=(-0.5, len(spec.categories) - 0.5), ylim=(low, high))
        axes.set_yticks(ticks, labels=_tick_words(ticks, panel.decimals))
        axes.grid(axis="y", color="#d5d9de", linewidth=0.6)
        axes.set_axisbelow(True)
        _family(axes)
        named = f"{panel.title} ({panel.unit})" if panel.title else panel.unit
        weight = "bold" if panel.title else "normal"
        page.write(box.left, place.top - line * 0.55, named, share=SMALL, va="bottom", weight=weight)
        shown = _shown_ticks(page, spec, place.width) if index == count - 1 else []
        axes.set_xticks(shown, labels=[spec.categories[i] for i in shown])
        _family(axes)
        _draw_values(page, axes, place, spec, index)


def _draw_horizontal(page: Page, box: Box, spec: ChartSpec) -> None:
    """Categories run down the page; lines across all of them are named above."""
    line = page.line_height(SMALL)
    across = len(spec.lines) + sum(target.x is None for target in spec.targets)
    names = [_in_lines(page, name, box.width * 0.36) for name in spec.categories]
    left = max((page.measure(name, share=SMALL) for name in names), default=0.5) + 0.1
    place = box.within(left=left, right=0.1, top=line * (across + 0.3), bottom=line * 2.9)
    axes = page.axes(place)
    low, high, ticks = _value_range(spec, 0)
    room = max((page.measure(p.label, share=SMALL) for s in spec.series for p in s.points if p.label), default=0.0)
    high = low + (high - low) / max(0.4, 1 - (room + 0.1) / place.width) if room else high
    axes.set(ylim=(len(spec.categories) - 0.5, -0.5), xlim=(low, high))
    axes.set_xticks(ticks, labels=_tick_words(ticks, spec.decimals))
    axes.set_yticks(range(len(names)), labels=names)
    axes.grid(axis="x", color="#d5d9de", linewidth=0.6)
    axes.set_axisbelow(True)
    _family(axes)
    page.write(place.left, place.bottom + line * 1.6, spec.unit, share=SMALL)
    _draw_values(page, axes, place, spec, 0)


def _family(axes: Any) -> None:
    for label in (*axes.get_xticklabels(), *axes.get_yticklabels()):
        label.set(family=list(FAMILY), parse_math=False)


def _in_lines(page: Page, name: str, width: float) -> str:
    return "\n".join(page.wrapped(name, width, share=SMALL))


def _shown_ticks(page: Page, spec: ChartSpec, width: float) -> list[int]:
    """Every category, or every second, third ... counted from the newest, so that names do not touch."""
    widest = max((page.measure(name, share=SMALL) for name in spec.categories), default=0.0) + 0.08
    each = width / max(1, len(spec.categories))
    every = max(1, -int(-widest // each))
    return list(range(len(spec.categories)))[::-1][::every][::-1]


def _value_range(spec: ChartSpec, panel: int, most: int = 5) -> tuple[float, float, list[float]]:
    """From the lowest to a little above the highest that is drawn, and round values between, about `most`."""
    drawn = [v for s in spec.series if s.panel == panel for p in s.points for v in (p.y, p.low, p.high)]
    values = [v for v in drawn if v is not None]
    values += [t.value for t in spec.targets if t.panel == panel]
    values += [line.value for line in spec.lines] if panel == 0 else []
    low, high = min(values, default=0.0), max(values, default=1.0)
    if spec.from_zero:
        low = min(low, 0.0)
    spread = (high - low) or abs(high) or 1.0
    high += spread * 0.1
    low -= 0.0 if spec.from_zero and low >= 0 else spread * 0.08
    decimals = spec.all_panels[panel].decimals
    ticks = MaxNLocator(nbins=most, steps=[1, 2, 2.5, 5, 10], integer=decimals == 0).tick_values(low, high)
    return low, high, [float(tick) for tick in ticks if low - 1e-9 <= tick <= high + 1e-9]


def _tick_words(ticks: list[float], decimals: int) -> list[str]:
    needed = next((d for d in range(decimals) if all(round(t, d) == round(t, 6) for t in ticks)), decimals)
    return [numbers.number(tick, needed) for tick in ticks]


def _axis_width(page: Page, spec: ChartSpec, panel: int) -> float:
    _, _, ticks = _value_range(spec, panel)
    words = _tick_words(ticks, spec.all_panels[panel].decimals)
    return max((page.measure(word, share=SMALL) for word in words), default=0.2)


def _widest_last_label(page: Page, spec: ChartSpec) -> float:
    last = spec.categories[-1:]
    labels = [p.label for s in spec.series if s.mark is not Mark.BAR for p in s.points if (p.x,) == last]
    return max((page.measure(label, share=SMALL, bold=True) for label in labels), default=0.0)


# Values


def _draw_values(page: Page, axes: Any, place: Box, spec: ChartSpec, panel: int) -> None:
    labels: list[_Label] = []
    taken: list[Box] = []
    across = _draw_lines(page, axes, place, spec) if panel == 0 else []
    # Published values lie on top: where computed ones agree with them, both must be seen.
    order = sorted(enumerate(spec.series), key=lambda one: one[1].role is Role.PUBLISHED)
    for number, series in order:
        if series.panel == panel:
            labels += _draw_series(page, axes, spec, series, number)
    for number, target in enumerate(spec.targets):
        if target.panel == panel and target.x is not None:
            labels.append(_draw_target(axes, spec, number))
    for x, y in _marks(spec, panel):
        at = page.place_of(axes, *((y, x) if spec.horizontal else (x, y)))
        taken.append(Box(at[0] - 0.03, at[1] - 0.03, 0.06, 0.06))
    _write_labels(page, axes, place, spec, labels, taken + across)


@dataclass(frozen=True)
class _Label:
    """Words beside a mark. x, y: of the mark in the axes. strong: placed first. ways: the sides that are tried.

    needed: written over something rather than not at all. top: the upper end of the mark's interval.
    """

    text: str
    x: float
    y: float
    colour: str
    strong: bool
    ways: tuple[str, ...]
    bold: bool = True
    slanted: bool = False
    needed: bool = True
    top: float | None = None


def _marks(spec: ChartSpec, panel: int) -> list[tuple[float, float]]:
    """Where a label would lie on a point, its interval, or the line between two."""
    found: list[tuple[float, float]] = []
    for series in spec.series:
        if series.panel != panel or series.mark not in (Mark.LINE, Mark.POINT):
            continue
        known = {spec.categories.index(p.x): p.y for p in series.points if p.y is not None}
        found += known.items()
        for point in series.points:
            if point.y is not None and point.low is not None and point.high is not None:
                place, reach = spec.categories.index(point.x), point.high - point.low
                found += [(place, point.low + reach * n / _STEPS) for n in range(_STEPS + 1)]
        if series.mark is Mark.LINE:
            for place, value in known.items():
                if (after := known.get(place + 1)) is not None:
                    steps = range(1, _STEPS)
                    found += [(place + n / _STEPS, value + (after - value) * n / _STEPS) for n in steps]
    return found


def _draw_series(page: Page, axes: Any, spec: ChartSpec, series: Series, number: int) -> list[_Label]:
    by_state: dict[State, list[Point]] = {}
    for point in series.points:
        by_state.setdefault(point.state, []).append(point)
    labels: list[_Label] = []
    for state, points in by_state.items():
        name = f"series-{number}-{state}"
        if state in WITH_VALUE:
            _draw_points(axes, spec, series, state, points, name)
            labels += [_label(spec, series, state, p) for p in points if p.label]
        elif state is State.SUPPRESSED and any(p.low is not None for p in points):
            bounded = [p for p in points if p.low is not None]
            _draw_bounds(axes, spec, series, bounded, name)
            labels += [_label(spec, series, state, p) for p in bounded]
            labels += [_words(spec, p) for p in points if p.low is None]
        else:
            labels += [_words(spec, p) for p in points]
    return labels


def _draw_points(axes: Any, spec: ChartSpec, series: Series, state: State, points: list[Point], name: str) -> None:
    colour = _colour_of(series, state)
    places = [spec.categories.index(p.x) for p in points]
    values = [p.y for p in points]
    if series.mark is Mark.BAR:
        look = {"color": colour} if state is State.VALUE else _hatched(colour, state)
        draw = axes.barh if spec.horizontal else axes.bar
        draw(places, values, _BAR, **look, zorder=2)
        axes.containers[-1].set_label(name)
        for patch in axes.containers[-1].patches:
            patch.set_gid(name)
    elif state is State.VALUE or series.mark is Mark.STEP:
        xs, ys = _with_gaps(places, values) if series.mark is not Mark.POINT else (places, values)
        across = (ys, xs) if spec.horizontal else (xs, ys)
        look = _line_look(series) | _marker_look(series, colour)
        style = {"drawstyle": "steps-mid"} if series.mark is Mark.STEP else {}
        axes.plot(*across, color=colour, clip_on=False, gid=name, zorder=3, **look, **style)
    else:
        joined = series.mark is Mark.LINE and state is State.PROVISIONAL
        xs, ys = _with_gaps(places, values) if joined else (places, values)
        across = (ys, xs) if spec.horizontal else (xs, ys)
        line = {"linestyle": DASHES[Dash.DOT], "linewidth": _WIDTHS[series.emphasis]} if joined else {"linestyle": ""}
        axes.plot(*across, clip_on=False, gid=name, zorder=3, **line, **_hollow_look(series, colour))
    _draw_intervals(axes, spec, points, colour, name)


def _with_gaps(places: list[int], values: list[float | None]) -> tuple[list[int], list[float]]:
    """From the first to the last place, with no number where there is none, which breaks a line."""
    known = dict(zip(places, values, strict=True))
    whole = list(range(min(places), max(places) + 1))
    return whole, [float("nan") if (value := known.get(place)) is None else value for place in whole]


def _draw_intervals(axes: Any, spec: ChartSpec, points: list[Point], colour: str, name: str) -> None:
    for point in points:
        if point.y is None or point.low is None or point.high is None:
            continue
        place = spec.categories.index(point.x)
        ends, at = [point.low, point.high], [place, place]
        axes.plot(
            *((ends, at) if spec.horizontal else (at, ends)),
            color=colour,
            linewidth=1.1,
            marker="|" if spec.horizontal else "_",
            markersize=5,
            clip_on=False,
            gid=f"{name}-interval",
            zorder=2.5,
        )


def _draw_bounds(axes: Any, spec: ChartSpec, series: Series, points: list[Point], name: str) -> None:
    """Suppressed counts: from bound to bound."""
    draw, start = (axes.barh, "left") if spec.horizontal else (axes.bar, "bottom")
    draw(
        [spec.categories.index(p.x) for p in points],
        [(p.high or 0) - (p.low or 0) for p in points],
        _BAR,
        **{start: [p.low for p in points]},
        **_hatched(_colour_of(series, State.SUPPRESSED), State.SUPPRESSED),
        gid=name,
        zorder=2,
    )


def _draw_target(axes: Any, spec: ChartSpec, number: int) -> _Label:
    """A short bar across its own year only."""
    target, colour = spec.targets[number], _COLOURS.roles[Role.TARGET]
    place = spec.categories.index(target.x or "")
    ends, level = [place - 0.36, place + 0.36], [target.value, target.value]
    axes.plot(
        *((level, ends) if spec.horizontal else (ends, level)),
        color=colour,
        linewidth=2.6,
        solid_capstyle="butt",
        clip_on=False,
        gid=f"target-{number}",
        zorder=3.5,
    )
    x, y = (target.value, place) if spec.horizontal else (place, target.value)
    return _Label(target.label, x, y, colour, strong=True, ways=("above", "below", "left", "far above", "far below"))


def _draw_lines(page: Page, axes: Any, place: Box, spec: ChartSpec) -> list[Box]:
    """Lines across all categories, named above a horizontal chart, else at the right end."""
    across = [(line.value, line.label, line.role, Dash.DOT, f"line-{i}") for i, line in enumerate(spec.lines)]
    across += [
        (t.value, t.label, Role.TARGET, Dash.DASH, f"target-{i}") for i, t in enumerate(spec.targets) if t.x is None
    ]
    taken = []
    line = page.line_height(SMALL)
    for row, (value, label, role, dash, name) in enumerate(across):
        colour = _COLOURS.roles[role]
        draw = axes.axvline if spec.horizontal else axes.axhline
        draw(value, color=colour, linewidth=1.5, linestyle=DASHES[dash], gid=name, zorder=1.5)
        width = page.measure(label, share=SMALL, bold=True)
        at = page.place_of(axes, *((value, 0) if spec.horizontal else (0, value)))
        if spec.horizontal:
            x = max(place.left, min(at[0] - width / 2, place.right - width))
            box = Box(x, place.top - line * (row + 1), width, line)
        else:
            box = Box(place.right - width, at[1] - line, width, line)
        page.write(box.left, box.top, label, share=SMALL, color=readable(colour), weight="bold")
        taken.append(box)
    return taken


# Labels


def readable(colour: str) -> str:
    """The colour, or a darker grey where letters in it would be too pale (WCAG 2.2: 4.5 to 1)."""
    return colour if palette.contrast(colour, _COLOURS.background) >= _LEAST_CONTRAST else FAINT


def _label(spec: ChartSpec, series: Series, state: State, point: Point) -> _Label:
    end = point.y if point.y is not None else point.high or 0.0
    place = spec.categories.index(point.x)
    upright = series.mark is Mark.BAR or state is State.SUPPRESSED
    colour = palette.DARK_TEXT if upright else _colour_of(series, state)
    if spec.horizontal:
        beyond = max(end, point.high or end) if not upright else end
        return _Label(point.label, beyond, place, colour, strong=True, ways=("right",), bold=not upright)
    ways = ("above", "far above") if upright else ("right", "above", "below", "left", "over")
    strong = series.emphasis is Emphasis.STRONG or point.x == spec.categories[-1]
    return _Label(
        point.label, place, end, colour, strong=strong, ways=ways, bold=not upright, needed=upright, top=point.high
    )


def _words(spec: ChartSpec, point: Point) -> _Label:
    """Why there is no mark, written where it would have been."""
    place = spec.categories.index(point.x)
    x, y = (0.0, float(place)) if spec.horizontal else (float(place), 0.0)
    words = point.label if spec.horizontal else point.label.replace(" ", "\n")
    ways = ("right",) if spec.horizontal else ("above",)
    return _Label(words, x, y, FAINT, strong=True, ways=ways, bold=False, slanted=True)


def _write_labels(page: Page, axes: Any, place: Box, spec: ChartSpec, labels: list[_Label], taken: list[Box]) -> None:
    """Each at the first free side of its mark; one that finds none is left out, unless it is needed."""
    room = place.within(left=-0.1, right=-2, top=-page.line_height(SMALL), bottom=-0.02)
    for label in sorted(labels, key=lambda one: not one.strong):
        if not label.text:
            continue
        words = label.text
        if "above" in label.ways and not label.slanted and page.measure(words, share=SMALL) > place.width / 4:
            words = _two_lines(words)
        width = page.measure(words, share=SMALL, bold=label.bold)
        height = page.line_height(SMALL) * (words.count("\n") + 1)
        x, y = page.place_of(axes, label.x, label.y)
        tried = [_beside(way, x, y, width, height, page, place) for way in label.ways if way != "over"]
        if "over" in label.ways and label.top is not None:
            _, top = page.place_of(axes, label.x, label.top)
            tried.append(_beside("above", x, top, width, height, page, place))
        inside = [one for one in tried if room.top <= one.top and one.bottom <= room.bottom]
        box = free_place(taken, inside) or (tried[0] if label.needed else None)
        if box is None:
            continue
        taken.append(box)
        page.write(
            box.left,
            box.top,
            words,
            share=SMALL,
            color=readable(label.colour),
            weight="bold" if label.bold else "normal",
            style="italic" if label.slanted else "normal",
        )


def _beside(way: str, x: float, y: float, width: float, height: float, page: Page, place: Box) -> Box:
    # A line of capitals is lower than the line that it stands on: the box is moved up by the difference.
    middle = y - height / 2 + 0.01
    centred = max(place.left - 0.05, min(x - width / 2, place.right + 0.05 - width))
    boxes = {
        "right": Box(x + 0.07, middle, width, height),
        "left": Box(x - 0.07 - width, middle, width, height),
        "above": Box(centred, y - height - 0.05, width, height),
        "far above": Box(centred, y - 1.9 * height - 0.05, width, height),
        "below": Box(centred, y + 0.07, width, height),
        "far below": Box(centred, y + 0.07 + 0.9 * height, width, height),
    }
    return boxes[way]


def _two_lines(label: str) -> str:
    """`Target RPJMN` over `2024: 14`; where no document is named, `Target 2025:` over the value."""
    name, _, value = label.partition(": ")
    document, _, year = name.rpartition(" ")
    if not value:
        return label
    return f"{document}\n{year}: {value}" if " " in document else f"{name}:\n{value}"
