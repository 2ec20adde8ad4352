"""The programmes of all kabupaten, and their elements and datasets among those that all share."""

from __future__ import annotations

from pathlib import Path

from indicators.catalogue.datasets import Dataset
from indicators.catalogue.elements import Element
from indicators.catalogue.entry import CatalogueError
from indicators.catalogue.files import build, read
from indicators.catalogue.programmes import Programme


def read_programmes(folder: Path) -> dict[str, Programme]:
    """Those of `<code>/programmes/*.yaml`, by kabupaten and their own order. Raises CatalogueError naming the file."""
    found: dict[str, Programme] = {}
    for path in sorted(folder.glob("*/programmes/*.yaml")):
        if path.stem in found:
            raise CatalogueError(f"{path}: {path.stem} is already a programme of {found[path.stem].kabupaten}")
        found[path.stem] = build(Programme, path, id=path.stem, kabupaten=path.parent.parent.name, **read(path))
    return dict(sorted(found.items(), key=lambda item: (item[1].kabupaten, item[1].order, item[0])))


def with_programmes(
    elements: dict[str, Element], datasets: dict[str, Dataset], programmes: dict[str, Programme]
) -> tuple[dict[str, Element], dict[str, Dataset]]:
    """Elements and datasets with those of the programmes behind them. Raises CatalogueError where an id is taken."""
    elements, datasets = dict(elements), dict(datasets)
    for programme in programmes.values():
        own = {dataset.id: dataset for dataset in programme.datasets}
        if taken := sorted({*elements} & {*programme.elements} | {*datasets} & {*own}):
            raise CatalogueError(f"{programme.kabupaten}/programmes/{programme.id}.yaml: ids are taken: {taken}")
        elements |= programme.elements
        datasets |= own
    return elements, datasets
