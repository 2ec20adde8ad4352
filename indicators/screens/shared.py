"""What one reader's page has worked out and every other reader's may use."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from indicators.warehouse import KeptAnswers

_Asked = ParamSpec("_Asked")
_Answer = TypeVar("_Answer")

_all: list[KeptAnswers] = []


def shared(most: int = 400) -> Callable[[Callable[_Asked, _Answer]], Callable[_Asked, _Answer]]:
    """Keeps the `most` answers used last of a function whose arguments, the data version among them, can be hashed.

    Answers are given to all sessions, so they must not be changed. Streamlit's own cache takes every argument apart on
    every call, which was a tenth of a page's time.
    """

    def decorated(answer: Callable[_Asked, _Answer]) -> Callable[_Asked, _Answer]:
        kept = KeptAnswers(most)
        _all.append(kept)

        @wraps(answer)
        def answered(*args: _Asked.args, **kwargs: _Asked.kwargs) -> _Answer:
            return kept.get((args, tuple(sorted(kwargs.items()))), lambda: answer(*args, **kwargs))

        return answered

    return decorated
