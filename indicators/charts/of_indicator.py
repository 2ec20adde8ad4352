"""The charts of a topic page, from catalogue entry and judged results: no chart is written for one indicator."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from indicators.areas import all_kabupaten
from indicators.catalogue import Indicator, catalogue
from indicators.charts.bars import Counted, counted_bars
from indicators.charts.running_total import MonthCounts, running_total
from indicators.charts.spec import ChartSpec, with_finding
from indicators.charts.years import (
    Evidence,
    YearLine,
    YearPanel,
    YearTarget,
    YearValue,
    computed_line,
    over_years,
    panels_over_years,
    provisional,
)
from indicators.judgement import sentences, two_sources
from indicators.judgement.breakdown import breakdown
from indicators.judgement.cards import missing_year
from indicators.judgement.changes import Scale, scale_of
from indicators.judgement.controlled import yearly_counts
from indicators.judgement.judged import Judged
from indicators.judgement.own_targets import with_targets
from indicators.judgement.public_rates import rates_of_published_counts
from indicators.judgement.running import MonthsOfYear, incomplete_months, months_of_years
from indicators.judgement.trend_sentences import sentence_of
from indicators.judgement.trends import computed_trends, published_trends
from indicators.judgement.values import Published, State, judge, published, targets_of
from indicators.judgement.verdict import comparable
from indicators.vocabulary import Basis, Dimension, Direction, Measure, Mode, Period
from indicators.warehouse import Snapshot
from indicators.wording import charts as chart_words
from indicators.wording import control as control_words
from indicators.wording import judgement
from indicators.wording import topics as say

ALONG = {
    Dimension.CAUSE: say.CAUSE,
    Dimension.AGE: say.AGE,
    Dimension.SEX: say.SEX,
    Dimension.PLACE: say.PLACE,
}
_EVIDENCE = {
    Measure.ROUTINE: Evidence.PUBLISHED,
    Measure.SURVEY: Evidence.SURVEY,
    Measure.CENSUS: Evidence.CENSUS,
}


def values_over_years(
    snapshot: Snapshot, *, indicators: Sequence[str], state: State, until: Period, title: str = ""
) -> ChartSpec | None:
    """Published and computed values of indicators that share a unit, with the targets of their own measure.

    None where there is nothing to draw.
    """
    here = all_kabupaten()[state.kabupaten]
    entries = [catalogue().indicators[id_] for id_ in indicators]
    lines: list[YearLine] = []
    targets: list[YearTarget] = []
    shared: list[int] = []
    both_public: list[int] = []
    newest: list[Judged | Published] = []
    for entry in entries:
        quoted = published(snapshot, indicators=[entry.id], kabupaten=here.code, areas=[here.code])
        own = [q for q in quoted if q.content == "value" and q.period.is_year]
        for measure in dict.fromkeys(q.measure for q in own):
            lines.append(_published_line(entry, [q for q in own if q.measure is measure], measure))
        newest += own[-1:]
        if from_public := rates_of_published_counts(
            snapshot, indicator=entry.id, kabupaten=here.code, areas=[here.code]
        ):
            name = say.from_public_counts_line(entry.short)
            public = computed_line(name=name, judged=from_public, indicator=entry)
            lines.append(replace(public, evidence=Evidence.FROM_PUBLIC))
            both_public += [j.period.start.year for j in from_public]
        if entry.numerator and (computed := _yearly(snapshot, entry, state, until)):
            name = say.computed_line(entry.short, sample=state.mode is Mode.SAMPLE)
            lines.append(computed_line(name=name, judged=computed, indicator=entry))
            shared += _with_published_numerator(computed, quoted)
            newest.append(computed[-1])
        if bearer := _bearer(entry, lines):
            targets += [
                YearTarget(year, target, bearer, at_least=entry.direction is Direction.HIGHER_IS_BETTER)
                for year, target in targets_of(entry, here).items()
                if comparable(target.measure or entry.measure, entry.measure) and year <= until.end.year + 3
            ]
    if not lines:
        return None
    notes = [say.PUBLISHED_APART] if len(lines) > 1 else []
    if both_public:
        notes.append(say.from_public_counts(both_public))
    if shared:
        notes.append(say.published_numerator(shared))
    if any(v.value is not None and not v.whole_period.is_year for line in lines for v in line.values):
        notes.append(say.PARTIAL_APART)
    if any(v.provisional for line in lines for v in line.values):
        notes.append(say.PROVISIONAL_APART)
    if len(entries) == 1:
        notes += [
            sentence_of(trend)
            for trend in published_trends(snapshot, indicator=entries[0].id, state=state, until=until)
        ]
    spec = over_years(
        title=title or say.over_years_title(entries[0].label, here.name),
        unit=entries[0].unit,
        decimals=max(entry.decimals for entry in entries),
        lines=tuple(lines),
        targets=tuple(targets),
        footer=_footer(entries[0].source if len(entries) == 1 else say.SOURCES, lines, state),
        notes=tuple(notes),
    )
    return with_finding(spec, _over_years_finding(snapshot, entries, state, newest[-1], until) if newest else "")


def published_counts(snapshot: Snapshot, *, indicator: str, state: State) -> ChartSpec | None:
    """Published counts of an indicator's numerator, or of what is a count itself, part years apart.

    None where nothing was published.
    """
    here, entry = all_kabupaten()[state.kabupaten], catalogue().indicators[indicator]
    quoted = published(snapshot, indicators=[indicator], kabupaten=here.code, areas=[here.code])
    content = "numerator" if entry.denominator else "value"
    counts = [q for q in quoted if q.content == content]
    if not counts:
        return None
    whole = {q.period.start.year for q in counts if q.period.is_year}
    # A year that has its whole count does not also show a part of it.
    shown = [q for q in counts if q.period.is_year or q.period.start.year not in whole]
    newest = {q.period.start.year: q for q in shown}
    line = YearLine(
        name=say.published_count_line(entry.numerator_label),
        evidence=Evidence.COUNT,
        basis=Basis.weakest(*(q.basis for q in shown)),
        values=tuple(
            YearValue(year, q.value, period=q.period, sign=q.sign, remark=_remark(q))
            for year, q in sorted(newest.items())
        ),
    )
    notes = [say.PARTIAL_BARS] if any(not q.period.is_year for q in newest.values()) else []
    exact = {year: q.value for year, q in newest.items() if q.period.is_year and not q.sign}
    # Of a proportion, the cases of a year follow how many children came.
    if scale_of(entry) is Scale.RATIO and (found := yearly_counts(exact)):
        notes.append(control_words.yearly(found.first, found.last, found.mean, found.beyond))
    spec = over_years(
        title=say.counts_title(entry.numerator_label, here.name),
        unit=f"jumlah {entry.numerator_label}",
        decimals=0,
        lines=(line,),
        footer=_footer(say.SOURCES, [line], state),
        notes=tuple(notes),
    )
    last_whole = [q for _, q in sorted(newest.items()) if q.period.is_year]
    return with_finding(spec, sentences.of_published(last_whole[-1]) if last_whole else "")


def running_counts(snapshot: Snapshot, *, indicator: str, state: State, area: str, last: Period) -> ChartSpec | None:
    """This year's cumulative count by month beside the three years before. None without reports this year."""
    here, entry = all_kabupaten()[state.kabupaten], catalogue().indicators[indicator]
    basis = Basis.SAMPLE if state.mode is Mode.SAMPLE else Basis.OFFICIAL
    years = [
        MonthCounts(months.year, months.counts, basis, _incomplete(months))
        for months in months_of_years(snapshot, indicator=indicator, kabupaten=here.code, area=area, last=last)
    ]
    if not years or years[-1].year != last.end.year:
        return None
    spec = running_total(
        title=say.running_title(entry.numerator_label, here.name_of(area), last.end.year),
        unit=f"jumlah {entry.numerator_label}",
        name=entry.numerator_label.capitalize(),
        current=years[-1],
        earlier=tuple(years[:-1]),
        footer=_source(entry.source, basis, state),
        notes=(say.PROVISIONAL_MONTHS,) if any(months.incomplete for months in years) else (),
    )
    return with_finding(spec, _running_finding(entry, years, basis))


