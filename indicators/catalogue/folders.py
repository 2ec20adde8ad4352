"""Where the repository lies, and the catalogue's files in it."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
CATALOGUE_FOLDER = ROOT / "data" / "catalogue"
