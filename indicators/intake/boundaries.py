"""Official boundaries: an uploaded map becomes one outline for each kecamatan, a report, and the files to publish.

The polygons are repaired, put together per kecamatan, compared with each other and with the schematic map, freed of
slivers and simplified as one coverage, so that neighbours keep one common border.
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import shapely
from shapely.geometry import MultiPolygon, Polygon, shape

from indicators.areas import Kabupaten
from indicators.areas.drawing import DECIMALS, arcs_of, dashes, feature_collection, polygons, rounded
from indicators.intake.boundary_names import Codes, find_kecamatan
from indicators.intake.geodata import Geodata, only_polygons, read_geodata
from indicators.intake.problems import blocking, warning
from indicators.intake.questions import Asking, Question
from indicators.vocabulary import Problem, Severity
from indicators.wording import boundaries as say
from indicators.wording.areas import official
from indicators.wording.intake import Sentence

MOST_SERVED = 60_000  # bytes of the compressed file that every viewer's browser fetches
SLIVER_KM2 = 0.05  # gaps and overlaps below are closed without asking
NOTHING_KM2 = 0.00001  # 10 m2: what rounding leaves
DIFFERENCE = 0.30  # of the schematic area
SAME_PLACE = 0.20  # of an area that must lie within its schematic outline
NEAR = 0.3  # degrees around the schematic map in which the file must lie
SLIVER_WIDTH = 0.0005  # degrees, about 55 m
_GRID = 10.0**-DECIMALS
_METRES_PER_DEGREE = 111_320
# In degrees, of coverage simplification: from what no screen shows to what still tells kecamatan apart.
_TOLERANCES = (0.0002, 0.0003, 0.0005, 0.0008, 0.0012, 0.002, 0.004)

Outlines = dict[str, Any]


@dataclass(frozen=True)
class KecamatanOutline:
    """One kecamatan found. polygons: how many of the file it was put together from."""

    code: str
    name: str
    polygons: int
    km2: float
    schematic_km2: float


@dataclass(frozen=True)
class Boundaries:
    """What publishing would draw, with what was found and done on the way.

    outlines: simplified, by code. flaws: places of the gaps and overlaps, for the preview.
    """

    found: tuple[KecamatanOutline, ...]
    outside: int
    overlap_km2: float
    gap_km2: float
    notes: tuple[str, ...]
    outlines: Outlines = field(repr=False)
    overlaps: tuple[Any, ...] = field(repr=False)
    gaps: tuple[Any, ...] = field(repr=False)
    _arcs: Any = field(repr=False)
    _rings: Any = field(repr=False)
    _names: Mapping[str, str] = field(repr=False)

    def files(self, *, source: str, dated: date) -> dict[str, bytes]:
        """What is published, by suffix: the boundaries, labelled with their source, and their dashed outlines."""
        label, names = official(source, dated), dict(self._names)
        drawn = {
            ".geojson": feature_collection(self.outlines, names, label=label),
            ".dashes.geojson": feature_collection(dashes(self._arcs, self._rings), names, label=label),
        }
        return {suffix: _compact(content) for suffix, content in drawn.items()}


@dataclass(frozen=True)
class ReceivedBoundaries:
    """problems: all at once. boundaries: None where a problem blocks or a question is open."""

    problems: tuple[Problem, ...]
    questions: tuple[Question, ...]
    boundaries: Boundaries | None


def receive_boundaries(
    content: bytes, name: str, kabupaten: Kabupaten, *, schematic: dict[str, Any], answers: Mapping[str, str]
) -> ReceivedBoundaries:
    """Read, match and check one boundary file; nothing is written.

    schematic: the shipped boundaries as GeoJSON, which tell where the kabupaten lies and how large its kecamatan are.
    """
    asking = Asking(answers)
    outlines = {feature["id"]: shape(feature["geometry"]) for feature in schematic["features"]}
    west, south, east, north = (float(side) for side in shapely.total_bounds(list(outlines.values())))
    near = (west - NEAR, south - NEAR, east + NEAR, north + NEAR)
    read = read_geodata(content, name, near=near, asking=asking)
    if isinstance(read, Sentence):
        return _refused(read)
    matched = None if read is None else find_kecamatan(read.frame, kabupaten, outlines=outlines, asking=asking)
    if read is None or matched is None:
        return ReceivedBoundaries((), asking.open, None)
    if not any(matched):
        lies_near = shapely.box(*near).intersects(shapely.box(*read.frame.total_bounds))
        return _refused(say.none_found(kabupaten.name) if lies_near else say.ELSEWHERE)
    problems, boundaries = _checked(read, matched, kabupaten, outlines, near)
    return ReceivedBoundaries(tuple(problems), asking.open, boundaries)


def _refused(sentence: Sentence) -> ReceivedBoundaries:
    return ReceivedBoundaries((blocking(sentence),), (), None)


def _checked(
    read: Geodata, matched: Codes, kabupaten: Kabupaten, schematic: Outlines, near: tuple[float, float, float, float]
) -> tuple[list[Problem], Boundaries | None]:
    own = [(code, shape_) for code, shape_ in zip(matched, read.frame.geometry.values, strict=True) if code]
    broken = sum(not one.is_valid for _, one in own)
    parts: dict[str, list[Any]] = {}
    for code, one in own:
        parts.setdefault(code, []).append(only_polygons(shapely.make_valid(one)))
    whole = {code: only_polygons(shapely.union_all(parts[code])) for code in sorted(parts)}
    whole = {code: one for code, one in whole.items() if not one.is_empty}
    if not whole or not shapely.box(*near).contains(shapely.box(*shapely.total_bounds(list(whole.values())))):
        return [blocking(say.ELSEWHERE)], None
    if missing := [area.name for area in kabupaten.kecamatan if area.code not in whole]:
        return [blocking(say.missing(missing))], None
    project = _in_km(near)
    found = tuple(
        KecamatanOutline(
            code, kabupaten.name_of(code), len(parts[code]), project(one).area, project(schematic[code]).area
        )
        for code, one in whole.items()
    )
    overlaps, gaps = list(_overlaps(whole)), _gaps(whole)
    overlap_sizes, gap_sizes = [project(o).area for _, _, o in overlaps], [project(g).area for g in gaps]
    problems = [
        *_compared(found, whole, schematic),
        *(
            warning(say.overlap(kabupaten.name_of(one), kabupaten.name_of(other), km2))
            for (one, other, _), km2 in zip(overlaps, overlap_sizes, strict=True)
            if km2 >= SLIVER_KM2
        ),
        *(
            warning(say.gap([kabupaten.name_of(c) for c, one in whole.items() if one.intersects(gap)], km2))
            for gap, km2 in zip(gaps, gap_sizes, strict=True)
            if km2 >= SLIVER_KM2
        ),
    ]
    drawn = _drawn(whole)
    sizes = [*overlap_sizes, *gap_sizes]
    notes = say.done(
        crs=read.crs,
        outside=len(matched) - len(own),
        repaired=broken,
        closed=sum(NOTHING_KM2 < km2 < SLIVER_KM2 for km2 in sizes),
        dropped=drawn.dropped,
        before=int(shapely.get_num_coordinates([one for _, one in own]).sum()),
        after=int(shapely.get_num_coordinates(list(drawn.outlines.values())).sum()),
        metres=round(drawn.tolerance * _METRES_PER_DEGREE),
        size=drawn.served,
    )
    boundaries = Boundaries(
        found=found,
        outside=len(matched) - len(own),
        overlap_km2=sum(overlap_sizes),
        gap_km2=sum(gap_sizes),
        notes=tuple(notes),
        outlines=drawn.outlines,
        overlaps=tuple(o for _, _, o in overlaps),
        gaps=tuple(gaps),
        _arcs=drawn.arcs,
        _rings=drawn.rings,
        _names={code: kabupaten.name_of(code) for code in whole},
    )
    return sorted(problems, key=lambda p: p.severity is not Severity.BLOCKING), boundaries


def _compared(found: tuple[KecamatanOutline, ...], whole: Outlines, schematic: Outlines) -> Iterator[Problem]:
    """Kecamatan that are much larger, smaller or elsewhere than on the schematic map."""
    for one in found:
        shared = shapely.intersection(whole[one.code], schematic[one.code]).area
        if shared < SAME_PLACE * min(whole[one.code].area, schematic[one.code].area):
            yield warning(say.elsewhere(one.name))
        elif abs(one.km2 / one.schematic_km2 - 1) > DIFFERENCE:
            yield warning(say.size_differs(one.name, one.km2, one.schematic_km2))


def _overlaps(whole: Outlines) -> Iterator[tuple[str, str, Any]]:
    """Pairs of kecamatan that share ground, with what they share."""
    codes, shapes = list(whole), list(whole.values())
    tree = shapely.STRtree(shapes)
    for first, second in zip(*tree.query(shapes, predicate="intersects"), strict=True):
        if first < second:
            shared = only_polygons(shapely.intersection(shapes[first], shapes[second]))
            if not shared.is_empty:
                yield codes[first], codes[second], shared


def _gaps(whole: Outlines) -> list[Any]:
    """Ground inside the kabupaten that no kecamatan holds, without what one kecamatan alone surrounds."""
    together = shapely.get_parts(shapely.union_all(list(whole.values())))
    holes = [Polygon(ring) for part in together for ring in part.interiors]
    own = shapely.union_all([Polygon(r) for one in whole.values() for p in shapely.get_parts(one) for r in p.interiors])
    return [hole for hole in holes if not own.contains(hole.representative_point())]


@dataclass(frozen=True)
class _Drawn:
    outlines: Outlines
    arcs: Any
    rings: Any
    tolerance: float
    dropped: int
    served: int


def _drawn(whole: Outlines) -> _Drawn:
    """One coverage without slivers on the grid of the file, simplified until its compressed file is small enough."""
    on_grid = [shapely.set_precision(one, _GRID, mode="pointwise") for one in whole.values()]
    clean = [
        only_polygons(one)
        for one in shapely.coverage_clean(on_grid, gap_width=SLIVER_WIDTH, merge_strategy="longest_border")
    ]
    for tolerance in _TOLERANCES:
        simple = shapely.coverage_simplify(clean, tolerance)
        kept = dict(zip(whole, (_without_specks(one, tolerance) for one in simple), strict=True))
        arcs, rings = arcs_of(kept)
        arcs = [rounded(arc) for arc in arcs]
        outlines = polygons(arcs, rings)
        content = _compact(feature_collection(outlines, dict.fromkeys(whole, ""), label=""))
        served = len(gzip.compress(content))
        if served <= MOST_SERVED:
            break
    before = sum(len(shapely.get_parts(one)) for one in clean)
    dropped = before - sum(len(one.geoms) for one in outlines.values())
    return _Drawn(outlines, arcs, rings, tolerance, dropped, served)


def _without_specks(one: Any, tolerance: float) -> MultiPolygon:
    """Without islands that no screen shows; never without its largest part."""
    parts = sorted(shapely.get_parts(one), key=lambda part: -part.area)
    return MultiPolygon([part for place, part in enumerate(parts) if not place or part.area > tolerance**2])


def _in_km(near: tuple[float, float, float, float]) -> Any:
    """Projects degrees to km in equal areas around the middle of the place."""
    from pyproj import Transformer

    west, south, east, north = near
    middle = f"+proj=laea +lon_0={(west + east) / 2} +lat_0={(south + north) / 2} +units=km"
    transformer = Transformer.from_crs("EPSG:4326", middle, always_xy=True)
    return lambda one: shapely.transform(one, lambda points: _pairs(*transformer.transform(points[:, 0], points[:, 1])))


def _pairs(east: Any, north: Any) -> Any:
    import numpy as np

    return np.column_stack([east, north])


def _compact(content: dict[str, Any]) -> bytes:
    return json.dumps(content, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode("utf-8")
