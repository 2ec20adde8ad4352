"""No file of the repository still holds both sides of a merge."""

from __future__ import annotations

import re

from indicators.catalogue import ROOT

KINDS = {".csv", ".css", ".js", ".md", ".py", ".sql", ".toml", ".txt", ".typ", ".yaml", ".yml"}
LEFT_OPEN = re.compile(rb"^(<{7} |>{7} )", re.MULTILINE)


def test_no_merge_is_left_open():
    folders = [path for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith((".git", ".venv"))]
    files = [*ROOT.iterdir(), *(path for folder in folders for path in folder.rglob("*"))]
    texts = [path for path in files if path.suffix in KINDS and path.is_file() and "warehouse" not in path.parts]
    assert [str(path.relative_to(ROOT)) for path in texts if LEFT_OPEN.search(path.read_bytes())] == []