def broken_down(
    snapshot: Snapshot,
    *,
    indicator: str,
    dimension: Dimension,
    state: State,
    kecamatan: str | None,
    period: Period,
    may_see_small_cells: bool,
) -> ChartSpec | None:
    """The numerator of an indicator in parts. None where nothing happened or the parts may not be shown."""
    here, entry = all_kabupaten()[state.kabupaten], catalogue().indicators[indicator]
    parts = breakdown(
        snapshot,
        of=entry.numerator,
        dimension=dimension,
        kabupaten=here.code,
        period=period,
        kecamatan=kecamatan,
        may_see_small_cells=may_see_small_cells,
    )
    if parts.suppressed or not parts.total:
        return None
    area = kecamatan or here.code
    missing = incomplete_months(snapshot, indicator=indicator, kabupaten=here.code, area=area, period=period)
    complete = Basis.PROVISIONAL if missing else Basis.OFFICIAL
    basis = Basis.SAMPLE if state.mode is Mode.SAMPLE else complete
    reports = [(month, counted.sent, counted.expected) for month, counted in missing]
    spec = counted_bars(
        title=say.breakdown_title(entry.numerator_label.capitalize(), ALONG[dimension], here.name_of(area), period),
        unit=f"jumlah {entry.numerator_label}",
        series_name=entry.numerator_label.capitalize(),
        bars=tuple(Counted(part.label, part.value) for part in parts.parts),
        keep_order=True,
        basis=basis,
        footer=_source(entry.source, basis, state),
        suppress_below=catalogue().settings.suppress_below,
        notes=(chart_words.provisional_months(reports) + ".",) if reports else (),
    )
    said = sentences.of_parts(ALONG[dimension], entry.numerator_label, period, parts.parts, basis)
    return with_finding(spec, said)


