"""Which puskesmas a row speaks of: by code, else by name; near misses are proposed, never taken."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from indicators.areas import Area, Facility, Kabupaten
from indicators.intake.problems import blocking, warning
from indicators.vocabulary import Problem
from indicators.wording import intake as say

PROPOSALS = 3
LIKENESS = 70

_KIND = re.compile(r"^(uptd?|blud)?\s*(puskesmas|pukesmas|pkm)\s+|^(uptd?|blud)\s+")
_KECAMATAN = re.compile(r"^(kecamatan|kec)\.?\s+")
_TOTALS = frozenset({"jumlah", "total", "kabupaten", "jumlah kabupaten", "total kabupaten", "jumlah total"})


@dataclass(frozen=True)
class Written:
    """What a row writes about its unit; blank where the column is missing or empty."""

    code: str
    name: str
    kecamatan: str


class Units:
    """The puskesmas of one kabupaten, ready to be found."""

    def __init__(self, kabupaten: Kabupaten) -> None:
        self._kabupaten = kabupaten
        self._by_code = {f.id.casefold(): f for f in kabupaten.puskesmas}
        self._by_code |= {f.national_code.casefold(): f for f in kabupaten.puskesmas if f.national_code}
        self._by_name: dict[str, list[Facility]] = {}
        for facility in kabupaten.puskesmas:
            for name in {bare_name(n) for n in (facility.name, *facility.aliases)}:
                self._by_name.setdefault(name, []).append(facility)
        self._kecamatan = {bare_kecamatan(n): area for area in kabupaten.kecamatan for n in (area.name, *area.aliases)}
        self._kecamatan |= {area.code: area for area in kabupaten.kecamatan}
        self._names = [f.name for f in kabupaten.puskesmas]
        self._kecamatan_names = [a.name for a in kabupaten.kecamatan]

    def find(self, written: Written, *, row: int, columns: dict[str, str]) -> tuple[Facility | None, list[Problem]]:
        """The row's puskesmas, or None, and everything wrong with how it is written.

        columns: role -> header as written, for the problems.
        """
        facility, problems = self._unit(written, row=row, columns=columns)
        if written.kecamatan and not (facility is None and _is_total(written)):
            problems += self._kecamatan_problems(facility, written.kecamatan, row=row, columns=columns)
        return facility, problems

    def _unit(self, written: Written, *, row: int, columns: dict[str, str]) -> tuple[Facility | None, list[Problem]]:
        by_name = written.name or "kode_puskesmas" not in columns
        column = columns.get("puskesmas" if by_name else "kode_puskesmas")
        named = self._by_name.get(bare_name(written.name), []) if written.name else []
        coded = self._by_code.get(written.code.casefold()) if written.code else None
        if coded and named and coded not in named:
            sentence = say.code_and_name_differ(coded.name, named[0].name)
            return None, [blocking(sentence, row=row, column=column)]
        if coded and (not written.name or named or _resemble(written.name, coded.name)):
            return coded, []
        if len(named) == 1:
            if written.code:
                problem = warning(
                    say.code_unknown_name_used(named[0].name), row=row, column=columns.get("kode_puskesmas")
                )
                return named[0], [problem]
            return named[0], []
        if _is_total(written):
            return None, [blocking(say.TOTAL_ROW, row=row)]
        if not written.name and not written.code:
            return None, [blocking(say.UNIT_BLANK, row=row, column=column)]
        nearest = _nearest(written.name, self._names, bare_name)
        quoted = written.name if nearest else ""
        sentence = say.unknown_unit(quoted, nearest, self._kabupaten.name)
        return None, [blocking(sentence, row=row, column=column)]

    def _kecamatan_problems(
        self, facility: Facility | None, written: str, *, row: int, columns: dict[str, str]
    ) -> list[Problem]:
        column = columns.get("kecamatan")
        area: Area | None = self._kecamatan.get(bare_kecamatan(written))
        if area is None:
            nearest = _nearest(written, self._kecamatan_names, bare_kecamatan)
            quoted = written if nearest else ""
            sentence = say.unknown_kecamatan(quoted, nearest, self._kabupaten.name)
            return [blocking(sentence, row=row, column=column)]
        if facility is not None and area.code != facility.kecamatan:
            own = self._kabupaten.name_of(facility.kecamatan)
            sentence = say.other_kecamatan(facility.name, own, area.name)
            return [warning(sentence, row=row, column=column)]
        return []


def bare_name(name: str) -> str:
    """A puskesmas name as it is compared: without `Puskesmas`, case, hyphens and doubled spaces."""
    plain = " ".join(re.sub(r"[-_.,/]+", " ", name.casefold()).split())
    return _KIND.sub("", plain) or plain


def bare_kecamatan(name: str) -> str:
    return _KECAMATAN.sub("", " ".join(name.casefold().split()))


def _is_total(written: Written) -> bool:
    words = {written.code, written.name, written.kecamatan}
    return any(w.casefold().strip(" :.") in _TOTALS or w.casefold().startswith("jumlah ") for w in words)


def _resemble(one: str, other: str) -> bool:
    return fuzz.ratio(bare_name(one), bare_name(other)) >= LIKENESS


def _nearest(name: str, among: Iterable[str], bare: Callable[[str], str]) -> list[str]:
    """Known names that resemble `name`, the nearest first."""
    found = process.extract(
        name, list(among), scorer=fuzz.ratio, processor=bare, limit=PROPOSALS, score_cutoff=LIKENESS
    )
    return [str(match) for match, _, _ in found]
