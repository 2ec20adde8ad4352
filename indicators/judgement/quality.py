"""Data quality before indicators: seven checks of the counts behind each indicator, as traffic lights.

A check that cannot be made has no light and says why; it never counts as passed.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

import numpy as np

from indicators.catalogue import catalogue
from indicators.judgement.added_up import added_up, reached
from indicators.judgement.counts import Counts, counts_of
from indicators.judgement.last_digits import last_digits
from indicators.judgement.quality_rules import checked_indicators, coverage_rule, elements_of, rules_of
from indicators.judgement.unlike_past import unlike_past_of
from indicators.judgement.values import State, judge, published
from indicators.measures.digits import preference
from indicators.vocabulary import Level, Light, Mode, Period
from indicators.warehouse import Snapshot


class CheckKind(StrEnum):
    """What is looked at; in the order in which it is shown."""

    COMPLETENESS = "completeness"
    TIMELINESS = "timeliness"
    OUTLIERS = "outliers"
    CONSISTENCY = "consistency"
    TOTALS = "totals"
    COVERAGE = "coverage"
    DIGITS = "digits"


# Late reports and rounded counts cast doubt on a number; they do not make it wrong.
ADVISORY = frozenset({CheckKind.TIMELINESS, CheckKind.DIGITS})


class Unmade(StrEnum):
    """Why a check has no light."""

    NO_REPORTS = "no_reports"
    NOT_OF_SAMPLE = "not_of_sample"
    NOT_DATED = "not_dated"
    TOO_SHORT = "too_short"
    NOTHING_TO_COMPARE = "nothing_to_compare"
    NO_TOTAL = "no_total"
    NO_TARGET = "no_target"
    NO_COVERAGE = "no_coverage"
    TOO_FEW_COUNTS = "too_few_counts"


@dataclass(frozen=True)
class Check:
    """One check of one indicator: its light and the numbers behind it, or why it could not be made.

    numbers: what its sentence quotes, in the order in which the wording of its kind names them. units: the facilities
    whose reports it concerns, for staff. about: the catalogue's label of what the numbers count, where it is needed.
    """

    kind: CheckKind
    light: Light | None = None
    why: Unmade | None = None
    numbers: tuple[float, ...] = ()
    units: tuple[str, ...] = ()
    about: str = ""


@dataclass(frozen=True)
class Quality:
    """All checks of one indicator in one period; light None where none could be made."""

    checks: tuple[Check, ...]

    @property
    def light(self) -> Light | None:
        """The worst of its checks, with lateness and rounded counts at most amber."""
        lights = [
            Light.AMBER if check.kind in ADVISORY and check.light is Light.RED else check.light
            for check in self.checks
            if check.light is not None
        ]
        return max(lights, key=list(Light).index, default=None)

    @property
    def made(self) -> tuple[Check, ...]:
        return tuple(check for check in self.checks if check.light is not None)

    @property
    def failed(self) -> tuple[Check, ...]:
        """The checks for which the indicator wears the mark."""
        return tuple(c for c in self.made if c.light is Light.RED and c.kind not in ADVISORY)


def quality_of(snapshot: Snapshot, *, state: State, period: Period, today: date | None = None) -> Mapping[str, Quality]:
    """The checks of every indicator of counts, in catalogue order.

    today: which reports are due; without it, all that are asked for in the period.
    """

    def answer() -> dict[str, Quality]:
        timely = _timeliness(snapshot, state, period, today or date.max)
        checks = _without_dates(snapshot, state, period)
        ordered = list(CheckKind)
        return {
            id_: Quality(tuple(sorted((*checks[id_], timely[id_]), key=lambda check: ordered.index(check.kind))))
            for id_ in checks
        }

    return snapshot.keep(("quality", state.kabupaten, period, today), answer)


def failing(snapshot: Snapshot, *, state: State, period: Period) -> dict[str, tuple[CheckKind, ...]]:
    """The indicators whose data fail in the period, marked wherever they are shown, and the checks they fail."""
    checks = _without_dates(snapshot, state, period)
    failed = {id_: tuple(check.kind for check in Quality(found).failed) for id_, found in checks.items()}
    return {id_: kinds for id_, kinds in failed.items() if kinds}


def _without_dates(snapshot: Snapshot, state: State, period: Period) -> Mapping[str, tuple[Check, ...]]:
    """All checks but timeliness, the only one for which it matters what day it is."""

    def answer() -> dict[str, tuple[Check, ...]]:
        if state.first_month is None or state.newest_month is None:
            unmade = tuple(Check(kind, why=Unmade.NO_REPORTS) for kind in CheckKind if kind is not CheckKind.TIMELINESS)
            return {entry.id: unmade for entry in checked_indicators()}
        found = counts_of(snapshot, state=state, period=period, level=Level.KABUPATEN)
        rows = {entry.id: found.get((entry.id, state.kabupaten)) for entry in checked_indicators()}
        spans = {id_: _months_of(row, period) for id_, row in rows.items()}
        checks: dict[str, list[Check]] = {id_: [] for id_ in rows}
        for answers in (
            _completeness(rows),
            _outliers(snapshot, state, spans),
            _consistency(snapshot, state, spans),
            _totals(snapshot, state, period),
            _coverage(snapshot, state, spans, period),
            _digits(snapshot, state, period),
        ):
            for id_, check in answers:
                checks[id_].append(check)
        return {id_: tuple(every) for id_, every in checks.items()}

    return snapshot.keep(("quality without dates", state.kabupaten, period), answer)


def _months_of(row: Counts | None, period: Period) -> Period:
    """The months that the value stands on: of a campaign, its one month."""
    if row is None or row.first_month is None or row.last_month is None:
        return period
    first, last = row.first_month, row.last_month
    return Period.of_months((first.year, first.month), (last.year, last.month))


def _light(share: float, *, green: float, red: float) -> Light:
    """For a share that is better the smaller it is: green up to one number, red beyond the other."""
    return Light.GREEN if share <= green else Light.RED if share > red else Light.AMBER


def _completeness(rows: Mapping[str, Counts | None]) -> Iterator[tuple[str, Check]]:
    rules = catalogue().settings
    for id_, row in rows.items():
        if row is None or not row.reports_expected:
            yield id_, Check(CheckKind.COMPLETENESS, why=Unmade.NO_REPORTS)
            continue
        share = row.reports_matched / row.reports_expected
        light = (
            Light.GREEN
            if share >= rules.complete_share
            else Light.RED
            if share < rules.quality_reports_red
            else Light.AMBER
        )
        numbers = (row.reports_matched, row.reports_expected, row.units_matched, row.units_expected)
        yield id_, Check(CheckKind.COMPLETENESS, light, numbers=numbers)


def _timeliness(snapshot: Snapshot, state: State, period: Period, today: date) -> dict[str, Check]:
    rules = catalogue().settings
    rows: dict[str, list[Any]] = {}
    for row in _sent_on_time(snapshot, state.kabupaten, today):
        if period.start <= row.month.date() <= period.end:
            rows.setdefault(row.dataset, []).append(row)
    found = {}
    for entry in checked_indicators():
        datasets = dict.fromkeys(catalogue().dataset_of(e).id for e in elements_of(entry))
        told = [row for id_ in datasets for row in rows.get(id_, ())]
        if not told:
            why = Unmade.NOT_OF_SAMPLE if state.mode is Mode.SAMPLE else Unmade.NOT_DATED
            found[entry.id] = Check(CheckKind.TIMELINESS, why=why)
            continue
        reports, on_time = sum(int(row.reports) for row in told), sum(int(row.on_time) for row in told)
        late = 1 - on_time / reports
        light = _light(late, green=1 - rules.quality_on_time_green, red=1 - rules.quality_on_time_red)
        units = tuple(sorted({unit for row in told for unit in row.units_late}))
        found[entry.id] = Check(CheckKind.TIMELINESS, light, numbers=(on_time, reports, len(units)), units=units)
    return found


def _sent_on_time(snapshot: Snapshot, kabupaten: str, today: date) -> tuple[Any, ...]:
    """Of all months, read once a day."""
    asked = {"kabupaten": kabupaten, "today": today}
    return snapshot.keep(("timeliness", kabupaten, today), lambda: tuple(snapshot.rows("timeliness", **asked)))


def _outliers(snapshot: Snapshot, state: State, spans: Mapping[str, Period]) -> Iterator[tuple[str, Check]]:
    """Counts far from their unit's own past: how many, and how far the sum would be off without them."""
    rules = catalogue().settings
    unlike = unlike_past_of(snapshot, state=state)
    for entry in checked_indicators():
        told = [unlike[e].within(spans[entry.id]) for e in elements_of(entry) if e in unlike]
        held = sum(one.held for one in told)
        if not held:
            yield entry.id, Check(CheckKind.OUTLIERS, why=Unmade.TOO_SHORT)
            continue
        far = sum(len(one.far) for one in told)
        weight = max((one.weight for one in told), default=0.0)
        red = far / held > rules.quality_outliers_red or weight > rules.quality_outliers_weigh
        light = Light.GREEN if not far else Light.RED if red else Light.AMBER
        units = tuple(sorted({unit for one in told for unit in one.far}))
        yield entry.id, Check(CheckKind.OUTLIERS, light, numbers=(far, held, len(units), 100 * weight), units=units)


