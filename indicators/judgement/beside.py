"""Where an area stands beside the others of its kabupaten: its group of `judgement.compared`, or why it has none."""

from __future__ import annotations

from enum import StrEnum

from indicators.judgement.judged import Judged
from indicators.vocabulary import AreaGroup


class Standing(StrEnum):
    """Declared in the order in which a sorted table shows them: what to look at first stands first.

    OVERFULL: a coverage above its target population. NOT_COMPARED: a count or a complete count, in which chance has no
    part, or an indicator without a better side. NO_VALUE: nothing to compare.
    """

    WORSE = "worse"
    WITHIN = "within"
    BETTER = "better"
    OVERFULL = "overfull"
    NOT_COMPARED = "not_compared"
    TOO_FEW = "too_few"
    INCOMPLETE = "incomplete"
    NO_VALUE = "no_value"


_OF_GROUP = {
    AreaGroup.OUTSIDE_WORSE: Standing.WORSE,
    AreaGroup.OUTSIDE_BETTER: Standing.BETTER,
    AreaGroup.WITHIN: Standing.WITHIN,
    AreaGroup.TOO_FEW: Standing.TOO_FEW,
    AreaGroup.INCOMPLETE: Standing.INCOMPLETE,
    AreaGroup.OVERFULL: Standing.OVERFULL,
    AreaGroup.ABSENT: Standing.NO_VALUE,
    AreaGroup.WITHHELD: Standing.NO_VALUE,
}


def standing(area: Judged, group: AreaGroup | None) -> Standing:
    """Where an area stands. group: None for an indicator whose areas are not compared.

    A value that is withheld from the public has no standing either, which would tell of it.
    """
    if area.value is None:
        return Standing.NO_VALUE
    return Standing.NOT_COMPARED if group is None else _OF_GROUP[group]
