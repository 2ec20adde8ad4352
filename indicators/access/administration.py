"""Managing accounts in somebody's name: every function checks the admin's right at the moment it writes.

An admin of one kabupaten manages the accounts of that kabupaten, one of all kabupaten every account. by: who does
it; None only while there is no admin of all kabupaten, so that the first can be made on the server itself.
Each raises NotAllowed, AccountRefused, AccountsUnreadable.
"""

from __future__ import annotations

from collections.abc import Sequence

from indicators.access import accounts, lockout
from indicators.access.accounts import Standing, all_standings, normal_name, stored_account
from indicators.access.refusals import AccountRefused, NotAllowed
from indicators.access.rights import EVERY_KABUPATEN, Account, may_administer
from indicators.wording import access as wording


def standings(by: Account | None) -> tuple[Standing, ...]:
    """The accounts that this person manages, by name."""
    return tuple(found for found in all_standings() if _may_manage(by, found.account.kabupaten))


def invite(
    by: Account | None,
    *,
    name: str,
    display_name: str,
    role: str,
    kabupaten: str,
    facilities: Sequence[str] = (),
    identity: str = "",
) -> tuple[Account, str]:
    """Add an account; with its one-time password, which is kept nowhere else."""
    _require(by, kabupaten)
    return accounts.invite_account(
        name=name,
        display_name=display_name,
        role=role,
        kabupaten=kabupaten,
        facilities=facilities,
        identity=identity,
    )


def assign(
    by: Account | None,
    name: str,
    *,
    role: str,
    kabupaten: str,
    facilities: Sequence[str] = (),
    identity: str | None = None,
) -> None:
    """Give an account another role, kabupaten, facilities or identity (None: as it is)."""
    _require_over(by, name)
    _require(by, kabupaten)
    accounts.change_rights(name=name, role=role, kabupaten=kabupaten, facilities=facilities, identity=identity)


def reset(by: Account | None, name: str) -> str:
    """A new one-time password, which also unlocks; nobody resets their own, they change it."""
    _require_over(by, name)
    if by is not None and normal_name(name) == by.name:
        raise AccountRefused(wording.RESET_OF_OWN)
    return accounts.reset_password(name)


def set_active(by: Account | None, name: str, active: bool) -> None:
    """Close an account, keeping its name, or open it again."""
    _require_over(by, name)
    accounts.set_active(name, active)


def unlock(by: Account | None, name: str) -> None:
    """Forget the failures that locked an account."""
    _require_over(by, name)
    lockout.forget(normal_name(name))


def remove(by: Account | None, name: str) -> None:
    """Remove an account; what it has sent keeps the name it was sent under."""
    _require_over(by, name)
    accounts.remove_account(name)


def _require_over(by: Account | None, name: str) -> None:
    found = stored_account(name)
    # An unknown name is told to those who may manage every account, and is as closed as another's to the rest.
    _require(by, found.kabupaten if found else EVERY_KABUPATEN)
    if found is None:
        raise AccountRefused(wording.NAME_UNKNOWN.format(name=normal_name(name)))


def _require(by: Account | None, kabupaten: str) -> None:
    if not _may_manage(by, kabupaten):
        raise NotAllowed(wording.NOT_ADMIN)


def _may_manage(by: Account | None, kabupaten: str) -> bool:
    return may_administer(by, kabupaten) if by is not None else not accounts.has_admin()
