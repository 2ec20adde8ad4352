"""One sheet becomes a part of the table: header found, rows sorted, months turned down, unit and period filled in."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache

from indicators.areas import Kabupaten
from indicators.intake import months_across
from indicators.intake.body import WHEN, Body, Place, read_body
from indicators.intake.header_rows import Heading
from indicators.intake.headers import (
    PUBLISHED_NUMBERS,
    PUBLISHED_ROLES,
    UNIT_ROLES,
    comparable,
    element_names,
    roles_found,
)
from indicators.intake.names import bare_desa, bare_kecamatan, bare_name
from indicators.intake.part import Context, Line, Part
from indicators.intake.period_columns import fill_period
from indicators.intake.problems import blocking
from indicators.intake.questions import Question
from indicators.intake.recognise import PLACES
from indicators.intake.tables import Row, Sheet
from indicators.wording import intake as say_intake
from indicators.wording import reading as say
from indicators.wording.numbers import MONTHS

_UNIT_SAID = re.compile(r"\b(?:upt[d]? )?(?:puskesmas|pkm)\b *[:.]? *(.+)", re.IGNORECASE)


def part_of(sheet: Sheet, heading: Heading, context: Context, *, several: bool) -> Part:
    """Read one sheet below its heading. several: whether the file has other sheets, so that this one is named."""
    name = sheet.name if several else ""
    titles = sheet.rows[: sheet.rows.index(heading.rows[0])] if heading.rows else ()
    place = _place(heading, context)
    rows = _unmerged(sheet, place)[heading.below :]
    published = context.dataset.stores == "published"
    body = read_body(
        rows,
        heading,
        place,
        known=context.names,
        is_unit=_is_unit(context.kabupaten, published),
        kecamatan=frozenset() if published else _kecamatan_names(context.kabupaten),
    )
    part = _turned(body, heading, context, titles, name=name, title=sheet.name)
    part.header_row = heading.rows[-1].number if heading.rows else 1
    _say_rows(part, titles, heading, body)
    if not published:
        fill_period(part, titles, sheet.name, context)
        _fill_unit(part, titles, sheet.name, context)
    return part


def _place(heading: Heading, context: Context) -> Place:
    roles = roles_found(heading.names, UNIT_ROLES)
    if context.dataset.stores == "published":
        said = roles_found(heading.names, PUBLISHED_ROLES)
        units = [c for c, role in said.items() if role in ("kode_wilayah", "indikator")]
        return Place(tuple(units), (), tuple(c for c, role in said.items() if role in PUBLISHED_NUMBERS))
    values = [
        c
        for c, name in enumerate(heading.names)
        if c not in roles and (c in heading.months or (name and comparable(name) in context.names))
    ]
    units = [c for c, role in roles.items() if role in PLACES]
    kecamatan = next((c for c, role in roles.items() if role == "kecamatan"), None)
    return Place(tuple(units), tuple(c for c, role in roles.items() if role in WHEN), tuple(values), kecamatan)


def _unmerged(sheet: Sheet, place: Place) -> list[Row]:
    """Rows in which a unit or period written once over merged cells stands in each of them; counts never do."""
    rows = list(sheet.rows)
    told = {*place.units, *place.when}
    at = {row.number: index for index, row in enumerate(rows)}
    for top, bottom, left, _ in sheet.merged:
        if bottom == top or left not in told or top + 1 not in at:
            continue
        text = rows[at[top + 1]].cell(left)
        for number in range(top + 2, bottom + 2):
            if number in at:
                row = rows[at[number]]
                cells = [*row.cells, *("",) * (left + 1 - len(row.cells))]
                cells[left] = cells[left] or text
                rows[at[number]] = Row(number, tuple(cells))
    return rows


def _is_unit(kabupaten: Kabupaten, published: bool) -> Callable[[str], bool]:
    if published:
        return bool
    known = {bare_name(name) for f in kabupaten.puskesmas for name in (f.name, *f.aliases)}
    known |= {code.casefold() for f in kabupaten.puskesmas for code in (f.id, f.national_code) if code}
    desa = {bare_desa(name) for area in kabupaten.desa for name in (area.name, *area.aliases)}
    return cache(lambda text: text.casefold() in known or bare_name(text) in known or bare_desa(text) in desa)


def _kecamatan_names(kabupaten: Kabupaten) -> frozenset[str]:
    return frozenset(bare_kecamatan(name) for area in kabupaten.kecamatan for name in (area.name, *area.aliases))


def _turned(body: Body, heading: Heading, context: Context, titles: Sequence[Row], *, name: str, title: str) -> Part:
    """The part with months as rows; without months across, the rows as they are."""
    published = context.dataset.stores == "published"
    across = None if published else months_across.months_across(heading.names, heading.written, heading.months)
    if across is None:
        written = {n: w for n, w in zip(heading.names, heading.written, strict=True) if n != w}
        return Part(
            name,
            list(heading.written if not any(heading.names) else heading.names),
            [Line(row, origin) for origin, row in enumerate(body.rows)],
            [Line(total.row, covers=total.covers) for total in body.totals],
            written=dict(written),
        )
    header = months_across.header_of(across, heading.names)
    part = Part(name, header, [], [])
    for first, again in months_across.twice(heading.names, heading.months):
        part.problems.append(blocking(say_intake.column_twice(heading.written[first]), column=heading.written[again]))
    blank = months_across.blank_months(body.rows, across)
    moments = [moment for moment, _ in across.moments if moment not in blank]
    for origin, rows in enumerate(months_across.turned(body.rows, across, sheet=name, without=blank)):
        part.lines += [Line(row, origin, month=m) for row, m in zip(rows, moments, strict=True)]
    sums = months_across.turned([t.row for t in body.totals], across, sheet=name, without=blank)
    for total, rows in zip(body.totals, sums, strict=True):
        part.totals += [Line(row, covers=total.covers, month=m) for row, m in zip(rows, moments, strict=True)]
    part.facts.append(say.months_across([m.month for m, _ in across.moments]))
    if blank:
        part.facts.append(say.blank_months(sorted({m.month for m in blank})))
    if "" in across.names:
        _name_element(part, header.index("", header.index(months_across.MONTH_COLUMN)), titles, title, context)
    return part


def _name_element(part: Part, column: int, titles: Sequence[Row], sheet: str, context: Context) -> None:
    """What columns count that are called by their month alone: as the title or the sheet says, else asked."""
    elements = {id_: context.catalogue.elements[id_] for id_ in context.dataset.elements}
    texts = [comparable(text) for text in (sheet, *(" ".join(c for c in row.cells if c) for row in titles))]
    names = element_names(elements.values()) | {comparable(e.label): e.id for e in elements.values()}
    found = sorted((n for n in names if any(f"_{n}_" in f"_{t}_" for t in texts)), key=len, reverse=True)
    id_ = f"element/{part.sheet}".rstrip("/")
    if found:
        part.header[column] = elements[names[found[0]]].column
        part.facts.append(say.element_from_title(elements[names[found[0]]].label))
        return
    options = sorted(elements, key=lambda e: e not in context.dataset.required)
    asked = Question(id_, say.ASK_ELEMENT, tuple((e, elements[e].label) for e in options), sheet=part.sheet)
    answer = context.asking.ask(asked)
    part.is_open = answer is None
    part.header[column] = elements[answer].column if answer else MONTHS[0]


def _say_rows(part: Part, titles: Sequence[Row], heading: Heading, body: Body) -> None:
    if not heading.rows:
        part.facts.append(say.NO_HEADER)
    if titles:
        part.facts.append(say.title_rows([row.number for row in titles]))
    if titles or len(heading.rows) > 1:
        part.facts.append(say.header_rows([row.number for row in heading.rows]))
    if body.skipped:
        part.facts.append(say.section_rows([row.number for row in body.skipped]))
    if body.notes:
        part.facts.append(say.note_rows([row.number for row in body.notes]))


def _fill_unit(part: Part, titles: Sequence[Row], sheet: str, context: Context) -> None:
    """Column `puskesmas` from the title or the sheet's name, where the file has no such column."""
    if set(PLACES) & part.roles().keys():
        return
    names = {bare_name(n): f.name for f in context.kabupaten.puskesmas for n in (f.name, *f.aliases)}
    texts = (" ".join(cell for cell in row.cells if cell) for row in titles)
    said = [*_units_said(texts), sheet]
    found = {names[bare_name(text)] for text in said if bare_name(text) in names}
    if len(found) == 1:
        name = found.pop()
        part.facts.append(say.unit_from_title(name))
        part.add_column("puskesmas", lambda _: name, stands_for=None)


def _units_said(texts: Iterable[str]) -> list[str]:
    return [found[1].strip(" :") for text in texts if (found := _UNIT_SAID.search(text))]
