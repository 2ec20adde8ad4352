"""A programme month by month: one panel for each of its stages."""

from __future__ import annotations

from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.charts.spec import ChartSpec, Mark, Panel, Point, Role, Series, with_finding
from indicators.charts.spec import State as PointState
from indicators.judgement.programme_tallies import Amount
from indicators.judgement.programmes import datasets_of, programme
from indicators.judgement.values import State
from indicators.vocabulary import Basis, Period
from indicators.warehouse import Snapshot
from indicators.wording import charts as chart_words
from indicators.wording import judgement, numbers
from indicators.wording import programmes as say


def programme_months(
    snapshot: Snapshot, *, state: State, programme_id: str, period: Period, for_staff: bool
) -> ChartSpec | None:
    """The stages of a programme over the months (or years) up to the period; None without any report."""
    entry, here = catalogue().programmes[programme_id], all_kabupaten()[state.kabupaten]
    judged = programme(snapshot, entry, state=state, period=period, for_staff=for_staff)
    if not judged.months:
        return None
    basis = judged.basis or Basis.OFFICIAL
    title = say.months_title(entry.short, here.name)
    categories = tuple(say.month_label(month) for month, _ in judged.months)
    series = tuple(
        Series(
            name=stage.label,
            mark=Mark.BAR,
            role=Role.COUNT,
            panel=index,
            points=tuple(_point(month, amounts[index]) for month, amounts in judged.months),
        )
        for index, stage in enumerate(entry.stages)
    )
    newest = [(s.name, next((numbers.number(p.y) for p in reversed(s.points) if p.y is not None), "")) for s in series]
    source = say.source_of_reports([dataset.label for dataset in datasets_of(entry)])
    spec = ChartSpec(
        title=title,
        unit=say.MONTHS_UNIT,
        decimals=0,
        categories=categories,
        series=series,
        panels=tuple(Panel(stage.label, stage.unit) for stage in entry.stages),
        footer=judgement.source_line(source, basis, state.version, rule=catalogue().settings.rule_version),
        alt=chart_words.alt_bars(title=title, unit=say.NEWEST, bars=newest),
        sample=basis is Basis.SAMPLE,
    )
    month, amounts = judged.months[-1]
    said = [say.newest_amount(a.label, a.value) for a in amounts if a.value is not None]
    return with_finding(spec, say.newest_month(month, said) if said else "")


def _point(month: Period, amount: Amount) -> Point:
    """A bar with its number; a month in which some units did not report is provisional."""
    category = say.month_label(month)
    if amount.value is None:
        state = PointState.SUPPRESSED if amount.suppressed else PointState.MISSING
        remark = chart_words.SUPPRESSED if amount.suppressed else chart_words.MISSING
        return Point(x=category, y=None, state=state, hover=say.month_hover(amount.label, month, remark))
    said = say.amount(amount.value, amount.unit)
    return Point(
        x=category,
        y=amount.value,
        state=PointState.VALUE if amount.complete else PointState.PROVISIONAL,
        hover=say.month_hover(amount.label, month, said, say.reporting(amount.sent, amount.expected)),
    )
