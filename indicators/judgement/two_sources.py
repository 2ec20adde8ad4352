"""Two sources of the same thing side by side: survey and weighing, census and reports. Arithmetic, never a cause."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from indicators.areas import NATION, all_kabupaten
from indicators.catalogue import Indicator, catalogue
from indicators.judgement.judged import Judged
from indicators.judgement.public_rates import rates_of_published_counts
from indicators.judgement.values import Published, State, judge, published
from indicators.measures.decomposition import Parts, parts_of_change
from indicators.vocabulary import Basis, Measure, Mode, Period
from indicators.warehouse import Snapshot


class Overlap(StrEnum):
    """Where a routine value lies beside the survey's own interval."""

    OUTSIDE = "outside"
    WITHIN = "within"
    NO_INTERVAL = "no_interval"


@dataclass(frozen=True)
class Gap:
    """A survey and a routine value of one area and year.

    survey: as published, with its own interval where it was published. routine, routine_basis: the published value of
    that year, else the computed one. difference: survey minus routine, in points. times: survey over routine, None
    where the routine value is zero.
    """

    survey: Published
    routine: float
    routine_basis: Basis
    difference: float
    times: float | None
    overlap: Overlap


@dataclass(frozen=True)
class MeasuredYear:
    """One year's cases, children measured and prevalence. implied: the children measured are cases over prevalence."""

    year: int
    events: float
    trials: float
    value: float


@dataclass(frozen=True)
class Account:
    """Years that may be held against each other, because they come from one source; oldest first, two at least.

    implied: the trials follow from a published count and a published share; nobody published them.
    """

    years: tuple[MeasuredYear, ...]
    implied: bool
    basis: Basis

    @property
    def now(self) -> MeasuredYear:
        return self.years[-1]

    @property
    def bases(self) -> tuple[MeasuredYear, ...]:
        """The years that can be the base: all but the newest."""
        return self.years[:-1]

    def base(self, wanted: int | None = None) -> MeasuredYear:
        """The wanted base year, else the one in which most nearly as many were measured as in the newest."""
        for year in self.bases:
            if year.year == wanted:
                return year
        return min(self.bases, key=lambda year: (abs(year.trials - self.now.trials), -year.year))

    def parts_since(self, base: MeasuredYear, *, multiplier: float) -> Parts:
        """The change from base to the newest year, taken apart into cases and children measured."""
        return parts_of_change(
            events=base.events,
            trials=base.trials,
            events_now=self.now.events,
            trials_now=self.now.trials,
            multiplier=multiplier,
        )


class Standing(StrEnum):
    """Where the number of reported events lies beside the number that the census rate would give."""

    BELOW = "below"
    NOT_DISTINGUISHABLE = "not_distinguishable"
    ABOVE = "above"
    TOO_FEW = "too_few"
    PROVISIONAL = "provisional"
    NO_COUNTS = "no_counts"


@dataclass(frozen=True)
class Routine:
    """A kabupaten's routine value: computed, or of published counts, or only published (then without counts)."""

    period: Period
    value: float
    low: float | None
    high: float | None
    events: float | None
    births: float | None
    basis: Basis
    complete: bool = True


@dataclass(frozen=True)
class AgainstCensus:
    """A routine value beside the census value of the nation or province.

    expected: how many events the routine's own births would give at the census rate, None without births. It is what
    to compare reports with, never a count of deaths that were missed: the rate here may differ from the census area's.
    """

    census: Published
    routine: Routine
    expected: float | None
    standing: Standing


def gaps(snapshot: Snapshot, *, indicator: str, state: State) -> list[Gap]:
    """A routine indicator beside its survey, for each year that both have, oldest first."""
    entry = catalogue().indicators[indicator]
    if entry.counterpart is None:
        return []
    surveys = _own_years(snapshot, entry.counterpart, state, "value")
    routines = {year: (q.value, q.basis) for year, q in _own_years(snapshot, indicator, state, "value").items()}
    for judged in _computed(snapshot, indicator, state, sorted(set(surveys) - set(routines))):
        if judged.value is not None and judged.basis is not None:
            routines[judged.period.start.year] = judged.value, judged.basis
    found = []
    for year in sorted(set(surveys) & set(routines)):
        survey, (routine, basis) = surveys[year], routines[year]
        found.append(
            Gap(
                survey=survey,
                routine=routine,
                routine_basis=basis,
                difference=survey.value - routine,
                times=survey.value / routine if routine else None,
                overlap=_overlap(survey, routine),
            )
        )
    return found


def _overlap(survey: Published, routine: float) -> Overlap:
    if survey.low is None or survey.high is None:
        return Overlap.NO_INTERVAL
    return Overlap.WITHIN if survey.low <= routine <= survey.high else Overlap.OUTSIDE


