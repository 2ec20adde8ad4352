"""Against the facilities: who is missing from a file for a period that it speaks of."""

from __future__ import annotations

from collections.abc import Iterator

from indicators.areas import Kabupaten
from indicators.catalogue import Catalogue, Dataset
from indicators.intake.problems import warning
from indicators.intake.recognise import operates
from indicators.intake.wide import Stored, WideCounts, month_of
from indicators.vocabulary import Period, Problem
from indicators.wording import checks as say


def find_missing_units(
    wide: WideCounts, stored: Stored, *, dataset: Dataset, catalogue: Catalogue, kabupaten: Kabupaten
) -> Iterator[Problem]:
    """One warning for the periods that lack the same units: neither in the file nor stored, and operating then.

    A file of few units is one unit's own report and not a recapitulation, so it is not asked about the others. Of a
    programme nobody is: not every unit has to run it.
    """
    if dataset.programme is not None:
        return
    there = wide.placed
    reported = stored.spoken_for(dataset.elements)
    units = {unit.id: unit for unit in kabupaten.puskesmas}
    missing: dict[tuple[str, ...], list[tuple[Period, int]]] = {}
    spoken: dict[int, set[str]] = {}
    for id_, month in zip(wide.unit[there], wide.month[there].tolist(), strict=True):
        spoken.setdefault(month, set()).add(id_)
    for month, sent in sorted(spoken.items()):
        period = month_of(month) if dataset.period == "month" else Period.year(month // 12)
        expected = {id_: unit.name for id_, unit in units.items() if operates(unit, period)}
        absent = expected.keys() - sent
        if len(expected) - len(absent) < catalogue.settings.whole_file_share * len(expected):
            continue
        absent -= {id_ for id_ in absent if (id_, month) in reported}
        if absent:
            names = tuple(name for id_, name in expected.items() if id_ in absent)
            missing.setdefault(names, []).append((period, len(expected)))
    for names, periods in missing.items():
        yield warning(say.missing_units(names, [p for p, _ in periods], of=periods[-1][1]))
