"""The scorecard: complete, ordered without ranking, and silent where the public may not see."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.judgement.beside import Standing
from indicators.judgement.judged import Absence
from indicators.judgement.scorecard import Scorecard, scorecard
from indicators.judgement.values import judge, state_of
from indicators.vocabulary import Level, Period

JEMBRANA = "51.01"
Send = Callable[..., Any]


def card_of(kabupaten: str, *indicators: str, period: Period) -> Scorecard:
    snapshot = warehouse.current()
    state = state_of(snapshot, kabupaten=kabupaten)
    return scorecard(snapshot, indicators=indicators, state=state, period=period)


def test_every_kecamatan_has_a_cell_for_every_indicator(shared_warehouse: Path) -> None:
    card = card_of("35.10", "aki", "akb", period=Period.year(2024))
    assert sorted(card.areas) == sorted(a.code for a in all_kabupaten()["35.10"].kecamatan)
    assert set(card.cells) == {(area, indicator) for area in card.areas for indicator in ("aki", "akb")}
    assert card.whole["aki"].area == "35.10"


def test_an_indicator_orders_by_standing_and_never_by_value(shared_warehouse: Path) -> None:
    card = card_of("35.10", "akb", period=Period.year(2024))
    assert [card.cells[a, "akb"].judged.area_name for a in card.ordered(None)] == sorted(
        card.cells[a, "akb"].judged.area_name for a in card.areas
    )
    ordered = [card.cells[a, "akb"] for a in card.ordered("akb")]
    order = list(Standing)
    keys = [(order.index(cell.standing), cell.judged.area_name) for cell in ordered]
    assert keys == sorted(keys)
    assert len({cell.standing for cell in ordered}) > 1


def test_one_kecamatan_far_above_the_others_stands_out_and_they_do_not(send: Send) -> None:
    months = [f"2025-{month:02d}" for month in range(1, 13)]
    unit = all_kabupaten()[JEMBRANA].puskesmas[0]
    send("births", months, {"live_births": 100})
    deaths = {"deaths_0_6_days": 1, "deaths_7_28_days": 0, "deaths_29_days_11_months": 0, "deaths_12_59_months": 0}
    many = deaths | {"deaths_0_6_days": 6}
    send("child_deaths", months, deaths, but={(unit.id, month): many for month in months})
    card = card_of(JEMBRANA, "akb", period=Period.year(2025))
    found = {area: card.cells[area, "akb"].standing for area in card.areas}
    assert found.pop(unit.kecamatan) is Standing.WORSE
    assert Standing.WORSE not in found.values()


def test_values_behind_which_a_small_sensitive_count_stands_are_taken_out(shared_warehouse: Path) -> None:
    card = card_of("35.10", "spm_severe_mental_disorders", "akb", period=Period.year(2024))
    hidden = [card.cells[area, "spm_severe_mental_disorders"] for area in card.areas]
    assert {cell.judged.absence for cell in hidden} == {Absence.SUPPRESSED}
    assert {(c.judged.value, c.judged.numerator, c.judged.low, c.judged.verdict) for c in hidden} == {(None,) * 4}
    assert {cell.standing for cell in hidden} == {Standing.NO_VALUE}
    assert card.whole["spm_severe_mental_disorders"].value is not None
    snapshot = warehouse.current()
    plain = judge(snapshot, indicators=["akb"], kabupaten="35.10", period=Period.year(2024), level=Level.KECAMATAN)
    assert [card.cells[j.area, "akb"].judged for j in plain] == plain
