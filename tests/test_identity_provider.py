"""Sign-in with a real OpenID Connect provider: one process of it and one of the dashboard, both on localhost."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from websockets.exceptions import InvalidStatus
from websockets.sync.client import connect

from indicators import access
from indicators.wording import access as wording

pytestmark = pytest.mark.slow

ROOT = Path(__file__).resolve().parent.parent
EMAIL = "siti@dinkes.test"
SITI = {"sub": "siti", "email": EMAIL, "email_verified": True, "name": "Siti Rahma", "preferred_username": "srahma"}
STRANGER = {"sub": "orang", "email": "orang@lain.test", "email_verified": True, "name": "Orang Lain"}
UNVERIFIED = {"sub": "palsu", "email": EMAIL, "email_verified": False, "name": "Bukan Siti"}
# Started from a folder with secrets of its own, the server is the same as in the repository.
STARTER = "import sys; sys.path.insert(0, {root!r}); import server; sys.exit(server.main(['--port', {port!r}]))"


@dataclass(frozen=True)
class Served:
    dashboard: str
    provider: str


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Both servers; strangers may look, and the dashboard is closed to everyone else."""
    folder = tmp_path_factory.mktemp("dasbor")
    dashboard, provider = (f"http://localhost:{free_port()}" for _ in range(2))
    (folder / ".streamlit").mkdir()
    shutil.copy(ROOT / ".streamlit" / "config.toml", folder / ".streamlit")
    (folder / ".streamlit" / "secrets.toml").write_text(
        f'[auth]\nredirect_uri = "{dashboard}/oauth2callback"\ncookie_secret = "{"k" * 40}"\n'
        f'client_id = "dasbor"\nclient_secret = "rahasia"\n'
        f'server_metadata_url = "{provider}/.well-known/openid-configuration"\n'
    )
    settings = {"KPI_WAREHOUSE": str(folder / "gudang"), "KPI_VIEWING": "signed-in", "KPI_OIDC_UNKNOWN": "viewer"}
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KPI_WAREHOUSE", settings["KPI_WAREHOUSE"])
        access.invite_account(
            name="siti", display_name="Siti Rahma", role="uploader", kabupaten="35.10", identity=EMAIL
        )
    claims = [part for user in (SITI, STRANGER, UNVERIFIED) for part in ("--user-claims", json.dumps(user))]
    commands = [
        [sys.executable, "-m", "oidc_provider_mock", "--port", port_of(provider), *claims],
        [sys.executable, "-c", STARTER.format(root=str(ROOT), port=port_of(dashboard))],
    ]
    quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    running = [subprocess.Popen(c, cwd=folder, env=os.environ | settings, **quiet) for c in commands]  # type: ignore[call-overload]
    try:
        wait_for(f"{provider}/.well-known/openid-configuration", running[0])
        wait_for(f"{dashboard}/_stcore/health", running[1])
        yield Served(dashboard, provider)
    finally:
        for process in running:
            process.terminate()
            process.wait(timeout=30)


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


def port_of(address: str) -> str:
    return str(urlsplit(address).port)


def wait_for(url: str, process: subprocess.Popen[bytes]) -> None:
    for _ in range(600):
        assert process.poll() is None, f"{url} stopped"
        try:
            httpx.get(url, timeout=5).raise_for_status()
        except httpx.HTTPError:
            time.sleep(0.1)
        else:
            return
    pytest.fail(f"{url} did not answer")


def browser(served: Served) -> httpx.Client:
    return httpx.Client(base_url=served.dashboard, follow_redirects=True, headers={"Accept": "text/html"}, timeout=30)


def come_as(client: httpx.Client, subject: str, next_path: str = "/") -> httpx.Response:
    """From our sign-in page to the provider, consent there, and back; the page one ends on."""
    form = client.get(f"/masuk?next={next_path}")
    link = re.search(r'href="(/masuk-kabupaten[^"]*)"', form.text)
    assert link is not None
    asked = client.get(unescape(link[1]))
    assert "client_id=dasbor" in str(asked.url)
    return client.post(str(asked.url), data={"sub": subject})


def test_the_provider_is_offered_and_leads_back_to_where_one_wanted_to_go(served: Served) -> None:
    with browser(served) as client:
        assert wording.PROVIDER_BUTTON in client.get("/masuk").text
        ended = come_as(client, "siti", "/unggah%3Fkabupaten%3D51.01")
        assert (ended.status_code, ended.url.path) == (200, "/unggah")
        assert parse_qs(ended.url.query.decode()) == {"kabupaten": ["51.01"]}
        # The role is the one that the admin gave; the one-time password was never needed.
        assert "Siti Rahma (Petugas data)" in client.get("/keluar").text


def test_one_without_an_account_is_a_reader_and_no_more(served: Served) -> None:
    with browser(served) as client:
        assert come_as(client, "orang").url.path == "/"
        assert "Orang Lain (Pembaca)" in client.get("/keluar").text


def test_an_address_that_is_not_verified_names_nobody(served: Served) -> None:
    with browser(served) as client:
        ended = come_as(client, "palsu")
        assert ended.status_code == 401
        assert wording.PROVIDER_SILENT in ended.text
        assert access.COOKIE not in client.cookies


def test_a_cookie_of_st_login_alone_opens_nothing(served: Served) -> None:
    with browser(served) as client:
        come_as(client, "siti")
        client.cookies.delete(access.COOKIE)
        assert any(name.startswith("_streamlit_user") for name in client.cookies)
        assert client.get("/peta").url.path == "/masuk"
        assert client.get("/masuk-selesai").url.path == "/masuk"


def test_signing_out_ends_the_session_and_offers_to_leave_the_provider(served: Served) -> None:
    with browser(served) as client:
        come_as(client, "siti")
        token = re.search(r'name="form" value="([^"]+)"', client.get("/keluar").text)
        assert token is not None
        said = client.post("/keluar", data={"form": token[1]})
        assert wording.SIGNED_OUT in said.text
        assert client.get("/peta").url.path == "/masuk"
        left = client.get("/auth/logout", follow_redirects=False)
        assert "_streamlit_user=" in ";".join(left.headers.get_list("set-cookie"))


def test_without_a_session_nothing_of_the_dashboard_is_sent(served: Served) -> None:
    with httpx.Client(base_url=served.dashboard, timeout=30) as client:
        for path in ("/", "/peta", "/_stcore/host-config", "/app/static/boundaries/35.10.kecamatan.geojson"):
            assert client.get(path).status_code == 401
    stream = served.dashboard.replace("http", "ws") + "/_stcore/stream"
    with pytest.raises(InvalidStatus, match="403"):
        connect(stream, subprotocols=["streamlit"])  # type: ignore[list-item]
