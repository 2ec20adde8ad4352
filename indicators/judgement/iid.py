"""Count and quality: what further innovations and better evidence would do to a kabupaten's innovation index (IID).

Only what staff entered is reckoned with: how many innovations all sectors sent in a year, the sum of their scores, and
that year's rule. The number of health innovations never stands in for that of all sectors.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from indicators.catalogue import Guideline, catalogue
from indicators.judgement import innovations as registry
from indicators.judgement.innovations import Innovation
from indicators.judgement.maturity import EVIDENCE, Maturity, by_guideline
from indicators.measures import iid
from indicators.vocabulary import Mode
from indicators.warehouse import Snapshot

YEARS, COUNT_SCORES = "iid_years", "iid_count_scores"
MOST_STARS = 3


class Lacking(StrEnum):
    """Why something is not reckoned: not entered, or in contradiction with something else."""

    YEAR = "year"
    INNOVATIONS = "innovations"
    SCORE_SUM = "score_sum"
    DIVISOR = "divisor"
    COUNT_SCORES = "count_scores"
    BELOW_FIRST = "below_first"
    FEWER_THAN_NAMED = "fewer_than_named"
    GUIDELINE = "guideline"
    OTHER_SCALE = "other_scale"


@dataclass(frozen=True)
class YearOfIid:
    """What staff entered of one IGA year, over all sectors; None for what they did not.

    steps: (from how many innovations, score for the count), ascending. practice: from a file of mode contoh.
    """

    year: int
    innovations: int | None
    score_sum: float | None
    divisor: int | None
    maximum: float | None
    guideline: str | None
    steps: tuple[tuple[int, float], ...]
    rule_document: str
    source: str
    url: str
    note: str
    practice: bool


@dataclass(frozen=True)
class ScoredInnovation:
    """One innovation by its recorded evidence. stars: indicator -> stars; those not in it are not recorded.

    least: the score of what is recorded; most: the same, with three stars for whatever is not.
    """

    innovation: Innovation
    stars: Mapping[int, int]
    least: int
    most: int

    @property
    def whole(self) -> bool:
        """Whether every indicator is recorded, so that the score is known."""
        return self.least == self.most


@dataclass(frozen=True)
class Gain:
    """One maturity indicator: what one star more would add to the innovations of which it is recorded.

    scores: innovation -> points by its next star, the largest first; unrecorded: of how many with other evidence it is
    not recorded.
    """

    number: int
    scores: tuple[tuple[Innovation, int], ...]
    unrecorded: int

    @property
    def points(self) -> int:
        return sum(points for _, points in self.scores)


@dataclass(frozen=True)
class Simulation:
    """The index of one year, and what would change it.

    mean: of all scores, over the innovations of all sectors. even: the score at which one more changes nothing.
    step: (how many innovations, what that adds) of the next step of the count score, None above the last.
    """

    entered: YearOfIid
    rule: iid.Rule
    mean: float
    part: float
    even: float
    step: tuple[int, float] | None

    @property
    def n(self) -> int:
        return self.entered.innovations or 0

    @property
    def total(self) -> float:
        return self.entered.score_sum or 0.0

    def effects(self, scores: list[float]) -> tuple[float, ...]:
        """By how much each further innovation changes the part that innovations decide."""
        return iid.effects(self.total, self.n, self.rule, scores)

    def of_more_score(self, points: float) -> float:
        return iid.of_more_score(points, self.n, self.rule)

    def index(self, change: float) -> float | None:
        """A change as points of the index itself; None where the highest total score is not entered."""
        return None if self.entered.maximum is None else change / self.entered.maximum * 100


@dataclass(frozen=True)
class Further:
    """A named innovation that was not sent in the year, and what sending it would do. None without evidence."""

    maturity: ScoredInnovation
    least: float
    most: float

    @property
    def lowers(self) -> bool | None:
        """Whether it lowers the index; None where that hangs on evidence that is not recorded."""
        return True if self.most < 0 else False if self.least >= 0 else None


@dataclass(frozen=True)
class CountAndQuality:
    """All that is known of one kabupaten's index.

    year: the newest that was entered; None without any. lacking: why there is no simulation, all at once.
    incomparable: why evidence is not scored on the scale of the sum that was entered; None where it is. matures:
    innovations with evidence by `guideline`, the most mature first. without: how many named innovations have none.
    """

    year: YearOfIid | None
    lacking: tuple[Lacking, ...]
    simulation: Simulation | None
    incomparable: Lacking | None
    guideline: Guideline
    matures: tuple[ScoredInnovation, ...]
    without: int

    @cached_property
    def gains(self) -> tuple[Gain, ...]:
        """Every maturity indicator with something to gain, the largest gain first."""
        found = (self._gain(number) for number in self.guideline.indicators)
        order = self.guideline.indicators
        return tuple(
            sorted(
                (gain for gain in found if gain.scores),
                key=lambda gain: (-gain.points, not order[gain.number].required, gain.number),
            )
        )

    @cached_property
    def further(self) -> tuple[Further, ...]:
        """Innovations with evidence that were not sent in the year, the most helpful first; none without simulation."""
        found = self.simulation
        if found is None or self.incomparable is not None:
            return ()
        waiting = [one for one in self.matures if not registry.was_sent(one.innovation, found.entered.year)]
        effects = [
            Further(one, found.effects([float(one.least)])[0], found.effects([float(one.most)])[0]) for one in waiting
        ]
        return tuple(sorted(effects, key=lambda one: (-one.least, -one.most, one.maturity.innovation.name)))

    def _gain(self, number: int) -> Gain:
        weights = {0: 0, **self.guideline.indicators[number].weights}
        scores = [
            (one.innovation, weights[one.stars[number] + 1] - weights[one.stars[number]])
            for one in self.matures
            if one.stars.get(number, MOST_STARS) < MOST_STARS
        ]
        return Gain(
            number=number,
            scores=tuple(sorted(scores, key=lambda pair: (-pair[1], pair[0].name))),
            unrecorded=sum(number not in one.stars for one in self.matures),
        )


def count_and_quality(snapshot: Snapshot, kabupaten: str, *, until: int | None = None) -> CountAndQuality:
    """The newest year of the index that was entered, its simulation, and the evidence of the named innovations.

    until: years after it are left out.
    """
    key = ("count and quality", kabupaten, until)
    return snapshot.keep(key, lambda: _count_and_quality(snapshot, kabupaten, until))


def years(snapshot: Snapshot, kabupaten: str) -> tuple[YearOfIid, ...]:
    """What was entered, oldest year first."""
    lists = registry.entries(snapshot, kabupaten)
    modes = {row.dataset: row.mode for row in snapshot.rows("list_entries", kabupaten=kabupaten)}
    steps: dict[int, list[tuple[int, float]]] = {}
    for entry in lists.get(COUNT_SCORES, ()):
        steps.setdefault(entry["year"], []).append((entry["least"], float(entry["score"])))
    practice = Mode.SAMPLE in (modes.get(YEARS), modes.get(COUNT_SCORES))
    found = [_year(entry, tuple(sorted(steps.get(entry["year"], ()))), practice) for entry in lists.get(YEARS, ())]
    return tuple(sorted(found, key=lambda one: one.year))


def _year(entry: Mapping[str, Any], steps: tuple[tuple[int, float], ...], practice: bool) -> YearOfIid:
    return YearOfIid(
        year=entry["year"],
        innovations=entry.get("innovations"),
        score_sum=entry.get("score_sum"),
        divisor=entry.get("divisor"),
        maximum=entry.get("maximum"),
        guideline=entry.get("guideline"),
        steps=steps,
        rule_document=str(entry.get("document") or ""),
        source=str(entry.get("source") or ""),
        url=str(entry.get("url") or ""),
        note=str(entry.get("note") or ""),
        practice=practice,
    )


def _count_and_quality(snapshot: Snapshot, kabupaten: str, until: int | None) -> CountAndQuality:
    named = registry.registry(snapshot, kabupaten)
    entered = [one for one in years(snapshot, kabupaten) if until is None or one.year <= until]
    newest = entered[-1] if entered else None
    sent = 0
    if newest is not None and newest.year in (by_year := registry.sent_by_year(snapshot, kabupaten)):
        sent = by_year[newest.year].sent
    guideline = _guideline(snapshot, kabupaten, newest)
    matures = _matures(snapshot, kabupaten, named, guideline)
    lacking = _lacking(newest, sent)
    simulation = None if newest is None or lacking else _simulation(newest)
    highest = sum(indicator.weights[MOST_STARS] for indicator in guideline.indicators.values())
    incomparable = None
    if simulation is not None and simulation.entered.guideline is None:
        incomparable = Lacking.GUIDELINE
    elif simulation is not None and simulation.mean > highest:
        incomparable = Lacking.OTHER_SCALE
    return CountAndQuality(
        year=newest,
        lacking=lacking,
        simulation=simulation,
        incomparable=incomparable,
        guideline=guideline,
        matures=matures,
        without=len(named) - len(matures),
    )


def _guideline(snapshot: Snapshot, kabupaten: str, year: YearOfIid | None) -> Guideline:
    """The one by which the year's sum was scored, else the newest that any evidence is recorded by."""
    known = catalogue().guidelines
    if year is not None and year.guideline in known:
        return known[year.guideline]
    used = {entry["guideline"] for entry in registry.entries(snapshot, kabupaten).get(EVIDENCE, ())}
    return next((known[id_] for id_ in reversed(list(known)) if id_ in used), list(known.values())[-1])


