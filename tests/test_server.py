"""The server: what it says at start, uploads that stay in memory, and one start for real."""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
import streamlit as st
from starlette.formparsers import MultiPartParser
from starlette.testclient import TestClient
from streamlit import config
from streamlit.runtime import Runtime
from streamlit.web.server.starlette import starlette_routes, starlette_server

import server
from indicators import access
from indicators.screens import sign_in

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KPI_WAREHOUSE", str(tmp_path / "warehouse"))
    return tmp_path / "warehouse"


def test_messages_are_sent_at_once_on_every_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(starlette_server, "_bind_socket", starlette_server._bind_socket)
    server.send_without_waiting()
    listening = starlette_server._bind_socket("127.0.0.1", 0, 1)
    listening.setblocking(True)
    with listening, socket.create_connection(listening.getsockname()):
        accepted, _ = listening.accept()
        with accepted:
            assert accepted.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)


# The console


def test_the_console_says_the_address_and_the_link_for_the_first_admin(capsys: pytest.CaptureFixture[str]) -> None:
    server.announce(["http://127.0.0.1:8501"])
    said = capsys.readouterr().out
    assert "Dasbor berjalan di http://127.0.0.1:8501\n" in said
    assert f"http://127.0.0.1:8501/mulai?kode={access.setup_code()}" in said


def test_once_an_account_exists_the_console_shows_no_code(capsys: pytest.CaptureFixture[str]) -> None:
    access.create_account(name="admin", display_name="Admin", password="melijo pagi hari", role="admin")
    server.announce(["http://127.0.0.1:8501"])
    assert "kode" not in capsys.readouterr().out


def test_an_unreadable_accounts_file_is_said_and_does_not_stop_the_server(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.mkdir()
    (folder / "accounts.json").write_text("{")
    server.announce([])
    assert "Pulihkan accounts.json" in capsys.readouterr().out


def test_a_server_for_the_network_names_both_addresses() -> None:
    assert server.urls_of("0.0.0.0", 80) == ["http://localhost:80", f"http://{socket.gethostname()}:80"]
    assert server.urls_of("10.1.2.3", 8501) == ["http://10.1.2.3:8501"]
    assert server.urls_of("::1", 8501) == ["http://[::1]:8501"]


def test_a_port_in_use_is_said_in_bahasa(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert server.main(["--port", str(port)]) == 1
    said = capsys.readouterr().out
    assert f"port {port} tidak dapat dipakai" in said
    assert f"--port {port + 1}" in said


def test_a_short_secret_stops_the_start_with_its_reason(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("KPI_SECRET", "pendek")
    assert server.main(["--port", str(free_port())]) == 1
    assert "KPI_SECRET terlalu pendek" in capsys.readouterr().out


# Uploads


@pytest.fixture
def running(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[TestClient, st.App]]:
    """A small app, started; what it changes in the process is put back."""
    monkeypatch.setenv(sign_in.SERVED, "")
    monkeypatch.setattr(MultiPartParser, "spool_max_size", MultiPartParser.spool_max_size)
    monkeypatch.setattr(config, "_main_script_path", config._main_script_path)
    monkeypatch.setattr(Runtime, "_instance", None)
    monkeypatch.setattr(starlette_routes, "is_xsrf_enabled", lambda: False)
    script = tmp_path / "app.py"
    script.write_text("import streamlit as st\nst.title('Percobaan')\n")
    app = server.dashboard(script)
    with TestClient(app) as client:
        yield client, app


def upload(client: TestClient, app: st.App, content: bytes, monkeypatch: pytest.MonkeyPatch) -> int:
    assert app._runtime is not None
    monkeypatch.setattr(app._runtime, "is_active_session", lambda session: True)
    answer = client.put("/_stcore/upload_file/sesi/berkas", files={"file": ("a.csv", content)})
    if answer.status_code == 204:
        [kept] = app._runtime.uploaded_file_mgr.get_files("sesi", ["berkas"])
        assert kept.data == content
    return int(answer.status_code)


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Uploads that were moved from memory to a temporary file."""
    moved: list[object] = []
    rollover = tempfile.SpooledTemporaryFile.rollover

    def counted(spooled: tempfile.SpooledTemporaryFile[bytes]) -> None:
        moved.append(spooled)
        rollover(spooled)

    monkeypatch.setattr(tempfile.SpooledTemporaryFile, "rollover", counted)
    return moved


@pytest.mark.parametrize("megabytes", [5, 24])
def test_an_upload_up_to_the_limit_is_never_written_to_a_file(
    running: tuple[TestClient, st.App], written: list[object], megabytes: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert upload(*running, b"x" * megabytes * 1024 * 1024, monkeypatch) == 204
    assert written == []


def test_without_the_raised_limit_it_would_be(
    running: tuple[TestClient, st.App], written: list[object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(MultiPartParser, "spool_max_size", 1024 * 1024)
    assert upload(*running, b"x" * 5 * 1024 * 1024, monkeypatch) == 204
    assert len(written) == 1


def test_an_upload_over_the_limit_is_refused(
    running: tuple[TestClient, st.App], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert upload(*running, b"x" * 26 * 1024 * 1024, monkeypatch) == 413


def test_sign_in_stands_beside_the_app_and_pages_know_it(running: tuple[TestClient, st.App]) -> None:
    client, _ = running
    assert client.get("/masuk").status_code == 200
    assert '<html lang="id">' in client.get("/peta", headers={"Accept": "text/html"}).text
    assert os.environ[sign_in.SERVED] == "1"


# One start for real


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def body_of(url: str, accept: str = "*/*") -> str:
    with urllib.request.urlopen(urllib.request.Request(url, headers={"Accept": accept}), timeout=10) as answer:
        return str(answer.read().decode())


def wait_for(url: str, process: subprocess.Popen[str]) -> None:
    for _ in range(300):
        assert process.poll() is None, "the server stopped"
        try:
            body_of(url)
        except (urllib.error.URLError, ConnectionError):
            time.sleep(0.1)
        else:
            return
    pytest.fail("the server did not answer")


@pytest.mark.slow
def test_started_from_another_folder_the_server_uses_the_projects_settings(tmp_path: Path) -> None:
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    command = [sys.executable, str(ROOT / "server.py"), "--port", str(port)]
    with subprocess.Popen(
        command, cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as process:
        try:
            wait_for(f"{url}/_stcore/health", process)
            assert '<html lang="id">' in body_of(f"{url}/peta", accept="text/html")
            assert "Topology" in body_of(f"{url}/app/static/topo/world_110m.json")
            assert "Kode penyiapan" in body_of(f"{url}/mulai")
        finally:
            process.send_signal(signal.SIGINT)  # as Ctrl+C, which the console names
            said = process.communicate(timeout=30)[0]
    assert (process.returncode, "Traceback" in said) == (0, False)
    assert f"Dasbor berjalan di {url}\n" in said
    assert re.search(rf"{re.escape(url)}/mulai\?kode=(?:[A-Z2-9]{{4}}-){{3}}[A-Z2-9]{{4}}\n", said)
    assert "You can now view" not in said