def cases_beside_prevalence(
    snapshot: Snapshot, *, indicator: str, state: State, until: Period, base: int | None = None
) -> ChartSpec | None:
    """Cases, children measured and prevalence in three panels. The published denominator is implied, and says so.

    base: the year since which the change is taken apart; see `Account.base`.
    """
    here, entry = all_kabupaten()[state.kabupaten], catalogue().indicators[indicator]
    quoted = [
        q
        for q in published(snapshot, indicators=[indicator], kabupaten=here.code, areas=[here.code])
        if q.period.is_year
    ]
    rates = {q.period.start.year: q for q in quoted if q.content == "value"}
    counts = {q.period.start.year: q for q in quoted if q.content == "numerator"}
    computed = _yearly(snapshot, entry, state, until)
    if not (rates or computed):
        return None
    sample = state.mode is Mode.SAMPLE
    basis = Basis.SAMPLE if sample else Basis.OFFICIAL
    implied = tuple(
        YearValue(year, round(counts[year].value / rates[year].value * entry.multiplier, -2))
        for year in sorted(set(rates) & set(counts))
    )

    def line(name: str, evidence: Evidence, values: tuple[YearValue, ...], basis: Basis) -> list[YearLine]:
        return [YearLine(name, evidence, basis, values)] if values else []

    def of_computed(part: str) -> tuple[YearValue, ...]:
        return tuple(YearValue(j.period.start.year, getattr(j, part), provisional=provisional(j)) for j in computed)

    panels = (
        YearPanel(
            say.CASES_PANEL,
            "anak",
            0,
            (
                *line(
                    say.published_count_line(entry.numerator_label),
                    Evidence.PUBLISHED,
                    tuple(YearValue(y, q.value) for y, q in sorted(counts.items())),
                    Basis.PUBLISHED,
                ),
                *line(
                    say.computed_count_line(entry.numerator_label, sample=sample),
                    Evidence.COMPUTED,
                    of_computed("numerator"),
                    basis,
                ),
            ),
        ),
        YearPanel(
            say.MEASURED_PANEL,
            "anak",
            0,
            (
                *line(say.IMPLIED_LINE, Evidence.PUBLISHED, implied, Basis.PUBLISHED),
                *line(
                    say.computed_count_line(entry.denominator_label, sample=sample),
                    Evidence.COMPUTED,
                    of_computed("denominator"),
                    basis,
                ),
            ),
        ),
        YearPanel(
            say.PREVALENCE_PANEL,
            entry.unit,
            entry.decimals,
            (
                *line(
                    say.published_line(entry.short, Measure.ROUTINE),
                    Evidence.PUBLISHED,
                    tuple(YearValue(y, q.value) for y, q in sorted(rates.items())),
                    Basis.PUBLISHED,
                ),
                *line(
                    say.computed_line(entry.short, sample=sample),
                    Evidence.COMPUTED,
                    of_computed("value"),
                    basis,
                ),
            ),
        ),
    )
    lines = [line for panel in panels for line in panel.lines]
    spec = panels_over_years(
        title=say.cases_title(here.name),
        unit="anak dan persen",
        panels=panels,
        footer=_footer(say.SOURCES, lines, state),
        notes=(
            *((say.IMPLIED_NOTE,) if implied else ()),
            *((say.PROVISIONAL_APART,) if any(not j.complete for j in computed) else ()),
        ),
    )
    accounts = two_sources.accounts(snapshot, indicator=indicator, state=state, until=until)
    said = [sentences.of_account(account, account.base(base), routine=entry) for account in accounts]
    return with_finding(spec, " ".join(said))


