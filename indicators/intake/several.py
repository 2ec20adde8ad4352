"""Several files of one dataset, previewed together and published together; each stays a submission of its own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import pandas as pd

from indicators.areas import Kabupaten
from indicators.intake.problems import blocking
from indicators.vocabulary import Period, Problem
from indicators.warehouse import Submission
from indicators.wording import sending as say
from indicators.wording.numbers import period as period_text


def together(submissions: Sequence[Submission]) -> Submission:
    """One submission that says what all of them say, to preview their joint effect; never to be published.

    Their scopes must not overlap (see `overlapping`).
    """
    first, *others = submissions
    if not others:
        return first
    return replace(
        first,
        file_name=", ".join(submission.file_name for submission in submissions),
        scope=tuple(pair for submission in submissions for pair in submission.scope),
        observations=_joined(submission.observations for submission in submissions),
        published=_joined(submission.published for submission in submissions),
        entries=first.entries,
        file=None,
    )


def overlapping(submissions: Sequence[Submission], kabupaten: Kabupaten) -> tuple[Problem, ...]:
    """A blocking problem for every unit and period that more than one file speaks for; which one counts is unclear."""
    speak: dict[tuple[str, Period], list[str]] = {}
    for submission in submissions:
        for pair in submission.scope:
            speak.setdefault(pair, []).append(submission.file_name)
    return tuple(
        blocking(say.overlapping(_name(unit, kabupaten), period_text(period), files))
        for (unit, period), files in speak.items()
        if len(files) > 1
    )


def _name(unit: str, kabupaten: Kabupaten) -> str:
    area = unit.partition("/")[0]
    return kabupaten.name_of(area) if area == kabupaten.code or "." in area else area


def _joined(frames: Iterable[pd.DataFrame | None]) -> pd.DataFrame | None:
    found = [frame for frame in frames if frame is not None]
    return pd.concat(found, ignore_index=True) if found else None
