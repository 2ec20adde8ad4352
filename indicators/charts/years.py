"""Series over years: published, counted, surveyed and computed values, each its own series and look."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from indicators import catalogue
from indicators.charts.spec import (
    ChartSpec,
    Dash,
    Emphasis,
    Mark,
    Panel,
    Point,
    Role,
    Series,
    SpecError,
    State,
    Symbol,
    TargetPoint,
)
from indicators.judgement.judged import Judged
from indicators.vocabulary import Basis, Period
from indicators.wording import charts as wording
from indicators.wording import judgement, numbers


class Evidence(StrEnum):
    """What kind of line it is; decides its look."""

    COMPUTED = "computed"
    FROM_PUBLIC = "from_public"
    PUBLISHED = "published"
    COUNT = "count"
    SURVEY = "survey"
    CENSUS = "census"
    COMPARISON = "comparison"


@dataclass(frozen=True)
class YearValue:
    """A value of one year, or of some of its months.

    period: None for the whole year. sign: `<` or `>` where the source gives only a bound. awaited: the result
    is expected and has not been entered; value is then None. remark: a sentence for the hover text. provisional:
    why it is not compared with other years; empty where its reports are complete.
    """

    year: int
    value: float | None
    low: float | None = None
    high: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    period: Period | None = None
    sign: str = ""
    remark: str = ""
    too_few: bool = False
    awaited: bool = False
    provisional: str = ""

    @property
    def whole_period(self) -> Period:
        return self.period or Period.year(self.year)

    @property
    def state(self) -> State:
        if self.value is None:
            return State.NOT_ENTERED if self.awaited else State.MISSING
        if self.provisional:
            return State.PROVISIONAL
        if not self.whole_period.is_year:
            return State.PARTIAL
        return State.TOO_FEW if self.too_few else State.VALUE


@dataclass(frozen=True)
class YearLine:
    """Values of one kind of evidence and one basis. Raises SpecError when a year comes twice."""

    name: str
    evidence: Evidence
    basis: Basis
    values: tuple[YearValue, ...]
    numerator_label: str = ""
    denominator_label: str = ""

    def __post_init__(self) -> None:
        years = [value.year for value in self.values]
        if len(set(years)) != len(years):
            raise SpecError(f"{self.name}: a year comes twice")


@dataclass(frozen=True)
class YearTarget:
    """A target of one year, on the line of that name. at_least: reaching or passing it is the aim."""

    year: int
    target: catalogue.Target
    line: str
    at_least: bool = False


@dataclass(frozen=True)
class YearPanel:
    """One of several plots that share their years."""

    title: str
    unit: str
    decimals: int
    lines: tuple[YearLine, ...]
    targets: tuple[YearTarget, ...] = field(default=())


def computed_line(*, name: str, judged: Iterable[Judged], indicator: catalogue.Indicator) -> YearLine:
    """The line of computed values, with their intervals; its basis is the weakest among them."""
    found = list(judged)
    bases = [j.basis for j in found if j.basis is not None]
    return YearLine(
        name=name,
        evidence=Evidence.COMPUTED,
        basis=Basis.weakest(*bases) if bases else Basis.OFFICIAL,
        numerator_label=indicator.numerator_label,
        denominator_label=indicator.denominator_label,
        values=tuple(
            YearValue(
                year=j.period.start.year,
                value=j.value,
                low=j.low,
                high=j.high,
                numerator=j.numerator,
                denominator=j.denominator,
                period=j.period,
                remark=wording.TOO_FEW if j.too_few else "",
                too_few=j.too_few,
                provisional=provisional(j),
            )
            for j in found
        ),
    )


def provisional(judged: Judged) -> str:
    """Why a judged value is not compared with other periods; empty where all of its months are complete.

    Reports are missing, or whole months at its beginning or end.
    """
    if judged.complete:
        return ""
    if judged.reports_matched < judged.reports_expected:
        return wording.provisional(
            judgement.reported(
                judged.units_matched, judged.units_expected, judged.reports_matched, judged.reports_expected
            )
        )
    return wording.provisional(numbers.period(judged.reference))


def over_years(
    *,
    title: str,
    unit: str,
    decimals: int,
    lines: tuple[YearLine, ...],
    footer: str,
    targets: tuple[YearTarget, ...] = (),
    notes: tuple[str, ...] = (),
) -> ChartSpec:
    """Lines that share one unit. Every year from first to last has its place, so a gap shows as a gap."""
    panel = YearPanel(title="", unit=unit, decimals=decimals, lines=lines, targets=targets)
    spec = panels_over_years(title=title, unit=unit, panels=(panel,), footer=footer, notes=notes)
    return ChartSpec(
        title=title,
        unit=unit,
        decimals=decimals,
        categories=spec.categories,
        series=spec.series,
        targets=spec.targets,
        footer=footer,
        alt=spec.alt,
        sample=spec.sample,
        notes=notes,
    )


def panels_over_years(
    *,
    title: str,
    unit: str,
    panels: tuple[YearPanel, ...],
    footer: str,
    notes: tuple[str, ...] = (),
) -> ChartSpec:
    """Several plots below one another, sharing their years: cases, children measured, prevalence.

    unit: of the chart as a whole, in words; each panel has its own. Line names must differ between panels.
    """
    lines = [line for panel in panels for line in panel.lines]
    years = {value.year for line in lines for value in line.values}
    years |= {target.year for panel in panels for target in panel.targets}
    categories = tuple(str(year) for year in range(min(years), max(years) + 1)) if years else ()
    series = tuple(_series(line, panel, index) for index, panel in enumerate(panels) for line in panel.lines)
    return ChartSpec(
        title=title,
        unit=unit,
        decimals=panels[0].decimals,
        categories=categories,
        series=series,
        panels=tuple(Panel(p.title, p.unit, p.decimals) for p in panels),
        targets=tuple(_target(target, panel, index) for index, panel in enumerate(panels) for target in panel.targets),
        footer=footer,
        alt=wording.alt_series(title=title, unit=unit, series=map(_ends, series)),
        sample=any(line.basis is Basis.SAMPLE for line in lines),
        notes=notes,
    )


_LOOKS: dict[Evidence, tuple[Mark, Role, Dash, Symbol, Emphasis]] = {
    Evidence.COMPUTED: (Mark.LINE, Role.COMPUTED, Dash.SOLID, Symbol.CIRCLE, Emphasis.STRONG),
    # Points, since a line would join years whose counts may come from different bodies.
    Evidence.FROM_PUBLIC: (Mark.POINT, Role.PUBLISHED, Dash.SOLID, Symbol.CIRCLE, Emphasis.STRONG),
    Evidence.PUBLISHED: (Mark.LINE, Role.PUBLISHED, Dash.DASH, Symbol.DIAMOND, Emphasis.NORMAL),
    Evidence.COUNT: (Mark.BAR, Role.COUNT, Dash.SOLID, Symbol.SQUARE, Emphasis.NORMAL),
    Evidence.SURVEY: (Mark.LINE, Role.SURVEY, Dash.DOT, Symbol.SQUARE, Emphasis.NORMAL),
    Evidence.CENSUS: (Mark.POINT, Role.CENSUS, Dash.SOLID, Symbol.SQUARE, Emphasis.NORMAL),
    Evidence.COMPARISON: (Mark.POINT, Role.COMPARISON, Dash.SOLID, Symbol.DIAMOND, Emphasis.FAINT),
}


def _series(line: YearLine, panel: YearPanel, index: int) -> Series:
    mark, role, dash, symbol, emphasis = _LOOKS[line.evidence]
    ordered = sorted(line.values, key=lambda value: value.year)
    last = max((v.year for v in ordered if v.state is State.VALUE), default=None)
    return Series(
        name=line.name,
        mark=mark,
        role=role,
        dash=dash,
        symbol=symbol,
        emphasis=emphasis,
        panel=index,
        points=tuple(_point(value, line, panel, labelled=mark is Mark.BAR or value.year == last) for value in ordered),
    )


def _point(value: YearValue, line: YearLine, panel: YearPanel, *, labelled: bool) -> Point:
    state = value.state
    decimals = panel.decimals
    if line.evidence not in (Evidence.COMPUTED, Evidence.FROM_PUBLIC) and value.value is not None:
        decimals = wording.decimals_of(value.value)  # digits as published: 18,1 is not 18,10
    if state is State.NOT_ENTERED:
        label = wording.NOT_ENTERED
    elif labelled and value.value is not None:
        label = value.sign + numbers.number(value.value, decimals)
    else:
        label = ""
    remark = wording.remarks(value.remark, value.provisional)
    if not remark and state in (State.PARTIAL, State.NOT_ENTERED):
        remark = wording.PARTIAL if state is State.PARTIAL else wording.NOT_ENTERED
    has_value = value.value is not None
    return Point(
        x=str(value.year),
        y=value.value,
        low=value.low if has_value else None,
        high=value.high if has_value else None,
        state=state,
        label=label,
        hover=wording.year_hover(
            name=line.name,
            period=value.whole_period,
            value=value.value,
            unit=panel.unit,
            decimals=decimals,
            numerator=value.numerator,
            numerator_label=line.numerator_label,
            denominator=value.denominator,
            denominator_label=line.denominator_label,
            low=value.low,
            high=value.high,
            sign=value.sign,
            remark=remark,
        ),
    )


def _target(target: YearTarget, panel: YearPanel, index: int) -> TargetPoint:
    entry = target.target
    return TargetPoint(
        x=str(target.year),
        series=target.line,
        value=entry.value,
        panel=index,
        label=wording.target_label(
            document=entry.document,
            year=target.year,
            value=entry.value,
            sign=entry.sign,
            at_least=target.at_least,
        ),
        hover=wording.target_hover(
            document=entry.document,
            year=target.year,
            value=entry.value,
            unit=panel.unit,
            sign=entry.sign,
            note=entry.note,
        ),
    )


_APART = {
    State.PROVISIONAL: wording.PROVISIONAL_SHORT,
    State.PARTIAL: wording.PARTIAL.lower(),
    State.NOT_ENTERED: wording.NOT_ENTERED.lower(),
}


def _ends(series: Series) -> tuple[str, list[tuple[str, str]], list[tuple[str, str, str]]]:
    """For the alternative text: its name, its first and last value that compare, and all that do not, with why."""
    told = [(p, wording.shortest(p.y) if p.y is not None else "") for p in series.points]
    comparable = [(p.x, value) for p, value in told if p.y is not None and p.state not in _APART]
    apart = [(p.x, value, _APART[p.state]) for p, value in told if p.state in _APART]
    return series.name, [comparable[0], comparable[-1]] if comparable else [], apart