def yearly_results(snapshot: Snapshot, *, indicator: str, state: State, until: Period) -> ChartSpec | None:
    """Published yearly counts against the kabupaten's own targets, with a place for the result still awaited."""
    here, entry = with_targets(snapshot, state.kabupaten), catalogue().indicators[indicator]
    quoted = [
        q
        for q in published(snapshot, indicators=[indicator], kabupaten=here.code, areas=[here.code])
        if q.content == "value" and q.period.is_year
    ]
    values = [YearValue(q.period.start.year, q.value, sign=q.sign, remark=_remark(q)) for q in quoted]
    over = until.end.year if until.end.month == 12 else until.end.year - 1
    awaited = missing_year(entry, here=here, until=over, entered={v.year for v in values})
    if awaited:
        values.append(YearValue(awaited[0], None, awaited=True))
    if not values:
        return None
    line = YearLine(
        name=say.INNOVATION_LINE,
        evidence=Evidence.COUNT,
        basis=Basis.weakest(Basis.PUBLISHED, *(q.basis for q in quoted)),
        values=tuple(values),
    )
    spec = over_years(
        title=f"{entry.label}, {here.name}",
        unit=entry.unit,
        decimals=0,
        lines=(line,),
        targets=tuple(
            YearTarget(year, target, line.name, at_least=entry.direction is Direction.HIGHER_IS_BETTER)
            for year, target in targets_of(entry, here).items()
        ),
        footer=_footer(quoted[-1].source if quoted else entry.source, [line], state),
    )
    said = [sentences.of_published(quoted[-1])] if quoted else []
    return with_finding(spec, " ".join([*said, *([sentences.of_awaited(entry, *awaited)] if awaited else [])]))


