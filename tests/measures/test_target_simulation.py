"""How often a place that is exactly at its target is called past it: by the six states, and by colour alone.

25 kecamatan with the births of Banyuwangi's sample of 2024, all exactly at the target, over 4,000 years of chance. What
is found stands in docs/methods.md, which the last test holds to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy import stats

from indicators.catalogue import catalogue
from indicators.measures import target as measure
from indicators.vocabulary import Direction, Status

SMALL = (263, 342, 361, 382, 460, 539, 625, 640, 679, 684, 702, 726, 765)
LARGE = (886, 933, 978, 989, 1067, 1146, 1209, 1219, 1428, 1446, 1535, 2457)
BIRTHS = np.array((*SMALL, *LARGE))
YEARS = 4000
SEED = 20_261_122
LOWER, HIGHER = Direction.LOWER_IS_BETTER, Direction.HIGHER_IS_BETTER
SETTINGS = catalogue().settings
RULE: dict[str, Any] = {
    "few_events": SETTINGS.few_events,
    "met_from": SETTINGS.met_from,
    "likely_from": SETTINGS.likely_from,
}
METHODS = Path(__file__).parents[2] / "docs" / "methods.md"


@dataclass(frozen=True)
class Found:
    """Shares, in percent, of the kecamatan-years that the rule judges; colour alone judges all of them."""

    false_not_met: float
    false_met: float
    coloured_not_met: float
    coloured_met: float
    not_judged: float

    def line(self, name: str) -> str:
        """As a row of the table in methods.md."""
        figures = (self.false_not_met, self.false_met, self.coloured_not_met, self.coloured_met, self.not_judged)
        return f"| {name} | " + " | ".join(f"{figure:.1f} %" for figure in figures) + " |"


def found(counts: np.ndarray, states: np.ndarray, target: float, direction: Direction) -> Found:
    values = counts / BIRTHS
    met = values <= target if direction is LOWER else values >= target
    judged = states[states != Status.NOT_ENOUGH_DATA]
    return Found(
        false_not_met=100 * float((judged == Status.NOT_MET).mean()),
        false_met=100 * float((judged == Status.MET).mean()),
        coloured_not_met=100 * float((~met).mean()),
        coloured_met=100 * float(met.mean()),
        not_judged=100 * float((states == Status.NOT_ENOUGH_DATA).mean()),
    )


def rates(target: float) -> Found:
    counts = np.random.default_rng(SEED).poisson(BIRTHS * target, size=(YEARS, len(BIRTHS)))
    probability = measure.probability_of_rate(counts, BIRTHS, target, LOWER)
    states = measure.status_of(probability, measure.expected_of_rate(BIRTHS, target), **RULE)
    return found(counts, states, target, LOWER)


def shares(target: float, direction: Direction) -> Found:
    counts = np.random.default_rng(SEED).binomial(BIRTHS, target, size=(YEARS, len(BIRTHS)))
    probability = measure.probability_of_share(counts, BIRTHS, target, direction)
    states = measure.status_of(probability, measure.expected_of_share(BIRTHS, target), **RULE)
    return found(counts, states, target, direction)


CASES = {
    "AKB, 16 per 1,000 births": lambda: rates(0.016),
    "stunting, at most 14 %": lambda: shares(0.14, LOWER),
    "coverage, at least 95 %": lambda: shares(0.95, HIGHER),
}


@pytest.mark.parametrize("name", CASES)
def test_a_kecamatan_at_its_target_is_seldom_called_past_it_and_colour_alone_calls_every_second_one(name: str) -> None:
    result = CASES[name]()
    assert 0 < result.false_not_met <= 5
    assert 0 < result.false_met <= 5
    assert result.coloured_not_met > 40
    assert result.coloured_met > 40
    assert result.coloured_not_met + result.coloured_met == pytest.approx(100)


def test_a_year_of_maternal_deaths_of_a_kecamatan_is_never_judged() -> None:
    counts = np.random.default_rng(SEED).poisson(BIRTHS * 0.00183, size=(YEARS, len(BIRTHS)))
    probability = measure.probability_of_rate(counts, BIRTHS, 0.00183, LOWER)
    states = measure.status_of(probability, measure.expected_of_rate(BIRTHS, 0.00183), **RULE)
    assert set(states.ravel()) == {Status.NOT_ENOUGH_DATA}


def test_no_size_of_place_is_called_past_its_target_more_often_than_one_time_in_twenty() -> None:
    """Exact, by adding up the probabilities of all counts that lead to a state."""
    called = []
    for expected in np.linspace(5, 150, 300):
        counts = np.arange(400)
        states = measure.status_of(measure.probability_of_rate(counts, 1.0, expected, LOWER), expected, **RULE)
        chance = stats.poisson.pmf(counts, expected)
        called += [float(chance[states == state].sum()) for state in (Status.MET, Status.NOT_MET)]
    for target in (0.05, 0.14, 0.5, 0.9, 0.98):
        for trials in np.linspace(5 / min(target, 1 - target) + 1, 2500, 60).astype(int):
            counts = np.arange(trials + 1)
            probability = measure.probability_of_share(counts, trials, target, LOWER)
            states = measure.status_of(probability, measure.expected_of_share(float(trials), target), **RULE)
            chance = stats.binom.pmf(counts, trials, target)
            called += [float(chance[states == state].sum()) for state in (Status.MET, Status.NOT_MET)]
    assert len(called) == 2 * (300 + 5 * 60)
    assert 0.03 < max(called) <= 0.05


@pytest.mark.parametrize("name", CASES)
def test_the_methods_tell_what_the_simulation_finds(name: str) -> None:
    assert CASES[name]().line(name) in METHODS.read_text(encoding="utf-8")
