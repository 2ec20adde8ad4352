"""Areas beyond the limits of chance, those that are not compared, and what is said of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.judgement.compared import (
    Compared,
    PatternFound,
    compare,
    compared,
    find_pattern,
    funnel_curve,
    is_compared,
    smoothed_values,
)
from indicators.judgement.compared_sentences import (
    groups_sentence,
    pattern_sentence,
    spread_sentence,
    widened_sentence,
)
from indicators.judgement.judged import Absence, Judged
from indicators.judgement.values import state_of
from indicators.vocabulary import AreaGroup, Basis, Measure, Period
from indicators.wording.compared import GROUP

BANYUWANGI = all_kabupaten()["35.10"]
CODES = [area.code for area in BANYUWANGI.kecamatan]
YEAR = Period.year(2024)
FEW = catalogue().settings.few_events


def judged(number: int, events: float | None, at: float, **changes: object) -> Judged:
    """The value of the kecamatan with this place in the list, of an indicator whose rate needs no more than these."""
    found = Judged(
        indicator="akb", area=CODES[number], area_name=BANYUWANGI.name_of(CODES[number]), period=YEAR, reference=YEAR,
        value=None if events is None else 1000 * events / at, numerator=events, denominator=at, low=None, high=None,
        method="", basis=Basis.OFFICIAL, measure=Measure.ROUTINE, units_matched=1, units_expected=1, reports_matched=12,
        reports_expected=12, too_few=events is not None and events < FEW, verdict=None,
        absence=Absence.NOT_SENT if events is None else None, version=1,
    )  # fmt: skip
    return replace(found, **changes)  # type: ignore[arg-type]


def deaths(*counts: float, births: float = 1000) -> list[Judged]:
    return [judged(number, count, births) for number, count in enumerate(counts)]


def of_akb(areas: list[Judged]) -> Compared:
    return compare(catalogue().indicators["akb"], areas, period=YEAR)


def groups(found: Compared) -> list[AreaGroup]:
    return [area.group for area in found.areas]


def test_an_area_is_outside_where_so_many_deaths_or_so_few_have_a_probability_of_a_thousandth() -> None:
    # 400 deaths in 20,000 births: 20 expected in each. Poisson: P(36 or more) = 0.0008, P(35 or more) = 0.0014;
    # P(8 or fewer) = 0.0021, P(7 or fewer) = 0.0008.
    found = of_akb(deaths(36, 35, 7, 8, *[20] * 15, 14))

    assert found.pooled == pytest.approx(20)
    assert groups(found)[:5] == [
        AreaGroup.OUTSIDE_WORSE,
        AreaGroup.WITHIN,
        AreaGroup.OUTSIDE_BETTER,
        AreaGroup.WITHIN,
        AreaGroup.WITHIN,
    ]


def test_where_more_is_better_the_sides_change() -> None:
    entry = catalogue().indicators["pf"]
    areas = [judged(n, events, 1000) for n, events in enumerate([700, *[600] * 9, 500])]
    found = compare(entry, [replace(a, value=(a.numerator or 0) / 10) for a in areas], period=YEAR)

    assert [found.areas[0].group, found.areas[10].group] == [AreaGroup.OUTSIDE_BETTER, AreaGroup.OUTSIDE_WORSE]


def test_none_at_all_is_never_the_best() -> None:
    found = of_akb(deaths(0, *[20] * 20))

    assert found.areas[0].group is AreaGroup.TOO_FEW
    assert not found.of(AreaGroup.OUTSIDE_BETTER)
    assert "lebih baik" not in groups_sentence(found)


def test_few_events_missing_reports_no_value_and_more_than_all_are_apart() -> None:
    entry = catalogue().indicators["pf"]
    areas = [
        judged(0, 4, 10),
        judged(1, 900, 1000, all_reported=False),
        judged(2, None, 1000),
        judged(3, 1100, 1000),
        judged(4, 900, 1000, value=90.0),
    ]
    found = compare(entry, areas, period=YEAR)

    assert groups(found) == [
        AreaGroup.TOO_FEW,
        AreaGroup.INCOMPLETE,
        AreaGroup.ABSENT,
        AreaGroup.OVERFULL,
        AreaGroup.WITHIN,
    ]
    assert found.pooled == pytest.approx(100 * 904 / 1010)
    assert [area.low is None for area in found.areas] == [False, True, True, True, False]


def test_areas_that_all_vary_beyond_chance_widen_the_limits_and_it_is_said() -> None:
    spreading = deaths(*[10, 40] * 12)
    found = of_akb(spreading)

    assert found.dispersion.beyond_chance
    assert not found.of(AreaGroup.OUTSIDE_WORSE, AreaGroup.OUTSIDE_BETTER)
    assert "dilebarkan" in widened_sentence(found)
    assert widened_sentence(of_akb(deaths(*[20] * 24))) == ""


def test_of_25_areas_with_one_true_rate_hardly_any_is_named() -> None:
    rng = np.random.default_rng(41)
    births = np.linspace(300, 2400, 25)
    named = 0
    for _ in range(200):
        drawn = rng.poisson(births * 0.012)
        areas = [judged(n, float(count), at) for n, (count, at) in enumerate(zip(drawn, births, strict=True))]
        named += len(of_akb(areas).of(AreaGroup.OUTSIDE_WORSE, AreaGroup.OUTSIDE_BETTER))

    assert named / (200 * 25) <= 0.002


def test_the_curve_agrees_with_the_limits_of_the_areas() -> None:
    found = of_akb(deaths(*[20] * 20))
    curve = funnel_curve(found)
    at_the_end = curve[-1]

    assert [point.denominator for point in curve] == sorted(point.denominator for point in curve)
    assert at_the_end.denominator == 1050
    assert at_the_end.low is not None
    assert at_the_end.wide_low is not None
    assert found.areas[0].low is not None
    assert found.areas[0].low < at_the_end.wide_low < at_the_end.low < 20
    assert curve[0].wide_low is None


def test_without_any_event_there_is_nothing_to_draw_and_nothing_to_say() -> None:
    found = of_akb(deaths(0, 0, 0))

    assert (found.pooled, funnel_curve(found), spread_sentence(found)) == (None, (), "")
    assert groups_sentence(found) == "Kejadian di setiap kecamatan terlalu sedikit untuk dinilai satu per satu."


def test_smoothed_values_leave_out_what_is_incomplete() -> None:
    areas = [judged(0, 4, 100), judged(1, 2, 200), judged(2, 6, 100), judged(3, 90, 100, all_reported=False)]
    found = smoothed_values(catalogue().indicators["akb"], areas)

    # The numbers of tests/measures/test_smoothing.py, per 1,000.
    assert found == pytest.approx({CODES[0]: 30 + 3 / 7 * 10, CODES[1]: 30 - 0.6 * 20, CODES[2]: 30 + 3 / 7 * 30})


def test_a_count_has_nothing_to_smooth() -> None:
    assert smoothed_values(catalogue().indicators["new_stunting"], deaths(4, 5)) == {}
    assert not is_compared(catalogue().indicators["new_stunting"])
    assert not is_compared(catalogue().indicators["report_completeness"])


def test_the_groups_are_told_by_name_and_the_rest_by_number() -> None:
    found = of_akb([*deaths(60, *[20] * 20), judged(21, 2, 900), judged(22, None, 900)])
    worse = BANYUWANGI.name_of(CODES[0])

    assert groups_sentence(found) == (
        f"Di luar batas wajar: {worse} lebih buruk. Kecamatan lainnya: 20 dalam batas wajar, 1 dengan kejadian terlalu "
        "sedikit untuk dinilai, dan 1 belum dibandingkan."
    )
    assert groups_sentence(of_akb(deaths(*[20] * 20))) == (
        "Tidak ada kecamatan di luar batas wajar: 20 dalam batas wajar."
    )
    assert groups_sentence(of_akb([judged(0, None, 9)])) == "Belum ada kecamatan yang dapat dibandingkan."


def test_the_spread_is_told_only_where_it_is_more_than_chance() -> None:
    # Q of equal denominators: the sum of squared deviations over the 20 expected. 24 areas 10 away: 120 on 23 degrees.
    # tau2 = (120 - 23) / (24 x 1000 / 0.02 x 23/24) per birth = 0.0000843; tau 9.2 per 1,000.
    beyond = spread_sentence(of_akb(deaths(*[10, 30] * 12)))

    assert "simpangannya 9,2 per 1.000 KH" in beyond
    assert "antara 10,8 dan 29,2 per 1.000 KH" in beyond
    assert spread_sentence(of_akb(deaths(*[18, 22] * 12))) == (
        "Perbedaan antarkecamatan tidak lebih besar daripada yang dapat terjadi karena kebetulan."
    )


def of_the_map(counts: list[float]) -> Compared:
    return of_akb([judged(n, count, 1000) for n, count in enumerate(counts)])


def test_a_pattern_of_the_map_is_more_than_chance_and_its_clusters_are_named() -> None:
    rows = {tile.code: tile.row for tile in BANYUWANGI.tiles}
    found = find_pattern(of_the_map([10 + 6.0 * rows[code] for code in CODES]), BANYUWANGI.neighbours)
    said = pattern_sentence(found, kabupaten="35.10")

    assert found.found is PatternFound.BEYOND_CHANCE
    assert found.low
    assert said.startswith("Polanya lebih dari kebetulan")
    assert BANYUWANGI.name_of(found.low[0]) in said


def test_a_pattern_by_chance_names_no_cluster() -> None:
    rng = np.random.default_rng(2)
    found = find_pattern(of_the_map([float(n) for n in rng.poisson(20, 25)]), BANYUWANGI.neighbours)

    assert (found.found, found.high, found.low) == (PatternFound.CHANCE, (), ())
    assert pattern_sentence(found, kabupaten="35.10").startswith("Polanya tidak lebih dari kebetulan")


def test_fewer_than_twenty_areas_or_mostly_few_events_are_not_tested() -> None:
    nineteen = find_pattern(of_akb(deaths(*[20] * 19)), BANYUWANGI.neighbours)
    few = find_pattern(of_the_map([1.0] * 13 + [20.0] * 12), BANYUWANGI.neighbours)

    assert (nineteen.found, nineteen.moran) == (PatternFound.TOO_FEW_AREAS, None)
    assert "paling sedikit 20 kecamatan" in pattern_sentence(nineteen, kabupaten="35.10")
    assert few.found is PatternFound.TOO_FEW_EVENTS
    assert "belum dapat diuji" in pattern_sentence(few, kabupaten="35.10")


def test_the_answer_is_worked_out_once_for_a_data_version(shared_warehouse: Path) -> None:
    snapshot = warehouse.current()
    state = state_of(snapshot, kabupaten="35.10")
    one, other = (compared(snapshot, indicator="akb", state=state, period=Period.year(2025)) for _ in range(2))

    assert one is other
    assert one is not None
    assert len(one.areas) == 25
    assert compared(snapshot, indicator="new_stunting", state=state, period=YEAR) is None


def test_every_group_has_a_name_in_the_order_in_which_groups_are_told() -> None:
    assert list(GROUP) == list(AreaGroup)
