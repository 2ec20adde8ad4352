"""The architecture is a test: imports point down, pages are tables of contents, nothing lies flat in pages/."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from indicators.catalogue import ROOT

PAGES = sorted((ROOT / "pages").rglob("*.py"))
PACKAGE = sorted((ROOT / "indicators").rglob("*.py"))


def test_imports_keep_to_the_contracts() -> None:
    # In a process of its own: import-linter switches off every log that the tests running here have made.
    command = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True, no_logo=True))"
    done = subprocess.run([sys.executable, "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == os.EX_OK, done.stdout + done.stderr


def test_every_layer_of_the_package_stands_in_the_contract() -> None:
    contract = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    layers = re.search(r'name = "imports point down only".*?layers = \[(.*?)\]', contract, re.DOTALL)
    assert layers is not None
    named = set(re.findall(r"indicators\.(\w+)", layers[1]))
    there = {path.stem for path in (ROOT / "indicators").glob("*.py")} - {"__init__"}
    there |= {path.parent.name for path in (ROOT / "indicators").glob("*/__init__.py")}
    assert there <= named


def test_there_are_pages() -> None:
    assert len(PAGES) >= 10


@pytest.mark.parametrize("path", PAGES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_page_is_a_table_of_contents_of_at_most_thirty_lines(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 30


def test_no_page_lies_directly_in_pages() -> None:
    # Streamlit would let the first deep link on a cold server reach such a page past app.py and its guard.
    assert list((ROOT / "pages").glob("*.py")) == []
    assert {path.parent.parent for path in PAGES} == {ROOT / "pages"}


@pytest.mark.parametrize("name", ["utils", "helpers", "core", "manager", "misc", "common"])
def test_no_module_is_named_after_nothing(name: str) -> None:
    assert [path for path in PACKAGE if name in path.relative_to(ROOT).with_suffix("").parts] == []


def test_no_read_and_no_view_names_an_indicator_or_an_area() -> None:
    from indicators.areas import all_kabupaten
    from indicators.catalogue import catalogue

    names = {*catalogue().indicators, *catalogue().elements, *all_kabupaten()}
    for path in sorted((ROOT / "queries").rglob("*.sql")):
        literals = set(re.findall(r"'([^']*)'", path.read_text(encoding="utf-8")))
        assert not literals & names, path.name


def test_no_code_decides_by_the_name_of_an_indicator() -> None:
    from indicators.catalogue import catalogue

    names = "|".join(catalogue().indicators)
    for path in PACKAGE:
        found = re.findall(rf"""[=!]= ["'](?:{names})["']""", path.read_text(encoding="utf-8"))
        assert found == [], path


@pytest.mark.parametrize("folder", ["views", "reads"])
def test_queries_are_named_in_lower_case_and_numbered_where_order_matters(folder: str) -> None:
    pattern = r"\d\d_[a-z_]+" if folder == "views" else r"[a-z_]+"
    for path in (ROOT / "queries" / folder).glob("*.sql"):
        assert re.fullmatch(pattern, path.stem), path.name


def test_a_view_reads_lower_numbered_views_only() -> None:
    paths = sorted((ROOT / "queries" / "views").glob("*.sql"))
    names = [path.stem.partition("_")[2] for path in paths]
    for place, path in enumerate(paths):
        sql = re.sub(r"--.*", "", path.read_text(encoding="utf-8"))
        read = set(re.findall(r"\b(?:from|join) (\w+)", sql))
        own_steps = set(re.findall(r"(\w+) as \(", sql))
        assert not (read - own_steps) & set(names[place:]), path.name