def _consistency(snapshot: Snapshot, state: State, spans: Mapping[str, Period]) -> Iterator[tuple[str, Check]]:
    """Parts against wholes. More than the whole is impossible; less may be a cause that nobody knows."""
    limit = catalogue().settings.quality_excess_red
    for id_, span in spans.items():
        found = [(r, added_up(snapshot, kabupaten=state.kabupaten, rule=r, period=span)) for r in rules_of(id_)]
        told = [(rule, sums) for rule, sums in found if sums is not None]
        if not told:
            yield id_, Check(CheckKind.CONSISTENCY, why=Unmade.NOTHING_TO_COMPARE)
            continue
        above = sum(sums.above for _, sums in told)
        below = sum(sums.below for rule, sums in told if rule.exact)
        excess = max(_share(sums.excess, sums.whole) for _, sums in told)
        light = Light.GREEN if not above + below else Light.RED if excess > limit else Light.AMBER
        units: set[str] = set()
        for rule, sums in told:
            units |= sums.units_above | (sums.units_below if rule.exact else frozenset())
        numbers = (above, below, sum(sums.reports for _, sums in told), len(units))
        yield id_, Check(CheckKind.CONSISTENCY, light, numbers=numbers, units=tuple(sorted(units)))


def _coverage(
    snapshot: Snapshot, state: State, spans: Mapping[str, Period], period: Period
) -> Iterator[tuple[str, Check]]:
    """Units that reached more than their year's target, from January on."""
    limit = catalogue().settings.quality_coverage_units
    for id_ in spans:
        rule = coverage_rule(id_)
        if rule is None:
            yield id_, Check(CheckKind.COVERAGE, why=Unmade.NO_COVERAGE)
            continue
        sums = reached(snapshot, kabupaten=state.kabupaten, rule=rule, period=period)
        if sums is None:
            yield id_, Check(CheckKind.COVERAGE, why=Unmade.NO_TARGET)
            continue
        whole, far = 100 * _share(sums.part, sums.whole), len(sums.units_far_above)
        red = whole > 100 or far / len(sums.units) > limit
        light = Light.GREEN if not sums.units_above else Light.RED if red else Light.AMBER
        numbers = (len(sums.units_above), len(sums.units), far, whole)
        yield id_, Check(CheckKind.COVERAGE, light, numbers=numbers, units=tuple(sorted(sums.units_above)))


