"""Files with a row per desa: the desa of one puskesmas and period are added up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from indicators.intake.wide import Counted


def together(rows: Iterable[Counted]) -> tuple[list[Counted], int]:
    """One row a puskesmas and period, with the number of its first row; and how many rows were added up.

    Only rows that name different desa are: anything else that speaks twice for a unit is left as it is, to be
    reported as a duplicate. An element that is blank in every desa stays blank.
    """
    groups: dict[object, list[Counted]] = {}
    for row in rows:
        key = (row.facility.id, row.period) if row.facility is not None and row.period is not None else row.number
        groups.setdefault(key, []).append(row)
    found: list[Counted] = []
    summed = 0
    for same in groups.values():
        desa = [row.desa for row in same]
        if len(same) == 1 or None in desa or len(set(desa)) < len(desa):
            found += same
            continue
        counts: Counter[str] = Counter()
        companions: Counter[str] = Counter()
        for row in same:
            counts.update(row.counts)
            companions.update(row.companions)
        unclear = frozenset().union(*(row.unclear for row in same))
        found.append(replace(same[0], counts=dict(counts), companions=dict(companions), unclear=unclear, desa=None))
        summed += len(same)
    return found, summed
