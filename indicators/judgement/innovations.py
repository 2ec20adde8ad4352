"""The registry of innovations: each with what is known of it, what it won, its stage, and the way to IGA."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.judgement.own_targets import COUNT, with_targets
from indicators.judgement.values import state_of, targets_of
from indicators.vocabulary import Mode, Period
from indicators.warehouse import Snapshot, list_words

REGISTRY, RECOGNITIONS = "innovation_registry", "innovation_recognitions"
APPLIED, TRIAL = "applied", "trial"
# States of reporting in which the newest IGA year has not been sent.
NOT_SENT = frozenset({"draft", "verified"})


@dataclass(frozen=True)
class Innovation:
    """One innovation of the registry; `fields` by the ids of the list's columns (data/catalogue/datasets).

    kabupaten: whose registry names it. iga_years: those it was reported for, oldest first. practice: from a file of
    mode contoh, which is no registry.
    """

    id: str
    kabupaten: str
    name: str
    stage: str | None
    trial_from: date | None
    applied_from: date | None
    iga_status: str | None
    iga_years: tuple[int, ...]
    fields: Mapping[str, Any]
    practice: bool
    recognitions: tuple[Mapping[str, Any], ...] = ()

    def text(self, column: str) -> str:
        """What a column of text says; blank where nothing is recorded."""
        return str(self.fields.get(column) or "")

    @property
    def facilities(self) -> tuple[str, ...]:
        """Ids of the puskesmas and hospitals that own it; none where not recorded."""
        return tuple(self.fields.get("facilities") or ())

    @property
    def places(self) -> tuple[str, ...]:
        """Codes of the kecamatan where it runs: those recorded, and those of its facilities."""
        of_facility = all_kabupaten()[self.kabupaten].kecamatan_of
        owners = (of_facility[id_] for id_ in self.facilities if id_ in of_facility)
        return tuple(dict.fromkeys([*(self.fields.get("kecamatan") or ()), *owners]))

    @property
    def indicators(self) -> tuple[str, ...]:
        """Ids of the indicators that it targets, as far as the catalogue still has them."""
        return tuple(id_ for id_ in self.fields.get("indicators") or () if id_ in catalogue().indicators)

    @property
    def sent_years(self) -> tuple[int, ...]:
        """The IGA years that it was sent for, as read `innovations_sent` counts them."""
        return tuple(year for year in self.iga_years if was_sent(self, year))

    @property
    def is_applied(self) -> bool:
        return self.stage == APPLIED or self.applied_from is not None


def registry(snapshot: Snapshot, kabupaten: str) -> tuple[Innovation, ...]:
    """Every named innovation of a kabupaten, by its newest IGA year, then by name."""
    return snapshot.keep(("innovations", kabupaten), lambda: _registry(snapshot, kabupaten))


def seen_from(snapshot: Snapshot, kabupaten: str) -> tuple[Innovation, ...]:
    """The registry of a kabupaten, then those of the others: what may be copied, across kabupaten too.

    Where official data are shown, what others only practise with is left out.
    """
    return snapshot.keep(("innovations seen", kabupaten), lambda: _seen_from(snapshot, kabupaten))


def kabupaten_first(kabupaten: str) -> list[str]:
    """The codes of all kabupaten, this one first."""
    return sorted(all_kabupaten(), key=lambda code: (code != kabupaten, code))


def practice_counts(snapshot: Snapshot, kabupaten: str) -> bool:
    """Whether practice entries are shown to who looks at this kabupaten."""
    return state_of(snapshot, kabupaten=kabupaten).mode is Mode.SAMPLE


def _seen_from(snapshot: Snapshot, kabupaten: str) -> tuple[Innovation, ...]:
    also_practice = practice_counts(snapshot, kabupaten)
    return tuple(
        one
        for code in kabupaten_first(kabupaten)
        for one in registry(snapshot, code)
        if also_practice or not one.practice
    )


def entries(snapshot: Snapshot, kabupaten: str) -> Mapping[str, tuple[dict[str, Any], ...]]:
    """Dataset of a list -> its entries that count now, in the order of their file."""
    return snapshot.keep(("list entries", kabupaten), lambda: _entries(snapshot, kabupaten))


def names(snapshot: Snapshot, kabupaten: str) -> dict[str, str]:
    """id -> name of the innovations of a kabupaten."""
    return {innovation.id: innovation.name for innovation in registry(snapshot, kabupaten)}


def _entries(snapshot: Snapshot, kabupaten: str) -> dict[str, tuple[dict[str, Any], ...]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for row in snapshot.rows("list_entries", kabupaten=kabupaten):
        found.setdefault(row.dataset, []).append(list_words.from_json(row.fields))
    return {dataset: tuple(rows) for dataset, rows in found.items()}


def _registry(snapshot: Snapshot, kabupaten: str) -> tuple[Innovation, ...]:
    won: dict[str, list[dict[str, Any]]] = {}
    for entry in entries(snapshot, kabupaten).get(RECOGNITIONS, ()):
        won.setdefault(entry["innovation"], []).append(entry)
    return tuple(
        Innovation(
            id=row.innovation,
            kabupaten=kabupaten,
            name=row.name,
            stage=fields.get("stage"),
            trial_from=_day(row.trial_from),
            applied_from=_day(row.applied_from),
            iga_status=fields.get("iga_status"),
            iga_years=tuple(sorted(int(year) for year in row.iga_years)),
            fields=fields,
            practice=row.mode == Mode.SAMPLE,
            recognitions=tuple(won.get(row.innovation, ())),
        )
        for row in snapshot.rows("innovations", kabupaten=kabupaten)
        for fields in [list_words.from_json(row.fields)]
    )


def _day(value: Any) -> date | None:
    # pandas' missing value is not equal to itself.
    return None if value is None or value != value else value.date()


@dataclass(frozen=True)
class Sent:
    """Named innovations of one IGA year: sent, still a draft or verified by the OPD only, and accepted."""

    year: int
    sent: int
    preparing: int
    accepted: int


@dataclass(frozen=True)
class Pipeline:
    """How the named innovations stand on their way to one IGA year.

    target: at least so many, None where none is set. stages: stage (None where not recorded) -> how many, sent or not.
    ready: those applied and not sent for this year; trial: those on trial and not sent. months: (month, how many began
    their trial, how many were applied) of the year, months without any left out.
    """

    year: int
    target: float | None
    sent: int
    preparing: int
    stages: Mapping[str | None, int]
    ready: int
    trial: int
    months: tuple[tuple[Period, int, int], ...]

    @property
    def missing(self) -> int:
        """How many more must be sent; 0 where the target is met or there is none."""
        return max(0, math.ceil(self.target or 0) - self.sent)

    @property
    def from_trial(self) -> int:
        """How many on trial must be applied for that, besides all that are ready; may be more than there are."""
        return max(0, self.missing - self.ready)


def sent_by_year(snapshot: Snapshot, kabupaten: str) -> dict[int, Sent]:
    """IGA year -> what the registry names of it; see read `innovations_sent` for what counts."""
    rows = snapshot.rows("innovations_sent", kabupaten=kabupaten)
    found = (Sent(int(row.year), int(row.sent), int(row.preparing), int(row.accepted)) for row in rows)
    return {one.year: one for one in found}


def next_target(snapshot: Snapshot, kabupaten: str, today: date) -> tuple[int, float | None]:
    """The IGA year that innovations are on their way to: this year or the next with a target, and that target."""
    targets = targets_of(catalogue().indicators[COUNT], with_targets(snapshot, kabupaten))
    year = min((year for year in targets if year >= today.year), default=today.year)
    return year, targets[year].value if year in targets else None


def pipeline(snapshot: Snapshot, kabupaten: str, year: int, *, target: float | None) -> Pipeline:
    """The way of a kabupaten's innovations to the IGA of a year."""
    named = registry(snapshot, kabupaten)
    of_year = sent_by_year(snapshot, kabupaten).get(year, Sent(year, 0, 0, 0))
    left = Counter(one.stage for one in named if not was_sent(one, year))
    whole = Period.year(year)
    months = snapshot.rows("innovation_months", kabupaten=kabupaten, start=whole.start, end=whole.end)
    return Pipeline(
        year=year,
        target=target,
        sent=of_year.sent,
        preparing=of_year.preparing,
        stages=Counter(one.stage for one in named),
        ready=left[APPLIED],
        trial=left[TRIAL],
        months=tuple((Period.month(r.month.year, r.month.month), int(r.trial), int(r.applied)) for r in months),
    )


def was_sent(one: Innovation, year: int) -> bool:
    """As read `innovations_sent` counts it."""
    return year in one.iga_years and (one.iga_status not in NOT_SENT or year < one.iga_years[-1])
