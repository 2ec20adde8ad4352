"""Puskesmas and kecamatan of a register: each different spelling is looked up once."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd

from indicators.areas import Kabupaten
from indicators.intake.names import bare_kecamatan
from indicators.intake.problems import blocking, warning
from indicators.intake.questions import Asking
from indicators.intake.register.columns import Sheet
from indicators.intake.units import Units, Written
from indicators.vocabulary import Problem
from indicators.wording import register as say

_PREFIXES = r"^(kabupaten|kab\.?|kota)\s+"


def facilities_of(sheet: Sheet, kabupaten: Kabupaten, asking: Asking) -> tuple[pd.Series[str], list[Problem]]:
    """The id of each row's puskesmas, blank where it is not known, and what is wrong.

    A row without the name of its puskesmas is placed by its desa and kecamatan.
    """
    names = sheet.column("puskesmas")
    if problems := _other_kabupaten(sheet, kabupaten):
        return pd.Series("", index=names.index, dtype="str"), problems
    units = Units(kabupaten, asking)
    headers: dict[str, str] = {
        role: sheet.header_of(role) for role in ("puskesmas", "kecamatan", "desa") if role in sheet.roles
    }
    by_place = [sheet.column(role).mask(names != "", "") for role in ("kecamatan", "desa")]
    written: dict[tuple[str, str, str], list[int]] = {}
    for place, cells in enumerate(zip(names, *by_place, strict=True)):
        written.setdefault(cells, []).append(place)
    ids = pd.Series("", index=names.index, dtype="str")
    for (name, kecamatan, desa), places in written.items():
        rows = [sheet.rows[place].number for place in places]
        found, wrong = units.find(Written("", name, kecamatan, desa), row=rows[0], columns=headers)
        ids.iloc[places] = found.facility.id if found.facility is not None else ""
        for problem in wrong:
            problems.append(replace(problem, message=say.on_rows(problem.message, rows)))
    return ids, [*problems, *_other_kecamatan(sheet, kabupaten, ids)]


def rows_where(sheet: Sheet, mask: pd.Series[bool]) -> list[int]:
    """Row numbers as the spreadsheet shows them."""
    return [sheet.rows[place].number for place in mask.index[mask]]


def _other_kabupaten(sheet: Sheet, kabupaten: Kabupaten) -> list[Problem]:
    written = sheet.words("kabupaten")
    plain = written.str.replace(_PREFIXES, "", regex=True)
    here = kabupaten.name.casefold().removeprefix("kabupaten ")
    elsewhere = rows_where(sheet, (written != "") & ~plain.isin({here, kabupaten.code}))
    if not elsewhere:
        return []
    column = sheet.header_of("kabupaten")
    return [blocking(say.other_kabupaten(elsewhere, kabupaten.name), row=elsewhere[0], column=column)]


def _other_kecamatan(sheet: Sheet, kabupaten: Kabupaten, ids: pd.Series[str]) -> list[Problem]:
    """Rows whose kecamatan is not the one in which their puskesmas lies."""
    codes = {bare_kecamatan(name): area.code for area in kabupaten.kecamatan for name in (area.name, *area.aliases)}
    written = sheet.column("kecamatan")
    known = {name: codes.get(bare_kecamatan(name), "") for name in written.unique()}
    lies_in = {facility.id: facility.kecamatan for facility in kabupaten.facilities}
    differs = rows_where(sheet, (written != "") & (ids != "") & (written.map(known) != ids.map(lies_in)))
    if not differs:
        return []
    return [warning(say.other_kecamatan(differs), column=sheet.header_of("kecamatan"))]
