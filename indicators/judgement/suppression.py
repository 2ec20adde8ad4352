"""Which reports of few cases a public reader may not see: a rule that no second question can undo.

Protected are sensitive elements below the kabupaten, and every element below the kecamatan. What the public knows are
the sums above: the kecamatan's own counts, and the kabupaten's causes, sexes and places.

The rule looks at single reports (one unit, one month or year), never at the sum that was asked for. A report is closed
where it, or one that would give it away, counts 1 to `suppress_below` - 1. What would give it away:

- its siblings in space: the other puskesmas of its kecamatan, or, for sensitive elements, all units of the kabupaten,
  since the sum over them is public;
- its family: the elements tied to it by `part_of`, since parts and total give one another away.

A sum is shown only where every report behind it is open. So two questions never differ by a closed report, whatever
their periods. Closed reports are withheld alike: to write 1-4 in one cell and leave its sibling blank would, with the
public sum beside them, often tell both.

Not covered: in a kecamatan with one puskesmas the kecamatan's public count is that puskesmas's count.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial

from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.judgement.judged import Absence, Judged
from indicators.vocabulary import Level
from indicators.warehouse import Snapshot

Report = tuple[str, str, date]


@dataclass(frozen=True)
class _Cell:
    """One element's count in one area (or facility) and one month or year."""

    element: str
    area: str
    kecamatan: str
    start: date
    end: date
    value: float


def closed_reports(
    snapshot: Snapshot, *, elements: Collection[str], kabupaten: str, level: Level, start: date, end: date
) -> frozenset[Report]:
    """The (element, area, first day) that are closed to the public at this level, of reports that touch start..end.

    level: kabupaten (nothing is closed there), kecamatan or facility. Raises KeyError for an unknown element.
    """
    protected = {e for e in elements if is_protected(e, level)}
    closed: set[Report] = set()
    for family in {family_of(e) for e in protected}:
        cells = list(_cells(snapshot, family=family, kabupaten=kabupaten, level=level, start=start, end=end))
        closed |= {report for report in _closed(cells) if report[0] in protected}
    return frozenset(closed)


def is_protected(element: str, level: Level) -> bool:
    """Whether small counts of an element are kept from the public at this level; reports are no people."""
    if level is Level.KABUPATEN:
        return False
    entry = catalogue().elements[element]
    return entry.derived is None and (level is Level.FACILITY or entry.sensitive)


def withheld(snapshot: Snapshot, found: Iterable[Judged], *, kabupaten: str) -> list[Judged]:
    """Values per kecamatan as the public may see them: those behind which a closed report stands are taken out."""
    entries, closed_of = catalogue().indicators, dict[tuple[str, date, date], frozenset[str]]()
    shown = []
    for judged in found:
        entry, asked = entries[judged.indicator], judged.period
        elements = [e for e in (*entry.numerator, *entry.denominator) if is_protected(e, Level.KECAMATAN)]
        key = (judged.indicator, asked.start, asked.end)
        if elements and key not in closed_of:
            reports = closed_reports(
                snapshot,
                elements=elements,
                kabupaten=kabupaten,
                level=Level.KECAMATAN,
                start=asked.start,
                end=asked.end,
            )
            closed_of[key] = frozenset(area for _, area, _ in reports)
        shown.append(_without_value(judged) if judged.area in closed_of.get(key, ()) else judged)
    return shown


def _without_value(judged: Judged) -> Judged:
    """Nor what would tell its size: the method of its interval, and whether there are few."""
    return replace(
        judged,
        value=None,
        numerator=None,
        denominator=None,
        low=None,
        high=None,
        method="",
        confidence=None,
        too_few=False,
        verdict=None,
        absence=Absence.SUPPRESSED,
    )


@cache
def family_of(element: str) -> frozenset[str]:
    """The elements tied to one another by `part_of`, over any number of steps, the element itself included."""
    family = {element}
    while True:
        ties = [{e.id, *e.part_of} for e in catalogue().elements.values()]
        wider = family.union(*(tie for tie in ties if tie & family))
        if wider == family:
            return frozenset(family)
        family = wider


def _closed(cells: Collection[_Cell]) -> Iterator[Report]:
    """The closed reports of one family; `cells` are all its reports at one level of one kabupaten."""
    below = catalogue().settings.suppress_below
    sensitive = {e.id for e in catalogue().elements.values() if e.sensitive}
    small = [cell for cell in cells if 0 < cell.value < below]
    closed_everywhere = {cell.start for cell in small if cell.element in sensitive}
    closed_here = {(cell.kecamatan, cell.start) for cell in small}
    for cell in cells:
        if cell.element in sensitive:
            closed = cell.start in closed_everywhere
        else:
            closed = (cell.kecamatan, cell.start) in closed_here
        if closed:
            yield cell.element, cell.area, cell.start


def _cells(
    snapshot: Snapshot, *, family: frozenset[str], kabupaten: str, level: Level, start: date, end: date
) -> Iterator[_Cell]:
    """The family's reports that touch start..end, per facility or summed to kecamatan."""
    for year in range(start.year, end.year + 1):
        # The same few years are asked for with every period.
        cells = snapshot.keep(
            ("reports", kabupaten, level, family, year), partial(_of_year, snapshot, family, kabupaten, level, year)
        )
        yield from (cell for cell in cells if cell.start <= end and cell.end >= start)


def _of_year(snapshot: Snapshot, family: frozenset[str], kabupaten: str, level: Level, year: int) -> tuple[_Cell, ...]:
    kecamatan_of = all_kabupaten()[kabupaten].kecamatan_of
    sums: dict[tuple[str, str, date, date], float] = {}
    for dataset in {catalogue().dataset_of(e).id for e in family}:
        found = snapshot.read(
            "unit_values", dataset=dataset, kabupaten=kabupaten, start=date(year, 1, 1), end=date(year, 12, 31)
        )
        of_family = found[found["element"].isin(family)]
        columns = (of_family[name] for name in ("element", "unit", "period_start", "period_end", "value"))
        for element, unit, first, last, value in zip(*columns, strict=True):
            area = unit if level is Level.FACILITY else kecamatan_of[unit]
            key = (element, area, first.date(), last.date())
            sums[key] = sums.get(key, 0.0) + value
    return tuple(
        _Cell(element, area, kecamatan_of.get(area, area), first, last, value)
        for (element, area, first, last), value in sums.items()
    )
