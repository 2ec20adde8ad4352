"""Areas drawn as GeoJSON, arc by arc, so that neighbours keep one common border and share its dashes."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any

import shapely
from shapely.geometry import LineString, MultiPolygon, Polygon
from shapely.geometry.polygon import orient
from shapely.ops import substring

DECIMALS = 4  # of a degree, about 11 m

# Of the longer side of the kabupaten, so that dashes look the same on each map.
DASH, GAP, DASH_WIDTH = 0.017, 0.0135, 0.003

Point = tuple[float, float]
Arc = list[Point]
# Of each area its polygons, as rings of arc numbers; ~n is arc n reversed.
Rings = dict[str, list[list[list[int]]]]


def arcs_of(areas: dict[str, Polygon | MultiPolygon]) -> tuple[list[Arc], Rings]:
    """The borders of the areas cut into arcs, each border once, and how the areas are put together from them."""
    # Imported here: only building boundaries needs it.
    from topojson.core.topology import Topology

    topology = Topology(areas, prequantize=False).output
    arcs = [[(float(x), float(y)) for x, y in arc] for arc in topology["arcs"]]
    rings = {
        shape["id"]: [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        for shape in topology["objects"]["data"]["geometries"]
    }
    return arcs, rings


def rounded(arc: Arc, *, per_degree: int = 1) -> Arc:
    """The arc in degrees without more digits than are drawn, the same for both neighbours.

    per_degree: how many of the arc's units are one degree.
    """
    points = [(round(x / per_degree, DECIMALS), round(y / per_degree, DECIMALS)) for x, y in arc]
    return [points[0], *(b for a, b in itertools.pairwise(points) if a != b)]


def _clockwise(shape: Polygon | MultiPolygon) -> MultiPolygon:
    """Exterior rings clockwise: d3-geo, which draws Plotly maps, fills the rest of the globe else."""
    return MultiPolygon([orient(part, sign=-1.0) for part in shapely.get_parts(shape)])


def _ring(numbers: list[int], arcs: list[Arc]) -> Arc:
    points: Arc = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return points


def polygons(arcs: list[Arc], rings: Rings) -> dict[str, MultiPolygon]:
    """The kecamatan put together from the arcs, by code."""
    return {
        code: _clockwise(
            MultiPolygon([Polygon(_ring(part[0], arcs), [_ring(hole, arcs) for hole in part[1:]]) for part in parts])
        )
        for code, parts in rings.items()
    }


def dashes(arcs: list[Arc], rings: Rings) -> dict[str, MultiPolygon]:
    """The outline of each kecamatan as thin dashes centred on it, by code.

    They are cut arc by arc: two neighbours share the dashes of their border, which stays dashed when both
    are drawn.
    """
    west, south, east, north = shapely.total_bounds([LineString(arc) for arc in arcs])
    extent = max(east - west, north - south)
    cut = [list(_dashes_along(LineString(arc), extent)) for arc in arcs]
    return {
        code: _clockwise(
            # Dashes that cross where two borders meet at a sharp angle become one.
            shapely.union_all(
                [
                    dash
                    for part in parts
                    for ring in part
                    for number in ring
                    for dash in cut[number if number >= 0 else ~number]
                ]
            )
        )
        for code, parts in rings.items()
    }


def _dashes_along(line: LineString, extent: float) -> Iterator[Polygon]:
    """Equal dashes with half a gap at both ends; `extent` is the longer side of the kabupaten, in degrees."""
    count = max(1, round(line.length / ((DASH + GAP) * extent)))
    period = line.length / count
    dash = period * DASH / (DASH + GAP)
    for number in range(count):
        start = number * period + (period - dash) / 2
        middle = substring(line, start, start + dash).simplify(DASH_WIDTH * extent / 4)
        shape = middle.buffer(DASH_WIDTH * extent / 2, cap_style="flat", join_style="mitre")
        yield from shapely.get_parts(shapely.set_precision(shape, 10.0**-DECIMALS))


def feature_collection(shapes: dict[str, MultiPolygon], names: dict[str, str], *, label: str) -> dict[str, Any]:
    """GeoJSON, one feature an area with its code as id; `label` says what the outlines are."""
    return {
        "type": "FeatureCollection",
        "label": label,
        "features": [
            {
                "type": "Feature",
                "id": code,
                "properties": {"code": code, "name": names[code]},
                "geometry": {
                    "type": "MultiPolygon",
                    "coordinates": [
                        [
                            [[round(x, DECIMALS), round(y, DECIMALS)] for x, y in ring.coords]
                            for ring in (part.exterior, *part.interiors)
                        ]
                        for part in shape.geoms
                    ],
                },
            }
            for code, shape in shapes.items()
        ],
    }
