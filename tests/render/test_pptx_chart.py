"""Native charts of every kind: the same numbers as on the page and on paper, and lines that can be drawn natively."""

from __future__ import annotations

import pytest

from indicators.charts.spec import ChartSpec, Mark, Point, Role, Series, State
from indicators.render.chart_numbers import as_table
from indicators.render.pptx_chart import axis_decimals, native_charts
from indicators.render.pptx_chart_xml import Kind, NativeChart
from indicators.render.pptx_funnel import native_funnel
from indicators.render.pptx_workbook import columns_of
from tests.render.test_vector_chart import chart, funnel, horizontal, numbers_drawn

ROOM = {"size": 18, "wide": 888, "high": 350}


def bars() -> ChartSpec:
    points = (
        Point("Perdarahan", 6.0, "", label="6"),
        Point("Infeksi", None, "", low=1.0, high=4.0, label="1–4", state=State.SUPPRESSED),
    )
    return chart(
        horizontal=True, categories=("Perdarahan", "Infeksi"), panels=(), targets=(), lines=(), decimals=0,
        series=(Series("Kematian", Mark.BAR, Role.COUNT, points),),
    )  # fmt: skip


def control() -> ChartSpec:
    steps = tuple(Point(year, level, "") for year, level in (("2021", 5.0), ("2022", 5.0), ("2023", None)) if level)
    measured = tuple(Point(year, value, "") for year, value in (("2021", 4.5), ("2022", 7.25), ("2023", 1.0)))
    return chart(
        categories=("2021", "2022", "2023"), panels=(), targets=(), lines=(),
        series=(
            Series("AKB", Mark.LINE, Role.COMPUTED, measured), Series("Batas atas", Mark.STEP, Role.LIMIT, steps),
        ),
    )  # fmt: skip


SPECS = {"lines": chart(), "caterpillar": horizontal(), "bars": bars(), "control": control()}


def held(charts: list[NativeChart], spec: ChartSpec) -> list[float]:
    """The numbers of the series, without those of targets and reference lines."""
    others = {target.label for target in spec.targets} | {line.label for line in spec.lines} | {"Target"}
    own = [one.values for drawn in charts for one in drawn.series if one.values.name not in others]
    return sorted(value for column in own for value in column.values if value is not None)


@pytest.mark.parametrize("spec", SPECS.values(), ids=SPECS)
def test_a_native_chart_the_drawing_and_the_table_hold_the_same_numbers(spec: ChartSpec) -> None:
    native = held(native_charts(spec, **ROOM), spec)
    names = {series.name for series in spec.series}
    in_table = sorted(row[3] for row in as_table(spec)[1] if row[1] in names and row[3] is not None)
    # A suppressed count is drawn on paper as the span of its bounds, 1 to 4; a native chart and the table hold neither.
    spans = sum(p.state is State.SUPPRESSED and p.low is not None for s in spec.series for p in s.points)
    drawn = sorted(value for values in numbers_drawn(spec).values() for value in values)

    assert native == in_table
    assert sorted([*native, *[3.0] * spans]) == drawn


def test_the_numbers_of_a_funnel_are_those_of_its_points_and_limits() -> None:
    spec = funnel()
    by_name: dict[str, list[tuple[float, float | None]]] = {}
    for one in native_funnel(spec, **ROOM).series:
        assert one.across is not None
        by_name.setdefault(one.values.name, []).extend(zip(one.across.values, one.values.values, strict=True))

    for group in spec.groups:
        assert by_name[group.name] == [(point.x, point.y) for point in group.points]
    assert by_name["Batas 95 %"] == [(100, 30.0), (1000, 15.0), (100, None), (1000, 5.125)]


def test_what_a_suppressed_count_may_be_is_in_no_cell_behind_a_chart() -> None:
    [drawn] = native_charts(bars(), **ROOM)
    values = [value for column in columns_of(drawn) for value in column.values]

    assert values == [6.0, None]
    assert drawn.categories == ("Perdarahan", "Infeksi\n(1–4)")


@pytest.mark.parametrize(("spec", "lies"), [(bars(), True), (horizontal(), False)], ids=["bars", "points"])
def test_only_bars_lie_on_their_side(spec: ChartSpec, lies: bool) -> None:
    """A native line, with its points, intervals and target, runs from left to right whatever its axes say."""
    [drawn] = native_charts(spec, **ROOM)

    assert drawn.horizontal is lies
    assert all(one.kind is Kind.BAR for one in drawn.series) is lies


def test_a_long_axis_has_whole_numbers() -> None:
    assert [axis_decimals(1, 200.0), axis_decimals(2, 3.5), axis_decimals(0, 3.0)] == [0, 1, 0]
