"""A change in a rate taken apart into its two counts: arithmetic, which says nothing of causes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Parts:
    """How much of a change in a rate comes with each of its counts, in the rate's unit; together the whole change."""

    events: float
    trials: float


def parts_of_change(
    *, events: float, trials: float, events_now: float, trials_now: float, multiplier: float = 1
) -> Parts:
    """The change from events / trials to events_now / trials_now.

    Each count's part is its own change while the other one stands at the mean of both times, so that the parts add up
    and neither time is the measure: Das Gupta (1978), Demography 15(1); with two factors Kitagawa (1955), JASA 50.
    Raises ValueError without trials.
    """
    if trials <= 0 or trials_now <= 0:
        raise ValueError(f"nobody was counted: {trials}, {trials_now}")
    before, now = multiplier / trials, multiplier / trials_now
    return Parts(
        events=(events_now - events) * (before + now) / 2,
        trials=(now - before) * (events + events_now) / 2,
    )
