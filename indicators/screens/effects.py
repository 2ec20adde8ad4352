"""What publishing would do to the status of indicators: intake knows what moves, judgement how it is judged."""

from __future__ import annotations

import pandas as pd

from indicators.catalogue import Dataset, catalogue
from indicators.judgement.judged import Judged
from indicators.judgement.programmes import programme
from indicators.judgement.values import judge, state_of
from indicators.vocabulary import Level, Period
from indicators.warehouse import Snapshot, Submission
from indicators.wording import effects as say


def status_changes(before: Snapshot, after: Snapshot, effects: pd.DataFrame, *, kabupaten: str) -> list[str]:
    """One sentence for every indicator, area and year whose status against its target would become another.

    effects: rows of `intake.kpi_effects` with their `period`; only what moves there can change its status.
    The kabupaten comes first.
    """
    told: list[str] = []
    for level in (Level.KABUPATEN, Level.KECAMATAN):
        of_level = effects[effects["level"] == level]
        for period, moved in of_level.groupby("period", sort=False):
            keys = set(zip(moved["indicator"], moved["area"], strict=True))
            old, new = (
                _judged(snapshot, keys, kabupaten=kabupaten, period=Period.parse(str(period)), level=level)
                for snapshot in (before, after)
            )
            told += [
                say.status_change(
                    catalogue().indicators[value.indicator].short,
                    value.area_name,
                    value.period,
                    before=_status(old[key]),
                    after=_status(value),
                )
                for key, value in new.items()
                if _status(old[key]) != _status(value)
            ]
    return told


def programme_change(
    before: Snapshot, after: Snapshot, dataset: Dataset, submission: Submission, *, for_staff: bool
) -> list[str]:
    """What would be said of the programme that a file of counts belongs to, in its months; nothing where that stays."""
    if dataset.programme is None or dataset.is_list:
        return []
    entry = catalogue().programmes[dataset.programme]
    periods = [period for _, period in submission.scope]
    span = Period(min(period.start for period in periods), max(period.end for period in periods))
    old, new = (
        programme(
            snapshot,
            entry,
            state=state_of(snapshot, kabupaten=entry.kabupaten),
            period=span,
            for_staff=for_staff,
        ).finding
        for snapshot in (before, after)
    )
    return [say.programme_change(new)] if old != new else []


def _judged(
    snapshot: Snapshot, keys: set[tuple[str, str]], *, kabupaten: str, period: Period, level: Level
) -> dict[tuple[str, str], Judged]:
    indicators = [id_ for id_ in catalogue().indicators if id_ in {indicator for indicator, _ in keys}]
    found = judge(
        snapshot, indicators=indicators, kabupaten=kabupaten, period=period, level=level, may_see_small_cells=True
    )
    return {(v.indicator, v.area): v for v in found if (v.indicator, v.area) in keys}


def _status(value: Judged) -> str | None:
    """The status as it is written; None where there is no target to be judged against."""
    return None if value.verdict is None else say.STATUS[value.verdict.status]
