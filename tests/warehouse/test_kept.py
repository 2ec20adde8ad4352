"""Answers of a data version are worked out once and not all kept for ever."""

from __future__ import annotations

import threading
import time

import pytest

from indicators.warehouse.kept import KeptAnswers


def test_the_same_question_is_worked_out_once() -> None:
    asked: list[str] = []
    kept = KeptAnswers()
    answers = [kept.get("aki", lambda: asked.append("aki") or len(asked)) for _ in range(3)]
    assert answers == [1, 1, 1]
    assert asked == ["aki"]


def test_threads_that_ask_the_same_get_one_answer() -> None:
    asked: list[int] = []
    kept = KeptAnswers()

    def slowly() -> int:
        time.sleep(0.05)
        asked.append(1)
        return len(asked)

    answers: list[int] = []
    threads = [threading.Thread(target=lambda: answers.append(kept.get("aki", slowly))) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert answers == [1] * 8
    assert asked == [1]


def test_a_failure_is_not_kept() -> None:
    kept = KeptAnswers()
    with pytest.raises(ZeroDivisionError):
        kept.get("aki", lambda: 1 // 0)
    assert kept.get("aki", lambda: 7) == 7


def test_the_answer_used_longest_ago_gives_way() -> None:
    kept = KeptAnswers(most=2)
    kept.get("a", lambda: 1)
    kept.get("b", lambda: 1)
    kept.get("a", lambda: 2)
    kept.get("c", lambda: 1)
    assert kept.get("a", lambda: 3) == 1
    assert kept.get("b", lambda: 3) == 3
