"""Changes of areas in a warehouse folder of their own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from indicators.areas import Change, What, all_kabupaten, checksum, list_csv, record

JEMBRANA = "51.01"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The warehouse's folder, without any change yet."""
    monkeypatch.setenv("KPI_WAREHOUSE", str(tmp_path))
    return tmp_path / "areas"


@pytest.fixture
def change(folder: Path) -> Callable[..., Change]:
    """`change("a", What.FACILITIES, b"...")` publishes; `change("b", of="a", event="undo")` takes it back."""

    def recorded(identifier: str, what: What = What.FACILITIES, content: bytes = b"", **more: Any) -> Change:
        fields = {
            "id": identifier,
            "event": "publish",
            "of": identifier,
            "at": datetime(2026, 11, 22, tzinfo=UTC),
            "by": "Ani",
            "kabupaten": JEMBRANA,
            "what": what,
            "checksum": checksum(content) if content else "",
            "source": "BIG" if what is What.BOUNDARIES else "",
            "dated": date(2025, 1, 31) if what is What.BOUNDARIES else None,
        }
        suffix = ".geojson" if what is What.BOUNDARIES else ".csv"
        made = Change(**fields | more)
        record(made, {suffix: content} if content else None)
        return made

    return recorded


@pytest.fixture
def renamed_list(folder: Path) -> Callable[[str], bytes]:
    """The facilities of Jembrana with another name for the first."""

    def made(name: str) -> bytes:
        first, *others = all_kabupaten()[JEMBRANA].facilities
        return list_csv([first.model_copy(update={"name": name}), *others])

    return made