def _matures(
    snapshot: Snapshot, kabupaten: str, named: tuple[Innovation, ...], guideline: Guideline
) -> tuple[ScoredInnovation, ...]:
    known = by_guideline(snapshot, kabupaten, guideline)
    found = [_scored(one, known[one.id]) for one in named if one.id in known]
    return tuple(sorted(found, key=lambda one: (-one.least, -one.most, one.innovation.name)))


def _scored(innovation: Innovation, maturity: Maturity) -> ScoredInnovation:
    open_ = sum(max(p.indicator.weights.values()) for p in maturity.proofs if p.stars is None)
    stars = {proof.number: proof.stars for proof in maturity.proofs if proof.stars is not None}
    return ScoredInnovation(innovation, stars, maturity.points, maturity.points + open_)


def _lacking(year: YearOfIid | None, sent: int) -> tuple[Lacking, ...]:
    if year is None:
        return (Lacking.YEAR,)
    found = [
        reason
        for reason, given in (
            (Lacking.INNOVATIONS, year.innovations),
            (Lacking.SCORE_SUM, year.score_sum),
            (Lacking.DIVISOR, year.divisor),
            (Lacking.COUNT_SCORES, year.steps or None),
        )
        if given is None
    ]
    if year.innovations is not None and year.steps and year.innovations < year.steps[0][0]:
        found.append(Lacking.BELOW_FIRST)
    if year.innovations is not None and year.innovations < sent:
        found.append(Lacking.FEWER_THAN_NAMED)
    return tuple(found)


def _simulation(year: YearOfIid) -> Simulation:
    """Of a year that lacks nothing."""
    assert year.innovations is not None
    assert year.score_sum is not None
    assert year.divisor is not None
    n, total, rule = year.innovations, year.score_sum, iid.Rule(year.divisor, year.steps)
    ahead = [(least, score - rule.for_count(n)) for least, score in year.steps if least > n]
    return Simulation(
        entered=year,
        rule=rule,
        mean=total / n,
        part=iid.part(total, n, rule),
        even=iid.break_even(total, n, rule),
        step=ahead[0] if ahead else None,
    )
