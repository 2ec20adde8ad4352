"""The counts of a register held against the past, the year's target and the other units, as those of any file are."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from indicators.areas import Kabupaten
from indicators.catalogue import Catalogue, Dataset
from indicators.intake.check import find_unlikely
from indicators.intake.wide import Stored, WideCounts, objects
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
    counts = observations.pivot(index=["facility", "period_start"], columns="element", values="value").astype(float)
    units, starts = (counts.index.get_level_values(name) for name in ("facility", "period_start"))
    rows = WideCounts(
        numbers=objects(range(len(counts))),
        facilities=objects(facilities[unit] for unit in units),
        periods=objects(Period.month(start.year, start.month) for start in starts),
        desa=objects(None for _ in units),
        values=counts.reset_index(drop=True),
        companions=pd.DataFrame(index=range(len(counts))),
        unclear={},
    )
    found = find_unlikely(rows, Stored(known), _NoHeaders(), dataset=dataset, catalogue=entries, kabupaten=kabupaten)
    return [replace(p, row=None, column=None, unit="" if p.row is None else rows.facilities[p.row].name) for p in found]
