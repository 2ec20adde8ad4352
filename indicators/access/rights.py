"""Who may do what. No account means a reader without sign-in."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Literal

EVERY_KABUPATEN = "semua"
VIEWING_SETTING = "KPI_VIEWING"

Right = Literal["view", "send", "upload", "verify", "innovations", "elements", "record", "administer"]


class Role(StrEnum):
    """What an account is for; every role also has the rights of a reader without sign-in."""

    VIEWER = "viewer"
    UPLOADER = "uploader"
    VERIFIER = "verifier"
    INNOVATION_EDITOR = "innovation_editor"
    SECRETARY = "secretary"
    ADMIN = "admin"

    @classmethod
    def _missing_(cls, value: object) -> Role | None:
        # Accounts made before there were uploaders and verifiers.
        return cls.UPLOADER if value == "staff" else None


@dataclass(frozen=True)
class Account:
    """A signed-in person.

    kabupaten: a Kemendagri code, or `semua` for every kabupaten. facilities: ids of the only units an uploader
    may send for; empty for every unit of its kabupaten.
    """

    name: str
    display_name: str
    role: Role
    kabupaten: str
    facilities: tuple[str, ...] = ()

    def works_for(self, kabupaten: str) -> bool:
        return self.kabupaten in (kabupaten, EVERY_KABUPATEN)


def viewing_is_open() -> bool:
    """Whether pages are shown without sign-in: the setting KPI_VIEWING, `open` unless it says something else.

    Any other word than `open` closes, so that a misspelt setting never opens what should be closed.
    """
    return (os.environ.get(VIEWING_SETTING) or "open").strip().casefold() == "open"


def may_view(account: Account | None, kabupaten: str = EVERY_KABUPATEN) -> bool:
    """Look at the pages, small counts suppressed. Not bound to a kabupaten: what is open is open for all of them."""
    return account is not None or viewing_is_open()


def may_upload(account: Account | None, kabupaten: str) -> bool:
    """Send, publish and undo data of this kabupaten, of which units says `may_send_for`."""
    return _is(account, kabupaten, Role.UPLOADER, Role.VERIFIER, Role.ADMIN)


def may_send(account: Account | None, kabupaten: str) -> bool:
    """Send data of one kind or another, and so look at what was sent of it."""
    return any(asked(account, kabupaten) for asked in (may_upload, may_edit_innovations, may_record))


def may_send_for(account: Account | None, kabupaten: str, units: Iterable[str]) -> bool:
    """Send, publish and undo data of all these units; who sends for its own facilities needs to be told which."""
    if account is None or not may_upload(account, kabupaten):
        return False
    named = set(units)
    return not account.facilities or (bool(named) and named <= set(account.facilities))


def may_verify(account: Account | None, kabupaten: str) -> bool:
    """Verify or reject what another person of this kabupaten has submitted."""
    return _is(account, kabupaten, Role.VERIFIER, Role.ADMIN)


def may_edit_innovations(account: Account | None, kabupaten: str) -> bool:
    """Change the registry of innovations of this kabupaten."""
    return _is(account, kabupaten, Role.INNOVATION_EDITOR, Role.ADMIN)


def may_edit_elements(account: Account | None, kabupaten: str) -> bool:
    """Change the list of SPM elements: it is replaced whole, so not by those who send for some facilities only."""
    return account is not None and not account.facilities and may_upload(account, kabupaten)


def may_record(account: Account | None, kabupaten: str) -> bool:
    """Record this kabupaten's meetings and what they decide, and prepare their briefing."""
    return _is(account, kabupaten, Role.SECRETARY, Role.ADMIN)


def may_see_sensitive(account: Account | None, kabupaten: str) -> bool:
    """See small counts of this kabupaten unsuppressed: those who send, verify or administer the data of all of it."""
    return account is not None and not account.facilities and may_upload(account, kabupaten)


def may_administer(account: Account | None, kabupaten: str = EVERY_KABUPATEN) -> bool:
    """Switch the mode of this kabupaten and manage its accounts; without one named, of all of them."""
    return _is(account, kabupaten, Role.ADMIN)


_RIGHTS: dict[Right, Callable[[Account | None, str], bool]] = {
    "view": may_view,
    "send": may_send,
    "upload": may_upload,
    "verify": may_verify,
    "innovations": may_edit_innovations,
    "elements": may_edit_elements,
    "record": may_record,
    "administer": may_administer,
}


def may(right: Right, account: Account | None, kabupaten: str) -> bool:
    """Whether the account has a right by its name. Raises KeyError for a right that there is not."""
    return _RIGHTS[right](account, kabupaten)


def _is(account: Account | None, kabupaten: str, *roles: Role) -> bool:
    return account is not None and account.role in roles and account.works_for(kabupaten)
