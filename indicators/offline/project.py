"""Which files of the project go along: what runs the dashboard and explains it, by name, whatever else lies there."""

from __future__ import annotations

import shutil
from fnmatch import fnmatch
from pathlib import Path

from indicators.catalogue import DATA, ROOT

FILES = ("app.py", "server.py", "requirements.txt", ".streamlit/config.toml", "README.md", "CHANGELOG.md", "LICENSE")
FOLDERS = ("docs", "indicators", "pages", "queries", "static")
# Of the data folder, which may lie elsewhere: neither the warehouse, nor the sample, which is in it already.
DATA_PARTS = ("README.md", "areas", "catalogue", "published")
# What running it leaves behind; boundaries are served from a copy made at each start.
_LEFT_OUT = ("__pycache__", "*.pyc", ".*", "boundaries")


def copy_project(target: Path) -> None:
    """Copy the project's own files to a folder. Raises OSError."""
    for name in (*FILES, *FOLDERS):
        _copy(ROOT / name, target / name)
    for name in DATA_PARTS:
        _copy(DATA / name, target / "data" / name)


def _copy(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_dir():
        shutil.copytree(source, target, ignore=_left_out)
    else:
        shutil.copyfile(source, target)


def _left_out(folder: str, names: list[str]) -> set[str]:
    return {name for name in names if any(fnmatch(name, pattern) for pattern in _LEFT_OUT)}
