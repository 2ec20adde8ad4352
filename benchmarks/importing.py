"""What a process imports, each in an interpreter of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator

from benchmarks.measurement import Measurement, milliseconds
from benchmarks.server import ROOT

MODULES = (
    "streamlit",
    "pandas",
    "duckdb",
    "deltalake",
    "indicators.catalogue",
    "indicators.warehouse",
    "indicators.judgement.cards",
    "indicators.intake",
    "indicators.screens.summary",
    "server",
)
_PROGRAM = "import time; t = time.perf_counter(); import {}; print(time.perf_counter() - t)"


def measure(*, repeat: int) -> Iterator[Measurement]:
    for module in MODULES:
        yield milliseconds(f"import {module}", [_import(module) for _ in range(max(3, repeat // 4))])


def _import(module: str) -> float:
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM.format(module)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return float(done.stdout.split()[-1])
