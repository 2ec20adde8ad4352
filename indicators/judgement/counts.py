"""The counts behind computed values. To read all usual periods at once takes hardly longer than to read one."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, NamedTuple

import pandas as pd

from indicators.catalogue import catalogue
from indicators.judgement.periods import usual_periods
from indicators.vocabulary import Level, Period
from indicators.warehouse import Snapshot

if TYPE_CHECKING:  # values asks this module for counts
    from indicators.judgement.values import State


class Counts(NamedTuple):
    """Sums of one indicator in one area and period, over matched unit-periods; None where nothing was matched.

    first_month, last_month: the months with reports anywhere in the kabupaten; None where there are none.
    complete: every month of the period has enough of this area's reports; all_reported: every month between those two.
    """

    numerator: float | None
    denominator: float | None
    units_matched: int
    units_expected: int
    reports_matched: int
    reports_sent: int
    reports_expected: int
    first_month: date | None
    last_month: date | None
    complete: bool
    all_reported: bool


_WHOLE = ("units_matched", "units_expected", "reports_matched", "reports_sent", "reports_expected")
_MONTHS = ("first_month", "last_month")
# Texts as plain objects: pandas' own take ten times as long to be handed out.
_TYPES = dict.fromkeys(("indicator", "area"), object) | dict.fromkeys(_WHOLE, int)


_ByPeriod = dict[Period, pd.DataFrame | None]


def counts_of(snapshot: Snapshot, *, state: State, period: Period, level: Level) -> Mapping[tuple[str, str], Counts]:
    """The counts of every computed indicator, by indicator and area; none where no report was expected."""
    key = (state.kabupaten, level)
    return snapshot.keep(("counts", *key, period), lambda: _by_area(_of_period(snapshot, state, period, level)))


def read_ahead(snapshot: Snapshot, *, state: State) -> None:
    """Read what pages ask of a data version at first, so that the next reader finds it read."""
    for level in (Level.KABUPATEN, Level.KECAMATAN):
        _first_asked(snapshot, state, level)


def read_every_period(snapshot: Snapshot, *, state: State) -> None:
    """Read what readers may choose besides; takes three times as long, so it is for a moment when nobody waits."""
    for level in (Level.KABUPATEN, Level.KECAMATAN):
        _usual(snapshot, state, level)


def read_together(snapshot: Snapshot, *, state: State, periods: Collection[Period], level: Level) -> None:
    """Read periods that are not usual ones at once, for whoever is about to ask for each of them."""
    usual = set(usual_periods(state))
    wanted = sorted(period for period in periods if period not in usual)
    if wanted:
        found = _read(snapshot, state, wanted, level)
        for period in wanted:
            snapshot.keep(("counts", state.kabupaten, level, period), partial(_by_area, found[period]))


def _of_period(snapshot: Snapshot, state: State, period: Period, level: Level) -> pd.DataFrame | None:
    if level is Level.FACILITY:  # one page asks for one period of the facilities
        return _read(snapshot, state, [period], level)[period]
    first = _first_asked(snapshot, state, level)
    if period in first:
        return first[period]
    usual = _usual(snapshot, state, level)
    return usual[period] if period in usual else _read(snapshot, state, [period], level)[period]


def _first_asked(snapshot: Snapshot, state: State, level: Level) -> _ByPeriod:
    """The periods that pages open with, and beside which these are shown: all usual ones but single months."""
    asked = [period for period in usual_periods(state) if not period.is_month]
    return snapshot.keep(("first counts", state.kabupaten, level), lambda: _read(snapshot, state, asked, level))


def _usual(snapshot: Snapshot, state: State, level: Level) -> _ByPeriod:
    asked = usual_periods(state)
    return snapshot.keep(("usual counts", state.kabupaten, level), lambda: _read(snapshot, state, asked, level))


def _read(snapshot: Snapshot, state: State, periods: Sequence[Period], level: Level) -> _ByPeriod:
    if not periods:
        return {}
    rows = snapshot.read(
        "indicator_values",
        indicators=[entry.id for entry in catalogue().indicators.values() if entry.numerator],
        kabupaten=state.kabupaten,
        level=str(level),
        starts=[period.start for period in periods],
        ends=[period.end for period in periods],
    )
    rows = rows.astype(_TYPES)
    found = dict(iter(rows.groupby(["period_start", "period_end"])))
    return {period: found.get((pd.Timestamp(period.start), pd.Timestamp(period.end))) for period in periods}


def _by_area(rows: pd.DataFrame | None) -> dict[tuple[str, str], Counts]:
    if rows is None:
        return {}
    columns = {name: rows[name].tolist() for name in Counts._fields if name not in _MONTHS}
    for name in ("numerator", "denominator"):
        columns[name] = [None if value != value else value for value in columns[name]]
    for name in _MONTHS:  # as days, which numpy hands out as dates, and what is missing as None
        columns[name] = rows[name].to_numpy().astype("datetime64[D]").astype(object).tolist()
    return dict(
        zip(
            zip(rows["indicator"].tolist(), rows["area"].tolist(), strict=True),
            map(Counts._make, zip(*(columns[name] for name in Counts._fields), strict=True)),
            strict=True,
        )
    )
