"""The spine of a real kecamatan: every number is judgement's, and the words agree with the marks."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from indicators import warehouse
from indicators.charts.of_area import compared_indicators, kecamatan_spine
from indicators.charts.spec import State
from indicators.charts.spine import SpineSpec
from indicators.judgement.beside import Standing
from indicators.judgement.values import judge, state_of
from indicators.vocabulary import Level, Mode, Period
from indicators.wording.scorecard import STANDING

YEAR = Period.year(2024)


def spine_of(area: str, period: Period = YEAR) -> SpineSpec | None:
    snapshot = warehouse.current()
    state = state_of(snapshot, kabupaten=area[:5])
    return kecamatan_spine(snapshot, state=state, area=area, period=period)


@pytest.fixture
def spec(shared_warehouse: Path) -> SpineSpec:
    found = spine_of("35.10.17")
    assert found is not None
    return found


def test_values_range_and_last_year_are_those_of_judgement(spec: SpineSpec) -> None:
    snapshot = warehouse.current()
    asked: dict[str, Any] = {"indicators": ["k4"], "kabupaten": "35.10", "level": Level.KECAMATAN}
    areas = judge(snapshot, period=YEAR, **asked)
    [own] = [j for j in areas if j.area == "35.10.17"]
    [before] = [j for j in judge(snapshot, period=Period.year(2023), **asked) if j.area == "35.10.17"]
    [whole] = judge(snapshot, indicators=["k4"], kabupaten="35.10", period=YEAR)
    [row] = [row for row in spec.rows if row.indicator == "k4"]
    assert (row.value, row.low, row.high) == (own.value, own.low, own.high)
    assert row.whole == whole.value
    assert row.before == before.value
    values = [j.value for j in areas if j.value is not None and j.all_reported and not j.too_few]
    assert (row.lowest, row.highest) == (min(values), max(values))


def test_every_compared_indicator_with_a_value_has_a_line(spec: SpineSpec) -> None:
    drawn = [row.indicator for row in spec.rows]
    assert set(drawn) <= {entry.id for entry in compared_indicators()}
    assert {"aki", "akb", "k4", "stunting_eppgbm"} <= set(drawn)
    assert "new_stunting" not in drawn


def test_a_target_of_the_year_is_marked_as_such_and_a_later_one_as_ahead(spec: SpineSpec) -> None:
    rows = {row.indicator: row for row in spec.rows}
    akb, akn = rows["akb"].aim, rows["akn"].aim
    assert akb is not None
    assert (akb.value, akb.ahead) == (16, False)
    assert akn is not None
    assert (akn.value, akn.ahead) == (12, True)


def test_weighing_never_stands_against_the_surveys_target(spec: SpineSpec) -> None:
    [row] = [row for row in spec.rows if row.indicator == "stunting_eppgbm"]
    assert row.aim is None


def test_few_events_are_said_and_not_judged(spec: SpineSpec) -> None:
    [row] = [row for row in spec.rows if row.indicator == "aki"]
    assert row.state is State.TOO_FEW
    assert row.remark
    assert STANDING[Standing.TOO_FEW] in row.said


def test_the_alternative_text_counts_every_line(spec: SpineSpec) -> None:
    for standing in {row.standing for row in spec.rows}:
        assert STANDING[standing] in spec.alt
    assert spec.finding.startswith("Contoh: Kecamatan Giri pada 2024: ")
    assert spec.alt.startswith(spec.finding)
    assert spec.sample


def test_without_any_data_there_is_no_chart(empty_warehouse: Path) -> None:
    warehouse.switch_mode("51.01", Mode.OFFICIAL, by="ana")
    assert spine_of("51.01.01") is None


def test_several_years_have_no_same_months_last_year(shared_warehouse: Path) -> None:
    found = spine_of("35.10.17", Period(Period.year(2023).start, Period.year(2025).end))
    assert found is not None
    assert {row.before for row in found.rows} == {None}
