"""Sign-in and sign-out: a signed token says who someone is, until it expires or is ended."""

from __future__ import annotations

import json
import logging
import os
import secrets
import time
from functools import lru_cache
from pathlib import Path

from itsdangerous import BadData, URLSafeTimedSerializer

from indicators.access.accounts import StoredAccount, normal_name, stored_account
from indicators.access.attempts import Attempts
from indicators.access.folder import access_folder, secret_in, write_lock, write_private
from indicators.access.passwords import matches
from indicators.access.refusals import AccountsUnreadable, SecretTooShort, SignInRefused, TooManyAttempts
from indicators.access.rights import Account
from indicators.wording import access as wording

COOKIE = "kpi_masuk"
LIFETIME = 12 * 60 * 60  # seconds: a working day, so that nobody is signed out between two uploads
SECRET_SETTING = "KPI_SECRET"
_SHORTEST_SECRET = 32

ATTEMPTS = Attempts(limit=5, window=15 * 60)
# One address trying many names; an office behind one address still gets its work done.
ATTEMPTS_PER_ADDRESS = Attempts(limit=50, window=15 * 60)

_log = logging.getLogger(__name__)


def signing_secret() -> str:
    """The setting KPI_SECRET (the same in every process of one dashboard), else a file made on first use.

    Raises SecretTooShort.
    """
    given = os.environ.get(SECRET_SETTING)
    if not given:
        return secret_in("secret")
    if len(given) < _SHORTEST_SECRET:
        raise SecretTooShort(wording.SECRET_TOO_SHORT.format(length=_SHORTEST_SECRET))
    return given


def sign_in(name: str, password: str, address: str) -> str:
    """A token for this person. address: where the attempt comes from, to limit attempts.

    Raises SignInRefused, the same for an unknown name and a wrong password; TooManyAttempts, also a
    SignInRefused; AccountsUnreadable.
    """
    subject = (normal_name(name), address)
    wait = max(ATTEMPTS.claim(subject), ATTEMPTS_PER_ADDRESS.claim(address))
    if wait > 0:
        raise TooManyAttempts(wait)
    stored = stored_account(name)
    if not matches(password, stored.password_hash if stored else None) or stored is None:
        raise SignInRefused(wording.WRONG_NAME_OR_PASSWORD)
    ATTEMPTS.forgive(subject)
    ATTEMPTS_PER_ADDRESS.take_back(address)
    return token_for(stored)


def token_for(stored: StoredAccount) -> str:
    """A new session of this account."""
    return _signer().dumps({"name": stored.name, "serial": stored.serial, "session": secrets.token_urlsafe(12)})


def account_of(token: str | None) -> Account | None:
    """Who holds this token; None when it is missing, forged, expired, ended, or accounts cannot be read."""
    content = _content(token)
    if content is None:
        return None
    try:
        ended, stored = _ended(), stored_account(content["name"])
    except AccountsUnreadable:
        _log.error("the files of accounts cannot be read; everyone counts as signed out")
        return None
    if content["session"] in ended:
        return None
    if stored is None or not secrets.compare_digest(stored.serial, content["serial"]):
        return None
    return stored.account()


def sign_out(token: str | None) -> None:
    """End the session of this token everywhere, also in browser tabs that still hold it.

    Raises AccountsUnreadable.
    """
    content = _content(token)
    if content is None:
        return
    with write_lock():
        now = time.time()
        ended = {session: until for session, until in _ended().items() if until > now}
        write_private(_ended_path(), json.dumps({**ended, content["session"]: now + LIFETIME}))


def _content(token: str | None) -> dict[str, str] | None:
    if not token:
        return None
    try:
        content: dict[str, str] = _signer().loads(token, max_age=LIFETIME)
    except BadData:
        return None
    return content


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(signing_secret(), salt="kpi-session")


def _ended_path() -> Path:
    return access_folder() / "ended_sessions.json"


def _ended() -> dict[str, float]:
    path = _ended_path()
    try:
        found = path.stat()
    except FileNotFoundError:
        return {}
    return _parse_ended(path, found.st_ino, found.st_mtime_ns)


@lru_cache(maxsize=4)
def _parse_ended(path: Path, inode: int, modified: int) -> dict[str, float]:
    try:
        content: dict[str, float] = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise AccountsUnreadable(wording.SESSIONS_UNREADABLE) from error
    return content
