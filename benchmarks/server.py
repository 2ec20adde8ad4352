"""A dashboard of its own to measure: one process, a free port, a warehouse that nobody else uses."""

from __future__ import annotations

import os
import secrets
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil

from benchmarks.machine import keep_to_two_cores
from indicators import access

ROOT = Path(__file__).resolve().parents[1]
_ADDRESS = "127.0.0.1"


class NotStarted(Exception):
    """The server ended or did not answer in time."""


@dataclass(frozen=True)
class Server:
    """A running dashboard. begun: when its process was started, on `time.perf_counter`'s clock."""

    port: int
    process: psutil.Process
    begun: float

    @property
    def http(self) -> str:
        return f"http://{_ADDRESS}:{self.port}"

    @property
    def stream(self) -> str:
        return f"ws://{_ADDRESS}:{self.port}/_stcore/stream"

    def memory(self) -> float:
        """Resident memory in bytes."""
        return float(self.process.memory_info().rss)

    def processor_time(self) -> float:
        """Seconds of processor time used so far."""
        used = self.process.cpu_times()
        return float(used.user + used.system)


@contextmanager
def serving(warehouse_folder: Path) -> Iterator[Server]:
    """Start the dashboard, hand it over at its first HTTP 200, stop it afterwards. Raises NotStarted."""
    port = free_port()
    environment = os.environ | {"KPI_WAREHOUSE": str(warehouse_folder)}
    begun = time.perf_counter()
    started = subprocess.Popen(
        [sys.executable, "server.py", "--port", str(port)], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL
    )
    try:
        server = Server(port, psutil.Process(started.pid), begun)
        keep_to_two_cores(server.process)
        _wait_for_answer(server, started)
        yield server
    finally:
        started.terminate()
        try:
            started.wait(10)
        except subprocess.TimeoutExpired:
            started.kill()
            started.wait()


def _wait_for_answer(server: Server, started: subprocess.Popen[bytes], patience: float = 60) -> None:
    while time.perf_counter() - server.begun < patience:
        if started.poll() is not None:
            raise NotStarted(f"the server ended with exit code {started.returncode}")
        try:
            with urllib.request.urlopen(server.http, timeout=5) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.01)
    raise NotStarted("the server did not answer")


def free_port() -> int:
    """A port nobody listens on now."""
    with socket.socket() as probe:
        probe.bind((_ADDRESS, 0))
        return int(probe.getsockname()[1])


def staff_cookie() -> dict[str, str]:
    """Headers of a signed-in admin of the warehouse in KPI_WAREHOUSE, for the pages of staff."""
    name, password = f"ukur-{secrets.token_hex(4)}", secrets.token_urlsafe(24)
    access.create_account(
        name=name, display_name=name, role=access.Role.ADMIN, kabupaten=access.EVERY_KABUPATEN, password=password
    )
    return {"Cookie": f"{access.COOKIE}={access.sign_in(name, password, _ADDRESS)}"}
