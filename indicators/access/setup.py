"""The first admin: whoever can read the server's console may create one, once."""

from __future__ import annotations

import secrets

from indicators.access.accounts import add_account, has_accounts, normal_name
from indicators.access.attempts import Attempts
from indicators.access.folder import access_folder, offline_copy, write_lock, write_private
from indicators.access.passwords import check_password, random_code
from indicators.access.refusals import SetupRefused, TooManyAttempts
from indicators.access.rights import EVERY_KABUPATEN, Role
from indicators.access.sessions import token_for
from indicators.wording import access as wording

_GROUPS = 4
SETUP_ATTEMPTS = Attempts(limit=10, window=15 * 60)


def setup_code() -> str | None:
    """The one-time code for the first admin, kept in a private file until it is used; None once an account
    exists, and in a copy, which has none. Raises AccountsUnreadable."""
    if offline_copy() is not None:
        return None
    path = access_folder() / "setup_code"
    with write_lock():
        if has_accounts():
            path.unlink(missing_ok=True)
            return None
        if not path.is_file():
            write_private(path, random_code(_GROUPS))
        return path.read_text(encoding="utf-8").strip()


def create_first_admin(*, code: str, name: str, display_name: str, password: str, address: str) -> str:
    """Create the first account, an admin of every kabupaten, and return a token for it.

    Raises SetupRefused for a wrong code or when an account exists, TooManyAttempts, AccountRefused for
    its details.
    """
    wait = SETUP_ATTEMPTS.claim(address)
    if wait > 0:
        raise TooManyAttempts(wait)
    expected = setup_code()
    if expected is None:
        raise SetupRefused(wording.SETUP_IS_OVER if offline_copy() is None else wording.COPY_HAS_NO_ACCOUNTS)
    if not secrets.compare_digest(_letters(code).encode(), _letters(expected).encode()):
        raise SetupRefused(wording.WRONG_SETUP_CODE)
    SETUP_ATTEMPTS.forgive(address)
    check_password(password, name=normal_name(name))
    created = add_account(
        name=name,
        display_name=display_name,
        password=password,
        role=Role.ADMIN,
        kabupaten=EVERY_KABUPATEN,
        allowed=_only_as_the_first,
    )
    setup_code()
    return token_for(created)


def _only_as_the_first(has_any: bool) -> None:
    if has_any:
        raise SetupRefused(wording.SETUP_IS_OVER)


def _letters(code: str) -> str:
    return "".join(code.upper().replace("-", " ").split())
