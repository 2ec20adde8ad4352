"""Rows that passed become a submission: what the file says, and every unit and period it speaks for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import numpy as np
import pandas as pd

from indicators.intake.published import Quoted
from indicators.intake.wide import WideCounts, objects
from indicators.vocabulary import Period

OBSERVATION_COLUMNS = ["element", "facility", "area", "period_start", "period_end", "value"]
PUBLISHED_COLUMNS = [
    "area", "indicator", "content", "measure", "period_start", "period_end",
    "value", "low", "high", "sign", "source", "url", "note",
]  # fmt: skip


def checksum(content: bytes) -> str:
    """SHA-256 of the file as it was received, in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def observations_of(rows: WideCounts) -> tuple[tuple[tuple[str, Period], ...], pd.DataFrame]:
    """Scope and observations.

    In scope is every row with at least one value, and an explicit zero is a value. A row whose cells are all
    blank says nothing: it neither stores nor removes anything, so a template with one filled row leaves the
    other units alone. Within a row in scope, a blank cell removes what was stored for it.
    """
    there = np.flatnonzero(rows.placed)
    units, areas, periods = rows.unit[there], objects(f.kecamatan for f in rows.facilities[there]), rows.periods[there]
    starts, ends = objects(p.start for p in periods), objects(p.end for p in periods)
    counts = rows.values.to_numpy()[there]
    at, column = np.nonzero(~np.isnan(counts))
    observations = pd.DataFrame(
        {
            "element": objects(rows.values.columns)[column],
            "facility": units[at],
            "area": areas[at],
            "period_start": starts[at],
            "period_end": ends[at],
            "value": counts[at, column],
        },
        columns=OBSERVATION_COLUMNS,
    )
    return tuple(zip(units, periods, strict=True)), observations


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
