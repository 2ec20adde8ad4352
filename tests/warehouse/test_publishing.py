"""Publish, undo, redo and switch of mode: receipts, what becomes visible, and what is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from indicators import warehouse
from indicators.vocabulary import Mode
from indicators.warehouse import StaleError, Submission, WarehouseError, events, tables

FileOf = Callable[..., Submission]

MENDOYO_1, MENDOYO_2 = "51.01.P07", "51.01.P08"
JANUARY = "2025-01"


def births_of(live_births: float, *, facility: str = MENDOYO_1, month: str = JANUARY) -> dict[str, object]:
    return {(facility, month): {"live_births": live_births}}


def visible(facility: str = MENDOYO_1, snapshot: warehouse.Snapshot | None = None) -> list[float]:
    """The live births that count now for one facility."""
    frame = (snapshot or warehouse.current()).read(
        "unit_values", dataset="births", kabupaten="51.01", start=date(2025, 1, 1), end=date(2025, 12, 31)
    )
    chosen = frame[(frame["unit"] == facility) & (frame["element"] == "live_births")]
    return [float(value) for value in chosen["value"]]


def test_publishing_into_an_empty_folder_starts_a_warehouse(empty_warehouse: Path, file_of: FileOf) -> None:
    receipt = warehouse.publish(file_of("births", births_of(20)))
    assert receipt.version == warehouse.current_version() == warehouse.current().version == 0
    assert visible() == [20]


def test_a_receipt_names_submission_version_and_time(empty_warehouse: Path, file_of: FileOf) -> None:
    before = datetime.now(UTC)
    first = warehouse.publish(file_of("births", births_of(20)))
    second = warehouse.publish(file_of("births", births_of(21)))
    assert before <= first.at <= datetime.now(UTC)
    assert first.at < second.at
    assert first.at.utcoffset() == timedelta(0)
    assert (first.version, second.version) == (0, 1)
    assert first.submission != second.submission
    history = warehouse.current().read("submission_history", kabupaten="51.01")
    assert history["submission"].tolist() == [second.submission, first.submission]
    assert history["published_at"].tolist() == [second.at, first.at]


def test_a_corrected_file_leaves_no_old_rows_behind(empty_warehouse: Path, file_of: FileOf) -> None:
    rows = {(MENDOYO_1, JANUARY): {"live_births": 20, "stillbirths": 1}, **births_of(30, facility=MENDOYO_2)}
    warehouse.publish(file_of("births", rows))
    warehouse.publish(file_of("births", births_of(21)))
    frame = warehouse.current().read(
        "unit_values", dataset="births", kabupaten="51.01", start=date(2025, 1, 1), end=date(2025, 1, 31)
    )
    assert list(frame[["unit", "element", "value"]].itertuples(index=False, name=None)) == [
        (MENDOYO_1, "live_births", 21.0),
        (MENDOYO_2, "live_births", 30.0),
    ]


def test_a_row_of_blanks_in_scope_removes_what_was_there(empty_warehouse: Path, file_of: FileOf) -> None:
    warehouse.publish(file_of("births", births_of(20)))
    blank = replace(file_of("births", births_of(20)), observations=None)
    warehouse.publish(blank)
    assert visible() == []


def test_undo_shows_the_older_file_and_redo_the_newer_again(empty_warehouse: Path, file_of: FileOf) -> None:
    warehouse.publish(file_of("births", births_of(20)))
    newer = warehouse.publish(file_of("births", births_of(21)))
    undone = warehouse.undo(newer.submission, by="budi", reason="salah berkas")
    assert undone.submission == newer.submission
    assert undone.version == 2
    assert visible() == [20]
    redone = warehouse.redo(newer.submission, by="budi")
    assert redone.version == 3
    assert visible() == [21]


def test_undoing_a_superseded_submission_changes_nothing_visible(empty_warehouse: Path, file_of: FileOf) -> None:
    older = warehouse.publish(file_of("births", births_of(20)))
    warehouse.publish(file_of("births", births_of(21)))
    warehouse.undo(older.submission, by="ana")
    assert visible() == [21]


def test_redo_does_not_put_an_old_file_in_front(empty_warehouse: Path, file_of: FileOf) -> None:
    older = warehouse.publish(file_of("births", births_of(20)))
    warehouse.publish(file_of("births", births_of(21)))
    warehouse.undo(older.submission, by="ana")
    warehouse.redo(older.submission, by="ana")
    assert visible() == [21]


@pytest.mark.parametrize("action", [warehouse.undo, warehouse.redo])
def test_an_unknown_submission_cannot_be_undone_or_redone(
    empty_warehouse: Path, file_of: FileOf, action: Callable[..., warehouse.Receipt]
) -> None:
    warehouse.publish(file_of("births", births_of(20)))
    with pytest.raises(StaleError, match="tidak ditemukan"):
        action("0123456789ab", by="ana")
    assert warehouse.current_version() == 0


def test_undoing_twice_is_refused_and_stores_nothing(empty_warehouse: Path, file_of: FileOf) -> None:
    receipt = warehouse.publish(file_of("births", births_of(20)))
    warehouse.undo(receipt.submission, by="ana")
    with pytest.raises(StaleError, match="sudah dibatalkan"):
        warehouse.undo(receipt.submission, by="ana")
    assert warehouse.current_version() == 1


def test_redoing_what_counts_is_refused_and_stores_nothing(empty_warehouse: Path, file_of: FileOf) -> None:
    receipt = warehouse.publish(file_of("births", births_of(20)))
    with pytest.raises(StaleError, match="sudah berlaku"):
        warehouse.redo(receipt.submission, by="ana")
    assert warehouse.current_version() == 0


def test_a_switch_of_mode_is_not_a_submission_to_undo(empty_warehouse: Path) -> None:
    receipt = warehouse.switch_mode("51.01", Mode.OFFICIAL, by="ana")
    with pytest.raises(StaleError, match="tidak ditemukan"):
        warehouse.undo(receipt.submission, by="ana")


def test_the_mode_decides_which_of_two_files_is_seen(empty_warehouse: Path, file_of: FileOf) -> None:
    warehouse.publish(file_of("births", births_of(20)))
    warehouse.publish(file_of("births", births_of(30), mode=Mode.OFFICIAL))
    assert visible() == [20]
    receipt = warehouse.switch_mode("51.01", Mode.OFFICIAL, by="ana", reason="mulai resmi")
    assert receipt.version == 2
    assert visible() == [30]
    warehouse.switch_mode("51.01", Mode.SAMPLE, by="ana")
    assert visible() == [20]


def test_the_mode_of_one_kabupaten_leaves_the_others_alone(filled_warehouse: Path) -> None:
    warehouse.switch_mode("51.01", Mode.OFFICIAL, by="ana")
    modes = {
        code: warehouse.current().read("kabupaten_state", kabupaten=code)["mode"].item()
        for code in ("35.10", "51.01", "63.11")
    }
    assert modes == {"35.10": "contoh", "51.01": "resmi", "63.11": "contoh"}


def test_a_preview_goes_stale_when_its_dataset_changes(empty_warehouse: Path, file_of: FileOf) -> None:
    warehouse.publish(file_of("births", births_of(20)))
    seen = warehouse.current_version()
    warehouse.publish(file_of("births", births_of(21)))
    with pytest.raises(StaleError, match="diubah orang lain"):
        warehouse.publish(file_of("births", births_of(22)), expected_version=seen)
    assert warehouse.current_version() == seen + 1
    assert visible() == [21]


@pytest.mark.parametrize("event", ["undo", "mode"])
def test_a_preview_goes_stale_when_something_is_undone_or_the_mode_changes(
    empty_warehouse: Path, file_of: FileOf, event: str
) -> None:
    receipt = warehouse.publish(file_of("births", births_of(20)))
    if event == "undo":
        warehouse.undo(receipt.submission, by="ana")
    else:
        warehouse.switch_mode("51.01", Mode.OFFICIAL, by="ana")
    with pytest.raises(StaleError):
        warehouse.publish(file_of("births", births_of(22)), expected_version=receipt.version)


def test_a_preview_stays_valid_when_others_change_other_data(empty_warehouse: Path, file_of: FileOf) -> None:
    warehouse.publish(file_of("births", births_of(20)))
    seen = warehouse.current_version()
    warehouse.publish(file_of("maternal_deaths", {(MENDOYO_1, JANUARY): {"maternal_deaths": 0}}))
    warehouse.publish(file_of("births", {("63.11.P01", JANUARY): {"live_births": 9}}))
    warehouse.switch_mode("35.10", Mode.OFFICIAL, by="ana")
    warehouse.publish(file_of("births", births_of(22)), expected_version=seen)
    assert visible() == [22]


def test_a_preview_of_the_newest_version_is_published(empty_warehouse: Path, file_of: FileOf) -> None:
    receipt = warehouse.publish(file_of("births", births_of(20)))
    warehouse.publish(file_of("births", births_of(21)), expected_version=receipt.version)
    assert visible() == [21]


def test_the_order_of_events_survives_a_clock_that_is_set_back(
    empty_warehouse: Path, file_of: FileOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = warehouse.publish(file_of("births", births_of(20)))

    class SetBack(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:
            return first.at - timedelta(hours=3)

    monkeypatch.setattr(events, "datetime", SetBack)
    second = warehouse.publish(file_of("births", births_of(21)))
    assert second.at > first.at
    assert visible() == [21]
    warehouse.undo(second.submission, by="ana")
    assert visible() == [20]
    warehouse.redo(second.submission, by="ana")
    assert visible() == [21]


def test_previews_of_undo_hold_though_the_clock_is_set_back(
    empty_warehouse: Path, file_of: FileOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    warehouse.publish(file_of("births", births_of(20)))
    newer = warehouse.publish(file_of("births", births_of(21)))
    snapshot = warehouse.current()

    class SetBack(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:
            return datetime(2020, 1, 1, tzinfo=UTC)

    monkeypatch.setattr("indicators.warehouse.snapshot.datetime", SetBack)
    assert visible(snapshot=snapshot.with_undone(newer.submission)) == [20]
    assert visible(snapshot=snapshot.with_pending(file_of("births", births_of(22)))) == [22]


def test_a_failure_between_rows_and_event_leaves_everything_as_it_was(
    empty_warehouse: Path, file_of: FileOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    warehouse.publish(file_of("births", births_of(20)))
    whole = tables.append

    def disk_full(name: str, rows: object) -> int:
        if name == "submissions":
            raise WarehouseError("penuh")
        return whole(name, rows)

    monkeypatch.setattr(tables, "append", disk_full)
    with pytest.raises(WarehouseError):
        warehouse.publish(file_of("births", births_of(21)))
    assert warehouse.current_version() == 0
    monkeypatch.setattr(tables, "append", whole)
    warehouse.publish(file_of("births", births_of(5, facility=MENDOYO_2)))
    assert visible() == [20]
    assert visible(MENDOYO_2) == [5]


def test_a_failed_compaction_does_not_undo_what_was_committed(
    empty_warehouse: Path, file_of: FileOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    class FullDisk:
        def __init__(self, *_: object) -> None:
            raise OSError("penuh")

    whole = tables.append

    def append_then_fill_the_disk(name: str, rows: object) -> int:
        version = whole(name, rows)
        if name == "submissions":
            monkeypatch.setattr(tables, "DeltaTable", FullDisk)
        return version

    delta_table = tables.DeltaTable
    monkeypatch.setattr(tables, "append", append_then_fill_the_disk)
    receipt = warehouse.publish(file_of("births", births_of(20)))
    monkeypatch.setattr(tables, "DeltaTable", delta_table)
    assert warehouse.current().version == receipt.version
    assert visible() == [20]


def test_writing_where_nothing_can_be_written_says_that_nothing_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file_of: FileOf
) -> None:
    (tmp_path / "a_file").write_text("")
    monkeypatch.setenv("KPI_WAREHOUSE", str(tmp_path / "a_file" / "warehouse"))
    with pytest.raises(WarehouseError, match="Tidak ada yang berubah"):
        warehouse.publish(file_of("births", births_of(20)))
    with pytest.raises(WarehouseError, match="Tidak ada yang berubah"):
        warehouse.ensure_filled()


def test_a_folder_with_blanks_and_accents_in_its_name_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, file_of: FileOf
) -> None:
    monkeypatch.setenv("KPI_WAREHOUSE", str(tmp_path / "Dinas Kesehatan Jembrana (é)"))
    warehouse.publish(file_of("births", births_of(20)))
    assert visible() == [20]


def test_files_published_together_share_one_version_and_can_be_undone_one_by_one(
    empty_warehouse: Path, file_of: FileOf
) -> None:
    first = file_of("births", {(MENDOYO_1, "2025-01"): {"live_births": 20}})
    second = file_of("births", {(MENDOYO_2, "2025-01"): {"live_births": 30}})
    before = warehouse.current_version()
    one, two = warehouse.publish_files([first, second])
    assert one.version == two.version == before + 1
    assert one.submission != two.submission
    assert (visible(MENDOYO_1), visible(MENDOYO_2)) == ([20], [30])
    warehouse.undo(one.submission, by="ana")
    assert (visible(MENDOYO_1), visible(MENDOYO_2)) == ([], [30])


def test_of_files_published_together_a_stale_one_stops_all(empty_warehouse: Path, file_of: FileOf) -> None:
    version = warehouse.publish(file_of("births", {(MENDOYO_1, "2025-01"): {"live_births": 20}})).version
    warehouse.publish(file_of("births", {(MENDOYO_1, "2025-02"): {"live_births": 21}}))
    files = [file_of("births", {(unit, "2025-03"): {"live_births": 9}}) for unit in (MENDOYO_1, MENDOYO_2)]
    with pytest.raises(warehouse.StaleError):
        warehouse.publish_files(files, expected_version=version)
    assert len(warehouse.current().read("submission_history", kabupaten="51.01")) == 2


def test_files_are_previewed_together(empty_warehouse: Path, file_of: FileOf) -> None:
    files = [file_of("births", {(unit, "2025-03"): {"live_births": 9}}) for unit in (MENDOYO_1, MENDOYO_2)]
    warehouse.publish(file_of("births", {(MENDOYO_1, "2025-03"): {"live_births": 4}}))
    preview = warehouse.current().with_pending(*files)
    assert (visible(MENDOYO_1, preview), visible(MENDOYO_2, preview)) == ([9], [9])
