"""How often someone may try: failures are counted per subject in a sliding window, in memory."""

from __future__ import annotations

import time
from collections.abc import Callable, Hashable
from threading import Lock


class Attempts:
    """At most `limit` failures of one subject in `window` seconds.

    clock: seconds that only grow. A process counts for itself; a restart forgets.
    """

    def __init__(
        self,
        *,
        limit: int,
        window: float,
        clock: Callable[[], float] = time.monotonic,
        most_subjects: int = 10_000,
    ) -> None:
        self._limit = limit
        self._window = window
        self._clock = clock
        self._most_subjects = most_subjects
        self._failures: dict[Hashable, list[float]] = {}
        self._lock = Lock()

    def claim(self, subject: Hashable) -> float:
        """Count an attempt as failed until `forgive` or `take_back` says otherwise, so that attempts made at
        the same moment cannot pass together. Returns 0, or the seconds to wait when it is one too many."""
        now = self._clock()
        with self._lock:
            recent = [at for at in self._failures.get(subject, ()) if now - at < self._window]
            if len(recent) >= self._limit:
                self._failures[subject] = recent
                return self._window - (now - recent[0])
            if len(self._failures) >= self._most_subjects:
                self._prune(now)
            self._failures[subject] = [*recent, now]
            return 0.0

    def forgive(self, subject: Hashable) -> None:
        """Forget the failures of a subject that has proved who it is."""
        with self._lock:
            self._failures.pop(subject, None)

    def take_back(self, subject: Hashable) -> None:
        """Forget the newest attempt only: it succeeded, the failures before it stay."""
        with self._lock:
            self._failures[subject] = self._failures.get(subject, [])[:-1]

    def _prune(self, now: float) -> None:
        self._failures = {
            subject: times for subject, times in self._failures.items() if times and now - times[-1] < self._window
        }
