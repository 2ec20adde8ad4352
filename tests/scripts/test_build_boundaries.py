"""The script that draws the boundaries, by small shapes worked by hand."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from shapely.geometry import Polygon, box

from indicators.areas import AREAS_FOLDER
from indicators.areas.drawing import polygons
from scripts import build_boundaries
from scripts.build_boundaries import build, densified, dissolved, drawn_arcs, junctions, smoothed

FOLDERS = sorted(path.parent for path in AREAS_FOLDER.glob("*/cells.csv"))


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_shipped_files_are_what_the_script_draws(folder: Path) -> None:
    for name, content in build(folder).items():
        shipped = json.loads((folder / name).read_text(encoding="utf-8"))
        assert shipped == json.loads(json.dumps(content))


def test_runs_of_cells_are_inclusive_and_dissolve_into_one_area() -> None:
    runs = [
        {"code": "a", "row": "-2", "from": "3", "to": "4"},
        {"code": "a", "row": "-1", "from": "4", "to": "4"},
    ]
    area = dissolved(runs)["a"]
    assert area.equals(Polygon([(3, -2), (5, -2), (5, 0), (4, 0), (4, -1), (3, -1)]))


def test_a_point_is_a_junction_when_more_than_two_lines_meet_there() -> None:
    arcs = [[(0.0, 0.0), (1.0, 0.0)], [(1.0, 0.0), (2.0, 0.0)], [(1.0, 0.0), (1.0, 1.0)]]
    assert junctions(arcs) == {(1.0, 0.0)}


def test_a_long_arc_gets_two_points_a_cell_and_a_short_one_four() -> None:
    assert densified([(0.0, 0.0), (5.0, 0.0)])[:3] == [(0.0, 0.0), (0.5, 0.0), (1.0, 0.0)]
    assert densified([(0.0, 0.0), (1.0, 0.0)]) == [
        (0.0, 0.0),
        (0.25, 0.0),
        (0.5, 0.0),
        (0.75, 0.0),
        (1.0, 0.0),
    ]


def test_one_round_moves_a_corner_halfway_to_the_middle_of_its_neighbours(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    # (0,0) + 2 * (1,1) + (2,0), divided by 4; the ends do not move.
    monkeypatch.setattr(build_boundaries, "ROUNDS", 1)
    arc = build_boundaries._averaged([(0.0, 0.0), (1.0, 1.0), (2.0, 0.0)], closed=False)
    assert arc == [(0.0, 0.0), (1.0, 0.5), (2.0, 0.0)]


def test_chaikin_cuts_each_side_at_its_quarters_and_keeps_the_ends() -> None:
    cut = build_boundaries._corners_cut([(0.0, 0.0), (4.0, 0.0), (4.0, 4.0)], closed=False)
    assert cut == [(0.0, 0.0), (1.0, 0.0), (3.0, 0.0), (4.0, 1.0), (4.0, 3.0), (4.0, 4.0)]


def test_smoothing_keeps_the_ends_of_an_arc_and_its_fixed_points() -> None:
    arc = [(0.0, 0.0), (3.0, 0.0), (3.0, 3.0), (6.0, 3.0)]
    drawn = smoothed(arc, {(3.0, 3.0)})
    assert drawn[0] == (0.0, 0.0)
    assert drawn[-1] == (6.0, 3.0)
    assert (3.0, 3.0) in drawn
    assert (3.0, 0.0) not in drawn


def test_a_ring_without_a_junction_is_rounded_at_every_corner_alike() -> None:
    square = [(0.0, 0.0), (6.0, 0.0), (6.0, 6.0), (0.0, 6.0), (0.0, 0.0)]
    drawn = Polygon(smoothed(square, set()))
    assert drawn.centroid.distance(box(2.99, 2.99, 3.01, 3.01)) == 0
    assert not set(square) & set(drawn.exterior.coords)


def test_a_ring_that_touches_a_junction_halfway_keeps_it() -> None:
    square = [(0.0, 0.0), (6.0, 0.0), (6.0, 6.0), (0.0, 6.0), (0.0, 0.0)]
    drawn = smoothed(square, {(6.0, 6.0)})
    assert drawn[0] == drawn[-1] == (6.0, 6.0)
    assert (0.0, 0.0) not in drawn


def test_two_neighbours_keep_one_border() -> None:
    step = Polygon([(0, 0), (4, 0), (4, 3), (6, 3), (6, 6), (0, 6)])
    areas = {"a": step, "b": box(0, 0, 10, 6).difference(step)}
    drawn = polygons(*drawn_arcs(areas))
    border = drawn["a"].intersection(drawn["b"])
    assert drawn["a"].intersection(drawn["b"]).area == 0
    assert 0.05 < border.length < 0.08
    assert drawn["a"].union(drawn["b"]).geom_type == "Polygon"
