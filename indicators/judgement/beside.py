"""Where an area stands beside its kabupaten, from its interval and never from its value alone."""

from __future__ import annotations

from enum import StrEnum

from indicators.catalogue import Indicator, catalogue
from indicators.judgement.judged import Judged
from indicators.judgement.values import interval_of
from indicators.vocabulary import Direction


class Standing(StrEnum):
    """Declared in the order in which a sorted table shows them: what to look at first stands first.

    HIGHER, LOWER: outside the limits of an indicator without a good side. NOT_COMPARED: a count or a complete
    count, in which chance has no part, or a coverage above its target population. NO_VALUE: nothing to compare.
    """

    WORSE = "worse"
    HIGHER = "higher"
    LOWER = "lower"
    WITHIN = "within"
    BETTER = "better"
    NOT_COMPARED = "not_compared"
    TOO_FEW = "too_few"
    INCOMPLETE = "incomplete"
    NO_VALUE = "no_value"


def standing(entry: Indicator, area: Judged, whole: Judged) -> Standing:
    """Whether the area's interval, at the confidence of signals, lies wholly beyond the kabupaten's value.

    The confidence is stricter than that of shown intervals, since many areas and indicators are looked at together.
    """
    if area.value is None or area.numerator is None:
        return Standing.NO_VALUE
    if not entry.denominator:
        return Standing.NOT_COMPARED
    if not area.all_reported:
        return Standing.INCOMPLETE
    if area.too_few:
        return Standing.TOO_FEW
    bounds = interval_of(entry, area.numerator, area.denominator, catalogue().settings.signal_confidence)
    if bounds is None or whole.value is None:
        return Standing.NOT_COMPARED
    if bounds.low <= whole.value <= bounds.high:
        return Standing.WITHIN
    above = bounds.low > whole.value
    if entry.direction is Direction.NEUTRAL:
        return Standing.HIGHER if above else Standing.LOWER
    return Standing.BETTER if above is (entry.direction is Direction.HIGHER_IS_BETTER) else Standing.WORSE
