"""A small official Jembrana: ten puskesmas in five kecamatan, whose reports a test writes itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pandas as pd
import pytest

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.vocabulary import Mode, Period
from indicators.warehouse import Receipt, Submission

JEMBRANA = "51.01"

Send = Callable[..., Receipt]


@pytest.fixture
def official(empty_warehouse: Path) -> Path:
    """An empty warehouse in which Jembrana shows official data."""
    warehouse.switch_mode(JEMBRANA, Mode.OFFICIAL, by="ana")
    return empty_warehouse


@pytest.fixture
def send(official: Path, file_of: Callable[..., Submission]) -> Send:
    """Publishes one file of all puskesmas.

    each: the values every puskesmas sends for every period; but: other values by (puskesmas, period), None for a
    report that is missing.
    """

    def publish(
        dataset: str,
        periods: Sequence[str],
        each: Mapping[str, float],
        but: Mapping[tuple[str, str], Mapping[str, float] | None] | None = None,
        mode: Mode = Mode.OFFICIAL,
    ) -> Receipt:
        rows: dict[tuple[str, str], Mapping[str, float] | None] = {
            (facility.id, period): each for facility in all_kabupaten()[JEMBRANA].puskesmas for period in periods
        }
        rows |= but or {}
        return warehouse.publish(
            file_of(dataset, {key: row for key, row in rows.items() if row is not None}, mode=mode)
        )

    return publish


@pytest.fixture
def entries_of(empty_warehouse: Path, record: Callable[..., Receipt]) -> Callable[..., Receipt]:
    """`record`, into a warehouse that holds nothing else."""
    return record


@pytest.fixture
def quote(empty_warehouse: Path) -> Callable[..., Receipt]:
    """Publishes one figure of others about a kabupaten, its province or the nation."""

    def publish(
        indicator: str,
        year: int,
        value: float,
        *,
        kabupaten: str = JEMBRANA,
        area: str | None = None,
        measure: str = "routine",
        content: str = "value",
        low: float | None = None,
        high: float | None = None,
        mode: Mode = Mode.OFFICIAL,
    ) -> Receipt:
        area = area or kabupaten
        period = Period.year(year)
        row = {
            "area": area,
            "indicator": indicator,
            "content": content,
            "measure": measure,
            "period_start": period.start,
            "period_end": period.end,
            "value": value,
            "low": low,
            "high": high,
            "sign": "",
            "source": "Dinas Kesehatan",
            "url": "",
            "note": "",
        }
        frame = pd.DataFrame([row]).astype({"low": float, "high": float})
        return warehouse.publish(
            Submission(
                dataset="published_values",
                kabupaten=kabupaten,
                mode=mode,
                file_name="angka.csv",
                checksum="",
                by="ana",
                reason="",
                scope=((f"{area}/{indicator}/{content}/{measure}", period),),
                published=frame,
            )
        )

    return publish
