"""Count and quality in sentences: the same on the page and on the command line."""

from __future__ import annotations

from indicators.judgement.iid import CountAndQuality, Lacking, Simulation
from indicators.wording import iid as say


def sentences_of(found: CountAndQuality, *, year: int, missing: int) -> list[str]:
    """What is known, what it means for one more innovation, and what is lacking; the direction alone without figures.

    missing: how many innovations the target for health of an IGA year still lacks. Said with figures of that year only:
    those of another already hold their own innovations for health.
    """
    if found.simulation is None:
        return [*_lacking(found), say.DIRECTION]
    simulation = found.simulation
    said = [_reckoned(simulation), _warning(simulation)]
    if simulation.step is not None:
        ahead, gained = simulation.step
        said.append(say.step(simulation.n, ahead, gained))
    if found.incomparable is not None:
        return [*said, say.LACKING[found.incomparable]]
    if missing and found.matures and simulation.entered.year == year:
        scored = sum(one.least for one in found.matures) / len(found.matures)
        change = sum(simulation.effects([scored] * missing))
        said.append(say.to_target(missing, scored, change, simulation.index(change)))
    if lower := [one.maturity.innovation.name for one in found.further if one.lowers]:
        said.append(say.lowering(lower))
    return said


def _reckoned(simulation: Simulation) -> str:
    return say.reckoned(
        simulation.entered.year,
        simulation.n,
        simulation.total,
        simulation.rule.divisor,
        simulation.rule.for_count(simulation.n),
        simulation.part,
    )


def _warning(simulation: Simulation) -> str:
    if simulation.even > 0:
        return say.warning(simulation.even, simulation.mean)
    return say.harmless(simulation.n, simulation.rule.divisor)


def _lacking(found: CountAndQuality) -> list[str]:
    if found.year is None:
        return [say.LACKING[Lacking.YEAR]]
    said = [say.known(found.year.year, found.year.innovations, found.year.score_sum)]
    if parts := [say.LACKING[one] for one in found.lacking if one in say.PARTS]:
        said.append(say.not_entered(parts))
    return said + [say.LACKING[one] for one in found.lacking if one not in say.PARTS]
