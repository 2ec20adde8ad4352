"""The registry of innovations: each with what is known of it, what it won, and its stage."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from indicators.vocabulary import Mode
from indicators.warehouse import Snapshot, list_words

REGISTRY, RECOGNITIONS, EVIDENCE, REPLICATIONS = (
    "innovation_registry",
    "innovation_recognitions",
    "innovation_evidence",
    "innovation_replications",
)
LISTS = (REGISTRY, RECOGNITIONS, EVIDENCE, REPLICATIONS)


@dataclass(frozen=True)
class Innovation:
    """One innovation of the registry; `fields` by the ids of the list's columns (data/catalogue/datasets).

    iga_years: those it was reported for, oldest first. practice: from a file of mode contoh, which is no registry.
    """

    id: str
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


def registry(snapshot: Snapshot, kabupaten: str) -> tuple[Innovation, ...]:
    """Every named innovation of a kabupaten, by its newest IGA year, then by name."""
    return snapshot.keep(("innovations", kabupaten), lambda: _registry(snapshot, kabupaten))


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
            name=row.name,
            stage=row.stage or None,
            trial_from=_day(row.trial_from),
            applied_from=_day(row.applied_from),
            iga_status=row.iga_status or None,
            iga_years=tuple(sorted(int(year) for year in row.iga_years)),
            fields=list_words.from_json(row.fields),
            practice=row.mode == Mode.SAMPLE,
            recognitions=tuple(won.get(row.innovation, ())),
        )
        for row in snapshot.rows("innovations", kabupaten=kabupaten)
    )


def _day(value: Any) -> date | None:
    # pandas' missing value is not equal to itself.
    return None if value is None or value != value else value.date()
