"""data/README.md describes what is there: every file kind, every column staff see, every table."""

from __future__ import annotations

import csv
import re

import pytest

from indicators.catalogue import ROOT, load_catalogue
from indicators.warehouse.tables import SCHEMAS

DATA = ROOT / "data"
DICTIONARY = (DATA / "README.md").read_text(encoding="utf-8")
CATALOGUE = load_catalogue()


def _row(name: str) -> set[str]:
    """The names in backticks on the table row that begins with `name`."""
    (line,) = re.findall(rf"^\| `{re.escape(name)}`.*$", DICTIONARY, flags=re.MULTILINE)
    return set(re.findall(r"`([^`]+)`", line)) - {name}


# What a programme sends stands in its own file.
SHARED = [dataset for dataset in CATALOGUE.datasets.values() if dataset.programme is None]


@pytest.mark.parametrize("dataset", SHARED, ids=lambda d: d.id)
def test_the_dictionary_lists_exactly_the_columns_of_a_dataset(dataset) -> None:
    listed = {name for name in _row(dataset.id) if "/" not in name}
    own = {column.column for column in dataset.columns.values()}
    assert listed == own | {CATALOGUE.elements[id_].column for id_ in dataset.elements}


@pytest.mark.parametrize("table", SCHEMAS)
def test_the_dictionary_lists_exactly_the_columns_of_a_warehouse_table(table: str) -> None:
    assert _row(table) == set(SCHEMAS[table].names)


@pytest.mark.parametrize("path", sorted(DATA.glob("published/*.csv")), ids=lambda p: p.name)
def test_the_dictionary_names_every_column_of_a_published_file(path) -> None:
    with path.open(encoding="utf-8-sig", newline="") as file:
        header = next(csv.reader(file, delimiter=";"))
    (paragraph,) = re.findall(rf"^\*\*`{path.name}`\*\*.*?(?=\n\n)", DICTIONARY, flags=re.MULTILINE | re.DOTALL)
    assert set(header) - set(re.findall(r"`([^`]+)`", paragraph)) == set()


@pytest.mark.parametrize("path", sorted(DATA.glob("areas/*/*.csv")), ids=lambda p: f"{p.parent.name}-{p.name}")
def test_the_dictionary_names_every_column_of_an_area_file(path) -> None:
    with path.open(encoding="utf-8-sig", newline="") as file:
        header = next(csv.reader(file))
    assert set(header) - _row(path.name) == set()


def test_the_dictionary_names_every_kind_of_file_in_an_area_folder() -> None:
    names = {path.name for path in DATA.glob("areas/*/*")}
    assert {name for name in names if f"| `{name}`" not in DICTIONARY} == set()


def test_the_dictionary_names_every_folder() -> None:
    folders = {path.name for path in DATA.iterdir() if path.is_dir()}
    assert {name for name in folders if f"| `{name}/" not in DICTIONARY} == set()
