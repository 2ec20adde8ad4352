"""Which kecamatan or desa a cell means: by code, by name, and, where it is misspelt, by asking."""

from __future__ import annotations

import re

from indicators.areas import Area, Kabupaten
from indicators.intake import names
from indicators.intake.problems import blocking
from indicators.intake.questions import Asking, Question
from indicators.vocabulary import Level, Problem
from indicators.wording import matching as say

_CODE = re.compile(r"[0-9][0-9.]{4,}")


class Places:
    """The kecamatan and desa of one kabupaten, ready to be found."""

    def __init__(self, kabupaten: Kabupaten, asking: Asking) -> None:
        self._kabupaten = kabupaten
        self._asking = asking
        self._kecamatan = {
            names.bare_kecamatan(name): area for area in kabupaten.kecamatan for name in (area.name, *area.aliases)
        }
        self._by_code = {digits(area.code): area for area in kabupaten.areas}
        self._by_code |= {area.bps_code: area for area in kabupaten.areas if area.bps_code}
        self._desa: dict[str, list[Area]] = {}
        for area in kabupaten.areas:
            if area.level is Level.DESA:
                for name in {names.bare_desa(n) for n in (area.name, *area.aliases)}:
                    self._desa.setdefault(name, []).append(area)

    def kecamatan(self, written: str, *, row: int, column: str | None) -> Area | list[Problem]:
        """The kecamatan a cell means. No problem and no area while a question about it is open."""
        known = self._kecamatan.get(names.bare_kecamatan(written)) or self._coded(written, Level.KECAMATAN)
        if known is not None:
            return known
        proposals = self._likely_kecamatan(written)
        if not proposals:
            return [blocking(say.unknown_kecamatan(self._kabupaten.name), row=row, column=column)]
        rest = [area for area in self._kabupaten.kecamatan if area not in proposals]
        answer = self._asking.ask(
            Question(
                id=f"kecamatan/{names.bare_kecamatan(written)}",
                text=say.which_kecamatan(written),
                options=tuple((area.code, area.name) for area in [*proposals, *rest]),
                column=column,
                remembered=True,
            ),
            row=row,
        )
        return [] if answer is None else next(a for a in self._kabupaten.kecamatan if a.code == answer)

    def desa(self, written: str, kecamatan: Area | None, *, row: int, column: str | None) -> Area | list[Problem]:
        """The desa a cell means; where several share its name, that of the kecamatan.

        No problem and no area while a question about it is open.
        """
        coded = self._coded(written, Level.DESA)
        found = [coded] if coded else self._desa.get(names.bare_desa(written), [])
        inside = [area for area in found if kecamatan is None or area.parent == kecamatan.code]
        if len(inside) == 1:
            return inside[0]
        if len(inside) > 1:
            homes = [self._kabupaten.name_of(area.parent) for area in inside]
            return [blocking(say.desa_twice(inside[0].name, homes), row=row, column=column)]
        if found and kecamatan is not None:
            homes = [self._kabupaten.name_of(area.parent) for area in found]
            return [blocking(say.desa_elsewhere(found[0].name, homes, kecamatan.name), row=row, column=column)]
        near = [
            area
            for name in names.nearest(written, [a.name for a in self._within(kecamatan)], names.bare_desa)
            for area in self._within(kecamatan)
            if area.name == name
        ]
        if not near:
            return [blocking(say.unknown_desa(self._kabupaten.name), row=row, column=column)]
        answer = self._asking.ask(
            Question(
                id=f"desa/{kecamatan.code if kecamatan else self._kabupaten.code}/{names.bare_desa(written)}",
                text=say.which_desa(written, kecamatan.name if kecamatan else None),
                options=tuple((a.code, f"{a.name} ({self._kabupaten.name_of(a.parent)})") for a in dict.fromkeys(near)),
                column=column,
                remembered=True,
            ),
            row=row,
        )
        return [] if answer is None else next(a for a in self._kabupaten.areas if a.code == answer)

    def _coded(self, written: str, level: Level) -> Area | None:
        area = self._by_code.get(digits(written)) if _CODE.fullmatch(written) else None
        return area if area is not None and area.level is level else None

    def _within(self, kecamatan: Area | None) -> list[Area]:
        return [
            area
            for area in self._kabupaten.areas
            if area.level is Level.DESA and (kecamatan is None or area.parent == kecamatan.code)
        ]

    def _likely_kecamatan(self, written: str) -> list[Area]:
        """By a resembling name; or by a code whose first four digits are this kabupaten's in a wrong order."""
        if _CODE.fullmatch(written):
            own, sent = digits(self._kabupaten.code), digits(written)
            if sorted(sent[: len(own)]) != sorted(own):
                return []
            meant = self._by_code.get(own + sent[len(own) :])
            return [meant] if meant is not None and meant.level is Level.KECAMATAN else []
        near = names.nearest(written, [a.name for a in self._kabupaten.kecamatan], names.bare_kecamatan)
        return [area for name in near for area in self._kabupaten.kecamatan if area.name == name]


def digits(code: str) -> str:
    """A code without its dots: `35.10.11` and `351011` are the same."""
    return code.replace(".", "")
