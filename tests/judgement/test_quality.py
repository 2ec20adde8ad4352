"""Data quality: each planted fault turns its own check, what cannot be checked says why, and clean data are green."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from indicators import warehouse
from indicators.judgement.quality import Check, CheckKind, Quality, Unmade, failing, quality_of
from indicators.judgement.values import state_of
from indicators.vocabulary import Light, Mode, Period

JEMBRANA = "51.01"
UNIT, OTHER = "51.01.P07", "51.01.P08"
YEAR = [f"2024-{month:02}" for month in range(1, 13)]
BEFORE = [f"2023-{month:02}" for month in range(1, 13)]
BIRTHS = {"live_births": 41, "stillbirths": 0, "newborns_weighed": 41, "low_birth_weight": 2}

Send = Callable[..., warehouse.Receipt]
Quote = Callable[..., warehouse.Receipt]


def quality(indicator: str, period: str = "2024", today: date | None = None) -> Quality:
    snapshot = warehouse.current()
    state = state_of(snapshot, kabupaten=JEMBRANA)
    return quality_of(snapshot, state=state, period=Period.parse(period), today=today)[indicator]


def check(kind: CheckKind, indicator: str = "bblr", period: str = "2024", today: date | None = None) -> Check:
    return next(c for c in quality(indicator, period, today).checks if c.kind is kind)


def fails(indicator: str, period: str = "2024") -> bool:
    snapshot = warehouse.current()
    state = state_of(snapshot, kabupaten=JEMBRANA)
    return indicator in failing(snapshot, state=state, period=Period.parse(period))


def test_clean_data_are_green_and_every_check_has_a_light_or_says_why_not(send: Send) -> None:
    send("births", [*BEFORE, *YEAR], BIRTHS)
    found = quality("bblr")
    assert [c.kind for c in found.checks] == list(CheckKind)
    assert all((c.light is None) is (c.why is not None) for c in found.checks)
    assert found.light is Light.GREEN
    assert not fails("bblr")


@pytest.mark.parametrize(
    ("missing", "light", "numbers"),
    [
        (5, Light.GREEN, (115, 120, 10, 10)),  # 95.8 %
        (7, Light.AMBER, (113, 120, 10, 10)),  # 94.2 %
        (25, Light.RED, (95, 120, 9, 10)),  # 79.2 %, two units without more than a month
    ],
)
def test_completeness_is_the_share_of_reports_that_are_there(
    missing: int, light: Light, numbers: tuple[float, ...], send: Send
) -> None:
    gone = [(unit, month) for unit in (UNIT, OTHER, "51.01.P01") for month in YEAR][:missing]
    send("births", YEAR, BIRTHS, but=dict.fromkeys(gone))
    found = check(CheckKind.COMPLETENESS)
    assert found.light is light
    assert found.numbers[:2] == numbers[:2]
    assert fails("bblr") is (light is Light.RED)


def test_a_count_far_from_its_units_own_past_is_amber_and_red_where_it_moves_the_sum(send: Send) -> None:
    # 10 weighed where 41 are usual: 2 * sqrt(10.375) = 6.4 on the scale of Anscombe, below 12.9 - 4.5 = 8.4.
    few = BIRTHS | {"newborns_weighed": 10}
    send("births", [*BEFORE, *YEAR], BIRTHS, but={(UNIT, "2024-06"): few})
    found = check(CheckKind.OUTLIERS)
    # Two elements of 10 units in 12 months; 31 fewer than usual of 120 * 41 - 31 weighed.
    assert (found.light, found.units) == (Light.AMBER, (UNIT,))
    assert found.numbers[:3] == (1, 240, 1)
    assert found.numbers[3] == pytest.approx(100 * 31 / 4889)
    many = BIRTHS | {"newborns_weighed": 4100}
    send("births", ["2024-07"], BIRTHS, but={(UNIT, "2024-07"): many})
    assert check(CheckKind.OUTLIERS).light is Light.RED
    assert fails("bblr")


def test_without_enough_months_before_it_nothing_is_called_far(send: Send) -> None:
    send("births", YEAR, BIRTHS, but={(UNIT, "2024-12"): BIRTHS | {"newborns_weighed": 4100}})
    assert (check(CheckKind.OUTLIERS).light, check(CheckKind.OUTLIERS).why) == (None, Unmade.TOO_SHORT)


def test_parts_that_fall_short_of_their_whole_are_amber(send: Send) -> None:
    report = {"maternal_deaths": 2, "maternal_deaths_haemorrhage": 2}
    send("births", ["2024-01"], BIRTHS)
    send(
        "maternal_deaths", ["2024-01"], {"maternal_deaths": 0}, but={(UNIT, "2024-01"): report | {"maternal_deaths": 3}}
    )
    found = check(CheckKind.CONSISTENCY, "aki")
    assert (found.light, found.numbers[:2], found.units) == (Light.AMBER, (0, 1), (UNIT,))
    assert not fails("aki", "2024-01")


def test_more_parts_than_their_whole_are_red(send: Send) -> None:
    report = {"maternal_deaths": 2, "maternal_deaths_haemorrhage": 2, "maternal_deaths_infection": 1}
    send("births", ["2024-01"], BIRTHS)
    send("maternal_deaths", ["2024-01"], {"maternal_deaths": 0}, but={(UNIT, "2024-01"): report})
    found = check(CheckKind.CONSISTENCY, "aki")
    assert (found.light, found.numbers[0], found.units) == (Light.RED, 1, (UNIT,))
    assert fails("aki")


def test_a_numerator_above_its_denominator_is_found(send: Send) -> None:
    send("births", ["2024-01"], BIRTHS, but={(UNIT, "2024-01"): BIRTHS | {"low_birth_weight": 60}})
    found = check(CheckKind.CONSISTENCY)
    # 19 more than the 410 that were weighed are 4.6 %: impossible, but not enough to fail the whole.
    assert (found.light, found.numbers[0], found.units) == (Light.AMBER, 1, (UNIT,))


def test_where_nothing_can_be_compared_consistency_says_so(send: Send) -> None:
    send("nutrition", ["2024-08"], {"new_stunting_cases": 1})
    assert check(CheckKind.CONSISTENCY, "new_stunting").why is Unmade.NOTHING_TO_COMPARE


@pytest.mark.parametrize(
    ("total", "light"), [(40, Light.GREEN), (38, Light.AMBER), (36, Light.AMBER), (30, Light.RED), (50, Light.RED)]
)
def test_a_published_total_is_held_against_the_sum_of_complete_reports(
    total: float, light: Light, send: Send, quote: Quote
) -> None:
    # 40 deaths are reported; a difference of 4 is 11 % of 36 but too few events to fail on; of 10, 33 %.
    send("births", YEAR, BIRTHS)
    send("maternal_deaths", YEAR, {"maternal_deaths": 0}, but={(UNIT, "2024-01"): {"maternal_deaths": 40}})
    quote("aki", 2024, total, content="numerator")
    found = check(CheckKind.TOTALS, "aki")
    assert (found.light, found.numbers[:2], found.about) == (light, (total, 40), "kematian ibu")


def test_published_births_are_held_against_the_births_reported(send: Send, quote: Quote) -> None:
    send("births", YEAR, BIRTHS)
    send("maternal_deaths", YEAR, {"maternal_deaths": 0})
    quote("live_births", 2024, 9840)
    assert check(CheckKind.TOTALS, "aki").numbers[:2] == (9840, 4920)
    assert check(CheckKind.TOTALS, "aki").light is Light.RED


def test_a_total_is_not_compared_with_half_a_sum_nor_in_part_of_a_year(send: Send, quote: Quote) -> None:
    send("births", YEAR, BIRTHS)
    send("maternal_deaths", YEAR[:6], {"maternal_deaths": 1})
    quote("aki", 2024, 120, content="numerator")
    assert check(CheckKind.TOTALS, "aki").why is Unmade.NO_TOTAL
    assert check(CheckKind.TOTALS, "aki", "2024-01..2024-06").why is Unmade.NO_TOTAL


def test_a_years_total_of_a_unit_is_held_against_its_months(send: Send) -> None:
    send("births", YEAR, BIRTHS)
    send(
        "births",
        ["2024"],
        {},
        but={(UNIT, "2024"): {"newborns_weighed": 700}, (OTHER, "2024"): {"newborns_weighed": 492}},
    )
    found = check(CheckKind.TOTALS)
    assert (found.light, found.numbers, found.units) == (Light.RED, (700, 492, 1, 2), (UNIT,))


@pytest.mark.parametrize(
    ("visits", "light", "numbers"),
    [
        (100, Light.GREEN, (0, 10, 0)),
        (105, Light.AMBER, (1, 10, 0)),
        (111, Light.AMBER, (1, 10, 1)),  # one in ten far above is not more than one in ten
    ],
)
def test_coverage_above_all_is_told_unit_by_unit(
    visits: float, light: Light, numbers: tuple[float, ...], send: Send
) -> None:
    send("annual_targets", ["2024"], {"pregnant_women_target": 100})
    send(
        "maternal_services",
        ["2024-03"],
        {"antenatal_first_visits": 90},
        but={(UNIT, "2024-03"): {"antenatal_first_visits": visits}},
    )
    found = check(CheckKind.COVERAGE, "k1", "2024-01..2024-03")
    assert (found.light, found.numbers[:3]) == (light, numbers)


def test_a_kabupaten_above_all_of_its_target_fails(send: Send) -> None:
    send("annual_targets", ["2024"], {"pregnant_women_target": 100})
    send("maternal_services", ["2024-01", "2024-02"], {"antenatal_first_visits": 51})
    # Also where one month is looked at: coverage counts from January on.
    assert check(CheckKind.COVERAGE, "k1", "2024-02").light is Light.RED
    assert check(CheckKind.COVERAGE, "k1", "2024-01").light is Light.GREEN


def test_coverage_without_a_target_and_of_what_has_none_says_so(send: Send) -> None:
    send("maternal_services", ["2024-03"], {"antenatal_first_visits": 90})
    assert check(CheckKind.COVERAGE, "k1").why is Unmade.NO_TARGET
    assert check(CheckKind.COVERAGE, "bblr").why is Unmade.NO_COVERAGE


def test_counts_that_all_end_in_0_are_told_but_fail_nothing(send: Send) -> None:
    send("births", [*BEFORE, *YEAR], BIRTHS | {"live_births": 50, "newborns_weighed": 40})
    found = check(CheckKind.DIGITS)
    assert (found.light, found.numbers) == (Light.RED, (120, 120, 100.0))
    assert quality("bblr").light is Light.AMBER
    assert not fails("bblr")


def test_last_digits_of_few_counts_say_nothing(send: Send) -> None:
    send("births", YEAR[:9], BIRTHS | {"newborns_weighed": 40})
    assert check(CheckKind.DIGITS).why is Unmade.TOO_FEW_COUNTS


def test_reports_sent_long_after_they_were_due_are_late_and_fail_nothing(send: Send) -> None:
    # The tests run in 2026: the report of the month that is due last makes the others late.
    send("births", ["2099-01"], BIRTHS)
    send("births", ["2099-02"], BIRTHS, but={(UNIT, "2099-02"): None, (OTHER, "2099-02"): None})
    on_time = check(CheckKind.TIMELINESS, period="2099-01..2099-02", today=date(2099, 3, 10))
    assert (on_time.light, on_time.numbers) == (Light.GREEN, (18, 18, 0))
    late = check(CheckKind.TIMELINESS, period="2099-02", today=date(2099, 3, 11))
    assert (late.light, late.numbers, late.units) == (Light.AMBER, (8, 10, 2), (UNIT, OTHER))


def test_sample_data_were_never_on_time_nor_late_and_fit_their_totals_by_design(send: Send, quote: Quote) -> None:
    warehouse.switch_mode(JEMBRANA, Mode.SAMPLE, by="ana")
    send("births", YEAR, BIRTHS, mode=Mode.SAMPLE)
    send("maternal_deaths", YEAR, {"maternal_deaths": 0}, mode=Mode.SAMPLE)
    quote("aki", 2024, 40, content="numerator")
    assert check(CheckKind.TIMELINESS).why is Unmade.NOT_OF_SAMPLE
    assert check(CheckKind.TOTALS, "aki").why is Unmade.NO_TOTAL


def test_without_any_report_nothing_can_be_checked_and_nothing_fails(official: Path) -> None:
    assert official.exists()
    found = quality("aki")
    assert found.light is None
    assert {c.why for c in found.checks} <= {Unmade.NO_REPORTS, Unmade.NOT_DATED}
    assert not fails("aki")


def test_indicators_about_the_reports_themselves_have_no_data_of_their_own(send: Send) -> None:
    send("births", YEAR, BIRTHS)
    snapshot = warehouse.current()
    state = state_of(snapshot, kabupaten=JEMBRANA)
    checked = quality_of(snapshot, state=state, period=Period.year(2024))
    assert "report_completeness" not in checked
    assert "stunting_survey" not in checked
    assert "aki" in checked
