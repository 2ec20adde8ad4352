"""What further innovations would do to the index, weak ones beside strong ones."""

from __future__ import annotations

from itertools import accumulate

from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.charts.spec import ChartSpec, Dash, Mark, Point, ReferenceLine, Role, Series, Symbol, with_finding
from indicators.judgement.iid import Simulation, count_and_quality
from indicators.judgement.values import State
from indicators.vocabulary import Basis
from indicators.warehouse import Snapshot
from indicators.wording import iid as say
from indicators.wording import judgement, numbers

ADDED = 20
_LOOKS = {
    0.5: (Role.WORSE, Dash.DASH, Symbol.DIAMOND),
    1.0: (Role.COMPARISON, Dash.DOT, Symbol.CIRCLE),
    1.5: (Role.BETTER, Dash.SOLID, Symbol.SQUARE),
}


def further_innovations(snapshot: Snapshot, *, state: State) -> ChartSpec | None:
    """The change of the part that innovations decide, after each of some further innovations of the same score.

    None until staff have entered what the index is reckoned from.
    """
    simulation = count_and_quality(snapshot, state.kabupaten).simulation
    if simulation is None:
        return None
    title = say.chart_title(simulation.entered.year, all_kabupaten()[state.kabupaten].name)
    lines = {share: _series(simulation, share) for share in _LOOKS}
    weak, strong = (lines[share].points[-1].y or 0.0 for share in (0.5, 1.5))
    said = say.finding(simulation.mean * 0.5, simulation.mean * 1.5, ADDED, weak, strong)
    basis = Basis.SAMPLE if simulation.entered.practice else Basis.PUBLISHED
    source = simulation.entered.rule_document or simulation.entered.source or say.NOT_ENTERED
    spec = ChartSpec(
        title=title,
        unit=say.CHART_UNIT,
        decimals=2,
        categories=tuple(str(number) for number in range(1, ADDED + 1)),
        series=tuple(lines.values()),
        footer=judgement.source_line(source, basis, state.version, rule=catalogue().settings.rule_version),
        alt=say.chart_alt(title, numbers.listed([line.name for line in lines.values()])),
        sample=simulation.entered.practice,
        lines=(ReferenceLine(0, say.UNCHANGED),),
        notes=(say.CHART_NOTE,),
    )
    return with_finding(spec, said)


def _series(simulation: Simulation, share: float) -> Series:
    scored = simulation.mean * share
    marginal = simulation.effects([scored] * ADDED)
    role, dash, symbol = _LOOKS[share]
    return Series(
        name=say.level(say.LEVELS[share], scored),
        mark=Mark.LINE,
        role=role,
        dash=dash,
        symbol=symbol,
        points=tuple(
            Point(x=str(added), y=change, hover=say.hover(added, scored, change, each))
            for added, (change, each) in enumerate(zip(accumulate(marginal), marginal, strict=True), start=1)
        ),
    )
