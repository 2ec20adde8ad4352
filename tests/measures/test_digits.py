"""Digit preference against binomial probabilities worked by hand."""

from __future__ import annotations

import pytest

from indicators.measures.digits import preference


def test_two_of_two_counts_that_end_in_0_or_5_have_one_chance_in_twenty_five():
    found = preference([1, 0, 0, 0, 0, 1, 0, 0, 0, 0])
    assert (found.rounded, found.counts, found.share) == (2, 2, 1.0)
    assert found.p_value == pytest.approx(0.2**2)


def test_one_of_three_is_what_chance_gives_about_every_other_time():
    # 1 - 0.8^3
    assert preference([0, 2, 0, 0, 0, 1, 0, 0, 0, 0]).p_value == pytest.approx(0.488)


def test_without_any_rounded_count_nothing_speaks_for_a_preference():
    assert preference([0, 9, 0, 0, 0, 0, 0, 0, 0, 0]).p_value == 1.0


def test_even_digits_show_no_preference_and_rounded_ones_do():
    assert preference([50] * 10).p_value > 0.4
    assert preference([100, 40, 40, 40, 40, 100, 40, 40, 40, 40]).p_value < 1e-10


@pytest.mark.parametrize("by_digit", [[1] * 9, [0] * 10])
def test_without_counts_there_are_no_digits(by_digit: list[int]):
    with pytest.raises(ValueError, match="not the last digits"):
        preference(by_digit)
