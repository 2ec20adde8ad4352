"""One export becomes rows of published values, as somebody would have typed them into that template.

What is certain is read and said; what a person must decide is asked; nothing is guessed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from indicators.areas import Kabupaten
from indicators.catalogue import Catalogue, Dataset, Portal
from indicators.intake.headers import PUBLISHED_ROLES, names_known
from indicators.intake.names import bare_kecamatan
from indicators.intake.open_data.exported import Cell, Export
from indicators.intake.open_data.grid import find_grid
from indicators.intake.open_data.sheet import Reading
from indicators.intake.open_data.titles import Titles
from indicators.intake.part import Context, Line
from indicators.intake.problems import blocking, notice
from indicators.intake.published import read_published
from indicators.intake.questions import Asking, Question
from indicators.intake.settle import settle
from indicators.intake.tables import Book, Row, Table
from indicators.wording import open_data as say
from indicators.wording import reading as say_reading
from indicators.wording.intake import CONTENT_WORDS, MEASURE_WORDS

_WORD_OF = {meaning: word for word, meaning in CONTENT_WORDS.items()}
_ZERO = re.compile(r"0+([.,]0+)?")


def read_export(
    book: Book,
    *,
    portal: Portal,
    dataset: Dataset,
    kabupaten: Kabupaten,
    entries: Catalogue,
    today: date,
    asking: Asking,
) -> Export:
    """The values of all shown sheets, and everything wrong with them; while a question is open, without its values."""
    titles = Titles(portal, kabupaten)
    names = frozenset(bare_kecamatan(n) for area in kabupaten.kecamatan for n in (area.name, *area.aliases))
    export = Export()
    shown = [sheet for sheet in book.sheets if sheet.name not in book.hidden] or list(book.sheets)
    several = len(book.sheets) > 1
    found: list[Cell] = []
    unread = [sheet.name for sheet in book.sheets if sheet not in shown]
    any_grid = False
    for sheet in shown:
        grid = find_grid(
            sheet, kecamatan=names, today=today, is_title=lambda t: bool(titles.entry(t) or titles.refused(t))
        )
        if grid is None:
            unread.append(sheet.name)
            continue
        any_grid = True
        reading = Reading(
            sheet, grid, export, portal=portal, titles=titles, kabupaten=kabupaten, entries=entries, today=today,
            asking=asking, sheet_name=sheet.name if several else "", file_name=book.name,
        )  # fmt: skip
        found += reading.cells()
        export.rows += len(grid.rows)
    if not any_grid:
        export.problems.append(blocking(say.no_table(portal.name)))
    elif unread:
        export.problems.append(notice(say_reading.sheets_not_read(unread)))
    context = Context(dataset, kabupaten, entries, names_known(entries), today, asking)
    _take(book.name, found, export, portal, context)
    return export


def _take(name: str, found: Sequence[Cell], export: Export, portal: Portal, context: Context) -> None:
    """The numbers settled, totals compared, and read as the template of published values is read."""
    if not found:
        return
    here, entries = context.kabupaten.code, context.catalogue
    found = _without_zeros(found, here, context.asking)
    lines = [Line(Row(cell.row, _typed(cell, portal, entries)), origin) for origin, cell in enumerate(found)]
    totals = [
        Line(lines[place].row, covers=(covered,))
        for place, cell in enumerate(found)
        if cell.is_sum and (covered := _parts(cell, found, here, portal, entries))
    ]
    header = Row(1, tuple(PUBLISHED_ROLES))
    table = Table(name, header, tuple(line.row for line in lines))
    settled = settle(table, lines, totals, context)
    export.facts += settled.facts
    values, problems = read_published(
        settled.table,
        dataset=context.dataset,
        kabupaten=context.kabupaten,
        catalogue=entries,
        today=context.today,
        asking=context.asking,
    )
    export.values += values
    export.problems += [*settled.problems, *problems]
    own = {area.code for area in context.kabupaten.kecamatan}
    has_total = any(cell.area == here for cell in found)
    if not context.asking.open and not has_total and any(cell.area in own for cell in found):
        export.problems.append(notice(say.NO_TOTAL))


def _parts(total: Cell, found: Sequence[Cell], here: str, portal: Portal, entries: Catalogue) -> frozenset[int]:
    """The kecamatan that a total sums; none for a rate, which is no sum."""
    if total.content == "value" and entries.indicators[portal.entries[total.entry].indicator].denominator_label:
        return frozenset()
    return frozenset(
        place
        for place, cell in enumerate(found)
        if cell.area.startswith(f"{here}.")
        and (cell.entry, cell.content, cell.period) == (total.entry, total.content, total.period)
    )


def _without_zeros(found: Sequence[Cell], here: str, asking: Asking) -> list[Cell]:
    """A kabupaten's 0 may be a blank cell of the portal: asked."""
    zeros = [cell for cell in found if cell.area == here and _ZERO.fullmatch(cell.text)]
    if not zeros:
        return list(found)
    answer = asking.ask(Question("open_data/zero", say.ask_zero(len(zeros)), say.ZEROS, hint=say.ZERO_HINT))
    kept = list(found) if answer == "zero" else [cell for cell in found if cell not in zeros]
    return kept


def _typed(cell: Cell, portal: Portal, entries: Catalogue) -> tuple[str, ...]:
    """The row of the template of published values."""
    entry = portal.entries[cell.entry]
    measure = next(w for w, m in MEASURE_WORDS.items() if m is entries.indicators[entry.indicator].measure)
    typed = {
        "kode_wilayah": cell.area,
        "indikator": entry.indicator,
        "isi": _WORD_OF[cell.content],
        "ukuran": measure,
        "tahun": str(cell.period.start.year),
        "bulan_awal": str(cell.period.start.month),
        "bulan_akhir": str(cell.period.end.month),
        "nilai": cell.text,
        "sumber": say.source(portal.publisher, portal.name, entry.titles[0], entry.changed or entry.published),
        "tautan": entry.page,
        "catatan": entry.note,
    }
    return tuple(typed.get(role, "") for role in PUBLISHED_ROLES)
