"""The mark of data that fail a check, in the line that every picture, file and slide of a chart or map carries."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from indicators.catalogue import catalogue
from indicators.charts.funnel import FunnelSpec
from indicators.charts.spec import ChartSpec, MapSpec
from indicators.charts.spine import SpineSpec
from indicators.judgement.quality import failing
from indicators.judgement.values import State
from indicators.vocabulary import Period
from indicators.warehouse import Snapshot
from indicators.wording import quality as say

Spec = TypeVar("Spec", bound=ChartSpec | FunnelSpec | SpineSpec | MapSpec)


def with_quality_note(
    spec: Spec, snapshot: Snapshot, *, indicators: Iterable[str], state: State, period: Period
) -> Spec:
    """The same, its footer with one mark for each of these indicators whose data fail in the period; of a map its
    source too, which is what its table carries."""
    marks = quality_marks(snapshot, indicators=indicators, state=state, period=period)
    if not marks:
        return spec
    footer = " · ".join([spec.footer, *marks])
    if isinstance(spec, MapSpec):
        return replace(spec, footer=footer, source=" · ".join([spec.source, *marks]))
    return replace(spec, footer=footer)


def quality_marks(snapshot: Snapshot, *, indicators: Iterable[str], state: State, period: Period) -> list[str]:
    """One for each of these indicators whose data fail in the period."""
    failed = failing(snapshot, state=state, period=period)
    return [
        say.about(catalogue().indicators[id_].short, failed[id_]) for id_ in dict.fromkeys(indicators) if id_ in failed
    ]
