"""The whole way once: made with real wheels, moved elsewhere, started by its own script where there is no network."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from indicators.offline import PLATFORMS, make, this_computer

HERE = Path(__file__).parent


@pytest.fixture
def alone() -> list[str]:
    """What to put before a command so that it has no network."""
    if shutil.which("unshare") is None or subprocess.run(["unshare", "--net", "true"], check=False).returncode:
        pytest.skip("no network namespace of one's own: needs root on Linux")
    return ["unshare", "--net"]


@pytest.fixture
def platform() -> str:
    name = this_computer()
    if name is None:
        pytest.skip("no copy can be made for this kind of computer")
    return name


@pytest.fixture
def registry(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", f"--dest={tmp_path / 'asked'}", "pip"]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("no registry of Python packages can be reached")


@pytest.mark.slow
def test_a_copy_made_here_and_moved_shows_its_first_page_without_a_network(
    alone: list[str], platform: str, registry: None, filled_warehouse: Path, tmp_path: Path
) -> None:
    made = tmp_path / "dibuat"
    make(made, [PLATFORMS[platform]], made_on=date(2026, 11, 12), tell=print)
    moved = tmp_path / "di laptop" / "dasbor"
    moved.parent.mkdir()
    made.rename(moved)
    # Nothing of this computer's own: no packages but those in the folder, and a setting that must not be heeded.
    environment = {
        "PATH": os.pathsep.join([f"{sys.base_prefix}/bin", os.defpath]),
        "HOME": str(tmp_path),
        "KPI_TODAY": "2026-11-21",
        "KPI_WAREHOUSE": str(filled_warehouse),
    }
    command = [*alone, sys.executable, str(HERE / "start_without_network.py"), str(moved)]
    ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=600)
    assert ran.returncode == 0, ran.stderr[-3000:]
    assert "Salinan luring, data versi 0, dibuat 12 November 2026" in ran.stdout
    assert "Seluruh kabupaten" in ran.stdout
    assert "exception" not in ran.stdout
