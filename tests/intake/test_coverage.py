from __future__ import annotations

from datetime import date

import pandas as pd

UNIT = "35.10.P01"
HEADER = "kode_puskesmas;tahun;bulan;k1;k4;k6;persalinan_di_fasyankes\n"


def stored(*values: tuple[str, int, int, float]) -> pd.DataFrame:
    """Rows of read unit_values: element, first and last month of 2026, value."""
    return pd.DataFrame(
        [(UNIT, e, date(2026, first, 1), date(2026, last, 28), value) for e, first, last, value in values],
        columns=["unit", "element", "period_start", "period_end", "value"],
    )


TARGETS = stored(("pregnant_women_target", 1, 12, 100.0), ("deliveries_target", 1, 12, 95.0))


def told(received) -> list[tuple[int, str, str]]:
    return [(p.row, p.column, p.message) for p in received.problems if p.rule == "coverage"]


def test_more_first_visits_in_the_year_than_pregnant_women_warn_once_at_the_newest_month(send):
    known = pd.concat([TARGETS, stored(("antenatal_first_visits", 1, 1, 60.0))])
    text = HEADER + f"{UNIT};2026;2;20;9;9;9\n{UNIT};2026;3;21;9;9;9\n"
    # 60 stored and 20 + 21 sent, of 100.
    [(row, column, message)] = told(send(text, "maternal_services", known=known))
    assert (row, column) == (3, "k1")
    assert "pada 2026 berjumlah 101, melebihi" in message
    assert "100 (101 %)" in message


def test_exactly_all_of_them_is_no_problem_and_what_is_sent_replaces_what_is_stored(send):
    known = pd.concat([TARGETS, stored(("antenatal_first_visits", 1, 1, 60.0), ("antenatal_first_visits", 2, 2, 50.0))])
    assert told(send(HEADER + f"{UNIT};2026;2;40;9;9;9\n", "maternal_services", known=known)) == []


def test_without_a_target_there_is_nothing_to_compare_with(send):
    assert told(send(HEADER + f"{UNIT};2026;2;400;9;9;9\n", "maternal_services")) == []


def test_a_target_lowered_below_what_was_served_warns_too(send):
    known = stored(("antenatal_first_visits", 1, 1, 60.0), ("antenatal_first_visits", 2, 2, 50.0))
    text = f"kode_puskesmas;tahun;sasaran_ibu_hamil;sasaran_ibu_bersalin;sasaran_bayi\n{UNIT};2026;100;95;90\n"
    assert [(row, column) for row, column, _ in told(send(text, "annual_targets", known=known))] == [
        (2, "sasaran_ibu_hamil")
    ]


def test_a_little_above_all_is_told_and_far_above_all_needs_a_reason(send):
    def severity(count: int) -> list[str]:
        problems = send(HEADER + f"{UNIT};2026;2;{count};9;9;9\n", "maternal_services", known=TARGETS).problems
        return [p.severity.value for p in problems if p.rule == "coverage"]

    assert [severity(n) for n in (100, 101, 110, 111)] == [[], ["notice"], ["notice"], ["warning"]]
