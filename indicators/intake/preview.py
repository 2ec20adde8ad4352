"""Preview: what publishing would change, cell by cell, and which indicators it would move."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from indicators.areas import Kabupaten, all_kabupaten
from indicators.catalogue import Catalogue, Dataset, catalogue
from indicators.intake.known import stored_words
from indicators.intake.list_changes import entries_of, list_changes
from indicators.intake.snapshot import Snapshot
from indicators.vocabulary import Level, Period
from indicators.warehouse import Submission

EFFECTS = [
    "period", "indicator", "level", "area", "numerator_before", "denominator_before", "before",
    "numerator_after", "denominator_after", "after",
]  # fmt: skip
CELL = ["unit", "element", "period_start", "period_end"]
_SCOPE = ["unit", "period_start", "period_end"]
_PUBLISHED_DETAILS = ["low", "high", "sign", "source", "url", "note"]
_Codes = npt.NDArray[np.int64]


@dataclass(frozen=True)
class Changes:
    """How many stored values of the scope are added, changed, removed and unchanged.

    cells: one row a value that is not unchanged: unit, element, period_start, period_end (dates), old, new
    (NaN where there is none) and change (`added`, `changed`, `removed`). For published values the unit is the
    scope's key and the element the indicator. Of a list an entry is a value: the element is what it is called, old and
    new are texts of what differs.
    """

    added: int
    changed: int
    removed: int
    unchanged: int
    cells: pd.DataFrame

    @property
    def is_nothing(self) -> bool:
        return self.cells.empty


def changes(snapshot: Snapshot, submission: Submission) -> Changes:
    """What a submission does to the values visible now. Removed: visible, in scope, and blank in the file."""
    if submission.entries is not None:
        return _of_list(snapshot, submission)
    if submission.published is not None:
        old, new = _published(snapshot, submission)
    else:
        old, new = _observed(snapshot, submission)
    keys_old, keys_new = _keys(old, new)
    # The codes are in order, so the cells are too.
    keys, first = np.unique(np.concatenate([keys_old, keys_new]), return_index=True)
    sides = [(np.searchsorted(keys, of_side), side) for of_side, side in ((keys_old, old), (keys_new, new))]
    is_old, is_new = (_placed(at, True, False, len(keys)) for at, _ in sides)
    value_old, value_new = (_placed(at, side["value"], np.nan, len(keys)) for at, side in sides)
    details_old, details_new = (_placed(at, side["details"], "", len(keys)) for at, side in sides)
    same = is_old & is_new & (value_old == value_new) & (details_old == details_new)
    told = ~same
    cells = pd.concat([old[CELL], new[CELL]], ignore_index=True).iloc[first[told]]
    kinds = np.select([~is_new, ~is_old], ["removed", "added"], "changed")[told].astype(object)
    return Changes(
        added=int((kinds == "added").sum()),
        changed=int((kinds == "changed").sum()),
        removed=int((kinds == "removed").sum()),
        unchanged=int(same.sum()),
        cells=cells.assign(old=value_old[told], new=value_new[told], change=kinds).reset_index(drop=True),
    )


def _of_list(snapshot: Snapshot, submission: Submission) -> Changes:
    """As `changes`, entry by entry."""
    sent = submission.entries
    assert sent is not None  # the caller looked
    visible = snapshot.read("list_entries", kabupaten=submission.kabupaten)
    before = entries_of(visible[visible["dataset"] == submission.dataset])
    after = entries_of(sent)
    words = stored_words(snapshot, all_kabupaten()[submission.kabupaten])
    cells = list_changes(catalogue().datasets[submission.dataset], submission.kabupaten, before, after, words)
    counts = cells["change"].value_counts()
    added, changed, removed = (int(counts.get(kind, 0)) for kind in ("added", "changed", "removed"))
    return Changes(added, changed, removed, len(after) - added - changed, cells)


def touched_years(submission: Submission) -> tuple[Period, ...]:
    """The calendar years that a submission speaks for; of a list none."""
    if submission.entries is not None:
        return ()
    return tuple(Period.year(y) for y in sorted({p.start.year for _, p in submission.scope}))


def touched_indicators(dataset: Dataset, entries: Catalogue | None = None) -> tuple[str, ...]:
    """Indicators computed from a dataset's elements, in catalogue order."""
    elements = set(dataset.elements)
    indicators = (entries or catalogue()).indicators.values()
    return tuple(i.id for i in indicators if {*i.numerator, *i.denominator} & elements)


def kpi_effects(
    before: Snapshot,
    after: Snapshot,
    submission: Submission,
    *,
    kabupaten: Kabupaten,
    periods: Sequence[Period],
    entries: Catalogue | None = None,
) -> pd.DataFrame:
    """Which indicators move in which of the periods, for the kabupaten and the kecamatan that the submission touches.

    periods: no two begin alike. Columns: period (as text), indicator, level, area, numerator_before,
    denominator_before, before, numerator_after, denominator_after, after. before and after are in the indicator's
    unit, NaN where there is no value. Rows whose counts stay the same are left out.
    """
    entries = entries or catalogue()
    names = touched_indicators(entries.datasets[submission.dataset], entries)
    if not names:
        return pd.DataFrame(columns=EFFECTS)
    places = {f.id: f.kecamatan for f in kabupaten.facilities}
    kecamatan = {places[unit] for unit, _ in submission.scope if unit in places}
    parts = []
    for level, areas in ((Level.KABUPATEN, {kabupaten.code}), (Level.KECAMATAN, kecamatan)):
        old, new = (
            _values(snapshot, names, level, kabupaten=kabupaten, periods=periods, entries=entries)
            for snapshot in (before, after)
        )
        both = old.merge(new, on=["period", "indicator", "area"], how="outer", suffixes=("_before", "_after"))
        both.insert(2, "level", level.value)
        parts.append(both[both["area"].isin(areas)])
    effects = pd.concat(parts, ignore_index=True).rename(columns={"value_before": "before", "value_after": "after"})
    counts = [effects[[f"numerator_{when}", f"denominator_{when}"]].fillna(-1) for when in ("before", "after")]
    moved = (counts[0].to_numpy() != counts[1].to_numpy()).any(axis=1)
    order = effects["indicator"].map({name: place for place, name in enumerate(names)})
    told: pd.DataFrame = effects.assign(place=order)[moved].sort_values(["period", "place", "level", "area"])
    return told.drop(columns="place").reset_index(drop=True)


