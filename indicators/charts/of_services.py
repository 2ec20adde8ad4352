"""The minimum services (SPM) of a kabupaten beside one another: how many of those who must be served have been."""

from __future__ import annotations

from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.charts.spec import ChartSpec, Mark, Point, ReferenceLine, Role, Series, TargetPoint, with_finding
from indicators.charts.spec import State as PointState
from indicators.judgement.minimum_service import Progress, Service, finding_of, services
from indicators.judgement.values import State
from indicators.vocabulary import Basis, Period
from indicators.warehouse import Snapshot
from indicators.wording import charts as chart_words
from indicators.wording import judgement, numbers
from indicators.wording import minimum_service as say
from indicators.wording import topics as topic_words

_ALL = 100.0


def services_reached(snapshot: Snapshot, *, state: State, period: Period) -> ChartSpec | None:
    """The coverage of each service from January on, beside all people and the even pace towards them; None without
    any value."""
    found = services(snapshot, state=state, period=period)
    bases = [one.judged.basis for one in found if one.judged.value is not None and one.judged.basis]
    if not bases:
        return None
    basis, seen = Basis.weakest(*bases), found[0].judged.period
    title = say.title(all_kabupaten()[state.kabupaten].name, seen)
    points = tuple(_point(one) for one in found)
    name = topic_words.computed_line("SPM", sample=basis is Basis.SAMPLE)
    sources = list(dict.fromkeys(one.indicator.source for one in found))
    spec = ChartSpec(
        title=title,
        unit=found[0].indicator.unit,
        categories=tuple(one.name for one in found),
        series=(Series(name, Mark.BAR, Role.COMPUTED, points),),
        horizontal=True,
        targets=(TargetPoint(_ALL, say.TARGET, ""),),
        lines=() if seen.is_year else (ReferenceLine(found[0].expected, say.even_pace(found[0].expected)),),
        footer=judgement.source_line(
            numbers.listed(sources), basis, state.version, rule=catalogue().settings.rule_version
        ),
        alt=chart_words.alt_bars(title=title, unit=found[0].indicator.unit, bars=[(p.x, p.label) for p in points]),
        sample=basis is Basis.SAMPLE,
        notes=tuple(one.finding for one in found),
    )
    return with_finding(spec, finding_of(found))


def _point(one: Service) -> Point:
    judged, said = one.judged, f"{one.finding}\n{say.PROGRESS[one.progress]}"
    if judged.value is None:
        return Point(one.name, None, said, label=say.PROGRESS[one.progress], state=PointState.MISSING)
    state = PointState.PROVISIONAL if one.progress is Progress.INCOMPLETE else PointState.VALUE
    label = numbers.number(judged.value, one.indicator.decimals)
    return Point(one.name, judged.value, said, low=judged.low, high=judged.high, label=label, state=state)
