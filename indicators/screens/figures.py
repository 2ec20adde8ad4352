"""Finished figures, handed to Streamlit as they are."""

from __future__ import annotations

from functools import cache
from typing import Any


def as_it_is(figure: dict[str, Any]) -> Any:
    """The figure in a form that Streamlit sends without checking it on every rerun, which takes 20 ms.

    Figures are checked once, by the tests of `render`. To be removed when st.plotly_chart can be told not to check.
    """
    return _finished_figure()(figure)


@cache
def _finished_figure() -> type:
    from plotly.basedatatypes import BaseFigure  # slow to import, and Streamlit does so only for the first chart

    class FinishedFigure(BaseFigure):  # type: ignore[misc]
        """Counts as a figure that has been checked: it only gives back what it was made of."""

        def __init__(self, figure: dict[str, Any]) -> None:
            self._figure = figure

        def to_dict(self) -> dict[str, Any]:
            return self._figure

    return FinishedFigure
