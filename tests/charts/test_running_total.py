from __future__ import annotations

from indicators.charts.running_total import MonthCounts, running_total
from indicators.charts.spec import ChartSpec, Emphasis
from indicators.vocabulary import Basis


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
