from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.intake.periods import Moment, is_future, is_under_way, moment_in, month_in, span_in, year_in
from indicators.vocabulary import Period
from indicators.wording.intake import Sentence
from indicators.wording.numbers import MONTHS

TODAY = date(2026, 11, 12)


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("8", 8),
        ("08", 8),
        ("Agustus", 8),
        ("AGT", 8),
        ("Agt.", 8),
        ("Pebruari", 2),
        ("nopember", 11),
        ("Mei", 5),
        ("Des", 12),
    ],
)
def test_months_are_read_as_staff_write_them(text, month):
    assert month_in(text) == month


@pytest.mark.parametrize("text", ["13", "0", "", "Augustus", "2026-08", "August"])
def test_other_months_are_refused(text):
    assert isinstance(month_in(text), Sentence)


@pytest.mark.parametrize("text", ["26", "", "1999", "20266", "tahun 2026"])
def test_a_year_has_four_digits_and_is_not_before_2000(text):
    assert isinstance(year_in(text), Sentence)


def test_the_month_under_way_is_not_the_future_but_not_over_either():
    assert not is_future(Period.month(2026, 11), today=TODAY, planned=False)
    assert is_under_way(Period.month(2026, 11), today=TODAY)
    assert not is_under_way(Period.month(2026, 10), today=TODAY)
    assert is_future(Period.month(2026, 12), today=TODAY, planned=False)


def test_targets_may_be_set_for_the_coming_year_and_no_further():
    assert not is_future(Period.year(2027), today=TODAY, planned=True)
    assert is_future(Period.year(2028), today=TODAY, planned=True)


@pytest.mark.parametrize(
    ("text", "year", "month"),
    [
        ("Agustus 2026", 2026, 8),
        ("Agt-26", 2026, 8),
        ("1 Agustus 2026", 2026, 8),
        ("BULAN : AGUSTUS 2026", 2026, 8),
        ("2026-08", 2026, 8),
        ("2026-08-31 00:00:00", 2026, 8),
        ("8/2026", 2026, 8),
        ("01/08/2026", 2026, 8),
        ("46235", 2026, 8),
        ("Nopember", 0, 11),
    ],
)
def test_a_month_is_read_from_any_writing_of_it(text, year, month):
    assert moment_in(text) == Moment(year, month)


@pytest.mark.parametrize("text", ["", "8", "2026", "31/02/2026", "s.d. September 2026", "12345", "Banyuwangi"])
def test_what_names_no_single_month_is_none(text):
    assert moment_in(text) is None


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_date_is_read_in_every_writing(day):
    serial = (day - date(1899, 12, 30)).days
    words = f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    for text in (f"{day:%d/%m/%Y}", f"{day:%d-%m-%Y}", f"{day:%Y-%m-%d}", str(serial), words):
        assert moment_in(text) == Moment(day.year, day.month)


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("s.d. September 2026", (2026, 1, 9)),
        ("Januari - Mei 2026", (2026, 1, 5)),
        ("2026 (s/d Mei)", (2026, 1, 5)),
        ("Juli sampai dengan Oktober", (0, 7, 10)),
        ("Agustus 2026", None),
        ("Laporan - September", None),
    ],
)
def test_a_run_of_months_is_told_from_one_month(text, span):
    assert span_in(text) == span
