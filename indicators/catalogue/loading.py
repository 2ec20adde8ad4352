"""The files become one catalogue, read once a process."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from indicators.catalogue import folders
from indicators.catalogue.briefings import Briefing
from indicators.catalogue.datasets import Dataset
from indicators.catalogue.elements import Element
from indicators.catalogue.entry import CatalogueError
from indicators.catalogue.files import build, read
from indicators.catalogue.indicators import Indicator, Topic
from indicators.catalogue.language import PersonNames, Term
from indicators.catalogue.maturity import Guideline
from indicators.catalogue.portals import Portal
from indicators.catalogue.programme_files import read_programmes, with_programmes
from indicators.catalogue.references import check_references
from indicators.catalogue.registers import Register
from indicators.catalogue.settings import Settings
from indicators.catalogue.vocabularies import Vocabulary
from indicators.catalogue.whole import Catalogue


def load_catalogue(folder: Path = folders.CATALOGUE_FOLDER, areas: Path | None = None) -> Catalogue:
    """Read and cross-check the catalogue, with the programmes in `areas` (those that are shipped, unless given).

    Raises CatalogueError naming the file and the fault.
    """
    topics: dict[str, Topic] = {}
    indicators: dict[str, Indicator] = {}
    for path in sorted((folder / "topics").glob("*.yaml")):
        content = read(path)
        if not isinstance(content, dict) or set(content) != {"topic", "indicators"}:
            raise CatalogueError(f"{path}: needs exactly the keys topic and indicators")
        topic = build(Topic, path, id=path.stem, **content["topic"])
        topics[topic.id] = topic
        for id_, fields in content["indicators"].items():
            if id_ in indicators:
                raise CatalogueError(f"{path}: {id_} is already in topic {indicators[id_].topic}")
            indicators[id_] = build(Indicator, path, id=id_, topic=topic.id, **fields)
    topics = dict(sorted(topics.items(), key=lambda item: item[1].order))
    order = list(topics)
    indicators = dict(sorted(indicators.items(), key=lambda item: order.index(item[1].topic)))
    elements_path = folder / "elements.yaml"
    datasets = [
        build(Dataset, path, id=path.stem, **read(path)) for path in sorted((folder / "datasets").glob("*.yaml"))
    ]
    own_elements = {id_: build(Element, elements_path, id=id_, **fields) for id_, fields in read(elements_path).items()}
    programmes = read_programmes(areas or folders.AREAS_FOLDER)
    elements, all_datasets = with_programmes(
        own_elements, {dataset.id: dataset for dataset in sorted(datasets, key=lambda d: d.order)}, programmes
    )
    briefings = [
        build(Briefing, path, id=path.stem, **read(path)) for path in sorted((folder / "briefings").glob("*.yaml"))
    ]
    catalogue = Catalogue(
        settings=build(Settings, folder / "settings.yaml", **read(folder / "settings.yaml")),
        topics=topics,
        elements=elements,
        indicators=indicators,
        datasets=all_datasets,
        registers={
            path.stem: build(Register, path, id=path.stem, **read(path))
            for path in sorted((folder / "registers").glob("*.yaml"))
        },
        portals={
            path.stem: build(Portal, path, id=path.stem, **read(path))
            for path in sorted((folder / "open_data").glob("*.yaml"))
        },
        vocabularies={
            path.stem: build(Vocabulary, path, id=path.stem, **read(path))
            for path in sorted((folder / "vocabularies").glob("*.yaml"))
        },
        guidelines={
            path.stem: build(Guideline, path, id=path.stem, **read(path))
            for path in sorted((folder / "maturity").glob("*.yaml"))
        },
        briefings={briefing.id: briefing for briefing in sorted(briefings, key=lambda b: b.order)},
        glossary=tuple(build(Term, folder / "glossary.yaml", **fields) for fields in read(folder / "glossary.yaml")),
        person_names=build(PersonNames, folder / "person_names.yaml", **read(folder / "person_names.yaml")),
        programmes=programmes,
    )
    check_references(catalogue, folder)
    return catalogue


@cache
def catalogue() -> Catalogue:
    """The shipped catalogue, read once a process."""
    return load_catalogue()
