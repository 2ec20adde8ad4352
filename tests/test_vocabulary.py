"""The words all layers share: periods and bases."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.vocabulary import Basis, Period


@pytest.mark.parametrize(
    ("text", "start", "end", "months"),
    [
        ("2024", date(2024, 1, 1), date(2024, 12, 31), 12),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), 1),
        ("2026-01..2026-10", date(2026, 1, 1), date(2026, 10, 31), 10),
        ("2023..2025", date(2023, 1, 1), date(2025, 12, 31), 36),
        ("2024-07..2025-06", date(2024, 7, 1), date(2025, 6, 30), 12),
    ],
)
def test_a_period_is_read_from_its_text_and_written_back(text: str, start: date, end: date, months: int) -> None:
    period = Period.parse(text)
    assert (period.start, period.end, period.months) == (start, end, months)
    assert str(period) == text


@pytest.mark.parametrize(("text", "written"), [("2024..2024", "2024"), ("2024-01..2024-12", "2024")])
def test_a_period_has_one_shortest_text(text: str, written: str) -> None:
    assert str(Period.parse(text)) == written


@pytest.mark.parametrize(
    "text",
    ["", "24", "2024-13", "2024-00", "2024-1", "2025..2024", "2024-08..", "..2024", "kemarin", "2024-08-01", "0000"],
)
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the message names the text, which may be empty
        Period.parse(text)


@pytest.mark.parametrize(
    ("start", "end"),
    [
        (date(2024, 1, 2), date(2024, 1, 31)),
        (date(2024, 1, 1), date(2024, 1, 30)),
        (date(2024, 2, 1), date(2024, 2, 28)),
        (date(2024, 2, 1), date(2024, 1, 31)),
    ],
)
def test_a_period_is_a_run_of_whole_months(start: date, end: date) -> None:
    with pytest.raises(ValueError, match="whole months"):
        Period(start, end)


@pytest.mark.parametrize("month", [0, 13])
def test_a_month_outside_the_year_is_refused(month: int) -> None:
    with pytest.raises(ValueError, match="month"):
        Period.month(2024, month)


def test_a_period_knows_what_kind_it_is() -> None:
    month, year = Period.month(2024, 12), Period.year(2024)
    years, across = Period.parse("2023..2025"), Period.parse("2024-07..2025-06")
    assert [p.is_month for p in (month, year, years, across)] == [True, False, False, False]
    assert [p.is_year for p in (month, year, years, across)] == [False, True, False, False]
    assert [p.is_whole_years for p in (month, year, years, across)] == [False, True, True, False]
    assert [p.in_one_year for p in (month, year, years, across)] == [True, True, False, False]


def test_the_same_months_of_an_earlier_year_end_on_its_own_last_day() -> None:
    assert Period.month(2024, 2).years_earlier(1) == Period.month(2023, 2)
    assert Period.month(2023, 2).years_earlier(-1).end == date(2024, 2, 29)
    assert Period.year_to(2026, 10).years_earlier(2) == Period.year_to(2024, 10)


def test_a_period_contains_itself_and_what_lies_within() -> None:
    year = Period.year(2024)
    assert year.contains(year)
    assert year.contains(Period.month(2024, 12))
    assert not year.contains(Period.month(2025, 1))
    assert not Period.month(2024, 12).contains(year)


months = st.tuples(st.integers(1990, 2090), st.integers(1, 12))


@given(ends=st.tuples(months, months).map(sorted))
def test_every_period_reads_back_what_it_writes(ends: list[tuple[int, int]]) -> None:
    period = Period.of_months(*ends)
    assert Period.parse(str(period)) == period


@pytest.mark.parametrize(
    ("bases", "weakest"),
    [
        ([Basis.OFFICIAL], Basis.OFFICIAL),
        ([Basis.OFFICIAL, Basis.PROVISIONAL], Basis.PROVISIONAL),
        ([Basis.PUBLISHED, Basis.SAMPLE], Basis.SAMPLE),
        ([Basis.SURVEY, Basis.OFFICIAL, Basis.PUBLISHED], Basis.PUBLISHED),
    ],
)
def test_a_computed_number_has_the_weakest_basis_of_its_inputs(bases: list[Basis], weakest: Basis) -> None:
    assert Basis.weakest(*bases) is weakest
    assert Basis.weakest(*reversed(bases)) is weakest


def test_a_number_without_inputs_has_no_basis() -> None:
    with pytest.raises(ValueError, match="empty"):
        Basis.weakest()
