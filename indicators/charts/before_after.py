"""An innovation's indicator, year by year around its start: kecamatan that have it beside those that do not."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from indicators.catalogue import Indicator, catalogue
from indicators.charts.spec import ChartSpec, Dash, Emphasis, Mark, Point, Role, Series, Symbol, with_finding
from indicators.charts.spec import State as Shown
from indicators.judgement import before_after_sentences as sentences
from indicators.judgement.before_after import Group, Window, before_after
from indicators.judgement.values import State
from indicators.vocabulary import Basis, Period
from indicators.warehouse import Snapshot
from indicators.wording import before_after as say
from indicators.wording import judgement, numbers

_OWN: dict[str, Any] = {"role": Role.CURRENT, "emphasis": Emphasis.STRONG}
_OTHERS: dict[str, Any] = {"role": Role.COMPARISON, "dash": Dash.DASH, "symbol": Symbol.SQUARE}


def before_and_after(
    snapshot: Snapshot, *, state: State, innovation: str, indicator: str | None = None
) -> ChartSpec | None:
    """Both groups with their intervals, apart at the start; None where one of them has no years on either side."""
    found = before_after(snapshot, state=state, innovation=innovation, indicator=indicator)
    if found.indicator is None or found.start is None or not found.own.before:
        return None
    entry = catalogue().indicators[found.indicator]
    title = say.chart_title(entry.short, found.innovation.name)
    before, after = ([w.period for w in side] for side in (found.own.before, found.own.after))
    places = [*range(-len(before), 0), *range(1, len(after) + 1)]
    whole_years = all(w.is_year for w in (*before, *after))
    names = {
        window: numbers.period(window) if whole_years else say.on_axis(place)
        for window, place in zip((*before, *after), places, strict=True)
    }
    own, others = say.line(say.WITH, len(found.own.areas)), say.line(say.WITHOUT, len(found.others.areas))
    spec = ChartSpec(
        title=title,
        unit=entry.unit,
        decimals=entry.decimals,
        categories=(*(names[w] for w in before), say.AT_START, *(names[w] for w in after)),
        series=tuple(
            Series(name=name, mark=Mark.LINE, points=_points(group, name, entry, names), **look)
            for name, group, look in ((others, found.others, _OTHERS), (own, found.own, _OWN))
            if group.areas
        ),
        footer=judgement.source_line(entry.source, found.basis, state.version, rule=catalogue().settings.rule_version),
        alt=say.chart_alt(
            title,
            [_alt(group, name, entry) for name, group in ((own, found.own), (others, found.others)) if group.areas],
        ),
        sample=found.basis is Basis.SAMPLE,
        notes=(
            say.axis(say.start(found.start, on_trial=found.on_trial), before[-1], after[0]),
            *sentences.remarks(found),
        ),
        from_zero=entry.multiplier != 100,
    )
    return with_finding(spec, sentences.finding(found) or sentences.unanswered(found))


def _points(group: Group, name: str, entry: Indicator, places: Mapping[Period, str]) -> tuple[Point, ...]:
    return tuple(_point(window, name, entry, places[window.period]) for window in (*group.before, *group.after))


def _point(window: Window, name: str, entry: Indicator, place: str) -> Point:
    return Point(
        x=place,
        y=window.value,
        low=window.low,
        high=window.high,
        state=Shown.TOO_FEW if window.too_few else Shown.VALUE,
        hover=say.hover(
            name,
            window.period,
            _value(window, entry),
            judgement.interval(window.low, window.high, entry.decimals),
            say.counts(window.numerator, entry.numerator_label, window.denominator, entry.denominator_label),
        ),
    )


def _alt(group: Group, name: str, entry: Indicator) -> str:
    values = [f"{numbers.period(w.period)} {_value(w, entry)}" for w in (*group.before, *group.after)]
    return say.alt_line(name, values)


def _value(window: Window, entry: Indicator) -> str:
    return judgement.value(window.value, entry.decimals, entry.unit)
