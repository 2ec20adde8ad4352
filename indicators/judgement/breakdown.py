"""Causes, places, sexes and ages behind a number, without giving away single cases in small areas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indicators.catalogue import catalogue
from indicators.judgement.suppression import closed_reports
from indicators.vocabulary import Dimension, Level, Period
from indicators.warehouse import Snapshot


@dataclass(frozen=True)
class Part:
    """One cell of a breakdown. residual: what no other part names."""

    label: str
    value: float
    residual: bool = False


@dataclass(frozen=True)
class Breakdown:
    """The parts of a sum along one dimension in one area: ages in order, others by size, the residual part last.

    suppressed: the reader may not see them here, because the cells are small enough to point at a family.
    parts is empty where nothing was reported or where it is suppressed. total: their sum.
    """

    parts: tuple[Part, ...]
    total: float
    suppressed: bool


def breakdown(
    snapshot: Snapshot,
    *,
    of: Sequence[str],
    dimension: Dimension,
    kabupaten: str,
    period: Period,
    kecamatan: str | None = None,
    may_see_small_cells: bool = False,
) -> Breakdown:
    """How the sum of elements `of` splits along `dimension`, in the kabupaten or one of its kecamatan.

    Below the kabupaten a sensitive breakdown is withheld whole where a report behind it is closed to the public; see
    `judgement.suppression`, whose rule also holds against subtracting one period or area from another.
    """
    categories = catalogue().parts(tuple(of), dimension)
    elements = [element for group in categories.values() for element in group]
    level = Level.KABUPATEN if kecamatan is None else Level.KECAMATAN
    rows = snapshot.rows(
        "element_values",
        elements=[e.id for e in elements],
        kabupaten=kabupaten,
        level=str(level),
        start=period.start,
        end=period.end,
    )
    area = kecamatan or kabupaten
    cells: dict[str, dict[str, float]] = {}
    for row in rows:
        cells.setdefault(row.area, {})[row.element] = float(row.value)
    if not may_see_small_cells:
        closed = closed_reports(
            snapshot,
            elements=[e.id for e in elements],
            kabupaten=kabupaten,
            level=level,
            start=period.start,
            end=period.end,
        )
        if any(report_area == area for _, report_area, _ in closed):
            return Breakdown((), sum(cells.get(area, {}).values()), suppressed=True)
    found = cells.get(area, {})
    parts = [
        Part(name, sum(found.get(e.id, 0.0) for e in group), residual=any(e.residual for e in group))
        for name, group in categories.items()
        if any(e.id in found for e in group)
    ]
    if dimension is not Dimension.AGE:
        parts.sort(key=lambda part: (part.residual, -part.value))
    return Breakdown(tuple(parts), sum(part.value for part in parts), suppressed=False)
