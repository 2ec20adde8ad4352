"""Which kecamatan a polygon belongs to: by Kemendagri or BPS code, of itself or of its desa, else by name.

BPS 3510110 is Srono and Kemendagri 35.10.11 is Kalibaru, so a code is read by one list for the whole column, and where
code and name disagree a person decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import shapely

from indicators.areas import Kabupaten
from indicators.intake.names import bare_kecamatan, nearest
from indicators.intake.questions import Asking, Question
from indicators.wording import boundaries as say

_KEMENDAGRI = re.compile(r"(\d\d)\.(\d\d)\.(\d\d)(?:\.[12]\d{3})?|(\d\d)(\d\d)(\d\d)(?:[12]\d{3})?")
_BPS = re.compile(r"(\d\d)\.(\d\d)\.(\d{3})(?:\.\d{3})?|(\d\d)(\d\d)(\d{3})(?:\d{3})?")
_KABUPATEN = re.compile(r"^(kabupaten|kab)\.?\s+")
_KECAMATAN_HEADER = re.compile(r"kec|district|name_?3|adm3", re.IGNORECASE)
EXAMPLES = 3

# Of each polygon the kecamatan it belongs to, None for one of another kabupaten.
Codes = list[str | None]


@dataclass(frozen=True)
class _Column:
    """A column read in one way: the kecamatan each of its cells means."""

    name: str
    scheme: str
    means: Codes

    @property
    def kecamatan(self) -> set[str]:
        return {code for code in self.means if code}


def find_kecamatan(frame: Any, kabupaten: Kabupaten, *, outlines: dict[str, Any], asking: Asking) -> Codes | None:
    """Match the polygons of a GeoDataFrame; None while a question is open.

    outlines: the schematic boundaries, by code: they tell polygons of other kabupaten with the same names apart.
    """
    texts = _texts(frame)
    coded = _coded(texts, kabupaten, asking)
    inside = _inside(frame, texts, kabupaten, outlines)
    named = _named(texts, kabupaten, inside)
    if asking.open:
        return None
    chosen = _chosen(coded, named, kabupaten, asking)
    if chosen is None:
        return None if asking.open else [None] * len(frame)
    if chosen is named:
        chosen = _with_proposals(chosen, texts, kabupaten, inside, asking)
        if asking.open:
            return None
    return chosen.means


def _texts(frame: Any) -> dict[str, list[str]]:
    """Every column as text; 3510010.0 is 3510010."""
    columns = [column for column in frame.columns if column != frame.geometry.name]
    return {str(column): [_text(cell) for cell in frame[column]] for column in columns}


def _text(cell: Any) -> str:
    if cell is None or cell != cell:
        return ""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return " ".join(str(cell).split())


def _coded(texts: dict[str, list[str]], kabupaten: Kabupaten, asking: Asking) -> _Column | None:
    """The code column that names most kecamatan, read by the list that knows most of its codes."""
    kemendagri = {area.code: area.code for area in kabupaten.kecamatan}
    bps = {area.bps_code: area.code for area in kabupaten.kecamatan if area.bps_code}
    readings: list[_Column] = []
    for name, cells in texts.items():
        by_kemendagri = [kemendagri.get(".".join(_groups(_KEMENDAGRI, cell))) for cell in cells]
        by_bps = [bps.get("".join(_groups(_BPS, cell))) for cell in cells]
        readings += [_Column(name, "kemendagri", by_kemendagri), _Column(name, "bps", by_bps)]
    most = max((len(r.kecamatan) for r in readings), default=0)
    best = [r for r in readings if len(r.kecamatan) == most] if most else []
    # The same cells by both lists; a second column that says the same needs no question.
    same = [r for r in best if best and r.name == best[0].name]
    if len(same) > 1 and same[0].means != same[1].means:
        options = tuple((r.scheme, say.SCHEMES[r.scheme]) for r in same)
        answer = asking.ask(Question(f"scheme/{same[0].name}", say.SCHEME_QUESTION, options, column=same[0].name))
        return next((r for r in same if r.scheme == answer), None)
    return best[0] if best else None


def _groups(pattern: re.Pattern[str], cell: str) -> tuple[str, ...]:
    found = pattern.fullmatch(cell)
    return tuple(part for part in found.groups() if part) if found else ()


def _inside(frame: Any, texts: dict[str, list[str]], kabupaten: Kabupaten, outlines: dict[str, Any]) -> list[bool]:
    """Whether a polygon is of this kabupaten: by a column that names kabupaten, else by where it lies."""
    own = _bare_kabupaten(kabupaten.name)
    codes = {kabupaten.code, kabupaten.code.replace(".", ""), kabupaten.bps_code or kabupaten.code}
    least = len(kabupaten.kecamatan) / 2
    best: list[bool] = []
    for cells in texts.values():
        told = [cell in codes or _bare_kabupaten(cell) == own for cell in cells]
        if sum(told) > max(least, sum(best)):
            best = told
    if best:
        return best
    place = shapely.union_all(list(outlines.values())).buffer(0.02)
    shapely.prepare(place)
    return [bool(place.intersects(point)) for point in frame.geometry.representative_point()]


def _bare_kabupaten(name: str) -> str:
    return _KABUPATEN.sub("", name.casefold())


def _named(texts: dict[str, list[str]], kabupaten: Kabupaten, inside: list[bool]) -> _Column | None:
    """The column that names most kecamatan among the polygons of this kabupaten."""
    known = {_plain(n): area.code for area in kabupaten.kecamatan for n in (area.name, *area.aliases)}
    readings = [
        _Column(name, "name", [known.get(_plain(c)) if here else None for c, here in zip(cells, inside, strict=True)])
        for name, cells in texts.items()
    ]

    def rank(column: _Column) -> tuple[int, bool, int]:
        said = sum(code is not None for code in column.means)
        return len(column.kecamatan), bool(_KECAMATAN_HEADER.search(column.name)), said

    best = max(readings, key=rank, default=None)
    return best if best and best.kecamatan else None


def _plain(name: str) -> str:
    """Without `Kecamatan`, blanks, hyphens and case: lists disagree on them."""
    return re.sub(r"[\W_]+", "", bare_kecamatan(name))


def _chosen(coded: _Column | None, named: _Column | None, kabupaten: Kabupaten, asking: Asking) -> _Column | None:
    """Codes before names, unless they disagree: then a person decides."""
    if coded is None or named is None:
        return coded or named
    differing = dict.fromkeys(
        (kabupaten.name_of(code), kabupaten.name_of(name))
        for code, name in zip(coded.means, named.means, strict=True)
        if code and name and code != name
    )
    if not differing:
        return coded if len(coded.kecamatan) >= len(named.kecamatan) else named
    options = (
        ("name", say.BY_NAME.format(column=named.name)),
        ("code", say.BY_CODE.format(column=coded.name)),
    )
    hint = say.differing(list(differing)[:EXAMPLES])
    answer = asking.ask(Question("identity", say.IDENTITY_QUESTION, options, hint=hint))
    return {"code": coded, "name": named}.get(answer or "")


def _with_proposals(
    named: _Column, texts: dict[str, list[str]], kabupaten: Kabupaten, inside: list[bool], asking: Asking
) -> _Column:
    """Names that resemble a kecamatan still missing, as a person says."""
    missing = {area.name: area.code for area in kabupaten.kecamatan if area.code not in named.kecamatan}
    means = list(named.means)
    rows = zip(texts[named.name], named.means, inside, strict=True)
    for written in dict.fromkeys(cell for cell, code, here in rows if here and cell and not code):
        near = nearest(written, missing, bare_kecamatan)
        if not near:
            continue
        options = (*((missing[name], name) for name in near), ("", say.NOT_A_KECAMATAN))
        answer = asking.ask(Question(f"kecamatan/{written}", say.name_question(written), options))
        if answer:
            cells = zip(texts[named.name], inside, strict=True)
            means = [
                answer if here and cell == written else code for (cell, here), code in zip(cells, means, strict=True)
            ]
    return _Column(named.name, named.scheme, means)
