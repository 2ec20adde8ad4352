"""A FunnelSpec as a native scatter chart: the limits as lines, the kecamatan as points."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.charts.funnel import FunnelSpec
from indicators.charts.spec import Role
from indicators.render.pptx_chart import SYMBOLS, Columns, axis_decimals, colour_of, number_format
from indicators.render.pptx_chart_xml import Kind, Label, NativeChart, NativeSeries, ValueAxis
from indicators.wording import charts as wording
from indicators.wording import compared as say

# As a share of the values that must be seen: the room above and below them.
_ROOM = 0.08


def native_funnel(spec: FunnelSpec, *, size: int, wide: float, high: float, known: str = "") -> NativeChart:
    """One chart, whose series each have their own horizontal values; what is given is as of `native_charts`."""
    columns = Columns()

    def line(name: str, across: Sequence[float], values: Sequence[float | None], dash: str) -> NativeSeries:
        return NativeSeries(
            kind=Kind.SCATTER,
            across=columns.column(spec.across, across),
            values=columns.column(name, values),
            colour=colour_of(Role.COMPARISON),
            width=1.75,
            dash=dash,
        )

    across = [point.denominator for point in spec.curve]
    limits = (
        (say.LIMIT, "dash", [p.high for p in spec.curve], [p.low for p in spec.curve]),
        (say.WIDE_LIMIT, "solid", [p.wide_high for p in spec.curve], [p.wide_low for p in spec.curve]),
    )
    series = [line(name, across, values, dash) for name, dash, *ends in limits for values in ends]
    series.append(line(spec.middle.label, [0.0, across[-1]], [spec.middle.value] * 2, "sysDot"))
    for group in spec.groups:
        middle = across[-1] / 2
        series.append(
            NativeSeries(
                kind=Kind.SCATTER,
                across=columns.column(spec.across, [point.x for point in group.points]),
                values=columns.column(group.name, [point.y for point in group.points]),
                colour=colour_of(group.role),
                symbol=SYMBOLS[group.symbol],
                hollow=group.hollow,
                labels={
                    place: Label(point.label, "l" if point.x > middle else "r")
                    for place, point in enumerate(group.points)
                    if point.label
                },
                number_format=number_format(spec.decimals),
            )
        )
    lowest, highest = spec.ends
    room = _ROOM * ((highest - lowest) or highest or 1)
    return NativeChart(
        series=tuple(series),
        values=ValueAxis(
            number_format(axis_decimals(spec.decimals, highest)),
            low=max(0.0, lowest - room),
            high=highest + room if spec.most is None else min(highest + room, spec.most),
        ),
        across=ValueAxis(number_format(0), title=spec.across, low=0.0),
        title=f"{spec.title.replace(known, '')}\n{wording.heading_unit(spec.unit)}",
        size=size,
        width=wide,
        height=high,
        unnamed=(1, 3),
    )
