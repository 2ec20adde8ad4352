"""Days as people and spreadsheets write them."""

from __future__ import annotations

import re
from datetime import date

_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[ T]00:00:00)?")
_DAY_FIRST = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")


def day_in(text: str) -> date | None:
    """The day of `2026-01-31` or `31/01/2026`; None for anything else."""
    parts: tuple[str, ...] = ()
    if iso := _ISO.fullmatch(text.strip()):
        parts = iso.groups()
    elif day_first := _DAY_FIRST.fullmatch(text.strip()):
        parts = day_first.groups()[::-1]
    try:
        return date(*map(int, parts))
    except (TypeError, ValueError):
        return None
