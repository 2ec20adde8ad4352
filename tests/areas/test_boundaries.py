"""The shipped schematic boundaries, checked against the cells they were drawn from."""

from __future__ import annotations

import csv
import itertools
from collections.abc import Iterator
from typing import Any

import pytest
import shapely
from shapely.geometry import Polygon, box, shape
from shapely.geometry.base import BaseGeometry

from indicators.areas import AREAS_FOLDER, all_kabupaten, boundaries

CODES = sorted(all_kabupaten())
CELL = 0.01


def _drawn(code: str) -> dict[str, BaseGeometry]:
    return {f["id"]: shape(f["geometry"]) for f in boundaries(all_kabupaten()[code])["features"]}


def _cells(code: str) -> dict[str, BaseGeometry]:
    """Kecamatan as the union of their cells, with the length of a cell as the unit."""
    boxes: dict[str, list[Polygon]] = {}
    with (AREAS_FOLDER / code / "cells.csv").open(encoding="utf-8", newline="") as file:
        for run in csv.DictReader(file):
            row, first, last = (int(run[name]) for name in ("row", "from", "to"))
            boxes.setdefault(run["code"], []).append(box(first, row, last + 1, row + 1))
    return {kecamatan: shapely.union_all(parts) for kecamatan, parts in boxes.items()}


def _rings(content: dict[str, Any]) -> Iterator[tuple[int, list[list[float]]]]:
    """(place of the ring in its polygon, its coordinates) of every ring."""
    for feature in content["features"]:
        for polygon in feature["geometry"]["coordinates"]:
            yield from enumerate(polygon)


def test_there_are_38_features_in_all() -> None:
    supported = ("35.10", "51.01", "63.11")
    assert [len(_drawn(code)) for code in supported] == [25, 5, 8]


@pytest.mark.parametrize("code", CODES)
def test_every_kecamatan_has_one_feature_with_its_code_and_name(code: str) -> None:
    features = boundaries(all_kabupaten()[code])["features"]
    expected = [(area.code, area.code, area.name) for area in all_kabupaten()[code].kecamatan]
    assert [(f["id"], f["properties"]["code"], f["properties"]["name"]) for f in features] == expected


@pytest.mark.parametrize("code", CODES)
def test_the_map_says_that_it_is_schematic(code: str) -> None:
    assert boundaries(all_kabupaten()[code])["label"] == "Peta skematik, bukan batas resmi"


@pytest.mark.parametrize("code", CODES)
def test_kecamatan_neither_overlap_nor_leave_slivers(code: str) -> None:
    drawn = list(_drawn(code).values())
    assert all(area.is_valid for area in drawn)
    assert shapely.coverage_is_valid(drawn)


@pytest.mark.parametrize("code", CODES)
def test_there_is_no_gap_between_kecamatan(code: str) -> None:
    def holes(areas: dict[str, BaseGeometry]) -> int:
        return sum(len(part.interiors) for part in shapely.get_parts(shapely.union_all(list(areas.values()))))

    assert holes(_drawn(code)) == holes(_cells(code))


@pytest.mark.parametrize("code", CODES)
def test_each_area_is_within_five_percent_of_its_cells(code: str) -> None:
    cells = _cells(code)
    shares = {kecamatan: area.area / CELL**2 / cells[kecamatan].area for kecamatan, area in _drawn(code).items()}
    assert {kecamatan: share for kecamatan, share in shares.items() if abs(share - 1) > 0.05} == {}


@pytest.mark.parametrize("code", CODES)
def test_no_part_is_lost(code: str) -> None:
    def parts(areas: dict[str, BaseGeometry]) -> dict[str, int]:
        return {kecamatan: len(shapely.get_parts(area)) for kecamatan, area in areas.items()}

    assert parts(_drawn(code)) == parts(_cells(code))


def test_four_kecamatan_have_detached_parts() -> None:
    detached = {
        all_kabupaten()[code].name_of(kecamatan)
        for code in ("35.10", "51.01", "63.11")
        for kecamatan, area in _drawn(code).items()
        if len(shapely.get_parts(area)) > 1
    }
    assert detached == {"Giri", "Genteng", "Melaya", "Kabat"}


@pytest.mark.parametrize("code", CODES)
def test_a_detached_part_keeps_at_least_two_thirds_of_its_cells(code: str) -> None:
    cells = _cells(code)
    for kecamatan, area in _drawn(code).items():
        for part in shapely.get_parts(cells[kecamatan]):
            kept = shapely.transform(area, lambda degrees: degrees / CELL).intersection(part.buffer(0.5))
            assert kept.area > part.area * 2 / 3


@pytest.mark.parametrize("code", CODES)
def test_areas_share_a_border_exactly_where_their_cells_do(code: str) -> None:
    def bordering(areas: dict[str, BaseGeometry]) -> set[tuple[str, str]]:
        return {
            (one, other)
            for one, other in itertools.combinations(sorted(areas), 2)
            if areas[one].intersection(areas[other]).length > 0
        }

    assert bordering(_drawn(code)) == bordering(_cells(code))


@pytest.mark.parametrize("code", CODES)
def test_exterior_rings_run_clockwise_and_holes_the_other_way(code: str) -> None:
    # d3-geo, which draws Plotly's maps, would otherwise fill the rest of the globe.
    for place, ring in _rings(boundaries(all_kabupaten()[code])):
        assert shapely.is_ccw(shapely.LinearRing(ring)) == (place > 0)


@pytest.mark.parametrize("code", CODES)
def test_the_file_is_small_and_its_coordinates_have_four_decimals(code: str) -> None:
    assert all_kabupaten()[code].boundaries_path.stat().st_size < 60_000
    for _, ring in _rings(boundaries(all_kabupaten()[code])):
        assert all(round(number, 4) == number for point in ring for number in point)
