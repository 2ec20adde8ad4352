from __future__ import annotations

import numpy as np
import pytest

from indicators.sample.allocation import allocated, by_sex, rounded_to, split


@pytest.fixture
def stream() -> np.random.Generator:
    return np.random.default_rng(7)


def test_whole_numbers_add_to_the_total_by_largest_remainder() -> None:
    # 10 over 1:2:4 is 1.43, 2.86, 5.71; the two left over go to the largest remainders
    assert rounded_to(10, np.array([1.0, 2.0, 4.0])).tolist() == [1, 3, 6]


def test_equal_remainders_go_to_the_first() -> None:
    assert rounded_to(10, np.array([1.0, 1.0, 1.0])).tolist() == [4, 3, 3]


def test_an_allocation_keeps_its_total_and_gives_nothing_to_no_weight(stream: np.random.Generator) -> None:
    dealt = allocated(stream, total=50, weights=np.array([[1, 0], [3, 0]]))
    assert dealt.sum() == 50
    assert dealt[:, 1].tolist() == [0, 0]


def test_an_allocation_follows_the_weights(stream: np.random.Generator) -> None:
    dealt = allocated(stream, total=100_000, weights=np.array([[1, 3]]))
    # expected 25,000 with a standard deviation of 137
    assert abs(dealt[0, 0] - 25_000) < 700


def test_parts_add_to_every_cell(stream: np.random.Generator) -> None:
    counts = np.array([[0, 5], [12, 1]])
    parts = split(stream, counts, {"a": 0.2, "b": 0.8, "never": 0.0})
    assert (parts["a"] + parts["b"]).tolist() == counts.tolist()
    assert not parts["never"].any()


def test_sexes_add_to_every_cell(stream: np.random.Generator) -> None:
    parts = by_sex(stream, "live_births", np.array([[0, 40]]), male=0.5)
    assert (parts["live_births_male"] + parts["live_births_female"]).tolist() == [[0, 40]]
    assert set(parts) == {"live_births", "live_births_male", "live_births_female"}
