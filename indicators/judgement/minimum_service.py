"""The twelve minimum services (SPM): how far each is from serving everybody, and the elements a puskesmas lacks."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from indicators.areas import KnownElements, all_kabupaten
from indicators.catalogue import Indicator, catalogue
from indicators.judgement.judged import Judged
from indicators.judgement.values import State, judge
from indicators.vocabulary import Basis, Level, Mode, Period, Status
from indicators.warehouse import Snapshot, list_words
from indicators.wording import minimum_service as say

TOPIC, ELEMENTS = "minimum_service", "minimum_service_elements"


class Progress(StrEnum):
    """Where a service stands: after a whole year against all people, before that against an even pace towards them."""

    NOT_MET = "not_met"
    BEHIND = "behind"
    ON_PACE = "on_pace"
    AHEAD = "ahead"
    MET = "met"
    OVERFULL = "overfull"
    INCOMPLETE = "incomplete"
    NO_VALUE = "no_value"


GOOD = frozenset({Progress.MET, Progress.ON_PACE, Progress.AHEAD})


@dataclass(frozen=True)
class Other:
    """The same people by Pusdatin's estimate, beside the target of SPM.

    value: the coverage of it in per cent, without a verdict; None where puskesmas lack the estimate.
    """

    total: float
    value: float | None


@dataclass(frozen=True)
class Service:
    """One service in one area, from January to the end of the period.

    number: its place in the list, from 1. expected: per cent of the year's target that an even pace would have reached.
    missing: people until everybody of the target is served; None without a value. other: of the whole kabupaten, where
    there is another estimate.
    """

    number: int
    judged: Judged
    progress: Progress
    expected: float
    missing: int | None
    other: Other | None = None

    @property
    def indicator(self) -> Indicator:
        return catalogue().indicators[self.judged.indicator]

    @property
    def name(self) -> str:
        """The group that is served: `ibu hamil`, as a table or a sentence names it."""
        return self.indicator.short.removeprefix(say.ABBREVIATION)

    @property
    def finding(self) -> str:
        """The service in a sentence, with counts, interval, denominator and what is missing."""
        judged, entry = self.judged, self.indicator
        bounds = (judged.low, judged.high) if judged.low is not None and judged.high is not None else None
        return say.service(
            label=entry.label,
            period=judged.period,
            numerator=judged.numerator,
            numerator_label=entry.numerator_label,
            denominator=judged.denominator,
            denominator_label=entry.denominator_label,
            value=judged.value,
            interval=bounds,
            progress=self.progress,
            expected=self.expected,
            missing=self.missing,
            sample=judged.basis is Basis.SAMPLE,
        )


def services(snapshot: Snapshot, *, state: State, period: Period) -> tuple[Service, ...]:
    """The twelve services of the kabupaten in the order of their list, from January to the end of the period."""
    seen = since_january(period)
    judged = judge(snapshot, indicators=_ids(), kabupaten=state.kabupaten, period=seen)
    others = _others(snapshot, judged, state.kabupaten, seen)
    return tuple(_service(number, one, others.get(one.indicator)) for number, one in enumerate(judged, start=1))


def by_area(snapshot: Snapshot, *, state: State, period: Period, level: Level) -> Mapping[tuple[str, str], Service]:
    """Every service by area and indicator, areas in their order.

    Per kecamatan as the public may see it; per facility as only staff of the kabupaten may.
    """
    found = judge(snapshot, indicators=_ids(), kabupaten=state.kabupaten, period=since_january(period), level=level)
    place = {id_: number for number, id_ in enumerate(_ids(), start=1)}
    return {(one.area, one.indicator): _service(place[one.indicator], one, None) for one in found}


def finding_of(found: Sequence[Service]) -> str:
    """What the services of a kabupaten say together, for a headline. Raises IndexError for none."""
    first = found[0].judged
    counted = [one for one in found if one.missing is not None]
    lowest = min(counted, key=lambda one: one.judged.value or 0.0, default=None)
    most = max(counted, key=lambda one: one.missing or 0, default=None)
    return say.finding(
        place=first.area_name,
        period=first.period,
        counted=len(counted),
        good=sum(one.progress in GOOD for one in counted),
        lowest=(lowest.name, lowest.judged.value) if lowest and lowest.judged.value is not None else None,
        most=(most.name, most.missing) if most and most.missing else None,
        sample=any(one.judged.basis is Basis.SAMPLE for one in counted),
    )


def since_january(period: Period) -> Period:
    """Services are counted once a year, so a period is read from January to its end."""
    return Period.year_to(period.end.year, period.end.month)


def _ids() -> list[str]:
    return [entry.id for entry in catalogue().indicators_of(TOPIC)]


def _service(number: int, judged: Judged, other: Other | None) -> Service:
    expected = 100 * judged.period.months / 12
    missing = None
    if judged.value is not None and judged.numerator is not None and judged.denominator is not None:
        missing = max(0, math.ceil(judged.denominator - judged.numerator))
    return Service(number, judged, _progress(judged, expected), expected, missing, other)


def _progress(judged: Judged, expected: float) -> Progress:
    if judged.value is None or judged.numerator is None or judged.denominator is None:
        return Progress.NO_VALUE
    if judged.numerator > judged.denominator:
        return Progress.OVERFULL
    if not judged.complete:
        return Progress.INCOMPLETE
    if judged.period.is_year:
        met = judged.verdict is not None and judged.verdict.status is Status.MET
        return Progress.MET if met else Progress.NOT_MET
    low, high = judged.low or 0.0, judged.high if judged.high is not None else 100.0
    return Progress.AHEAD if low > expected else Progress.BEHIND if high < expected else Progress.ON_PACE


def _others(snapshot: Snapshot, judged: Sequence[Judged], kabupaten: str, period: Period) -> dict[str, Other]:
    """Pusdatin's estimate of the year beside each service that has one, where any puskesmas has it."""
    entries = catalogue().indicators
    asked = {one.indicator: entries[one.indicator].beside for one in judged if entries[one.indicator].beside}
    year = Period.year(period.end.year)
    rows = snapshot.rows(
        "element_values",
        elements=[element for elements in asked.values() for element in elements],
        kabupaten=kabupaten,
        level=str(Level.KABUPATEN),
        start=year.start,
        end=year.end,
    )
    totals = {row.element: (float(row.value), int(row.reports)) for row in rows}
    found = {}
    for one in judged:
        known = [totals[element] for element in asked.get(one.indicator, ()) if element in totals]
        if known:
            total, everywhere = sum(value for value, _ in known), all(n == one.units_matched for _, n in known)
            counted = everywhere and total and one.numerator is not None
            found[one.indicator] = Other(total, 100 * (one.numerator or 0.0) / total if counted else None)
    return found