def _totals(snapshot: Snapshot, state: State, period: Period) -> Iterator[tuple[str, Check]]:
    """Totals that were sent for several months, or published for a whole year, against the sum of the reports."""
    rules = catalogue().settings
    elements = catalogue().elements
    stored: dict[str, list[tuple[str, float, float, str]]] = {}
    for row in _stored_totals(snapshot, state):
        inside = period.start <= row.period_start.date() and row.period_end.date() <= period.end
        if inside and row.summed == row.summed:  # a sum with a month missing is NaN
            told = (elements[row.element].label, float(row.total), float(row.summed), str(row.unit))
            stored.setdefault(row.element, []).append(told)
    quoted = _published_totals(snapshot, state, period)
    for entry in checked_indicators():
        pairs = [pair for e in elements_of(entry) for pair in stored.get(e, ())] + quoted.get(entry.id, [])
        if not pairs:
            yield entry.id, Check(CheckKind.TOTALS, why=Unmade.NO_TOTAL)
            continue
        worst = max(pairs, key=lambda pair: _share(abs(pair[1] - pair[2]), pair[1]))
        label, total, summed, _ = worst
        light = _light(_share(abs(total - summed), total), green=rules.quality_total_green, red=rules.quality_total_red)
        # A few events more or less are a large share of a small number.
        if light is Light.RED and abs(total - summed) < rules.few_events:
            light = Light.AMBER
        off = [pair for pair in pairs if _share(abs(pair[1] - pair[2]), pair[1]) > rules.quality_total_green]
        units = tuple(sorted({unit for *_, unit in off if unit}))
        numbers = (total, summed, len(off), len(pairs))
        yield entry.id, Check(CheckKind.TOTALS, light, numbers=numbers, units=units, about=label)


