"""Whether a table is a register, where its header stands, and which column plays which role."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from indicators.catalogue import Register
from indicators.intake.headers import comparable
from indicators.intake.problems import blocking
from indicators.intake.tables import Row, Table
from indicators.vocabulary import Problem
from indicators.wording import register as say

HEADER_WITHIN = 30  # lines; reports have a few lines of title above the header
PERSONAL = frozenset({"nik", "name", "born_on"})


@dataclass(frozen=True)
class Sheet:
    """A register as it lies in the file. roles: role -> column indexes, in order, the first one counts."""

    register: Register
    header: Row
    rows: tuple[Row, ...]
    roles: dict[str, tuple[int, ...]]

    def header_of(self, role: str) -> str:
        return self.header.cell(self.roles[role][0]) if role in self.roles else self.register.columns[role][0]

    def column(self, role: str) -> pd.Series[str]:
        """The cells of a role, blank words as blank; all blank where the file has no such column."""
        if role not in self._columns:
            self._columns[role] = self._read(role)
        return self._columns[role]

    def words(self, role: str) -> pd.Series[str]:
        """The same in lower case."""
        cells = self.column(role)
        return cells.map({text: text.casefold() for text in cells.unique()}).astype("str")

    @cached_property
    def _columns(self) -> dict[str, pd.Series[str]]:
        return {}

    def _read(self, role: str) -> pd.Series[str]:
        if role not in self.roles:
            return pd.Series("", index=range(len(self.rows)), dtype="str")
        index = self.roles[role][0]
        cells = pd.Series([row.cells[index] if index < len(row.cells) else "" for row in self.rows], dtype="str")
        blank = [text for text in cells.unique() if text.casefold() in self.register.blank]
        return cells.mask(cells.isin(blank), "") if blank else cells

    def has_score(self, score: str) -> bool:
        return f"{score}_score" in self.roles or score in self.roles


def find_register(table: Table, registers: Iterable[Register]) -> Sheet | None:
    """The table as a register; None where it is none.

    A register names a person and tells of at least two scores of theirs in one line of headers.
    """
    lines = (table.header, *table.rows)
    for register in registers:
        for place, line in enumerate(lines[:HEADER_WITHIN]):
            roles = _roles(line, register)
            if PERSONAL & set(roles) and sum(s in roles or f"{s}_score" in roles for s in register.scores) >= 2:
                return _scores_by_content(Sheet(register, line, lines[place + 1 :], roles))
    return None


def column_problems(sheet: Sheet) -> list[Problem]:
    """Columns without which nothing can be counted, and roles that two columns claim."""
    register = sheet.register
    found = []
    for group in register.required:
        if not set(group) & set(sheet.roles):
            found.append(blocking(say.column_missing(register.label, [register.columns[role][0] for role in group])))
    for indexes in sheet.roles.values():
        if len(indexes) > 1:
            header = sheet.header.cell(indexes[1])
            found.append(blocking(say.column_twice(register.label, f'"{header}"'), column=header))
    return found


def _roles(line: Row, register: Register) -> dict[str, tuple[int, ...]]:
    names = {comparable(name): role for role, others in register.columns.items() for name in others}
    roles: dict[str, tuple[int, ...]] = {}
    for index, cell in enumerate(line.cells):
        if role := names.get(comparable(cell)):
            roles[role] = (*roles.get(role, ()), index)
    return roles


def _scores_by_content(sheet: Sheet) -> Sheet:
    """Some lists write the score itself under the name that others use for its category."""
    roles = dict(sheet.roles)
    for score in sheet.register.scores:
        if score in roles and f"{score}_score" not in roles:
            cells = sheet.column(score)
            filled = cells[cells != ""]
            if not filled.empty and filled.str.fullmatch(r"-?[0-9]+([.,][0-9]+)?").mean() > 0.5:
                roles[f"{score}_score"] = roles.pop(score)
    return Sheet(sheet.register, sheet.header, sheet.rows, roles)
