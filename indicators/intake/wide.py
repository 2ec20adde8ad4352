"""Rows in numbers as one wide frame, and beside it what is stored, so that a rule looks at a whole column at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Protocol

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from indicators.areas import Facility
from indicators.vocabulary import Period

KEY = ["unit", "month"]
UNKNOWN_MONTH = -1


@dataclass(frozen=True)
class Counted:
    """A row in numbers.

    Counts: element -> count, without the blank ones. companions: elements of other datasets. desa: the code of
    the only desa it speaks for.
    """

    number: int
    facility: Facility | None
    period: Period | None
    counts: dict[str, int]
    companions: dict[str, int]
    unclear: frozenset[str] = frozenset()
    desa: str | None = None


class Headers(Protocol):
    """What a file calls its columns."""

    def header_of(self, element: str, *, otherwise: str) -> str: ...


class Stored:
    """Values that count now: rows of read `unit_values` (unit, element, period_start, value), of several datasets."""

    def __init__(self, frame: pd.DataFrame | None) -> None:
        if frame is None or frame.empty:
            frame = pd.DataFrame({c: pd.Series(dtype=object) for c in ("unit", "element", "period_start", "value")})
        starts = pd.to_datetime(frame["period_start"]).dt
        self._frame = pd.DataFrame(
            {
                "unit": frame["unit"].astype(object),
                "month": (starts.year * 12 + starts.month - 1).astype("int64"),
                "element": frame["element"].astype(object),
                "value": frame["value"].astype(float),
            }
        )

    @cached_property
    def _by_element(self) -> dict[str, pd.Series]:
        return {
            str(id_): part.drop_duplicates(KEY).set_index(KEY)["value"]
            for id_, part in self._frame.groupby("element", sort=False)
        }

    def of(self, element: str) -> pd.Series:
        """The values of one element by unit and month (see `month_number`)."""
        empty = pd.Series(dtype=float, index=pd.MultiIndex.from_arrays([[], []], names=KEY))
        return self._by_element.get(element, empty)

    def spoken_for(self, elements: Sequence[str]) -> set[tuple[str, int]]:
        """The (unit, month) with any value of these elements."""
        part = self._frame[self._frame["element"].isin(elements)]
        return set(zip(part["unit"], part["month"], strict=True))


@dataclass(frozen=True)
class WideCounts:
    """Counted rows, column by column; every array and frame has one entry a row, in the order of the file.

    numbers: as the spreadsheet numbers them. unit: facility id, empty where it is not known. month: see
    `month_number`, `UNKNOWN_MONTH` where it is not known. values, companions: counts by element, NaN where blank.
    unclear: element -> whether its cell could not be read, for elements with such a cell only.
    """

    numbers: NDArray[np.int64]
    unit: NDArray[np.object_]
    month: NDArray[np.int64]
    values: pd.DataFrame
    companions: pd.DataFrame
    unclear: Mapping[str, NDArray[np.bool_]]
    names: Mapping[str, str]

    @classmethod
    def of(cls, rows: Sequence[Counted]) -> WideCounts:
        values = pd.DataFrame.from_records([row.counts for row in rows], index=range(len(rows)))
        companions = pd.DataFrame.from_records([row.companions for row in rows], index=range(len(rows)))
        months = {row.period: month_number(row.period.start) for row in rows if row.period is not None}
        doubtful = {id_ for row in rows for id_ in row.unclear}
        return cls(
            numbers=np.array([row.number for row in rows], dtype=np.int64),
            unit=np.array(["" if row.facility is None else row.facility.id for row in rows], dtype=object),
            month=np.array(
                [UNKNOWN_MONTH if row.period is None else months[row.period] for row in rows], dtype=np.int64
            ),
            values=values.astype(float),
            companions=companions.astype(float),
            unclear={id_: np.array([id_ in row.unclear for row in rows], dtype=bool) for id_ in doubtful},
            names={row.facility.id: row.facility.name for row in rows if row.facility is not None},
        )

    @cached_property
    def filled(self) -> NDArray[np.bool_]:
        """Rows with at least one count."""
        return np.array(self.values.notna().any(axis=1), dtype=np.bool_)

    @cached_property
    def placed(self) -> NDArray[np.bool_]:
        """Filled rows whose unit and month are known."""
        named = np.array([bool(unit) for unit in self.unit], dtype=np.bool_)
        there: NDArray[np.bool_] = np.logical_and(self.filled & named, self.month != UNKNOWN_MONTH)
        return there

    @cached_property
    def key(self) -> pd.MultiIndex:
        return pd.MultiIndex.from_arrays([self.unit, self.month], names=KEY)

    def __len__(self) -> int:
        return len(self.numbers)

    def column(self, element: str) -> NDArray[np.float64]:
        """Counts of one element of the dataset; NaN where blank or without such a column."""
        return self._of(self.values, element)

    def companion(self, element: str) -> NDArray[np.float64]:
        """Counts of an element of another dataset, as far as the file has them."""
        return self._of(self.companions, element)

    def is_unclear(self, elements: Sequence[str]) -> NDArray[np.bool_]:
        """Rows where the cell of any of these elements could not be read."""
        found = np.zeros(len(self), dtype=bool)
        for id_ in elements:
            if id_ in self.unclear:
                found |= self.unclear[id_]
        return found

    def sent(self, element: str) -> pd.Series:
        """The counts of one element by unit and month, blank ones left out; the first of a duplicate."""
        there = self.placed & ~np.isnan(self.column(element))
        series = pd.Series(self.column(element)[there], index=self.key[there])
        return series[~series.index.duplicated()]

    def row_of(self) -> dict[tuple[str, int], int]:
        """The row number of a unit and month; the first of a duplicate."""
        there = self.placed
        keys = zip(self.unit[there][::-1], self.month[there][::-1], strict=True)
        return dict(zip(keys, (int(n) for n in self.numbers[there][::-1]), strict=True))

    def _of(self, frame: pd.DataFrame, element: str) -> NDArray[np.float64]:
        if element not in frame.columns:
            return np.full(len(self), np.nan)
        column: NDArray[np.float64] = frame[element].to_numpy()
        return column


def month_number(day: date) -> int:
    """Months counted through the years, so that neighbours differ by one."""
    return day.year * 12 + day.month - 1


def month_of(number: int) -> Period:
    """The month of a number."""
    return Period.month(number // 12, number % 12 + 1)
