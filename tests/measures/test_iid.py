"""IID's arithmetic, worked by hand, and what must hold whatever the numbers are."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indicators.measures.iid import Rule, break_even, effects, of_more_score, part

RULE = Rule(divisor=10, steps=((0, 0.0), (10, 2.0), (50, 5.0)))

rules = st.builds(
    lambda divisor, later: Rule(divisor, ((0, 0.0), *sorted(later.items()))),
    st.integers(1, 20),
    st.dictionaries(st.integers(1, 300), st.floats(0, 20), max_size=4),
)
totals = st.floats(0, 20_000)
counts = st.integers(0, 300)


def test_the_sum_is_divided_by_ten_at_least():
    # 4 innovations of together 200 points: 200 / 10; 12 of together 600: 600 / 12 + 2 for ten or more.
    assert part(200, 4, RULE) == 20
    assert part(600, 12, RULE) == 52


def test_a_weak_innovation_lowers_the_part_once_there_are_more_than_the_divisor():
    # 20 of together 1000 have a mean of 50: one of 29 makes 1029 / 21 = 49, one of 71 makes 1071 / 21 = 51.
    assert effects(1000, 20, RULE, [29]) == pytest.approx((-1,))
    assert effects(1000, 20, RULE, [71]) == pytest.approx((1,))
    # Of 4 innovations none is: 200 / 10 becomes 205 / 10.
    assert effects(200, 4, RULE, [5]) == pytest.approx((0.5,))


def test_the_innovation_that_reaches_a_step_earns_its_score():
    # From 49 innovations of 50 points to 50: one of 0 points takes 1 away and the step gives 3.
    assert effects(49 * 50, 49, RULE, [0]) == pytest.approx((-1 + 3,))
    assert break_even(49 * 50, 49, RULE) == pytest.approx(50 - 50 * 3)


def test_without_a_step_ahead_the_mean_breaks_even():
    assert break_even(1000, 20, RULE) == pytest.approx(50)
    # From 9 to 10 the divisor stays 10 and a step comes, so that any innovation helps.
    assert break_even(450, 9, RULE) == pytest.approx(-20)


def test_more_score_is_spread_over_all():
    assert of_more_score(5, 20, RULE) == 0.25
    assert of_more_score(5, 4, RULE) == 0.5


def test_a_rule_says_nothing_below_its_first_step():
    with pytest.raises(ValueError, match="no score for 3"):
        part(10, 3, Rule(10, ((5, 1.0),)))
    for divisor, steps in ((0, ((0, 0.0),)), (10, ()), (10, ((5, 1.0), (0, 0.0))), (10, ((0, 0.0), (0, 1.0)))):
        with pytest.raises(ValueError, match="not a rule"):
            Rule(divisor, steps)


@given(totals, counts, rules, st.lists(st.floats(0, 100), max_size=8))
def test_the_effects_add_up_to_the_whole_change(total, n, rule, scores):
    change = part(total + sum(scores), n + len(scores), rule) - part(total, n, rule)
    assert sum(effects(total, n, rule, scores)) == pytest.approx(change, abs=1e-6)


@given(totals, counts, rules, st.floats(0.01, 100))
def test_below_the_break_even_the_part_falls_and_above_it_rises(total, n, rule, away):
    even = break_even(total, n, rule)
    below, above = (effects(total, n, rule, [even + side * away])[0] for side in (-1, 1))
    assert below < 0 < above
