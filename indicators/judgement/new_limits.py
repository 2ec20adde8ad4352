"""Since when the limits of an indicator's monthly chart are worked out anew, by a decision that has a reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from indicators.vocabulary import Period
from indicators.warehouse import Snapshot, list_words

LIST = "new_limits"


@dataclass(frozen=True)
class NewLimits:
    """since: the first month of the new state. reason: as it was written."""

    since: Period
    reason: str


def new_limits(snapshot: Snapshot, *, indicator: str, kabupaten: str) -> tuple[NewLimits, ...]:
    """Of one indicator in a kabupaten and its kecamatan, oldest first."""
    known = snapshot.keep(("new limits", kabupaten), lambda: _by_indicator(snapshot, kabupaten))
    return known.get(indicator, ())


def _by_indicator(snapshot: Snapshot, kabupaten: str) -> dict[str, tuple[NewLimits, ...]]:
    found: dict[str, list[NewLimits]] = {}
    for row in snapshot.rows("list_entries", kabupaten=kabupaten):
        if row.dataset == LIST:
            fields = list_words.from_json(row.fields)
            day = date.fromisoformat(fields["since"])
            since = Period.month(day.year, day.month)
            found.setdefault(fields["indicator"], []).append(NewLimits(since, fields["reason"]))
    return {id_: tuple(sorted(entries, key=lambda one: one.since)) for id_, entries in found.items()}
