"""The questions that a page or a slide may ask of indicators, by name; each is answered by a chart."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from inspect import signature
from typing import Any

from indicators.charts import control, of_indicator, of_kecamatan, of_programme, of_services
from indicators.charts.before_after import before_and_after
from indicators.charts.funnel import FunnelSpec
from indicators.charts.further_innovations import further_innovations
from indicators.charts.quality_note import with_quality_note
from indicators.charts.spec import ChartSpec
from indicators.judgement.values import State
from indicators.warehouse import Snapshot

QUESTIONS: Mapping[str, Callable[..., ChartSpec | FunnelSpec | None]] = {
    "values_over_years": of_indicator.values_over_years,
    "published_counts": of_indicator.published_counts,
    "running_counts": of_indicator.running_counts,
    "broken_down": of_indicator.broken_down,
    "kecamatan_compared": of_kecamatan.kecamatan_compared,
    "kecamatan_funnel": of_kecamatan.kecamatan_funnel,
    "cases_beside_prevalence": of_indicator.cases_beside_prevalence,
    "yearly_results": of_indicator.yearly_results,
    "before_and_after": before_and_after,
    "further_innovations": further_innovations,
    "over_time": control.over_time,
    "pooled_beside": control.pooled_beside,
    "services_reached": of_services.services_reached,
    "programme_months": of_programme.programme_months,
}


def answer(
    question: str, snapshot: Snapshot, *, state: State, parameters: Mapping[str, Any]
) -> ChartSpec | FunnelSpec | None:
    """The chart, with the mark of data that fail a check in its period; None where there is nothing to draw.

    Raises KeyError for an unknown question, TypeError for parameters that it does not take.
    """
    spec = QUESTIONS[question](snapshot, state=state, **parameters)
    period = next((parameters[name] for name in ("period", "last", "until") if name in parameters), None)
    if spec is None or period is None:
        return spec
    return with_quality_note(spec, snapshot, indicators=indicators_of(parameters), state=state, period=period)


def parameters_of(question: str) -> frozenset[str]:
    """The names of what a question takes besides snapshot and state. Raises KeyError."""
    return frozenset(signature(QUESTIONS[question]).parameters) - {"snapshot", "state"}


def indicators_of(parameters: Mapping[str, Any]) -> tuple[str, ...]:
    """The indicators that a question is asked of."""
    return (*parameters.get("indicators", ()), *((parameters["indicator"],) if "indicator" in parameters else ()))