class ElementState(StrEnum):
    """Whether what an element asks for is there."""

    LACKING = "lacking"
    NOT_RECORDED = "not_recorded"
    COMPLETE = "complete"


@dataclass(frozen=True)
class ElementEntry:
    """One recorded element of a puskesmas; required and available None where not recorded. practice: of mode contoh."""

    name: str
    service: str | None
    required: int | None
    available: int | None
    unit: str
    note: str
    practice: bool

    @property
    def missing(self) -> int | None:
        """How many are lacking; None where an amount is not recorded."""
        if self.required is None or self.available is None:
            return None
        return max(0, self.required - self.available)

    @property
    def state(self) -> ElementState:
        if self.missing is None:
            return ElementState.NOT_RECORDED
        return ElementState.LACKING if self.missing else ElementState.COMPLETE


@dataclass(frozen=True)
class FacilityElements:
    """The elements of one puskesmas: how many a source counts, and those that are recorded, the lacking ones first."""

    facility: str
    name: str
    known: KnownElements | None
    entries: tuple[ElementEntry, ...]

    @cached_property
    def counted(self) -> Mapping[ElementState, int]:
        return {state: sum(one.state is state for one in self.entries) for state in ElementState}


def elements(snapshot: Snapshot, kabupaten: str) -> tuple[FacilityElements, ...]:
    """Every facility of which elements are recorded or their number is known, by name."""
    here = all_kabupaten()[kabupaten]
    recorded: dict[str, list[ElementEntry]] = {}
    for row in snapshot.rows("list_entries", kabupaten=kabupaten):
        if row.dataset == ELEMENTS:
            fields = list_words.from_json(row.fields)
            recorded.setdefault(fields["facility"], []).append(
                ElementEntry(
                    name=fields["name"],
                    service=fields.get("service"),
                    required=fields.get("required"),
                    available=fields.get("available"),
                    unit=fields.get("unit") or "",
                    note=fields.get("note") or "",
                    practice=row.mode == Mode.SAMPLE,
                )
            )
    order = list(ElementState)
    found = [
        FacilityElements(
            facility=id_,
            name=here.name_of(id_),
            known=here.known_elements.get(id_),
            entries=tuple(sorted(recorded.get(id_, ()), key=lambda one: (order.index(one.state), one.name))),
        )
        for id_ in {*recorded, *here.known_elements}
    ]
    return tuple(sorted(found, key=lambda one: one.name))
