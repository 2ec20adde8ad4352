"""Which chart a series over time is drawn as: chosen from the data, and explained in one sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from indicators.catalogue import Indicator, Settings, catalogue
from indicators.judgement.monthly import MonthlyValue, months_of
from indicators.vocabulary import ChartKind, Interval, Kind, Period
from indicators.warehouse import Snapshot
from indicators.wording import control as wording


@dataclass(frozen=True)
class Choice:
    """The kind of chart, and why, for the reader."""

    kind: ChartKind
    reason: str


def choose(entry: Indicator, months: Sequence[MonthlyValue]) -> Choice | None:
    """The chart that fits a series; None where no month is complete.

    Rare events, by the catalogue's word or by fewer than `few_events` a month, are never judged month by month: what
    lies between them is drawn where there are enough, else their rates are pooled over years. Counts of months of which
    the sampling is not known (a year's sasaran, a count without denominator, a complete count of reports) get XmR
    limits from their own scatter; proportions and rates get those of their denominators.
    """
    settings = catalogue().settings
    complete = [m for m in months if m.complete and m.numerator is not None and m.size]
    if not complete:
        return None
    shown = complete[-settings.control_most :]
    events = sum(m.numerator or 0 for m in complete)
    each = sum(m.numerator or 0 for m in shown) / len(shown)
    if entry.rare or (_counts_events(entry) and each < settings.few_events):
        return _of_rare(entry, complete, events, settings)
    if len(shown) < settings.control_least:
        return Choice(ChartKind.RUN, wording.run(len(shown), settings.control_least))
    if not entry.denominator or entry.interval is Interval.NONE or is_annual(entry):
        return Choice(ChartKind.XMR, wording.xmr(len(shown), annual=is_annual(entry)))
    if entry.interval is Interval.POISSON:
        return Choice(ChartKind.U, wording.u(each, entry.numerator_label, entry.denominator_label))
    without = sum((m.size or 0) - (m.numerator or 0) for m in shown) / len(shown)
    if without < settings.few_events:
        return Choice(ChartKind.RUN, wording.run_nearly_all(entry.denominator_label))
    return Choice(ChartKind.P, wording.p(entry.denominator_label))


def chart_of(snapshot: Snapshot, *, indicator: str, kabupaten: str, area: str, last: Period) -> Choice | None:
    """As `choose`, for the months of an area up to the end of `last`."""
    months = months_of(snapshot, indicator=indicator, kabupaten=kabupaten, area=area, last=last)
    return choose(catalogue().indicators[indicator], months)


def is_annual(entry: Indicator) -> bool:
    """Whether its denominator is a year's target (sasaran)."""
    return any(catalogue().elements[e].kind is Kind.ANNUAL_TARGET for e in entry.denominator)


def whole_years(months: Sequence[MonthlyValue]) -> list[int]:
    """Years of which all twelve months are complete, oldest first."""
    complete = [m.month.start.year for m in months if m.complete and m.numerator is not None and m.size]
    return [year for year in sorted(set(complete)) if complete.count(year) == 12]


def _counts_events(entry: Indicator) -> bool:
    return entry.interval is not Interval.NONE or not entry.denominator


def _of_rare(entry: Indicator, complete: Sequence[MonthlyValue], events: float, settings: Settings) -> Choice:
    each = events / len(complete)
    if events > settings.between_least:
        kind = ChartKind.G if entry.denominator else ChartKind.T
        return Choice(kind, wording.between(each, entry.numerator_label, _between_label(entry)))
    if len(whole_years(complete)) >= POOLED_YEARS[0] and entry.denominator:
        return Choice(ChartKind.POOLED, wording.pooled(events, entry.numerator_label, settings.between_least))
    return Choice(ChartKind.RUN, wording.run_rare(events, entry.numerator_label))


# Years over which the rates of rare events are pooled.
POOLED_YEARS = (3, 5)


def _between_label(entry: Indicator) -> str:
    return entry.denominator_label if entry.denominator else wording.DAYS
