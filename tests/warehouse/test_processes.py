"""Several processes at once, and processes that are killed: nothing doubled, nothing lost, nothing half visible."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.catalogue import ROOT, catalogue
from indicators.warehouse import Submission

FileOf = Callable[..., Submission]
SCRIPT = Path(__file__).with_name("publish_births.py")

MENDOYO_1, MENDOYO_2 = "51.01.P07", "51.01.P08"


def start(*arguments: str, die_before: str = "") -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, str(SCRIPT), *arguments],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "KPI_DIE_BEFORE": die_before},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def finish(*processes: subprocess.Popen[str]) -> None:
    for process in processes:
        _, said = process.communicate(timeout=120)
        assert process.returncode == 0, said


def kill_before(table: str, *arguments: str) -> None:
    """Start a process and kill it on its way to write a table."""
    process = start(*arguments, die_before=table)
    assert process.stdout is not None
    assert process.stdout.readline() == "waiting\n"
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=30)
    assert process.returncode == -signal.SIGKILL


def live_births(kabupaten: str = "51.01", year: int = 2024) -> dict[tuple[str, int], float]:
    frame = warehouse.current().read(
        "unit_values", dataset="births", kabupaten=kabupaten, start=date(year, 1, 1), end=date(year, 12, 31)
    )
    frame = frame[frame["element"] == "live_births"]
    return {(row.unit, row.period_start.month): float(row.value) for row in frame.itertuples()}


def shipped_submissions() -> int:
    """How many submissions a first start makes: a kabupaten's public figures and shipped lists, one a sample file."""
    observed = [d.id for d in catalogue().datasets.values() if d.stores == "observations"]
    files = [
        path
        for code in all_kabupaten()
        for path in (ROOT / "data" / "sample" / code).glob("*.csv")
        if path.stem.rpartition("_")[0] in observed
    ]
    public = 1 + sum(bool(d.shipped) for d in catalogue().list_datasets())
    return len(files) + public * len(all_kabupaten())


def number_of_submissions() -> int:
    snapshot = warehouse.current()
    return sum(len(snapshot.read("submission_history", kabupaten=code)) for code in all_kabupaten())


def test_processes_that_start_together_fill_the_warehouse_once(empty_warehouse: Path) -> None:
    finish(*(start("fill") for _ in range(3)))
    assert warehouse.current_version() == 0
    assert number_of_submissions() == shipped_submissions()


def test_a_first_start_that_is_killed_is_made_good_by_the_next(empty_warehouse: Path, shared_folder: Path) -> None:
    kill_before("submissions", "fill")
    assert (empty_warehouse / "observations").exists()
    assert warehouse.current_version() == -1
    warehouse.ensure_filled()
    assert warehouse.current_version() == 0
    assert number_of_submissions() == shipped_submissions()
    rows = [sum(1 for _ in (folder / "observations").rglob("*.parquet")) for folder in (empty_warehouse, shared_folder)]
    assert rows[0] == rows[1]


def test_a_process_killed_before_its_event_changes_nothing_and_blocks_nobody(
    empty_warehouse: Path, file_of: FileOf
) -> None:
    warehouse.publish(file_of("births", {(MENDOYO_1, "2024-01"): {"live_births": 20}}))
    kill_before("submissions", MENDOYO_1, "100", "1")
    assert len(list((empty_warehouse / "observations").rglob("*.parquet"))) >= 2
    assert warehouse.current_version() == 0
    assert live_births() == {(MENDOYO_1, 1): 20.0}
    receipt = warehouse.publish(file_of("births", {(MENDOYO_1, "2024-02"): {"live_births": 30}}))
    assert receipt.version == 1
    assert live_births() == {(MENDOYO_1, 1): 20.0, (MENDOYO_1, 2): 30.0}


def test_two_processes_that_publish_at_once_lose_nothing(empty_warehouse: Path, file_of: FileOf) -> None:
    warehouse.publish(file_of("births", {(MENDOYO_1, "2025-01"): {"live_births": 1}}))
    finish(start(MENDOYO_1, "100", "8"), start(MENDOYO_2, "200", "8"))
    assert warehouse.current_version() == 16
    assert live_births() == {
        **{(MENDOYO_1, month): 100.0 + month for month in range(1, 9)},
        **{(MENDOYO_2, month): 200.0 + month for month in range(1, 9)},
    }
    history = warehouse.current().read("submission_history", kabupaten="51.01")
    assert len(history) == 17
    assert history["published_at"].is_unique
