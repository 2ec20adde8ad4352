"""The slope index of inequality, only where staff supplied the ranking."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.charts.of_kecamatan import kecamatan_compared
from indicators.judgement.compared import compared
from indicators.judgement.compared_sentences import slope_sentence
from indicators.judgement.inequality import Inequality, Ranking, inequality, ranking_of, slope_along
from indicators.judgement.values import state_of
from indicators.measures.spread import Slope
from indicators.vocabulary import Period

JEMBRANA = all_kabupaten()["51.01"]
YEAR = [f"2024-{month:02}" for month in range(1, 13)]

Send = Callable[..., warehouse.Receipt]


def row(births: int, deaths: int) -> Mapping[str, float]:
    return {"live_births": births, "low_birth_weight": deaths, "newborns_weighed": births}


@pytest.fixture
def babies(send: Send) -> None:
    """In every puskesmas 100 babies a month; of them 2, 4, 6, 8 or 10 underweight, by the kecamatan's place."""
    places = {area.code: place for place, area in enumerate(JEMBRANA.kecamatan)}
    but = {
        (facility.id, month): row(100, 2 + 2 * places[facility.kecamatan])
        for facility in JEMBRANA.puskesmas
        for month in YEAR
    }
    send("births", YEAR, row(100, 2), but)


def asked(indicator: str = "bblr", period: str = "2024") -> Inequality | None:
    snapshot = warehouse.current()
    state = state_of(snapshot, kabupaten="51.01")
    return inequality(snapshot, indicator=indicator, state=state, period=Period.parse(period))


def poverty(send: Send, year: str) -> None:
    """The later in the list, the poorer: 10, 20, 30, 40 and 50 of 1,000."""
    places = {area.code: place for place, area in enumerate(JEMBRANA.kecamatan)}
    but = {
        (facility.id, year): {"population": 1000, "poor_people": 10 * (1 + places[facility.kecamatan])}
        for facility in JEMBRANA.puskesmas
    }
    send("poverty", [year], {"population": 1000, "poor_people": 10}, but)


def test_without_a_ranking_nothing_is_said(babies: None) -> None:
    assert asked() is None


def test_the_ranking_is_the_share_of_poor_people_of_each_kecamatan(send: Send, babies: None) -> None:
    poverty(send, "2023")
    snapshot = warehouse.current()
    state = state_of(snapshot, kabupaten="51.01")
    found = ranking_of(snapshot, state=state, until=2024)

    assert found is not None
    assert found.year == 2023
    assert found.share == pytest.approx(
        {area.code: 0.01 * place for place, area in enumerate(JEMBRANA.kecamatan, start=1)}
    )
    assert ranking_of(snapshot, state=state, until=2022) is None
    assert ranking_of(snapshot, state=state, until=2029) is None


def test_where_every_step_down_adds_the_same_the_slope_is_that_of_the_line(send: Send, babies: None) -> None:
    # Places in the ranking, each kecamatan with its number of puskesmas as weight; values 2, 4, 6, 8, 10 percent.
    poverty(send, "2024")
    weights = [sum(f.kecamatan == area.code for f in JEMBRANA.puskesmas) for area in JEMBRANA.kecamatan]
    total, below, places = sum(weights), 0.0, []
    for weight in weights:
        places.append((below + weight / 2) / total)
        below += weight
    values = [2.0, 4.0, 6.0, 8.0, 10.0]
    middle = sum(w * p for w, p in zip(weights, places, strict=True)) / total
    mean = sum(w * v for w, v in zip(weights, values, strict=True)) / total
    over = sum(w * (p - middle) * (v - mean) for w, p, v in zip(weights, places, values, strict=True))
    under = sum(w * (p - middle) ** 2 for w, p in zip(weights, places, strict=True))
    found = asked()

    assert found is not None
    assert found.year == 2024
    assert found.slope.slope == pytest.approx(over / under)


def test_areas_off_the_ranking_are_left_out_and_two_make_no_slope(babies: None) -> None:
    snapshot = warehouse.current()
    state = state_of(snapshot, kabupaten="51.01")
    found = compared(snapshot, indicator="bblr", state=state, period=Period.year(2024))
    assert found is not None
    codes = [area.code for area in JEMBRANA.kecamatan]
    three = slope_along(found, Ranking(2024, dict(zip(codes[:3], (0.1, 0.2, 0.3), strict=True))))

    assert three is not None
    assert three.slope.areas == 3
    assert slope_along(found, Ranking(2024, dict(zip(codes[:2], (0.1, 0.2), strict=True)))) is None


def test_the_sentence_claims_no_more_than_the_interval(babies: None) -> None:
    snapshot = warehouse.current()
    state = state_of(snapshot, kabupaten="51.01")
    found = compared(snapshot, indicator="bblr", state=state, period=Period.year(2024))
    assert found is not None
    sure = slope_sentence(found, Inequality(Slope(8.0, 6.5, 9.5, 5), 2024))
    falling = slope_sentence(found, Inequality(Slope(-8.0, -9.5, -6.5, 5), 2024))
    unsure = slope_sentence(found, Inequality(Slope(8.0, -1.5, 17.5, 5), 2024))

    assert "8,0 poin persen lebih tinggi" in sure
    assert "bukan penjelasan sebab" in sure
    assert "8,0 poin persen lebih rendah" in falling
    assert "belum dapat dikatakan berbeda" in unsure


def test_the_chart_tells_the_slope_once_the_ranking_is_there(send: Send, babies: None) -> None:
    def finding() -> str:
        snapshot = warehouse.current()
        state = state_of(snapshot, kabupaten="51.01")
        spec = kecamatan_compared(snapshot, indicator="bblr", state=state, period=Period.year(2024))
        assert spec is not None
        return spec.finding

    assert "SII" not in finding()
    poverty(send, "2024")
    assert "(SII)" in finding()


def test_sample_data_have_no_ranking(shared_warehouse: Path) -> None:
    snapshot = warehouse.current()
    assert ranking_of(snapshot, state=state_of(snapshot, kabupaten="35.10"), until=2026) is None
