"""A native table whose rows are as high as their texts need, in letters that the back row can read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Pt

from indicators.render.pptx_master import Box
from indicators.render.pptx_shapes import Line, describe, write
from indicators.render.slide_text import LINE_HEIGHT, wrapped
from indicators.wording import briefing as say

_SIZES = (20, 18)
_INSIDE = 7.0
_PLAIN = "{5940675A-B579-460E-94D1-54222C63F5DA}"  # Office's `No Style, Table Grid`


def draw_table(
    slide: Any,
    box: Box,
    *,
    columns: Sequence[str],
    rows: Sequence[Sequence[str]],
    shares: Sequence[float],
    numeric: Sequence[int],
    text: str,
) -> int:
    """As many rows as the box holds; how many were left out, which the last line then says. text: its alternative."""
    widths = [box.width * share for share in shares]
    size = next((s for s in _SIZES if sum(_heights(columns, rows, widths, s)) <= box.height), _SIZES[-1])
    kept = len(rows)
    while kept > 1 and sum(_heights(columns, _shown(rows, kept), widths, size)) > box.height:
        kept -= 1
    shown = _shown(rows, kept)
    heights = _heights(columns, shown, widths, size)
    frame = slide.shapes.add_table(
        len(shown) + 1, len(columns), Pt(box.left), Pt(box.top), Pt(box.width), Pt(round(sum(heights), 2))
    )
    describe(frame, name="Tabel", text=text)
    table = frame.table
    style = table._tbl.tblPr.find("{*}tableStyleId")
    style.text = _PLAIN
    for place, (column, wide) in enumerate(zip(table.columns, widths, strict=True)):
        column.width = Pt(round(wide, 2))
        _cell(table.cell(0, place), columns[place], size, bold=True, right=place in numeric)
    for number, (row, high) in enumerate(zip(table.rows, heights, strict=True)):
        row.height = Pt(round(high, 2))
        for place, said in enumerate(shown[number - 1] if number else ()):
            _cell(table.cell(number, place), said, size, right=place in numeric)
    if kept < len(rows):
        table.cell(len(shown), 0).merge(table.cell(len(shown), len(columns) - 1))
    return len(rows) - kept


def _shown(rows: Sequence[Sequence[str]], kept: int) -> list[Sequence[str]]:
    if kept == len(rows):
        return list(rows)
    return [*rows[:kept], (say.more_rows(len(rows) - kept), *[""] * (len(rows[0]) - 1))]


def _heights(columns: Sequence[str], rows: Sequence[Sequence[str]], widths: Sequence[float], size: int) -> list[float]:
    """Of the header and of each row."""
    return [
        max(
            len(wrapped(cell, size, wide - 2 * _INSIDE, bold=not number))
            for cell, wide in zip(row, widths, strict=True)
        )
        * size
        * LINE_HEIGHT
        + _INSIDE
        + 1
        for number, row in enumerate([columns, *rows])
    ]


def _cell(cell: Any, text: str, size: int, *, bold: bool = False, right: bool = False) -> None:
    write(cell.text_frame, [Line(text, size, bold=bold)])
    cell.text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT
    cell.vertical_anchor = MSO_ANCHOR.TOP
    cell.margin_left = cell.margin_right = Pt(_INSIDE)
    cell.margin_top = cell.margin_bottom = Pt(_INSIDE / 2)
    if bold:
        cell.fill.solid()
        cell.fill.fore_color.rgb = RGBColor.from_string("E4EEF1")
    else:
        cell.fill.background()
