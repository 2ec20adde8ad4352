"""The cards of the summary: value, target, comparison and what is still awaited."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.judgement.cards import Card, headline_cards, missing_year
from indicators.judgement.values import state_of
from indicators.vocabulary import Basis, Measure, Period, Status

JEMBRANA, BALI, BANYUWANGI = "51.01", "51", "35.10"

Send = Callable[..., warehouse.Receipt]
Quote = Callable[..., warehouse.Receipt]


def months(year: int, last: int = 12) -> list[str]:
    return [f"{year}-{month:02}" for month in range(1, last + 1)]


def card(indicator: str, period: str, *, kabupaten: str = JEMBRANA) -> Card:
    snapshot = warehouse.current()
    state = state_of(snapshot, kabupaten=kabupaten)
    cards = headline_cards(snapshot, state=state, period=Period.parse(period))
    return next(card for card in cards if card.indicator.id == indicator)


def test_there_is_one_card_for_each_headline_indicator_in_their_order(shared_warehouse: Path) -> None:
    snapshot = warehouse.current()
    state = state_of(snapshot, kabupaten=BANYUWANGI)
    cards = headline_cards(snapshot, state=state, period=Period.parse("2026-01..2026-10"))
    assert [card.indicator.id for card in cards][:5] == [
        "aki",
        "akb",
        "stunting_eppgbm",
        "stunting_survey",
        "innovations_iga",
    ]
    assert [card.indicator for card in cards] == catalogue().headline_indicators()
    assert [card.indicator.headline for card in cards][:5] == [1, 2, 3, 4, 5]


def test_a_computed_card_compares_the_same_months_and_draws_the_years_there_are(send: Send) -> None:
    for year, deaths in ((2023, 6), (2024, 5), (2025, 7)):
        send("births", months(year), {"live_births": 100})
        send(
            "maternal_deaths",
            months(year),
            {"maternal_deaths": 0},
            but={("51.01.P07", f"{year}-02"): {"maternal_deaths": deaths}},
        )
    found = card("aki", "2025-01..2025-06")
    assert found.now is not None
    assert (found.now.numerator, found.now.denominator) == (7, 6000)
    assert found.a_year_ago is not None
    assert (found.a_year_ago.numerator, found.a_year_ago.period) == (5, Period.year_to(2024, 6))
    assert [(str(period), round(value or 0, 1)) for period, value in found.trend] == [
        ("2023-01..2023-06", 100.0),
        ("2024-01..2024-06", 83.3),
        ("2025-01..2025-06", 116.7),
    ]
    assert found.quoted is None
    assert found.missing_year is None


def test_a_year_without_target_shows_the_verdict_of_the_newest_year_that_had_one(send: Send) -> None:
    for year in (2024, 2025):
        send("births", months(year), {"live_births": 100})
        send("maternal_deaths", months(year), {"maternal_deaths": 1})
    found = card("aki", "2025")
    assert found.now is not None
    assert found.now.verdict is None
    assert found.verdict is not None
    assert (found.verdict.status, found.verdict.year) == (Status.NOT_MET, 2024)
    assert found.verdict_period == Period.year(2024)
    assert found.ahead is not None
    assert (found.ahead[0], found.ahead[1].value) == (2029, 77)


def test_the_verdict_of_the_chosen_year_is_its_own(send: Send) -> None:
    send("births", months(2024), {"live_births": 100})
    send("maternal_deaths", months(2024), {"maternal_deaths": 1})
    found = card("aki", "2024")
    assert found.verdict is not None
    assert found.verdict == (found.now and found.now.verdict)
    assert found.verdict_period == Period.year(2024)


def test_a_target_year_before_the_first_data_is_not_judged(send: Send) -> None:
    send("births", months(2025), {"live_births": 100})
    send("maternal_deaths", months(2025), {"maternal_deaths": 1})
    found = card("aki", "2025")
    assert (found.verdict, found.verdict_period) == (None, None)


def test_several_years_together_have_no_year_before(send: Send) -> None:
    for year in (2023, 2024):
        send("births", months(year), {"live_births": 100})
        send("maternal_deaths", months(year), {"maternal_deaths": 1})
    found = card("aki", "2023..2024")
    assert found.now is not None
    assert found.now.numerator == 240
    assert found.a_year_ago is None
    assert len(found.trend) == 1


def test_a_quoted_card_shows_the_newest_figure_up_to_the_period_and_the_one_before(quote: Quote) -> None:
    for year, value in ((2021, 14.3), (2022, 14.2), (2023, 10.3), (2024, 9.0)):
        quote("stunting_survey", year, value, measure="survey")
    found = card("stunting_survey", "2023")
    assert found.now is None
    assert found.quoted is not None
    assert (found.quoted.period, found.quoted.value, found.quoted.basis) == (Period.year(2023), 10.3, Basis.SURVEY)
    assert found.quoted_before is not None
    assert found.quoted_before.value == 14.2
    assert [value for _, value in found.trend] == [14.3, 14.2, 10.3]


def test_the_figure_before_and_the_line_are_of_the_same_measure(quote: Quote) -> None:
    quote("stunting_survey", 2021, 14.3, measure="survey")
    quote("stunting_survey", 2022, 3.0, measure="routine")
    quote("stunting_survey", 2023, 10.3, measure="survey")
    found = card("stunting_survey", "2023")
    assert found.quoted_before is not None
    assert (found.quoted_before.measure, found.quoted_before.value) == (Measure.SURVEY, 14.3)
    assert [value for _, value in found.trend] == [14.3, 10.3]


def test_the_survey_is_judged_in_its_own_year_with_its_error_and_not_without(quote: Quote) -> None:
    quote("stunting_survey", 2024, 18.1, measure="survey", low=15.0, high=21.2)
    found = card("stunting_survey", "2026-01..2026-10")
    assert found.verdict is not None
    assert (found.verdict.status, found.verdict.target.value, found.verdict_period) == (
        Status.NOT_MET,
        14,
        Period.year(2024),
    )
    quote("stunting_survey", 2024, 18.1, measure="survey")
    bare = card("stunting_survey", "2026-01..2026-10").verdict
    assert bare is not None
    assert bare.status is Status.NOT_ENOUGH_DATA


def test_province_and_nation_stand_beside_the_kabupaten_each_with_its_newest_figure(quote: Quote) -> None:
    quote("aki", 2015, 305, area="00", measure="survey")
    quote("aki", 2020, 189, area="00", measure="census")
    quote("aki", 2010, 346, area="00", measure="census")
    quote("aki", 2020, 111, area=BALI, measure="census")
    quote("aki", 2027, 80, area=BALI, measure="census")
    quote("aki", 2021, 4627, area="00", content="numerator")
    found = card("aki", "2026")
    assert [(q.area, q.measure, q.period.start.year, q.value) for q in found.comparisons] == [
        (BALI, Measure.CENSUS, 2020, 111),
        ("00", Measure.CENSUS, 2020, 189),
    ]


def test_banyuwangi_had_36_innovations_and_waits_for_the_result_of_2025(shared_warehouse: Path) -> None:
    found = card("innovations_iga", "2026-01..2026-10", kabupaten=BANYUWANGI)
    assert found.quoted is not None
    assert (found.quoted.period, found.quoted.value) == (Period.year(2024), 36)
    assert found.quoted_before is not None
    assert (found.quoted_before.period, found.quoted_before.value) == (Period.year(2023), 35)
    assert found.verdict is None
    assert found.missing_year is not None
    assert (found.missing_year[0], found.missing_year[1].value) == (2025, 50)


@pytest.mark.parametrize(("count", "wanted"), [(49, Status.NOT_MET), (50, Status.MET), (61, Status.MET)])
def test_an_entered_result_is_held_against_at_least_fifty(quote: Quote, count: int, wanted: Status) -> None:
    quote("innovations_iga", 2025, count, kabupaten=BANYUWANGI)
    found = card("innovations_iga", "2026-01..2026-10", kabupaten=BANYUWANGI)
    assert found.missing_year is None
    assert found.verdict is not None
    assert (found.verdict.status, found.verdict.year) == (wanted, 2025)


def test_a_result_is_not_missing_before_its_year_is_over(quote: Quote) -> None:
    quote("innovations_iga", 2024, 36, kabupaten=BANYUWANGI)
    assert card("innovations_iga", "2025-01..2025-06", kabupaten=BANYUWANGI).missing_year is None
    assert card("innovations_iga", "2025", kabupaten=BANYUWANGI).missing_year is not None


def test_a_kabupaten_without_a_target_of_its_own_waits_for_nothing() -> None:
    iga = catalogue().indicators["innovations_iga"]
    assert missing_year(iga, here=all_kabupaten()[JEMBRANA], until=2030, entered=set()) is None
    assert missing_year(iga, here=all_kabupaten()[BANYUWANGI], until=2024, entered=set()) is None
    assert missing_year(iga, here=all_kabupaten()[BANYUWANGI], until=2025, entered={2025}) is None


def test_the_public_counts_of_deaths_stand_beside_the_computed_rate(shared_warehouse: Path) -> None:
    found = card("aki", "2024", kabupaten=BANYUWANGI)
    assert found.now is not None
    assert (found.now.numerator, found.now.basis) == (28, Basis.SAMPLE)
    assert found.quoted_count is not None
    assert (found.quoted_count.value, found.quoted_count.period) == (28, Period.year(2024))
    assert found.quoted is not None
    assert found.quoted.period.end.year <= 2016  # published as a rate until then


def test_an_incomplete_period_is_not_compared_with_the_year_before_and_draws_no_trend(send: Send) -> None:
    absent = {("51.01.P07", "2025-02"): None}
    for year in (2024, 2025):
        send("births", months(year, 3), {"live_births": 100}, but=absent)
        send("maternal_deaths", months(year, 3), {"maternal_deaths": 1}, but=absent)
    found = card("aki", "2025-01..2025-03")
    assert found.now is not None
    assert (found.now.value is not None, found.now.complete, found.now.basis) == (True, False, Basis.PROVISIONAL)
    assert found.a_year_ago is None
    assert found.trend == ()


def test_a_complete_period_is_not_compared_with_an_incomplete_year_before(send: Send) -> None:
    absent = {("51.01.P07", "2024-02"): None}
    for year in (2023, 2024, 2025):
        send("births", months(year, 3), {"live_births": 100}, but=absent)
        send("maternal_deaths", months(year, 3), {"maternal_deaths": 1}, but=absent)
    found = card("aki", "2025-01..2025-03")
    assert found.a_year_ago is None
    assert [value is None for _, value in found.trend] == [False, True, False]
