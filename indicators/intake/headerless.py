"""A file without a header: its columns stand in the template's order, or it is not read."""

from __future__ import annotations

from collections.abc import Sequence

from indicators.intake.header_rows import Heading
from indicators.intake.part import Context
from indicators.intake.periods import month_in, year_in
from indicators.intake.tables import Row
from indicators.intake.template import columns_of


def heading_of_template(rows: Sequence[Row], context: Context) -> Heading | None:
    """The template's own header for a sheet that is the template without it; None for any other sheet.

    Each of the template's columns must be there, and each row must hold a code of this kabupaten's puskesmas, a year
    and a month where the template has them: then no other order is possible.
    """
    if context.dataset.stores != "observations" or not rows:
        return None
    header = columns_of(context.dataset, context.catalogue)
    code, when = header.index("kode_puskesmas"), [c for c in ("tahun", "bulan") if c in header]
    codes = {facility.id for facility in context.kabupaten.puskesmas}
    width = len(header)
    roles = width - len(context.dataset.elements)
    for row in rows:
        if len(row.cells) > width and any(row.cells[width:]):
            return None
        moments = [(year_in if c == "tahun" else month_in)(row.cell(header.index(c))) for c in when]
        if row.cell(code) not in codes or not all(isinstance(moment, int) for moment in moments):
            return None
        if any(cell and not cell[0].isdigit() and cell.casefold() not in ("nihil", "-") for cell in row.cells[roles:]):
            return None
    if max(len(row.cells) for row in rows) != width:
        return None
    return Heading((), tuple(header), tuple(header), {}, 0, width)
