"""Rates of which both counts were published: deaths and live births of the same area and year.

They stand beside the published rates and the computed ones and are never joined to either.
"""

from __future__ import annotations

from collections.abc import Sequence

from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.judgement.judged import Judged
from indicators.judgement.values import Published, interval_of, published, rate
from indicators.vocabulary import Basis, Period
from indicators.warehouse import Snapshot


def rates_of_published_counts(
    snapshot: Snapshot, *, indicator: str, kabupaten: str, areas: Sequence[str]
) -> list[Judged]:
    """One value for each area and whole year with every count, in that order; basis the weakest of the counts.

    A bound (`<5`), a part of a year, and counts of different measures are not divided.
    """
    entries = catalogue()
    entry, here = entries.indicators[indicator], all_kabupaten()[kabupaten]
    below = [entries.publishing(element) for element in entry.denominator]
    if not below:
        return []
    counted = [_counts(snapshot, indicator, "numerator", kabupaten, areas)]
    counted += [_counts(snapshot, i.id, "value", kabupaten, areas) if i else {} for i in below]
    found = []
    for area, period in sorted(set.intersection(*(set(counts) for counts in counted))):
        numerator, *denominators = (counts[area, period] for counts in counted)
        denominator = sum(count.value for count in denominators)
        if not denominator:
            continue
        bounds = interval_of(entry, numerator.value, denominator, entries.settings.confidence)
        found.append(
            Judged(
                indicator=indicator,
                area=area,
                area_name=here.name_of(area),
                period=period,
                reference=period,
                value=rate(entry, numerator.value, denominator),
                numerator=numerator.value,
                denominator=denominator,
                low=bounds.low if bounds else None,
                high=bounds.high if bounds else None,
                method=bounds.method if bounds else "",
                confidence=entries.settings.confidence if bounds else None,
                basis=Basis.weakest(numerator.basis, *(count.basis for count in denominators)),
                measure=entry.measure,
                units_matched=0,
                units_expected=0,
                reports_matched=0,
                reports_expected=0,
                too_few=numerator.value < entries.settings.few_events,
                verdict=None,
                absence=None,
                version=snapshot.version,
            )
        )
    return found


def _counts(
    snapshot: Snapshot, indicator: str, content: str, kabupaten: str, areas: Sequence[str]
) -> dict[tuple[str, Period], Published]:
    measure = catalogue().indicators[indicator].measure
    return {
        (quote.area, quote.period): quote
        for quote in published(snapshot, indicators=[indicator], kabupaten=kabupaten, areas=areas)
        if quote.content == content and quote.measure is measure and quote.period.is_year and not quote.sign
    }
