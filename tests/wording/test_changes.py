"""The words for a change."""

from __future__ import annotations

from math import inf

import pytest

from indicators.wording import changes as say


@pytest.mark.parametrize(
    ("amount", "points", "said"),
    [
        (-0.25, False, "turun 25 %"),
        (0.031, False, "naik 3,1 %"),
        (0.0, False, "tetap"),
        (-0.0004, False, "turun kurang dari 0,1 %"),
        (0.02, True, "naik kurang dari 0,1 poin persen"),
        (1.2, True, "naik 1,2 poin persen"),
        (-12.34, True, "turun 12,3 poin persen"),
        (inf, False, "naik dari nol"),
    ],
)
def test_a_change_is_told_by_its_way_and_size(amount: float, points: bool, said: str) -> None:
    assert say.moved(amount, points=points) == said


def test_what_can_be_told_from_chance_is_always_said() -> None:
    two = say.detectable(-0.527, 1.114, points=False, decimals=1, before=28)
    assert two == "biasanya baru dapat dikenali bila turun 53 % atau naik 111 %"
    rise_only = say.detectable(None, 4.88, points=False, decimals=1, before=5)
    assert rise_only == "biasanya baru dapat dikenali bila naik 488 %; turun sampai nol pun belum"
    neither = say.detectable(None, None, points=True, decimals=1, before=3)
    assert neither == "kejadian terlalu sedikit, perubahan sebesar apa pun belum dapat dikenali"
