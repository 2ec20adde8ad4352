from __future__ import annotations

from collections.abc import Callable

import pytest

from indicators.catalogue import Target, catalogue
from indicators.charts.spec import ChartSpec, Mark, SpecError, State
from indicators.charts.years import (
    Evidence,
    YearLine,
    YearPanel,
    YearTarget,
    YearValue,
    computed_line,
    over_years,
    panels_over_years,
    provisional,
)
from indicators.judgement.judged import Judged
from indicators.vocabulary import Basis, Period

SURVEY = YearLine("Survei", Evidence.SURVEY, Basis.SURVEY, (YearValue(2021, 20.1), YearValue(2022, 18.1)))
ROUTINE = YearLine(
    "e-PPGBM", Evidence.COMPUTED, Basis.SAMPLE, (YearValue(2021, 8.64), YearValue(2024, 2.44, low=2.34, high=2.54))
)
TARGET = YearTarget(2024, Target(value=14, document="RPJMN 2020-2024"), "Survei")


def both(*targets: YearTarget) -> ChartSpec:
    return over_years(
        title="Stunting", unit="persen", decimals=2, lines=(SURVEY, ROUTINE), footer="Sumber", targets=targets
    )


def test_each_kind_of_evidence_is_a_series_of_its_own_and_looks_different() -> None:
    survey, routine = both().series

    assert [p.y for p in survey.points] == [20.1, 18.1]
    assert [p.y for p in routine.points] == [8.64, 2.44]
    assert (survey.role, survey.dash, survey.symbol) != (routine.role, routine.dash, routine.symbol)


def test_a_quoted_value_keeps_the_digits_it_was_published_with() -> None:
    survey, routine = both().series

    assert survey.points[1].label == "18,1"
    assert "18,1 %" in survey.points[1].hover
    assert routine.points[1].label == "2,44"


def test_a_year_without_a_value_keeps_its_place() -> None:
    assert both().categories == ("2021", "2022", "2023", "2024")


def test_a_target_stands_in_its_own_year_on_its_own_series() -> None:
    (target,) = both(TARGET).targets

    assert (target.x, target.series, target.value) == ("2024", "Survei", 14)
    assert target.label == "Target RPJMN 2024: 14"


def test_without_a_target_none_is_drawn() -> None:
    assert both().targets == ()


def test_a_later_target_lengthens_the_axis_to_its_year() -> None:
    later = YearTarget(2029, Target(value=14.2, document="RPJMN 2025-2029"), "Survei")

    assert both(later).categories[-1] == "2029"


def test_one_sample_line_makes_the_chart_a_sample() -> None:
    assert both().sample
    alone = over_years(title="S", unit="persen", decimals=1, lines=(SURVEY,), footer="Sumber")
    assert not alone.sample


def test_a_part_of_a_year_is_partial_and_says_which_months() -> None:
    part = YearValue(2025, 6, period=Period.year_to(2025, 5))
    line = YearLine("Kematian ibu", Evidence.COUNT, Basis.PUBLISHED, (YearValue(2024, 28), part))
    (series,) = over_years(title="K", unit="kematian", decimals=0, lines=(line,), footer="Sumber").series

    assert [p.state for p in series.points] == [State.VALUE, State.PARTIAL]
    assert "Januari–Mei 2025" in series.points[1].hover
    assert "Belum setahun penuh" in series.points[1].hover


def test_an_awaited_result_is_not_a_missing_one_and_not_zero() -> None:
    line = YearLine(
        "Inovasi",
        Evidence.COUNT,
        Basis.PUBLISHED,
        (YearValue(2023, 35), YearValue(2024, 0), YearValue(2025, None, awaited=True), YearValue(2026, None)),
    )
    (series,) = over_years(title="I", unit="inovasi", decimals=0, lines=(line,), footer="Sumber").series

    assert [p.state for p in series.points] == [
        State.VALUE,
        State.VALUE,
        State.NOT_ENTERED,
        State.MISSING,
    ]
    assert [p.y for p in series.points] == [35, 0, None, None]
    assert series.points[2].label == "Belum dimasukkan"
    assert series.mark is Mark.BAR


def test_at_least_is_said_on_the_target() -> None:
    line = YearLine("Inovasi", Evidence.COUNT, Basis.PUBLISHED, (YearValue(2024, 36),))
    aim = YearTarget(2025, Target(value=50, document="Sasaran inovasi kesehatan untuk IGA 2025"), "Inovasi", True)
    spec = over_years(title="I", unit="inovasi", decimals=0, lines=(line,), footer="Sumber", targets=(aim,))

    assert spec.targets[0].label == "Target 2025: paling sedikit 50"


def test_a_year_cannot_come_twice_on_one_line() -> None:
    with pytest.raises(SpecError, match="twice"):
        YearLine("AKI", Evidence.COMPUTED, Basis.OFFICIAL, (YearValue(2024, 1), YearValue(2024, 2)))


