"""Whether an indicator changes from the least poor kecamatan to the poorest, where staff supply poverty."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.judgement.compared import Compared, compared
from indicators.judgement.values import State
from indicators.measures.spread import Slope, slope_index
from indicators.vocabulary import Period
from indicators.warehouse import Snapshot

_POOR, _PEOPLE = "poor_people", "population"
# A ranking changes slowly: that of an earlier one of so many years is used where there is none of the year itself.
_YEARS = 5


@dataclass(frozen=True)
class Ranking:
    """The share of poor people by kecamatan in one year, 0 to 1."""

    year: int
    share: Mapping[str, float]


@dataclass(frozen=True)
class Inequality:
    """The slope index of inequality, in the indicator's unit: the poorest place less the least poor one.

    year: of the ranking.
    """

    slope: Slope
    year: int


def inequality(snapshot: Snapshot, *, indicator: str, state: State, period: Period) -> Inequality | None:
    """None for an indicator that is not compared, without a ranking, or with fewer than three kecamatan on it."""
    found = compared(snapshot, indicator=indicator, state=state, period=period)
    ranking = ranking_of(snapshot, state=state, until=period.end.year) if found else None
    return slope_along(found, ranking) if found and ranking else None


def ranking_of(snapshot: Snapshot, *, state: State, until: int) -> Ranking | None:
    """The newest ranking that staff supplied for `until` or one of a few years before; None without any."""
    return snapshot.keep(("ranking", state.kabupaten, until), lambda: _ranking(snapshot, state, until))


def slope_along(compared: Compared, ranking: Ranking) -> Inequality | None:
    """Of the areas that are compared and stand on the ranking, each with the weight of its own denominator."""
    areas = [area.judged for area in compared.counted if area.judged.area in ranking.share]
    slope = slope_index(
        value=[area.value or 0 for area in areas],
        population=[area.denominator or 0 for area in areas],
        ranking=[ranking.share[area.area] for area in areas],
    )
    return Inequality(slope, ranking.year) if slope else None


def _ranking(snapshot: Snapshot, state: State, until: int) -> Ranking | None:
    kecamatan_of = all_kabupaten()[state.kabupaten].kecamatan_of
    counted: dict[int, dict[str, Counter[str]]] = {}
    for row in snapshot.rows(
        "unit_values",
        dataset=catalogue().dataset_of(_POOR).id,
        kabupaten=state.kabupaten,
        start=Period.year(until - _YEARS + 1).start,
        end=Period.year(until).end,
    ):
        of_year = counted.setdefault(row.period_start.year, {_POOR: Counter(), _PEOPLE: Counter()})
        of_year[row.element][kecamatan_of[row.unit]] += row.value
    if not counted:
        return None
    newest = max(counted)
    poor, people = counted[newest][_POOR], counted[newest][_PEOPLE]
    return Ranking(
        newest, {area: float(poor[area] / total) for area, total in people.items() if total and area in poor}
    )
