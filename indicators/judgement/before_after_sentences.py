"""An innovation's indicator before and after its start, in sentences: the same on page, chart and command line."""

from __future__ import annotations

from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.judgement.before_after import MONTHS, BeforeAfter, Unanswered
from indicators.measures.difference import Difference, Estimate
from indicators.vocabulary import Period
from indicators.wording import before_after as say
from indicators.wording import changes as change_words
from indicators.wording import narrative


def finding(found: BeforeAfter) -> str:
    """Both changes and their difference, with the kind of evidence; empty where there is no comparison."""
    if found.difference is None or found.indicator is None or found.start is None:
        return ""
    entry, here = catalogue().indicators[found.indicator], all_kabupaten()[found.innovation.id[:5]]
    own, others = found.difference.own, found.difference.others
    before, after = found.own.before[-found.compared :], found.own.after[: found.compared]
    said = [
        say.changed(
            entry.short,
            [here.name_of(area) for area in found.own.areas],
            say.start(found.start, on_trial=found.on_trial),
            Period(before[0].period.start, before[-1].period.end),
            Period(after[0].period.start, after[-1].period.end),
            (_size(found, own), _span(found, own)),
            len(found.others.areas),
            (_size(found, others), _span(found, others)),
        ),
        _difference(found, found.difference),
    ]
    return narrative.told(found.basis, said)


def remarks(found: BeforeAfter) -> list[str]:
    """What must be known to read the comparison, first of all that it is none of causes."""
    if found.difference is None:
        return [say.NOT_A_CAUSE]
    here = all_kabupaten()[found.innovation.id[:5]]
    said = [say.NOT_A_CAUSE]
    if found.earlier is None:
        said.append(say.EARLIER_UNKNOWN)
    elif found.beyond_chance(found.earlier.difference):
        said.append(say.EARLIER_DIFFERED)
    else:
        said.append(say.EARLIER_ALIKE)
    facilities = found.innovation.fields.get("facilities", ())
    if facilities and any(p.kecamatan in found.own.areas and p.id not in facilities for p in here.puskesmas):
        said.append(say.NEIGHBOURS)
    if found.difference.dispersion > 1:
        said.append(say.WIDENED)
    said.append(say.apart([here.name_of(area) for area in found.copying], len(found.left_out)))
    return [one for one in said if one]


def unanswered(found: BeforeAfter) -> str:
    """Why there is no comparison, and what would make one; empty where there is one."""
    if found.unanswered is None:
        return ""
    if found.unanswered is Unanswered.SHORT_BEFORE:
        return say.short_before(MONTHS)
    if found.unanswered is Unanswered.SHORT_AFTER and found.after_reports_of is not None:
        return say.short_after(MONTHS, found.after_reports_of)
    if found.unanswered is Unanswered.NO_OTHERS:
        return say.no_others(catalogue().settings.outcome_areas)
    return say.UNANSWERED[found.unanswered]


def _amount(found: BeforeAfter, value: float) -> float:
    """A share of change, or percentage points."""
    return value * 100 if found.in_points else value - 1


def _size(found: BeforeAfter, change: Estimate) -> str:
    return change_words.size_of(
        _amount(found, change.estimate),
        points=found.in_points,
        decimals=1,
        distinguishable=found.beyond_chance(change),
    )


def _span(found: BeforeAfter, change: Estimate) -> str:
    return change_words.span(
        _amount(found, change.low), _amount(found, change.high), points=found.in_points, decimals=1
    )


def _difference(found: BeforeAfter, difference: Difference) -> str:
    between = difference.difference
    return say.difference(
        _amount(found, between.estimate),
        _amount(found, between.low),
        _amount(found, between.high),
        points=found.in_points,
        decimals=1,
        distinguishable=found.beyond_chance(between),
    )
