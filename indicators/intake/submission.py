"""Rows that passed become a submission: what the file says, and every unit and period it speaks for."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

import pandas as pd

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
    scope: list[tuple[str, Period]] = []
    records: list[tuple[object, ...]] = []
    for row in rows:
        if row.facility is None or row.period is None or not row.counts:
            continue
        scope.append((row.facility.id, row.period))
        records += [
            (id_, row.facility.id, row.facility.kecamatan, row.period.start, row.period.end, float(count))
            for id_, count in row.counts.items()
        ]
    return tuple(scope), pd.DataFrame(records, columns=OBSERVATION_COLUMNS)


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
