"""Who may do what. No account means a reader without sign-in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

EVERY_KABUPATEN = "semua"


class Role(StrEnum):
    """What an account is for; every role also has the rights of a reader without sign-in."""

    VIEWER = "viewer"
    STAFF = "staff"
    ADMIN = "admin"


@dataclass(frozen=True)
class Account:
    """A signed-in person. kabupaten is a Kemendagri code, or `semua` for every kabupaten."""

    name: str
    display_name: str
    role: Role
    kabupaten: str

    def works_for(self, kabupaten: str) -> bool:
        return self.kabupaten in (kabupaten, EVERY_KABUPATEN)


def may_upload(account: Account | None, kabupaten: str) -> bool:
    """Send, publish and undo data of this kabupaten: its staff and admins."""
    return account is not None and account.role in (Role.STAFF, Role.ADMIN) and account.works_for(kabupaten)


def may_see_sensitive(account: Account | None, kabupaten: str) -> bool:
    """See small counts of this kabupaten unsuppressed: signed-in dinkes staff of it."""
    return may_upload(account, kabupaten)


def may_administer(account: Account | None, kabupaten: str = EVERY_KABUPATEN) -> bool:
    """Switch the mode of this kabupaten, or, without one named, manage the accounts of all of them."""
    if account is None or account.role is not Role.ADMIN:
        return False
    return account.works_for(kabupaten)
