"""Which reports are closed to the public, on counts small enough to work by hand.

Jembrana: Melaya (51.01.04) has P01 and P02, Negara (51.01.01) has P03 and P04.
"""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from indicators.catalogue import catalogue
from indicators.judgement.suppression import closed_reports, family_of
from indicators.vocabulary import Level, Period

JANUARY, FEBRUARY = date(2025, 1, 1), date(2025, 2, 1)
YEAR = (date(2025, 1, 1), date(2025, 12, 31))


class Reported:
    """Stands in for a data version that holds these (unit, element, period, value) and answers `unit_values`."""

    def __init__(self, *reports: tuple[str, str, str, float]) -> None:
        self.reports = reports

    def keep(self, question, answer):
        return answer()

    def read(self, name, *, dataset, kabupaten, start, end):
        assert (name, kabupaten) == ("unit_values", "51.01")
        rows = []
        for unit, element, text, value in self.reports:
            period = Period.parse(text)
            inside = start <= period.start and period.end <= end
            if inside and catalogue().dataset_of(element).id == dataset:
                rows.append((unit, element, pd.Timestamp(period.start), pd.Timestamp(period.end), value))
        return pd.DataFrame(rows, columns=["unit", "element", "period_start", "period_end", "value"])


def closed(reported: Reported, *elements: str, level: Level = Level.FACILITY, period=YEAR):
    return closed_reports(reported, elements=elements, kabupaten="51.01", level=level, start=period[0], end=period[1])


def test_a_small_count_closes_its_report_and_the_others_of_its_kecamatan_in_that_month():
    reported = Reported(
        ("51.01.P01", "live_births", "2025-01", 4),
        ("51.01.P02", "live_births", "2025-01", 30),
        ("51.01.P01", "live_births", "2025-02", 25),
        ("51.01.P02", "live_births", "2025-02", 31),
        ("51.01.P03", "live_births", "2025-01", 40),
    )
    assert closed(reported, "live_births") == {
        ("live_births", "51.01.P01", JANUARY),
        ("live_births", "51.01.P02", JANUARY),
    }


@pytest.mark.parametrize("count", [0, 5])
def test_neither_zero_nor_five_cases_close_a_report(count):
    assert closed(Reported(("51.01.P01", "live_births", "2025-01", count)), "live_births") == set()


@pytest.mark.parametrize("count", [1, 4])
def test_one_and_four_cases_close_a_report(count):
    assert closed(Reported(("51.01.P01", "live_births", "2025-01", count)), "live_births") == {
        ("live_births", "51.01.P01", JANUARY)
    }


def test_a_small_part_closes_the_total_and_the_other_part():
    # 20 births less 17 boys would give away the 3 girls.
    reported = Reported(
        ("51.01.P01", "live_births", "2025-01", 20),
        ("51.01.P01", "live_births_male", "2025-01", 17),
        ("51.01.P01", "live_births_female", "2025-01", 3),
    )
    assert closed(reported, "live_births", "live_births_male") == {
        ("live_births", "51.01.P01", JANUARY),
        ("live_births_male", "51.01.P01", JANUARY),
    }


def test_elements_that_are_not_parts_of_one_another_do_not_close_each_other():
    reported = Reported(
        ("51.01.P01", "live_births", "2025-01", 20),
        ("51.01.P01", "stillbirths", "2025-01", 1),
    )
    assert closed(reported, "live_births") == set()


def test_a_sensitive_count_is_closed_in_every_kecamatan_since_the_kabupatens_sum_is_public():
    # Haemorrhage 6 in the kabupaten, 5 in Negara: the one in Melaya would be told by their difference.
    reported = Reported(
        ("51.01.P01", "maternal_deaths_haemorrhage", "2025-01", 1),
        ("51.01.P03", "maternal_deaths_haemorrhage", "2025-01", 5),
        ("51.01.P03", "maternal_deaths_haemorrhage", "2025-02", 5),
    )
    assert closed(reported, "maternal_deaths_haemorrhage", level=Level.KECAMATAN) == {
        ("maternal_deaths_haemorrhage", "51.01.04", JANUARY),
        ("maternal_deaths_haemorrhage", "51.01.01", JANUARY),
    }


def test_a_sensitive_count_is_judged_by_the_kecamatans_sum_there():
    # Two puskesmas with 3 each make 6: open for the kecamatan, closed for the puskesmas.
    reported = Reported(
        ("51.01.P01", "maternal_deaths_infection", "2025-01", 3),
        ("51.01.P02", "maternal_deaths_infection", "2025-01", 3),
    )
    assert closed(reported, "maternal_deaths_infection", level=Level.KECAMATAN) == set()
    assert len(closed(reported, "maternal_deaths_infection", level=Level.FACILITY)) == 2


def test_one_small_cause_closes_the_other_causes_and_places_of_the_same_deaths():
    # 6 deaths less 5 infections would give away the one haemorrhage.
    reported = Reported(
        ("51.01.P01", "maternal_deaths", "2025-01", 6),
        ("51.01.P01", "maternal_deaths_infection", "2025-01", 5),
        ("51.01.P01", "maternal_deaths_haemorrhage", "2025-01", 1),
        ("51.01.P01", "maternal_deaths_home", "2025-01", 6),
    )
    elements = ("maternal_deaths_infection", "maternal_deaths_home")
    assert closed(reported, *elements, level=Level.KECAMATAN) == {
        ("maternal_deaths_infection", "51.01.04", JANUARY),
        ("maternal_deaths_home", "51.01.04", JANUARY),
    }


def test_counts_that_are_public_at_a_level_are_never_closed_there():
    reported = Reported(
        ("51.01.P01", "live_births", "2025-01", 1),
        ("51.01.P01", "maternal_deaths_infection", "2025-01", 1),
    )
    assert closed(reported, "live_births", level=Level.KECAMATAN) == set()
    assert closed(reported, "live_births", "maternal_deaths_infection", level=Level.KABUPATEN) == set()


def test_a_question_about_some_months_finds_the_report_of_their_year():
    reported = Reported(("51.01.P01", "infants_target", "2025", 3))
    found = closed(reported, "infants_target", period=(date(2025, 3, 1), date(2025, 4, 30)))
    assert found == {("infants_target", "51.01.P01", JANUARY)}


def test_a_report_outside_the_period_closes_nothing_in_it():
    reported = Reported(
        ("51.01.P01", "live_births", "2025-01", 3),
        ("51.01.P01", "live_births", "2025-02", 30),
    )
    assert closed(reported, "live_births", period=(FEBRUARY, date(2025, 2, 28))) == set()


def test_a_family_reaches_over_causes_and_sexes_to_every_age_of_the_same_deaths():
    family = family_of("deaths_0_6_days_male")
    assert {"deaths_0_6_days", "infant_deaths_asphyxia", "deaths_29_days_11_months_female"} <= family
    assert "deaths_12_59_months" not in family
    assert family_of("facility_deliveries") == {"facility_deliveries"}
