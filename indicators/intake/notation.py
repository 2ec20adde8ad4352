"""How a column writes its numbers: `1.234,5` or `1,234.5`, decided from the whole column, asked where it stays open.

A cell such as `1.234` may be one thousand two hundred and thirty-four or one point two. Other cells of its column
tell: `12,5`, `0.95`, `1.234.567` can each be read in one way only. How large the numbers are tells nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from indicators.intake.tables import Percent, Settled

# Portals and statistics programs write these for a cell without a value.
BLANKS = frozenset({"null", "none", "n/a", "na", "#n/a", "n.a.", "nan", "tad", "t.a.d", "...", "…", "tidak ada data"})
DASHES = frozenset("-−–—")
DASH_MEANINGS = {"zero": "0", "blank": ""}


class Style(StrEnum):
    """Which sign groups thousands; the other one is the decimal sign."""

    POINT = "point"
    COMMA = "comma"


_NUMBER = re.compile(r"[0-9][0-9.,]*")
_TELLING = {
    Style.POINT: re.compile(
        r"[0-9]{1,3}(\.[0-9]{3}){2,}|[0-9]{1,3}(\.[0-9]{3})+,[0-9]+|[0-9]+,([0-9]{1,2}|[0-9]{4,})|(0[0-9]*|[0-9]{4,}),[0-9]{3}"
    ),
    Style.COMMA: re.compile(
        r"[0-9]{1,3}(,[0-9]{3}){2,}|[0-9]{1,3}(,[0-9]{3})+\.[0-9]+|[0-9]+\.([0-9]{1,2}|[0-9]{4,})|(0[0-9]*|[0-9]{4,})\.[0-9]{3}"
    ),
}
_PERCENT = re.compile(r"([0-9][0-9.,]*) ?%")
_OPEN = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")


@dataclass(frozen=True)
class Notation:
    """What a column's cells tell. style: None where nothing had to be decided or it stays open.

    open: a cell that may be read in both ways, where that stays so.
    """

    style: Style | None
    open: str = ""


def notation_of(cells: Iterable[str], *, answer: str = "") -> Notation:
    """The notation of a column from its distinct cells; `answer` is a person's decision, a value of Style."""
    told: set[Style] = set()
    unclear = ""
    for cell in map(_bare, cells):
        if isinstance(cell, Settled) or not _NUMBER.fullmatch(cell) or cell.isdigit():
            continue
        if _OPEN.fullmatch(cell):
            unclear = min(filter(None, (unclear, cell)))
        else:
            told |= {style for style, pattern in _TELLING.items() if pattern.fullmatch(cell)}
    if len(told) == 1:
        return Notation(next(iter(told)))
    if not unclear:
        return Notation(None)
    return Notation(Style(answer)) if answer in tuple(Style) else Notation(None, unclear)


def is_open(cell: str) -> bool:
    """Whether a cell alone may be read in both ways."""
    return not isinstance(cell, Settled) and _OPEN.fullmatch(_bare(cell)) is not None


def _bare(cell: str) -> str:
    """Without a percent sign."""
    found = _PERCENT.fullmatch(cell)
    return found[1] if found else cell


def settled(cell: str, notation: Notation) -> str:
    """A number as digits with at most one decimal comma; what is no number, or not clear, as it is."""
    if found := _PERCENT.fullmatch(cell):
        plain = settled(found[1], notation)
        return Percent(plain) if plain.isdigit() or isinstance(plain, Settled) else cell
    if isinstance(cell, Settled) or not _NUMBER.fullmatch(cell) or cell.isdigit():
        return cell
    if _OPEN.fullmatch(cell):
        return cell if notation.style is None else _plain(cell, notation.style)
    own = next((style for style, pattern in _TELLING.items() if pattern.fullmatch(cell)), None)
    return cell if own is None else _plain(cell, own)


def _plain(cell: str, style: Style) -> Settled:
    grouping, decimal = (".", ",") if style is Style.POINT else (",", ".")
    return Settled(cell.replace(grouping, "").replace(decimal, ","))


def without_words(cell: str, *, dash: str = "") -> str:
    """A cell in which `null` and the like are blank, and a dash is what a person said it means."""
    if cell in DASHES and dash in DASH_MEANINGS:
        return DASH_MEANINGS[dash]
    return "" if cell.casefold() in BLANKS else cell


def replacements(cells: Iterable[str], notation: Notation, *, dash: str = "") -> Mapping[str, str]:
    """Distinct cells that are written otherwise once they are settled."""
    changed = {cell: settled(without_words(cell, dash=dash), notation) for cell in cells}
    return {cell: text for cell, text in changed.items() if text != cell or type(text) is not type(cell)}
