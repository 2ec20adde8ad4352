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

    A file of few units is one unit's own report and not a recapitulation, so it is not asked about the others.
    """
    there = wide.placed
    spoken = set(zip(wide.unit[there], (int(m) for m in wide.month[there]), strict=True))
    reported = spoken | stored.spoken_for(dataset.elements)
    missing: dict[tuple[str, ...], list[tuple[Period, int]]] = {}
    for month in sorted({month for _, month in spoken}):
        period = month_of(month) if dataset.period == "month" else Period.year(month // 12)
        expected = [f for f in kabupaten.puskesmas if operates(f, period)]
        sent = [f for f in expected if (f.id, month) in spoken]
        if len(sent) < catalogue.settings.whole_file_share * len(expected):
            continue
        absent = tuple(f.name for f in expected if (f.id, month) not in reported)
        if absent:
            missing.setdefault(absent, []).append((period, len(expected)))
    for names, periods in missing.items():
        yield warning(say.missing_units(names, [p for p, _ in periods], of=periods[-1][1]))
