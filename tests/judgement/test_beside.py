"""Where an area stands: its group among the others, or why it has none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.judgement.beside import Standing, standing
from indicators.judgement.compared import compared
from indicators.judgement.judged import Absence
from indicators.judgement.scorecard import scorecard
from indicators.judgement.values import judge, state_of
from indicators.vocabulary import AreaGroup, Level, Period

JEMBRANA, YEAR = "51.01", Period.year(2025)
MONTHS = [f"2025-{month:02d}" for month in range(1, 13)]
Send = Callable[..., Any]


@pytest.mark.parametrize(
    ("group", "found"),
    [
        (AreaGroup.OUTSIDE_WORSE, Standing.WORSE),
        (AreaGroup.OUTSIDE_BETTER, Standing.BETTER),
        (AreaGroup.WITHIN, Standing.WITHIN),
        (AreaGroup.TOO_FEW, Standing.TOO_FEW),
        (AreaGroup.INCOMPLETE, Standing.INCOMPLETE),
        (AreaGroup.OVERFULL, Standing.OVERFULL),
        (None, Standing.NOT_COMPARED),
    ],
)
def test_a_group_is_a_standing_and_a_withheld_value_has_none(
    group: AreaGroup | None, found: Standing, send: Send
) -> None:
    send("births", MONTHS, {"live_births": 100})
    send("maternal_deaths", MONTHS, {"maternal_deaths": 1})
    area = judge(warehouse.current(), indicators=["aki"], kabupaten=JEMBRANA, period=YEAR, level=Level.KECAMATAN)[0]
    assert standing(area, group) is found
    withheld = replace(area, value=None, absence=Absence.SUPPRESSED)
    assert standing(withheld, group) is Standing.NO_VALUE


def test_every_group_has_a_standing() -> None:
    from indicators.judgement.beside import _OF_GROUP

    assert set(_OF_GROUP) == set(AreaGroup)


def test_the_scorecard_tells_the_groups_and_limits_of_the_comparison(send: Send) -> None:
    send("births", MONTHS, {"live_births": 100})
    unit = all_kabupaten()[JEMBRANA].puskesmas[0]
    few = {"deaths_0_6_days": 1, "deaths_7_28_days": 0, "deaths_29_days_11_months": 0, "deaths_12_59_months": 0}
    send("child_deaths", MONTHS, few, but={(unit.id, month): few | {"deaths_0_6_days": 6} for month in MONTHS})
    snapshot = warehouse.current()
    state = state_of(snapshot, kabupaten=JEMBRANA)
    card = scorecard(snapshot, indicators=["akb", "new_stunting"], state=state, period=YEAR)
    found = compared(snapshot, indicator="akb", state=state, period=YEAR)
    assert found is not None
    for area in found.areas:
        cell = card.cells[area.judged.area, "akb"]
        assert cell.standing is standing(area.judged, area.group)
        assert (cell.low, cell.high) == (area.low, area.high)
    assert card.cells[unit.kecamatan, "akb"].standing is Standing.WORSE
    assert {card.cells[area, "new_stunting"].standing for area in card.areas} == {Standing.NO_VALUE}
