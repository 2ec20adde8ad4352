"""Where an area stands beside its kabupaten; limits worked by hand."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from indicators.catalogue import catalogue
from indicators.judgement.beside import Standing, standing
from indicators.judgement.judged import Judged
from indicators.vocabulary import Basis, Direction, Measure, Period

YEAR = Period.year(2024)


def of(indicator: str, events: float | None, people: float, **changes: Any) -> Judged:
    """A value with its counts, as `judge` would make it but for the interval, which is not looked at."""
    entry = catalogue().indicators[indicator]
    value = None if events is None else events / people * entry.multiplier
    made = Judged(
        indicator=indicator,
        area="51.01.01",
        area_name="Negara",
        period=YEAR,
        reference=YEAR,
        value=value,
        numerator=events,
        denominator=people,
        low=None,
        high=None,
        method="",
        basis=Basis.OFFICIAL,
        measure=Measure.ROUTINE,
        units_matched=1,
        units_expected=1,
        reports_matched=12,
        reports_expected=12,
        too_few=events is not None and events < 5,
        verdict=None,
        absence=None,
        version=0,
    )
    return replace(made, **changes)


# 40 deaths: Byar's interval at 99,8 % (z = 3.0902) is 23.4 to 63.6 deaths.
@pytest.mark.parametrize(
    ("expected_deaths", "found"),
    [
        (23.2, Standing.WORSE),
        (23.6, Standing.WITHIN),
        (40, Standing.WITHIN),
        (63.4, Standing.WITHIN),
        (63.9, Standing.BETTER),
    ],
)
def test_a_rate_stands_out_only_beyond_its_strict_interval(expected_deaths: float, found: Standing) -> None:
    entry = catalogue().indicators["akb"]
    area, whole = of("akb", 40, 4000), of("akb", expected_deaths * 10, 40000)
    assert standing(entry, area, whole) is found


def test_where_higher_is_better_the_sides_change_places() -> None:
    entry = catalogue().indicators["k4"]
    assert standing(entry, of("k4", 950, 1000), of("k4", 8000, 10000)) is Standing.BETTER
    assert standing(entry, of("k4", 650, 1000), of("k4", 8000, 10000)) is Standing.WORSE


def test_without_a_good_side_it_is_higher_or_lower() -> None:
    entry = catalogue().indicators["k4"].model_copy(update={"direction": Direction.NEUTRAL})
    assert standing(entry, of("k4", 950, 1000), of("k4", 8000, 10000)) is Standing.HIGHER
    assert standing(entry, of("k4", 650, 1000), of("k4", 8000, 10000)) is Standing.LOWER


def test_no_deaths_are_too_few_and_never_better() -> None:
    entry = catalogue().indicators["akb"]
    assert standing(entry, of("akb", 0, 4000), of("akb", 4000, 40000)) is Standing.TOO_FEW


def test_what_cannot_be_compared_says_why() -> None:
    akb, cases, reports = (catalogue().indicators[i] for i in ("akb", "new_stunting", "report_completeness"))
    whole = of("akb", 400, 40000)
    assert standing(akb, of("akb", None, 4000), whole) is Standing.NO_VALUE
    assert standing(akb, of("akb", 90, 4000, all_reported=False), whole) is Standing.INCOMPLETE
    assert standing(akb, of("akb", 90, 4000), of("akb", None, 4000)) is Standing.NOT_COMPARED
    assert standing(cases, of("new_stunting", 9, 1), of("new_stunting", 90, 1)) is Standing.NOT_COMPARED
    assert (
        standing(reports, of("report_completeness", 9, 12), of("report_completeness", 90, 99)) is Standing.NOT_COMPARED
    )


def test_a_coverage_above_its_target_population_has_no_interval() -> None:
    entry = catalogue().indicators["k4"]
    assert standing(entry, of("k4", 1100, 1000), of("k4", 8000, 10000)) is Standing.NOT_COMPARED