def _over_years_finding(
    snapshot: Snapshot, entries: Sequence[Indicator], state: State, newest: Judged | Published, until: Period
) -> str:
    """The newest value and the trend up to it; of a survey and its routine counterpart, how far they lie apart."""
    for entry in entries:
        if entry.counterpart in {other.id for other in entries} and entry.counterpart is not None:
            every = two_sources.gaps(snapshot, indicator=entry.id, state=state)
            # A later year is not on the chart, nor its basis below it.
            gaps = [gap for gap in every if gap.survey.period.end <= until.end]
            survey = catalogue().indicators[entry.counterpart]
            return sentences.of_gap(gaps[-1], routine=entry, survey=survey) if gaps else ""
    if isinstance(newest, Published):
        return sentences.of_published(newest)
    found = computed_trends(snapshot, indicators=[newest.indicator], state=state, period=newest.period)
    return sentences.of_series(newest, [sentence_of(trend) for trend in found.values()])


def _running_finding(entry: Indicator, years: Sequence[MonthCounts], basis: Basis) -> str:
    """This year's count of its complete months beside the same months of last year, if these are complete too."""
    current = years[-1]
    months = len(current.complete)
    if not months:
        return ""
    before = next((year.complete[:months] for year in years if year.year == current.year - 1), [])
    return sentences.of_counts(
        entry.numerator_label,
        Period.year_to(current.year, months),
        sum(current.complete),
        basis,
        a_year_ago=sum(before) if len(before) == months else None,
    )


def _incomplete(months: MonthsOfYear) -> tuple[tuple[Period, int, int], ...]:
    return tuple(
        (Period.month(months.year, number), month.sent, month.expected)
        for number, month in enumerate(months.months, start=1)
        if month is not None and not month.complete
    )


def _yearly(snapshot: Snapshot, entry: Indicator, state: State, until: Period) -> list[Judged]:
    """Whole years with data up to `until`, and the part of its own year that it covers."""
    if state.first_month is None or state.newest_month is None:
        return []
    years = range(state.first_month.start.year, until.end.year + 1)
    newest = state.newest_complete_month or state.newest_month
    found = []
    for year in years:
        period = Period.year(year)
        if period.end > newest.end:
            period = Period.year_to(year, newest.end.month) if year == newest.end.year else period
        value = judge(snapshot, indicators=[entry.id], kabupaten=state.kabupaten, period=period)[0]
        if value.value is not None:
            found.append(value)
    return found


def _with_published_numerator(computed: Sequence[Judged], quoted: Sequence[Published]) -> list[int]:
    """Years whose sample numerator is the published count, so that the rate mixes a public and a sample number."""
    counts = {q.period.start.year: q.value for q in quoted if q.content == "numerator" and q.period.is_year}
    return [
        j.period.start.year
        for j in computed
        if j.basis is Basis.SAMPLE and j.period.is_year and counts.get(j.period.start.year) == j.numerator
    ]


def _published_line(entry: Indicator, quoted: list[Published], measure: Measure) -> YearLine:
    return YearLine(
        name=say.published_line(entry.short, measure),
        evidence=_EVIDENCE[measure],
        basis=Basis.weakest(*(q.basis for q in quoted)),
        values=tuple(
            YearValue(q.period.start.year, q.value, low=q.low, high=q.high, sign=q.sign, remark=_remark(q))
            for q in quoted
        ),
    )


def _bearer(entry: Indicator, lines: list[YearLine]) -> str | None:
    """The line a target stands on: the indicator's computed one, else its published one of the same measure."""
    names = [line.name for line in lines if line.name.startswith(f"{entry.short}, ")]
    return names[-1] if names else None


def _remark(quote: Published) -> str:
    return " ".join(part for part in (f"Sumber: {quote.source}.", quote.note) if part)


def _footer(source: str, lines: Sequence[YearLine], state: State) -> str:
    basis = Basis.weakest(*(line.basis for line in lines)) if lines else None
    return _source(source, basis, state)


def _source(source: str, basis: Basis | None, state: State) -> str:
    return judgement.source_line(source, basis, state.version, rule=catalogue().settings.rule_version)
