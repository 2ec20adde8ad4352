"""The shipped dashed outlines, checked against the boundaries they follow."""

from __future__ import annotations

import json
from typing import Any

import pytest
import shapely
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from indicators.areas import all_kabupaten, boundaries

CODES = sorted(all_kabupaten())


def _content(code: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(all_kabupaten()[code].dashes_path.read_text(encoding="utf-8"))
    return content


def _pairs(code: str) -> list[tuple[BaseGeometry, BaseGeometry]]:
    """(the dashes, the outline) of every kecamatan."""
    outlines = {f["id"]: shape(f["geometry"]).boundary for f in boundaries(all_kabupaten()[code])["features"]}
    return [(shape(f["geometry"]), outlines[f["id"]]) for f in _content(code)["features"]]


@pytest.mark.parametrize("code", CODES)
def test_every_kecamatan_has_its_dashes(code: str) -> None:
    features = _content(code)["features"]
    assert [f["id"] for f in features] == [area.code for area in all_kabupaten()[code].kecamatan]
    assert {f["geometry"]["type"] for f in features} == {"MultiPolygon"}
    assert _content(code)["label"] == "Peta skematik, bukan batas resmi"


@pytest.mark.parametrize("code", CODES)
def test_about_half_of_each_outline_is_dash_and_the_rest_gap(code: str) -> None:
    for dashes, outline in _pairs(code):
        covered = outline.intersection(dashes).length / outline.length
        assert 0.45 < covered < 0.65


@pytest.mark.parametrize("code", CODES)
def test_dashes_lie_on_the_outline(code: str) -> None:
    extent = max(*_extent(code))
    for dashes, outline in _pairs(code):
        assert shapely.hausdorff_distance(dashes, outline.intersection(dashes)) < extent / 200


@pytest.mark.parametrize("code", CODES)
def test_dashes_are_equally_long_on_every_map_for_its_size(code: str) -> None:
    extent = max(*_extent(code))
    lengths = sorted(dash.minimum_rotated_rectangle.length / 2 for dashes, _ in _pairs(code) for dash in dashes.geoms)
    assert 0.012 < lengths[len(lengths) // 2] / extent < 0.024


@pytest.mark.parametrize("code", CODES)
def test_neighbours_share_the_dashes_of_their_border(code: str) -> None:
    # Dashes of their own would fill each other's gaps and make the border between two grey areas solid.
    dashes = {f["id"]: shape(f["geometry"]) for f in _content(code)["features"]}
    outlines = {f["id"]: shape(f["geometry"]).boundary for f in boundaries(all_kabupaten()[code])["features"]}
    for one, others in all_kabupaten()[code].neighbours.items():
        for other in others:
            border = outlines[one].intersection(outlines[other])
            both = shapely.union_all([dashes[one], dashes[other]])
            if border.length > 0.05:
                assert border.intersection(both).length / border.length < 0.75


@pytest.mark.parametrize("code", CODES)
def test_dashes_run_clockwise_and_are_valid(code: str) -> None:
    for feature in _content(code)["features"]:
        assert shape(feature["geometry"]).is_valid
        for polygon in feature["geometry"]["coordinates"]:
            assert not shapely.is_ccw(shapely.LinearRing(polygon[0]))


@pytest.mark.parametrize("code", CODES)
def test_the_file_is_small(code: str) -> None:
    assert all_kabupaten()[code].dashes_path.stat().st_size < 150_000


def _extent(code: str) -> tuple[float, float]:
    west, south, east, north = shapely.total_bounds([outline for _, outline in _pairs(code)])
    return float(east - west), float(north - south)
