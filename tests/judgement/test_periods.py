"""Which periods may be chosen, and which one is shown unless a reader chooses."""

from __future__ import annotations

from datetime import date

import pytest

from indicators.judgement.periods import default_period, period_choices, usual_periods, yearly_periods
from indicators.judgement.values import State
from indicators.vocabulary import Mode, Period

TODAY = date(2026, 11, 21)


def state(first: str | None, newest: str | None, complete: str | None) -> State:
    months = [None if text is None else Period.parse(text) for text in (first, newest, complete)]
    return State("51.01", Mode.OFFICIAL, 3, *months, changed_at=None)


@pytest.mark.parametrize(
    ("newest", "complete", "wanted"),
    [
        ("2026-10", "2026-10", "2026-01..2026-10"),
        ("2026-11", "2026-10", "2026-01..2026-10"),  # the newest month is not complete yet
        ("2026-11", "2026-08", "2026-01..2026-08"),
        ("2026-01", "2025-12", "2025"),  # December complete, January not: the whole year before
        ("2026-01", "2026-01", "2026-01"),
        ("2026-03", None, "2026-01..2026-03"),  # no month complete: the newest with data
    ],
)
def test_the_default_is_the_year_up_to_the_newest_complete_month(
    newest: str, complete: str | None, wanted: str
) -> None:
    assert default_period(state("2022-01", newest, complete), today=TODAY) == Period.parse(wanted)


@pytest.mark.parametrize(
    ("today", "wanted"),
    [
        (date(2026, 11, 21), "2026-01..2026-10"),
        (date(2026, 2, 1), "2026-01"),
        (date(2026, 1, 31), "2025"),  # in January no month of the year is over
    ],
)
def test_without_data_the_default_ends_with_last_month(today: date, wanted: str) -> None:
    nothing = state(None, None, None)
    assert default_period(nothing, today=today) == Period.parse(wanted)
    assert period_choices(nothing, today=today) == [Period.parse(wanted)]


def test_choices_are_the_default_whole_years_three_years_together_and_single_months() -> None:
    found = [str(period) for period in period_choices(state("2022-01", "2026-03", "2026-02"), today=TODAY)]
    assert found[:6] == ["2026-01..2026-02", "2025", "2024", "2023", "2022", "2023..2025"]
    assert found[6:9] == ["2026-03", "2026-02", "2026-01"]
    assert found[-1] == "2022-01"
    assert len(found) == 6 + 4 * 12 + 3
    assert len(set(found)) == len(found)


def test_a_year_with_its_december_is_a_whole_one() -> None:
    found = [str(period) for period in period_choices(state("2024-06", "2025-12", "2025-12"), today=TODAY)]
    assert found[:3] == ["2025", "2024", "2025-12"]
    assert found[-1] == "2024-06"


def test_three_years_together_need_three_years() -> None:
    found = [str(period) for period in period_choices(state("2024-01", "2026-10", "2026-10"), today=TODAY)]
    assert "2023..2025" not in found
    assert found[1:3] == ["2025", "2024"]


def test_a_first_year_without_its_end_has_months_only() -> None:
    found = [str(period) for period in period_choices(state("2026-03", "2026-04", "2026-04"), today=TODAY)]
    assert found == ["2026-01..2026-04", "2026-04", "2026-03"]


def test_the_same_months_of_earlier_years_begin_with_the_first_that_has_data() -> None:
    ten_months = Period.year_to(2026, 10)
    found = yearly_periods(ten_months, years=5, first=Period.month(2024, 10))
    assert [str(period) for period in found] == ["2024-01..2024-10", "2025-01..2025-10", "2026-01..2026-10"]
    assert len(yearly_periods(ten_months, years=5, first=None)) == 5
    # Data begin after these months of 2024.
    later = yearly_periods(ten_months, years=5, first=Period.month(2024, 11))
    assert [str(period) for period in later] == ["2025-01..2025-10", "2026-01..2026-10"]


def test_several_years_together_are_not_compared_with_earlier_ones() -> None:
    three = Period.parse("2023..2025")
    assert yearly_periods(three, years=5, first=None) == [three]


def test_usual_periods_are_the_choices_and_the_same_months_of_the_years_before() -> None:
    here = state("2024-11", "2026-02", "2026-02")
    found = {str(period) for period in usual_periods(here)}

    assert {str(choice) for choice in period_choices(here, today=TODAY)} <= found
    assert {"2025-01..2025-02", "2024-11", "2025-11"} <= found
    assert "2023-11" in found, "the year before the first is asked for, and nothing is found there"
    assert "2020-11" not in found


def test_without_data_no_period_is_usual() -> None:
    assert usual_periods(state(None, None, None)) == []
