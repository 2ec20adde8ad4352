"""Series over time with what chance alone would do to them, in the chart that fits the data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from indicators.areas import all_kabupaten
from indicators.catalogue import Indicator, Target, catalogue
from indicators.charts.spec import (
    ChartSpec,
    Dash,
    Emphasis,
    Mark,
    Point,
    Role,
    Series,
    State,
    Symbol,
    TargetPoint,
    with_finding,
)
from indicators.judgement import sentences
from indicators.judgement.chart_choice import is_annual
from indicators.judgement.controlled import (
    Controlled,
    ControlPoint,
    controlled,
    is_better,
    pooled_rates,
)
from indicators.judgement.values import State as KabupatenState
from indicators.vocabulary import Basis, ChartKind, Kind, Mode, Period
from indicators.warehouse import Snapshot
from indicators.wording import charts as chart_words
from indicators.wording import control as say
from indicators.wording import judgement, narrative, numbers

_GAPS = (ChartKind.G, ChartKind.T)
# As a share of the upper limit.
_NEXT_TO_NOTHING = 0.01
# Special points by whether they are better, in the order of the legend; a square and a diamond differ without colour.
_LOOKS = {
    True: (say.BETTER, Role.BETTER, Symbol.SQUARE),
    False: (say.WORSE, Role.WORSE, Symbol.DIAMOND),
    None: (say.CHANGED, Role.CHANGED, Symbol.SQUARE),
}


def over_time(
    snapshot: Snapshot, *, indicator: str, state: KabupatenState, area: str, last: Period
) -> ChartSpec | None:
    """The chart of `judgement.controlled` for the months up to the end of `last`; None without a complete month."""
    found = controlled(snapshot, indicator=indicator, kabupaten=state.kabupaten, area=area, last=last)
    if found is None:
        return None
    if found.choice.kind is ChartKind.POOLED:
        return pooled_years(
            snapshot, indicator=indicator, state=state, area=area, last=last, reason=found.choice.reason
        )
    entry = catalogue().indicators[indicator]
    return control_chart(found, entry=entry, place=all_kabupaten()[state.kabupaten].name_of(area), state=state)


def pooled_beside(
    snapshot: Snapshot, *, indicator: str, state: KabupatenState, area: str, last: Period
) -> ChartSpec | None:
    """The pooled rates of rare events beside another chart of them; None where they are that chart already."""
    found = controlled(snapshot, indicator=indicator, kabupaten=state.kabupaten, area=area, last=last)
    if found is None or found.choice.kind is ChartKind.POOLED:
        return None
    return pooled_years(snapshot, indicator=indicator, state=state, area=area, last=last)


def control_chart(found: Controlled, *, entry: Indicator, place: str, state: KabupatenState) -> ChartSpec:
    """Points, centre, limits and special points of any chart but the pooled one."""
    of_gaps = found.choice.kind in _GAPS
    size_label = entry.denominator_label if entry.denominator else say.DAYS
    decimals = 0 if of_gaps or not entry.denominator else entry.decimals
    names = _categories(found.points)
    unit = size_label if of_gaps else say.unit_by_month(entry.unit, "" if entry.denominator else entry.numerator_label)
    title = say.title_between(entry.numerator_label, place, size_label) if of_gaps else say.title(entry.label, place)
    centre = say.MEAN if found.choice.kind in (ChartKind.XMR, ChartKind.P, ChartKind.U) else say.MEDIAN
    points = [
        _point(point, name, entry, found.choice.kind, decimals=decimals, unit=unit)
        for point, name in zip(found.points, names, strict=True)
    ]
    special = sum(point.rule is not None for point in found.points)
    target = (
        None
        if found.target is None
        else chart_words.target_label(
            document=found.target.document,
            year=found.points[-1].month.start.year,
            value=found.target.value,
            sign=found.target.sign,
        )
    )
    basis = Basis.SAMPLE if state.mode is Mode.SAMPLE else Basis.OFFICIAL
    against = "" if found.target is None else _against(found.target, entry, found.points[-1].month.start.year)
    said, words = (
        narrative.told(basis, [*say.judged(found.variation, found.assurance, against, icons=icons), say.found(special)])
        for icons in (True, False)
    )
    known = [
        (numbers.period(counted.month), numbers.number(point.y, decimals))
        for counted, point in zip(found.points, points, strict=True)
        if point.y is not None and point.state is State.VALUE
    ]
    centre_label = chart_words.line_label(centre, found.points[-1].centre or 0.0, decimals)
    return ChartSpec(
        title=title,
        unit=unit,
        decimals=decimals,
        categories=tuple(names),
        series=(
            *_limits(found.points, names),
            *_centre(found.points, centre_label, names),
            Series(say.GAPS if of_gaps else entry.short, Mark.LINE, Role.COMMON, tuple(points)),
            *_special(found.points, points, entry, of_gaps=of_gaps),
        ),
        targets=()
        if found.target is None or target is None
        else (TargetPoint(found.target.value, target, hover=target),),
        footer=_footer(entry, found.points, state),
        alt=say.alt(
            title=title, unit=unit, points=len(known), first=known[0], last=known[-1], centre=centre_label, said=words
        ),
        sample=state.mode is Mode.SAMPLE,
        notes=(found.choice.reason, *_notes(found, entry)),
        finding=said,
        from_zero=of_gaps or not entry.denominator or entry.multiplier != 100,
    )


def pooled_years(
    snapshot: Snapshot, *, indicator: str, state: KabupatenState, area: str, last: Period, reason: str = ""
) -> ChartSpec | None:
    """Rates of 3 and of 5 whole years together. None where there are no three whole years in a row."""
    entry, here = catalogue().indicators[indicator], all_kabupaten()[state.kabupaten]
    pooled = pooled_rates(snapshot, indicator=indicator, kabupaten=here.code, area=area, last=last)
    if not pooled:
        return None
    ordered = sorted({(p.years.end.year, width, str(p.years)) for width, rates in pooled.items() for p in rates})
    names = {text: numbers.period(Period.parse(text)) for *_, text in ordered}
    title = say.title_pooled(entry.label, here.name_of(area))
    series = tuple(
        Series(
            name=say.pooled_series(width),
            mark=Mark.POINT,
            role=Role.COMPUTED,
            symbol=Symbol.CIRCLE if width == min(pooled) else Symbol.SQUARE,
            emphasis=Emphasis.STRONG,
            points=tuple(
                Point(
                    x=names[str(p.years)],
                    y=p.value,
                    low=p.low,
                    high=p.high,
                    label=numbers.number(p.value, entry.decimals),
                    hover=chart_words.year_hover(
                        name=say.pooled_series(width),
                        period=p.years,
                        value=p.value,
                        unit=entry.unit,
                        decimals=entry.decimals,
                        numerator=p.numerator,
                        numerator_label=entry.numerator_label,
                        denominator=p.denominator,
                        denominator_label=entry.denominator_label,
                        low=p.low,
                        high=p.high,
                    ),
                )
                for p in rates
            ),
        )
        for width, rates in pooled.items()
    )
    bars = [(f"{s.name} {p.x}", p.label) for s in series for p in s.points]
    newest = max((rate for rates in pooled.values() for rate in rates), key=lambda rate: (rate.years.end, rate.years))
    spec = ChartSpec(
        title=title,
        unit=entry.unit,
        decimals=entry.decimals,
        categories=tuple(names.values()),
        series=series,
        footer=_footer(entry, (), state),
        alt=chart_words.alt_bars(title=title, unit=entry.unit, bars=bars),
        sample=state.mode is Mode.SAMPLE,
        notes=tuple(note for note in (reason or say.POOLED, say.OVERLAPPING if len(bars) > 1 else "") if note),
    )
    basis = Basis.SAMPLE if state.mode is Mode.SAMPLE else Basis.OFFICIAL
    said = narrative.value(
        f"{entry.short} {here.name_of(area)}",
        numbers.period(newest.years),
        judgement.value(newest.value, entry.decimals, entry.unit),
        basis,
        counts=judgement.behind(newest.numerator, entry.numerator_label, newest.denominator, entry.denominator_label),
        interval=judgement.interval(newest.low, newest.high, entry.decimals),
    )
    return with_finding(spec, narrative.told(basis, [said]))


def _against(target: Target, entry: Indicator, year: int) -> str:
    document = chart_words.short_document(target.document)
    aim = ", ".join(part for part in (sentences.aim(entry, target), document) if part)
    return say.against(year, aim, annual=is_annual(entry))


def _categories(points: Sequence[ControlPoint]) -> list[str]:
    """The month of each point; several gaps that end in one month are numbered."""
    seen: Counter[str] = Counter()
    names = []
    for point in points:
        name = say.month(point.month)
        seen[name] += 1
        names.append(say.nth(name, seen[name]))
    return names


def _point(point: ControlPoint, name: str, entry: Indicator, kind: ChartKind, *, decimals: int, unit: str) -> Point:
    if point.value is None:
        return Point(x=name, y=None, state=State.MISSING, hover=f"{numbers.period(point.month)}\n{chart_words.MISSING}")
    settings = catalogue().settings
    behind = ""
    if entry.denominator and point.numerator is not None and point.size is not None:
        size = point.size * (12 if is_annual(entry) else 1)
        behind = judgement.behind(point.numerator, entry.numerator_label, size, entry.denominator_label)
    limits = ""
    if point.lower is not None and point.upper is not None:
        limits = say.limits(numbers.number(point.lower, decimals), numbers.number(point.upper, decimals))
    remark = say.provisional(*point.provisional) if point.provisional else ""
    if point.rule:
        run = kind is ChartKind.RUN
        remark = say.rule(
            point.rule,
            high=point.high,
            shift=settings.run_shift_points if run else settings.shift_points,
            trend=settings.run_trend_points if run else settings.trend_points,
        )
    return Point(
        x=name,
        y=point.value,
        state=State.PROVISIONAL if point.provisional else State.VALUE,
        hover=say.point_hover(
            say.gap_head(point.month) if kind in _GAPS else numbers.period(point.month),
            judgement.value(point.value, decimals, unit),
            behind,
            limits,
            remark,
        ),
    )


def _limits(points: Sequence[ControlPoint], names: Sequence[str]) -> list[Series]:
    """Steps at the lower and the upper limit; a lower limit of next to nothing would only underline the axis."""
    found = []
    least = _NEXT_TO_NOTHING * max((point.upper or 0.0 for point in points), default=0.0)
    for name, side in ((say.LIMIT_UPPER, "upper"), (say.LIMIT_LOWER, "lower")):
        levels = [(x, getattr(point, side)) for x, point in zip(names, points, strict=True)]
        drawn = tuple(Point(x=x, y=level, hover="") for x, level in levels if level is not None)
        if any((p.y or 0.0) > least for p in drawn):
            found.append(Series(name, Mark.STEP, Role.LIMIT, drawn, dash=Dash.DASH, emphasis=Emphasis.FAINT))
    return found


def _centre(points: Sequence[ControlPoint], label: str, names: Sequence[str]) -> list[Series]:
    """The mean or median, named in the legend, since a label on the line would cover the newest points."""
    levels = [(x, point.centre) for x, point in zip(names, points, strict=True)]
    drawn = tuple(Point(x=x, y=level, hover="") for x, level in levels if level is not None)
    if not drawn:
        return []
    return [Series(label, Mark.STEP, Role.LIMIT, drawn, dash=Dash.DOT)]


def _special(
    points: Sequence[ControlPoint], drawn: Sequence[Point], entry: Indicator, *, of_gaps: bool
) -> list[Series]:
    """The points that are more than chance once more, in a shape of their own; the line's points say why."""
    by_look: dict[bool | None, list[Point]] = {look: [] for look in _LOOKS}
    for point, there in zip(points, drawn, strict=True):
        if point.rule is not None:
            by_look[is_better(entry, point, of_gaps=of_gaps)].append(replace(there, hover=""))
    return [
        Series(name, Mark.POINT, role, tuple(by_look[look]), symbol=symbol, emphasis=Emphasis.STRONG)
        for look, (name, role, symbol) in _LOOKS.items()
        if by_look[look]
    ]


