"""Asking a data version: reads and their parameters, threads, previews, versions, and the lock on everything else."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest
from deltalake import DeltaTable

from indicators import warehouse
from indicators.catalogue import ROOT
from indicators.sample import planned_kabupaten
from indicators.vocabulary import Mode
from indicators.warehouse import ReadError, Submission, submission, tables

FileOf = Callable[..., Submission]

MENDOYO_1, MENDOYO_2 = "51.01.P07", "51.01.P08"

# Parameters with which each read must give rows from what is shipped.
SHIPPED: dict[str, dict[str, Any]] = {
    "confirmed_names": {"kabupaten": "35.10"},
    "kabupaten_events": {"kabupaten": "35.10"},
    "locked_periods": {"kabupaten": "35.10"},
    "waiting_submissions": {"kabupaten": "35.10"},
    "submission_changes": {"submission": "000000000000", "kabupaten": "35.10"},
    "submission_scope": {"submission": "000000000000", "kabupaten": "35.10"},
    "visible_values": {"kabupaten": "35.10", "start": date(2024, 1, 1), "end": date(2024, 1, 31)},
    "element_values": {
        "elements": ["live_births"],
        "kabupaten": "35.10",
        "level": "kecamatan",
        "start": date(2024, 1, 1),
        "end": date(2024, 12, 31),
    },
    "indicator_months": {
        "indicators": ["aki"],
        "kabupaten": "35.10",
        "area": "35.10",
        "start": date(2024, 1, 1),
        "end": date(2024, 12, 31),
    },
    "indicator_values": {
        "indicators": ["aki", "k4", "stunting_eppgbm"],
        "kabupaten": "35.10",
        "level": "facility",
        "starts": [date(2024, 1, 1)],
        "ends": [date(2024, 12, 31)],
    },
    "innovation_months": {"kabupaten": "35.10", "start": date(2026, 1, 1), "end": date(2026, 12, 31)},
    "innovations": {"kabupaten": "35.10"},
    "innovations_sent": {"kabupaten": "35.10"},
    "kabupaten_state": {"kabupaten": "51.01"},
    "list_entries": {"kabupaten": "35.10"},
    "list_keys": {"dataset": "innovation_registry", "kabupaten": "51.01"},
    "mode_effect": {"kabupaten": "35.10", "mode": "resmi"},
    "mode_history": {"kabupaten": "35.10"},
    "parts_and_wholes": {
        "rules": ["total"] * 2,
        "sides": ["part", "whole"],
        "elements": ["children_stunted", "children_measured"],
        "kabupaten": "35.10",
    },
    "published_units": {"kabupaten": "63.11"},
    "published_values": {"kabupaten": "51.01", "areas": ["00"], "indicators": ["aki"]},
    "reporting": {"kabupaten": "63.11", "start": date(2024, 1, 1), "end": date(2024, 12, 31)},
    "reports": {"kabupaten": "63.11", "start": date(2024, 1, 1), "end": date(2024, 12, 31)},
    "stored_totals": {"kabupaten": "35.10", "start": date(2024, 1, 1), "end": date(2024, 12, 31)},
    "submission_history": {"kabupaten": "63.11"},
    "submission_units": {"kabupaten": "63.11"},
    "targets_reached": {
        "rules": ["k1"] * 2,
        "sides": ["part", "whole"],
        "elements": ["antenatal_first_visits", "pregnant_women_target"],
        "kabupaten": "35.10",
    },
    "terminal_digits": {"kabupaten": "35.10"},
    "timeliness": {"kabupaten": "35.10", "today": date(2026, 11, 21)},
    "unit_months": {
        "elements": ["live_births"],
        "kabupaten": "35.10",
        "start": date(2024, 1, 1),
        "end": date(2024, 12, 31),
    },
    "unit_values": {
        "dataset": "annual_targets",
        "kabupaten": "51.01",
        "start": date(2024, 1, 1),
        "end": date(2024, 12, 31),
    },
}

# Nobody has switched, locked, confirmed or sent anything yet, totals in particular.
WITHOUT_ROWS = {
    "confirmed_names",
    "innovation_months",
    "kabupaten_events",
    "locked_periods",
    "mode_history",
    "stored_totals",
    "submission_changes",
    "submission_scope",
    "timeliness",
    "waiting_submissions",
}


@pytest.mark.parametrize("name", sorted(warehouse.list_reads()))
def test_every_read_answers_from_what_is_shipped(shared_warehouse: Path, name: str) -> None:
    assert name in SHIPPED, f"give representative parameters for {name}"
    frame = warehouse.current().read(name, **SHIPPED[name])
    assert frame.empty == (name in WITHOUT_ROWS)
    assert len(list(warehouse.current().rows(name, **SHIPPED[name]))) == len(frame)


@pytest.mark.parametrize("kabupaten", ["35.10", "51.01", "63.11"])
def test_every_kabupaten_sees_the_figures_of_the_nation(shared_warehouse: Path, kabupaten: str) -> None:
    frame = warehouse.current().read("published_values", kabupaten=kabupaten, areas=["00"], indicators=["aki"])
    census = frame[(frame["measure"] == "census") & (frame["content"] == "value")]
    assert census["value"].tolist() == [189.0]


def test_every_kabupaten_starts_with_the_sample_from_january_2022_to_october_2026(shared_warehouse: Path) -> None:
    for code in planned_kabupaten():
        state = warehouse.current().read("kabupaten_state", kabupaten=code).iloc[0]
        assert state["mode"] == "contoh"
        assert state["first_month"].date() == date(2022, 1, 1)
        assert state["last_month"].date() == date(2026, 10, 1)


@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        ("no_such_read", {}),
        ("kabupaten_state", {}),
        ("kabupaten_state", {"kabupaten": "35.10", "level": "kecamatan"}),
        ("kabupaten_state", {"area": "35.10"}),
        ("reporting", {"kabupaten": "35.10", "start": "kemarin", "end": "2024-12-31"}),
        ("published_values", {"kabupaten": "35.10", "areas": "35.10", "indicators": ["aki"]}),
    ],
)
def test_an_unknown_read_and_wrong_parameters_are_refused(
    shared_warehouse: Path, name: str, parameters: dict[str, Any]
) -> None:
    with pytest.raises(ReadError, match=name):
        warehouse.current().read(name, **parameters)


def test_a_parameter_is_a_value_and_never_part_of_the_question(shared_warehouse: Path) -> None:
    frame = warehouse.current().read("kabupaten_state", kabupaten="35.10' or '1'='1")
    assert frame.empty


def test_threads_that_ask_at_once_get_their_own_answers(shared_warehouse: Path) -> None:
    snapshot = warehouse.current()
    questions = [(code, year) for code in planned_kabupaten() for year in (2022, 2023, 2024, 2025)]

    def births(question: tuple[str, int]) -> float:
        code, year = question
        frame = snapshot.read(
            "element_values",
            elements=["live_births"],
            kabupaten=code,
            level="kabupaten",
            start=date(year, 1, 1),
            end=date(year, 12, 31),
        )
        assert frame["area"].tolist() == [code]
        return float(frame["value"].item())

    alone = {question: births(question) for question in questions}
    assert len(set(alone.values())) == len(questions)
    with ThreadPoolExecutor(max_workers=8) as pool:
        asked = questions * 10
        assert list(pool.map(births, asked)) == [alone[question] for question in asked]


def test_threads_that_open_a_version_at_once_share_one(unread_warehouse: Path) -> None:
    with ThreadPoolExecutor(max_workers=8) as pool:
        snapshots = list(pool.map(lambda _: warehouse.current(), range(8)))
    assert all(snapshot is snapshots[0] for snapshot in snapshots)


@pytest.mark.parametrize(
    "statement",
    [
        "select * from read_text('/etc/hostname')",
        "copy (select 1) to '/tmp/should-not-exist.csv'",
        "install httpfs",
        "set enable_external_access = true",
        "attach '/tmp/should-not-exist.db'",
    ],
)
def test_a_snapshot_reaches_no_file_no_network_and_no_setting(shared_warehouse: Path, statement: str) -> None:
    cursor = warehouse.current()._loaded.cursor()
    with pytest.raises(duckdb.Error):
        cursor.execute(statement)


def live_births(snapshot: warehouse.Snapshot) -> dict[str, float]:
    frame = snapshot.read(
        "unit_values", dataset="births", kabupaten="51.01", start=date(2024, 1, 1), end=date(2024, 1, 31)
    )
    frame = frame[frame["element"] == "live_births"]
    return dict(zip(frame["unit"], frame["value"], strict=True))


def test_previews_show_what_would_be_and_store_nothing(empty_warehouse: Path, file_of: FileOf) -> None:
    first = warehouse.publish(file_of("births", {(MENDOYO_1, "2024-01"): {"live_births": 20}}))
    second = warehouse.publish(file_of("births", {(MENDOYO_1, "2024-01"): {"live_births": 21}}))
    official = file_of("births", {(MENDOYO_2, "2024-01"): {"live_births": 5}}, mode=Mode.OFFICIAL)
    warehouse.publish(official)
    files = sorted(str(path) for path in empty_warehouse.rglob("*.parquet"))
    snapshot = warehouse.current()

    pending = file_of("births", {(MENDOYO_1, "2024-01"): {"live_births": 30}})
    assert live_births(snapshot.with_pending(pending)) == {MENDOYO_1: 30}
    assert live_births(snapshot.with_undone(second.submission)) == {MENDOYO_1: 20}
    assert live_births(snapshot.with_undone(first.submission)) == {MENDOYO_1: 21}
    warehouse.undo(second.submission, by="ana")
    assert live_births(warehouse.current().with_redone(second.submission)) == {MENDOYO_1: 21}

    assert live_births(snapshot) == {MENDOYO_1: 21}
    assert live_births(warehouse.current()) == {MENDOYO_1: 20}
    assert warehouse.current_version() == 3
    assert len(sorted(empty_warehouse.rglob("*.parquet"))) == len(files) + 1  # the event of the undo


def test_a_preview_belongs_to_the_version_it_was_made_from(empty_warehouse: Path, file_of: FileOf) -> None:
    warehouse.publish(file_of("births", {(MENDOYO_1, "2024-01"): {"live_births": 20}}))
    snapshot = warehouse.current()
    warehouse.publish(file_of("births", {(MENDOYO_1, "2024-01"): {"live_births": 21}}))
    other = file_of("births", {(MENDOYO_2, "2024-01"): {"live_births": 5}})
    assert live_births(snapshot.with_pending(other)) == {MENDOYO_1: 20, MENDOYO_2: 5}


def test_a_version_is_opened_once_and_a_new_one_when_something_was_published(
    empty_warehouse: Path, file_of: FileOf
) -> None:
    warehouse.publish(file_of("births", {(MENDOYO_1, "2024-01"): {"live_births": 20}}))
    first = warehouse.current()
    assert warehouse.current() is first
    warehouse.publish(file_of("births", {(MENDOYO_1, "2024-01"): {"live_births": 21}}))
    second = warehouse.current()
    assert (first.version, second.version) == (0, 1)
    assert (live_births(first), live_births(second)) == ({MENDOYO_1: 20}, {MENDOYO_1: 21})


def test_an_empty_folder_has_no_version_and_cannot_be_asked(empty_warehouse: Path) -> None:
    assert warehouse.current_version() == -1
    with pytest.raises(warehouse.WarehouseError, match="python -m indicators restore"):
        warehouse.current()


def test_a_setting_that_is_left_empty_is_no_setting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KPI_WAREHOUSE", "")
    assert warehouse.folder() == ROOT / "data" / "warehouse"


def test_the_version_read_from_file_names_is_the_tables_own(empty_warehouse: Path) -> None:
    log = empty_warehouse / "submissions" / "_delta_log"
    for count in range(12):
        warehouse.switch_mode("51.01", Mode.SAMPLE, by="ana")
        assert warehouse.current_version() == DeltaTable(empty_warehouse / "submissions").version() == count
    DeltaTable(empty_warehouse / "submissions").create_checkpoint()
    assert list(log.glob("*.checkpoint.parquet"))
    assert warehouse.current_version() == 11

    # Delta removes commits that are older than its retention, 30 days, once a checkpoint holds them.
    month_ago = time.time() - 60 * 24 * 3600
    for commit in log.glob("*.json"):
        os.utime(commit, (month_ago, month_ago))
    DeltaTable(empty_warehouse / "submissions").cleanup_metadata()
    assert len(list(log.glob("*.json"))) < 12
    assert warehouse.current_version() == DeltaTable(empty_warehouse / "submissions").version() == 11
    receipt = warehouse.switch_mode("51.01", Mode.OFFICIAL, by="ana")
    assert receipt.version == warehouse.current_version() == 12
    assert warehouse.current().read("kabupaten_state", kabupaten="51.01")["mode"].item() == "resmi"


def test_the_version_stays_right_when_delta_writes_its_own_checkpoint(empty_warehouse: Path) -> None:
    log = empty_warehouse / "submissions" / "_delta_log"
    warehouse.switch_mode("51.01", Mode.OFFICIAL, by="ana")
    event = submission.event_row("mode", "0123456789ab", kabupaten="63.11", mode="resmi")
    while not list(log.glob("*.checkpoint*.parquet")):
        assert tables.append("submissions", event) == warehouse.current_version() < 250
    assert DeltaTable(empty_warehouse / "submissions").version() == warehouse.current_version()
    receipt = warehouse.switch_mode("51.01", Mode.SAMPLE, by="ana")
    assert receipt.version == warehouse.current_version()
    assert warehouse.current().read("kabupaten_state", kabupaten="51.01")["mode"].item() == "contoh"


def test_merging_files_leaves_what_is_visible(empty_warehouse: Path, file_of: FileOf) -> None:
    for month in range(1, 6):
        warehouse.publish(file_of("births", {(MENDOYO_1, f"2024-0{month}"): {"live_births": month}}))
    receipt = warehouse.publish(file_of("births", {(MENDOYO_1, "2024-01"): {"live_births": 50}}))
    before = live_births(warehouse.current())
    history = warehouse.current().read("submission_history", kabupaten="51.01")
    for name in tables.SCHEMAS:
        tables.compact(name, above=1)
    assert len(tables.files("observations")) < 6
    assert len(tables.files("submissions")) == 1
    assert live_births(warehouse.current()) == before == {MENDOYO_1: 50}
    assert warehouse.current().read("submission_history", kabupaten="51.01").equals(history)
    warehouse.undo(receipt.submission, by="ana")
    assert live_births(warehouse.current()) == {MENDOYO_1: 1}


def test_few_files_are_not_merged(empty_warehouse: Path, file_of: FileOf) -> None:
    for month in (1, 2):
        warehouse.publish(file_of("births", {(MENDOYO_1, f"2024-0{month}"): {"live_births": month}}))
    files = tables.files("observations")
    tables.compact("observations", above=len(files))
    assert tables.files("observations") == files
