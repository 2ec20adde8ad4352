"""The accounts file: who may sign in, with which role, for which kabupaten."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from indicators.access import lockout
from indicators.access.folder import access_folder, offline_copy, write_lock, write_private
from indicators.access.passwords import check_password, hash_of, new_one_time_password
from indicators.access.refusals import AccountRefused, AccountsUnreadable
from indicators.access.rights import EVERY_KABUPATEN, Account, Role
from indicators.areas import all_kabupaten
from indicators.wording import access as wording

ONE_TIME_LASTS = timedelta(days=7)

_NAME = re.compile(r"[a-z0-9._-]{3,40}")
_LONGEST_DISPLAY_NAME = 80
_LONGEST_IDENTITY = 200


class StoredAccount(BaseModel):
    """One account as kept in accounts.json.

    serial changes with password, rights and standing, and ends every session begun before. identity: what the
    kabupaten's OpenID Connect provider calls this person. one_time_until: the password was given by an admin,
    serves until then, and has to be replaced before anything else.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    display_name: str
    role: Role
    kabupaten: str
    facilities: tuple[str, ...] = ()
    identity: str = ""
    password_hash: str
    one_time_until: datetime | None = None
    active: bool = True
    serial: str
    created_at: datetime

    def account(self) -> Account:
        return Account(
            name=self.name,
            display_name=self.display_name,
            role=self.role,
            kabupaten=self.kabupaten,
            facilities=self.facilities,
        )


@dataclass(frozen=True)
class Standing:
    """An account as its admin sees it. must_change: it still has the one-time password, which serves until then."""

    account: Account
    identity: str
    active: bool
    must_change: datetime | None
    locked: bool
    created_at: datetime


