"""Answers that a data version has given already. It never changes, so they hold as long as it is in use."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from typing import Any, TypeVar

_Answer = TypeVar("_Answer")

# Counts, changes, quality and signals of every period that one kabupaten offers, with room for the others.
MOST_ANSWERS = 1500


@dataclass
class _Kept:
    """One answer, once it is there; whoever holds `giving` works it out."""

    giving: threading.Lock = field(default_factory=threading.Lock)
    given: bool = False
    answer: Any = None


class KeptAnswers:
    """The answers used last. Safe between threads: of several that ask the same, one works it out, the others wait."""

    def __init__(self, most: int = MOST_ANSWERS) -> None:
        self._most = most
        self._guard = threading.Lock()
        self._kept: OrderedDict[Hashable, _Kept] = OrderedDict()

    def get(self, question: Hashable, answer: Callable[[], _Answer]) -> _Answer:
        """The answer kept for a question, else that of `answer()`, which is kept. What it raises is not kept."""
        with self._guard:
            kept = self._kept.setdefault(question, _Kept())
            self._kept.move_to_end(question)
            while len(self._kept) > self._most:
                self._kept.popitem(last=False)
        with kept.giving:
            if not kept.given:
                kept.answer, kept.given = answer(), True
        found: _Answer = kept.answer
        return found
