"""An innovation's indicator, year by year around its start: kecamatan that have it beside those that do not."""

from __future__ import annotations

from indicators.catalogue import Indicator, catalogue
from indicators.charts.spec import ChartSpec, Dash, Emphasis, Mark, Point, Role, Series, Symbol, with_finding
from indicators.charts.spec import State as Shown
from indicators.judgement import before_after_sentences as sentences
from indicators.judgement.before_after import Group, Window, before_after
from indicators.judgement.values import State
from indicators.vocabulary import Basis
from indicators.warehouse import Snapshot
from indicators.wording import before_after as say
from indicators.wording import judgement, numbers


def before_and_after(
    snapshot: Snapshot, *, state: State, innovation: str, indicator: str | None = None
) -> ChartSpec | None:
    """Both groups with their intervals, apart at the start; None where one of them has no years on either side."""
    found = before_after(snapshot, state=state, innovation=innovation, indicator=indicator)
    if found.indicator is None or found.start is None or not (found.own.before and found.others.before):
        return None
    entry = catalogue().indicators[found.indicator]
    title = say.chart_title(entry.short, found.innovation.name)
    start = say.at_start(found.start, on_trial=found.on_trial)
    before, after = ([numbers.short_period(w.period) for w in side] for side in (found.own.before, found.own.after))
    own, others = say.line(say.WITH, len(found.own.areas)), say.line(say.WITHOUT, len(found.others.areas))
    spec = ChartSpec(
        title=title,
        unit=entry.unit,
        decimals=entry.decimals,
        categories=(*before, start, *after),
        series=(
            Series(
                name=others,
                mark=Mark.LINE,
                role=Role.COMPARISON,
                dash=Dash.DASH,
                symbol=Symbol.SQUARE,
                points=_points(found.others, others, entry),
            ),
            Series(
                name=own,
                mark=Mark.LINE,
                role=Role.CURRENT,
                symbol=Symbol.CIRCLE,
                emphasis=Emphasis.STRONG,
                points=_points(found.own, own, entry),
            ),
        ),
        footer=judgement.source_line(entry.source, found.basis, state.version, rule=catalogue().settings.rule_version),
        alt=say.chart_alt(title, [_alt(found.own, own, entry), _alt(found.others, others, entry)]),
        sample=found.basis is Basis.SAMPLE,
        notes=(say.NOT_A_CAUSE,),
        from_zero=entry.multiplier != 100,
    )
    return with_finding(spec, sentences.finding(found) or sentences.unanswered(found))


def _points(group: Group, name: str, entry: Indicator) -> tuple[Point, ...]:
    return tuple(_point(window, name, entry) for window in (*group.before, *group.after))


def _point(window: Window, name: str, entry: Indicator) -> Point:
    return Point(
        x=numbers.short_period(window.period),
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
