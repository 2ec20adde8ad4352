"""Where the repository lies, and in it the catalogue's files and the folders of each kabupaten."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
CATALOGUE_FOLDER = ROOT / "data" / "catalogue"
AREAS_FOLDER = ROOT / "data" / "areas"
