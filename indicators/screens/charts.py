"""Charts on a page: heading, figure and footer, built once per data version and sent as they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import streamlit as st

from indicators import warehouse
from indicators.charts.funnel import FunnelSpec
from indicators.charts.questions import answer, indicators_of
from indicators.charts.spec import ChartSpec
from indicators.render import captions
from indicators.render.frame import config
from indicators.render.plotly_chart import plotly_chart
from indicators.render.plotly_funnel import plotly_funnel
from indicators.screens import chart_menu, html, quality_mark
from indicators.screens.explain import explained_html
from indicators.screens.figures import as_it_is
from indicators.screens.selection import Selection
from indicators.screens.shared import shared

# What a question is told when its chart is for staff who see small counts.
_SEES_SMALL_COUNTS = ("may_see_small_cells", "for_staff")


@dataclass(frozen=True)
class Drawn:
    """A chart ready to be sent: HTML above and below, the figure as a dict, alternative text; spec: for its files."""

    spec: ChartSpec | FunnelSpec
    heading: str
    figure: dict[str, Any]
    footer: str
    alt: str


def show_chart(question: str, chosen: Selection, *, key: str, empty: str = "", **parameters: Any) -> None:
    """Answer one of `charts.questions` with a chart, or with the sentence `empty`."""
    drawn = _drawn(chosen.version, question, chosen.state, **parameters)
    if drawn is None:
        if empty:
            st.html(f'<p class="empty">{html.text(empty)}</p>')
        return
    with st.container(key=f"framed-{key}"):
        st.html(drawn.heading)
        st.plotly_chart(as_it_is(drawn.figure), width="stretch", config=config(), alt=drawn.alt, key=f"chart-{key}")
        st.html(drawn.footer)
        quality_mark.below(indicators_of(parameters), chosen)
        chart_menu.offer(drawn.spec, key=key, small_counts=any(parameters.get(name) for name in _SEES_SMALL_COUNTS))


@shared(most=1500)
def _drawn(version: int, question: str, state: Any, **parameters: Any) -> Drawn | None:
    snapshot = warehouse.at(version)
    spec = answer(question, snapshot, state=state, parameters=parameters)
    if spec is None:
        return None
    figure = plotly_funnel(spec) if isinstance(spec, FunnelSpec) else plotly_chart(spec)
    return Drawn(spec, explained_html(captions.heading(spec)), figure, captions.footer(spec), spec.alt)
