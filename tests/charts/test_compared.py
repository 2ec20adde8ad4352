from __future__ import annotations

from collections.abc import Callable
from typing import Any

from indicators.areas import all_kabupaten
from indicators.catalogue import Target, catalogue
from indicators.charts.compared import TargetOfYear, compared_areas
from indicators.charts.spec import ChartSpec, Role, State, Symbol
from indicators.judgement.judged import Absence, Judged
from indicators.vocabulary import AreaGroup, Period

JEMBRANA = all_kabupaten()["51.01"]


def compared(*judged: Judged, **more: Any) -> ChartSpec:
    return compared_areas(
        indicator=catalogue().indicators["aki"],
        kabupaten=JEMBRANA,
        period=Period.year(2024),
        judged=judged,
        order=("51.01.03", "51.01.01", "51.01.02"),
        footer="Sumber",
        **more,
    )


def test_the_order_is_the_callers(judged: Callable[..., Judged]) -> None:
    names = tuple(JEMBRANA.name_of(code) for code in ("51.01.03", "51.01.01", "51.01.02"))

    assert compared(judged(area="51.01.01", value=1.0)).categories == names


def test_areas_with_too_few_events_are_a_neutral_series_of_their_own(judged: Callable[..., Judged]) -> None:
    spec = compared(judged(area="51.01.01"), judged(area="51.01.02", too_few=True))
    enough, few = spec.series

    assert [p.key for p in enough.points if p.y is not None] == ["51.01.01"]
    assert (few.role, few.name) == (Role.NEUTRAL, "Kejadian terlalu sedikit untuk dinilai")
    assert [(p.key, p.state) for p in few.points] == [("51.01.02", State.TOO_FEW)]


def test_value_and_interval_arrive_unchanged(judged: Callable[..., Judged]) -> None:
    point = compared(judged(area="51.01.01")).series[0].points[1]

    assert (point.y, point.low, point.high) == (121.7, 80.9, 175.9)


def test_an_area_without_a_value_keeps_its_place_and_says_why(judged: Callable[..., Judged]) -> None:
    spec = compared(judged(area="51.01.01", value=None, absence=Absence.NO_DENOMINATOR))

    assert [p.label for p in spec.series[0].points] == ["Belum ada data", "Penyebut belum ada", "Belum ada data"]


def test_the_kabupaten_is_a_line_and_the_target_only_where_given(judged: Callable[..., Judged]) -> None:
    bare = compared(judged(area="51.01.01"))
    full = compared(
        judged(area="51.01.01"),
        whole=98.76,
        target=TargetOfYear(2024, Target(value=183, document="RPJMN 2020-2024")),
    )

    assert (bare.lines, bare.targets) == ((), ())
    assert [(line.value, line.label) for line in full.lines] == [(98.76, "Kabupaten Jembrana: 98,8")]
    assert [(t.value, t.label, t.x) for t in full.targets] == [(183, "Target RPJMN 2024: 183", None)]


def test_areas_with_missing_reports_are_a_series_of_their_own_and_no_end_of_the_range(
    judged: Callable[..., Judged],
) -> None:
    spec = compared(judged(area="51.01.01"), judged(area="51.01.02", value=900.0, all_reported=False))
    enough, provisional = spec.series

    assert [p.key for p in enough.points if p.y is not None] == ["51.01.01"]
    assert (provisional.role, provisional.name) == (Role.COMPUTED, "Sementara, laporan belum lengkap")
    assert [(p.key, p.y, p.state) for p in provisional.points] == [("51.01.02", 900.0, State.PROVISIONAL)]
    assert "Sementara, laporan belum lengkap" in provisional.points[0].hover.splitlines()
    assert "900" not in spec.alt
    assert "1 kecamatan dengan nilai sementara, karena laporannya belum lengkap." in spec.alt


def test_few_events_from_missing_reports_are_provisional_and_say_both(judged: Callable[..., Judged]) -> None:
    spec = compared(judged(area="51.01.01", too_few=True, all_reported=False))

    assert [s.name for s in spec.series][1:] == ["Sementara, laporan belum lengkap"]
    assert "Kejadian terlalu sedikit untuk dinilai · Sementara, laporan belum lengkap" in spec.series[1].points[0].hover


def test_areas_beyond_the_limits_of_chance_are_series_with_a_shape_and_a_name_of_their_own(
    judged: Callable[..., Judged],
) -> None:
    groups = {"51.01.01": AreaGroup.OUTSIDE_WORSE, "51.01.02": AreaGroup.WITHIN, "51.01.03": AreaGroup.OUTSIDE_BETTER}
    spec = compared(*(judged(area=code) for code in groups), groups=groups)

    assert [(s.name, s.role, s.symbol, [p.key for p in s.points]) for s in spec.series] == [
        ("AKI, dengan selang 95 %, dalam batas wajar", Role.COMPUTED, Symbol.CIRCLE, ["51.01.02"]),
        ("Di luar batas wajar, lebih buruk", Role.WORSE, Symbol.DIAMOND, ["51.01.01"]),
        ("Di luar batas wajar, lebih baik", Role.BETTER, Symbol.SQUARE, ["51.01.03"]),
    ]


def test_where_all_are_within_the_limits_nothing_needs_a_name_for_it(judged: Callable[..., Judged]) -> None:
    spec = compared(judged(area="51.01.01"), groups={"51.01.01": AreaGroup.WITHIN})

    assert [s.name for s in spec.series] == ["AKI, dengan selang 95 %"]
