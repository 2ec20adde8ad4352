"""The numbers of every kind of chart as CSV and XLSX: marked and sourced in every row, and never a formula."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

import openpyxl
import pytest

from indicators.charts.spec import MapSpec
from indicators.render.chart_numbers import as_table, numbers_csv, numbers_xlsx
from indicators.render.vector_chart import Drawable, png, svg
from tests.render.conftest import full_map
from tests.render.test_vector_chart import chart, funnel, horizontal, spine

KINDS: dict[str, Drawable] = {
    "lines": chart(),
    "caterpillar": horizontal(),
    "funnel": funnel(),
    "spine": spine(),
    "map": full_map(sample=True),
}
ATTACK = '=HYPERLINK("http://x";"y")'


def attacked(spec: Drawable) -> Drawable:
    """With a text that a spreadsheet would run: a name of an area, else the title."""
    if isinstance(spec, MapSpec):
        return replace(spec, areas=(replace(spec.areas[0], name=ATTACK), *spec.areas[1:]))
    return replace(spec, title=ATTACK)


@pytest.mark.parametrize("spec", KINDS.values(), ids=KINDS)
def test_every_row_says_its_source_and_mark_and_csv_and_xlsx_hold_the_same(spec: Drawable) -> None:
    columns, rows = as_table(spec)
    text = numbers_csv(spec).decode("utf-8-sig")
    in_csv = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))
    sheet = openpyxl.load_workbook(io.BytesIO(numbers_xlsx(spec))).active
    in_xlsx = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]

    assert len(in_csv) == len(in_xlsx) == len(rows) > 0
    for row in in_csv:
        assert row["tanda"] == "DATA CONTOH"
        assert any("umber" in column and row[column] for column in columns)
    assert [list(row) for row in rows] == in_xlsx


@pytest.mark.parametrize("spec", KINDS.values(), ids=KINDS)
def test_no_text_of_any_chart_runs_as_a_formula(spec: Drawable) -> None:
    content = numbers_xlsx(attacked(spec))
    cells = [cell for row in openpyxl.load_workbook(io.BytesIO(content)).active.iter_rows() for cell in row]
    quoted = csv.reader(io.StringIO(numbers_csv(attacked(spec)).decode("utf-8-sig"), newline=""), delimiter=";")

    assert [cell.data_type for cell in cells if cell.value == ATTACK].count("s") >= 1
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert {f"'{ATTACK}"} <= {cell for row in quoted for cell in row}


@pytest.mark.parametrize("spec", KINDS.values(), ids=KINDS)
def test_the_picture_of_every_kind_wears_the_sample_mark(spec: Drawable) -> None:
    plain = replace(spec, sample=False)

    assert "DATA CONTOH" in svg(spec)
    assert "DATA CONTOH" not in svg(plain)
    assert png(spec, dpi=20) != png(plain, dpi=20)
