from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import plotly.graph_objects as go
import pytest

from indicators.charts.spec import MapSpec, State
from indicators.render import palette
from indicators.render.frame import Figure
from indicators.render.plotly_map import plotly_map, plotly_tiles


def choropleth(spec: MapSpec) -> Figure:
    return plotly_map(spec, boundaries_url="/b.geojson", dashes_url="/d.geojson")


def layer(figure: Figure, code: str) -> list[dict[str, Any]]:
    return [t for t in figure["data"] if code in t.get("locations", t.get("customdata", ()))]


def test_only_judged_areas_are_coloured_and_zero_is_one_of_them(map_spec: MapSpec) -> None:
    coloured = choropleth(map_spec)["data"][0]

    assert dict(zip(coloured["locations"], coloured["z"], strict=True)) == {
        "35.10.01": 0.0,
        **{f"35.10.{n:02}": float(n) for n in range(5, 26)},
    }
    assert (coloured["zmin"], coloured["zmax"]) == (0.0, 25.0)


def test_an_area_with_too_few_events_is_grey_with_dashes_and_not_coloured(map_spec: MapSpec) -> None:
    grey, dashes = layer(choropleth(map_spec), "35.10.02")

    assert {colour for _, colour in grey["colorscale"]} == {palette.SCREEN.few_fill}
    assert (dashes["geojson"], dashes["hoverinfo"]) == ("/d.geojson", "skip")
    assert dashes["locations"] == ["35.10.02"]


def test_missing_and_suppressed_are_layers_of_their_own(map_spec: MapSpec) -> None:
    figure = choropleth(map_spec)
    (missing,) = layer(figure, "35.10.03")
    (suppressed,) = layer(figure, "35.10.04")

    assert (missing["name"], suppressed["name"]) == ("Belum ada data", "Disembunyikan")
    assert missing["colorscale"] != suppressed["colorscale"]
    assert not missing["showscale"]


def test_no_geometry_travels_with_the_map(map_spec: MapSpec) -> None:
    assert {t["geojson"] for t in choropleth(map_spec)["data"]} == {"/b.geojson", "/d.geojson"}


def test_the_map_says_that_it_is_no_official_boundary(map_spec: MapSpec) -> None:
    texts = [a["text"] for a in choropleth(map_spec)["layout"]["annotations"]]

    assert texts == ["Peta skematik, bukan batas resmi"]


def test_the_sample_mark_is_on_both_maps_exactly_when_they_are_samples(
    map_spec: MapSpec, sample_map_spec: MapSpec
) -> None:
    for draw in (choropleth, plotly_tiles):
        assert "DATA CONTOH" not in json.dumps(draw(map_spec)["layout"])
        assert "DATA CONTOH" in json.dumps(draw(sample_map_spec)["layout"])


def test_tiles_carry_the_same_values_colours_and_hover_as_the_map(map_spec: MapSpec) -> None:
    on_map, on_tiles = choropleth(map_spec)["data"][0], plotly_tiles(map_spec)["data"][0]

    assert [row[0] for row in on_tiles["customdata"]] == on_map["locations"]
    assert on_tiles["marker"]["color"] == on_map["z"]
    assert on_tiles["marker"]["colorscale"] == on_map["colorscale"]
    assert ["".join(row[1:]) for row in on_tiles["customdata"]] == ["".join(row) for row in on_map["customdata"]]


def test_a_tile_stands_on_its_column_and_row_with_north_up(map_spec: MapSpec) -> None:
    tiles = plotly_tiles(map_spec)["data"][0]
    area = map_spec.areas[0]
    bottom = tiles["base"][0]

    assert tiles["x"][0] == area.tile[0]
    assert bottom + tiles["y"][0] / 2 == pytest.approx(-area.tile[1])


def test_only_tiles_with_too_few_events_have_a_dashed_outline(map_spec: MapSpec) -> None:
    (outline,) = plotly_tiles(map_spec)["layout"]["shapes"]
    column, row = next(a.tile for a in map_spec.areas if a.state is State.TOO_FEW)

    assert outline["line"]["dash"] == "dash"
    assert outline["x0"] < column < outline["x1"]
    assert outline["y0"] < -row < outline["y1"]


def test_both_maps_are_valid_plotly_and_small(sample_map_spec: MapSpec) -> None:
    for figure in (choropleth(sample_map_spec), plotly_tiles(sample_map_spec)):
        assert len(go.Figure(figure).data) == len(figure["data"])
        assert len(json.dumps(figure, separators=(",", ":"), ensure_ascii=False).encode()) < 10_000


def test_a_map_without_any_judged_area_still_draws(map_spec: MapSpec) -> None:
    few = replace(map_spec, areas=tuple(a for a in map_spec.areas if a.state is State.TOO_FEW))

    for figure in (choropleth(few), plotly_tiles(few)):
        go.Figure(figure)
        assert "colorbar" not in json.dumps(figure)


def test_an_area_with_incomplete_reports_is_grey_with_a_solid_outline_and_out_of_the_scale(map_spec: MapSpec) -> None:
    first, *others = map_spec.areas
    spec = replace(map_spec, areas=(replace(first, state=State.PROVISIONAL, value=999.0), *others))
    (grey,) = layer(choropleth(spec), first.code)

    assert grey["name"] == "Sementara, laporan belum lengkap"
    assert {colour for _, colour in grey["colorscale"]} == {palette.SCREEN.few_fill}
    assert grey["marker"]["line"]["color"] == palette.SCREEN.few_line
    assert choropleth(spec)["data"][0]["zmax"] == 25.0
