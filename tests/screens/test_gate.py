"""The gate: where viewing needs an account, nobody else gets page, websocket, boundaries or downloads."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient
from starlette.websockets import WebSocket, WebSocketDisconnect

from indicators import access
from indicators.screens import gate, sign_in

PASSWORD = "melijo pagi hari"
BROWSER = {"Accept": "text/html,*/*;q=0.8"}
SERVED = "isi dasbor"
CLOSED = [
    "/",
    "/peta",
    "/_stcore/host-config",
    "/_stcore/upload_file/sesi/berkas",
    "/media/0123.csv",
    "/app/static/boundaries/35.10.kecamatan.geojson",
    "/app/static/bahasa.js",
    "/app/static/fonts/../boundaries/35.10.kecamatan.geojson",
    "/static/js/index.js",
    "/masuk/",
]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("KPI_WAREHOUSE", str(tmp_path))
    monkeypatch.delenv("KPI_SECRET", raising=False)
    monkeypatch.setenv("KPI_VIEWING", "signed-in")
    return tmp_path


async def anything(request: Request) -> PlainTextResponse:
    return PlainTextResponse(SERVED)


async def streamed(websocket: WebSocket) -> None:
    await websocket.accept()
    await websocket.send_text(SERVED)
    await websocket.close()


def browser(token: str = "") -> TestClient:
    app = Starlette(
        routes=[WebSocketRoute("/_stcore/stream", streamed), *sign_in.routes(), Route("/{path:path}", anything)],
        middleware=[Middleware(gate.Gate)],
    )
    cookies = {access.COOKIE: token} if token else {}
    return TestClient(app, base_url="http://dasbor.test", follow_redirects=False, cookies=cookies)


def token_of(role: str = "viewer") -> str:
    access.create_account(name="siti", display_name="Siti", password=PASSWORD, role=role)
    return access.sign_in("siti", PASSWORD, "10.0.0.1")


def waiting_token() -> str:
    account, code = access.invite_account(name="siti", display_name="Siti", role="admin")
    return access.sign_in(account.name, code, "10.0.0.1")


@pytest.mark.parametrize("path", CLOSED)
def test_without_a_session_nothing_is_served(path: str) -> None:
    answer = browser().get(path)
    assert answer.status_code == 401
    assert SERVED not in answer.text


def test_without_a_session_a_page_leads_to_sign_in_and_back() -> None:
    answer = browser().get("/peta?kabupaten=51.01", headers=BROWSER)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/masuk?next=/peta%3Fkabupaten%3D51.01"


def test_without_a_session_the_websocket_is_closed_before_anything_is_sent() -> None:
    with pytest.raises(WebSocketDisconnect), browser().websocket_connect("/_stcore/stream") as stream:
        stream.receive_text()


@pytest.mark.parametrize("token", ["bukan token", "e30.aaaa.bbbb"])
def test_a_forged_session_opens_nothing(token: str) -> None:
    assert browser(token).get("/peta").status_code == 401


def test_the_forms_and_what_they_load_are_always_served() -> None:
    client = browser()
    for path in ("/masuk", "/keluar", "/mulai", "/sandi"):
        assert client.get(path).status_code == 200
    for path in ("/app/static/sign-in.css", "/app/static/icon.png", "/_stcore/health"):
        assert client.get(path).text == SERVED
    assert client.get("/app/static/fonts/plus-jakarta-sans-latin.woff2").text == SERVED


def test_with_a_session_everything_is_served() -> None:
    client = browser(token_of())
    assert client.get("/peta", headers=BROWSER).text == SERVED
    with client.websocket_connect("/_stcore/stream") as stream:
        assert stream.receive_text() == SERVED


def test_an_ended_session_is_turned_away() -> None:
    token = token_of()
    access.sign_out(token)
    assert browser(token).get("/peta").status_code == 401


def test_where_viewing_is_open_everyone_passes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KPI_VIEWING", "open")
    client = browser()
    assert [client.get(path).text for path in CLOSED] == [SERVED] * len(CLOSED)
    with client.websocket_connect("/_stcore/stream") as stream:
        assert stream.receive_text() == SERVED


@pytest.mark.parametrize("viewing", ["open", "signed-in"])
def test_with_a_one_time_password_one_gets_only_the_form_that_replaces_it(
    viewing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KPI_VIEWING", viewing)
    client = browser(waiting_token())
    assert client.get("/unggah", headers=BROWSER).headers["location"] == "/sandi?next=/unggah"
    assert client.get("/app/static/boundaries/35.10.kecamatan.geojson").status_code == 401
    with pytest.raises(WebSocketDisconnect), client.websocket_connect("/_stcore/stream") as stream:
        stream.receive_text()
    assert "kata sandi sekali pakai" in client.get("/sandi").text
