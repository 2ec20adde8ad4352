from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.intake.values import count_in, decimal_in
from indicators.wording.intake import Sentence
from indicators.wording.numbers import number


def test_blank_is_missing_and_nihil_is_zero():
    assert count_in("") is None
    assert count_in("0") == count_in("nihil") == count_in("Nihil") == 0


@given(st.integers(min_value=0, max_value=999_999_999))
def test_every_whole_number_is_read_to_the_last_digit(value):
    assert count_in(str(value)) == value


@given(st.integers(min_value=1000, max_value=999_999_999))
def test_a_number_with_thousands_points_is_refused_and_its_fix_names_the_plain_number(value):
    refused = count_in(number(value))
    assert isinstance(refused, Sentence)
    assert f"Tulis {value} " in refused.fix


@given(st.integers(min_value=1, max_value=10**12))
def test_a_negative_number_is_never_a_count(value):
    assert isinstance(count_in(f"-{value}"), Sentence)


@given(st.text(min_size=1))
def test_a_cell_is_a_count_only_if_it_is_written_in_plain_digits_or_nihil(text):
    value = count_in(text)
    if isinstance(value, int):
        assert text.casefold() == "nihil" or (text.isascii() and text.isdigit())


@given(st.integers(min_value=10**9, max_value=10**20), st.sampled_from(["{}", "-{}", "+{}", "{},5", "{}."]))
def test_a_long_number_may_be_somebodys_and_is_not_quoted_back(value, writing):
    for text in (writing.format(value), number(value)):
        refused = count_in(text)
        assert text not in refused.message + refused.fix
        assert str(value) not in refused.message + refused.fix


@pytest.mark.parametrize(
    "text", ["1.234", "1,234", "12,5", "12.0", "-", "–", "+3", "3 orang", "1e3", "٣", "null", "TRUE"]
)
def test_what_is_not_clear_is_refused(text):
    assert isinstance(count_in(text), Sentence)


@pytest.mark.parametrize(("text", "value"), [("18,1", 18.1), ("0", 0.0), ("1234", 1234.0), ("0,05", 0.05)])
def test_a_published_value_is_written_with_a_decimal_comma(text, value):
    assert decimal_in(text) == value


@pytest.mark.parametrize("text", ["18.1", "1.234", "1.234,5", "<70", "-3", "18,1 %", "abc", "1,2,3"])
def test_a_published_value_written_otherwise_is_refused(text):
    assert isinstance(decimal_in(text), Sentence)


@given(st.integers(min_value=0, max_value=10**6), st.integers(min_value=0, max_value=999))
def test_a_decimal_comma_is_read_exactly(whole, thousandths):
    assert decimal_in(f"{whole},{thousandths:03}") == float(f"{whole}.{thousandths:03}")
