"""Packages for another kind of computer: its conditions are answered for it, not for the one that fetches."""

from __future__ import annotations

import zipfile
from pathlib import Path

from packaging.requirements import Requirement

from indicators.catalogue import ROOT
from indicators.offline import PLATFORMS, wheels

WINDOWS, LINUX = PLATFORMS["windows"], PLATFORMS["linux"]


def put(folder: Path, file_name: str, *needs: str) -> None:
    with zipfile.ZipFile(folder / file_name, "w") as packed:
        lines = ["Metadata-Version: 2.1", *(f"Requires-Dist: {one}" for one in needs), "", "Requires-Dist: not-this"]
        packed.writestr("x.dist-info/METADATA", "\n".join(lines))


def test_windows_is_spared_what_has_no_windows_wheel():
    asked = [Requirement(line) for line in wheels._lines(ROOT / "requirements.txt")]
    assert {one.name for one in asked if LINUX.holds(one) and not WINDOWS.holds(one)} == {"uvloop"}


def test_what_only_the_other_system_needs_is_found_missing_whoever_asks(tmp_path: Path):
    put(tmp_path, "pandas-3.1-cp311-cp311-win_amd64.whl", 'tzdata; sys_platform == "win32"', "numpy>=2")
    put(tmp_path, "pandas-3.1-cp311-cp311-manylinux_2_17_x86_64.whl", 'linuxthing; sys_platform == "linux"')
    put(tmp_path, "numpy-2.4-cp311-cp311-win_amd64.whl", 'extra-thing; extra == "all"')
    assert wheels._missing(tmp_path, WINDOWS) == {"tzdata"}
    assert wheels._missing(tmp_path, LINUX) == {"linuxthing"}
    put(tmp_path, "tzdata-2026.1-py2.py3-none-any.whl")
    assert wheels._missing(tmp_path, WINDOWS) == set()
