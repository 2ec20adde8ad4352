"""Against the past, by hand: 24 months of 30 live births lie at 2 * sqrt(30.375) = 11.02 on the scale of Anscombe.

Equal months have no spread of their own, so that of a Poisson count, 1, is taken: the range is 11.02 +- 4.5, which is
(6.52 / 2)^2 - 0.375 = 10.3 to (15.52 / 2)^2 - 0.375 = 59.9 births.
"""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from indicators.vocabulary import Period, Severity

UNIT = "35.10.P01"


def months(first: tuple[int, int], values: list[float], element: str = "live_births") -> pd.DataFrame:
    """Rows of read unit_values: one value a month from `first` on."""
    start = first[0] * 12 + first[1] - 1
    periods = [Period.month((start + n) // 12, (start + n) % 12 + 1) for n in range(len(values))]
    return pd.DataFrame(
        {
            "unit": UNIT,
            "element": element,
            "period_start": [p.start for p in periods],
            "period_end": [p.end for p in periods],
            "value": values,
        }
    )


def births(count: int | str, month: int = 9, stillbirths: int | str = 0) -> str:
    return f"kode_puskesmas;tahun;bulan;lahir_hidup;lahir_mati\n{UNIT};2026;{month};{count};{stillbirths}\n"


STEADY = months((2024, 9), [30.0] * 24)


@pytest.mark.parametrize(("count", "told"), [(9, True), (11, False), (30, False), (59, False), (60, True), (310, True)])
def test_a_count_far_outside_the_units_own_past_warns(count, told, send):
    problems = [p for p in send(births(count), known=STEADY).problems if p.rule == "far_from_past"]
    assert bool(problems) is told
    for problem in problems:
        assert problem.severity is Severity.WARNING
        assert (problem.row, problem.column, problem.unit) == (2, "lahir_hidup", "Puskesmas Badean")


def test_the_warning_says_what_was_usual_and_what_would_be_likely(send):
    [problem] = send(births(310), known=STEADY).problems
    assert problem.message == (
        "Lahir hidup di Puskesmas Badean pada September 2026 berjumlah 310, jauh dari biasanya: pada 24 laporan "
        "sebelumnya sekitar 30, wajarnya 11 sampai 59."
    )


def test_a_unit_with_less_than_a_year_of_reports_is_not_held_against_them(send):
    assert send(births(310), known=months((2025, 10), [30.0] * 11)).problems == ()
    assert len(send(births(310), known=months((2025, 9), [30.0] * 12)).problems) == 1


def test_what_the_unit_has_reported_before_is_not_far(send):
    """A yearly campaign has its high month every year."""
    assert send(births(310), known=months((2024, 9), [30.0] * 12 + [305.0] + [30.0] * 10 + [320.0])).problems == ()


def test_a_value_that_is_stored_already_is_not_asked_about_again(send):
    known = pd.concat([STEADY, months((2026, 9), [310.0])])
    assert send(births(310), known=known).problems == ()
    assert [p.rule for p in send(births(311), known=known).problems] == ["far_from_past"]


def test_three_deaths_where_there_were_none_are_possible_and_eight_are_far(send):
    known = pd.concat([months((2024, 9), [0.0] * 24, "stillbirths"), STEADY])
    assert send(births(30, stillbirths=3), known=known).problems == ()
    # 2 * sqrt(0.375) = 1.22; (1.22 + 4.5) / 2 squared, less 0.375, is 7.8.
    assert [p.column for p in send(births(30, stillbirths=8), known=known).problems] == ["lahir_mati"]


SERVICES = ["antenatal_first_visits", "antenatal_fourth_visits", "antenatal_sixth_visits", "facility_deliveries"]


def services(*rows: tuple[int, int, int, int, int]) -> str:
    lines = [f"{UNIT};2026;{month};{a};{b};{c};{d}" for month, a, b, c, d in rows]
    return "\n".join(["kode_puskesmas;tahun;bulan;k1;k4;k6;persalinan_di_fasyankes", *lines])


def repeated(received) -> list[tuple[int, str]]:
    return [(p.row, p.message) for p in received.problems if p.rule == "same_month"]


def test_a_month_equal_to_another_to_the_digit_warns_and_names_both(send):
    text = services((8, 41, 38, 36, 35), (9, 41, 38, 36, 35), (10, 41, 38, 36, 34))
    assert repeated(send(text, "maternal_services")) == [
        (3, "Semua angka Puskesmas Badean untuk September 2026 sama persis dengan Agustus 2026.")
    ]


def test_the_equal_month_may_be_stored_and_up_to_a_year_back(send):
    def stored(year: int, month: int) -> pd.DataFrame:
        values = zip(SERVICES, (41.0, 38.0, 36.0, 35.0), strict=True)
        return pd.concat(months((year, month), [value], element) for element, value in values)

    text = services((9, 41, 38, 36, 35))
    assert len(repeated(send(text, "maternal_services", known=stored(2025, 9)))) == 1
    assert repeated(send(text, "maternal_services", known=stored(2025, 8))) == []


def test_small_counts_and_equal_counts_repeat_by_chance(send):
    assert repeated(send(services((8, 9, 8, 7, 6), (9, 9, 8, 7, 6)), "maternal_services")) == []
    assert repeated(send(services((8, 30, 30, 30, 30), (9, 30, 30, 30, 30)), "maternal_services")) == []


def test_months_without_deaths_may_all_be_alike(send):
    text = "kode_puskesmas;tahun;bulan;kematian_ibu\n" + "".join(f"{UNIT};2026;{m};0\n" for m in range(1, 10))
    assert send(text, "maternal_deaths").problems == ()


def test_yearly_data_have_no_months_to_compare(send):
    known = pd.DataFrame(
        [(UNIT, "infants_target", date(2025, 1, 1), date(2025, 12, 31), 400.0)],
        columns=["unit", "element", "period_start", "period_end", "value"],
    )
    text = f"kode_puskesmas;tahun;sasaran_ibu_hamil;sasaran_ibu_bersalin;sasaran_bayi\n{UNIT};2026;450;430;400\n"
    assert send(text, "annual_targets", known=known).problems == ()
