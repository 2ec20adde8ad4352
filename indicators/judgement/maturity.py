"""How mature an innovation is by its evidence: the stars of each indicator of a guideline, and the points they give."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from indicators.catalogue import catalogue
from indicators.catalogue.maturity import Guideline, MaturityIndicator
from indicators.judgement.innovations import entries
from indicators.warehouse import Snapshot

EVIDENCE = "innovation_evidence"


@dataclass(frozen=True)
class Proof:
    """One indicator of the guideline. stars: 0 to 3, None where nothing is recorded. fields: of the evidence."""

    number: int
    indicator: MaturityIndicator
    stars: int | None
    fields: Mapping[str, Any]

    @property
    def points(self) -> int:
        return self.indicator.weights[self.stars] if self.stars else 0


@dataclass(frozen=True)
class Maturity:
    """Every indicator of one version of the guideline, in its order."""

    guideline: Guideline
    proofs: tuple[Proof, ...]

    @property
    def points(self) -> int:
        """The weights of the stars, summed; what is not recorded gives none."""
        return sum(proof.points for proof in self.proofs)

    @property
    def most(self) -> int:
        """What three stars everywhere would give."""
        return sum(max(proof.indicator.weights.values()) for proof in self.proofs)

    @property
    def recorded(self) -> int:
        """Of how many indicators the stars are recorded, none included."""
        return sum(proof.stars is not None for proof in self.proofs)

    @property
    def missing(self) -> tuple[Proof, ...]:
        """The required ones without any star."""
        return tuple(proof for proof in self.proofs if proof.indicator.required and not proof.stars)


def maturities(snapshot: Snapshot, kabupaten: str) -> Mapping[str, Maturity]:
    """Innovation -> its maturity by the newest guideline that it has evidence for; those without any are left out."""
    return snapshot.keep(("maturities", kabupaten), lambda: _maturities(entries(snapshot, kabupaten).get(EVIDENCE, ())))


def by_guideline(snapshot: Snapshot, kabupaten: str, guideline: Guideline) -> Mapping[str, Maturity]:
    """Innovation -> its maturity by one version of the guideline; those without evidence by it are left out."""
    found: dict[str, list[Mapping[str, Any]]] = {}
    for entry in entries(snapshot, kabupaten).get(EVIDENCE, ()):
        if entry["guideline"] == guideline.id:
            found.setdefault(entry["innovation"], []).append(entry)
    return {innovation: _maturity(guideline, evidence) for innovation, evidence in found.items()}


def without_evidence() -> Maturity:
    """The newest guideline, with nothing recorded."""
    return _maturity(list(catalogue().guidelines.values())[-1], ())


def _maturities(evidence: Iterable[Mapping[str, Any]]) -> dict[str, Maturity]:
    by_innovation: dict[str, dict[str, list[Mapping[str, Any]]]] = {}
    for entry in evidence:
        by_innovation.setdefault(entry["innovation"], {}).setdefault(entry["guideline"], []).append(entry)
    newest_first = list(reversed(catalogue().guidelines.values()))
    return {
        innovation: _maturity(guideline, found[guideline.id])
        for innovation, found in by_innovation.items()
        if (guideline := next((g for g in newest_first if g.id in found), None))
    }


def _maturity(guideline: Guideline, evidence: Iterable[Mapping[str, Any]]) -> Maturity:
    by_number = {int(entry["number"]): entry for entry in evidence}
    return Maturity(
        guideline,
        tuple(
            Proof(number, indicator, by_number.get(number, {}).get("stars"), by_number.get(number, {}))
            for number, indicator in guideline.indicators.items()
        ),
    )
