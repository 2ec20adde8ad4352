"""The numbers of a chart, funnel, spine or map as a table: nothing that the page does not show."""

from __future__ import annotations

from collections.abc import Iterator

from indicators.charts.funnel import FunnelSpec
from indicators.charts.spec import ChartSpec, MapSpec
from indicators.charts.spine import SpineRow, SpineSpec
from indicators.charts.state_words import STATE_WORDS
from indicators.render.spreadsheet import Cell, as_csv, as_xlsx
from indicators.wording import charts as wording
from indicators.wording import paper as say
from indicators.wording import spine as spine_words
from indicators.wording.judgement import data_version
from indicators.wording.scorecard import STANDING

Row = tuple[Cell, ...]
Drawable = ChartSpec | FunnelSpec | SpineSpec | MapSpec


def numbers_csv(spec: Drawable) -> bytes:
    """As Indonesian Excel opens it; see `as_csv`."""
    columns, rows = as_table(spec)
    return as_csv(columns, rows)


def numbers_xlsx(spec: Drawable) -> bytes:
    """The same table as a workbook; see `as_xlsx`."""
    columns, rows = as_table(spec)
    return as_xlsx(say.SHEET, columns, rows)


def as_table(spec: Drawable) -> tuple[tuple[str, ...], list[Row]]:
    """Columns and rows in drawing order. Source, data version and the sample mark stand in every row."""
    if isinstance(spec, MapSpec):
        return wording.EXPORT_AREA_COLUMNS, list(_areas(spec))
    mark = wording.SAMPLE_MARK if spec.sample else ""
    found = _points(spec) if isinstance(spec, ChartSpec) else _of_areas(spec)
    return wording.EXPORT_SERIES_COLUMNS, [(spec.title, *row, spec.footer, mark) for row in found]


def _points(spec: ChartSpec) -> Iterator[Row]:
    """One row per point, target and line."""
    for series in spec.series:
        unit = spec.all_panels[series.panel].unit
        for point in series.points:
            remark = "" if point.y is not None else point.label
            said = remark or STATE_WORDS[point.state]
            yield series.name, point.x, point.y, unit, point.low, point.high, said
    for target in spec.targets:
        unit = spec.all_panels[target.panel].unit
        yield target.label, target.x, target.value, unit, None, None, wording.EXPORT_TARGET
    for line in spec.lines:
        yield line.label, None, line.value, spec.all_panels[0].unit, None, None, say.REFERENCE


def _of_areas(spec: FunnelSpec | SpineSpec) -> Iterator[Row]:
    if isinstance(spec, SpineSpec):
        for row in spec.rows:
            said = row.remark or STANDING[row.standing]
            yield spine_words.AREA, row.label, row.value, row.unit, row.low, row.high, said
            yield from _beside(row)
        return
    for group in spec.groups:
        for point in group.points:
            # The first line of what is said on pointing at an area is its name.
            name = point.hover.split("\n")[0]
            yield group.name, name, point.y, spec.unit, None, None, f"{spec.across}: {_whole(point.x)}"
    yield spec.middle.label, None, spec.middle.value, spec.unit, None, None, say.REFERENCE


def _beside(row: SpineRow) -> Iterator[Row]:
    """What a kecamatan's value is held against."""
    yield spine_words.KABUPATEN, row.label, row.whole, row.unit, None, None, ""
    if row.before is not None:
        yield spine_words.LEGEND["before"], row.label, row.before, row.unit, None, None, ""
    if row.aim is not None:
        yield row.aim.label, row.label, row.aim.value, row.unit, None, None, wording.EXPORT_TARGET


def _whole(value: float) -> str:
    return str(int(value)) if float(value).is_integer() else str(value)


def _areas(spec: MapSpec) -> Iterator[Row]:
    """One row per area, by code."""
    mark = wording.SAMPLE_MARK if spec.sample else ""
    for area in spec.areas:
        yield (
            area.code,
            area.name,
            area.value,
            spec.values,
            area.raw,
            spec.unit,
            area.numerator,
            area.denominator,
            area.low,
            area.high,
            area.remark,
            area.basis,
            spec.source,
            data_version(spec.version),
            spec.rule_version,
            mark,
        )
