"""Programmes judged: what their counts say, against their own denominator, with who reported and who did not.

Nothing here knows a programme: what is counted, and against what, stands in its file.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from indicators.areas import Kabupaten, all_kabupaten
from indicators.catalogue import Coverage, Dataset, Programme, Tally, catalogue
from indicators.judgement.innovations import entries
from indicators.judgement.programme_sentences import finding_of
from indicators.judgement.programme_tallies import Amount, Place
from indicators.judgement.suppression import closed_reports
from indicators.judgement.values import State
from indicators.vocabulary import Basis, Kind, Level, Mode, Period
from indicators.warehouse import Snapshot

MONTHS_SHOWN = 24
_EARLIEST = date(2000, 1, 1)

# unit and first day of the period -> sum of a tally's elements, of reports that hold all of them.
_Sums = Mapping[tuple[str, date], float]


@dataclass(frozen=True)
class Row:
    """One area, or unit, and the programme's numbers there, in the order of its stages, the coverage last."""

    code: str
    name: str
    amounts: tuple[Amount, ...]


@dataclass(frozen=True)
class ProgrammeJudged:
    """What is known of one programme.

    stages, coverage: of the kabupaten. months: each month (or year) with its stages, oldest first, gaps included.
    kecamatan, units: empty where there are no reports; units only for staff. basis: None without reports.
    finding: the one sentence that may be said of it, on a slide, say.
    """

    programme: Programme
    period: Period
    stages: tuple[Amount, ...]
    coverage: Amount | None
    months: tuple[tuple[Period, tuple[Amount, ...]], ...]
    kecamatan: tuple[Row, ...]
    units: tuple[Row, ...]
    places: tuple[Place, ...]
    basis: Basis | None
    version: int
    finding: str

    @property
    def is_reported(self) -> bool:
        """Whether anything was sent of it that counts in the period."""
        return self.basis is not None


def programmes(
    snapshot: Snapshot, *, state: State, period: Period, for_staff: bool = False
) -> tuple[ProgrammeJudged, ...]:
    """Every programme of the kabupaten, in its own order. for_staff: with small counts, and with units."""
    found = catalogue().programmes_of(state.kabupaten)
    return tuple(programme(snapshot, p, state=state, period=period, for_staff=for_staff) for p in found)


def programme(
    snapshot: Snapshot, entry: Programme, *, state: State, period: Period, for_staff: bool = False
) -> ProgrammeJudged:
    """One programme; see `programmes`."""
    return _Judging(snapshot, entry, state, period, for_staff).judged()


