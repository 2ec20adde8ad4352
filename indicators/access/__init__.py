"""Accounts, roles and rights; knows nothing of the screens and of the web server."""

from __future__ import annotations

from indicators.access.accounts import (
    all_accounts,
    change_password,
    change_rights,
    create_account,
    has_accounts,
    remove_account,
)
from indicators.access.passwords import SHORTEST as SHORTEST_PASSWORD
from indicators.access.refusals import (
    AccessError,
    AccountRefused,
    AccountsUnreadable,
    SecretTooShort,
    SetupRefused,
    SignInRefused,
    TooManyAttempts,
)
from indicators.access.rights import (
    EVERY_KABUPATEN,
    Account,
    Role,
    may_administer,
    may_see_sensitive,
    may_upload,
)
from indicators.access.sessions import COOKIE, LIFETIME, account_of, sign_in, sign_out, signing_secret
from indicators.access.setup import create_first_admin, setup_code

__all__ = [
    "COOKIE",
    "EVERY_KABUPATEN",
    "LIFETIME",
    "SHORTEST_PASSWORD",
    "AccessError",
    "Account",
    "AccountRefused",
    "AccountsUnreadable",
    "Role",
    "SecretTooShort",
    "SetupRefused",
    "SignInRefused",
    "TooManyAttempts",
    "account_of",
    "all_accounts",
    "change_password",
    "change_rights",
    "create_account",
    "create_first_admin",
    "has_accounts",
    "may_administer",
    "may_see_sensitive",
    "may_upload",
    "remove_account",
    "setup_code",
    "sign_in",
    "sign_out",
    "signing_secret",
]
