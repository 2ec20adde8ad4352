"""A trend in words, chosen from its test."""

from __future__ import annotations

from indicators.catalogue import catalogue
from indicators.judgement.changes import Scale
from indicators.judgement.trends import Evidence, Trend, Untested
from indicators.wording import trends as wording

# Scatter below this many times that of chance is not worth a sentence.
_WIDE = 1.5


def sentence_of(trend: Trend) -> str:
    """How a series runs, or why nothing is said of it, with the years it has no value for."""
    entry = catalogue().indicators[trend.indicator]
    name = {
        Evidence.COMPUTED: wording.COMPUTED,
        Evidence.PUBLISHED_RATES: wording.PUBLISHED_RATES,
        Evidence.PUBLISHED_COUNTS: wording.published_counts(entry.numerator_label),
    }[trend.evidence]
    subject = wording.subject(name, trend.periods)
    if trend.untested is Untested.NO_COUNTS:
        return wording.WITHOUT_COUNTS
    if trend.untested is Untested.TOO_SHORT:
        short = wording.too_short(subject, catalogue().settings.trend_years)
        return f"{short} {wording.gaps(trend.gaps)}" if trend.gaps else short
    if trend.yearly is None or trend.low is None or trend.high is None:
        return wording.WITHOUT_MODEL
    said = [
        wording.tested(
            subject,
            trend.yearly,
            trend.low,
            trend.high,
            points=trend.scale is Scale.POINTS,
            distinguishable=trend.distinguishable,
        )
    ]
    if trend.dispersion is not None and trend.dispersion**0.5 >= _WIDE:
        said.append(wording.scattered(trend.dispersion**0.5))
    if trend.gaps:
        said.append(wording.gaps(trend.gaps))
    return " ".join(said)
