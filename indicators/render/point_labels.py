"""Which values are written beside their points, where several would write over one another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from indicators.charts.spec import ChartSpec, Emphasis, Mark, Point, Series

# As a share of the highest value of a panel: values this near write over each other.
_NEAR = 0.12


def in_the_clear(spec: ChartSpec, series: Series, points: Sequence[Point]) -> list[Point]:
    """A label to the right of its point gives way to whatever stands there; the strong series stays labelled
    beside fainter ones."""
    beside = [s for s in spec.series if s.panel == series.panel and s.mark is not Mark.BAR]
    highest = max((p.y for s in beside for p in s.points if p.y is not None), default=0)

    def taken(point: Point) -> bool:
        place = spec.categories.index(point.x)
        here = spec.categories[place : place + 2]
        return any(
            p is not point
            and p.y is not None
            and point.y is not None
            and p.x in here
            and abs(p.y - point.y) < _NEAR * highest
            and (s is series or series.emphasis is not Emphasis.STRONG)
            for s in beside
            for p in s.points
        )

    return [replace(p, label="") if p.label and taken(p) else p for p in points]
