"""A change in words, chosen from its test: no screen, slide or export words it otherwise."""

from __future__ import annotations

from dataclasses import dataclass

from indicators.catalogue import catalogue
from indicators.judgement.changes import Change, Scale
from indicators.wording import changes as wording
from indicators.wording import judgement


@dataclass(frozen=True)
class ChangeWords:
    """size: which way and how far; said: the same, and whether it is more than chance; least: what could be told from
    chance."""

    label: str
    before: str
    size: str
    said: str
    interval: str
    least: str

    @property
    def line(self) -> str:
        """One line for a card, below the sentence that tells the test."""
        return wording.card_line(self.label, self.before, self.size, self.least)


def words_of(change: Change) -> ChangeWords:
    """All that is said of a change."""
    entry = catalogue().indicators[change.now.indicator]
    points = change.scale is Scale.POINTS
    equal = 0.0 if points else 1.0
    decimals = entry.decimals

    def moved(value: float) -> float:
        return value - equal

    estimate = None if change.estimate is None else moved(change.estimate)
    return ChangeWords(
        label=label_of(change.now.period.is_year),
        before=judgement.value(change.before.value, decimals if entry.denominator else 0, _short_unit(entry.unit)),
        size=wording.size_of(estimate, points=points, decimals=decimals, distinguishable=change.distinguishable),
        said=wording.change(estimate, points=points, decimals=decimals, distinguishable=change.distinguishable),
        interval=wording.span(moved(change.low), moved(change.high), points=points, decimals=decimals),
        least=wording.detectable(
            change.detectable_fall,
            change.detectable_rise,
            points=points,
            decimals=decimals,
            before=change.before.numerator or 0,
        ),
    )


def label_of(whole_year: bool) -> str:
    """`Bulan sama tahun lalu`, or `Setahun sebelumnya` for a whole year."""
    return wording.WHOLE_LAST_YEAR if whole_year else wording.LAST_YEAR


def _short_unit(unit: str) -> str:
    """Beside the value of the same unit only a percent sign is worth its place."""
    return unit if unit == "persen" else ""
