"""An empty access folder for every test, and sign-in attempts that start from nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from indicators.access import sessions, setup
from indicators.access.attempts import Attempts


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KPI_WAREHOUSE", str(tmp_path / "warehouse"))
    monkeypatch.delenv("KPI_SECRET", raising=False)
    monkeypatch.setattr(sessions, "ATTEMPTS", Attempts(limit=5, window=900))
    monkeypatch.setattr(sessions, "ATTEMPTS_PER_ADDRESS", Attempts(limit=50, window=900))
    monkeypatch.setattr(setup, "SETUP_ATTEMPTS", Attempts(limit=10, window=900))
    return tmp_path / "warehouse"