def _notes(found: Controlled, entry: Indicator) -> list[str]:
    of_gaps = found.choice.kind in _GAPS
    campaign = any(catalogue().elements[e].kind is Kind.CAMPAIGN for e in entry.numerator)
    notes = {
        say.widened(found.widened): found.widened > 1,
        say.BETWEEN_ASSUMED: of_gaps,
        say.CAMPAIGN: campaign and not of_gaps,
        say.PROVISIONAL: any(p.provisional for p in found.points),
        say.MISSING: any(p.value is None for p in found.points),
        say.MOSTLY_SPECIAL: 2 * sum(p.rule is not None for p in found.points) > len(found.points),
    }
    renewed = [say.renewed(one.since, one.reason) for one in found.renewed]
    if found.not_yet:
        renewed.append(say.not_yet(found.not_yet.since, catalogue().settings.control_least))
    return [*renewed, *(note for note, applies in notes.items() if applies)]


def _footer(entry: Indicator, points: Sequence[ControlPoint], state: KabupatenState) -> str:
    complete = Basis.PROVISIONAL if any(p.provisional for p in points) else Basis.OFFICIAL
    basis = Basis.SAMPLE if state.mode is Mode.SAMPLE else complete
    return judgement.source_line(entry.source, basis, state.version, rule=catalogue().settings.rule_version)
