"""What the numbers were measured on: without it they say nothing."""

from __future__ import annotations

import os
import platform
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

import psutil

CORES = 2


def machine_line() -> str:
    """Processor, cores, memory, load before the first measurement, versions that matter."""
    memory = psutil.virtual_memory().total / 1e9
    load = os.getloadavg()[0]
    return (
        f"{datetime.now().astimezone():%Y-%m-%d %H:%M}, {_processor()}, {os.cpu_count()} cores, {memory:.0f} GB, "
        f"load {load:.1f} at the start, Python {platform.python_version()}, "
        f"streamlit {version('streamlit')}, duckdb {version('duckdb')}"
    )


def _processor() -> str:
    try:
        for line in Path("/proc/cpuinfo").read_text().splitlines():
            if line.startswith("model name"):
                return " ".join(line.partition(":")[2].split())
    except OSError:
        pass
    return platform.processor() or platform.machine()


def keep_to_two_cores(process: psutil.Process) -> None:
    """Leave a server the two cores its limits are stated for, where the machine has more."""
    if hasattr(process, "cpu_affinity"):
        process.cpu_affinity(process.cpu_affinity()[:CORES])
