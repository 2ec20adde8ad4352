"""The counts of a register held against the past, the year's target and the other units, as those of any file are."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import cast

import pandas as pd

from indicators.areas import Kabupaten
from indicators.catalogue import Catalogue, Dataset
from indicators.intake.check import find_unlikely
from indicators.intake.wide import Counted, Stored, WideCounts
from indicators.vocabulary import Period, Problem


class _NoHeaders:
    """Counts stand in no column of a register."""

    def header_of(self, element: str, *, otherwise: str) -> str:
        return otherwise


def find_unlikely_counts(
    observations: pd.DataFrame,
    *,
    dataset: Dataset,
    kabupaten: Kabupaten,
    entries: Catalogue,
    known: pd.DataFrame | None,
) -> list[Problem]:
    """Problems name unit and month in words; a register has no row for them. observations: as they are stored."""
    facilities = {facility.id: facility for facility in kabupaten.facilities}
    rows: list[Counted] = []
    for key, part in observations.groupby(["facility", "period_start"], sort=False):
        unit, start = cast("tuple[str, date]", key)
        counts = dict(zip(part["element"], part["value"].astype(int), strict=True))
        rows.append(Counted(len(rows), facilities[unit], Period.month(start.year, start.month), counts, {}))
    found = find_unlikely(
        WideCounts.of(rows), Stored(known), _NoHeaders(), dataset=dataset, catalogue=entries, kabupaten=kabupaten
    )
    of_row = {row.number: row.facility.name for row in rows if row.facility is not None}
    return [replace(p, row=None, column=None, unit="" if p.row is None else of_row[p.row]) for p in found]
