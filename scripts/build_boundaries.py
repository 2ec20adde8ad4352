"""Draw the schematic boundaries and their dashed outlines from the 0.01 degree cells of each kabupaten.

    python -m scripts.build_boundaries            # every folder of data/areas
    python -m scripts.build_boundaries 35.10      # one of them

Reads `cells.csv` and `areas.csv` of the folder, writes `boundaries.geojson` and `dashes.geojson` beside them.
Neighbours keep one common border because arcs are smoothed, not polygons: the dissolved cells are cut into arcs,
each arc is smoothed once with its end points fixed, and the polygons are put together again.
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

from indicators.areas import AREAS_FOLDER
from indicators.areas.drawing import Arc, Point, Rings, arcs_of, dashes, feature_collection, polygons, rounded
from indicators.wording.areas import SCHEMATIC

CELLS_PER_DEGREE = 100
POINTS_PER_CELL = 2  # of the densified arcs: more would leave the steps of the cells visible
SHORT_ARC = 4  # cells, the way around a single one: such an arc gets twice the points, or half of it would go
ROUNDS = 4
THINNING = 0.03  # cells, about 30 m: bends smaller than this are left out of the file


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


def drawn_arcs(areas: dict[str, Polygon | MultiPolygon]) -> tuple[list[Arc], Rings]:
    """The smoothed arcs in degrees, and each kecamatan's polygons as rings of arc numbers."""
    arcs, rings = arcs_of(areas)
    fixed = junctions(map(densified, arcs))
    return [rounded(smoothed(arc, fixed), per_degree=CELLS_PER_DEGREE) for arc in arcs], rings


def build(folder: Path) -> dict[str, dict[str, Any]]:
    """The two files of one area folder as GeoJSON, by file name. Raises OSError without cells or areas."""
    with (folder / "cells.csv").open(encoding="utf-8", newline="") as file:
        areas = dissolved(csv.DictReader(file))
    with (folder / "areas.csv").open(encoding="utf-8", newline="") as file:
        names = {row["code"]: row["name"] for row in csv.DictReader(file)}
    arcs, rings = drawn_arcs(areas)
    return {
        "boundaries.geojson": feature_collection(polygons(arcs, rings), names, label=SCHEMATIC),
        "dashes.geojson": feature_collection(dashes(arcs, rings), names, label=SCHEMATIC),
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
