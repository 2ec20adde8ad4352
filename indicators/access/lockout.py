"""Lock-out: after too many failures in a row an account is closed for a while, also after a restart.

Kept in a file and not in accounts.json, since names that no account has are counted alike: the answer does not tell
which names exist. Names are stored as keyed hashes, because people type passwords into the wrong field.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import time
from pathlib import Path

from indicators.access.folder import access_folder, secret_in, write_lock, write_private

LIMIT = 10
LASTS = 60 * 60  # seconds since the last failure; the same forgets failures that led to no lock
_MOST_NAMES = 10_000

_Failures = dict[str, tuple[int, float]]


def seconds_left(name: str) -> float:
    """How long this name stays locked; 0 when it is not."""
    count, last = _read().get(_key(name), (0, 0.0))
    return max(0.0, last + LASTS - time.time()) if count >= LIMIT else 0.0


def count_failure(name: str) -> None:
    """One more failure of this name. Counted before the password is compared, and forgotten when it fits, so that
    attempts made at the same moment cannot pass together."""
    key = _key(name)
    with write_lock():
        failures = _read()
        count, _ = failures.get(key, (0, 0.0))
        kept = {**failures, key: (count + 1, time.time())}
        newest = sorted(kept.items(), key=lambda item: item[1][1])[-_MOST_NAMES:]
        write_private(_path(), json.dumps(dict(newest)))


def forget(name: str) -> None:
    """Unlock this name: its owner has signed in, or an admin has said so."""
    key = _key(name)
    with write_lock():
        failures = _read()
        if failures.pop(key, None) is not None:
            write_private(_path(), json.dumps(failures))


def _key(name: str) -> str:
    return hmac.new(secret_in("secret").encode(), f"lockout:{name}".encode(), hashlib.sha256).hexdigest()[:32]


def _path() -> Path:
    return access_folder() / "failures.json"


def _read() -> _Failures:
    """Failures that still count. A file that cannot be read counts as none: nobody is kept out by a broken file."""
    try:
        content = json.loads(_path().read_text(encoding="utf-8"))
        now = time.time()
        return {key: (int(count), float(last)) for key, (count, last) in content.items() if last + LASTS > now}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}
