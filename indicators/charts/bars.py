"""Horizontal bars of counts: causes, places of death, ages. Zero, missing and suppressed never look alike."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from indicators.charts.spec import ChartSpec, Mark, Point, Role, Series, State
from indicators.vocabulary import Basis
from indicators.wording import charts as wording
from indicators.wording import numbers


class Known(StrEnum):
    """Whether a count may be read. HIDDEN protects a suppressed one beside it, whatever its own size."""

    SHOWN = "shown"
    MISSING = "missing"
    SUPPRESSED = "suppressed"
    HIDDEN = "hidden"


@dataclass(frozen=True)
class Counted:
    """A count of one cause or place. count: None unless shown."""

    name: str
    count: float | None
    known: Known = Known.SHOWN
    key: str = ""
    remark: str = ""


def counted_bars(
    *,
    title: str,
    unit: str,
    series_name: str,
    bars: tuple[Counted, ...],
    basis: Basis,
    footer: str,
    suppress_below: int = 5,
    keep_order: bool = False,
    notes: tuple[str, ...] = (),
) -> ChartSpec:
    """Bars from the largest to the smallest, unless the caller's order has a meaning (ages).

    A suppressed count is drawn from 1 to `suppress_below` - 1 and labelled so. Shares of the total are given
    only when every count is shown.
    """
    ordered = bars if keep_order else tuple(sorted(bars, key=_rank, reverse=True))
    complete = all(bar.known is Known.SHOWN for bar in bars)
    total = sum(bar.count or 0 for bar in bars) if complete else 0
    points = tuple(_point(bar, unit, suppress_below, total) for bar in ordered)
    return ChartSpec(
        title=title,
        unit=unit,
        decimals=0,
        horizontal=True,
        categories=tuple(bar.name for bar in ordered),
        series=(Series(name=series_name, mark=Mark.BAR, role=Role.COUNT, points=points),),
        footer=footer,
        alt=wording.alt_bars(title=title, unit=unit, bars=[(p.x, p.label) for p in points]),
        sample=basis is Basis.SAMPLE,
        notes=notes,
    )


def _rank(bar: Counted) -> float:
    """Where a bar stands: suppressed counts between one and zero, missing ones last."""
    return {Known.SUPPRESSED: 0.5, Known.HIDDEN: 0.4, Known.MISSING: -1.0}.get(bar.known, bar.count or 0.0)


def _point(bar: Counted, unit: str, suppress_below: int, total: float) -> Point:
    if bar.known is Known.SUPPRESSED:
        low, high = 1.0, float(suppress_below - 1)
        text = wording.count_range(low, high)
        return Point(
            x=bar.name,
            y=None,
            low=low,
            high=high,
            state=State.SUPPRESSED,
            label=text,
            key=bar.key,
            hover=wording.bar_hover(name=bar.name, text=text, unit=unit, remark=bar.remark or wording.SUPPRESSED),
        )
    if bar.known is Known.HIDDEN:
        return Point(
            x=bar.name,
            y=None,
            state=State.SUPPRESSED,
            label=wording.HIDDEN,
            key=bar.key,
            hover=wording.bar_hover(name=bar.name, text="", unit=unit, remark=bar.remark or wording.SUPPRESSED),
        )
    if bar.known is Known.MISSING or bar.count is None:
        return Point(
            x=bar.name,
            y=None,
            state=State.MISSING,
            label=wording.MISSING,
            key=bar.key,
            hover=wording.bar_hover(name=bar.name, text="", unit=unit, remark=bar.remark or wording.MISSING),
        )
    return Point(
        x=bar.name,
        y=bar.count,
        label=numbers.number(bar.count),
        key=bar.key,
        hover=wording.bar_hover(
            name=bar.name,
            text=numbers.number(bar.count),
            unit=unit,
            share=wording.share_of(bar.count, total) if total else "",
            remark=bar.remark,
        ),
    )
