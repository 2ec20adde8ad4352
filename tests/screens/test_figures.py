"""Finished figures: what the browser gets is what was built."""

from __future__ import annotations

import json

import plotly.io
import plotly.tools
from streamlit.testing.v1 import AppTest

from indicators.screens.figures import as_it_is

FIGURE = {"data": [{"type": "scatter", "x": [1, 2], "y": [3.5, None], "name": "AKI"}], "layout": {"height": 320}}


def test_streamlit_takes_a_finished_figure_without_changing_it() -> None:
    taken = plotly.tools.return_figure_from_figure_or_data(as_it_is(FIGURE), validate_figure=True)
    assert taken is FIGURE


def test_the_browser_gets_the_figure_as_it_was_built() -> None:
    def page() -> None:
        import streamlit as st

        from indicators.screens.figures import as_it_is
        from tests.screens.test_figures import FIGURE

        st.plotly_chart(as_it_is(FIGURE))

    shown = AppTest.from_function(page).run()
    assert not shown.exception
    assert json.loads(shown.main.children[0].proto.spec) == FIGURE


def test_a_figure_that_is_checked_by_plotly_says_the_same() -> None:
    checked = json.loads(plotly.io.to_json(plotly.tools.return_figure_from_figure_or_data(FIGURE, True)))
    assert checked["data"] == FIGURE["data"]
