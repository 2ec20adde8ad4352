"""Where the repository lies and where its data lie: the catalogue's files, and a folder for each kabupaten."""

from __future__ import annotations

import os
from pathlib import Path

FOLDER_SETTING = "KPI_DATA"

ROOT = Path(__file__).resolve().parent.parent.parent
# Read once, as the catalogue is: a running process keeps the data that it started with.
DATA = Path(os.environ.get(FOLDER_SETTING) or ROOT / "data").resolve()
CATALOGUE_FOLDER = DATA / "catalogue"
AREAS_FOLDER = DATA / "areas"
