"""Sign-in with the kabupaten's OpenID Connect provider, through Streamlit's own st.login.

st.login needs a run of the app to begin, and its cookie lasts thirty days whatever happens to the account. So the
sign-in page leads straight to where st.login leads, and what comes back is exchanged at once for a session of ours:
one session, one account function, ended like any other. The names imported from inside Streamlit are to be replaced
when st.login can be begun by a link and its result be read in a route.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from typing import Any

from starlette.requests import Request
from streamlit import secrets
from streamlit.auth_util import encode_provider_token
from streamlit.web.server.starlette.starlette_auth_routes import _get_cookie_value_from_request
from streamlit.web.server.starlette.starlette_server_config import TOKENS_COOKIE_NAME, USER_COOKIE_NAME

CLAIM_SETTING = "KPI_OIDC_CLAIM"
BEGIN, SIGN_OUT = "/auth/login", "/auth/logout"
_PROVIDER = "default"


@dataclass(frozen=True)
class Identity:
    """Whom the provider has named: the claim that accounts are found by, and a name to show."""

    claim: str
    display_name: str


def is_configured() -> bool:
    """Whether .streamlit/secrets.toml has a complete section [auth]."""
    if not secrets.load_if_toml_exists():
        return False
    section = secrets.get("auth", {})
    return all(section.get(key) for key in ("redirect_uri", "cookie_secret", "client_id", "server_metadata_url"))


def begin_address() -> str:
    """Where the browser goes to be sent to the provider; valid for some minutes."""
    return f"{BEGIN}?provider={encode_provider_token(_PROVIDER)}"


def identity_of(request: Request) -> Identity | None:
    """Whom st.login's cookie names; None without it, with a forged one, or where the claim is missing.

    An e-mail address that the provider says is not verified names nobody: people may write any address there.
    """
    raw = _get_cookie_value_from_request(request, USER_COOKIE_NAME)
    if not raw:
        return None
    claims: dict[str, Any] = json.loads(raw)
    name = os.environ.get(CLAIM_SETTING) or "email"
    if name == "email" and claims.get("email_verified") is False:
        return None
    claim = str(claims.get(name) or "").strip()
    if not claim:
        return None
    return Identity(claim, str(claims.get("name") or claim))


def cookies_of(request: Request) -> list[str]:
    """Names of the cookies that st.login has left in this browser."""
    return [name for name in request.cookies if name.startswith((USER_COOKIE_NAME, TOKENS_COOKIE_NAME))]
