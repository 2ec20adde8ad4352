"""A ChartSpec as native charts: one for each panel, editable with their own workbooks.

Each series is one column; values that must not be joined to ordinary ones (part of a year, incomplete reports, too few
events) are a column of their own, as hollow points or striped bars. What has no value keeps its place, and its category
says why.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterator, Sequence
from string import ascii_uppercase

from indicators.charts.spec import ChartSpec, Dash, Emphasis, Mark, Panel, Point, Role, Series, State, Symbol
from indicators.charts.state_words import STATE_WORDS
from indicators.render import palette
from indicators.render.point_labels import in_the_clear
from indicators.render.pptx_chart_xml import Column, Kind, Label, NativeChart, NativeSeries, ValueAxis
from indicators.render.slide_text import width
from indicators.wording import briefing as say
from indicators.wording import charts as wording
from indicators.wording import numbers

DASHES = {Dash.SOLID: "solid", Dash.DASH: "dash", Dash.DOT: "sysDot"}
SYMBOLS = {Symbol.CIRCLE: "circle", Symbol.DIAMOND: "diamond", Symbol.SQUARE: "square"}
_WIDTHS = {Emphasis.STRONG: 3.0, Emphasis.NORMAL: 2.25, Emphasis.FAINT: 1.5}
_APART = (State.PARTIAL, State.PROVISIONAL, State.TOO_FEW)
# As a share of the chart's width: what the categories of an upright chart have.
_PLOT = 0.86
# From this value on, programs mark an axis at whole numbers.
_LONG = 20.0


def native_charts(spec: ChartSpec, *, size: int, wide: float, high: float, known: str = "") -> list[NativeChart]:
    """One chart for each panel. size: of the writing; wide, high: of each chart, all in points.

    known: what every reader of the slide knows, so that no title repeats it (the kabupaten).
    """
    return [_panel(spec, index, panel, size, (wide, high), known) for index, panel in enumerate(spec.all_panels)]


def colour_of(role: Role) -> str:
    """`RRGGBB` on paper."""
    return palette.PAPER.roles[role].removeprefix("#").upper()


def number_format(decimals: int) -> str:
    """Separators are those of the reader's own Office."""
    return "#,##0" + ("." + "0" * decimals if decimals else "")


class Columns:
    """Hands out the columns of one workbook, from B on."""

    def __init__(self) -> None:
        self._letters = _letters()

    def column(self, name: str, values: Sequence[float | None]) -> Column:
        return Column(next(self._letters), name, tuple(None if v is None else float(v) for v in values))


def _letters() -> Iterator[str]:
    for first in ("", *ascii_uppercase):
        yield from (first + letter for letter in ascii_uppercase if first or letter != "A")


def _panel(spec: ChartSpec, index: int, panel: Panel, size: int, room: tuple[float, float], known: str) -> NativeChart:
    columns = Columns()
    series: list[NativeSeries] = []
    for one in (one for one in spec.series if one.panel == index):
        series += _of_series(spec, one, panel, columns, {drawn.values.name for drawn in series})
    series += _targets(spec, index, panel, columns)
    series += [
        _level(spec, columns.column(line.label, [line.value] * len(spec.categories)), line.role, panel)
        for line in spec.lines
        if index == 0
    ]
    names = [one.values.name for one in series]
    # Only bars can lie on their side in a native chart: points, intervals and lines stand upright.
    lying = spec.horizontal and all(one.kind is Kind.BAR and one.below is None for one in series)
    title = f"{panel.title}\n{wording.heading_unit(panel.unit)}" if panel.title else wording.heading_unit(panel.unit)
    return NativeChart(
        series=tuple(series),
        values=ValueAxis(
            number_format(axis_decimals(panel.decimals, _most(spec, index))),
            low=0.0 if spec.from_zero else None,
            high=_end(spec, index),
        ),
        title=title if spec.panels else f"{spec.title.replace(known, '')}\n{title}",
        size=size,
        width=room[0],
        height=room[1],
        categories=tuple(_category(spec, name, index) for name in spec.categories),
        horizontal=lying,
        legend=len(names) > 1,
        unnamed=tuple(place for place, name in enumerate(names) if place and name in names[:place]),
        slanted=not lying and _touching(spec.categories, size, room[0]),
    )


def axis_decimals(decimals: int, most: float) -> int:
    """Of the numbers along an axis, which are whole where the axis is long."""
    return 0 if most >= _LONG else min(decimals, 1)


def _most(spec: ChartSpec, index: int) -> float:
    """The highest value, end of an interval, or target of a panel."""
    points = [point for one in spec.series if one.panel == index for point in one.points]
    found = [value for point in points for value in (point.y, point.high) if value is not None]
    return max([*found, *(target.value for target in spec.targets if target.panel == index)], default=0.0)


