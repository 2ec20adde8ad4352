from __future__ import annotations

from indicators.charts.running_total import MonthCounts, running_total
from indicators.charts.spec import ChartSpec, Emphasis, State
from indicators.vocabulary import Basis, Period


def drawn(current: MonthCounts, *earlier: MonthCounts) -> ChartSpec:
    return running_total(
        title="Kematian ibu",
        unit="kematian",
        name="Kematian ibu",
        current=current,
        earlier=earlier,
        footer="Sumber",
    )


def test_counts_add_up_month_by_month() -> None:
    spec = drawn(MonthCounts(2026, (2, 0, 3), Basis.OFFICIAL))

    assert [(p.x, p.y) for p in spec.series[0].points] == [("Jan", 2), ("Feb", 2), ("Mar", 5)]


def test_a_running_total_ends_at_the_first_missing_month() -> None:
    spec = drawn(MonthCounts(2026, (2, None, 3), Basis.OFFICIAL))

    assert [(p.x, p.y) for p in spec.series[0].points] == [("Jan", 2)]


def test_this_year_is_strong_and_drawn_last_and_earlier_years_differ_by_dash() -> None:
    spec = drawn(
        MonthCounts(2026, (1,), Basis.OFFICIAL),
        *(MonthCounts(year, (1,), Basis.OFFICIAL) for year in (2023, 2024, 2025)),
    )

    assert [s.name for s in spec.series] == ["2023", "2024", "2025", "2026"]
    assert [s.emphasis for s in spec.series] == [Emphasis.FAINT] * 3 + [Emphasis.STRONG]
    assert len({s.dash for s in spec.series[:3]}) == 3


def test_the_hover_text_names_the_months_in_full() -> None:
    (series,) = drawn(MonthCounts(2026, (2, 1), Basis.OFFICIAL)).series

    assert series.points[1].hover.splitlines() == [
        "Kematian ibu, Januari–Februari 2026",
        "Jumlah sampai bulan ini: 3 kematian",
        "Bulan Februari: 1 kematian",
    ]


def test_a_sample_year_marks_the_chart_even_when_this_year_is_official() -> None:
    spec = drawn(MonthCounts(2026, (2,), Basis.OFFICIAL), MonthCounts(2025, (1,), Basis.SAMPLE))

    assert spec.sample


def one_of_ten_missing(year: int, *months: int) -> tuple[tuple[Period, int, int], ...]:
    return tuple((Period.month(year, month), 9, 10) for month in months)


def test_totals_from_the_first_incomplete_month_on_stand_apart_and_say_why() -> None:
    spec = drawn(MonthCounts(2026, (2, 1, 3, 1), Basis.OFFICIAL, one_of_ten_missing(2026, 3)))
    points = spec.series[0].points

    assert [(p.y, p.state) for p in points] == [
        (2, State.VALUE),
        (3, State.VALUE),
        (6, State.PROVISIONAL),
        (7, State.PROVISIONAL),
    ]
    assert [p.label for p in points] == ["", "3", "", ""]
    assert points[1].hover.splitlines()[-1] == "Bulan Februari: 1 kematian"
    assert points[3].hover.splitlines()[-1] == "Sementara, 9 dari 10 puskesmas (Maret 2026)"


def test_several_incomplete_months_are_counted_after_the_first() -> None:
    spec = drawn(MonthCounts(2026, (2, 1, 3), Basis.OFFICIAL, one_of_ten_missing(2026, 1, 2, 3)))

    assert spec.series[0].points[2].hover.splitlines()[-1] == (
        "Sementara, 9 dari 10 puskesmas (Januari 2026), juga 2 bulan lain"
    )
    assert [p.label for p in spec.series[0].points] == ["", "", ""]


def test_an_earlier_year_with_an_incomplete_month_is_not_compared_from_there_on() -> None:
    spec = drawn(
        MonthCounts(2026, (2, 1), Basis.OFFICIAL),
        MonthCounts(2025, (1, 1), Basis.OFFICIAL, one_of_ten_missing(2025, 2)),
    )

    assert [p.state for p in spec.series[0].points] == [State.VALUE, State.PROVISIONAL]


def test_the_alternative_text_tells_complete_and_provisional_totals_apart() -> None:
    spec = drawn(MonthCounts(2026, (2, 1, 3), Basis.OFFICIAL, one_of_ten_missing(2026, 3)))

    assert spec.alt == "Kematian ibu, kematian. 2026 (2 bulan): 3; 2026 (3 bulan, sementara): 6."