def _values(
    snapshot: Snapshot,
    names: tuple[str, ...],
    level: Level,
    *,
    kabupaten: Kabupaten,
    periods: Sequence[Period],
    entries: Catalogue,
) -> pd.DataFrame:
    """period, indicator, area, numerator, denominator, value."""
    frame = snapshot.read(
        "indicator_values",
        indicators=list(names),
        level=level.value,
        kabupaten=kabupaten.code,
        starts=[period.start for period in periods],
        ends=[period.end for period in periods],
    )
    frame = frame.assign(period=frame["period_start"].map({pd.Timestamp(p.start): str(p) for p in periods}))
    frame = frame[["period", "indicator", "area", "numerator", "denominator"]].astype(
        {"period": object, "indicator": object, "area": object, "numerator": float, "denominator": float}
    )
    multipliers = frame["indicator"].map({i.id: i.multiplier for i in entries.indicators.values()}).astype(float)
    is_rate = frame["indicator"].map({i.id: bool(i.denominator) for i in entries.indicators.values()}).astype(bool)
    rate = frame["numerator"] / frame["denominator"].where(frame["denominator"] > 0) * multipliers
    return frame.assign(value=rate.where(is_rate, frame["numerator"]))


def _observed(snapshot: Snapshot, submission: Submission) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The scope's values now, and those of the submission, both as CELL, value, details."""
    visible = snapshot.read(
        "unit_values",
        dataset=submission.dataset,
        kabupaten=submission.kabupaten,
        start=min(p.start for _, p in submission.scope),
        end=max(p.end for _, p in submission.scope),
    )
    sent = submission.observations
    new = _cells(None if sent is None else sent.rename(columns={"facility": "unit"}))
    return _within(_cells(visible), submission), new


def _published(snapshot: Snapshot, submission: Submission) -> tuple[pd.DataFrame, pd.DataFrame]:
    sent = submission.published
    assert sent is not None  # the caller looked
    visible = snapshot.read(
        "published_values",
        kabupaten=submission.kabupaten,
        areas=sorted(set(sent["area"])),
        indicators=sorted(set(sent["indicator"])),
    )
    return _within(_cells(_keyed(visible)), submission), _cells(_keyed(sent))


def _keyed(frame: pd.DataFrame) -> pd.DataFrame:
    """Published values with the unit that keys their scope.

    Source, bounds and notes as one text to compare.
    """
    unit = frame[["area", "indicator", "content", "measure"]].astype(str).agg("/".join, axis=1)
    details = frame[_PUBLISHED_DETAILS].astype(object).where(frame[_PUBLISHED_DETAILS].notna(), "")
    joined = details.astype(str).agg("\x1f".join, axis=1)
    return frame.assign(
        unit=unit if len(frame) else "", element=frame["indicator"], details=joined if len(frame) else ""
    )


def _cells(frame: pd.DataFrame | None) -> pd.DataFrame:
    """CELL, value, details with comparable types: text keys, dates, float values."""
    columns = [*CELL, "value", "details"]
    if frame is None or frame.empty:
        return pd.DataFrame({c: pd.Series(dtype=float if c == "value" else object) for c in columns})
    frame = frame.assign(
        unit=frame["unit"].astype(object),
        element=frame["element"].astype(object),
        period_start=_days(frame["period_start"]),
        period_end=_days(frame["period_end"]),
        value=frame["value"].astype(float),
    )
    if "details" not in frame:
        frame = frame.assign(details="")
    return frame[columns]


def _within(visible: pd.DataFrame, submission: Submission) -> pd.DataFrame:
    """Those of the visible values that the submission speaks for."""
    spoken_for = pd.DataFrame(
        [(unit, period.start, period.end) for unit, period in submission.scope], columns=_SCOPE, dtype=object
    )
    keys, scope = _keys(visible, spoken_for, columns=_SCOPE)
    return visible[np.isin(keys, scope)]


def _keys(one: pd.DataFrame, other: pd.DataFrame, *, columns: list[str] = CELL) -> tuple[_Codes, _Codes]:
    """A number a row of both frames: the same where the columns are, and in their order."""
    keys = np.zeros(len(one) + len(other), dtype=np.int64)
    for column in columns:
        codes, distinct = pd.factorize(pd.concat([one[column], other[column]], ignore_index=True), sort=True)
        keys = keys * len(distinct) + codes
    return keys[: len(one)], keys[len(one) :]


def _placed(at: _Codes, values: Any, otherwise: Any, length: int) -> npt.NDArray[Any]:
    """`values` at their places in an array that holds `otherwise` elsewhere."""
    found = np.full(length, otherwise, dtype=object if isinstance(otherwise, str) else None)
    found[at] = values
    return found


def _days(column: pd.Series) -> npt.NDArray[Any]:
    """Dates, whichever way they are written; there are few different ones."""
    codes, distinct = pd.factorize(column)
    return np.array(pd.to_datetime(distinct).date, dtype=object)[codes]
