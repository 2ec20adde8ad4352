"""The accounts file: who may sign in, with which role, for which kabupaten."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from indicators.access.folder import access_folder, write_lock, write_private
from indicators.access.passwords import check_password, hash_of
from indicators.access.refusals import AccountRefused, AccountsUnreadable
from indicators.access.rights import EVERY_KABUPATEN, Account, Role
from indicators.areas import all_kabupaten
from indicators.wording import access as wording

_NAME = re.compile(r"[a-z0-9._-]{3,40}")
_LONGEST_DISPLAY_NAME = 80


class StoredAccount(BaseModel):
    """One account as kept in accounts.json.

    serial changes with password, role and kabupaten, and ends every session begun before.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str
    display_name: str
    role: Role
    kabupaten: str
    password_hash: str
    serial: str
    created_at: datetime

    def account(self) -> Account:
        return Account(name=self.name, display_name=self.display_name, role=self.role, kabupaten=self.kabupaten)


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


def all_accounts() -> tuple[Account, ...]:
    """Every account, by name. Raises AccountsUnreadable."""
    return tuple(stored.account() for _, stored in sorted(_read().items()))


def create_account(
    *, name: str, display_name: str, password: str, role: str, kabupaten: str = EVERY_KABUPATEN
) -> Account:
    """Add an account and return it. Raises AccountRefused with what to change, AccountsUnreadable."""
    return add_account(
        name=name, display_name=display_name, password=password, role=role, kabupaten=kabupaten
    ).account()


def add_account(
    *,
    name: str,
    display_name: str,
    password: str,
    role: str,
    kabupaten: str,
    allowed: Callable[[bool], None] = lambda has_any: None,
) -> StoredAccount:
    """create_account, giving what is stored.

    allowed: told under the write lock whether any account exists; may raise to refuse.
    """
    name, display_name = normal_name(name), " ".join(display_name.split())
    if not _NAME.fullmatch(name):
        raise AccountRefused(f"{wording.NAME_LABEL}: {wording.NAME_RULE}")
    if not 1 <= len(display_name) <= _LONGEST_DISPLAY_NAME:
        raise AccountRefused(wording.DISPLAY_NAME_RULE)
    check_password(password, name=name)
    checked_role, password_hash = _role(role), hash_of(password)
    _check_kabupaten(kabupaten)
    with write_lock():
        existing = _read()
        allowed(bool(existing))
        if name in existing:
            raise AccountRefused(wording.NAME_TAKEN.format(name=name))
        added = StoredAccount(
            name=name,
            display_name=display_name,
            role=checked_role,
            kabupaten=kabupaten,
            password_hash=password_hash,
            serial=_new_serial(),
            created_at=datetime.now(UTC),
        )
        _write([*existing.values(), added])
    return added


def change_password(*, name: str, password: str) -> None:
    """Give an account a new password and end its sessions. Raises AccountRefused, AccountsUnreadable."""
    check_password(password, name=normal_name(name))
    _change(name, password_hash=hash_of(password))


def change_rights(*, name: str, role: str, kabupaten: str) -> None:
    """Give an account another role or kabupaten and end its sessions.

    Raises AccountRefused, AccountsUnreadable.
    """
    _check_kabupaten(kabupaten)
    _change(name, role=_role(role), kabupaten=kabupaten)


def remove_account(name: str) -> None:
    """Remove an account and end its sessions. Raises AccountRefused, AccountsUnreadable."""
    with write_lock():
        existing = _read()
        name = _known(name, existing)
        _write_keeping_an_admin(name, existing.values(), [kept for kept in existing.values() if kept.name != name])


def _change(name: str, **fields: object) -> None:
    with write_lock():
        existing = _read()
        name = _known(name, existing)
        changed = existing[name].model_copy(update={**fields, "serial": _new_serial()})
        _write_keeping_an_admin(name, existing.values(), list({**existing, name: changed}.values()))


def _write_keeping_an_admin(name: str, before: Iterable[StoredAccount], after: list[StoredAccount]) -> None:
    """Refuses the change that would leave nobody to manage the accounts."""
    if any(map(_manages_accounts, before)) and not any(map(_manages_accounts, after)):
        raise AccountRefused(wording.LAST_ADMIN.format(name=name))
    _write(after)


def _manages_accounts(stored: StoredAccount) -> bool:
    return stored.role is Role.ADMIN and stored.kabupaten == EVERY_KABUPATEN


def _known(name: str, existing: dict[str, StoredAccount]) -> str:
    if normal_name(name) not in existing:
        raise AccountRefused(wording.NAME_UNKNOWN.format(name=normal_name(name)))
    return normal_name(name)


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
