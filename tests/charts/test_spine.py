"""The spine chart: places worked by hand on a line whose middle is the kabupaten's value."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from indicators.catalogue import catalogue
from indicators.charts.spec import SpecError, State
from indicators.charts.spine import Aim, SpineRow, SpineSpec, spine_row
from indicators.judgement.beside import Standing
from indicators.judgement.judged import Absence, Judged
from indicators.judgement.scorecard import Cell

Make = Callable[..., Judged]
DEATHS, COVERAGE = catalogue().indicators["akb"], catalogue().indicators["k4"]


@pytest.fixture
def cell(judged: Make) -> Callable[..., Cell]:
    """A kecamatan's value with an interval of 2 on either side."""

    def make(value: float | None, standing: Standing = Standing.WITHIN) -> Cell:
        if value is None:
            absent = {"value": None, "low": None, "high": None, "absence": Absence.NOT_SENT}
            return Cell(judged(**absent), Standing.NO_VALUE)
        return Cell(judged(value=value, low=value - 2, high=value + 2), standing)

    return make


@pytest.fixture
def row(cell: Callable[..., Cell]) -> Callable[..., SpineRow]:
    """A line of infant deaths around a kabupaten's value of 10; the first of `values` is the kecamatan's own."""

    def make(*values: float | None, entry: Any = DEATHS, standing: Standing = Standing.WITHIN, **more: Any) -> SpineRow:
        own = cell(values[0], standing)
        others = [cell(value) for value in values[1:]]
        return spine_row(entry, cell=own, whole=10.0, areas=[own, *others], said="AKB: 12.", **more)

    return make


def test_lower_is_better_so_more_deaths_lie_to_the_left(row: Callable[..., SpineRow]) -> None:
    found = row(14.0, 6.0, 18.0)  # the farthest is 18, so an end is 8 away
    assert found.reach == 8
    assert found.place(14.0) == -0.5
    assert found.place(6.0) == 0.5
    assert found.place(18.0) == -1
    assert found.place(10.0) == 0
    assert found.place(2.0) == 1


def test_where_higher_is_better_the_line_is_turned(row: Callable[..., SpineRow]) -> None:
    found = row(14.0, 6.0, 18.0, entry=COVERAGE)
    assert found.place(14.0) == 0.5
    assert found.place(6.0) == -0.5


def test_the_limits_of_chance_are_those_of_this_kecamatans_size(cell: Callable[..., Cell]) -> None:
    own = replace(cell(14.0), low=8.0, high=None)
    limited = spine_row(DEATHS, cell=own, whole=10.0, areas=[own, cell(6.0), cell(18.0)], said="AKB.")
    assert limited.fair == (8.0, None)
    assert spine_row(DEATHS, cell=cell(14.0), whole=10.0, areas=[own], said="AKB.").fair is None


def test_what_lies_outside_is_drawn_at_the_end_and_told(row: Callable[..., SpineRow]) -> None:
    found = row(14.0, 6.0, 18.0, aim=Aim(30.0, "target 2029", ahead=True))
    assert found.place(30.0) == -1
    assert found.beyond(30.0)
    assert not found.beyond(18.0)


def test_quartiles_are_those_of_a_spreadsheet_and_need_eight_kecamatan(row: Callable[..., SpineRow]) -> None:
    values = (1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0, 8.0)
    found = row(*values)
    assert (found.lowest, found.highest) == (1, 8)
    assert found.quartiles == (2.75, 6.25)  # QUARTILE.INC of 1 to 8
    fewer = row(*values[:7])
    assert (fewer.lowest, fewer.highest) == (1, 7)
    assert fewer.quartiles is None


def test_areas_that_are_not_judged_do_not_stretch_the_range(
    row: Callable[..., SpineRow], cell: Callable[..., Cell]
) -> None:
    own = cell(12.0)
    areas = [own, cell(9.0), cell(11.0), cell(0.0, Standing.TOO_FEW), cell(90.0, Standing.INCOMPLETE), cell(None)]
    found = spine_row(DEATHS, cell=own, whole=10.0, areas=areas, said="AKB.")
    assert (found.lowest, found.highest) == (9, 12)


def test_without_a_range_the_interval_sets_the_scale(row: Callable[..., SpineRow]) -> None:
    found = row(12.0, 11.0)
    assert found.lowest is None
    assert found.reach == 4  # 14, the interval's end, is the farthest
    assert found.place(12.0) == -0.5


@pytest.mark.parametrize(
    ("standing", "state"), [(Standing.TOO_FEW, State.TOO_FEW), (Standing.INCOMPLETE, State.PROVISIONAL)]
)
def test_a_value_that_is_not_judged_sets_no_scale(
    standing: Standing, state: State, row: Callable[..., SpineRow]
) -> None:
    found = row(40.0, 9.0, 11.0, 12.0, standing=standing)
    assert found.state is state
    assert found.reach == 2
    assert found.drawn
    alone = row(40.0, standing=standing)
    assert alone.reach == 0
    assert not alone.drawn


def test_no_value_draws_nothing(row: Callable[..., SpineRow]) -> None:
    found = row(None, 9.0, 11.0, 12.0)
    assert found.state is State.MISSING
    assert not found.drawn


def test_all_alike_lie_in_the_middle(row: Callable[..., SpineRow]) -> None:
    found = row(10.0, 10.0, 10.0)
    assert found.place(10.0) == 0


def test_a_line_that_contradicts_itself_is_refused(row: Callable[..., SpineRow]) -> None:
    plain: dict[str, Any] = {
        "indicator": "akb",
        "label": "AKB",
        "unit": "per 1.000 KH",
        "decimals": 1,
        "direction": DEATHS.direction,
        "state": State.VALUE,
        "standing": Standing.WITHIN,
        "value": 12.0,
        "whole": 10.0,
        "said": "AKB.",
    }
    for wrong in ({"low": 1.0}, {"lowest": 1.0}, {"quartiles": (1.0, 2.0)}):
        with pytest.raises(SpecError):
            SpineRow(**plain | wrong)
    with pytest.raises(SpecError):
        SpineSpec(title="", unit="x", rows=(), footer="x", alt="x", sample=False)
