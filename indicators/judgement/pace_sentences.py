"""The way to a target in words, chosen from what was computed: no screen words it otherwise."""

from __future__ import annotations

from indicators.catalogue import Target, catalogue
from indicators.judgement.pace import CountPace, Pace
from indicators.judgement.trends import Trend
from indicators.vocabulary import Direction, Measure, Status
from indicators.wording import judgement
from indicators.wording import pace as say
from indicators.wording.trends import span_of


def sentences_of(pace: Pace) -> list[str]:
    """What the target means in cases (or the rate alone, where the cases are not known), and the change a year."""
    entry = catalogue().indicators[pace.indicator]
    aim = judgement.quoted(pace.target.value, entry.unit, pace.target.sign) + f", {pace.target.document}"
    at_least = entry.direction is Direction.HIGHER_IS_BETTER
    if pace.limit_events is not None and pace.exposure is not None and pace.events_now is not None:
        said = [
            say.in_cases(
                aim,
                pace.year,
                at_least=at_least,
                limit=pace.limit_events,
                numerator=entry.numerator_label,
                exposure=pace.exposure,
                denominator=entry.denominator_label,
                since=pace.since,
                now=pace.events_now,
            )
        ]
    else:
        value = judgement.quoted(pace.value, entry.unit)
        said = [say.rate_alone(aim, pace.year, pace.since, value, pace.measure), say.ONLY_THE_RATE]
    if pace.limit_events is None and pace.standing is Status.NOT_ENOUGH_DATA:
        said.append(say.NO_ERROR)
    elif pace.standing not in (Status.MET, Status.NOT_MET):
        said.append(say.BY_CHANCE)
    if pace.yearly_change_needed is not None:
        said.append(
            say.needed(pace.since, pace.year, pace.yearly_change_needed, points=pace.points, decimals=entry.decimals)
        )
    elif pace.beyond:
        said.append(say.beyond(pace.since, pace.year))
    if pace.trend is not None and not pace.beyond:
        said.append(_arrival(pace, pace.trend))
    if _of_census(pace.target, pace.measure):
        said.append(say.QUALIFIED)
    return said


def card_words(pace: Pace) -> str:
    """The change a year, to stand behind the target on a card; empty where none is needed."""
    entry = catalogue().indicators[pace.indicator]
    if pace.yearly_change_needed is None:
        return ""
    return say.on_card(pace.yearly_change_needed, points=pace.points, decimals=entry.decimals)


def count_sentences(pace: CountPace) -> list[str]:
    """How many a month while the target's year is open, else how it ended; nothing while its result is awaited."""
    entry = catalogue().indicators[pace.indicator]
    if pace.a_month is not None:
        said = say.months(
            pace.year,
            pace.target.value,
            entry.numerator_label,
            counted=pace.counted,
            before=pace.before,
            left=pace.months_left,
            each=pace.a_month,
        )
        return [said] if pace.met else [said, say.IGA_CLOSES]
    if pace.counted is None:
        return []
    return [say.ended(pace.year, pace.target.value, entry.numerator_label, pace.counted)]


def _arrival(pace: Pace, trend: Trend) -> str:
    """When, with its uncertainty; never a year where the direction itself may be chance."""
    years = span_of(trend.periods)
    if trend.untested is not None:
        return say.NOT_FORESEEN
    if trend.distinguishable and trend.better is False:
        return say.moving_away(years)
    when = pace.arrival
    if when is None:
        return say.not_foreseen(years)
    return say.arrives(years, earliest=when[0], latest=when[1], newest=trend.periods[-1].end.year)


def _of_census(target: Target, measure: Measure) -> bool:
    return target.measure is Measure.CENSUS and measure is Measure.ROUTINE
