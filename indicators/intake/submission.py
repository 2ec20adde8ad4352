"""Rows that passed become a submission: what the file says, and every unit and period it speaks for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from indicators.intake.published import Quoted
from indicators.intake.wide import Counted
from indicators.vocabulary import Period

OBSERVATION_COLUMNS = ["element", "facility", "area", "period_start", "period_end", "value"]
PUBLISHED_COLUMNS = [
    "area", "indicator", "content", "measure", "period_start", "period_end",
    "value", "low", "high", "sign", "source", "url", "note",
]  # fmt: skip


def checksum(content: bytes) -> str:
    """SHA-256 of the file as it was received, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def observations_of(rows: Iterable[Counted]) -> tuple[tuple[tuple[str, Period], ...], pd.DataFrame]:
    """Scope and observations.

    In scope is every row with at least one value, and an explicit zero is a value. A row whose cells are all
    blank says nothing: it neither stores nor removes anything, so a template with one filled row leaves the
    other units alone. Within a row in scope, a blank cell removes what was stored for it.
    """
    spoken = [(row, row.facility, row.period) for row in rows if row.facility and row.period and row.counts]
    sizes = [len(row.counts) for row, _, _ in spoken]

    def repeated(values: Iterable[object]) -> NDArray[np.object_]:
        """One value a row, once for every count of it."""
        return np.repeat(np.array(list(values), dtype=object), sizes)

    observations = pd.DataFrame(
        {
            "element": np.array([id_ for row, _, _ in spoken for id_ in row.counts], dtype=object),
            "facility": repeated(facility.id for _, facility, _ in spoken),
            "area": repeated(facility.kecamatan for _, facility, _ in spoken),
            "period_start": repeated(period.start for _, _, period in spoken),
            "period_end": repeated(period.end for _, _, period in spoken),
            "value": np.array([count for row, _, _ in spoken for count in row.counts.values()], dtype=float),
        },
        columns=OBSERVATION_COLUMNS,
    )
    return tuple((facility.id, period) for _, facility, period in spoken), observations


def published_of(values: Iterable[Quoted]) -> tuple[tuple[tuple[str, Period], ...], pd.DataFrame]:
    """Scope and published values.

    One value speaks for one area, indicator, content, measure and period only.
    """
    values = list(values)
    records = [
        (
            v.area, v.indicator, v.content, v.measure.value, v.period.start, v.period.end,
            v.value, v.low, v.high, v.sign, v.source, v.url, v.note,
        )
        for v in values
    ]  # fmt: skip
    frame = pd.DataFrame(records, columns=PUBLISHED_COLUMNS).astype({"low": float, "high": float})
    return tuple((v.unit, v.period) for v in values), frame