class _AccountsFile(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal[1] = 1
    accounts: tuple[StoredAccount, ...] = ()


def normal_name(name: str) -> str:
    """The name as stored and compared: trimmed, lower case."""
    return name.strip().casefold()


def stored_account(name: str) -> StoredAccount | None:
    """The stored account of this name. Raises AccountsUnreadable."""
    return _read().get(normal_name(name))


def has_accounts() -> bool:
    """Whether anyone can sign in yet. Raises AccountsUnreadable."""
    return bool(_read())


def has_admin() -> bool:
    """Whether anyone can manage the accounts. Raises AccountsUnreadable."""
    return any(map(_manages_accounts, _read().values()))


def all_accounts() -> tuple[Account, ...]:
    """Every account, by name. Raises AccountsUnreadable."""
    return tuple(stored.account() for _, stored in sorted(_read().items()))


def all_standings() -> tuple[Standing, ...]:
    """Every account with its standing, by name. Raises AccountsUnreadable."""
    return tuple(
        Standing(
            account=stored.account(),
            identity=stored.identity,
            active=stored.active,
            must_change=stored.one_time_until,
            locked=lockout.seconds_left(name) > 0,
            created_at=stored.created_at,
        )
        for name, stored in sorted(_read().items())
    )


def stored_account_of_identity(identity: str) -> StoredAccount | None:
    """The account that the provider's identity belongs to. Raises AccountsUnreadable."""
    wanted = normal_name(identity)
    return next((stored for stored in _read().values() if wanted and stored.identity == wanted), None)


def create_account(
    *,
    name: str,
    display_name: str,
    password: str,
    role: str,
    kabupaten: str = EVERY_KABUPATEN,
    facilities: Sequence[str] = (),
) -> Account:
    """Add an account whose password its owner has chosen. Raises AccountRefused, AccountsUnreadable."""
    check_password(password, name=normal_name(name))
    return add_account(
        name=name, display_name=display_name, password=password, role=role, kabupaten=kabupaten, facilities=facilities
    ).account()


def invite_account(
    *,
    name: str,
    display_name: str,
    role: str,
    kabupaten: str = EVERY_KABUPATEN,
    facilities: Sequence[str] = (),
    identity: str = "",
) -> tuple[Account, str]:
    """Add an account and give its one-time password, which is kept nowhere else.

    Raises AccountRefused with what to change, AccountsUnreadable.
    """
    code = new_one_time_password()
    added = add_account(
        name=name,
        display_name=display_name,
        password=code,
        role=role,
        kabupaten=kabupaten,
        facilities=facilities,
        identity=identity,
        one_time=True,
    )
    return added.account(), code


def add_account(
    *,
    name: str,
    display_name: str,
    password: str,
    role: str,
    kabupaten: str,
    facilities: Sequence[str] = (),
    identity: str = "",
    one_time: bool = False,
    allowed: Callable[[bool], None] = lambda has_any: None,
) -> StoredAccount:
    """Store an account with a password that has been checked or was made here.

    allowed: told under the write lock whether any account exists; may raise to refuse.
    """
    if offline_copy() is not None:
        raise AccountRefused(wording.COPY_HAS_NO_ACCOUNTS)
    name, display_name = normal_name(name), " ".join(display_name.split())
    if not _NAME.fullmatch(name):
        raise AccountRefused(f"{wording.NAME_LABEL}: {wording.NAME_RULE}")
    if not 1 <= len(display_name) <= _LONGEST_DISPLAY_NAME:
        raise AccountRefused(wording.DISPLAY_NAME_RULE)
    rights = _rights(role, kabupaten, facilities)
    password_hash = hash_of(password)
    with write_lock():
        existing = _read()
        allowed(bool(existing))
        if name in existing:
            raise AccountRefused(wording.NAME_TAKEN.format(name=name))
        added = StoredAccount(
            name=name,
            display_name=display_name,
            identity=_free_identity(identity, name, existing),
            password_hash=password_hash,
            one_time_until=_one_time_until() if one_time else None,
            serial=_new_serial(),
            created_at=datetime.now(UTC),
            **rights,
        )
        _write([*existing.values(), added])
    lockout.forget(name)
    return added


def change_password(*, name: str, password: str) -> StoredAccount:
    """Give an account the password its owner has chosen and end its sessions.

    Raises AccountRefused, AccountsUnreadable.
    """
    check_password(password, name=normal_name(name))
    return _change(name, password_hash=hash_of(password), one_time_until=None)


def reset_password(name: str) -> str:
    """Give an account a one-time password, end its sessions and unlock it.

    Raises AccountRefused, AccountsUnreadable.
    """
    code = new_one_time_password()
    _change(name, password_hash=hash_of(code), one_time_until=_one_time_until())
    lockout.forget(normal_name(name))
    return code


def change_rights(
    *, name: str, role: str, kabupaten: str, facilities: Sequence[str] = (), identity: str | None = None
) -> None:
    """Give an account another role, kabupaten, facilities or identity (None: as it is) and end its sessions.

    Raises AccountRefused, AccountsUnreadable.
    """
    _change(name, identity=identity, **_rights(role, kabupaten, facilities))


def set_active(name: str, active: bool) -> None:
    """Close an account, keeping its name, or open it again; its sessions end.

    Raises AccountRefused, AccountsUnreadable.
    """
    _change(name, active=active)


def remove_account(name: str) -> None:
    """Remove an account and end its sessions. Raises AccountRefused, AccountsUnreadable."""
    with write_lock():
        existing = _read()
        name = _known(name, existing)
        _write_keeping_an_admin(name, existing.values(), [kept for kept in existing.values() if kept.name != name])


def _change(name: str, *, identity: str | None = None, **fields: object) -> StoredAccount:
    with write_lock():
        existing = _read()
        name = _known(name, existing)
        if identity is not None:
            fields["identity"] = _free_identity(identity, name, existing)
        changed = existing[name].model_copy(update={**fields, "serial": _new_serial()})
        _write_keeping_an_admin(name, existing.values(), list({**existing, name: changed}.values()))
    return changed


def _write_keeping_an_admin(name: str, before: Iterable[StoredAccount], after: list[StoredAccount]) -> None:
    """Refuses the change that would leave nobody to manage the accounts."""
    if any(map(_manages_accounts, before)) and not any(map(_manages_accounts, after)):
        raise AccountRefused(wording.LAST_ADMIN.format(name=name))
    _write(after)


def _manages_accounts(stored: StoredAccount) -> bool:
    return stored.active and stored.role is Role.ADMIN and stored.kabupaten == EVERY_KABUPATEN


def _known(name: str, existing: dict[str, StoredAccount]) -> str:
    if normal_name(name) not in existing:
        raise AccountRefused(wording.NAME_UNKNOWN.format(name=normal_name(name)))
    return normal_name(name)


def _rights(role: str, kabupaten: str, facilities: Sequence[str]) -> dict[str, Any]:
    """Role, kabupaten and facilities, checked against each other. Raises AccountRefused."""
    checked = _role(role)
    _check_kabupaten(kabupaten)
    if facilities and checked is not Role.UPLOADER:
        raise AccountRefused(wording.FACILITIES_OF_UPLOADER)
    if facilities and kabupaten == EVERY_KABUPATEN:
        raise AccountRefused(wording.FACILITIES_OF_ONE_KABUPATEN)
    if facilities:
        there = {facility.id for facility in all_kabupaten()[kabupaten].facilities}
        if unknown := sorted(set(facilities) - there):
            raise AccountRefused(wording.FACILITY_UNKNOWN.format(names=", ".join(unknown), kabupaten=kabupaten))
    return {"role": checked, "kabupaten": kabupaten, "facilities": tuple(sorted(set(facilities)))}


def _free_identity(identity: str, name: str, existing: dict[str, StoredAccount]) -> str:
    """The identity as stored and compared. Raises AccountRefused where it is another account's."""
    identity = normal_name(identity)
    if len(identity) > _LONGEST_IDENTITY:
        raise AccountRefused(wording.IDENTITY_TOO_LONG.format(length=_LONGEST_IDENTITY))
    if identity and any(other.identity == identity for other in existing.values() if other.name != name):
        raise AccountRefused(wording.IDENTITY_TAKEN)
    return identity


def _one_time_until() -> datetime:
    return datetime.now(UTC) + ONE_TIME_LASTS


def _role(role: str) -> Role:
    try:
        return Role(role)
    except ValueError as error:
        raise AccountRefused(wording.ROLE_UNKNOWN.format(role=role)) from error


def _check_kabupaten(kabupaten: str) -> None:
    known = [EVERY_KABUPATEN, *all_kabupaten()]
    if kabupaten not in known:
        raise AccountRefused(wording.KABUPATEN_UNKNOWN.format(kabupaten=kabupaten, known=", ".join(known)))


def _new_serial() -> str:
    return secrets.token_urlsafe(12)


def _path() -> Path:
    return access_folder() / "accounts.json"


def _read() -> dict[str, StoredAccount]:
    path = _path()
    try:
        found = path.stat()
    except FileNotFoundError:
        return {}
    # The inode changes with every write: the file is always replaced, never written into.
    return _parse(path, found.st_ino, found.st_mtime_ns, found.st_size)


@lru_cache(maxsize=4)
def _parse(path: Path, inode: int, modified: int, size: int) -> dict[str, StoredAccount]:
    try:
        content = _AccountsFile.model_validate_json(path.read_bytes())
    except (OSError, ValidationError) as error:
        raise AccountsUnreadable(wording.ACCOUNTS_UNREADABLE) from error
    return {account.name: account for account in content.accounts}


def _write(accounts: Iterable[StoredAccount]) -> None:
    write_private(_path(), _AccountsFile(accounts=tuple(accounts)).model_dump_json(indent=1))
