"""Files with one row a person, of which only counts are kept: `registers/`."""

from __future__ import annotations

from typing import Literal

from pydantic import model_validator

from indicators.catalogue.entry import Entry, Identifier


class Score(Entry):
    """A z-score of a register. Values outside low..high are implausible; `below` is the cut-off, itself not below.

    low_words, other_words: the recorded category in lower case, below the cut-off or not.
    """

    label: str
    low: float
    high: float
    below: float
    low_words: tuple[str, ...]
    other_words: tuple[str, ...]


class RegisterCount(Entry):
    """Which children of a register an element counts.

    Those with a plausible `score`; `low`: below its cut-off; `among`: only those with that plausible score too.
    """

    score: Identifier
    low: bool = False
    among: Identifier | None = None
    sex: Literal["male", "female"] | None = None
    age: str | None = None


class NewCases(Entry):
    """The element of children whose score is low in a month and was not low in the month before."""

    element: Identifier
    score: Identifier


class Register(Entry):
    """A file with one row a person, from which only counts of `dataset` are taken.

    columns: role -> headers; a score's own column is `<score>_score`, its recorded category `<score>`.
    required: of each group one role. ages: group -> first and last completed month. counts: element -> what it counts.
    """

    id: Identifier
    label: str
    dataset: Identifier
    columns: dict[Identifier, tuple[str, ...]]
    required: tuple[tuple[Identifier, ...], ...]
    blank: tuple[str, ...]
    sexes: dict[Literal["male", "female"], tuple[str, ...]]
    ages: dict[str, tuple[int, int]]
    scores: dict[Identifier, Score]
    counts: dict[Identifier, RegisterCount]
    new_cases: NewCases

    @model_validator(mode="after")
    def _names_exist(self) -> Register:
        roles = {
            *(f"{score}_score" for score in self.scores),
            *self.scores,
            *(role for group in self.required for role in group),
        }
        counts = self.counts.values()
        scores = {self.new_cases.score, *(c.score for c in counts), *(c.among for c in counts if c.among)}
        for named, known in (
            (roles, set(self.columns)),
            (scores, set(self.scores)),
            ({c.age for c in counts if c.age}, set(self.ages)),
        ):
            if missing := sorted(named - known):
                raise ValueError(f"{self.id}: unknown {missing}")
        return self
