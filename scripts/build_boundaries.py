"""Draw the schematic boundaries and their dashed outlines from the 0.01 degree cells of each kabupaten.

    python scripts/build_boundaries.py            # every folder of data/areas
    python scripts/build_boundaries.py 35.10      # one of them

Reads `cells.csv` and `areas.csv` of the folder, writes `boundaries.geojson` and `dashes.geojson` beside them.
Neighbours keep one common border because arcs are smoothed, not polygons: `topojson` cuts the dissolved cells
into arcs, each arc is smoothed once with its end points fixed, and the polygons are put together again.
"""

from __future__ import annotations

import csv
import itertools
import json
import math
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import LineString, MultiPolygon, Polygon, box
from shapely.geometry.polygon import orient
from shapely.ops import substring
from topojson import Topology

AREAS_FOLDER = Path(__file__).resolve().parent.parent / "data" / "areas"

LABEL = "Peta skematik, bukan batas resmi"
CELLS_PER_DEGREE = 100
POINTS_PER_CELL = 2  # of the densified arcs: more would leave the steps of the cells visible
SHORT_ARC = 4  # cells, the way around a single one: such an arc gets twice the points, or half of it would go
ROUNDS = 4
THINNING = 0.03  # cells, about 30 m: bends smaller than this are left out of the file
DECIMALS = 4  # of a degree, about 11 m

# Of the longer side of the kabupaten, so that dashes look the same on each map.
DASH, GAP, DASH_WIDTH = 0.017, 0.0135, 0.003

Point = tuple[float, float]
Arc = list[Point]


def dissolved(cells: Iterable[dict[str, str]]) -> dict[str, Polygon | MultiPolygon]:
    """Each kecamatan in cell units, by code, from runs of cells `code, row, from, to` (inclusive)."""
    boxes: dict[str, list[Polygon]] = {}
    for run in cells:
        west, south, east = int(run["from"]), int(run["row"]), int(run["to"]) + 1
        boxes.setdefault(run["code"], []).append(box(west, south, east, south + 1))
    return {code: shapely.union_all(parts) for code, parts in sorted(boxes.items())}


def junctions(arcs: Iterable[Arc]) -> set[Point]:
    """The points where more than two lines meet; they stay where they are."""
    degree: Counter[Point] = Counter()
    for arc in arcs:
        for here, there in itertools.pairwise(arc):
            degree.update((here, there))
    return {point for point, lines in degree.items() if lines > 2}


def smoothed(arc: Arc, fixed: set[Point]) -> Arc:
    """The arc with its corners rounded; its end points and every point in `fixed` do not move.

    A closed arc without a fixed point is smoothed all the way round.
    """
    if arc[0] == arc[-1] and not fixed.intersection(arc):
        return _thinned(_corners_cut(_averaged(densified(arc), closed=True), closed=True))
    if arc[0] == arc[-1] and arc[0] not in fixed:
        start = next(place for place, point in enumerate(arc) if point in fixed)
        arc = arc[start:] + arc[1 : start + 1]
    drawn: Arc = [arc[0]]
    for piece in _pieces(arc, fixed):
        drawn += _thinned(_corners_cut(_averaged(densified(piece), closed=False), closed=False))[1:]
    return drawn


def densified(arc: Arc) -> Arc:
    """The arc with `POINTS_PER_CELL` evenly spaced points on each cell side, twice as many if it is short."""
    per_cell = POINTS_PER_CELL * (2 if LineString(arc).length <= SHORT_ARC else 1)
    dense: Arc = []
    for (x, y), (next_x, next_y) in itertools.pairwise(arc):
        steps = round(math.hypot(next_x - x, next_y - y) * per_cell)
        dense += [(x + (next_x - x) * i / steps, y + (next_y - y) * i / steps) for i in range(steps)]
    return [*dense, arc[-1]]


def _pieces(arc: Arc, fixed: set[Point]) -> Iterator[Arc]:
    start = 0
    for place in range(1, len(arc)):
        if arc[place] in fixed or place == len(arc) - 1:
            yield arc[start : place + 1]
            start = place


