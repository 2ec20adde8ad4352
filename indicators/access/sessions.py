"""Sign-in and sign-out: a signed token says who someone is, until it expires or is ended."""

from __future__ import annotations

import json
import logging
import os
import secrets
import time
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from itsdangerous import BadData, URLSafeTimedSerializer

from indicators.access import lockout
from indicators.access.accounts import (
    StoredAccount,
    change_password,
    normal_name,
    stored_account,
    stored_account_of_identity,
)
from indicators.access.attempts import Attempts
from indicators.access.folder import access_folder, secret_in, write_lock, write_private
from indicators.access.passwords import matches
from indicators.access.refusals import (
    AccountRefused,
    AccountsUnreadable,
    MustChangePassword,
    SecretTooShort,
    SignInRefused,
    TooManyAttempts,
)
from indicators.access.rights import EVERY_KABUPATEN, Account, Role
from indicators.wording import access as wording

COOKIE = "kpi_masuk"
LIFETIME = 12 * 60 * 60  # seconds: a working day, so that nobody is signed out between two uploads
SECRET_SETTING = "KPI_SECRET"
UNKNOWN_SETTING = "KPI_OIDC_UNKNOWN"
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

    A person whose password was given by an admin gets a token that `account_waiting` knows and `account_of` does not.

    Raises SignInRefused, the same for an unknown or closed name and a wrong password; TooManyAttempts, also a
    SignInRefused; AccountsUnreadable.
    """
    return token_for(_proved(name, password, address))


def sign_in_identity(identity: str, display_name: str) -> str:
    """A token for the person whom the kabupaten's OpenID Connect provider has named.

    One without an account becomes a reader where the setting KPI_OIDC_UNKNOWN says `viewer`, and is refused
    otherwise. Raises SignInRefused, AccountsUnreadable.
    """
    stored = stored_account_of_identity(identity)
    if stored is not None and stored.active:
        return token_for(stored, named_by_provider=True)
    if stored is None and _unknown_may_look():
        return _signer().dumps({"guest": display_name[:80], "session": secrets.token_urlsafe(12)})
    raise SignInRefused(wording.IDENTITY_UNKNOWN)


def _unknown_may_look() -> bool:
    return os.environ.get(UNKNOWN_SETTING) == "viewer"


def prove(name: str, password: str, address: str) -> Account:
    """Whose name and password these are, without beginning a session.

    Raises as `sign_in` does, and MustChangePassword, also a SignInRefused.
    """
    stored = _proved(name, password, address)
    if stored.one_time_until is not None:
        raise MustChangePassword
    return stored.account()


def replace_password(token: str | None, *, current: str, password: str, address: str) -> str:
    """Give the holder of this token a new password, end all its sessions, and return a token of a new one.

    current: the password so far; not asked of one who has just come in with a one-time password.
    Raises AccountRefused for the new password, and as `sign_in` does for the current one.
    """
    stored, waiting = _session_of(token)
    if stored is None:
        raise SignInRefused(wording.SESSION_IS_OVER)
    if not waiting:
        _proved(stored.name, current, address)
    if matches(password, stored.password_hash):
        raise AccountRefused(wording.PASSWORD_IS_THE_OLD_ONE)
    return token_for(change_password(name=stored.name, password=password))


def _proved(name: str, password: str, address: str) -> StoredAccount:
    name = normal_name(name)
    subject = (name, address)
    wait = max(lockout.seconds_left(name), ATTEMPTS.claim(subject), ATTEMPTS_PER_ADDRESS.claim(address))
    if wait > 0:
        raise TooManyAttempts(wait)
    lockout.count_failure(name)
    stored = stored_account(name)
    fits = matches(password, stored.password_hash if stored and stored.active else None)
    if stored is None or not fits:
        raise SignInRefused(wording.WRONG_NAME_OR_PASSWORD)
    lockout.forget(name)
    ATTEMPTS.forgive(subject)
    ATTEMPTS_PER_ADDRESS.take_back(address)
    if stored.one_time_until is not None and stored.one_time_until < datetime.now(UTC):
        raise SignInRefused(wording.ONE_TIME_IS_OVER)
    return stored


def token_for(stored: StoredAccount, *, named_by_provider: bool = False) -> str:
    """A new session of this account."""
    content = {"name": stored.name, "serial": stored.serial, "session": secrets.token_urlsafe(12)}
    return _signer().dumps({**content, "provider": "1"} if named_by_provider else content)


def account_of(token: str | None) -> Account | None:
    """Who holds this token; None when it is missing, forged, expired, ended, or accounts cannot be read, and for
    one who still has to replace a one-time password: nothing but that is open to them."""
    stored, waiting = _session_of(token)
    if stored is not None:
        return None if waiting else stored.account()
    return _guest_of(token)


def account_waiting(token: str | None) -> Account | None:
    """Who holds this token and has to replace a one-time password first; None for everyone else."""
    stored, waiting = _session_of(token)
    return stored.account() if stored is not None and waiting else None


def _session_of(token: str | None) -> tuple[StoredAccount | None, bool]:
    """The account of a session that has not ended, and whether it has to replace a one-time password first, which
    whoever was named by the provider never has used."""
    content = _content(token)
    if content is None or "name" not in content:
        return None, False
    try:
        ended, stored = _ended(), stored_account(content["name"])
    except AccountsUnreadable:
        _log.error("the files of accounts cannot be read; everyone counts as signed out")
        return None, False
    if content["session"] in ended or stored is None or not stored.active:
        return None, False
    if not secrets.compare_digest(stored.serial, content["serial"]):
        return None, False
    return stored, stored.one_time_until is not None and "provider" not in content


def _guest_of(token: str | None) -> Account | None:
    """One whom the provider has named and who has no account here."""
    content = _content(token)
    if content is None or "guest" not in content or not _unknown_may_look():
        return None
    try:
        if content["session"] in _ended():
            return None
    except AccountsUnreadable:
        return None
    return Account(name="", display_name=content["guest"], role=Role.VIEWER, kabupaten=EVERY_KABUPATEN)


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
