"""Who copied what from whom, also across kabupaten; and each puskesmas by what it began, applied and copied."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from indicators.areas import Facility, all_kabupaten
from indicators.catalogue import catalogue
from indicators.judgement.innovations import Innovation, kabupaten_first, practice_counts, registry, seen_from
from indicators.vocabulary import Level, Mode
from indicators.warehouse import Snapshot, list_words

REPLICATIONS = "innovation_replications"
DRAFT, DONE = "draft", "done"


@dataclass(frozen=True)
class Replication:
    """One entry of a list of replications; `fields` by the ids of its columns.

    kabupaten: whose list it is, and so where the facility `copier` lies. innovation: the one that was copied, None for
    one of no registry here. practice: from a file of mode contoh.
    """

    id: str
    kabupaten: str
    innovation: str | None
    copier: str | None
    state: str
    started_on: date | None
    fields: Mapping[str, Any]
    practice: bool

    @property
    def is_planned(self) -> bool:
        return self.state == DRAFT

    @property
    def kecamatan(self) -> str | None:
        """Where it is copied, None where that is not known."""
        return all_kabupaten()[self.kabupaten].kecamatan_of.get(self.copier or "")


@dataclass(frozen=True)
class Unit:
    """Who copies or was copied. level: None for one outside the dashboard. kabupaten: None where it has none here."""

    key: str
    name: str
    level: Level | None = None
    kabupaten: str | None = None
    kecamatan: str | None = None


@dataclass(frozen=True)
class Link:
    """What one unit copied from another, planned ones too."""

    origin: Unit
    copier: Unit
    replications: tuple[Replication, ...]

    @property
    def is_planned(self) -> bool:
        """Whether nothing of it runs yet."""
        return all(replication.is_planned for replication in self.replications)


@dataclass(frozen=True)
class PuskesmasRecord:
    """What is recorded of one puskesmas.

    started: named innovations that it owns. applied: those of them that are applied; without_stage: those of which no
    stage is recorded. copied, planned: from others. copied_by: how often others copied its own.
    """

    facility: Facility
    started: int
    applied: int
    without_stage: int
    copied: int
    planned: int
    copied_by: int

    @property
    def is_empty(self) -> bool:
        return not (self.started or self.copied or self.planned or self.copied_by)


def replications(snapshot: Snapshot, kabupaten: str) -> tuple[Replication, ...]:
    """Those of all kabupaten, this one's first; see `innovations.seen_from` for what counts."""
    return snapshot.keep(("replications", kabupaten), lambda: _replications(snapshot, kabupaten))


def copied_innovations(snapshot: Snapshot, kabupaten: str) -> dict[str, tuple[Replication, ...]]:
    """Innovation -> its replications, planned ones too."""
    found: dict[str, list[Replication]] = {}
    for replication in replications(snapshot, kabupaten):
        if replication.innovation is not None:
            found.setdefault(replication.innovation, []).append(replication)
    return {innovation: tuple(several) for innovation, several in found.items()}


def network(snapshot: Snapshot, kabupaten: str) -> tuple[Link, ...]:
    """Every link in which this kabupaten copies or is copied, by the names of its ends."""
    return snapshot.keep(("replication network", kabupaten), lambda: _network(snapshot, kabupaten))


def _network(snapshot: Snapshot, kabupaten: str) -> tuple[Link, ...]:
    known = _known_names()
    innovations = {one.id: one for one in seen_from(snapshot, kabupaten)}
    found: dict[tuple[Unit, Unit], list[Replication]] = {}
    for replication in replications(snapshot, kabupaten):
        ends = _origin(replication, innovations, known), _copier(replication, known)
        if replication.kabupaten == kabupaten or kabupaten in {end.kabupaten for end in ends}:
            found.setdefault(ends, []).append(replication)
    links = [Link(origin, copier, tuple(several)) for (origin, copier), several in found.items()]
    return tuple(sorted(links, key=lambda link: (link.origin.name, link.copier.name)))


