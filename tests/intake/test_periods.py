from __future__ import annotations

from datetime import date

import pytest

from indicators.intake.periods import is_future, is_under_way, month_in, year_in
from indicators.vocabulary import Period
from indicators.wording.intake import Sentence

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
