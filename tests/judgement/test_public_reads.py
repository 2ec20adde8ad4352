"""What a public reader sees of each read, asked of the shipped sample."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from indicators import warehouse
from indicators.judgement import public_reads
from indicators.judgement.judged import Absence
from indicators.vocabulary import Period

PERIOD = {"start": date(2024, 1, 1), "end": date(2024, 12, 31)}
PERIODS = {"starts": [date(2024, 1, 1)], "ends": [date(2024, 12, 31)]}
SUPPRESSED = Absence.SUPPRESSED


def as_public(name: str, **parameters):
    snapshot = warehouse.current()
    return public_reads.for_public(snapshot, name, parameters, snapshot.read(name, **parameters))


def test_it_is_decided_for_every_read_what_the_public_may_see():
    decided = [*public_reads.OPEN, *public_reads.STAFF_ONLY, *public_reads.WITHHOLDING]
    assert sorted(decided) == sorted(warehouse.list_reads())


def test_a_read_that_nobody_has_decided_about_is_for_staff(shared_warehouse: Path):
    snapshot = warehouse.current()
    answer = snapshot.read("reporting", kabupaten="51.01", **PERIOD)
    with pytest.raises(public_reads.StaffOnly):
        public_reads.for_public(snapshot, "a_new_read", {}, answer)


def test_who_sent_what_is_for_staff(shared_warehouse: Path):
    with pytest.raises(public_reads.StaffOnly):
        as_public("submission_history", kabupaten="51.01")


def test_counts_of_a_puskesmas_are_seen_where_no_report_of_its_kecamatan_is_small(shared_warehouse: Path):
    answer = as_public("unit_values", dataset="births", kabupaten="35.10", **PERIOD)
    shown = answer[answer["value"] != SUPPRESSED]
    assert 0 < len(shown) < len(answer)
    assert not shown["value"].between(1, 4).any()


def test_two_questions_never_differ_by_a_report_that_is_closed(shared_warehouse: Path):
    def seen(start: date, end: date) -> set[str]:
        answer = as_public(
            "element_values",
            elements=["live_births_female"],
            kabupaten="63.11",
            level="facility",
            start=start,
            end=end,
        )
        return set(answer.loc[answer["value"] != SUPPRESSED, "area"])

    months = [Period.month(2024, month) for month in range(1, 13)]
    monthly = [seen(month.start, month.end) for month in months]
    for first in range(12):
        for last in range(first, 12):
            assert seen(months[first].start, months[last].end) == set.intersection(*monthly[first : last + 1])
    assert set.union(*monthly) - set.intersection(*monthly), "some, but not all, months are open"


def test_causes_of_death_are_withheld_below_the_kabupaten_and_seen_for_the_whole_of_it(shared_warehouse: Path):
    causes = ["maternal_deaths_haemorrhage", "maternal_deaths_hypertension"]
    asked = {"elements": causes, "kabupaten": "35.10", **PERIOD}
    assert set(as_public("element_values", level="kecamatan", **asked)["value"]) == {SUPPRESSED}
    whole = as_public("element_values", level="kabupaten", **asked)
    assert (whole["value"] != SUPPRESSED).all()
    assert len(whole) == 2


def test_an_indicator_of_a_puskesmas_is_withheld_with_any_of_the_counts_behind_it(shared_warehouse: Path):
    answer = as_public("indicator_values", indicators=["aki"], kabupaten="51.01", level="facility", **PERIODS)
    deaths = as_public("element_values", elements=["maternal_deaths"], kabupaten="51.01", level="facility", **PERIOD)
    with_deaths = set(deaths.loc[deaths["value"] == SUPPRESSED, "area"])
    assert with_deaths
    hidden = answer[answer["area"].isin(with_deaths)]
    assert (hidden["numerator"] == SUPPRESSED).all()
    assert (hidden["denominator"] == SUPPRESSED).all()


def test_of_several_periods_each_withholds_its_own_counts(shared_warehouse: Path):
    months = [date(2024, 3, 1), date(2024, 4, 1)], [date(2024, 3, 31), date(2024, 4, 30)]

    def hidden(starts: list[date], ends: list[date]) -> set[tuple[date, str]]:
        answer = as_public(
            "indicator_values", indicators=["akn"], kabupaten="35.10", level="facility", starts=starts, ends=ends
        )
        withheld = answer[answer["numerator"] == SUPPRESSED]
        return set(zip(withheld["period_start"].dt.date, withheld["area"], strict=True))

    one_by_one = [hidden([start], [end]) for start, end in zip(*months, strict=True)]
    assert all(one_by_one)
    assert hidden(*months) == one_by_one[0] | one_by_one[1]


def test_an_indicator_of_a_kecamatan_is_seen_by_everyone(shared_warehouse: Path):
    answer = as_public("indicator_values", indicators=["aki"], kabupaten="51.01", level="kecamatan", **PERIODS)
    assert len(answer) == 5
    assert answer["numerator"].between(0, 10).all()


def test_an_indicator_month_by_month_in_a_kecamatan_is_seen_by_everyone(shared_warehouse: Path):
    answer = as_public("indicator_months", indicators=["aki"], kabupaten="51.01", area="51.01.04", **PERIOD)
    assert len(answer) == 12
    assert answer["numerator"].between(0, 10).all()


def test_no_count_of_a_withheld_month_is_left_in_the_answer(shared_warehouse: Path, monkeypatch):
    closed = frozenset({("maternal_deaths", "51.01.04", date(2024, 1, 1))})
    monkeypatch.setattr(public_reads, "closed_reports", lambda *_, **__: closed)
    answer = as_public("indicator_months", indicators=["aki", "akb"], kabupaten="51.01", area="51.01.04", **PERIOD)
    counts = answer.set_index("indicator")[["counted", "numerator", "denominator"]]
    assert (counts.loc["aki"] == SUPPRESSED).all(axis=None)
    assert not (counts.loc["akb"] == SUPPRESSED).any(axis=None)


def test_a_count_that_a_read_learns_to_answer_is_withheld_until_someone_says_that_it_need_not_be(
    shared_warehouse: Path,
):
    snapshot = warehouse.current()
    asked = {"elements": ["maternal_deaths"], "kabupaten": "51.01", "level": "facility", **PERIOD}
    answer = snapshot.read("element_values", **asked).assign(a_new_count=1)
    shown = public_reads.for_public(snapshot, "element_values", asked, answer)
    withheld = shown[shown["value"] == SUPPRESSED]
    assert len(withheld) > 0
    assert set(withheld["a_new_count"]) == {SUPPRESSED}
    assert set(withheld["reports"]) == {12}
