"""Charts over time as specifications: points, limits, special points, and the words around them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from indicators import warehouse
from indicators.catalogue import catalogue
from indicators.charts.control import control_chart, over_time, pooled_beside
from indicators.charts.spec import ChartSpec, Mark, Role, State, Symbol
from indicators.judgement.chart_choice import Choice
from indicators.judgement.controlled import Controlled, ControlPoint
from indicators.judgement.values import state_of
from indicators.measures.control import Rule
from indicators.vocabulary import ChartKind, Period, Variation
from indicators.wording import control as say

BANYUWANGI = "35.10"


def points() -> tuple[ControlPoint, ...]:
    found = [
        ControlPoint(Period.month(2025, month), 10.0, 6.0, 14.0, centre=10.0, numerator=10.0, size=1000.0)
        for month in range(1, 9)
    ]
    found[2] = replace(found[2], value=15.0, rule=Rule.BEYOND, high=True)
    found[3] = replace(found[3], value=5.0, rule=Rule.BEYOND, high=False)
    found[5] = replace(found[5], value=None, numerator=None)
    found[7] = replace(found[7], value=4.0, provisional=(8, 10))
    return tuple(found)


def chart(indicator: str = "akn", kind: ChartKind = ChartKind.U, shipped: Path | None = None) -> ChartSpec:
    found = Controlled(
        indicator=indicator,
        area=BANYUWANGI,
        choice=Choice(kind, "Grafik u, karena begitu."),
        points=points(),
        widened=1.0,
        variation=Variation.COMMON,
        assurance=None,
        target=None,
    )
    state = state_of(warehouse.current(), kabupaten=BANYUWANGI)
    entry = catalogue().indicators[indicator]
    return control_chart(found, entry=entry, place="Kabupaten Banyuwangi", state=state)


def test_special_points_stand_out_by_shape_and_name_and_not_by_colour_alone(shared_warehouse: Path) -> None:
    series = {s.name: s for s in chart().series}
    better, worse = series[say.BETTER], series[say.WORSE]
    assert (better.role, better.symbol, [p.x for p in better.points]) == (Role.BETTER, Symbol.SQUARE, ["Apr 25"])
    assert (worse.role, worse.symbol, [p.x for p in worse.points]) == (Role.WORSE, Symbol.DIAMOND, ["Mar 25"])
    [why] = [p.hover for p in series["AKN"].points if p.x == "Mar 25"]
    assert why.endswith("di atas batas")


def test_more_between_deaths_is_better(shared_warehouse: Path) -> None:
    series = {s.name: [p.x for p in s.points] for s in chart("aki", ChartKind.G).series}
    assert (series[say.BETTER], series[say.WORSE]) == (["Mar 25"], ["Apr 25"])


def test_limits_are_steps_and_a_missing_month_keeps_its_place(shared_warehouse: Path) -> None:
    spec = chart()
    limits = [s for s in spec.series if s.role is Role.LIMIT]
    assert [(s.name, s.mark, s.points[0].y) for s in limits] == [
        (say.LIMIT_UPPER, Mark.STEP, 14.0),
        (say.LIMIT_LOWER, Mark.STEP, 6.0),
        ("Rata-rata: 10,0", Mark.STEP, 10.0),
    ]
    line = next(s for s in spec.series if s.mark is Mark.LINE)
    assert len(spec.categories) == len(line.points) == 8
    assert line.points[5].state is State.MISSING
    assert line.points[7].state is State.PROVISIONAL
    assert "Sementara, 8 dari 10 laporan" in line.points[7].hover


def test_the_chart_says_why_it_is_this_one_and_what_it_shows(shared_warehouse: Path) -> None:
    spec = chart()
    assert spec.notes == ("Grafik u, karena begitu.", say.PROVISIONAL, say.MISSING)
    assert spec.finding == (
        f"Contoh: {say.VARIATION_ICON[Variation.COMMON]} Titik terbaru dalam naik turun biasa, "
        "belum dapat dibedakan dari kebetulan. "
        "Di seluruh grafik 2 titik menunjukkan perubahan; alasannya tertulis pada titiknya."
    )


def test_the_alternative_text_tells_range_centre_and_finding_without_icons(shared_warehouse: Path) -> None:
    alt = chart().alt
    assert alt.startswith("Contoh: titik terbaru dalam naik turun biasa")
    assert alt.endswith("6 titik, dari 10,0 (Januari 2025) sampai 10,0 (Juli 2025); Rata-rata: 10,0.")
    assert not any(icon in alt for icon in say.VARIATION_ICON.values())


def test_two_gaps_that_end_in_one_month_have_places_of_their_own(shared_warehouse: Path) -> None:
    snapshot = warehouse.current()
    state = state_of(snapshot, kabupaten=BANYUWANGI)
    spec = over_time(snapshot, indicator="aki", state=state, area=BANYUWANGI, last=Period.month(2026, 10))
    assert spec is not None
    assert any(category.endswith(" (2)") for category in spec.categories)
    assert say.BETWEEN_ASSUMED in spec.notes
    assert spec.unit == "kelahiran hidup"


def test_pooled_years_stand_beside_gaps_and_never_twice(shared_warehouse: Path) -> None:
    snapshot = warehouse.current()
    state = state_of(snapshot, kabupaten=BANYUWANGI)
    last = Period.month(2026, 10)
    beside = pooled_beside(snapshot, indicator="aki", state=state, area=BANYUWANGI, last=last)
    assert beside is not None
    assert beside.categories == ("2022–2024", "2023–2025")
    # A kecamatan with six deaths has the pooled rates as its one chart.
    alone = over_time(snapshot, indicator="aki", state=state, area="35.10.01", last=last)
    assert alone is not None
    assert alone.notes[0].startswith("Angka gabungan beberapa tahun, karena baru 6 kematian ibu")
    assert pooled_beside(snapshot, indicator="aki", state=state, area="35.10.01", last=last) is None


@pytest.mark.parametrize("indicator", [i.id for i in catalogue().indicators.values() if i.numerator])
def test_every_indicator_of_every_area_has_a_chart_or_none_and_numbers_within_its_axis(
    indicator: str, shared_warehouse: Path
) -> None:
    snapshot = warehouse.current()
    for kabupaten, area in (("35.10", "35.10"), ("35.10", "35.10.05"), ("63.11", "63.11")):
        state = state_of(snapshot, kabupaten=kabupaten)
        spec = over_time(snapshot, indicator=indicator, state=state, area=area, last=Period.month(2026, 10))
        if spec is not None:
            assert spec.sample
            assert "nan" not in spec.alt.lower().replace(",", " ").split()
            assert all(p.y is None or p.y == p.y for s in spec.series for p in s.points)
