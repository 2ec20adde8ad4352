"""Every sentence is said somewhere: a name in indicators/wording that only tests use, or nobody, is left over."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from indicators.catalogue import ROOT

WORDING = sorted((ROOT / "indicators" / "wording").glob("*.py"))
CODE = [
    *ROOT.glob("*.py"),
    *(path for folder in ("indicators", "pages", "scripts", "benchmarks") for path in (ROOT / folder).rglob("*.py")),
]


def defined(path: Path) -> Iterator[str]:
    """Names that a module gives to others."""
    for node in ast.parse(path.read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                names = (name.id for name in ast.walk(target) if isinstance(name, ast.Name))
                yield from (name for name in names if name != "__all__")


def used(path: Path) -> Iterator[tuple[str, str]]:
    """Module of wording and name, wherever a file says one; also within a template (`{{ say.TITLE }}`)."""
    nodes = list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    modules: dict[str, str] = {}
    for node in nodes:
        if isinstance(node, ast.ImportFrom) and node.module == "indicators.wording":
            modules |= {alias.asname or alias.name: alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("indicators.wording."):
            yield from ((str(node.module).rpartition(".")[2], alias.name) for alias in node.names)
    for node in nodes:
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in modules:
            yield modules[node.value.id], node.attr
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and path in WORDING:
            yield path.stem, node.id
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            said = re.findall(r"\b(\w+)\.(\w+)", node.value) if "{{" in node.value else []
            yield from ((modules[name], word) for name, word in said if name in modules)


@pytest.fixture(scope="module")
def said() -> set[tuple[str, str]]:
    return {use for path in CODE for use in used(path)}


@pytest.mark.parametrize("path", WORDING, ids=lambda path: path.stem)
def test_no_word_is_left_over(path: Path, said: set[tuple[str, str]]) -> None:
    assert [name for name in defined(path) if (path.stem, name) not in said] == []