def test_a_bound_keeps_its_sign() -> None:
    line = YearLine("AKI", Evidence.PUBLISHED, Basis.PUBLISHED, (YearValue(2024, 70, sign="<"),))
    (series,) = over_years(title="A", unit="per 100.000 KH", decimals=0, lines=(line,), footer="Sumber").series

    assert series.points[0].label == "<70"
    assert "< 70 per 100.000 KH" in series.points[0].hover


def test_judged_values_become_a_line_with_intervals_and_the_weakest_basis(judged: Callable[..., Judged]) -> None:
    line = computed_line(
        name="AKI, dihitung",
        judged=[
            judged(period=Period.year(2023), value=110.0, low=70.0, high=160.0),
            judged(basis=Basis.SAMPLE, too_few=True),
        ],
        indicator=catalogue().indicators["aki"],
    )

    assert line.basis is Basis.SAMPLE
    assert [(v.year, v.value, v.low, v.high) for v in line.values] == [
        (2023, 110.0, 70.0, 160.0),
        (2024, 121.7, 80.9, 175.9),
    ]
    assert [v.state for v in line.values] == [State.VALUE, State.TOO_FEW]


def test_panels_share_their_years_and_keep_their_units() -> None:
    cases = YearLine("Kasus", Evidence.COUNT, Basis.PUBLISHED, (YearValue(2021, 4726), YearValue(2024, 2269)))
    spec = panels_over_years(
        title="Stunting",
        unit="dua satuan",
        footer="Sumber",
        panels=(YearPanel("Kasus", "balita", 0, (cases,)), YearPanel("Prevalensi", "persen", 2, (ROUTINE,))),
    )

    assert spec.categories == ("2021", "2022", "2023", "2024")
    assert [(p.title, p.unit) for p in spec.panels] == [("Kasus", "balita"), ("Prevalensi", "persen")]
    assert [s.panel for s in spec.series] == [0, 1]


def test_a_year_with_missing_reports_is_provisional_and_not_an_end_of_the_line(judged: Callable[..., Judged]) -> None:
    years = [judged(period=Period.year(year), value=float(year)) for year in (2021, 2022)]
    years.append(judged(period=Period.year(2023), value=1.0, complete=False))
    line = computed_line(name="AKI, dihitung", judged=years, indicator=catalogue().indicators["aki"])
    spec = over_years(title="AKI", unit="per 100.000 KH", decimals=1, lines=(line,), footer="Sumber")
    (series,) = spec.series

    assert [p.state for p in series.points] == [State.VALUE, State.VALUE, State.PROVISIONAL]
    assert [bool(p.label) for p in series.points] == [False, True, False]
    assert series.points[2].hover.splitlines()[-1] == (
        "Sementara, 41 dari 45 puskesmas, 48 dari 540 laporan bulanan belum masuk"
    )
    assert spec.alt == (
        "AKI, per 100.000 KH. AKI, dihitung: 2.021 (2021) sampai 2.022 (2022); "
        "tidak ikut dibandingkan: 1 (2023, sementara)."
    )


def test_the_alternative_text_tells_part_years_and_awaited_ones_apart_from_the_others() -> None:
    counts = YearLine(
        "Kasus",
        Evidence.COUNT,
        Basis.PUBLISHED,
        (
            YearValue(2023, 35),
            YearValue(2024, 6, period=Period.year_to(2024, 5)),
            YearValue(2025, None, awaited=True),
        ),
    )
    empty = YearLine("Lain", Evidence.SURVEY, Basis.SURVEY, (YearValue(2023, None),))
    spec = over_years(title="Inovasi", unit="inovasi", decimals=0, lines=(counts, empty), footer="Sumber")
    assert spec.alt == (
        "Inovasi, inovasi. Kasus: 35 (2023); tidak ikut dibandingkan: "
        "6 (2024, belum setahun penuh), (2025, belum dimasukkan). Lain: belum ada data."
    )


def test_a_year_whose_data_begin_late_says_which_months_it_has(judged: Callable[..., Judged]) -> None:
    late = judged(complete=False, reports_matched=540, reference=Period.of_months((2024, 3), (2024, 12)))

    assert provisional(late) == "Sementara, Maret–Desember 2024"
    assert provisional(judged()) == ""


def test_few_events_and_missing_reports_are_both_said(judged: Callable[..., Judged]) -> None:
    line = computed_line(
        name="AKI, dihitung", judged=[judged(too_few=True, complete=False)], indicator=catalogue().indicators["aki"]
    )
    spec = over_years(title="AKI", unit="per 100.000 KH", decimals=1, lines=(line,), footer="Sumber")
    (point,) = spec.series[0].points

    assert point.state is State.PROVISIONAL
    assert point.hover.splitlines()[-1].startswith("Kejadian terlalu sedikit untuk dinilai · Sementara, 41 dari 45")
