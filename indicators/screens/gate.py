"""The gate before everything that is served: who may not look gets nothing but the way in.

Streamlit itself knows no visitors: without this, its page, its websocket, the files under static/ and the downloads of
other sessions would be open to whoever knows the address.
"""

from __future__ import annotations

from urllib.parse import quote

from starlette.requests import HTTPConnection
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from indicators import access
from indicators.catalogue import ROOT
from indicators.screens.sign_in_page import PASSWORD, PATHS, PROVIDER_COOKIE, PROVIDER_DONE, SIGN_IN
from indicators.wording import access as wording

_STATIC = "/app/static"
# What the sign-in forms themselves load, what Streamlit's st.login answers on, and whether the server is up.
_OPEN = {
    *PATHS,
    *(f"{_STATIC}/fonts/{path.name}" for path in (ROOT / "static" / "fonts").glob("*")),
    f"{_STATIC}/icon.png",
    f"{_STATIC}/sign-in.css",
    "/_stcore/health",
    "/auth/login",
    "/auth/logout",
    "/oauth2callback",
}


class Gate:
    """ASGI middleware: turns away who may not look, and who has to replace a one-time password first.

    Every other request passes unchanged; the forms and their style are always served.
    """

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket") or scope["path"] in _OPEN:
            await self._app(scope, receive, send)
            return
        connection = HTTPConnection(scope)
        token = connection.cookies.get(access.COOKIE)
        if scope["path"] == "/" and scope["type"] == "http" and PROVIDER_COOKIE in connection.cookies:
            # st.login always comes back here; where it was begun by us, what it brings is still to be exchanged.
            turned_to = PROVIDER_DONE
        elif access.account_waiting(token):
            turned_to = PASSWORD
        elif access.may_view(access.account_of(token)):
            await self._app(scope, receive, send)
            return
        else:
            turned_to = SIGN_IN
        if scope["type"] == "websocket":
            await receive()
            await send({"type": "websocket.close", "code": 1008})
        else:
            await _turn_away(connection, turned_to)(scope, receive, send)


def _turn_away(connection: HTTPConnection, form: str) -> Response:
    """A page leads to the form and from there back; anything else is refused."""
    headers = {"Cache-Control": "no-store"}
    if connection.scope["method"] == "GET" and "text/html" in connection.headers.get("accept", ""):
        path = connection.url.path + (f"?{connection.url.query}" if connection.url.query else "")
        return RedirectResponse(f"{form}?next={quote(path)}", status_code=303, headers=headers)
    return PlainTextResponse(wording.ACCOUNT_WANTED, status_code=401, headers=headers)