def accounts(snapshot: Snapshot, *, indicator: str, state: State, until: Period) -> list[Account]:
    """The years of a share with both of its counts: published ones, whose trials are implied, then counted ones.

    Sample years stand only where nothing was published, since they are made after the published ones.
    """
    entry = catalogue().indicators[indicator]
    values = _own_years(snapshot, indicator, state, "value")
    counts = _own_years(snapshot, indicator, state, "numerator")
    both = [year for year in sorted(set(values) & set(counts)) if values[year].value and counts[year].value]
    implied = tuple(
        MeasuredYear(year, events, events / share * entry.multiplier, share)
        for year in both
        for events, share in [(counts[year].value, values[year].value)]
    )
    found = []
    if len(implied) > 1:
        quoted = [*(values[y] for y in both), *(counts[y] for y in both)]
        found.append(Account(implied, implied=True, basis=Basis.weakest(*(q.basis for q in quoted))))
    if state.first_month and (state.mode is Mode.OFFICIAL or not found):
        years = range(state.first_month.start.year, until.end.year + 1)
        computed = [j for j in _computed(snapshot, indicator, state, years) if j.complete]
        counted = tuple(
            MeasuredYear(j.period.start.year, j.numerator, j.denominator, j.value)
            for j in computed
            if j.value is not None and j.numerator is not None and j.denominator
        )
        if len(counted) > 1:
            bases = [j.basis for j in computed if j.basis]
            found.append(Account(counted, implied=False, basis=Basis.weakest(*bases)))
    return found


def coverage(snapshot: Snapshot, *, indicator: str, state: State, period: Period) -> list[Judged]:
    """How much of the population the indicator's denominator reaches, in the kabupaten; only what has a value."""
    ids = catalogue().indicators[indicator].coverage
    found = judge(snapshot, indicators=ids, kabupaten=state.kabupaten, period=period)
    return [judged for judged in found if judged.value is not None]


def against_census(snapshot: Snapshot, *, indicator: str, state: State, period: Period) -> list[AgainstCensus]:
    """The kabupaten's routine value beside the newest census value of its province and of the nation."""
    entry = catalogue().indicators[indicator]
    here = all_kabupaten()[state.kabupaten]
    areas = (here.province_code, NATION)
    quoted = published(snapshot, indicators=[indicator], kabupaten=here.code, areas=areas)
    censuses = {
        q.area: q for q in quoted if q.measure is Measure.CENSUS and q.content == "value" and q.period.is_year
    }  # by period, so that the newest stays
    routine = _routine(snapshot, entry, state, period) if censuses else None
    if routine is None:
        return []
    return [_held_against(entry, censuses[area], routine) for area in areas if area in censuses]


def _held_against(entry: Indicator, census: Published, routine: Routine) -> AgainstCensus:
    expected = None if routine.births is None else census.value * routine.births / entry.multiplier
    return AgainstCensus(census, routine, expected, _standing(census, routine, expected))


def _standing(census: Published, routine: Routine, expected: float | None) -> Standing:
    """From the routine's interval; the census value is taken as it was published, with its own where that is known."""
    if expected is None or routine.low is None or routine.high is None:
        return Standing.NO_COUNTS
    if not routine.complete:
        return Standing.PROVISIONAL
    if expected < catalogue().settings.few_events:
        return Standing.TOO_FEW
    if routine.high < (census.value if census.low is None else census.low):
        return Standing.BELOW
    if routine.low > (census.value if census.high is None else census.high):
        return Standing.ABOVE
    return Standing.NOT_DISTINGUISHABLE


def _routine(snapshot: Snapshot, entry: Indicator, state: State, period: Period) -> Routine | None:
    """The computed value of the period; without one the newest rate of published counts; else the newest published."""
    here = state.kabupaten
    computed = judge(snapshot, indicators=[entry.id], kabupaten=here, period=period)
    of_public = rates_of_published_counts(snapshot, indicator=entry.id, kabupaten=here, areas=[here])
    for judged in [*computed, *reversed(of_public)]:
        if judged.value is not None and judged.basis is not None:
            return Routine(
                period=judged.reference,
                value=judged.value,
                low=judged.low,
                high=judged.high,
                events=judged.numerator,
                births=judged.denominator,
                basis=judged.basis,
                complete=judged.complete,
            )
    rates = [q for q in _own_years(snapshot, entry.id, state, "value").values() if q.measure is Measure.ROUTINE]
    if not rates:
        return None
    newest = rates[-1]
    return Routine(newest.period, newest.value, newest.low, newest.high, None, None, newest.basis)


def _own_years(snapshot: Snapshot, indicator: str, state: State, content: str) -> dict[int, Published]:
    """The kabupaten's own published figures of whole years, by year; a bound (`<5`) cannot be reckoned with."""
    here = state.kabupaten
    return {
        q.period.start.year: q
        for q in published(snapshot, indicators=[indicator], kabupaten=here, areas=[here])
        if q.content == content and q.period.is_year and not q.sign
    }


def _computed(snapshot: Snapshot, indicator: str, state: State, years: Iterable[int]) -> list[Judged]:
    periods = [Period.year(year) for year in years]
    return [j for p in periods for j in judge(snapshot, indicators=[indicator], kabupaten=state.kabupaten, period=p)]
