"""Counts month by month, beside those of the years before."""

from __future__ import annotations

from collections.abc import Callable

from indicators import warehouse
from indicators.judgement.running import incomplete_months, months_of_years
from indicators.vocabulary import Period

JEMBRANA, MENDOYO = "51.01", "51.01.02"
MENDOYO_1, NEGARA_1 = "51.01.P07", "51.01.P03"

Send = Callable[..., warehouse.Receipt]


def deaths(area: str, last: str, years: int = 4) -> dict[int, tuple[float | None, ...]]:
    found = months_of_years(
        warehouse.current(), indicator="aki", kabupaten=JEMBRANA, area=area, last=Period.parse(last), years=years
    )
    assert [months.year for months in found] == sorted(months.year for months in found)
    return {months.year: months.counts for months in found}


def test_counts_run_to_the_end_of_the_period_and_over_whole_earlier_years(send: Send) -> None:
    months = [f"{year}-{month:02}" for year in (2023, 2024) for month in range(1, 13)]
    send("births", months, {"live_births": 10})
    but = {(MENDOYO_1, "2023-12"): {"maternal_deaths": 2}, (NEGARA_1, "2024-02"): {"maternal_deaths": 1}}
    send("maternal_deaths", months, {"maternal_deaths": 0}, but=but)
    assert deaths(JEMBRANA, "2024-01..2024-03") == {2023: (0,) * 11 + (2,), 2024: (0, 1, 0)}
    assert deaths(MENDOYO, "2024-01..2024-03") == {2023: (0,) * 11 + (2,), 2024: (0, 0, 0)}
    assert deaths(JEMBRANA, "2024-01..2024-03", years=1) == {2024: (0, 1, 0)}


def test_a_month_nobody_sent_is_a_gap_and_not_a_zero(send: Send) -> None:
    months = ["2024-01", "2024-03"]
    send("births", months, {"live_births": 10})
    send("maternal_deaths", months, {"maternal_deaths": 1})
    assert deaths(JEMBRANA, "2024") == {2024: (10, None, 10)}


def test_a_death_counts_though_the_births_of_its_month_are_missing(send: Send) -> None:
    send("births", ["2024-01"], {"live_births": 10})
    send("maternal_deaths", ["2024-01", "2024-02"], {"maternal_deaths": 1})
    assert deaths(JEMBRANA, "2024") == {2024: (10, 10)}


def test_a_kabupaten_without_reports_has_no_years(send: Send) -> None:
    send("births", ["2024-01"], {"live_births": 10})
    assert deaths(JEMBRANA, "2024") == {}


def incomplete(area: str, period: str) -> list[tuple[str, int, int]]:
    found = incomplete_months(
        warehouse.current(), indicator="aki", kabupaten=JEMBRANA, area=area, period=Period.parse(period)
    )
    return [(str(month), counted.sent, counted.expected) for month, counted in found]


def test_a_month_with_a_missing_report_of_deaths_is_incomplete_where_it_is_missing(send: Send) -> None:
    send("maternal_deaths", ["2024-01", "2024-02"], {"maternal_deaths": 1}, but={(MENDOYO_1, "2024-02"): None})
    assert incomplete(JEMBRANA, "2024") == [("2024-02", 9, 10)]
    assert incomplete(MENDOYO, "2024") == [("2024-02", 1, 2)]
    assert incomplete("51.01.01", "2024") == []
    assert incomplete(JEMBRANA, "2024-01") == []


def test_missing_births_do_not_make_a_count_of_deaths_incomplete(send: Send) -> None:
    send("births", ["2024-01"], {"live_births": 10}, but={(MENDOYO_1, "2024-01"): None})
    send("maternal_deaths", ["2024-01"], {"maternal_deaths": 1})
    assert incomplete(JEMBRANA, "2024") == []
