"""Locked periods: nothing that would change what they show is stored until they are reopened."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from indicators import warehouse
from indicators.vocabulary import Mode, Period
from indicators.warehouse import LockedError, RefusedError, StaleError, Submission

FileOf = Callable[..., Submission]

MENDOYO_1 = "51.01.P07"
JANUARY, FEBRUARY, MARCH = (Period.month(2025, month) for month in (1, 2, 3))


def births(file_of: FileOf, values: dict[str, float], **fields: object) -> Submission:
    return file_of("births", {(MENDOYO_1, month): {"live_births": value} for month, value in values.items()}, **fields)


def visible(snapshot: warehouse.Snapshot | None = None) -> list[float]:
    frame = (snapshot or warehouse.current()).read(
        "unit_values", dataset="births", kabupaten="51.01", start=JANUARY.start, end=MARCH.end
    )
    return [float(value) for value in frame["value"]]


def locked() -> list[Period]:
    rows = warehouse.current().rows("locked_periods", kabupaten="51.01")
    return [Period(row.period_start.date(), row.period_end.date()) for row in rows]


@pytest.fixture
def published(empty_warehouse: Path, file_of: FileOf) -> str:
    """Births of January to March, of which January and February are locked. The submission's id."""
    receipt = warehouse.publish(births(file_of, {"2025-01": 20, "2025-02": 21, "2025-03": 22}))
    warehouse.lock_periods("51.01", [JANUARY, FEBRUARY], by="Admin", reason="rakor")
    return receipt.submission


def test_a_change_of_a_locked_period_is_refused_and_names_it(published: str, file_of: FileOf) -> None:
    with pytest.raises(LockedError, match=r"Januari–Februari 2025 sudah dikunci.*Admin kabupaten dapat membuka"):
        warehouse.publish(births(file_of, {"2025-02": 30}))
    assert visible() == [20, 21, 22]
    assert warehouse.current_version() == 1


def test_the_months_that_are_not_locked_can_change(published: str, file_of: FileOf) -> None:
    warehouse.publish(births(file_of, {"2025-03": 30}))
    assert visible() == [20, 21, 30]


def test_a_file_that_repeats_the_locked_values_is_taken(published: str, file_of: FileOf) -> None:
    warehouse.publish(births(file_of, {"2025-01": 20, "2025-02": 21, "2025-03": 30}))
    assert visible() == [20, 21, 30]


def test_undo_and_redo_of_a_locked_period_are_refused_until_it_is_reopened(published: str) -> None:
    with pytest.raises(LockedError):
        warehouse.undo(published, by="ana")
    warehouse.reopen_periods("51.01", [Period.year(2025)], by="Admin", reason="salah hitung")
    warehouse.undo(published, by="ana")
    warehouse.lock_periods("51.01", [JANUARY], by="Admin")
    with pytest.raises(LockedError, match="Januari 2025"):
        warehouse.redo(published, by="ana")
    assert visible() == []


def test_undoing_what_newer_files_cover_changes_nothing_and_is_not_refused(published: str, file_of: FileOf) -> None:
    warehouse.publish(births(file_of, {"2025-01": 20, "2025-02": 21, "2025-03": 22}))
    warehouse.undo(published, by="ana")
    assert visible() == [20, 21, 22]


def test_a_switch_of_mode_that_would_change_a_locked_period_is_refused(published: str, file_of: FileOf) -> None:
    with pytest.raises(LockedError):
        warehouse.switch_mode("51.01", Mode.OFFICIAL, by="ana")
    warehouse.switch_mode("63.11", Mode.OFFICIAL, by="ana")
    warehouse.publish(births(file_of, {"2025-01": 20, "2025-02": 21}, mode=Mode.OFFICIAL))
    warehouse.switch_mode("51.01", Mode.OFFICIAL, by="ana")
    assert visible() == [20, 21]


def test_what_waits_is_verified_only_where_it_leaves_locked_periods_alone(published: str, file_of: FileOf) -> None:
    warehouse.reopen_periods("51.01", [FEBRUARY], by="Admin", reason="uji")
    warehouse.set_two_person_rule("51.01", True, by="Admin", reason="uji")
    receipt = warehouse.publish(births(file_of, {"2025-02": 30}))
    with pytest.raises(LockedError, match="Januari 2025"):
        warehouse.publish(births(file_of, {"2025-01": 30}))
    warehouse.lock_periods("51.01", [FEBRUARY], by="Admin")
    with pytest.raises(LockedError, match="Februari 2025"):
        warehouse.verify(receipt.submission, by="budi")
    assert visible() == [20, 21, 22]


def test_a_preview_can_be_asked_for_the_locked_periods_it_changes(published: str, file_of: FileOf) -> None:
    now = warehouse.current()
    february = now.with_pending(births(file_of, {"2025-02": 30}))
    march = now.with_pending(births(file_of, {"2025-03": 30}))
    assert warehouse.locked_changes(now, february, kabupaten="51.01") == (Period.of_months((2025, 1), (2025, 2)),)
    assert warehouse.locked_changes(now, march, kabupaten="51.01") == ()


def test_a_value_of_the_whole_year_belongs_to_its_locked_months(published: str, file_of: FileOf) -> None:
    target = file_of("annual_targets", {(MENDOYO_1, "2025"): {"pregnant_women_target": 300}})
    with pytest.raises(LockedError):
        warehouse.publish(target)
    warehouse.publish(replace(target, mode=Mode.OFFICIAL))


def test_the_locks_of_one_kabupaten_leave_the_others_alone(published: str, file_of: FileOf) -> None:
    warehouse.publish(file_of("births", {("63.11.P01", "2025-01"): {"live_births": 9}}))
    assert warehouse.current().read("locked_periods", kabupaten="63.11").empty


def test_reopening_part_of_a_lock_leaves_the_rest_locked(published: str) -> None:
    assert locked() == [Period.of_months((2025, 1), (2025, 2))]
    warehouse.reopen_periods("51.01", [FEBRUARY], by="Admin", reason="salah hitung")
    assert locked() == [JANUARY]


def test_locking_and_reopening_what_is_so_already_is_refused(published: str) -> None:
    with pytest.raises(StaleError, match="sudah dikunci"):
        warehouse.lock_periods("51.01", [FEBRUARY], by="Admin")
    with pytest.raises(StaleError, match="tidak dikunci"):
        warehouse.reopen_periods("51.01", [MARCH], by="Admin", reason="uji")
    with pytest.raises(RefusedError, match="alasan"):
        warehouse.reopen_periods("51.01", [JANUARY], by="Admin", reason="")


def test_a_warehouse_without_any_data_can_be_locked(empty_warehouse: Path) -> None:
    warehouse.lock_periods("51.01", [JANUARY], by="Admin")
    assert locked() == [JANUARY]
