"""The spine chart as a table of the page: light, in the page's own colours, as wide as there is room.

What is drawn is placed by percentages of the line; each line says itself in words to who does not see it.
"""

from __future__ import annotations

import html
from collections.abc import Callable

from indicators.charts.spec import State
from indicators.charts.spine import SpineRow, SpineSpec
from indicators.wording import judgement, numbers
from indicators.wording import spine as say
from indicators.wording.scorecard import STANDING

# The worse end, the kabupaten's value and the better end, in percent of the line; marks at the ends stay whole.
_MIDDLE, _HALF = 50.0, 47.0


def spine_html(spec: SpineSpec, *, link: Callable[[str], str]) -> str:
    """All lines under their legend. link: the address of an indicator's page, ready for an attribute."""
    head = "".join(
        f'<th scope="col"{kind}>{name}</th>'
        for name, kind in (
            (say.INDICATOR, ""),
            (say.AREA, ' class="num"'),
            (say.KABUPATEN, ' class="num"'),
            (_ends(), ' class="line"'),
            (say.BESIDE, ""),
        )
    )
    body = "".join(_row(row, link(row.indicator)) for row in spec.rows)
    return (
        f'<div class="table-wrap spine"><table aria-label="{html.escape(spec.alt)}"><thead><tr>{head}</tr></thead>'
        f"<tbody>{body}</tbody></table></div>"
    )


def spine_legend() -> str:
    """Every mark with its meaning."""
    items = "".join(
        f'<li><span class="key" aria-hidden="true"><span class="{name}"></span></span> {html.escape(meaning)}</li>'
        for name, meaning in say.LEGEND.items()
    )
    return f'<ul class="reports-legend spine-legend">{items}</ul>'


def _ends() -> str:
    names = (f"← {say.WORSE_END}", say.MIDDLE, f"{say.BETTER_END} →")
    return f'<span class="ends">{"".join(f"<span>{name}</span>" for name in names)}</span>'


def _row(row: SpineRow, address: str) -> str:
    unit = "%" if row.unit == "persen" else row.unit
    own = numbers.number(row.value, row.decimals)
    said = row.remark or STANDING[row.standing]
    return (
        f'<tr><th scope="row"><a href="{address}" target="_self">{html.escape(row.label)}</a>'
        f'<span class="remark">{html.escape(unit)}</span></th>'
        f'<td class="num" data-label="{say.AREA}">{own}</td>'
        f'<td class="num" data-label="{say.KABUPATEN}">{numbers.number(row.whole, row.decimals)}</td>'
        f'<td class="line">{_track(row) if row.drawn else ""}</td>'
        f'<td class="beside {row.standing}"><i aria-hidden="true"></i> {html.escape(said)}</td></tr>'
    )


def _track(row: SpineRow) -> str:
    said, hover = html.escape(row.said), html.escape(_hover(row))
    return f'<div class="track" role="img" aria-label="{said}" title="{hover}">{_marks(row)}</div>'


def _hover(row: SpineRow) -> str:
    """What the marks stand for, as numbers."""
    lines = [row.said]
    if row.lowest is not None:
        lines.append(f"{say.LEGEND['range']}: {numbers.interval(row.lowest, row.highest, row.decimals)}")
    if row.before is not None:
        lines.append(f"{say.LEGEND['before']}: {numbers.number(row.before, row.decimals)}")
    if row.aim is not None:
        lines.append(f"{row.aim.label}: {judgement.quoted(row.aim.value)}")
    return "\n".join(lines)


def _marks(row: SpineRow) -> str:
    parts = []
    if row.lowest is not None and row.highest is not None:
        parts.append(_bar("range", row.place(row.lowest), row.place(row.highest)))
    if row.quartiles:
        parts.append(_bar("quartiles", *map(row.place, row.quartiles)))
    if row.fair:
        parts.append(_fair(row, *row.fair))
    parts.append(_mark("middle", 0.0))
    if row.before is not None:
        parts.append(_mark("before", row.place(row.before), beyond=row.beyond(row.before)))
    if row.aim is not None:
        kind = "ahead" if row.aim.ahead else "aim"
        parts.append(_mark(kind, row.place(row.aim.value), beyond=row.beyond(row.aim.value)))
    if row.state is State.VALUE and row.low is not None and row.high is not None:
        parts.append(_bar("interval", row.place(row.low), row.place(row.high)))
    if row.value is not None:
        kind = f"dot {row.standing}" if row.state is State.VALUE else "hollow"
        parts.append(_mark(kind, row.place(row.value), beyond=row.beyond(row.value)))
    return "".join(parts)


def _fair(row: SpineRow, low: float | None, high: float | None) -> str:
    """The limits of chance; one that does not exist or lies outside the line has no mark of its own."""
    sides = ((low, -1), (high, 1))
    ends = sorted((_end(row, value, side), value is None or row.beyond(value)) for value, side in sides)
    names = ["fair", *(f"open-{side}" for (_, beyond), side in zip(ends, ("left", "right"), strict=True) if beyond)]
    return _bar(" ".join(names), ends[0][0], ends[1][0])


def _end(row: SpineRow, value: float | None, side: int) -> float:
    return row.place(row.whole + side * row.reach if value is None else value)


def _bar(name: str, one: float, other: float) -> str:
    left, right = sorted((_percent(one), _percent(other)))
    return f'<span class="{name}" style="left:{left:g}%;width:{round(right - left, 1):g}%"></span>'


def _mark(name: str, place: float, *, beyond: bool = False) -> str:
    """A mark; one that lies outside the line is drawn at its end and points on."""
    more = " beyond" if beyond else ""
    return f'<span class="{name}{more}" style="left:{_percent(place):g}%"></span>'


def _percent(place: float) -> float:
    return round(_MIDDLE + _HALF * place, 1)
