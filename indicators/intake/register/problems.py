"""What is said about the lines of a register: counted, left out or doubtful, by row number only."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

import pandas as pd

from indicators.catalogue import Catalogue
from indicators.intake.problems import notice, warning
from indicators.intake.register.children import Children
from indicators.intake.register.units import rows_where
from indicators.vocabulary import Problem
from indicators.wording import register as say
from indicators.wording.intake import Sentence

# Fewer children may all be low by chance.
ENOUGH_TO_TELL = 5


def remarks(children: Children, entries: Catalogue) -> Iterator[Problem]:
    """Each says which rows, and what happened to them; none blocks."""
    yield from _on_dates(children)
    yield from _on_persons(children)
    yield from _on_scores(children, entries)
    low = pd.DataFrame({name: score.low for name, score in children.scores.items()}).any(axis=1)
    speaking = low[children.chosen.speaks]
    if len(speaking) >= ENOUGH_TO_TELL and speaking.all():
        yield warning(say.only_low(len(speaking)))


def _on_dates(children: Children) -> Iterator[Problem]:
    sheet, role = children.sheet, "measured_on"
    written = sheet.column(role)
    yield from _said(children, say.date_blank, written == "", role)
    yield from _said(children, say.date_unclear, (written != "") & children.days.isna(), role)
    yield from _said(children, say.date_in_the_future, children.in_future, role)


def _on_persons(children: Children) -> Iterator[Problem]:
    chosen, roles = children.chosen, children.sheet.roles
    under_five = children.counts & ~children.too_old
    yield from _said(children, say.no_number, under_five & (children.numbers == ""), "nik")
    yield from _said(children, say.number_shared, children.counts & children.shares_number, "nik")
    yield from _said(children, say.line_repeated, chosen.repeated, None, notice)
    yield from _said(children, say.measured_again, chosen.again, None, notice)
    yield from _said(children, say.same_day, chosen.same_day, "measured_on")
    oldest = max(last for _, last in children.sheet.register.ages.values())
    yield from _said(children, partial(say.too_old, oldest + 1), children.too_old, "age")
    if "age" in roles or "born_on" in roles:
        yield from _said(children, say.age_unknown, chosen.speaks & children.ages.isna(), "age")
    if "sex" in roles:
        yield from _said(children, say.sex_unknown, chosen.speaks & (children.sexes == ""), "sex")


def _on_scores(children: Children, entries: Catalogue) -> Iterator[Problem]:
    sheet, speaks = children.sheet, children.chosen.speaks
    for name, score in sheet.register.scores.items():
        elements = say.labels(_elements(children, name, entries))
        found = children.scores.get(name)
        if found is None:
            yield warning(say.score_column_missing(score.label, elements))
            continue
        if found.from_words:
            yield warning(say.counted_from_words(score.label, sheet.header_of(name)), column=sheet.header_of(name))
        role = name if found.from_words else f"{name}_score"
        said = partial(_said, children, role=role)
        implausible = partial(say.implausible, score.label, score.low, score.high, elements)
        yield from said(implausible, speaks & found.implausible)
        yield from said(partial(say.without_score, score.label, elements), speaks & found.missing, tell=notice)
        yield from said(partial(say.words_differ, score.label, score.below), speaks & found.disagrees)


def _elements(children: Children, score: str, entries: Catalogue) -> list[str]:
    """Labels of the undivided elements that count by a score."""
    counts = children.sheet.register.counts
    return [
        entries.elements[element].label
        for element, count in counts.items()
        if count.score == score and count.sex is None and count.age is None
    ]


def _said(
    children: Children,
    make: Callable[[list[int]], Sentence],
    mask: pd.Series[bool],
    role: str | None,
    tell: Callable[..., Problem] = warning,
) -> Iterator[Problem]:
    """One warning for all rows of a mask, none where it is empty."""
    if rows := rows_where(children.sheet, mask):
        column = children.sheet.header_of(role) if role is not None and role in children.sheet.roles else None
        yield tell(make(rows), column=column)
