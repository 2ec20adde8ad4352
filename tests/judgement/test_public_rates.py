"""A rate of published deaths and published live births of one area and year, worked by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from indicators import warehouse
from indicators.judgement.judged import Judged
from indicators.judgement.public_rates import rates_of_published_counts
from indicators.judgement.values import judge
from indicators.vocabulary import Basis, Mode, Period

JEMBRANA = "51.01"

Quote = Callable[..., warehouse.Receipt]


def rates(indicator: str = "aki") -> list[Judged]:
    snapshot = warehouse.current()
    return rates_of_published_counts(snapshot, indicator=indicator, kabupaten=JEMBRANA, areas=[JEMBRANA])


def test_published_deaths_over_published_births_have_both_counts_and_the_interval_of_the_deaths(quote: Quote) -> None:
    # 28 / 23,000 x 100,000 = 121.7; Byar's limits of 28 are 18.6 and 40.5.
    quote("aki", 2024, 28, content="numerator")
    quote("live_births", 2024, 23_000)
    (found,) = rates()
    assert (found.numerator, found.denominator) == (28, 23_000)
    assert found.value == pytest.approx(121.7, abs=0.05)
    assert found.low == pytest.approx(80.9, abs=0.06)
    assert found.high == pytest.approx(175.9, abs=0.06)
    assert found.basis is Basis.PUBLISHED
    assert found.period == Period.year(2024)
    assert found.verdict is None


def test_without_births_of_the_same_year_there_is_no_rate(quote: Quote) -> None:
    quote("aki", 2024, 28, content="numerator")
    quote("live_births", 2023, 23_000)
    assert rates() == []


def test_a_published_rate_is_not_taken_for_a_count_nor_changed(quote: Quote) -> None:
    quote("aki", 2024, 93.1)
    quote("live_births", 2024, 23_000)
    assert rates() == []


def test_no_births_and_other_measures_make_no_rate(quote: Quote) -> None:
    quote("akb", 2023, 174, content="numerator")
    quote("live_births", 2023, 0)
    quote("akb", 2024, 174, content="numerator")
    quote("live_births", 2024, 23_000, measure="census")
    assert rates("akb") == []


def test_a_count_sent_for_practice_makes_the_rate_one_of_practice(quote: Quote) -> None:
    quote("aki", 2024, 28, content="numerator")
    quote("live_births", 2024, 23_000, mode=Mode.SAMPLE)
    (found,) = rates()
    assert found.basis is Basis.SAMPLE


def test_few_deaths_are_marked_as_too_few(quote: Quote) -> None:
    quote("aki", 2024, 3, content="numerator")
    quote("live_births", 2024, 2_500)
    assert rates()[0].too_few


def test_a_denominator_that_nobody_publishes_makes_no_rate(quote: Quote) -> None:
    # Stillbirths belong into the denominator too, and are not published as such.
    quote("stillbirth_rate", 2024, 200, content="numerator")
    quote("live_births", 2024, 23_000)
    assert rates("stillbirth_rate") == []
    assert rates("new_stunting") == []


def test_published_births_do_not_enter_what_is_computed_from_reports(quote: Quote) -> None:
    quote("aki", 2024, 28, content="numerator")
    quote("live_births", 2024, 23_000)
    computed = judge(warehouse.current(), indicators=["aki"], kabupaten=JEMBRANA, period=Period.year(2024))
    assert computed[0].value is None
