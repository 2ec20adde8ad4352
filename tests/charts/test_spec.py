from __future__ import annotations

from typing import Any

import pytest

from indicators.charts.spec import (
    AreaValue,
    ChartSpec,
    MapSpec,
    Mark,
    Point,
    Role,
    Series,
    SpecError,
    State,
    TargetPoint,
)


def chart(**changes: Any) -> ChartSpec:
    line = Series(name="AKI", mark=Mark.LINE, role=Role.COMPUTED, points=(Point("2024", 121.7, "hover"),))
    plain: dict[str, Any] = {
        "title": "AKI",
        "unit": "per 100.000 KH",
        "categories": ("2023", "2024"),
        "series": (line,),
        "footer": "Sumber",
        "alt": "AKI",
        "sample": False,
    }
    return ChartSpec(**(plain | changes))


def test_a_missing_point_cannot_carry_a_number() -> None:
    with pytest.raises(SpecError):
        Point(x="2024", y=0.0, hover="", state=State.MISSING)


def test_a_value_cannot_be_without_a_number() -> None:
    with pytest.raises(SpecError):
        Point(x="2024", y=None, hover="")


def test_an_interval_has_both_ends_or_none() -> None:
    with pytest.raises(SpecError):
        Point(x="2024", y=3.0, hover="", low=1.0)


@pytest.mark.parametrize("missing", ["title", "unit", "footer", "alt"])
def test_a_chart_says_what_it_shows_its_unit_its_source_and_an_alternative(missing: str) -> None:
    with pytest.raises(SpecError):
        chart(**{missing: ""})


def test_a_point_outside_the_axis_is_refused() -> None:
    with pytest.raises(SpecError, match="not on the axis"):
        chart(categories=("2023",))


def test_a_target_of_a_year_names_a_series_of_the_chart() -> None:
    with pytest.raises(SpecError, match="target"):
        chart(targets=(TargetPoint(value=183, label="Target", hover="", x="2024", series="AKB"),))


def test_two_series_cannot_share_a_name() -> None:
    series = chart().series
    with pytest.raises(SpecError, match="same name"):
        chart(series=series + series)


def area(code: str, value: float | None, state: State = State.VALUE) -> AreaValue:
    return AreaValue(code=code, name=code, state=state, value=value, hover="", label="", tile=(0, 0))


def a_map(*areas: AreaValue) -> MapSpec:
    return MapSpec(
        title="t",
        unit="u",
        decimals=1,
        kabupaten="35.10",
        areas=areas,
        source="s",
        basis="b",
        version=1,
        rule_version="2",
        footer="f",
        alt="a",
        sample=False,
        outlines="o",
        values="v",
    )


def test_areas_with_too_few_events_do_not_stretch_the_scale() -> None:
    spec = a_map(area("a", 2.0), area("b", 5.0), area("c", 900.0, State.TOO_FEW), area("d", None, State.MISSING))

    assert spec.scale == (2.0, 5.0)


def test_a_map_without_a_judged_area_has_no_scale() -> None:
    assert a_map(area("c", 900.0, State.TOO_FEW)).scale is None


def test_equal_values_still_span_a_scale() -> None:
    assert a_map(area("a", 4.0), area("b", 4.0)).scale == (3.0, 5.0)