def _stored_totals(snapshot: Snapshot, state: State) -> tuple[Any, ...]:
    """Of all months, read once: they are few."""
    asked = {"kabupaten": state.kabupaten, "start": date.min, "end": date.max}
    return snapshot.keep(("stored totals", state.kabupaten), lambda: tuple(snapshot.rows("stored_totals", **asked)))


def _published_totals(
    snapshot: Snapshot, state: State, period: Period
) -> dict[str, list[tuple[str, float, float, str]]]:
    """Published counts of whole years beside the sums of complete reports; sample data are made to fit, so none."""
    if state.mode is Mode.SAMPLE:
        return {}
    years = [Period.year(y) for y in range(period.start.year, period.end.year + 1) if period.contains(Period.year(y))]
    found: dict[str, list[tuple[str, float, float, str]]] = {}
    for year in years:
        summed = judge(
            snapshot, indicators=[i.id for i in checked_indicators()], kabupaten=state.kabupaten, period=year
        )
        for entry, judged in zip(checked_indicators(), summed, strict=True):
            if not judged.complete or judged.numerator is None:
                continue
            counted = [(entry.id, "numerator" if entry.denominator else "value", judged.numerator)]
            below = catalogue().publishing(entry.denominator[0]) if len(entry.denominator) == 1 else None
            if below and judged.denominator:
                counted.append((below.id, "value", judged.denominator))
            for indicator, content, value in counted:
                of = catalogue().indicators[indicator]
                for quote in published(
                    snapshot, indicators=[indicator], kabupaten=state.kabupaten, areas=[state.kabupaten]
                ):
                    if (quote.content, quote.period, quote.measure, quote.sign) == (content, year, of.measure, ""):
                        found.setdefault(entry.id, []).append((of.numerator_label, quote.value, value, ""))
    return found


def _digits(snapshot: Snapshot, state: State, period: Period) -> Iterator[tuple[str, Check]]:
    """Whether counts end in 0 or 5 more often than counted ones would."""
    rules = catalogue().settings
    by_element = last_digits(snapshot, kabupaten=state.kabupaten, period=period)
    for entry in checked_indicators():
        digits = sum((by_element[e] for e in elements_of(entry) if e in by_element), np.zeros(10, dtype=int)).tolist()
        if sum(digits) < rules.digits_least:
            yield entry.id, Check(CheckKind.DIGITS, why=Unmade.TOO_FEW_COUNTS, numbers=(rules.digits_from,))
            continue
        found = preference(digits)
        preferred = found.p_value < rules.digits_chance
        light = Light.GREEN if not preferred else Light.RED if found.share > rules.digits_red else Light.AMBER
        yield entry.id, Check(CheckKind.DIGITS, light, numbers=(found.rounded, found.counts, 100 * found.share))


def _share(part: float, whole: float) -> float:
    """The part of a whole; of none, all of it where there is a part."""
    return part / whole if whole else float(part > 0)
