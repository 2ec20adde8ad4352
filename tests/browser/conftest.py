"""A running server with a warehouse of its own, and visitors who look at it with Debian's chromium."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from indicators import access

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = "/usr/bin/chromium"
TODAY = "2026-11-21"
NAME, PASSWORD = "ani", "melijo-pagi-hari-12"

# Without these, chromium itself speaks to Google; as root it needs --no-sandbox.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
_CHARTS_DRAWN = """() => [...document.querySelectorAll('[data-testid=stPlotlyChart]')]
    .every((chart) => chart.querySelector('.js-plotly-plot .main-svg'))"""
_STARTS_WITHIN, _SHOWN_WITHIN = 60, 45  # seconds, on a busy machine


@dataclass(frozen=True)
class Server:
    """A server in a process of its own."""

    url: str
    warehouse: Path

    @property
    def said(self) -> str:
        """The end of what it wrote on its console."""
        return (self.warehouse.parent / "log.txt").read_text(encoding="utf-8", errors="replace")[-2000:]


@dataclass
class Visitor:
    """One browser window, and everything it asked for and complained about."""

    page: Any
    url: str
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def open(self, address: str) -> Visitor:
        self.page.goto(f"{self.url}{address}")
        return self.settled()

    def settled(self) -> Visitor:
        """Wait until no script runs and the page with its charts has been drawn.

        Plotly complains on the console about a chart that is taken away while it is being drawn.
        """
        patience = _SHOWN_WITHIN * 1000
        self.page.wait_for_selector(".page-foot", timeout=patience)
        self.page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]', timeout=patience)
        self.page.wait_for_function(_CHARTS_DRAWN, timeout=patience)
        return self

    def sees(self, text: str) -> Visitor:
        """Wait until this text is on the page."""
        self.page.get_by_text(text).first.wait_for(timeout=_SHOWN_WITHIN * 1000)
        return self

    @property
    def text(self) -> str:
        return str(self.page.locator("body").inner_text())

    @property
    def elsewhere(self) -> list[str]:
        """Requests to other hosts than the server."""
        return [url for url in self.requests if not url.startswith((self.url, "data:", "blob:", "chrome-extension:"))]


@pytest.fixture(scope="session")
def start_server(shared_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Server]]:
    """Starts servers, each with a copy of the filled warehouse and one account; stops them at the end."""
    started_so_far: list[tuple[Server, subprocess.Popen[bytes]]] = []

    def started(*, script: str = "server.py", under: Sequence[str] = ()) -> Server:
        """script: what starts it. under: a program that runs it, strace say."""
        folder = tmp_path_factory.mktemp("served") / "warehouse"
        shutil.copytree(shared_folder, folder)
        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("KPI_WAREHOUSE", str(folder))
            access.create_account(name=NAME, display_name="Ani Lestari", password=PASSWORD, role="admin")
        port = free_port()
        settings = os.environ | {"KPI_WAREHOUSE": str(folder), "KPI_TODAY": TODAY, "PYTHONPATH": str(ROOT)}
        command = [*under, sys.executable, script, "--port", str(port)]
        with (folder.parent / "log.txt").open("wb") as log:
            process = subprocess.Popen(command, cwd=ROOT, env=settings, stdout=log, stderr=log, start_new_session=True)
        server = Server(f"http://127.0.0.1:{port}", folder)
        started_so_far.append((server, process))
        wait_for(server, process)
        return server

    yield started
    stopped_early = [server.said for server, process in started_so_far if process.poll() is not None]
    for _, process in started_so_far:
        os.killpg(process.pid, signal.SIGTERM)  # the server too, where another program runs it
    for _, process in started_so_far:
        process.wait(timeout=20)
    assert stopped_early == []


@pytest.fixture(scope="session")
def server(start_server: Callable[[], Server]) -> Server:
    """One server for all journeys; each leaves the data as it found them."""
    return start_server()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    if not Path(CHROMIUM).exists():
        pytest.skip(f"no chromium at {CHROMIUM}: apt-get install chromium")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Any, request: pytest.FixtureRequest) -> Iterator[Callable[..., Visitor]]:
    """`visit()` opens a window; afterwards it must have asked no other host for anything, nor complained."""
    visitors: list[Visitor] = []

    def opened(*, served: Server | None = None, **options: Any) -> Visitor:
        where: Server = served or request.getfixturevalue("server")
        options = {"viewport": {"width": 1440, "height": 900}, "accept_downloads": True, "locale": "id-ID"} | options
        page = chromium.new_context(**options).new_page()
        visitor = Visitor(page, where.url)
        page.on("request", lambda request: visitor.requests.append(request.url))
        page.on("console", lambda message: note(visitor, message))
        page.on("requestfailed", lambda request: note_failure(visitor, request))
        page.on("pageerror", lambda error: visitor.complaints.append(str(error)))
        visitors.append(visitor)
        return visitor

    yield opened
    for visitor in visitors:
        visitor.page.context.close()
    assert [url for visitor in visitors for url in visitor.elsewhere] == []
    assert [words for visitor in visitors for words in visitor.complaints] == []


def note(visitor: Visitor, message: Any) -> None:
    """Keep an error of the console, except what Streamlit's own start-up always says.

    On a deep link it looks for its server below the page's path first, and is answered 404.
    """
    probes = ("/_stcore/health", "/_stcore/host-config")
    if message.type == "error" and not str(message.location.get("url", "")).endswith(probes):
        visitor.complaints.append(message.text)


def note_failure(visitor: Visitor, request: Any) -> None:
    """Keep a request that was not answered, except those the browser gave up when the page was left."""
    if request.failure != "net::ERR_ABORTED":
        visitor.complaints.append(f"{request.url}: {request.failure}")


@pytest.fixture
def signed_in(visit: Callable[..., Visitor]) -> Callable[..., Visitor]:
    """`signed_in("/unggah")`: the admin, or another account with the same password, stands on that page."""

    def opened(address: str, *, served: Server | None = None, name: str = NAME) -> Visitor:
        staff = visit(served=served)
        staff.page.goto(f"{staff.url}/masuk?next={quote(address)}")
        staff.page.fill("input[name=name]", name)
        staff.page.fill("input[name=password]", PASSWORD)
        staff.page.click("button[type=submit]")
        return staff.settled()

    return opened


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def wait_for(server: Server, process: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + _STARTS_WITHIN
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{server.url}/_stcore/health", timeout=5) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    pytest.fail(f"the server did not start:\n{server.said}")
