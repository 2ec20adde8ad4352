"""Password hashes: argon2id with the library's own parameters; and passwords that serve once."""

from __future__ import annotations

import secrets
from functools import cache
from threading import BoundedSemaphore

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

from indicators.access.refusals import AccountRefused
from indicators.wording import access as wording

SHORTEST = 10
LONGEST = 200  # bounds the work one request can ask for
FEWEST_DISTINCT = 5

# Without letters and digits that look alike when read from a screen or a slip of paper.
_ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"
_GROUP_LENGTH = 4

# A hash needs 64 MiB; two at a time keep a flood of attempts from filling the memory.
_AT_ONCE = BoundedSemaphore(2)
_HASHER = PasswordHasher()


def check_password(password: str, *, name: str) -> None:
    """Raises AccountRefused for a password too short, too long or too easy for this account."""
    if len(password) < SHORTEST:
        raise AccountRefused(wording.PASSWORD_TOO_SHORT.format(length=SHORTEST))
    if len(password) > LONGEST:
        raise AccountRefused(wording.PASSWORD_TOO_LONG.format(length=LONGEST))
    if password.casefold() == name.casefold():
        raise AccountRefused(wording.PASSWORD_IS_NAME)
    if len(set(password.casefold())) < FEWEST_DISTINCT:
        raise AccountRefused(wording.PASSWORD_TOO_SIMPLE)


def random_code(groups: int) -> str:
    """A code to be copied by hand, `ABCD-EFGH-…`; a group of four is worth almost 20 bits."""
    return "-".join("".join(secrets.choice(_ALPHABET) for _ in range(_GROUP_LENGTH)) for _ in range(groups))


def new_one_time_password() -> str:
    """Almost 60 bits, to be handed over once and replaced at the first sign-in."""
    return random_code(3)


def hash_of(password: str) -> str:
    """The argon2 hash to store."""
    with _AT_ONCE:
        return _HASHER.hash(password)


def matches(password: str, stored_hash: str | None) -> bool:
    """Whether the password belongs to the hash. Without a hash it is compared all the same, and never
    matches, so that the time taken does not tell whether the account exists."""
    decoy = _decoy()
    with _AT_ONCE:
        try:
            _HASHER.verify(stored_hash or decoy, password[:LONGEST])
        except (VerificationError, InvalidHashError):
            return False
    return stored_hash is not None


@cache
def _decoy() -> str:
    return hash_of(secrets.token_urlsafe(16))
