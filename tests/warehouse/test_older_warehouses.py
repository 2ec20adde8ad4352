"""A warehouse written by the version before: it lacks columns and a table, and goes on as if it had them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pyarrow as pa
import pytest
from deltalake import write_deltalake

from indicators import warehouse
from indicators.warehouse import Accepted, Confirmed, Submission, tables
from indicators.warehouse.submission import as_rows

FileOf = Callable[..., Submission]

MENDOYO_1 = "51.01.P07"
# The columns of `submissions` in version 0.1.0.
FIRST_COLUMNS = [
    "event", "submission", "recorded_at", "recorded_by", "reason", "kabupaten", "dataset", "mode", "file_name",
    "checksum", "rows", "scope",
]  # fmt: skip
FIRST_TABLES = ["observations", "published", "innovations"]


def births(file_of: FileOf, value: float) -> Submission:
    return file_of("births", {(MENDOYO_1, "2025-01"): {"live_births": value}})


def visible() -> list[float]:
    frame = warehouse.current().read(
        "unit_values", dataset="births", kabupaten="51.01", start=date(2025, 1, 1), end=date(2025, 1, 31)
    )
    chosen = frame[(frame["unit"] == MENDOYO_1) & (frame["element"] == "live_births")]
    return [float(value) for value in chosen["value"]]


@pytest.fixture
def older_warehouse(empty_warehouse: Path, file_of: FileOf) -> Path:
    """One file of births, published in September 2026 by version 0.1.0."""
    event, rows = as_rows(births(file_of, 20), identifier="000000000001", at=datetime(2026, 9, 1, tzinfo=UTC))
    contents = {**{name: tables.SCHEMAS[name].empty_table() for name in FIRST_TABLES}, **dict(rows)}
    for name, content in contents.items():
        partitions = ["year"] if name == "observations" else None
        write_deltalake(empty_warehouse / name, content, partition_by=partitions)
    write_deltalake(empty_warehouse / "submissions", pa.table(event.select(FIRST_COLUMNS)))
    return empty_warehouse


def test_it_is_read_as_it_was(older_warehouse: Path) -> None:
    assert visible() == [20]
    history = warehouse.current().read("submission_history", kabupaten="51.01")
    assert history["submission"].tolist() == ["000000000001"]
    assert warehouse.current().read("confirmed_names", kabupaten="51.01").empty
    assert not (older_warehouse / "confirmed_names").exists()


def test_its_first_new_submission_brings_the_new_columns_and_table(older_warehouse: Path, file_of: FileOf) -> None:
    named = replace(
        births(file_of, 21),
        accepted=(Accepted(rule="far_from_past", message="Jauh dari biasanya.", reason="Sudah dicek.", rows=(2, 3)),),
        confirmed=(Confirmed(kind="puskesmas", written="Mendoyo I", meaning=MENDOYO_1),),
    )
    receipt = warehouse.publish(named)
    assert receipt.version == 1
    assert visible() == [21]
    names = warehouse.current().read("confirmed_names", kabupaten="51.01")
    assert names[["kind", "written", "meaning"]].values.tolist() == [["puskesmas", "Mendoyo I", MENDOYO_1]]
    warehouse.undo(receipt.submission, by="ana")
    assert visible() == [20]


def test_its_submissions_can_be_undone(older_warehouse: Path) -> None:
    warehouse.undo("000000000001", by="ana")
    assert visible() == []


def test_files_of_both_versions_can_be_merged(older_warehouse: Path, file_of: FileOf) -> None:
    warehouse.publish(births(file_of, 21))
    for name in tables.SCHEMAS:
        tables.compact(name, above=1)
    assert len(tables.files("submissions")) == 1
    assert visible() == [21]


def test_it_can_be_restored(older_warehouse: Path, file_of: FileOf) -> None:
    warehouse.publish(replace(births(file_of, 21), accepted=(Accepted("r", "m", "a"),)))
    assert warehouse.restore()[1:] == (2, 0)
    assert visible() == [21]
