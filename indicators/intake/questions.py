"""What a file leaves open and only a person can decide: asked, never guessed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Question:
    """One thing to decide before a file can be published.

    id: stable for the same file content, so that an answer holds over reruns, e.g. `notation/lahir_hidup`.
    text and hint: Bahasa Indonesia; they quote a cell only where it resembles a name or number that is expected.
    options: (value, label), the likeliest first; an answer is one of the values.
    rows: where it comes from, as the spreadsheet numbers them; empty for the whole file.
    remembered: whether the answer holds for the next file too; the id is then `<kind>/<as written>`, with a kind of
        `warehouse.Confirmed`.
    """

    id: str
    text: str
    options: tuple[tuple[str, str], ...]
    hint: str = ""
    rows: tuple[int, ...] = ()
    column: str | None = None
    sheet: str = ""
    remembered: bool = False


@dataclass(frozen=True)
class Answered:
    """A question with the option that a person chose, now or for an earlier file."""

    question: Question
    value: str

    @property
    def label(self) -> str:
        return dict(self.question.options)[self.value]


class Asking:
    """Collects the questions of one file, each once with all its rows, and knows the answers given so far.

    times: how often anything was asked.
    """

    def __init__(self, answers: Mapping[str, str]) -> None:
        self._answers = answers
        self._asked: dict[str, Question] = {}
        self._rows: dict[str, list[int]] = {}
        self.times = 0

    def ask(self, question: Question, *, row: int | None = None) -> str | None:
        """The answer; None while there is none, or where it is no option of this question."""
        self.times += 1
        asked = self._asked.setdefault(question.id, question)
        if row is not None:
            self._rows.setdefault(question.id, []).append(row)
        answer = self._answers.get(question.id)
        return answer if answer in dict(asked.options) else None

    @property
    def open(self) -> tuple[Question, ...]:
        """Those without an answer, in the order in which they came up."""
        return tuple(question for question in self._with_rows() if self.ask(question) is None)

    @property
    def answered(self) -> tuple[Answered, ...]:
        given = ((question, self.ask(question)) for question in self._with_rows())
        return tuple(Answered(question, value) for question, value in given if value is not None)

    def _with_rows(self) -> list[Question]:
        return [replace(q, rows=tuple(self._rows.get(q.id, q.rows))) for q in self._asked.values()]