def _averaged(arc: Arc, *, closed: bool) -> Arc:
    """`ROUNDS` rounds of (before + 2 * point + after) / 4."""
    for _ in range(ROUNDS):
        around = [arc[-2], *arc, arc[1]] if closed else [arc[0], *arc, arc[-1]]
        arc = [
            ((ax + 2 * bx + cx) / 4, (ay + 2 * by + cy) / 4)
            for (ax, ay), (bx, by), (cx, cy) in zip(around, around[1:], around[2:], strict=False)
        ]
        if not closed:
            arc[0], arc[-1] = around[0], around[-1]
    return arc


def _corners_cut(arc: Arc, *, closed: bool) -> Arc:
    """One round of Chaikin's corner cutting: each side is replaced by its middle half."""
    cut: Arc = []
    for (ax, ay), (bx, by) in itertools.pairwise(arc):
        cut += [((3 * ax + bx) / 4, (3 * ay + by) / 4), ((ax + 3 * bx) / 4, (ay + 3 * by) / 4)]
    return [*cut, cut[0]] if closed else [arc[0], *cut, arc[-1]]


def _thinned(arc: Arc) -> Arc:
    return [(x, y) for x, y in LineString(arc).simplify(THINNING).coords]


def _degrees(arc: Arc) -> Arc:
    """Cell units to degrees, rounded here so that both neighbours get the same numbers."""
    rounded = [(round(x / CELLS_PER_DEGREE, DECIMALS), round(y / CELLS_PER_DEGREE, DECIMALS)) for x, y in arc]
    return [rounded[0], *(b for a, b in itertools.pairwise(rounded) if a != b)]


def _clockwise(shape: Polygon | MultiPolygon) -> MultiPolygon:
    """Exterior rings clockwise: d3-geo, which draws Plotly maps, fills the rest of the globe else."""
    return MultiPolygon([orient(part, sign=-1.0) for part in shapely.get_parts(shape)])


def drawn_arcs(
    areas: dict[str, Polygon | MultiPolygon],
) -> tuple[list[Arc], dict[str, list[list[list[int]]]]]:
    """The smoothed arcs in degrees, and each kecamatan's polygons as rings of arc numbers (~n: reversed)."""
    topology = Topology(areas, prequantize=False).output
    arcs = [[(float(x), float(y)) for x, y in arc] for arc in topology["arcs"]]
    fixed = junctions(map(densified, arcs))
    rings = {
        shape["id"]: [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        for shape in topology["objects"]["data"]["geometries"]
    }
    return [_degrees(smoothed(arc, fixed)) for arc in arcs], rings


def _ring(numbers: list[int], arcs: list[Arc]) -> Arc:
    points: Arc = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return points


def polygons(arcs: list[Arc], rings: dict[str, list[list[list[int]]]]) -> dict[str, MultiPolygon]:
    """The kecamatan put together from the arcs, by code."""
    return {
        code: _clockwise(
            MultiPolygon([Polygon(_ring(part[0], arcs), [_ring(hole, arcs) for hole in part[1:]]) for part in parts])
        )
        for code, parts in rings.items()
    }


def dashes(arcs: list[Arc], rings: dict[str, list[list[list[int]]]]) -> dict[str, MultiPolygon]:
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


def _feature_collection(shapes: dict[str, MultiPolygon], names: dict[str, str]) -> dict[str, Any]:
    return {
        "type": "FeatureCollection",
        "label": LABEL,
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


def build(folder: Path) -> dict[str, dict[str, Any]]:
    """The two files of one area folder as GeoJSON, by file name. Raises OSError without cells or areas."""
    with (folder / "cells.csv").open(encoding="utf-8", newline="") as file:
        areas = dissolved(csv.DictReader(file))
    with (folder / "areas.csv").open(encoding="utf-8", newline="") as file:
        names = {row["code"]: row["name"] for row in csv.DictReader(file)}
    arcs, rings = drawn_arcs(areas)
    return {
        "boundaries.geojson": _feature_collection(polygons(arcs, rings), names),
        "dashes.geojson": _feature_collection(dashes(arcs, rings), names),
    }


def main(codes: list[str]) -> None:
    """Write the files of the named folders, or of all."""
    for folder in sorted(path.parent for path in AREAS_FOLDER.glob("*/cells.csv")):
        if codes and folder.name not in codes:
            continue
        for name, content in build(folder).items():
            text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
            (folder / name).write_text(text + "\n", encoding="utf-8")
            print(f"{folder.name}/{name}: {len(content['features'])} kecamatan, {len(text) / 1000:.0f} kB")


if __name__ == "__main__":
    main(sys.argv[1:])
