"""Charts on a page: heading, figure and footer, built once per data version and sent as they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import streamlit as st

from indicators import warehouse
from indicators.charts import control, of_indicator, of_kecamatan
from indicators.charts.funnel import FunnelSpec
from indicators.charts.quality_note import with_quality_note
from indicators.charts.spec import ChartSpec
from indicators.render import captions
from indicators.render.frame import config
from indicators.render.plotly_chart import plotly_chart
from indicators.render.plotly_funnel import plotly_funnel
from indicators.screens import data, html, quality_mark
from indicators.screens.explain import explained_html
from indicators.screens.figures import as_it_is
from indicators.screens.selection import Selection

_QUESTIONS: dict[str, Callable[..., ChartSpec | FunnelSpec | None]] = {
    "values_over_years": of_indicator.values_over_years,
    "published_counts": of_indicator.published_counts,
    "running_counts": of_indicator.running_counts,
    "broken_down": of_indicator.broken_down,
    "kecamatan_compared": of_kecamatan.kecamatan_compared,
    "kecamatan_funnel": of_kecamatan.kecamatan_funnel,
    "cases_beside_prevalence": of_indicator.cases_beside_prevalence,
    "yearly_results": of_indicator.yearly_results,
    "over_time": control.over_time,
    "pooled_beside": control.pooled_beside,
}


@dataclass(frozen=True)
class Drawn:
    """A chart ready to be sent: HTML above and below, the figure as a dict, alternative text."""

    heading: str
    figure: dict[str, Any]
    footer: str
    alt: str


def show_chart(question: str, chosen: Selection, *, key: str, empty: str = "", **parameters: Any) -> None:
    """Answer one of the questions above with a chart, or with the sentence `empty`."""
    drawn = _drawn(chosen.version, question, chosen.state, parameters)
    if drawn is None:
        if empty:
            st.html(f'<p class="empty">{html.text(empty)}</p>')
        return
    with st.container(key=f"framed-{key}"):
        st.html(drawn.heading)
        st.plotly_chart(as_it_is(drawn.figure), width="stretch", config=config(), alt=drawn.alt, key=f"chart-{key}")
        st.html(drawn.footer)
        quality_mark.below(_indicators_of(parameters), chosen)


@st.cache_resource(show_spinner=False, max_entries=1500, hash_funcs=data.KEYS)
def _drawn(version: int, question: str, state: Any, parameters: dict[str, Any]) -> Drawn | None:
    snapshot = warehouse.at(version)
    spec = _QUESTIONS[question](snapshot, state=state, **parameters)
    if spec is None:
        return None
    if "period" in parameters:
        shown = _indicators_of(parameters)
        spec = with_quality_note(spec, snapshot, indicators=shown, state=state, period=parameters["period"])
    figure = plotly_funnel(spec) if isinstance(spec, FunnelSpec) else plotly_chart(spec)
    return Drawn(explained_html(captions.heading(spec)), figure, captions.footer(spec), spec.alt)


def _indicators_of(parameters: dict[str, Any]) -> tuple[str, ...]:
    """The indicators that a question is about."""
    return (*parameters.get("indicators", ()), *((parameters["indicator"],) if "indicator" in parameters else ()))
