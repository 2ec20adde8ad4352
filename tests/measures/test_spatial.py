"""Likeness of neighbours on a map of five by five areas."""

from __future__ import annotations

import numpy as np
import pytest

from indicators.measures.spatial import Corner, autocorrelation

SIDE = 5
AREAS = [f"{row}{column}" for row in range(SIDE) for column in range(SIDE)]
NEIGHBOURS = {
    f"{row}{column}": [
        f"{r}{c}"
        for r, c in ((row - 1, column), (row + 1, column), (row, column - 1), (row, column + 1))
        if 0 <= r < SIDE and 0 <= c < SIDE
    ]
    for row in range(SIDE)
    for column in range(SIDE)
}


def test_on_a_chessboard_every_neighbour_differs_and_nothing_is_alike() -> None:
    # 13 areas of -12/25 and 12 of 13/25, each with neighbours of the other colour only, whose weights are one together:
    # I = -25 x 12 x 13 / (13 x 12^2 + 12 x 13^2) = -3900 / 3900.
    values = [(row + column) % 2 for row in range(SIDE) for column in range(SIDE)]
    found = autocorrelation(areas=AREAS, values=values, neighbours=NEIGHBOURS, false_discoveries=0.05)

    assert found.moran == pytest.approx(-1)
    assert found.p_value == 1
    assert found.clusters == {}


def test_high_values_in_one_corner_are_more_than_chance_and_a_cluster() -> None:
    values = [10 * (row >= 2 and column >= 2) + 0.1 * column for row in range(SIDE) for column in range(SIDE)]
    found = autocorrelation(areas=AREAS, values=values, neighbours=NEIGHBOURS, false_discoveries=0.05)

    assert found.p_value == 0.001
    assert found.clusters["34"] is Corner.HIGH
    assert found.clusters.get("00") is not Corner.HIGH


def test_the_same_question_has_the_same_answer_and_leaves_numpys_own_chance_alone() -> None:
    values = np.random.default_rng(3).normal(size=len(AREAS))
    np.random.seed(1)
    expected = np.random.random()
    np.random.seed(1)
    one, other = (
        autocorrelation(areas=AREAS, values=values, neighbours=NEIGHBOURS, false_discoveries=0.05) for _ in range(2)
    )

    assert one == other
    assert np.random.random() == expected


def test_chance_alone_is_called_a_pattern_in_a_twentieth_of_all_maps_and_clusters_are_rare() -> None:
    rng = np.random.default_rng(5)
    found = [
        autocorrelation(areas=AREAS, values=rng.normal(size=25), neighbours=NEIGHBOURS, false_discoveries=0.05)
        for _ in range(100)
    ]

    assert sum(one.p_value <= 0.05 for one in found) <= 11  # 99 % point of a binomial of 100 at 0.05
    assert sum(bool(one.clusters) for one in found) <= 11


def test_an_area_without_neighbours_and_one_value_everywhere_are_no_pattern() -> None:
    lonely = {area: [n for n in NEIGHBOURS[area] if n != "00"] if area != "00" else [] for area in AREAS}
    values = [10.0] + [float(n) for n in range(24)]
    found = autocorrelation(areas=AREAS, values=values, neighbours=lonely, false_discoveries=0.05)

    assert "00" not in found.clusters
    assert autocorrelation(areas=AREAS, values=[1.0] * 25, neighbours=NEIGHBOURS, false_discoveries=0.05).p_value == 1
