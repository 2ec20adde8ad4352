"""The one sentence that may be said of a programme."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.catalogue import Programme
from indicators.judgement.programme_tallies import Amount, Place
from indicators.vocabulary import Basis, Period
from indicators.wording import programmes as say


def finding_of(
    entry: Programme, amounts: Sequence[Amount], places: Sequence[Place], basis: Basis | None, period: Period
) -> str:
    """The coverage, else the first number that was sent, else the visits; without reports what is quoted, or nothing.

    amounts: of the whole kabupaten, as the programme's tallies are ordered. basis: None without reports.
    """
    if basis is None:
        return _without_reports(entry)
    if entry.coverage is not None and (said := _covered(entry, amounts[-1], basis)):
        return said
    for amount in amounts:
        if amount.value is not None and amount.reference is not None:
            return say.counted(
                basis,
                entry.short,
                amount.label,
                amount.value,
                amount.unit,
                amount.reference,
                sent=amount.sent,
                expected=amount.expected,
            )
    recorded = [place for place in places if place.recorded]
    if recorded:
        times = sum(place.times for place in recorded)
        return say.visited(basis, entry.short, times, sum(place.times > 0 for place in recorded), period)
    return say.too_few_to_show(basis, entry.short)


def _without_reports(entry: Programme) -> str:
    if not entry.figures:
        return say.nothing_known(entry.short)
    figure = entry.figures[0]
    source = figure.source
    return say.quoted_only(entry.short, figure.label, figure.value, figure.when, source.publisher, news=source.news)


def _covered(entry: Programme, amount: Amount, basis: Basis) -> str:
    """Empty where there is nothing to divide, or where it is not shown."""
    if amount.value is None or amount.denominator is None or amount.share is None or amount.reference is None:
        return ""
    assert entry.coverage is not None  # the caller looked
    return say.covered(
        basis,
        entry.short,
        amount.label,
        amount.value,
        amount.denominator,
        entry.coverage.denominator_label,
        amount.share,
        amount.reference,
        sent=amount.sent,
        expected=amount.expected,
        exceeds=amount.exceeds,
    )
