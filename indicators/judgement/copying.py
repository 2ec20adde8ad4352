"""Which good innovation, near an area with the same problem, has not been copied there yet.

A suggestion matches what is recorded: the indicators that an innovation targets, and where one of these is judged weak.
It never says that the innovation moved a number. Where too little is recorded there is no suggestion, and `outlook`
counts what is missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.judgement.beside import Standing
from indicators.judgement.innovations import Innovation, seen_from
from indicators.judgement.judged import Judged
from indicators.judgement.maturity import Maturity, maturities
from indicators.judgement.recognitions import AWARD, NOMINATED
from indicators.judgement.replications import Replication, copied_innovations
from indicators.judgement.scorecard import Cell, scorecard
from indicators.judgement.values import State, judge, past_target_year, state_of, targets_of
from indicators.vocabulary import Level, Period, Status
from indicators.warehouse import Snapshot

_WEAK = frozenset({Status.NOT_MET, Status.LIKELY_NOT_MET})
_STRONG = frozenset({Status.MET, Status.LIKELY_MET})


class Nearness(StrEnum):
    """Where an innovation runs, seen from an area; the nearest first."""

    NEIGHBOUR = "neighbour"
    SAME_KABUPATEN = "same_kabupaten"
    OTHER_KABUPATEN = "other_kabupaten"


class Merit(StrEnum):
    """What speaks for an innovation.

    JUDGED: where it runs, an indicator that it targets is judged good; that alone never makes an innovation a good one,
    since it says nothing of why.
    """

    AWARD = "award"
    NOMINATED = "nominated"
    APPLIED = "applied"
    SENT = "sent"
    EVIDENCE = "evidence"
    JUDGED = "judged"


@dataclass(frozen=True)
class Weakness:
    """A value that is judged weak: beyond the limits of chance among the kecamatan, or short of its year's target."""

    judged: Judged
    beyond: bool

    @property
    def order(self) -> int:
        """The surest first."""
        if self.beyond:
            return 0
        assert self.judged.verdict is not None  # or it would be beyond
        return 1 if self.judged.verdict.status is Status.NOT_MET else 2


@dataclass(frozen=True)
class Suggestion:
    """One innovation that an area may copy, with all that speaks for it.

    area: code of a kecamatan, or of the kabupaten where its value as a whole is weak. weaknesses: of the indicators
    that the innovation targets, the surest first. places: codes of the kecamatan where it is known to run. near: of
    these, those that adjoin the area. merits: what makes it good (`is_good`). maturity: None without evidence.
    """

    area: str
    innovation: Innovation
    nearness: Nearness
    weaknesses: tuple[Weakness, ...]
    merits: tuple[Merit, ...]
    maturity: Maturity | None
    places: tuple[str, ...]
    near: tuple[str, ...]

    @property
    def order(self) -> tuple[object, ...]:
        """First the surest problem, then the nearest, then what most speaks for: no score is made of them."""
        points = self.maturity.points if self.maturity else 0
        return (
            self.weaknesses[0].order,
            list(Nearness).index(self.nearness),
            -len(self.merits),
            -points,
            self.area,
            self.innovation.name,
        )


@dataclass(frozen=True)
class Outlook:
    """What the suggestions were looked for in. The innovations that fell out are counted once, at the first reason.

    named: innovations of all kabupaten here. without_indicator: it is not recorded which indicator they target.
    without_merit: nothing recorded speaks for them (`is_good`). without_place: own ones of which it is not recorded
    where they run, so perhaps everywhere. weak: areas with a weak value of a targeted indicator. judged: of how many
    values. planned: suggestions left out because a puskesmas there plans it already.
    """

    named: int
    without_indicator: int
    without_merit: int
    without_place: int
    weak: int
    judged: int
    planned: int


def suggestions(snapshot: Snapshot, *, state: State, period: Period) -> tuple[Suggestion, ...]:
    """What kecamatan of a kabupaten, or all of it, may copy; ranked, see `Suggestion.order`."""
    return _looked(snapshot, state, period)[0]


def outlook(snapshot: Snapshot, *, state: State, period: Period) -> Outlook:
    """What the suggestions of the same kabupaten and period were looked for in."""
    return _looked(snapshot, state, period)[1]


def merits_of(one: Innovation, maturity: Maturity | None, *, judged_good: bool = False) -> tuple[Merit, ...]:
    """What is recorded that speaks for an innovation; taking part in an award does not."""
    results = {entry["result"] for entry in one.recognitions}
    found = {
        Merit.AWARD: AWARD in results,
        Merit.NOMINATED: NOMINATED in results and AWARD not in results,
        Merit.APPLIED: one.is_applied,
        Merit.SENT: bool(one.sent_years),
        Merit.EVIDENCE: maturity is not None and maturity.points > 0,
        Merit.JUDGED: judged_good,
    }
    return tuple(merit for merit, holds in found.items() if holds)


def is_good(merits: Iterable[Merit]) -> bool:
    """Whether more speaks for an innovation than the numbers of the place where it runs."""
    return bool(set(merits) - {Merit.JUDGED})


def _looked(snapshot: Snapshot, state: State, period: Period) -> tuple[tuple[Suggestion, ...], Outlook]:
    key = ("copying", state.kabupaten, period)
    return snapshot.keep(key, lambda: _look(snapshot, state, period))


