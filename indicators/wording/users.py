"""What an admin reads about the accounts: the page Pengguna and the command `users`."""

from __future__ import annotations

ACTIVE = "aktif"
INACTIVE = "nonaktif"
LOCKED = "terkunci"
MUST_CHANGE = "menunggu ganti kata sandi"


def standing(active: bool, locked: bool, must_change: bool) -> str:
    """How an account stands, the gravest first."""
    if not active:
        return INACTIVE
    found = [*[LOCKED] * locked, *[MUST_CHANGE] * must_change]
    return ", ".join(found) or ACTIVE
