"""`users`: who may sign in. A password is never given on the command line; a new one is shown once."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable

from indicators import access
from indicators.access import administration
from indicators.access.accounts import ONE_TIME_LASTS, Standing
from indicators.commands import identity, output
from indicators.commands.refusal import Refused
from indicators.wording import commands as say
from indicators.wording import users as users_words
from indicators.wording.access import ROLES


def run(asked: Namespace) -> None:
    """Raises Refused."""
    try:
        # On the server itself, the first admin is made by whoever stands before it.
        by = None if not asked.acting_as and not access.has_admin() else identity.acting(asked.acting_as)
        _ACTIONS[asked.action](by, asked)
    except access.AccessError as refused:
        raise Refused(str(refused)) from refused


def _list(by: access.Account | None, asked: Namespace) -> None:
    found = administration.standings(by)
    if by is not None and not found:
        raise Refused(say.NOT_ALLOWED.format(name=by.name, role=ROLES[by.role], kabupaten=by.kabupaten))
    if asked.format == "json":
        output.write_json([_as_json(standing) for standing in found])
        return
    rows = [
        (
            standing.account.name,
            standing.account.display_name,
            ROLES[standing.account.role],
            standing.account.kabupaten,
            ", ".join(standing.account.facilities) or None,
            users_words.standing(standing.active, standing.locked, standing.must_change is not None),
        )
        for standing in found
    ]
    output.write(*(output.as_table(say.USERS_COLUMNS, rows) if rows else [say.USERS_NONE]))


def _add(by: access.Account | None, asked: Namespace) -> None:
    added, code = administration.invite(
        by,
        name=asked.name,
        display_name=asked.full_name,
        role=asked.role,
        kabupaten=asked.kabupaten,
        facilities=asked.facility,
        identity=asked.identity or "",
    )
    said = say.USERS_ADDED.format(name=added.name, role=ROLES[added.role], kabupaten=added.kabupaten)
    _show_code(asked, added.name, code, said)


def _reset(by: access.Account | None, asked: Namespace) -> None:
    _show_code(asked, asked.name, administration.reset(by, asked.name))


def _show_code(asked: Namespace, name: str, code: str, *before: str) -> None:
    if asked.format == "json":
        output.write_json({"name": name, "one_time_password": code, "days": ONE_TIME_LASTS.days})
        return
    output.write(
        *before,
        say.USERS_ONE_TIME.format(name=name, code=code),
        say.USERS_ONE_TIME_NOTE.format(days=ONE_TIME_LASTS.days),
    )


def _role(by: access.Account | None, asked: Namespace) -> None:
    administration.assign(
        by,
        asked.name,
        role=asked.role,
        kabupaten=asked.kabupaten,
        facilities=asked.facility,
        identity=asked.identity,
    )
    _done(asked, say.USERS_ASSIGNED.format(name=asked.name, role=ROLES[asked.role], kabupaten=asked.kabupaten))


def _deactivate(by: access.Account | None, asked: Namespace) -> None:
    administration.set_active(by, asked.name, False)
    _done(asked, say.USERS_DEACTIVATED.format(name=asked.name))


def _activate(by: access.Account | None, asked: Namespace) -> None:
    administration.set_active(by, asked.name, True)
    _done(asked, say.USERS_ACTIVATED.format(name=asked.name))


def _unlock(by: access.Account | None, asked: Namespace) -> None:
    administration.unlock(by, asked.name)
    _done(asked, say.USERS_UNLOCKED.format(name=asked.name))


def _remove(by: access.Account | None, asked: Namespace) -> None:
    output.confirm(say.USERS_REMOVE_ASK.format(name=asked.name), agreed=asked.yes)
    administration.remove(by, asked.name)
    _done(asked, say.USERS_REMOVED.format(name=asked.name))


def _done(asked: Namespace, said: str) -> None:
    if asked.format == "json":
        output.write_json({"name": asked.name, "done": asked.action})
    else:
        output.write(said)


def _as_json(standing: Standing) -> dict[str, object]:
    return {
        "name": standing.account.name,
        "full_name": standing.account.display_name,
        "role": standing.account.role.value,
        "kabupaten": standing.account.kabupaten,
        "facilities": list(standing.account.facilities),
        "identity": standing.identity,
        "active": standing.active,
        "locked": standing.locked,
        "must_change_password": standing.must_change is not None,
    }


_ACTIONS: dict[str, Callable[[access.Account | None, Namespace], None]] = {
    "list": _list,
    "add": _add,
    "role": _role,
    "reset": _reset,
    "deactivate": _deactivate,
    "activate": _activate,
    "unlock": _unlock,
    "remove": _remove,
}
