"""The status of a value against one target: which rule judges which kind of indicator."""

from __future__ import annotations

import pytest

from indicators.catalogue import Indicator, Target, catalogue
from indicators.judgement.judged import Verdict
from indicators.judgement.verdict import verdict_of
from indicators.vocabulary import Direction, Measure, Status

AKI, K1 = catalogue().indicators["aki"], catalogue().indicators["k1"]
SURVEY, COUNT = catalogue().indicators["stunting_survey"], catalogue().indicators["new_stunting"]


def judged(entry: Indicator, target: float, *, sign: str = "", **counted: float) -> Verdict:
    value = counted.pop("value", None)
    if value is None:
        value = counted["numerator"] / counted["denominator"] * entry.multiplier
    found = verdict_of(
        entry,
        Target(value=target, document="uji", sign="<" if sign else "", measure=entry.measure),
        year=2024,
        measure=entry.measure,
        value=value,
        **counted,  # type: ignore[arg-type]
    )
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("deaths", "wanted"),
    [
        (9, Status.MET),
        (16, Status.LIKELY_MET),
        (22, Status.NOT_DISTINGUISHABLE),
        (28, Status.LIKELY_NOT_MET),
        (40, Status.NOT_MET),
    ],
)
def test_maternal_deaths_in_12_000_births_stand_against_22_expected_at_the_target(deaths: int, wanted: Status) -> None:
    found = judged(AKI, 183, numerator=deaths, denominator=12_000)
    assert found.status is wanted
    assert found.probability is not None


def test_a_verdict_carries_its_probability_and_the_version_of_the_rules() -> None:
    found = judged(AKI, 183, numerator=28, denominator=23_000)
    assert found.status is Status.MET
    # 42.09 deaths expected: a Gamma of shape 28.5 lies (42.09 - 28.5) / sqrt(28.5) = 2.5 spreads below.
    assert found.probability == pytest.approx(0.99, abs=0.005)
    assert found.rule_version == catalogue().settings.rule_version == "2"


def test_a_coverage_target_of_one_hundred_percent_is_met_only_when_nobody_is_missing() -> None:
    assert judged(K1, 100, numerator=1200, denominator=1200).status is Status.MET
    missed = judged(K1, 100, numerator=1199, denominator=1200)
    assert (missed.status, missed.probability) == (Status.NOT_MET, None)


@pytest.mark.parametrize(("deaths", "wanted"), [(0, Status.MET), (1, Status.NOT_MET)])
def test_a_target_of_none_is_met_only_without_any(deaths: int, wanted: Status) -> None:
    assert judged(AKI, 0, numerator=deaths, denominator=2000).status is wanted


def test_a_coverage_above_its_sasaran_is_not_judged() -> None:
    found = judged(K1, 95, numerator=1300, denominator=1200)
    assert (found.status, found.probability) == (Status.NOT_ENOUGH_DATA, None)


def test_a_coverage_of_a_small_place_is_not_judged_where_fewer_than_five_would_be_left_out_at_the_target() -> None:
    few = judged(K1, 95, numerator=50, denominator=99)
    assert (few.status, few.probability) == (Status.NOT_ENOUGH_DATA, None)
    assert judged(K1, 95, numerator=50, denominator=100).status is Status.NOT_MET


@pytest.mark.parametrize(("sign", "wanted"), [("", Status.MET), ("<", Status.NOT_MET)])
def test_a_target_below_a_count_is_not_met_by_the_count_itself(sign: str, wanted: Status) -> None:
    found = judged(COUNT, 120, sign=sign, value=120, numerator=120)
    assert (found.status, found.probability) == (wanted, None)


def test_a_survey_is_judged_by_its_published_interval_and_not_without() -> None:
    assert judged(SURVEY, 14, value=18.1, low=15.1, high=21.1).status is Status.NOT_MET
    assert judged(SURVEY, 14, value=18.1).status is Status.NOT_ENOUGH_DATA


def test_what_still_grows_is_not_judged_and_what_is_provisional_says_so() -> None:
    aim = Target(value=95, document="uji")
    asked = {"year": 2024, "measure": Measure.ROUTINE, "value": 50.0, "numerator": 600.0, "denominator": 1200.0}
    growing = verdict_of(K1, aim, **asked, unfinished=True, provisional=True)  # type: ignore[arg-type]
    assert growing is not None
    assert (growing.status, growing.probability) == (Status.NOT_ENOUGH_DATA, None)
    provisional = verdict_of(K1, aim, **asked, provisional=True)  # type: ignore[arg-type]
    assert provisional is not None
    assert (provisional.status, provisional.provisional) == (Status.NOT_MET, True)


def test_there_is_no_verdict_without_target_or_direction_or_for_a_survey_target_of_a_routine_value() -> None:
    asked = {"year": 2024, "measure": Measure.ROUTINE, "value": 10.0, "numerator": 100.0, "denominator": 1000.0}
    wasting = catalogue().indicators["wasting"]
    neutral = AKI.model_copy(update={"direction": Direction.NEUTRAL})
    assert verdict_of(wasting, None, **asked) is None  # type: ignore[arg-type]
    assert verdict_of(wasting, wasting.targets[2024], **asked) is None  # type: ignore[arg-type]
    assert verdict_of(neutral, AKI.targets[2024], **asked) is None  # type: ignore[arg-type]
    qualified = verdict_of(AKI, AKI.targets[2024], **asked)  # type: ignore[arg-type]
    assert qualified is not None
    assert qualified.qualified
