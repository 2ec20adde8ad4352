"""The workbook behind a native chart: what `Edit data` opens, with every number as it stands in the specification."""

from __future__ import annotations

import io

from indicators.render.pptx_chart_xml import Column, NativeChart


def workbook(chart: NativeChart) -> bytes:
    """XLSX with one sheet: categories in A, then one column for each series, interval length and horizontal value."""
    # Imported here: only a deck needs it.
    from xlsxwriter import Workbook

    content = io.BytesIO()
    # Text stays text: a name that begins with a sign of equality is no formula.
    book = Workbook(content, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet("Sheet1")
    for row, category in enumerate(chart.categories or (), start=1):
        sheet.write_string(row, 0, category)
    for column in columns_of(chart):
        sheet.write_string(f"{column.letter}1", column.name)
        for row, value in enumerate(column.values, start=2):
            if value is not None:
                sheet.write_number(f"{column.letter}{row}", value)
    book.close()
    return content.getvalue()


def columns_of(chart: NativeChart) -> list[Column]:
    """Every column, in the order of the sheet."""
    found = [column for one in chart.series for column in (one.across, one.values, one.below, one.above) if column]
    return sorted(found, key=lambda column: (len(column.letter), column.letter))
