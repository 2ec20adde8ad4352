"""app.py and server.py keep to the layers too; import-linter takes packages only, so they are held here."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

from indicators.catalogue import ROOT

SCREENS = {"streamlit", "indicators.screens"}
ALLOWED = {
    "app.py": SCREENS,
    "server.py": SCREENS | {"starlette", "indicators.access", "indicators.wording"},
}


def imported(path: Path) -> set[str]:
    """Top-level packages that a module imports; of this product, the layer."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module == "indicators":
            names = [f"indicators.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            names = [node.module or ""]
        else:
            continue
        found |= {".".join(name.split(".")[: 2 if name.startswith("indicators.") else 1]) for name in names}
    return found - sys.stdlib_module_names


@pytest.mark.parametrize("name", sorted(ALLOWED))
def test_a_root_module_imports_only_what_it_may(name):
    assert imported(ROOT / name) <= ALLOWED[name]


def test_every_root_module_is_held_to_a_rule():
    assert {path.name for path in ROOT.glob("*.py")} == set(ALLOWED)
