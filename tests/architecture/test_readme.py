"""The README is true: its tree, its commands, its settings and its links."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from indicators.catalogue import ROOT
from indicators.commands.arguments import parser

README = (ROOT / "README.md").read_text(encoding="utf-8")
CI = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
START = "python3 -m venv .venv && .venv/bin/pip install -r requirements.txt && .venv/bin/python server.py"
# Set by server.py for the pages; nobody sets it by hand.
INTERNAL = {"KPI_SIGN_IN_SERVED"}


def blocks(language: str = "") -> list[str]:
    """Fenced blocks of the README."""
    return re.findall(rf"^```{language}\n(.*?)^```$", README, flags=re.MULTILINE | re.DOTALL)


def tree() -> tuple[set[str], set[str], set[str]]:
    """Files, folders and folders of indicators that the layout names."""
    (drawn,) = [block for block in blocks() if "indicators/" in block and "server.py  " in block]
    top = set(re.findall(r"^(\S+)", drawn, flags=re.MULTILINE))
    inside = re.findall(r"^  (\S+)/", drawn, flags=re.MULTILINE)
    return {n for n in top if not n.endswith("/")}, {n.rstrip("/") for n in top if n.endswith("/")}, set(inside)


def folders(parent: Path) -> set[str]:
    """Folders that belong to the repository: those with a file in them that .gitignore does not leave out."""
    ignored = {line.rstrip("/") for line in (ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()}
    ours = {path.name: path for path in parent.iterdir() if path.is_dir() and path.name not in ignored | {".git"}}
    return {name for name, path in ours.items() if any(p.is_file() and p.suffix != ".pyc" for p in path.rglob("*"))}


def links(path: Path) -> list[str]:
    """Targets of a Markdown file's links and pictures that are no address of another host."""
    found = re.findall(r"\]\(([^)]+)\)", path.read_text(encoding="utf-8"))
    return [link for link in found if not link.startswith(("http://", "https://", "#"))]


def test_the_layout_is_the_folders():
    files, top, inside = tree()
    assert top == folders(ROOT)
    assert inside == folders(ROOT / "indicators")
    assert files == {path.name for path in ROOT.glob("*.py")}


def test_the_first_command_starts_the_dashboard_and_the_second_is_what_ci_runs_last():
    commands = [block.strip() for block in blocks()]
    assert commands.index(START) < commands.index(CI.splitlines()[-1])
    assert (ROOT / "server.py").is_file()


def test_ci_installs_what_the_first_command_installs():
    assert "-r requirements.txt" in CI
    assert "-m venv .venv" in CI


@pytest.mark.parametrize("path", [ROOT / "README.md", *sorted(ROOT.glob("*/*.md"))], ids=lambda p: p.name)
def test_every_link_leads_to_a_file(path: Path):
    assert [link for link in links(path) if not (path.parent / link).exists()] == []


def test_every_setting_is_explained():
    code = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "indicators").rglob("*.py"))
    settings = set(re.findall(r'"(KPI_[A-Z_]+)"', code)) - INTERNAL
    assert settings
    assert set(re.findall(r"^\| `(KPI_[A-Z_]+)` \|", README, flags=re.MULTILINE)) == settings


def test_every_command_is_explained():
    (commands,) = [action.choices for action in parser()._actions if action.dest == "command"]
    assert set(re.findall(r"^\| `([a-z-]+)[ `]", README, flags=re.MULTILINE)) >= set(commands)


def test_every_file_that_a_step_names_exists():
    named = set(
        re.findall(r"`((?:data|indicators|pages|queries|scripts|tests|static|benchmarks|docs)/[^`<*\s]+)`", README)
    )
    assert named
    # The live warehouse comes into being with the first start.
    assert {name for name in named if not (ROOT / name).exists()} <= {"data/warehouse/", "data/warehouse"}