class _Judging:
    def __init__(self, snapshot: Snapshot, entry: Programme, state: State, period: Period, for_staff: bool) -> None:
        self._snapshot, self._entry, self._state, self._period = snapshot, entry, state, period
        self._for_staff = for_staff
        self._known: dict[tuple[str, ...], _Sums] = {}
        self._here = all_kabupaten()[entry.kabupaten]
        self._reports = snapshot.keep(
            ("programme reports", entry.id), lambda: _reports(snapshot, entry, sorted(_elements_of(entry)))
        )
        self._closed = frozenset() if for_staff else self._closed_reports()
        running = [f for f in self._here.puskesmas if not entry.units or f.id in entry.units]
        self._unit_names = {f.id: f.name for f in running}
        self._kecamatan_of = {f.id: f.kecamatan for f in running}
        self._expected = partial(_operating, self._here, frozenset(self._unit_names))

    def judged(self) -> ProgrammeJudged:
        everywhere = list(self._unit_names)
        amounts = self._amounts(everywhere, self._here.code)
        count = len(self._entry.stages)
        places = self._places()
        basis = self._basis(amounts, places)
        rows = list(self._of_kecamatan()) if any(a.sent for a in amounts) else []
        return ProgrammeJudged(
            programme=self._entry,
            period=self._period,
            stages=amounts[:count],
            coverage=amounts[count] if self._entry.coverage else None,
            months=self._months(everywhere),
            kecamatan=tuple(rows),
            units=tuple(self._of_units()) if rows and self._for_staff else (),
            places=places,
            basis=basis,
            version=self._snapshot.version,
            finding=finding_of(self._entry, amounts, places, basis, self._period),
        )

    def _amounts(self, units: Sequence[str], area: str) -> tuple[Amount, ...]:
        return tuple(self._amount(tally, units, area, self._period) for tally in self._entry.tallies())

    def _amount(self, tally: Tally, units: Sequence[str], area: str, period: Period) -> Amount:
        """A tally over some units: all of the kabupaten, of a kecamatan, or one."""
        sums, below = self._sums(tally.elements), dict[tuple[str, date], float]()
        if isinstance(tally, Coverage) and tally.of == "counts":
            below = dict(self._sums(tally.denominator))
            sums = {key: value for key, value in sums.items() if key in below}
        reference = self._reference(tally, sums, period)
        if reference is None:
            return Amount(tally.label, tally.unit, None, None, 0, len(units))
        inside = {key: value for key, value in sums.items() if reference.start <= key[1] <= reference.end}
        wanted = set(units)
        own = {key: value for key, value in inside.items() if key[0] in wanted}
        expected = self._expected(units, reference)
        by_unit: dict[str, float] = {}
        for (unit, _), value in own.items():
            by_unit[unit] = by_unit.get(unit, 0.0) + value
        found = _counted(tally, by_unit)
        denominator: float | None = None
        if isinstance(tally, Coverage):
            match tally.of:
                case "units":
                    denominator = len(expected)
                case "desa":
                    denominator = _desa(self._here, area)
                case "counts":
                    denominator = sum(below[key] for key in own)
        hidden = self._hides(tally, area, {start for _, start in own}, len(by_unit), (found, denominator))
        share = catalogue().settings.complete_share
        asked = 1 if catalogue().elements[tally.elements[0]].period == "year" else reference.months
        return Amount(
            label=tally.label,
            unit=tally.unit,
            value=None if hidden else found,
            reference=reference,
            sent=len(by_unit),
            expected=len(expected),
            denominator=None if hidden or found is None else denominator,
            suppressed=hidden,
            complete=len(own) >= share * len(expected) * asked,
        )

    def _sums(self, elements: tuple[str, ...]) -> _Sums:
        """Reports that hold all of some elements."""
        if elements not in self._known:
            parts = [self._reports.get(element, {}) for element in elements]
            full = [key for key in parts[0] if all(key in part for part in parts)]
            self._known[elements] = {key: sum(part[key] for part in parts) for key in full}
        return self._known[elements]

    def _reference(self, tally: Tally, sums: _Sums, period: Period) -> Period | None:
        """What stands for the period: of a year's count the newest year, of a stock one month for all units.

        That is the newest month in which enough units reported, else the newest with any report.
        """
        element = catalogue().elements[tally.elements[0]]
        own = {key[1] for key in sums if key[0] in self._unit_names}
        if element.period == "year":
            years = [start.year for start in own if start <= period.end]
            return Period.year(max(years)) if years else None
        months = sorted(start for start in own if period.start <= start <= period.end)
        if not months:
            return None
        if element.kind is Kind.FLOW and not tally.in_one_month:
            return Period.of_months((months[0].year, months[0].month), (months[-1].year, months[-1].month))
        share = catalogue().settings.complete_share
        enough = [m for m in months if self._units_in(sums, m) >= share * len(self._unit_names)]
        newest = (enough or months)[-1]
        return Period.month(newest.year, newest.month)

    def _units_in(self, sums: _Sums, month: date) -> int:
        return sum(1 for unit, start in sums if start == month and unit in self._unit_names)

    def _hides(
        self, tally: Tally, area: str, starts: Collection[date], units: int, numbers: Collection[float | None]
    ) -> bool:
        """Whether few people stand behind it: closed reports below the kabupaten, or one unit's few in the whole."""
        counted = (*tally.elements, *(tally.denominator if isinstance(tally, Coverage) else ()))
        if self._for_staff or not any(catalogue().elements[e].sensitive for e in counted):
            return False
        if area != self._here.code:
            return any(a == area and s in starts and e in counted for e, a, s in self._closed)
        few = catalogue().settings.suppress_below
        return units == 1 and any(number is not None and 0 < number < few for number in numbers)

    def _closed_reports(self) -> frozenset[tuple[str, str, date]]:
        sensitive = [e for e in _elements_of(self._entry) if catalogue().elements[e].sensitive]
        if not sensitive:
            return frozenset()
        return closed_reports(
            self._snapshot,
            elements=sensitive,
            kabupaten=self._here.code,
            level=Level.KECAMATAN,
            start=_EARLIEST,
            end=self._period.end,
        )

    def _of_kecamatan(self) -> Iterable[Row]:
        for area in self._here.kecamatan:
            units = [unit for unit, home in self._kecamatan_of.items() if home == area.code]
            if units:
                yield Row(area.code, area.name, self._amounts(units, area.code))

    def _of_units(self) -> Iterable[Row]:
        for unit, name in self._unit_names.items():
            yield Row(unit, name, self._amounts([unit], unit))

    def _months(self, units: Sequence[str]) -> tuple[tuple[Period, tuple[Amount, ...]], ...]:
        """Each month (or year) from the first report, a year at least, the newest `MONTHS_SHOWN` of them."""
        of_stages = [self._sums(stage.elements) for stage in self._entry.stages]
        starts = {s for sums in of_stages for unit, s in sums if unit in self._unit_names and s <= self._period.end}
        if not starts:
            return ()
        yearly = any(catalogue().elements[e].period == "year" for stage in self._entry.stages for e in stage.elements)
        first, newest = min(starts), max(starts)
        if yearly:
            periods = [Period.year(year) for year in range(first.year, newest.year + 1)]
        else:
            last = newest.year * 12 + newest.month
            # A whole year at least, so that the first report stands among the months without one.
            begin = min(first.year * 12 + first.month - 1, last - 12)
            periods = [Period.month(n // 12, n % 12 + 1) for n in range(begin, last)]
        return tuple(self._at(period, units) for period in periods[-MONTHS_SHOWN:])

    def _at(self, period: Period, units: Sequence[str]) -> tuple[Period, tuple[Amount, ...]]:
        """The stages in one month, or one year: without a report in it there is no value."""
        amounts = [self._amount(stage, units, self._here.code, period) for stage in self._entry.stages]
        nothing = partial(replace, value=None, sent=0, suppressed=False, complete=False)
        return period, tuple(amount if amount.reference == period else nothing(amount) for amount in amounts)

    def _places(self) -> tuple[Place, ...]:
        """By unit and place: those with entries, and those that a source names."""
        visits = self._entry.visits
        if visits is None:
            return ()
        rows = entries(self._snapshot, self._here.code).get(f"programme_{self._entry.id}_visits", ())
        below = catalogue().settings.suppress_below
        found: dict[tuple[str, str], tuple[str, list[tuple[date, tuple[float, ...]]]]] = {
            (unit, name.casefold()): (name, []) for unit, names in visits.known.items() for name in names
        }
        for row in rows:
            day = date.fromisoformat(row[visits.day])
            if day <= self._period.end:
                key = (str(row.get(visits.unit, "")), str(row[visits.by]).strip().casefold())
                _, days = found.setdefault(key, (str(row[visits.by]).strip(), []))
                days.append((day, tuple(float(row.get(column) or 0) for column in visits.sums)))
        names = {f.id: f.name for f in self._here.facilities}
        places = []
        for (unit, _), (name, days) in found.items():
            within = [sums for day, sums in days if day >= self._period.start]
            totals = [sum(sums[i] for sums in within) for i in range(len(visits.sums))]
            places.append(
                Place(
                    name=name,
                    unit=names.get(unit, ""),
                    times=len(within),
                    newest=max((day for day, _ in days), default=None),
                    sums=tuple(None if 0 < t < below and not self._for_staff else t for t in totals),
                    recorded=bool(days),
                )
            )
        return tuple(sorted(places, key=lambda place: (place.unit, place.name)))

    def _basis(self, amounts: Sequence[Amount], places: Sequence[Place]) -> Basis | None:
        sent = [amount for amount in amounts if amount.sent]
        if not sent and not any(place.recorded for place in places):
            return None
        if self._state.mode is Mode.SAMPLE:
            return Basis.SAMPLE
        return Basis.OFFICIAL if all(amount.complete for amount in sent) else Basis.PROVISIONAL


def datasets_of(entry: Programme) -> list[Dataset]:
    """Every report that its numbers are made of: its own, and those that every kabupaten sends."""
    known = catalogue()
    return list({d.id: d for d in (known.dataset_of(element) for element in sorted(_elements_of(entry)))}.values())


def _elements_of(entry: Programme) -> set[str]:
    denominators = entry.coverage.denominator if entry.coverage else ()
    return {*entry.elements, *(e for tally in entry.tallies() for e in tally.elements), *denominators}


def _reports(
    snapshot: Snapshot, entry: Programme, elements: Sequence[str]
) -> Mapping[str, Mapping[tuple[str, date], float]]:
    """Element -> unit and first day of the period -> count."""
    found: dict[str, dict[tuple[str, date], float]] = {}
    ever = {"kabupaten": entry.kabupaten, "start": _EARLIEST, "end": date(2999, 12, 31)}
    for dataset in entry.datasets:
        if not dataset.is_list:
            for row in snapshot.rows("unit_values", dataset=dataset.id, **ever):
                found.setdefault(row.element, {})[row.unit, row.period_start.date()] = row.value
    shared = [element for element in elements if element not in entry.elements]
    if shared:
        for row in snapshot.rows("unit_months", elements=shared, **ever):
            reports = found.setdefault(row.element, {})
            for months, value in zip(row.months, row.counts, strict=True):
                number = _EARLIEST.year * 12 + int(months)
                reports[row.unit, date(number // 12, number % 12 + 1, 1)] = float(value)
    return found


def _counted(tally: Tally, by_unit: Mapping[str, float]) -> float | None:
    """None where nobody reported."""
    if not by_unit:
        return None
    count: dict[str, Callable[[], float]] = {
        "sum": lambda: sum(by_unit.values()),
        "present": lambda: float(sum(value > 0 for value in by_unit.values())),
        "absent": lambda: float(sum(value == 0 for value in by_unit.values())),
    }
    return count[tally.counts]()


def _operating(here: Kabupaten, running: frozenset[str], units: Iterable[str], reference: Period) -> list[str]:
    """The units among `units` that are there at the end of the reference."""
    there = {
        f.id
        for f in here.puskesmas
        if (f.valid_from is None or f.valid_from <= reference.end)
        and (f.valid_to is None or f.valid_to >= reference.end)
    }
    return [unit for unit in units if unit in running and unit in there]


def _desa(here: Kabupaten, area: str) -> int:
    """How many desa and kelurahan an area has; of a unit those of its kecamatan, which is none of its own."""
    return sum(1 for a in here.areas if a.level is Level.DESA and a.code.startswith(area))
