from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.intake.notation import Notation, Style, notation_of, settled, without_words
from indicators.intake.tables import Settled
from indicators.intake.values import count_in, decimal_in


@pytest.mark.parametrize(
    ("cells", "style", "is_open"),
    [
        (["12", "1234", ""], None, False),
        (["1.234"], None, True),
        (["1,234"], None, True),
        # However large the others are, they say nothing about the point.
        (["1.234", "980", "1500"], None, True),
        (["1.234", "1.234.567"], Style.POINT, False),
        (["1.234", "12,5"], Style.POINT, False),
        (["1.234", "0.95"], Style.COMMA, False),
        (["1.234", "0.950"], Style.COMMA, False),
        (["1.234", "1234.567"], Style.COMMA, False),
        (["1,234", "1,027.5"], Style.COMMA, False),
        (["1.027,757"], Style.POINT, False),
        # Each of these can be read in one way only, so their disagreement leaves nothing open.
        (["18.1", "18,1"], None, False),
        (["26.34", "31.205", "1.684.985"], None, True),
    ],
)
def test_a_columns_notation_is_told_by_cells_that_can_be_read_in_one_way_only(cells, style, is_open):
    found = notation_of(cells)
    assert (found.style, bool(found.open)) == (style, is_open)


@given(st.integers(1000, 999_999_999), st.sampled_from(list(Style)))
def test_grouped_thousands_come_back_to_the_last_digit(value, style):
    sign = {"point": ".", "comma": ","}[style]
    assert count_in(settled(f"{value:,}".replace(",", sign), Notation(style))) == value


@given(st.integers(0, 10**9), st.text("0123456789", min_size=1, max_size=6), st.sampled_from(list(Style)))
def test_a_decimal_comes_back_to_the_last_digit_in_both_notations(whole, digits, style):
    grouping, decimal = (".", ",") if style is Style.POINT else (",", ".")
    written = f"{whole:,}".replace(",", grouping) + decimal + digits
    assert decimal_in(settled(written, Notation(style))) == float(f"{whole}.{digits}")


@given(st.lists(st.from_regex(r"[0-9.,]{1,9}", fullmatch=True)))
def test_an_answer_settles_every_cell_that_was_open(cells):
    for style in Style:
        found = notation_of(cells, answer=style.value)
        assert found.open == ""


def test_a_workbooks_own_number_is_never_in_question():
    assert notation_of([Settled("1,234")]) == Notation(None)
    assert decimal_in(settled(Settled("1,234"), Notation(Style.COMMA))) == 1.234


@pytest.mark.parametrize("word", ["null", "N/A", "#N/A", "NaN", "tad", "..."])
def test_words_for_nothing_are_blank_and_never_zero(word):
    assert without_words(word) == ""
    assert without_words("nihil") == "nihil"


def test_a_dash_is_what_a_person_says_it_is():
    assert (without_words("-"), without_words("-", dash="zero"), without_words("–", dash="blank")) == ("-", "0", "")
