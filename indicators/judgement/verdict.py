"""The status of a value against the target of its own year, by the probability that the true value meets it."""

from __future__ import annotations

from indicators.catalogue import Indicator, Target, catalogue
from indicators.judgement.judged import Verdict
from indicators.measures import target as measures
from indicators.vocabulary import Direction, Interval, Measure, Status


def verdict_of(
    indicator: Indicator,
    target: Target | None,
    *,
    year: int,
    measure: Measure,
    value: float,
    numerator: float | None = None,
    denominator: float | None = None,
    low: float | None = None,
    high: float | None = None,
    unfinished: bool = False,
    provisional: bool = False,
) -> Verdict | None:
    """None where there is no target, no better direction, or the target is of another measure.

    A routine value against a census target makes the verdict a qualified one ('menurut pelaporan rutin').
    value, low, high: in the indicator's unit, as the target is. numerator, denominator: of a computed value.
    unfinished: a value that will still grow, of which nothing can be said yet. provisional: reports are missing.
    """
    if target is None or indicator.direction is Direction.NEUTRAL:
        return None
    wanted = target.measure or indicator.measure
    if not comparable(wanted, measure):
        return None
    status, probability = Status.NOT_ENOUGH_DATA, None
    if not unfinished:
        status, probability = _judged(indicator, target, measure, value, numerator, denominator, low, high)
    return Verdict(
        status=status,
        target=target,
        year=year,
        qualified=wanted is not measure,
        probability=probability,
        rule_version=catalogue().settings.rule_version,
        provisional=provisional,
    )


def comparable(target: Measure, measure: Measure) -> bool:
    """Whether a value may stand against a target: of its own measure, or reports against a census; never a survey's."""
    return target is measure or (target, measure) == (Measure.CENSUS, Measure.ROUTINE)


def _judged(
    indicator: Indicator,
    target: Target,
    measure: Measure,
    value: float,
    numerator: float | None,
    denominator: float | None,
    low: float | None,
    high: float | None,
) -> tuple[Status, float | None]:
    """The status and the probability, None where chance has no part in it or nothing is known."""
    wanted, direction = target.value / indicator.multiplier, indicator.direction
    strict = target.sign == "<"
    if indicator.interval is Interval.NONE:
        if measure is Measure.ROUTINE:
            return measures.status_without_chance(
                value=value, target=target.value, direction=direction, strict=strict
            ), None
        if low is None or high is None or low >= high:
            return Status.NOT_ENOUGH_DATA, None
        probability = measures.probability_of_estimate(
            value=value,
            low=low,
            high=high,
            target=target.value,
            direction=direction,
            confidence=catalogue().settings.confidence,
        )
        return _status(probability, float("nan"))
    if numerator is None or not denominator:
        return Status.NOT_ENOUGH_DATA, None
    share = indicator.interval is Interval.PROPORTION
    if share and numerator > denominator:
        return Status.NOT_ENOUGH_DATA, None  # more than all: the counts contradict one another
    if wanted <= 0 or (share and wanted >= 1):
        # None at all, or all of them: that has happened or not, and one case more or less decides.
        return measures.status_without_chance(
            value=numerator, target=wanted * denominator, direction=direction, strict=strict
        ), None
    if share:
        expected = measures.expected_of_share(denominator, wanted)
        probability = measures.probability_of_share(numerator, denominator, wanted, direction)
    else:
        expected = measures.expected_of_rate(denominator, wanted)
        probability = measures.probability_of_rate(numerator, denominator, wanted, direction)
    return _status(probability, expected)


def _status(probability: float, expected: float) -> tuple[Status, float | None]:
    """The status with its probability, which is not told where too few were expected: to tell it would be to judge."""
    settings = catalogue().settings
    status = measures.status_of(
        probability,
        expected,
        few_events=settings.few_events,
        met_from=settings.met_from,
        likely_from=settings.likely_from,
    )
    return status, None if status is Status.NOT_ENOUGH_DATA else probability