def by_puskesmas(snapshot: Snapshot, kabupaten: str) -> tuple[PuskesmasRecord, ...]:
    """Every puskesmas of a kabupaten, by name: no ranking."""
    innovations, found = registry(snapshot, kabupaten), replications(snapshot, kabupaten)
    owners = {one.id: one.facilities for one in innovations}
    started = Counter(id_ for one in innovations for id_ in one.facilities)
    applied = Counter(id_ for one in innovations if one.is_applied for id_ in one.facilities)
    unstaged = Counter(id_ for one in innovations if one.stage is None and not one.is_applied for id_ in one.facilities)
    copied = Counter(one.copier for one in found if not one.is_planned)
    planned = Counter(one.copier for one in found if one.is_planned)
    copied_by = Counter(
        owner
        for one in found
        if not one.is_planned
        for owner in owners.get(one.innovation or "", ())
        if owner != one.copier
    )
    return tuple(
        PuskesmasRecord(
            facility=facility,
            started=started[facility.id],
            applied=applied[facility.id],
            without_stage=unstaged[facility.id],
            copied=copied[facility.id],
            planned=planned[facility.id],
            copied_by=copied_by[facility.id],
        )
        for facility in sorted(all_kabupaten()[kabupaten].puskesmas, key=lambda facility: facility.name)
    )


def innovation_name(replication: Replication, names: Mapping[str, str]) -> str:
    """What was copied; empty where that is not known. names: id of an innovation -> its name."""
    return names.get(replication.innovation or "") or str(replication.fields.get("elsewhere") or "")


def state_label(replication: Replication) -> str:
    """`Rencana` or `Berjalan`."""
    vocabulary = catalogue().datasets[REPLICATIONS].columns["state"].vocabulary or ""
    word = catalogue().vocabularies[vocabulary].words.get(replication.state)
    return word.label if word else replication.state


def unit_of(one: Innovation) -> Unit:
    """Who owns an innovation of a registry here: its facilities, else its kecamatan, else the kabupaten."""
    here = all_kabupaten()[one.kabupaten]
    if named := [id_ for id_ in one.facilities if id_ in here.kecamatan_of]:
        places = {here.kecamatan_of[id_] for id_ in named}
        name = " dan ".join(here.name_of(id_) for id_ in named)
        return Unit("+".join(named), name, Level.FACILITY, here.code, places.pop() if len(places) == 1 else None)
    if len(one.places) == 1:
        return Unit(one.places[0], here.name_of(one.places[0]), Level.KECAMATAN, here.code, one.places[0])
    return Unit(here.code, here.name, Level.KABUPATEN, here.code)


def _origin(replication: Replication, innovations: Mapping[str, Innovation], known: Mapping[str, Unit]) -> Unit:
    if (one := innovations.get(replication.innovation or "")) is not None:
        return unit_of(one)
    return _named(str(replication.fields.get("origin") or ""), known)


def _copier(replication: Replication, known: Mapping[str, Unit]) -> Unit:
    here = all_kabupaten()[replication.kabupaten]
    if replication.copier in here.kecamatan_of:
        assert replication.copier is not None  # it is one of the facilities
        place = here.kecamatan_of[replication.copier]
        return Unit(replication.copier, here.name_of(replication.copier), Level.FACILITY, here.code, place)
    return _named(str(replication.fields.get("copier_elsewhere") or replication.copier or ""), known)


def _named(text: str, known: Mapping[str, Unit]) -> Unit:
    """What a text names: a facility or kabupaten here where it is exactly its name, else somebody outside."""
    return known.get(text.strip().casefold()) or Unit(f"?{text.casefold()}", text)


def _known_names() -> dict[str, Unit]:
    """Kabupaten and facilities by name; a name that several have is none of them."""
    found: dict[str, list[Unit]] = {}
    for here in all_kabupaten().values():
        units = [Unit(here.code, here.name, Level.KABUPATEN, here.code)]
        units += [Unit(f.id, f.name, Level.FACILITY, here.code, f.kecamatan) for f in here.facilities]
        for unit in units:
            found.setdefault(unit.name.casefold(), []).append(unit)
    return {name: units[0] for name, units in found.items() if len(units) == 1}


def _replications(snapshot: Snapshot, kabupaten: str) -> tuple[Replication, ...]:
    also_practice = practice_counts(snapshot, kabupaten)
    found = []
    for code in kabupaten_first(kabupaten):
        for row in snapshot.rows("list_entries", kabupaten=code):
            if row.dataset != REPLICATIONS or (row.mode == Mode.SAMPLE and not also_practice):
                continue
            fields = list_words.from_json(row.fields)
            started = fields.get("started_on")
            found.append(
                Replication(
                    id=row.key,
                    kabupaten=code,
                    innovation=fields.get("innovation"),
                    copier=fields.get("copier"),
                    state=str(fields.get("state") or DRAFT),
                    started_on=date.fromisoformat(started) if started else None,
                    fields=fields,
                    practice=row.mode == Mode.SAMPLE,
                )
            )
    return tuple(found)
