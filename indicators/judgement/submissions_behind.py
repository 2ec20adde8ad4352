"""Which submissions the values of an indicator come from: when, which dataset, which units and months. No names."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pandas as pd

from indicators.catalogue import catalogue
from indicators.judgement.values import State
from indicators.vocabulary import Period
from indicators.warehouse import Snapshot

# Those that count, or did; what waits or was rejected never touched a value.
_TOUCHED = frozenset({"active", "partly_superseded", "superseded", "undone"})


@dataclass(frozen=True)
class Behind:
    """One submission. units: for how many units it speaks, or how many figures; period: first to last month."""

    sent_at: pd.Timestamp
    dataset: str
    units: int
    period: Period
    state: str


def submissions_behind(snapshot: Snapshot, *, indicator: str, state: State) -> list[Behind]:
    """Those of the datasets of its counts in the shown mode, and those of its published figures; newest first."""
    entries = catalogue()
    entry = entries.indicators[indicator]
    counted = [entries.elements[e] for e in (*entry.numerator, *entry.denominator)]
    datasets = {entries.dataset_of(e.id).id for e in counted if e.derived is None}
    found = []
    for row in snapshot.rows("submission_history", kabupaten=state.kabupaten):
        if row.state not in _TOUCHED:
            continue
        if entries.datasets[row.dataset].stores == "published":
            units, periods = _figures(snapshot, row.submission, indicator, state)
        elif row.dataset in datasets and row.mode == state.mode:
            units, periods = int(row.units), [(row.first_period, row.last_period)]
        else:
            continue
        if units:
            first, last = min(start for start, _ in periods), max(end for _, end in periods)
            period = Period.of_months((first.year, first.month), (last.year, last.month))
            found.append(Behind(row.published_at, row.dataset, units, period, row.state))
    return found


def _figures(snapshot: Snapshot, submission: str, indicator: str, state: State) -> tuple[int, list[tuple[date, date]]]:
    """How many published figures of an indicator a submission speaks for, and their periods."""
    scope = snapshot.rows("submission_scope", submission=submission, kabupaten=state.kabupaten)
    own = [row for row in scope if row.unit.split("/")[1:2] == [indicator]]
    return len(own), [(row.period_start, row.period_end) for row in own]
