"""What one file of the catalogue says of another holds."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

from indicators.catalogue.briefings import BriefingSlide
from indicators.catalogue.columns import Column
from indicators.catalogue.datasets import Dataset
from indicators.catalogue.elements import Element
from indicators.catalogue.entry import CatalogueError
from indicators.catalogue.indicators import Indicator
from indicators.catalogue.portals import PortalEntry
from indicators.catalogue.programmes import Coverage, Programme
from indicators.catalogue.whole import Catalogue


def check_references(catalogue: Catalogue, folder: Path) -> None:
    """Whatever is named anywhere exists; every counted element has exactly one dataset.

    Raises CatalogueError naming the file in `folder` and the fault.
    """
    known = set(catalogue.elements)
    named: list[tuple[str, set[str]]] = [
        *((f"topics/{i.topic}.yaml: {i.id}", _elements_of(i)) for i in catalogue.indicators.values()),
        *((f"elements.yaml: {e.id}", set(e.part_of)) for e in catalogue.elements.values()),
        *((f"datasets/{d.id}.yaml", _elements_named(d)) for d in catalogue.datasets.values()),
    ]
    for where, ids in named:
        if missing := ids - known:
            raise CatalogueError(f"{folder}/{where} names unknown elements: {sorted(missing)}")
    for indicator in catalogue.indicators.values():
        beside = {*indicator.coverage, *filter(None, (indicator.counterpart,))}
        if unknown := sorted(beside - set(catalogue.indicators)):
            raise CatalogueError(f"{folder}/topics/{indicator.topic}.yaml: {indicator.id} names unknown: {unknown}")
    for register in catalogue.registers.values():
        dataset = catalogue.datasets.get(register.dataset)
        counted = {*register.counts, register.new_cases.element}
        if stray := sorted(counted - set(dataset.elements if dataset else ())):
            raise CatalogueError(
                f"{folder}/registers/{register.id}.yaml counts what its dataset does not hold: {stray}"
            )
    for dataset in catalogue.datasets.values():
        if dataset.fills and dataset.fills not in catalogue.datasets:
            raise CatalogueError(f"{folder}/datasets/{dataset.id}.yaml fills an unknown dataset: {dataset.fills}")
    for dataset in catalogue.list_datasets():
        for id_, column in dataset.columns.items():
            _check_column(catalogue, column, f"{folder}/datasets/{dataset.id}.yaml: {id_}")
    for briefing in catalogue.briefings.values():
        for id_, slide in briefing.slides.items():
            _check_slide(catalogue, slide, f"{folder}/briefings/{briefing.id}.yaml: {id_}")
    for portal in catalogue.portals.values():
        for id_, entry in portal.entries.items():
            _check_portal_entry(catalogue, entry, f"{folder}/open_data/{portal.id}.yaml: {id_}")
    for programme in catalogue.programmes.values():
        _check_programme(catalogue, programme)
    carried = Counter(id_ for d in catalogue.datasets.values() for id_ in d.elements)
    derived = {e.id for e in catalogue.elements.values() if e.derived}
    for dataset in catalogue.datasets.values():
        if sent := sorted(derived & set(dataset.elements)):
            raise CatalogueError(f"{folder}/datasets/{dataset.id}.yaml: derived elements are not sent: {sent}")
    if stray := sorted(id_ for id_ in known - derived if carried[id_] != 1):
        raise CatalogueError(f"{folder}/datasets: elements not in exactly one dataset: {stray}")


def _elements_of(indicator: Indicator) -> set[str]:
    return {*indicator.numerator, *indicator.denominator, *indicator.beside, *filter(None, (indicator.publishes,))}


def _check_column(catalogue: Catalogue, column: Column, where: str) -> None:
    """Its vocabulary exists; the list it refers to exists and has ids of our own."""
    if column.vocabulary is not None and column.vocabulary not in catalogue.vocabularies:
        raise CatalogueError(f"{where} names an unknown vocabulary: {column.vocabulary}")
    if column.refers_to is not None:
        referred = catalogue.datasets.get(column.refers_to)
        if referred is None or referred.own_id is None:
            raise CatalogueError(f"{where} refers to no list with ids: {column.refers_to}")


def _check_slide(catalogue: Catalogue, slide: BriefingSlide, where: str) -> None:
    """Its topic and every indicator it names exist."""
    if slide.topic is not None and slide.topic not in catalogue.topics:
        raise CatalogueError(f"{where} names an unknown topic: {slide.topic}")
    named = {slide.indicator, slide.headline_of, *(id_ for chart in slide.charts for id_ in chart.indicators)} - {None}
    if unknown := sorted(id_ for id_ in named if id_ and id_ not in catalogue.indicators):
        raise CatalogueError(f"{where} names unknown indicators: {unknown}")


def _check_programme(catalogue: Catalogue, programme: Programme) -> None:
    """Its KPIs exist; its numbers are made of its own counts, or of those that all kabupaten send."""
    where = f"{programme.kabupaten}/programmes/{programme.id}.yaml"
    if unknown := sorted(set(programme.kpis) - set(catalogue.indicators)):
        raise CatalogueError(f"{where} names unknown indicators: {unknown}")
    shared = {id_ for dataset in catalogue.expected_datasets() for id_ in dataset.elements}
    for tally in programme.tallies():
        below = tally.denominator if isinstance(tally, Coverage) else ()
        if unknown := sorted({*tally.elements, *below} - shared - set(programme.elements)):
            raise CatalogueError(f"{where}: {tally.label} counts unknown elements: {unknown}")
        if len({(e.kind, catalogue.dataset_of(e.id).id) for e in _elements(catalogue, tally.elements + below)}) > 1:
            raise CatalogueError(f"{where}: {tally.label} adds what is counted in different ways or files")


def _elements(catalogue: Catalogue, ids: tuple[str, ...]) -> list[Element]:
    return [catalogue.elements[id_] for id_ in ids]


def _check_portal_entry(catalogue: Catalogue, entry: PortalEntry, where: str) -> None:
    """Its indicator exists and has the counts it speaks of; small counts of it are nobody's secret."""
    indicator = catalogue.indicators.get(entry.indicator)
    if indicator is None:
        raise CatalogueError(f"{where} names an unknown indicator: {entry.indicator}")
    if "numerator" in entry.contents and not indicator.denominator:
        raise CatalogueError(f"{where}: {indicator.id} is a count, so its content is value")
    if any(catalogue.elements[id_].sensitive for id_ in indicator.numerator):
        raise CatalogueError(f"{where}: {indicator.id} counts what may not be public below the kabupaten")


def _elements_named(dataset: Dataset) -> set[str]:
    return {
        *dataset.elements,
        *dataset.required,
        *(rule.element for rule in dataset.catch_all),
        *(id_ for pair in dataset.at_most for id_ in pair),
    }
