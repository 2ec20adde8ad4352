"""Survey beside weighing and census beside reports: the public figures of Banyuwangi, worked by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from indicators import warehouse
from indicators.judgement.two_sources import (
    Account,
    AgainstCensus,
    Overlap,
    Standing,
    accounts,
    against_census,
    coverage,
    gaps,
)
from indicators.judgement.values import state_of
from indicators.vocabulary import Basis, Mode, Period

BANYUWANGI, JEMBRANA = "35.10", "51.01"
MONTHS = [f"2024-{month:02}" for month in range(1, 13)]

Quote = Callable[..., warehouse.Receipt]
Send = Callable[..., warehouse.Receipt]


def account_of(kabupaten: str) -> Account:
    snapshot = warehouse.current()
    state = state_of(snapshot, kabupaten=kabupaten)
    [found] = accounts(snapshot, indicator="stunting_eppgbm", state=state, until=Period.year_to(2026, 10))
    return found


def beside_census(indicator: str, kabupaten: str = JEMBRANA, period: str = "2024") -> list[AgainstCensus]:
    snapshot = warehouse.current()
    state = state_of(snapshot, kabupaten=kabupaten)
    return against_census(snapshot, indicator=indicator, state=state, period=Period.parse(period))


@pytest.mark.usefixtures("shared_warehouse")
class TestThePublicFiguresOfBanyuwangi:
    def test_the_survey_of_2022_is_four_and_a_half_times_the_weighing_of_2022(self) -> None:
        # 18.1 - 3.95 = 14.15 points; 18.1 / 3.95 = 4.58. 2021: 20.1 - 8.64 = 11.46; 20.1 / 8.64 = 2.33.
        snapshot = warehouse.current()
        found = gaps(snapshot, indicator="stunting_eppgbm", state=state_of(snapshot, kabupaten=BANYUWANGI))
        assert [g.survey.period for g in found] == [Period.year(2021), Period.year(2022)]
        assert [g.difference for g in found] == [pytest.approx(11.46), pytest.approx(14.15)]
        assert [g.times for g in found] == [pytest.approx(2.326, abs=0.001), pytest.approx(4.582, abs=0.001)]
        assert {g.overlap for g in found} == {Overlap.NO_INTERVAL}
        assert {g.routine_basis for g in found} == {Basis.PUBLISHED}

    def test_the_children_measured_follow_from_cases_and_prevalence(self) -> None:
        found = account_of(BANYUWANGI)
        assert found.implied
        assert found.basis is Basis.PUBLISHED
        # 7,527 / 8.1 %, 7,909 / 8.2 %, 4,730 / 8.64 %, 2,704 / 3.95 %, 2,555 / 3.53 %, 2,269 / 2.44 %.
        assert {year.year: round(year.trials, -2) for year in found.years} == {
            2019: 92_900,
            2020: 96_500,
            2021: 54_700,
            2022: 68_500,
            2023: 72_400,
            2024: 93_000,
        }

    def test_the_base_is_the_year_in_which_about_as_many_were_measured_unless_another_is_wanted(self) -> None:
        found = account_of(BANYUWANGI)
        assert found.base().year == 2019
        assert found.base(2021).year == 2021
        assert found.base(2024).year == 2019  # the newest year is not held against itself
        assert found.base(1999).year == 2019

    def test_the_published_fall_is_the_sum_of_its_two_parts(self) -> None:
        found = account_of(BANYUWANGI)
        since_2021 = found.parts_since(found.base(2021), multiplier=100)
        assert since_2021.events == pytest.approx(-3.571, abs=0.001)
        assert since_2021.trials == pytest.approx(-2.629, abs=0.001)
        assert since_2021.events + since_2021.trials == pytest.approx(2.44 - 8.64)
        since_2019 = found.parts_since(found.base(2019), multiplier=100)
        assert since_2019.trials == pytest.approx(-0.004, abs=0.001)

    def test_infant_deaths_lie_below_what_the_census_rates_would_give(self) -> None:
        # 174 of 22,461 (sample) births in 2024; at 13.49 (Jawa Timur) 303.0 deaths, at 16.86 (Indonesia) 378.7.
        province, nation = beside_census("akb", BANYUWANGI)
        assert (province.census.area, nation.census.area) == ("35", "00")
        assert province.expected == pytest.approx(303.0, abs=0.05)
        assert nation.expected == pytest.approx(378.7, abs=0.05)
        assert {province.standing, nation.standing} == {Standing.BELOW}
        assert nation.routine.basis is Basis.SAMPLE

    def test_the_province_without_a_census_value_is_left_out(self) -> None:
        # 28 of 22,461 births; 189 would give 42.5. Byar's interval of 28 is 18.6 to 40.5, below it.
        (nation,) = beside_census("aki", BANYUWANGI)
        assert nation.census.value == 189
        assert nation.expected == pytest.approx(42.45, abs=0.01)
        assert nation.standing is Standing.BELOW

    def test_the_coverage_of_measuring_is_of_all_children(self) -> None:
        snapshot = warehouse.current()
        state = state_of(snapshot, kabupaten=BANYUWANGI)
        found = coverage(snapshot, indicator="stunting_eppgbm", state=state, period=Period.year(2024))
        assert [j.indicator for j in found] == ["measuring", "weighing"]
        assert found[0].value == pytest.approx(100 * 92_992 / 107_979)
        assert found[0].denominator == found[1].denominator == 107_979


def test_a_survey_with_its_interval_says_whether_the_routine_value_lies_in_it(quote: Quote) -> None:
    quote("stunting_survey", 2023, 10.0, measure="survey", low=8.0, high=12.0)
    quote("stunting_eppgbm", 2023, 8.0)
    quote("stunting_survey", 2024, 10.0, measure="survey", low=8.0, high=12.0)
    quote("stunting_eppgbm", 2024, 7.9)
    snapshot = warehouse.current()
    found = gaps(snapshot, indicator="stunting_eppgbm", state=state_of(snapshot, kabupaten=JEMBRANA))
    assert [g.overlap for g in found] == [Overlap.WITHIN, Overlap.OUTSIDE]


def test_a_routine_value_of_zero_has_a_difference_and_no_ratio(quote: Quote) -> None:
    quote("stunting_survey", 2023, 10.0, measure="survey")
    quote("stunting_eppgbm", 2023, 0.0)
    snapshot = warehouse.current()
    (gap,) = gaps(snapshot, indicator="stunting_eppgbm", state=state_of(snapshot, kabupaten=JEMBRANA))
    assert (gap.difference, gap.times) == (10.0, None)


@pytest.mark.usefixtures("shared_warehouse")
def test_years_of_practice_stand_only_where_nothing_was_published() -> None:
    found = account_of(JEMBRANA)
    assert not found.implied
    assert found.basis is Basis.SAMPLE
    # 557 of 15,199 in 2025 and 529 of 15,115 in 2026.
    assert (found.now.events, found.now.trials) == (529, 15_115)


def test_one_year_alone_is_not_held_against_anything(quote: Quote) -> None:
    quote("stunting_eppgbm", 2023, 8.0)
    quote("stunting_eppgbm", 2023, 800, content="numerator")
    snapshot = warehouse.current()
    state = state_of(snapshot, kabupaten=JEMBRANA)
    assert accounts(snapshot, indicator="stunting_eppgbm", state=state, until=Period.year(2024)) == []


@pytest.mark.parametrize(
    ("deaths", "standing"),
    [
        # A puskesmas and month: 10 x 12 x 100 births = 12,000, of which 189 per 100,000 are 22.7 expected deaths.
        (0.5, Standing.ABOVE),  # 60 reported, exact limits 45.8 to 77.2
        (0.2, Standing.NOT_DISTINGUISHABLE),  # 24 reported, limits 15.4 to 35.7
        (0.05, Standing.BELOW),  # 6 reported, limits 2.2 to 13.1
    ],
)
def test_reports_are_held_against_the_census_by_their_interval(
    deaths: float, standing: Standing, send: Send, quote: Quote
) -> None:
    send("births", MONTHS, {"live_births": 100})
    send("maternal_deaths", MONTHS, {"maternal_deaths": deaths})
    quote("aki", 2020, 189, area="00", measure="census", mode=Mode.OFFICIAL)
    (found,) = beside_census("aki")
    assert found.expected == pytest.approx(22.68)
    assert found.standing is standing


def test_few_births_are_not_held_against_the_census(send: Send, quote: Quote) -> None:
    send("births", MONTHS, {"live_births": 20})  # 2,400 births: 4.5 deaths expected
    send("maternal_deaths", MONTHS, {"maternal_deaths": 0})
    quote("aki", 2020, 189, area="00", measure="census")
    assert [f.standing for f in beside_census("aki")] == [Standing.TOO_FEW]


def test_reports_that_are_not_complete_are_not_held_against_the_census(send: Send, quote: Quote) -> None:
    send("births", MONTHS, {"live_births": 100}, but={("51.01.P07", "2024-12"): None})
    send("maternal_deaths", MONTHS, {"maternal_deaths": 0})
    quote("aki", 2020, 189, area="00", measure="census")
    assert [f.standing for f in beside_census("aki")] == [Standing.PROVISIONAL]


def test_a_published_rate_without_counts_only_stands_beside_the_census(official: Path, quote: Quote) -> None:
    quote("aki", 2020, 189, area="00", measure="census")
    quote("aki", 2016, 87.3)
    (found,) = beside_census("aki")
    assert (found.routine.value, found.routine.period, found.expected) == (87.3, Period.year(2016), None)
    assert found.standing is Standing.NO_COUNTS


def test_without_a_census_value_there_is_nothing_beside_the_reports(send: Send) -> None:
    send("births", MONTHS, {"live_births": 100})
    send("maternal_deaths", MONTHS, {"maternal_deaths": 1})
    assert beside_census("aki") == []
