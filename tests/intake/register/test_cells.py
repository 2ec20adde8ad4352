from __future__ import annotations

from datetime import date

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.intake.days import date_in
from indicators.intake.register.cells import age_in, months_between, numbers_in


@pytest.mark.parametrize(
    "text",
    ["12/08/2026", "12-8-2026", "12.08.2026", "2026-08-12", "2026-08-12 00:00:00", "12/08/2026 07:30",
     "12 Agustus 2026", "12-Agu-2026", "46246", "46246,0"],
)  # fmt: skip
def test_a_day_is_read_in_any_writing(text):
    assert date_in(text) == date(2026, 8, 12)


@pytest.mark.parametrize(
    "text", ["", "32/08/2026", "12/13/2026", "31/02/2026", "12/08/26", "Agustus 2026", "1026-08-12"]
)
def test_what_is_no_day_is_not_guessed(text):
    assert date_in(text) is None


@given(st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31)))
def test_every_day_survives_its_writings(day):
    assert date_in(f"{day:%d/%m/%Y}") == date_in(day.isoformat()) == day


@given(st.text())
def test_no_text_breaks_the_readers(text):
    date_in(text)
    age_in(text)


@pytest.mark.parametrize(
    ("text", "months"),
    [("2 Tahun - 6 Bulan - 2 Hari", 30), ("0 Tahun - 0 Bulan - 12 Hari", 0), ("5 Bulan", 5), ("2 thn 3 bln", 27),
     ("3Tahun", 36), ("24", None), ("", None), ("dua tahun", None)],
)  # fmt: skip
def test_an_age_is_read_in_completed_months(text, months):
    assert age_in(text) == months


def test_months_between_two_days_are_completed_ones():
    measured = pd.Series(pd.to_datetime(["2026-08-12", "2026-08-12", "2026-08-12"]))
    born = pd.Series(pd.to_datetime(["2024-08-12", "2024-08-13", "2026-08-13"]))
    assert months_between(born, measured).tolist()[:2] == [24, 23]
    assert months_between(born, measured).isna().tolist() == [False, False, True]


def test_point_and_comma_both_mark_the_fraction_within_one_column():
    read = numbers_in(pd.Series(["-2.15", "-2,15", "3", "−1,5", "", "tidak ada", "1.2.3"], dtype="str"))
    assert read.tolist()[:4] == [-2.15, -2.15, 3.0, -1.5]
    assert read.isna().tolist()[4:] == [True, True, True]
