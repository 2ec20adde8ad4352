"""In which digits counts end: counted month by month once a data version; a period is a sum of its months."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from indicators.vocabulary import Period
from indicators.warehouse import Snapshot


class _Counts(NamedTuple):
    """Of one element: month (years times twelve plus months), digit, and how many counts of the month end in it."""

    months: NDArray[np.int_]
    digits: NDArray[np.int_]
    reports: NDArray[np.int_]


def last_digits(snapshot: Snapshot, *, kabupaten: str, period: Period) -> dict[str, NDArray[np.int_]]:
    """Element -> how many of its counts in the period end in 0, 1, ... 9."""
    kept = snapshot.keep(("last digits", kabupaten), lambda: _read(snapshot, kabupaten))
    first = period.start.year * 12 + period.start.month - 1
    found = {}
    for element, counts in kept.items():
        within = (counts.months >= first) & (counts.months < first + period.months)
        found[element] = np.bincount(counts.digits[within], counts.reports[within], minlength=10).astype(int)
    return found


def _read(snapshot: Snapshot, kabupaten: str) -> Mapping[str, _Counts]:
    rows = snapshot.rows("terminal_digits", kabupaten=kabupaten)
    return {row.element: _Counts(*map(np.asarray, (row.months, row.digits, row.reports))) for row in rows}
