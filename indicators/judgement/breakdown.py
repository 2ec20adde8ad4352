"""Causes, places, sexes and ages behind a number, without giving away single cases in small areas."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.judgement.values import areas_of
from indicators.vocabulary import Dimension, Level, Period
from indicators.warehouse import Snapshot


@dataclass(frozen=True)
class Part:
    """One cell of a breakdown."""

    label: str
    value: float


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

    Below the kabupaten a sensitive breakdown with a cell of 1-4 is withheld whole, since the remaining cells and the
    total would give it away; and if only one kecamatan were withheld, the one with the fewest cases is withheld too,
    since the kabupaten's own breakdown would give that one away.
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
    if kecamatan is not None and not may_see_small_cells and any(e.sensitive for e in elements):
        withheld = withheld_areas(
            {code: list(values.values()) for code, values in cells.items()},
            below=catalogue().settings.suppress_below,
            all_areas=areas_of(all_kabupaten()[kabupaten], level),
        )
        if area in withheld:
            return Breakdown((), sum(cells.get(area, {}).values()), suppressed=True)
    found = cells.get(area, {})
    parts = [
        Part(name, sum(found.get(e.id, 0.0) for e in group))
        for name, group in categories.items()
        if any(e.id in found for e in group)
    ]
    if dimension is not Dimension.AGE:
        residual = {name for name, group in categories.items() if any(e.residual for e in group)}
        parts.sort(key=lambda part: (part.label in residual, -part.value))
    return Breakdown(tuple(parts), sum(part.value for part in parts), suppressed=False)


def withheld_areas(cells: dict[str, list[float]], *, below: int, all_areas: Sequence[str]) -> set[str]:
    """Areas whose cells a public reader may not see: those with a cell of 1 to below-1, and never just one of them."""
    withheld = {area for area, values in cells.items() if any(0 < value < below for value in values)}
    if len(withheld) == 1:
        others = [area for area in all_areas if area not in withheld and sum(cells.get(area, [])) > 0]
        if others:
            withheld.add(min(others, key=lambda area: (sum(cells[area]), area)))
    return withheld
