"""`account`: who may sign in. A password is typed or comes by the environment, never on the command line."""

from __future__ import annotations

import getpass
import os
import warnings
from argparse import Namespace

from indicators import access
from indicators.commands import output
from indicators.commands.arguments import PASSWORD_SETTING
from indicators.commands.refusal import Refused
from indicators.wording import commands as say
from indicators.wording.access import ROLES


def run(asked: Namespace) -> None:
    """Raises Refused."""
    try:
        {"list": _list, "add": _add, "password": _password, "remove": _remove}[asked.action](asked)
    except access.AccessError as refused:
        raise Refused(str(refused)) from refused


def _list(asked: Namespace) -> None:
    found = [(a.name, a.display_name, ROLES[a.role], a.kabupaten) for a in access.all_accounts()]
    output.write(*(output.as_table(say.ACCOUNT_COLUMNS, found) if found else [say.ACCOUNT_NONE]))


def _add(asked: Namespace) -> None:
    added = access.create_account(
        name=asked.name,
        display_name=asked.full_name,
        password=_ask_password(),
        role=asked.role,
        kabupaten=asked.kabupaten,
    )
    output.write(say.ACCOUNT_ADDED.format(name=added.name, role=ROLES[added.role], kabupaten=added.kabupaten))


def _password(asked: Namespace) -> None:
    access.change_password(name=asked.name, password=_ask_password())
    output.write(say.ACCOUNT_PASSWORD_CHANGED.format(name=asked.name))


def _remove(asked: Namespace) -> None:
    output.confirm(say.ACCOUNT_REMOVE_ASK.format(name=asked.name), agreed=asked.yes)
    access.remove_account(asked.name)
    output.write(say.ACCOUNT_REMOVED.format(name=asked.name))


def _ask_password() -> str:
    """The password of the environment, else typed twice. Raises Refused."""
    if given := os.environ.get(PASSWORD_SETTING):
        return given
    try:
        with warnings.catch_warnings():
            # Where the terminal cannot hide what is typed, getpass would only warn and show it.
            warnings.simplefilter("error", getpass.GetPassWarning)
            typed = getpass.getpass(say.PASSWORD_ASK)
            again = getpass.getpass(say.PASSWORD_ASK_AGAIN)
    except (EOFError, getpass.GetPassWarning) as error:
        raise Refused(say.PASSWORD_NOT_GIVEN.format(variable=PASSWORD_SETTING)) from error
    if typed != again:
        raise Refused(say.PASSWORDS_DIFFER)
    return typed
