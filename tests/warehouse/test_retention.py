"""Names of staff are kept for a time that is a setting, then removed from the history and from disk."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from indicators import warehouse
from indicators.catalogue import catalogue
from indicators.warehouse import SamePersonError, Submission, events, tables
from indicators.warehouse.submission import as_rows, event_row
from indicators.wording import warehouse as say

FileOf = Callable[..., Submission]

DAYS = catalogue().settings.staff_names_kept_days
NOW = datetime.now(UTC)
LONG_AGO = NOW - timedelta(days=DAYS + 30)
MENDOYO_1 = "51.01.P07"


def births(file_of: FileOf, value: float) -> Submission:
    sent = file_of("births", {(MENDOYO_1, "2025-01"): {"live_births": value}})
    return replace(sent, by="Wayan Sudiarta", account="wayan.s")


def stored(file_of: FileOf, identifier: str, at: datetime, *, event: str = "publish") -> None:
    committing, rows = as_rows(births(file_of, 20), identifier=identifier, at=at, event=event)
    for name, content in rows:
        tables.append(name, content)
    tables.append("submissions", committing)


@pytest.fixture
def old_and_new(empty_warehouse: Path, file_of: FileOf) -> Path:
    """One submission older than names are kept, with its undo, one of yesterday, and what is shipped."""
    tables.create()
    seeded, rows = as_rows(replace(births(file_of, 1), by=say.SEED_BY, account=""), identifier="seed", at=LONG_AGO)
    tables.append("observations", dict(rows)["observations"])
    tables.append("submissions", seeded)
    stored(file_of, "old", LONG_AGO)
    undo = event_row("undo", "old", at=LONG_AGO + timedelta(days=1), recorded_by="Ketut Rai", account="ketut")
    tables.append("submissions", undo)
    stored(file_of, "new", NOW - timedelta(days=1))
    return empty_warehouse


def history() -> dict[str, tuple[str, object]]:
    rows = warehouse.current().rows("submission_history", kabupaten="51.01")
    return {row.submission: (row.published_by, row.reversed_by) for row in rows}


def files_with(folder: Path, word: str) -> list[str]:
    return [path.name for path in folder.rglob("*") if path.is_file() and word.encode() in path.read_bytes()]


def test_the_history_shows_no_name_older_than_the_setting(old_and_new: Path) -> None:
    shown = history()
    assert shown["old"] == (say.NAME_FORGOTTEN, say.NAME_FORGOTTEN)
    assert shown["new"][0] == "Wayan Sudiarta"
    assert shown["seed"][0] == say.SEED_BY


def test_old_names_leave_the_disk_and_the_rest_stays(old_and_new: Path) -> None:
    before = warehouse.current().read("submission_history", kabupaten="51.01")
    assert files_with(old_and_new, "Ketut Rai")
    assert warehouse.forget_names(NOW.date()) == 2
    # What lay in the files before is kept for seven days, for readers of older versions.
    assert files_with(old_and_new, "Ketut Rai")
    for entry in (old_and_new / "submissions" / "_delta_log").iterdir():
        os.utime(entry, (time.time() - 60 * 24 * 3600,) * 2)
    assert warehouse.forget_names(NOW.date(), kept=timedelta(0)) == 0
    assert files_with(old_and_new, "Ketut Rai") == files_with(old_and_new, "ketut") == []
    assert files_with(old_and_new, "Wayan Sudiarta")
    assert warehouse.current().read("submission_history", kabupaten="51.01").equals(before)


def test_where_no_name_is_old_nothing_is_written(old_and_new: Path) -> None:
    warehouse.forget_names(NOW.date())
    version = warehouse.current_version()
    assert warehouse.forget_names(NOW.date()) == 0
    assert warehouse.current_version() == version


def test_the_next_submission_goes_on_after_names_were_forgotten(old_and_new: Path, file_of: FileOf) -> None:
    warehouse.forget_names(NOW.date(), kept=timedelta(0))
    receipt = warehouse.publish(births(file_of, 30))
    assert warehouse.current().version == receipt.version
    assert history()[receipt.submission][0] == "Wayan Sudiarta"


def test_nobody_verifies_what_an_unknown_person_sent(empty_warehouse: Path, file_of: FileOf) -> None:
    tables.create()
    stored(file_of, "waits", LONG_AGO, event="submit")
    warehouse.forget_names(NOW.date())
    with pytest.raises(SamePersonError, match="tidak disimpan lagi"):
        warehouse.verify("waits", by="Budi", account="budi")
    warehouse.reject("waits", by="Budi", reason="nama pengirim tidak ada")


def test_files_that_no_submission_refers_to_are_cleared_away_once_they_are_old(
    empty_warehouse: Path, file_of: FileOf
) -> None:
    content = b"kode_puskesmas;lahir_hidup"
    warehouse.publish(replace(births(file_of, 20), file=content, checksum=hashlib.sha256(content).hexdigest()))
    month_ago = time.time() - 30 * 24 * 3600
    for name, aged in (("0" * 64, True), ("1" * 64, False), (".half.part", True)):
        path = empty_warehouse / "files" / name
        path.write_bytes(b"")
        if aged:
            os.utime(path, (month_ago, month_ago))
    (kept,) = (path for path in (empty_warehouse / "files").iterdir() if path.stat().st_size)
    os.utime(kept, (month_ago, month_ago))
    warehouse.forget_names(NOW.date())
    assert sorted(path.name for path in (empty_warehouse / "files").iterdir()) == sorted(["1" * 64, kept.name])


def test_an_empty_folder_has_nothing_to_forget(empty_warehouse: Path) -> None:
    assert warehouse.forget_names(date(2026, 11, 22)) == 0
    assert events.all_events().empty


def test_tidying_up_a_young_warehouse_makes_no_data_version(empty_warehouse: Path, file_of: FileOf) -> None:
    """Every page would be computed anew for nothing, and readers would wonder what had changed."""
    version = warehouse.publish(births(file_of, 20)).version
    assert warehouse.forget_names(NOW.date()) == 0
    assert warehouse.current_version() == version
