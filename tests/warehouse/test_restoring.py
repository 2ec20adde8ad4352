"""Broken files are named with the command that mends them, and that command keeps all that can be read."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from indicators import warehouse
from indicators.vocabulary import Mode
from indicators.warehouse import Submission, WarehouseError, seeding, tables

FileOf = Callable[..., Submission]

MENDOYO_1, MENDOYO_2 = "51.01.P07", "51.01.P08"
COMMAND = "python -m indicators restore"


@pytest.fixture
def small_warehouse(empty_warehouse: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A warehouse that ships one file of sample data beside the public figures, so that filling it takes no time."""
    shipped = tmp_path / "sample" / "51.01"
    shipped.mkdir(parents=True)
    shutil.copy(seeding.SAMPLE_FOLDER / "51.01" / "births_2024.csv", shipped)
    monkeypatch.setattr(seeding, "SAMPLE_FOLDER", shipped.parent)
    warehouse.ensure_filled()
    return empty_warehouse


def births(file_of: FileOf, facility: str, value: float, **fields: object) -> Submission:
    return file_of("births", {(facility, "2024-01"): {"live_births": value, "stillbirths": 0}}, **fields)


def live_births(facility: str) -> float:
    frame = warehouse.current().read(
        "unit_values", dataset="births", kabupaten="51.01", start=date(2024, 1, 1), end=date(2024, 1, 31)
    )
    return float(frame[(frame["unit"] == facility) & (frame["element"] == "live_births")]["value"].item())


def open_as_a_page_does() -> None:
    warehouse.ensure_filled()
    warehouse.current()


def newest(folder: Path, pattern: str) -> Path:
    return max(folder.rglob(pattern), key=lambda path: path.stat().st_mtime_ns)


def garbage(path: Path) -> None:
    path.write_bytes(b"not a table")


def halve(path: Path) -> None:
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2])


