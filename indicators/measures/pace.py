"""What a target means in cases, and how fast it would have to be approached. Numbers as well as numpy arrays."""

from __future__ import annotations

from typing import Any

import numpy as np

# A target that is a whole number of cases may miss it by a hair in floating point.
_HAIR = 1e-9


def most_events(exposure: Any, target: Any, *, strict: bool = False) -> Any:
    """The largest whole number of events that still meets an upper target (events per unit of exposure, or a share).

    strict: the target is 'below', so that the target itself does not meet it. nan where nothing meets it.
    """
    at_target = np.asarray(exposure, dtype=float) * np.asarray(target, dtype=float)
    most = np.ceil(at_target - _HAIR) - 1 if strict else np.floor(at_target + _HAIR)
    return _number(np.where(most >= 0, most, np.nan))


def least_events(exposure: Any, target: Any) -> Any:
    """The smallest whole number of events that meets a lower target."""
    return _number(np.ceil(np.asarray(exposure, dtype=float) * np.asarray(target, dtype=float) - _HAIR))


def yearly_ratio(now: Any, target: Any, years: Any) -> Any:
    """The equal relative change a year that leads from now to the target: (target / now)^(1 / years) - 1.

    The average annual rate of reduction of UNICEF (2007), as a change: -0.12 is 12 % less every year. nan where either
    is not above zero (no equal fall ever reaches zero) or no year is left.
    """
    now, target, years = (np.asarray(one, dtype=float) for one in (now, target, years))
    possible = (now > 0) & (target > 0) & (years > 0)
    ratio = np.where(possible, target, 1) / np.where(possible, now, 1)
    return _number(np.where(possible, ratio ** (1 / np.where(possible, years, 1)) - 1, np.nan))


def yearly_step(now: Any, target: Any, years: Any) -> Any:
    """The equal difference a year that leads from now to the target, in their unit; nan where no year is left."""
    now, target, years = (np.asarray(one, dtype=float) for one in (now, target, years))
    return _number(np.where(years > 0, (target - now) / np.where(years > 0, years, 1), np.nan))


def a_month(counted: float, target: float, months_left: int) -> float:
    """How many a month are needed to reach a count; 0 where it is reached. Raises ValueError without a month left."""
    if months_left < 1:
        raise ValueError("no month is left")
    return max(0.0, target - counted) / months_left


def _number(found: Any) -> Any:
    return found.item() if found.ndim == 0 else found
