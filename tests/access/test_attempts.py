"""Limits on sign-in attempts."""

from __future__ import annotations

from indicators.access.attempts import Attempts


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_attempts_within_the_limit_do_not_wait() -> None:
    attempts = Attempts(limit=3, window=60, clock=Clock())
    assert [attempts.claim("a") for _ in range(3)] == [0, 0, 0]


def test_one_attempt_too_many_waits_until_the_oldest_leaves_the_window() -> None:
    clock = Clock()
    attempts = Attempts(limit=2, window=60, clock=clock)
    attempts.claim("a")
    clock.now += 10
    attempts.claim("a")
    clock.now += 5
    assert attempts.claim("a") == 45
    clock.now += 45
    assert attempts.claim("a") == 0


def test_subjects_are_counted_apart() -> None:
    attempts = Attempts(limit=1, window=60, clock=Clock())
    assert attempts.claim("a") == 0
    assert attempts.claim("b") == 0
    assert attempts.claim("a") == 60


def test_a_forgiven_subject_starts_again() -> None:
    attempts = Attempts(limit=1, window=60, clock=Clock())
    attempts.claim("a")
    attempts.forgive("a")
    assert attempts.claim("a") == 0


def test_taking_back_a_success_keeps_the_failures_before_it() -> None:
    attempts = Attempts(limit=2, window=60, clock=Clock())
    attempts.claim("a")
    attempts.claim("a")
    attempts.take_back("a")
    assert attempts.claim("a") == 0
    assert attempts.claim("a") == 60


def test_old_subjects_are_dropped_when_there_are_too_many() -> None:
    clock = Clock()
    attempts = Attempts(limit=1, window=60, clock=clock, most_subjects=2)
    attempts.claim("a")
    attempts.claim("b")
    clock.now += 61
    attempts.claim("c")
    assert set(attempts._failures) == {"c"}
