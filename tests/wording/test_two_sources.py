"""The words for two sources: arithmetic that is called so, with intervals named or said to be missing."""

from __future__ import annotations

import re
from itertools import product

import pytest

from indicators.vocabulary import Basis
from indicators.wording import two_sources as say

GAPS = [
    say.gap(2022, say.survey_value("18,1 %", low, high, 1), "3,95 %", basis, difference, times)
    for (low, high), basis, difference, times in product(
        [(None, None), (15.2, 21.0)], Basis, [14.15, -1.0], [4.58, None]
    )
]
PARTS = [
    say.parts(
        base=2021,
        now=2024,
        value_then="8,64 %",
        value_now="2,44 %",
        events_then=4730,
        events_now=2269,
        trials_then=54_745,
        trials_now=92_992,
        from_events=events,
        from_trials=trials,
        implied=implied,
    )
    for events, trials, implied in product([-3.571, 0.0, 1.2], [-2.629, 0.0, 1.2], [False, True])
]


@pytest.mark.parametrize("said", [*GAPS, *PARTS])
def test_every_state_is_whole_and_calls_itself_arithmetic(said: str) -> None:
    assert said.endswith("Ini hitungan, bukan sebab.")
    assert not re.search(r"\s\s|\s[.,;:)]|[{}!]|\bNone\b", said)
    assert not re.search(r"\b(turun|naik|karena program|akibat|berkat)\b", said)


def test_a_survey_without_an_interval_says_so() -> None:
    assert say.survey_value("18,1 %", None, None, 1) == "18,1 % (tanpa selang, karena galat survei tidak diterbitkan)"
    assert say.survey_value("18,1 %", 15.2, 21.0, 1) == "18,1 % (selang 95 %: 15,2 sampai 21,0)"


def test_the_base_year_and_the_implied_numbers_are_named() -> None:
    implied, counted = (
        say.parts(
            base=2021, now=2024, value_then="8,64 %", value_now="2,44 %", events_then=4730, events_now=2269,
            trials_then=54_745, trials_now=92_992, from_events=-3.571, from_trials=-2.629, implied=mark,
        )
        for mark in (True, False)
    )  # fmt: skip
    assert implied.startswith("Dengan tahun dasar 2021, prevalensi e-PPGBM berubah -6,20 poin persen sampai 2024")
    assert "(sekitar 54.700 menjadi 93.000, tersirat)" in implied
    assert "(54.745 menjadi 92.992)" in counted


@pytest.mark.parametrize(
    ("amount", "said"), [(0.12, "+0,12 poin persen"), (-5.66, "-5,66 poin persen"), (-0.004, "0,00 poin persen")]
)
def test_points_wear_their_sign_unless_they_are_nothing(amount: float, said: str) -> None:
    assert say.points(amount, signed=True) == said


def test_missed_deaths_are_a_possibility_and_never_a_count() -> None:
    standing = [value for name, value in vars(say).items() if name.startswith("STANDING_")]
    assert len(standing) == 6
    assert not any(re.search(r"\d", said) for said in standing)
    assert "Kemungkinan tidak semua kematian terlaporkan" in say.STANDING_BELOW
    assert "tidak berarti semua kematian terlaporkan" in say.STANDING_NOT_DISTINGUISHABLE
