"""A publish that is killed at any moment leaves the old state or the new one, and the next publish works."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

import pytest

from indicators import warehouse
from indicators.catalogue import ROOT

SCRIPT = Path(__file__).with_name("publish_until_killed.py")

# Killed as soon as so many new files lie in the folder, and after so many thousandths of a whole publish's time.
FILES = range(1, 13)
SHARES = range(25, 1_000, 50)


class Publisher:
    """The process that publishes, one child a time."""

    def __init__(self) -> None:
        self.process = subprocess.Popen(
            [sys.executable, str(SCRIPT)],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._line() == "ready"

    def publish(self, value: int, *, kill_when: Callable[[], bool] = lambda: False) -> float:
        """Publish, and kill the child once `kill_when` says so. Returns the seconds it took."""
        assert self.process.stdin is not None
        self.process.stdin.write(f"{value}\n")
        self.process.stdin.flush()
        child = int(self._line().removeprefix("begun "))
        begun = time.monotonic()
        while not self._has_ended(child):
            if kill_when():
                with suppress(ProcessLookupError):  # it has just ended
                    os.kill(child, signal.SIGKILL)
                break
        assert self._line() == "ended"
        return time.monotonic() - begun

    def _has_ended(self, child: int) -> bool:
        try:
            os.kill(child, 0)
        except ProcessLookupError:
            return True
        return False

    def _line(self) -> str:
        assert self.process.stdout is not None
        return self.process.stdout.readline().strip()


@pytest.fixture
def publisher(empty_warehouse: Path) -> Iterator[Publisher]:
    started = Publisher()
    yield started
    started.process.kill()
    started.process.communicate()


def number_of_files(folder: Path) -> int:
    return sum(len(files) for _, _, files in os.walk(folder))


def files_reach(folder: Path, count: int) -> Callable[[], bool]:
    return lambda: number_of_files(folder) >= count


def time_reaches(moment: float) -> Callable[[], bool]:
    return lambda: time.monotonic() >= moment


def state() -> tuple[set[float], int, set[str], int]:
    """Births everywhere, submissions, kept names, and kept files that are whole and referred to."""
    shown = warehouse.current()
    values = shown.read(
        "unit_values", dataset="births", kabupaten="51.01", start=date(2024, 1, 1), end=date(2025, 12, 31)
    )
    assert len(values) == 4
    history = shown.read("submission_history", kabupaten="51.01")
    names = shown.read("confirmed_names", kabupaten="51.01")["written"]
    kept = [warehouse.kept_file(checksum) for checksum in history["checksum"]]
    assert None not in kept
    return set(values["value"]), len(history), set(names), len(kept)


def test_a_publish_killed_at_any_moment_leaves_the_old_or_the_new_state(
    publisher: Publisher, empty_warehouse: Path
) -> None:
    publisher.publish(1)
    whole = publisher.publish(2)
    old = state()
    outcomes = []
    kills = [*(("file", n) for n in FILES), *(("time", n) for n in SHARES)]
    for value, (kind, amount) in enumerate(kills, start=3):
        if kind == "file":
            kill_when = files_reach(empty_warehouse, number_of_files(empty_warehouse) + amount)
        else:
            kill_when = time_reaches(time.monotonic() + whole * amount / 1_000)
        publisher.publish(value, kill_when=kill_when)
        new = ({float(value)}, old[1] + 1, old[2] | {f"Mendoyo {float(value)}"}, old[3] + 1)
        found = state()
        assert found in (old, new), f"{kind} {amount}"
        outcomes.append(found == new)
        old = found
    # Both happened, so the kills met the publish and not only what is before or after it.
    assert len(outcomes) >= 30
    assert set(outcomes) == {True, False}
    publisher.publish(1_000)
    assert state()[0] == {1_000.0}
