"""Rows in numbers as one wide frame, and beside it what is stored, so that a rule looks at a whole column at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Any, Protocol

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from indicators.vocabulary import Period

KEY = ["unit", "month"]
UNKNOWN_MONTH = -1


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
    """Rows in numbers, column by column; every array and frame has one entry a row, in the order of the file.

    numbers: as the spreadsheet numbers them. facilities, periods: None where they are not clear. desa: the code of the
    only desa a row speaks for, None where it speaks for the unit. values, companions: counts by element of the dataset
    and of others, NaN where blank, without columns that are blank throughout. unclear: element -> whether its cell
    could not be read, for elements with such a cell only.
    """

    numbers: NDArray[np.object_]
    facilities: NDArray[np.object_]
    periods: NDArray[np.object_]
    desa: NDArray[np.object_]
    values: pd.DataFrame
    companions: pd.DataFrame
    unclear: Mapping[str, NDArray[np.bool_]]

    @cached_property
    def unit(self) -> NDArray[np.object_]:
        """Facility ids, empty where it is not known."""
        return objects("" if facility is None else facility.id for facility in self.facilities)

    @cached_property
    def month(self) -> NDArray[np.int64]:
        """See `month_number`; `UNKNOWN_MONTH` where it is not known."""
        starts = (UNKNOWN_MONTH if period is None else month_number(period.start) for period in self.periods)
        return np.fromiter(starts, dtype=np.int64, count=len(self))

    @cached_property
    def names(self) -> Mapping[str, str]:
        """Facility id -> name."""
        return {facility.id: facility.name for facility in self.facilities if facility is not None}

    @cached_property
    def known(self) -> NDArray[np.bool_]:
        """Rows whose unit and month are known."""
        there: NDArray[np.bool_] = (self.unit != "") & (self.month != UNKNOWN_MONTH)
        return there

    def groups(self, *, of_desa: bool) -> NDArray[np.int64]:
        """A number that rows of the same unit (and desa) and month share; a row that is not known is alone."""
        told = pd.DataFrame({"unit": self.unit, "month": self.month})
        if of_desa:
            told["desa"] = objects(code or "" for code in self.desa)
        found = told.groupby(list(told), sort=False).ngroup().to_numpy()
        return np.where(self.known, found, self.alone)

    @property
    def alone(self) -> NDArray[np.int64]:
        """Numbers of groups of one row each, beyond those of `groups`."""
        return len(self) + np.arange(len(self))

    def merged(self, group: NDArray[np.int64], *, sums: bool) -> WideCounts:
        """One row a group, the first with its counts summed or completed by those of the others; what is blank in all
        stays blank."""

        def counts(frame: pd.DataFrame) -> pd.DataFrame:
            of_group = frame.groupby(group, sort=False)
            return (of_group.sum(min_count=1) if sums else of_group.first()).reset_index(drop=True)

        return replace(
            self.take(np.flatnonzero(~pd.Series(group).duplicated())),
            values=counts(self.values),
            companions=counts(self.companions),
            unclear={
                id_: pd.Series(where).groupby(group, sort=False).any().to_numpy() for id_, where in self.unclear.items()
            },
        )

    def take(self, rows: NDArray[np.int64]) -> WideCounts:
        """These rows only."""
        return WideCounts(
            numbers=self.numbers[rows],
            facilities=self.facilities[rows],
            periods=self.periods[rows],
            desa=self.desa[rows],
            values=self.values.iloc[rows].reset_index(drop=True),
            companions=self.companions.iloc[rows].reset_index(drop=True),
            unclear={id_: where[rows] for id_, where in self.unclear.items()},
        )

    @cached_property
    def filled(self) -> NDArray[np.bool_]:
        """Rows with at least one count."""
        return np.array(self.values.notna().any(axis=1), dtype=np.bool_)

    @cached_property
    def placed(self) -> NDArray[np.bool_]:
        """Filled rows whose unit and month are known."""
        return self.filled & self.known

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
        return dict(zip(keys, self.numbers[there][::-1], strict=True))

    def _of(self, frame: pd.DataFrame, element: str) -> NDArray[np.float64]:
        if element not in frame.columns:
            return np.full(len(self), np.nan)
        column: NDArray[np.float64] = frame[element].to_numpy()
        return column


def objects(values: Iterable[Any]) -> NDArray[np.object_]:
    """An array of objects, one entry each, not looked into."""
    return np.fromiter(values, dtype=object)


def month_number(day: date) -> int:
    """Months counted through the years, so that neighbours differ by one."""
    return day.year * 12 + day.month - 1


def month_of(number: int) -> Period:
    """The month of a number."""
    return Period.month(number // 12, number % 12 + 1)
