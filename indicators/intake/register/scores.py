"""Z-scores: which are plausible, which are below the cut-off, and whether the recorded category agrees."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd

from indicators.catalogue import Score
from indicators.intake.register.cells import numbers_in
from indicators.intake.register.columns import Sheet


@dataclass(frozen=True)
class Scored:
    """One score, a row each. plausible: it counts. low: it counts and is below the cut-off.

    missing: neither a readable score nor, where there is no score column, a known category. implausible: outside the
    limits. disagrees: the recorded category says the opposite. from_words: there is no score column.
    """

    plausible: pd.Series[bool]
    low: pd.Series[bool]
    missing: pd.Series[bool]
    implausible: pd.Series[bool]
    disagrees: pd.Series[bool]
    from_words: bool


def scored(sheet: Sheet, name: str, score: Score) -> Scored:
    """A score of a sheet that has it. Source of the limits: WHO Anthro; of the cut-off: Permenkes 2/2020."""
    words = sheet.words(name)
    low_word, other_word = words.isin(score.low_words), words.isin(score.other_words)
    never = pd.Series(False, index=words.index)
    if f"{name}_score" not in sheet.roles:
        known = low_word | other_word
        return Scored(known, low_word, ~known, never, never, from_words=True)
    values = numbers_in(sheet.column(f"{name}_score"))
    plausible = values.between(score.low, score.high)
    low = plausible & (values < score.below)
    return Scored(
        plausible=plausible,
        low=low,
        missing=values.isna(),
        implausible=values.notna() & ~plausible,
        disagrees=plausible & ((low_word & ~low) | (other_word & low)),
        from_words=False,
    )
