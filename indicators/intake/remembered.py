"""Answers that outlive their file: kept with a submission, given again to the next file of the kabupaten."""

from __future__ import annotations

from collections.abc import Iterable

import pandas as pd

from indicators.intake.questions import Answered
from indicators.warehouse import Confirmed


def confirmed_by(answered: Iterable[Answered]) -> tuple[Confirmed, ...]:
    """What a submission keeps of the answers to its file."""
    found = []
    for answer in answered:
        if answer.question.remembered:
            kind, _, written = answer.question.id.partition("/")
            found.append(Confirmed(kind, written, answer.value))
    return tuple(found)


def remembered(frame: pd.DataFrame) -> dict[str, str]:
    """Answers for `receive()` from the rows of read `confirmed_names`: kind, written, meaning."""
    return {
        f"{kind}/{written}": meaning
        for kind, written, meaning in zip(frame["kind"], frame["written"], frame["meaning"], strict=True)
    }