def _end(spec: ChartSpec, index: int) -> float | None:
    """A round end of the axis above everything; None without intervals, which alone programs leave out of account."""
    if not any(point.high is not None for one in spec.series if one.panel == index for point in one.points):
        return None
    most = _most(spec, index) or 1.0
    step = 10.0 ** math.floor(math.log10(most))
    return next(step * share for share in (1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10) if step * share >= most)


def _of_series(
    spec: ChartSpec, one: Series, panel: Panel, columns: Columns, taken: Collection[str]
) -> list[NativeSeries]:
    """Its ordinary values; and, of what may not be joined to them, one series for each state that it has.

    Such a series is named by its state, unless another before it (`taken`) already is.
    """
    if one.mark is Mark.BAR:
        points = {p.x: p for p in one.points if p.y is not None}
        apart = tuple(
            place for place, name in enumerate(spec.categories) if name in points and points[name].state in _APART
        )
        return [_drawn(spec, one, panel, columns, one.name, points, hatched=apart)]
    found = []
    for state in (State.VALUE, *_APART):
        points = {p.x: p for p in in_the_clear(spec, one, one.points) if p.state is state}
        if points:
            name = one.name if state is State.VALUE else STATE_WORDS[state]
            name = f"{one.name} ({name.lower()})" if name in taken else name
            found.append(_drawn(spec, one, panel, columns, name, points, apart=state is not State.VALUE))
    return found


def _drawn(
    spec: ChartSpec,
    one: Series,
    panel: Panel,
    columns: Columns,
    name: str,
    points: dict[str, Point],
    *,
    apart: bool = False,
    hatched: tuple[int, ...] = (),
) -> NativeSeries:
    there = [points.get(category) for category in spec.categories]
    below = above = None
    values = columns.column(name, [point.y if point else None for point in there])
    if any(point and point.low is not None for point in there):
        below = columns.column(say.BELOW.format(name=name), [_length(p, p.low if p else None) for p in there])
        above = columns.column(say.ABOVE.format(name=name), [_length(p, p.high if p else None) for p in there])
    joined = one.mark in (Mark.LINE, Mark.STEP) and not apart
    return NativeSeries(
        kind=Kind.BAR if one.mark is Mark.BAR else Kind.LINE,
        values=values,
        colour=colour_of(one.role),
        width=_WIDTHS[one.emphasis] if joined else 0.0,
        dash=DASHES[one.dash],
        symbol="none" if one.mark in (Mark.STEP, Mark.BAR) else SYMBOLS[one.symbol],
        size=9 if one.emphasis is Emphasis.STRONG else 7,
        hollow=apart,
        hatched=hatched,
        labels={
            place: Label(None if point.label == numbers.number(point.y, panel.decimals) else point.label)
            for place, point in enumerate(there)
            if point and point.label
        },
        number_format=number_format(panel.decimals),
        below=below,
        above=above,
    )


def _length(point: Point | None, end: float | None) -> float | None:
    """Of the error bar from a point to one end of its interval."""
    return None if point is None or point.y is None or end is None else abs(end - point.y)


def _targets(spec: ChartSpec, index: int, panel: Panel, columns: Columns) -> list[NativeSeries]:
    """Targets of single years as one series of dashes in their years; a target of all categories as a level."""
    own = [target for target in spec.targets if target.panel == index]
    found = [
        _level(spec, columns.column(target.label, [target.value] * len(spec.categories)), Role.TARGET, panel)
        for target in own
        if target.x is None
    ]
    by_year = {target.x: target for target in own if target.x is not None}
    if by_year:
        there = [by_year.get(category) for category in spec.categories]
        found.append(
            NativeSeries(
                kind=Kind.LINE,
                values=columns.column(say.TARGET, [target.value if target else None for target in there]),
                colour=colour_of(Role.TARGET),
                width=2.25 if len(by_year) > 1 else 0.0,
                dash="dash",
                symbol="dash",
                size=16,
                labels={p: Label(target.label.rpartition(": ")[2], "t") for p, target in enumerate(there) if target},
                number_format=number_format(panel.decimals),
            )
        )
    return found


def _level(spec: ChartSpec, values: Column, role: Role, panel: Panel) -> NativeSeries:
    """A line across all categories, named with its value in the legend."""
    return NativeSeries(
        Kind.LINE, values, colour_of(role), width=2.0, dash="dash", number_format=number_format(panel.decimals)
    )


def _category(spec: ChartSpec, name: str, index: int) -> str:
    """The category, and in its second line why it has no value."""
    here = [p for one in spec.series if one.panel == index for p in one.points if p.x == name]
    words = next((p.label or STATE_WORDS[p.state] for p in here if p.y is None), "")
    return f"{name}\n({words.lower()})" if words and all(p.y is None for p in here) else name


def _touching(categories: Sequence[str], size: int, room: float) -> bool:
    """Whether categories written side by side would touch."""
    widest = max((width(line, size) for name in categories for line in name.split("\n")), default=0.0)
    return (widest + size * 0.4) * len(categories) > room * _PLOT
