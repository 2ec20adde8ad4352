"""A funnel as a Plotly figure."""

from __future__ import annotations

from dataclasses import replace

import pytest

from indicators.charts.funnel import FunnelGroup, FunnelPoint, FunnelSpec
from indicators.charts.spec import ReferenceLine, Role, Symbol
from indicators.judgement.compared import CurvePoint
from indicators.render.plotly_funnel import plotly_funnel


@pytest.fixture
def spec() -> FunnelSpec:
    curve = (CurvePoint(100, None, 30.0, None, 40.0), CurvePoint(1000, 5.12345, 15.0, 2.0, 18.0))
    return FunnelSpec(
        title="AKB",
        unit="per 1.000 KH",
        decimals=1,
        across="Jumlah kelahiran hidup",
        curve=curve,
        middle=ReferenceLine(value=10.0, label="Nilai gabungan: 10,0"),
        groups=(
            FunnelGroup(
                "Di luar batas wajar, lebih buruk", Role.WORSE, Symbol.DIAMOND, False,
                (FunnelPoint(900.0, 31.23456, "Kecamatan A\nAKB: 31,2", "A & B", "1"),
                 FunnelPoint(200.0, 40.0, "Kecamatan C\nAKB: 40,0", "C", "2")),
            ),
            FunnelGroup("Terlalu sedikit", Role.NEUTRAL, Symbol.CIRCLE, True, (FunnelPoint(50.0, 0.0, "D", "", "3"),)),
        ),
        ends=(0.0, 40.0),
        most=None,
        footer="Sumber",
        alt="Alt",
        sample=True,
    )  # fmt: skip


def test_limits_are_four_lines_with_two_names_and_break_where_there_is_no_limit(spec: FunnelSpec) -> None:
    lines = [trace for trace in plotly_funnel(spec)["data"] if trace["mode"] == "lines"]

    assert [(t.get("name"), t["showlegend"]) for t in lines] == [
        ("Batas 95 %", False),
        ("Batas 95 %", True),
        ("Batas 99,8 %", False),
        ("Batas 99,8 %", True),
        (None, False),
    ]
    assert lines[0]["y"] == [None, 5.123]
    assert lines[3]["y"] == [40.0, 18.0]


def test_areas_outside_carry_their_names_turned_inwards(spec: FunnelSpec) -> None:
    outside = plotly_funnel(spec)["data"][5]

    assert outside["text"] == ["A &amp; B", "C"]
    assert outside["textposition"] == ["middle left", "middle right"]
    assert (outside["x"], outside["y"]) == ([900.0, 200.0], [31.235, 40.0])


def test_areas_with_few_events_are_open(spec: FunnelSpec) -> None:
    few = plotly_funnel(spec)["data"][6]

    assert few["marker"]["symbol"] == "circle-open"
    assert few["mode"] == "markers"


def test_a_proportion_is_not_drawn_far_above_all(spec: FunnelSpec) -> None:
    free = plotly_funnel(replace(spec, ends=(90.0, 99.0)))["layout"]["yaxis"]["range"]
    capped = plotly_funnel(replace(spec, ends=(80.0, 99.5), most=100.0))["layout"]["yaxis"]["range"]

    assert free == pytest.approx([89.28, 99.72])
    assert capped[1] == pytest.approx(100.78)


def test_sample_data_are_marked_on_the_drawing(spec: FunnelSpec) -> None:
    assert [a["text"] for a in plotly_funnel(spec)["layout"]["annotations"] if a.get("name") == "sample"] == [
        "<b>DATA CONTOH</b>"
    ]
    assert all(a.get("name") != "sample" for a in plotly_funnel(replace(spec, sample=False))["layout"]["annotations"])
