"""A small line for a card, as SVG; decoration beside a number that says the same in words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from urllib.parse import quote

_PADDING = 4.0


def sparkline(values: Sequence[float | None], *, width: int = 120, height: int = 32, colour: str = "#5b86a8") -> str:
    """The course of `values` from left to right; the newest value is marked with a dot.

    A missing value breaks the line; a value without neighbours is a small dot. The colour suits light and
    dark. Empty when there is no value at all.
    """
    known = [value for value in values if value is not None]
    if not known:
        return ""
    low, high = min(known), max(known)
    step = (width - 2 * _PADDING) / max(1, len(values) - 1)

    def place(index: int, value: float) -> tuple[float, float]:
        share = 0.5 if high == low else (value - low) / (high - low)
        return (
            round(_PADDING + index * step, 1),
            round(height - _PADDING - share * (height - 2 * _PADDING), 1),
        )

    runs = [
        [place(index, value) for index, value in run if value is not None]
        for present, run in groupby(enumerate(values), key=lambda item: item[1] is not None)
        if present
    ]
    lines = "".join(f'<polyline points="{" ".join(f"{x:g},{y:g}" for x, y in run)}"/>' for run in runs if len(run) > 1)
    alone = "".join(f'<circle cx="{run[0][0]:g}" cy="{run[0][1]:g}" r="1.5"/>' for run in runs[:-1] if len(run) == 1)
    last_x, last_y = runs[-1][-1]
    return (
        f'<svg width="{width}" height="{height}" fill="none" stroke="{colour}" '
        f'stroke-width="2" stroke-linejoin="round">{lines}'
        f'<g fill="{colour}" stroke="none">{alone}<circle cx="{last_x:g}" cy="{last_y:g}" r="3.5"/></g></svg>'
    )


def sparkline_image(values: Sequence[float | None]) -> str:
    """The sparkline as an address for an `img`, since pages drop inline SVG."""
    drawn = sparkline(values).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    return "data:image/svg+xml," + quote(drawn.replace('"', "'"), safe=" ='/:,.()-")
