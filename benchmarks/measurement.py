"""One measured number beside its limit, and the table of all of them."""

from __future__ import annotations

import math
import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Measurement:
    """what: in words. measured: in `unit`. limit: in the same unit, None where only the number is of interest."""

    what: str
    measured: float
    unit: str
    limit: float | None = None
    spread: str = ""

    @property
    def ratio(self) -> float | None:
        return None if self.limit is None else self.measured / self.limit


def milliseconds(what: str, seconds: Sequence[float], limit: float | None = None) -> Measurement:
    """The median of some durations, with the least and the greatest of them."""
    found = [1000 * value for value in seconds]
    return Measurement(what, statistics.median(found), "ms", limit, f"{min(found):.0f}–{max(found):.0f}")


def seconds(what: str, durations: Sequence[float], limit: float | None = None) -> Measurement:
    """As `milliseconds`, in seconds."""
    return Measurement(what, statistics.median(durations), "s", limit, f"{min(durations):.2f}–{max(durations):.2f}")


def percentile(values: Iterable[float], share: float) -> float:
    """The smallest value that at least `share` (0 to 1) of all values do not exceed; nan where there is none."""
    ordered = sorted(values)
    if not ordered:
        return math.nan
    return ordered[max(0, math.ceil(share * len(ordered)) - 1)]


def table(measurements: Sequence[Measurement]) -> str:
    """Aligned columns: what, measured, its spread, limit, measured / limit (above 1 is over the limit)."""
    header = ("what", "measured", "from–to", "limit", "ratio")
    rows = [
        (
            m.what,
            _written(m.measured, m.unit),
            m.spread,
            "" if m.limit is None else _written(m.limit, m.unit),
            "" if m.ratio is None else f"{m.ratio:.2f}" + (" over" if m.ratio > 1 else ""),
        )
        for m in measurements
    ]
    widths = [max(len(row[i]) for row in [header, *rows]) for i in range(len(header))]
    lines = [
        "  ".join(
            cell.ljust(w) if i == 0 else cell.rjust(w) for i, (cell, w) in enumerate(zip(row, widths, strict=True))
        )
        for row in [header, *rows]
    ]
    return "\n".join([lines[0], "-" * len(lines[0]), *lines[1:]])


def _written(value: float, unit: str) -> str:
    digits = 0 if unit in ("", "errors") or abs(value) >= 100 else 2 if abs(value) < 10 else 1
    return f"{value:.{digits}f} {unit}".strip()