def _look(snapshot: Snapshot, state: State, period: Period) -> tuple[tuple[Suggestion, ...], Outlook]:
    here = all_kabupaten()[state.kabupaten]
    named = seen_from(snapshot, here.code)
    targeted = tuple(dict.fromkeys(id_ for one in named for id_ in one.indicators if _is_judged(id_)))
    values = _values(snapshot, targeted, state, period)
    weak = {key: problem for key, cells in values.items() if (problem := _weakness(cells)) is not None}
    copies = copied_innovations(snapshot, here.code)
    left = dict.fromkeys(("indicator", "merit", "place", "planned"), 0)
    found: list[Suggestion] = []
    for one in named:
        maturity = maturities(snapshot, one.kabupaten).get(one.id)
        merits = merits_of(one, maturity, judged_good=_judged_good(snapshot, one, state, period, values))
        places = tuple(dict.fromkeys([*one.places, *_places(copies.get(one.id, ()), planned=False)]))
        if not one.indicators:
            left["indicator"] += 1
        elif not is_good(merits):
            left["merit"] += 1
        elif one.kabupaten == here.code and not places:
            left["place"] += 1
        else:
            planned = _places(copies.get(one.id, ()), planned=True)
            for area in dict.fromkeys(area for area, _ in weak):
                problems = [weak[area, id_] for id_ in one.indicators if (area, id_) in weak]
                if not problems or _runs_there(area, places):
                    continue
                if _runs_there(area, planned):
                    left["planned"] += 1
                    continue
                near = tuple(place for place in places if place in here.neighbours.get(area, ()))
                found.append(
                    Suggestion(
                        area=area,
                        innovation=one,
                        nearness=_nearness(area, near, places),
                        weaknesses=tuple(sorted(problems, key=lambda problem: problem.order)),
                        merits=merits,
                        maturity=maturity,
                        places=places,
                        near=near,
                    )
                )
    return tuple(sorted(found, key=lambda suggestion: suggestion.order)), Outlook(
        named=len(named),
        without_indicator=left["indicator"],
        without_merit=left["merit"],
        without_place=left["place"],
        weak=len({area for area, _ in weak}),
        judged=len(values),
        planned=left["planned"],
    )


def _is_judged(indicator: str) -> bool:
    entry = catalogue().indicators[indicator]
    return bool(entry.numerator and entry.denominator)


_Values = Mapping[tuple[str, str], Sequence[Cell]]


def _values(snapshot: Snapshot, indicators: Sequence[str], state: State, period: Period) -> _Values:
    """By area and indicator the cells that judge it: of the period, and of the newest year before that has a target.

    Of every kecamatan as the public may see it, and of the kabupaten, which stands beside nobody.
    """
    here = all_kabupaten()[state.kabupaten]
    found: dict[tuple[str, str], list[Cell]] = {}
    if state.first_month is None or not indicators:
        return found
    by_period: dict[Period, list[str]] = {period: list(indicators)}
    for id_ in indicators:
        entry = catalogue().indicators[id_]
        year = past_target_year(entry, here, period=period, first=state.first_month)
        if year is not None and not (period.is_year and period.start.year in targets_of(entry, here)):
            by_period.setdefault(Period.year(year), []).append(id_)
    for span, asked in by_period.items():
        below = [id_ for id_ in asked if catalogue().indicators[id_].lowest_level is not Level.KABUPATEN]
        cells = scorecard(snapshot, indicators=below, state=state, period=span).cells if below else {}
        for (area, id_), cell in cells.items():
            found.setdefault((area, id_), []).append(cell)
        for judged in judge(snapshot, indicators=asked, kabupaten=here.code, period=span):
            found.setdefault((here.code, judged.indicator), []).append(Cell(judged, Standing.NOT_COMPARED))
    return {key: several for key, several in found.items() if any(cell.judged.value is not None for cell in several)}


def _weakness(cells: Iterable[Cell]) -> Weakness | None:
    beyond = next((cell for cell in cells if cell.standing is Standing.WORSE), None)
    if beyond is not None:
        return Weakness(beyond.judged, beyond=True)
    short = next((c for c in cells if c.judged.verdict is not None and c.judged.verdict.status in _WEAK), None)
    return None if short is None else Weakness(short.judged, beyond=False)


def _judged_good(snapshot: Snapshot, one: Innovation, state: State, period: Period, own: _Values) -> bool:
    """Whether an indicator that it targets is judged good where it runs, and none of them weak there."""
    asked = tuple(id_ for id_ in one.indicators if _is_judged(id_))
    if not asked or not one.places:
        return False
    values = own
    if one.kabupaten != state.kabupaten:
        there = state_of(snapshot, kabupaten=one.kabupaten)
        # What a sample shows says nothing where official data are shown.
        if there.mode is not state.mode:
            return False
        values = _values(snapshot, asked, there, period)
    cells = [values.get((place, id_), ()) for place in one.places for id_ in asked]
    good = any(
        cell.standing is Standing.BETTER or (cell.judged.verdict is not None and cell.judged.verdict.status in _STRONG)
        for several in cells
        for cell in several
    )
    return good and not any(_weakness(several) for several in cells)


def _places(copies: Iterable[Replication], *, planned: bool) -> list[str]:
    return [one.kecamatan for one in copies if one.kecamatan is not None and one.is_planned is planned]


def _runs_there(area: str, places: Iterable[str]) -> bool:
    """Of a kabupaten: whether anywhere in it."""
    return any(place == area or place.startswith(f"{area}.") for place in places)


def _nearness(area: str, near: Sequence[str], places: Iterable[str]) -> Nearness:
    if near:
        return Nearness.NEIGHBOUR
    kabupaten = area[:5]
    inside = any(place.startswith(f"{kabupaten}.") for place in places)
    return Nearness.SAME_KABUPATEN if inside else Nearness.OTHER_KABUPATEN
