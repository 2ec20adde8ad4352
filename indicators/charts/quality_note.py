"""The sentence under a chart or a map whose data fail a check, so that exports and slides carry it too."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from indicators.catalogue import catalogue
from indicators.charts.funnel import FunnelSpec
from indicators.charts.spec import ChartSpec, MapSpec
from indicators.judgement.quality import failing
from indicators.judgement.values import State
from indicators.vocabulary import Period
from indicators.warehouse import Snapshot
from indicators.wording import quality as say

Spec = TypeVar("Spec", bound=ChartSpec | FunnelSpec | MapSpec)


def with_quality_note(
    spec: Spec, snapshot: Snapshot, *, indicators: Iterable[str], state: State, period: Period
) -> Spec:
    """The same, with one note for each of these indicators whose data fail in the period; of a map its footer and
    its source, which are what its picture and its table carry."""
    failed = failing(snapshot, state=state, period=period)
    notes = [
        say.about(catalogue().indicators[id_].short, failed[id_]) for id_ in dict.fromkeys(indicators) if id_ in failed
    ]
    if not notes:
        return spec
    if isinstance(spec, MapSpec):
        return replace(spec, footer=" · ".join([spec.footer, *notes]), source=" · ".join([spec.source, *notes]))
    return replace(spec, notes=(*spec.notes, *notes))
