"""Which puskesmas a row speaks of: by code, by name, else by its desa and kecamatan.

A near miss is a question, never taken; what a person answered once is known for the next file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from indicators.areas import Area, Facility, Kabupaten
from indicators.intake import names
from indicators.intake.places import Places
from indicators.intake.problems import blocking, notice, warning
from indicators.intake.questions import Asking, Question
from indicators.vocabulary import Problem, Severity
from indicators.wording import intake as say
from indicators.wording import matching

_TOTALS = frozenset({"jumlah", "total", "kabupaten", "jumlah kabupaten", "total kabupaten", "jumlah total"})


@dataclass(frozen=True)
class Written:
    """What a row writes about its unit; blank where the column is missing or empty."""

    code: str
    name: str
    kecamatan: str
    desa: str = ""


@dataclass(frozen=True)
class Place:
    """The puskesmas of a row, None where it is not clear, and its desa where the row writes one."""

    facility: Facility | None
    desa: Area | None = None


class Units:
    """The puskesmas of one kabupaten, ready to be found. asking: takes the questions that names leave open."""

    def __init__(self, kabupaten: Kabupaten, asking: Asking) -> None:
        self._kabupaten = kabupaten
        self._asking = asking
        self._places = Places(kabupaten, asking)
        self._by_code = {f.id.casefold(): f for f in kabupaten.puskesmas}
        self._by_code |= {f.national_code.casefold(): f for f in kabupaten.puskesmas if f.national_code}
        self._by_name: dict[str, list[Facility]] = {}
        for facility in kabupaten.puskesmas:
            for name in {names.bare_name(n) for n in (facility.name, *facility.aliases)}:
                self._by_name.setdefault(name, []).append(facility)

    def find(self, written: Written, *, row: int, columns: Mapping[str, str]) -> tuple[Place, list[Problem]]:
        """The row's place, and everything wrong with how it is written.

        columns: role -> header as written, for the problems.
        """
        if _is_total(written) and self._named(written) is None:
            return Place(None), [blocking(say.TOTAL_ROW, row=row)]
        problems: list[Problem] = []
        facility: Facility | None = None
        if written.code or written.name:
            facility, problems = self._unit(written, row=row, columns=columns)
        kecamatan, wrong = self._kecamatan(written.kecamatan, facility, row=row, columns=columns)
        problems += wrong
        desa: Area | None = None
        if written.desa and not wrong and (kecamatan is not None or not written.kecamatan):
            desa, wrong = self._desa(written.desa, facility, kecamatan, row=row, columns=columns)
            problems += wrong
        if not (written.code or written.name or problems):
            facility, problems = self._serving(written, kecamatan, desa, row=row, columns=columns)
        return Place(facility, desa), problems

    def _named(self, written: Written) -> Facility | None:
        """The facility of a row that names one beyond doubt."""
        named = self._by_name.get(names.bare_name(written.name), []) if written.name else []
        coded = self._by_code.get(written.code.casefold()) if written.code else None
        return coded or (named[0] if len(named) == 1 else None)

    def _unit(self, written: Written, *, row: int, columns: Mapping[str, str]) -> tuple[Facility | None, list[Problem]]:
        by_name = written.name or "kode_puskesmas" not in columns
        column = columns.get("puskesmas" if by_name else "kode_puskesmas")
        named = self._by_name.get(names.bare_name(written.name), []) if written.name else []
        coded = self._by_code.get(written.code.casefold()) if written.code else None
        if coded and named and coded not in named:
            sentence = say.code_and_name_differ(coded.name, named[0].name)
            return None, [blocking(sentence, row=row, column=column)]
        if coded and (not written.name or named or names.resemble(written.name, coded.name)):
            return coded, []
        if len(named) == 1:
            if written.code:
                problem = warning(
                    say.code_unknown_name_used(named[0].name), row=row, column=columns.get("kode_puskesmas")
                )
                return named[0], [problem]
            return named[0], []
        return self._confirmed(written, row=row, column=column)

    def _confirmed(self, written: Written, *, row: int, column: str | None) -> tuple[Facility | None, list[Problem]]:
        """By a person's answer; a name that resembles none is a problem and is not quoted: it may be anything."""
        units = self._kabupaten.puskesmas
        near = names.nearest(written.name, [f.name for f in units], names.bare_name) if written.name else []
        if not near:
            return None, [blocking(say.unknown_unit(self._kabupaten.name), row=row, column=column)]
        likely = [f for name in near for f in units if f.name == name]
        answer = self._asking.ask(
            Question(
                id=f"puskesmas/{names.bare_name(written.name)}",
                text=matching.which_unit(written.name),
                options=tuple((f.id, f.name) for f in [*likely, *(f for f in units if f not in likely)]),
                column=column,
                remembered=True,
            ),
            row=row,
        )
        return next((f for f in units if f.id == answer), None), []

    def _kecamatan(
        self, written: str, facility: Facility | None, *, row: int, columns: Mapping[str, str]
    ) -> tuple[Area | None, list[Problem]]:
        if not written:
            home = facility.kecamatan if facility else None
            return next((a for a in self._kabupaten.kecamatan if a.code == home), None), []
        column = columns.get("kecamatan")
        found = self._places.kecamatan(written, row=row, column=column)
        if isinstance(found, list):
            return None, found
        if facility is not None and found.code != facility.kecamatan:
            own = self._kabupaten.name_of(facility.kecamatan)
            return found, [warning(say.other_kecamatan(facility.name, own, found.name), row=row, column=column)]
        return found, []

    def _desa(
        self, written: str, facility: Facility | None, kecamatan: Area | None, *, row: int, columns: Mapping[str, str]
    ) -> tuple[Area | None, list[Problem]]:
        found = self._places.desa(written, kecamatan, row=row, column=columns.get("desa"))
        if not isinstance(found, list):
            return found, []
        # Where the row names its puskesmas, nothing hangs on the desa.
        return None, [replace(p, severity=Severity.WARNING) for p in found] if facility is not None else found

    def _serving(
        self, written: Written, kecamatan: Area | None, desa: Area | None, *, row: int, columns: Mapping[str, str]
    ) -> tuple[Facility | None, list[Problem]]:
        """The puskesmas of a place: the kecamatan's only one, else the one a person says serves the desa."""
        if not written.kecamatan and not written.desa:
            column = columns.get("puskesmas", columns.get("kode_puskesmas"))
            return None, [blocking(say.UNIT_BLANK, row=row, column=column)]
        home = desa.parent if desa is not None else kecamatan.code if kecamatan is not None else None
        if home is None or (written.desa and desa is None):
            return None, []  # a question about it is open
        here, name = [f for f in self._kabupaten.puskesmas if f.kecamatan == home], self._kabupaten.name_of(home)
        column = columns.get("desa" if desa is not None else "kecamatan")
        if not here:
            return None, [blocking(matching.no_unit(name), row=row, column=column)]
        if len(here) == 1:
            said = (
                []
                if desa is not None
                else [notice(matching.unit_of_kecamatan(here[0].name, name), row=row, column=column)]
            )
            return here[0], said
        if desa is None:
            return None, [blocking(matching.several_units(name, [f.name for f in here]), row=row, column=column)]
        answer = self._asking.ask(
            Question(
                id=f"served_by/{desa.code}",
                text=matching.serves(desa.name, name),
                options=tuple((f.id, f.name) for f in here),
                column=column,
                remembered=True,
            ),
            row=row,
        )
        return next((f for f in here if f.id == answer), None), []


def _is_total(written: Written) -> bool:
    words = {written.code, written.name, written.kecamatan, written.desa}
    return any(w.casefold().strip(" :.") in _TOTALS or w.casefold().startswith("jumlah ") for w in words)
