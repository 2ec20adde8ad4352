"""Who gives a command that writes: an account, proved by its password, whose role must include what is asked.

Whoever may read and write the server's files needs no command to do so; this keeps the rights of the dashboard for
everybody else, and puts the right name into the history.
"""

from __future__ import annotations

import getpass
import os
import warnings
from collections.abc import Iterable

from indicators import access
from indicators.commands.arguments import PASSWORD_SETTING
from indicators.commands.refusal import Refused
from indicators.wording import commands as say
from indicators.wording.access import ROLES

ADDRESS = "command line"  # attempts are limited per address, as in the browser


def acting(name: str | None) -> access.Account:
    """The account given by `--as`, once its password was typed or found in the environment. Raises Refused."""
    if not name:
        raise Refused(say.AS_WANTED)
    try:
        return access.prove(name, _password(), ADDRESS)
    except access.AccessError as refused:
        raise Refused(str(refused)) from refused


def require(account: access.Account, right: access.Right, kabupaten: str) -> None:
    """Raises Refused unless the account's role includes the right in this kabupaten."""
    if not access.may(right, account, kabupaten):
        raise Refused(say.NOT_ALLOWED.format(name=account.name, role=ROLES[account.role], kabupaten=kabupaten))


def require_units(account: access.Account, kabupaten: str, units: Iterable[str]) -> None:
    """Raises Refused unless the account may send, publish and undo data of all these units."""
    if not access.may_send_for(account, kabupaten, units):
        raise Refused(say.NOT_ALLOWED_UNITS.format(name=account.name, kabupaten=kabupaten))


def require_viewing(name: str | None) -> None:
    """Raises Refused where looking needs an account and none was given, or not a good one."""
    if name is not None:
        acting(name)
    elif not access.may_view(None):
        raise Refused(say.AS_WANTED)


def sees_small_counts(name: str | None, kabupaten: str) -> bool:
    """Whether an answer shows small counts: on behalf of an account, which must be allowed to. Raises Refused."""
    if name is None:
        require_viewing(name)
        return False
    account = acting(name)
    if not access.may_see_sensitive(account, kabupaten):
        raise Refused(say.NOT_ALLOWED.format(name=account.name, role=ROLES[account.role], kabupaten=kabupaten))
    return True


def _password() -> str:
    """The password of the environment, else typed. Raises Refused."""
    if given := os.environ.get(PASSWORD_SETTING):
        return given
    try:
        with warnings.catch_warnings():
            # Where the terminal cannot hide what is typed, getpass would only warn and show it.
            warnings.simplefilter("error", getpass.GetPassWarning)
            return getpass.getpass(say.PASSWORD_ASK)
    except (EOFError, getpass.GetPassWarning) as error:
        raise Refused(say.PASSWORD_NOT_GIVEN.format(variable=PASSWORD_SETTING)) from error