DAMAGE: dict[str, Callable[[Path], None]] = {
    "a file of observations is missing": lambda w: newest(w / "observations", "*.parquet").unlink(),
    "a file of observations is garbage": lambda w: garbage(newest(w / "observations", "*.parquet")),
    "a file of observations is cut off": lambda w: halve(newest(w / "observations", "*.parquet")),
    "a file of observations is empty": lambda w: newest(w / "observations", "*.parquet").write_bytes(b""),
    "a file of submissions is garbage": lambda w: garbage(newest(w / "submissions", "*.parquet")),
    "a file of submissions is missing": lambda w: newest(w / "submissions", "*.parquet").unlink(),
    "a table is missing": lambda w: shutil.rmtree(w / "published"),
    "the log of a table is missing": lambda w: shutil.rmtree(w / "observations" / "_delta_log"),
    "a log is garbage": lambda w: garbage(newest(w / "observations" / "_delta_log", "*.json")),
    "the log of submissions is garbage": lambda w: garbage(newest(w / "submissions" / "_delta_log", "*.json")),
    "the log of submissions is missing": lambda w: shutil.rmtree(w / "submissions" / "_delta_log"),
    "all submissions are missing": lambda w: shutil.rmtree(w / "submissions"),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_a_damaged_warehouse_names_the_command_that_mends_it(
    small_warehouse: Path, file_of: FileOf, damage: str
) -> None:
    warehouse.publish(births(file_of, MENDOYO_1, 77))
    DAMAGE[damage](small_warehouse)
    with pytest.raises(WarehouseError, match=COMMAND):
        open_as_a_page_does()


@pytest.mark.parametrize("damage", ["the log of submissions is missing", "all submissions are missing"])
def test_nothing_is_published_over_submissions_that_are_gone(
    small_warehouse: Path, file_of: FileOf, damage: str
) -> None:
    warehouse.publish(births(file_of, MENDOYO_1, 77))
    DAMAGE[damage](small_warehouse)
    with pytest.raises(WarehouseError, match=COMMAND):
        warehouse.publish(births(file_of, MENDOYO_1, 78))


def test_publishing_into_unreadable_submissions_is_refused(small_warehouse: Path, file_of: FileOf) -> None:
    warehouse.publish(births(file_of, MENDOYO_1, 77))
    garbage(newest(small_warehouse / "submissions", "*.parquet"))
    with pytest.raises(WarehouseError, match=COMMAND):
        warehouse.publish(births(file_of, MENDOYO_1, 78))


@pytest.mark.parametrize("damage", DAMAGE)
def test_restoring_makes_every_damage_readable_again(small_warehouse: Path, file_of: FileOf, damage: str) -> None:
    warehouse.publish(births(file_of, MENDOYO_1, 77))
    DAMAGE[damage](small_warehouse)
    aside, carried, lost = warehouse.restore()
    assert aside is not None
    assert aside.parent == small_warehouse
    assert carried + lost <= 1
    assert (live_births(MENDOYO_1) == 77) == (carried == 1)
    figures = warehouse.current().read("published_values", kabupaten="35.10", areas=["00"], indicators=["aki"])
    assert not figures.empty


def test_restoring_keeps_what_staff_sent_in_front_of_what_is_shipped(small_warehouse: Path, file_of: FileOf) -> None:
    receipt = warehouse.publish(births(file_of, MENDOYO_1, 77))
    shutil.rmtree(small_warehouse / "published")
    assert warehouse.restore()[1:] == (1, 0)
    assert live_births(MENDOYO_1) == 77
    history = warehouse.current().read("submission_history", kabupaten="51.01")
    assert history["submission"].iloc[0] == receipt.submission
    assert history["published_at"].iloc[0] == receipt.at
    assert history["published_by"].iloc[0] == "ana"
    warehouse.undo(receipt.submission, by="ana")
    assert live_births(MENDOYO_1) != 77


def test_restoring_reports_the_submissions_that_cannot_be_read(small_warehouse: Path, file_of: FileOf) -> None:
    warehouse.publish(births(file_of, MENDOYO_1, 77))
    before = live_births(MENDOYO_2)
    warehouse.publish(births(file_of, MENDOYO_2, 88))
    garbage(newest(small_warehouse / "observations", "*.parquet"))
    assert warehouse.restore()[1:] == (1, 1)
    assert live_births(MENDOYO_1) == 77
    assert live_births(MENDOYO_2) == before


def test_restoring_keeps_undone_submissions_undone_and_the_mode_switched(
    small_warehouse: Path, file_of: FileOf
) -> None:
    kept = warehouse.publish(births(file_of, MENDOYO_1, 77, mode=Mode.OFFICIAL))
    undone = warehouse.publish(births(file_of, MENDOYO_1, 78, mode=Mode.OFFICIAL))
    warehouse.undo(undone.submission, by="budi")
    warehouse.switch_mode("51.01", Mode.OFFICIAL, by="ana")
    shutil.rmtree(small_warehouse / "innovations")
    assert warehouse.restore()[1:] == (2, 0)
    snapshot = warehouse.current()
    assert snapshot.read("kabupaten_state", kabupaten="51.01")["mode"].item() == "resmi"
    history = snapshot.read("submission_history", kabupaten="51.01").set_index("submission")["active"]
    assert history[kept.submission]
    assert not history[undone.submission]
    assert live_births(MENDOYO_1) == 77


def test_restoring_counts_no_row_twice_after_files_were_merged(small_warehouse: Path, file_of: FileOf) -> None:
    warehouse.publish(births(file_of, MENDOYO_1, 77))
    warehouse.publish(births(file_of, MENDOYO_2, 88))
    tables.compact("observations", above=1)
    shutil.rmtree(small_warehouse / "published")
    assert warehouse.restore()[1:] == (2, 0)
    assert (live_births(MENDOYO_1), live_births(MENDOYO_2)) == (77, 88)


def test_restoring_a_sound_warehouse_twice_changes_nothing_visible(small_warehouse: Path, file_of: FileOf) -> None:
    warehouse.publish(births(file_of, MENDOYO_1, 77))
    first = warehouse.restore()
    second = warehouse.restore()
    assert first[0] != second[0]
    assert first[1:] == second[1:] == (1, 0)
    assert live_births(MENDOYO_1) == 77


def test_restoring_where_nothing_lies_fills_the_folder(empty_warehouse: Path) -> None:
    assert warehouse.restore() == (None, 0, 0)
    assert warehouse.current_version() == 0


def test_restoring_leaves_what_lies_beside_the_tables(small_warehouse: Path) -> None:
    (small_warehouse / "accounts.json").write_text("{}")
    warehouse.restore()
    assert (small_warehouse / "accounts.json").read_text() == "{}"
