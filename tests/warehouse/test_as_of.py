"""The data as they stood on a day, from the events recorded until then."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from indicators import warehouse
from indicators.catalogue import ROOT
from indicators.vocabulary import Mode, Period
from indicators.warehouse import Submission, events, snapshot

FileOf = Callable[..., Submission]

MENDOYO_1 = "51.01.P07"


def births(file_of: FileOf, value: float, **fields: object) -> Submission:
    return file_of("births", {(MENDOYO_1, "2025-01"): {"live_births": value}}, **fields)


def visible(shown: warehouse.Snapshot) -> list[float]:
    frame = shown.read(
        "unit_values", dataset="births", kabupaten="51.01", start=date(2025, 1, 1), end=date(2025, 1, 31)
    )
    return [float(value) for value in frame["value"]]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Callable[[datetime], None]:
    """Sets the time at which the next event is recorded."""

    def set_clock(moment: datetime) -> None:
        class Clock(datetime):
            @classmethod
            def now(cls, tz: object = None) -> datetime:
                return moment

        monkeypatch.setattr(events, "datetime", Clock)

    return set_clock


@pytest.fixture
def three_days(empty_warehouse: Path, file_of: FileOf, clock: Callable[[datetime], None]) -> list[warehouse.Receipt]:
    """Published on 1 March, corrected on 2 March, the correction undone on 3 March 2026, each at 08.00 WIB."""
    clock(datetime(2026, 3, 1, 1, tzinfo=UTC))
    first = warehouse.publish(births(file_of, 20))
    clock(datetime(2026, 3, 2, 1, tzinfo=UTC))
    second = warehouse.publish(births(file_of, 21))
    clock(datetime(2026, 3, 3, 1, tzinfo=UTC))
    return [first, second, warehouse.undo(second.submission, by="ana")]


def test_every_day_shows_what_counted_at_its_end(three_days: list[warehouse.Receipt]) -> None:
    days = {day: visible(warehouse.as_of(date(2026, 3, day))) for day in (1, 2, 3, 4)}
    assert days == {1: [20], 2: [21], 3: [20], 4: [20]}
    assert visible(warehouse.as_of(date(2026, 2, 28))) == []


def test_a_day_ends_in_the_time_zone_asked_for(three_days: list[warehouse.Receipt]) -> None:
    # 08.00 on 2 March in WIB is still 1 March in Honolulu, where that day ends ten hours after UTC.
    assert visible(warehouse.as_of(date(2026, 3, 1), time_zone="Pacific/Honolulu")) == [21]
    assert visible(warehouse.as_of(date(2026, 3, 1), time_zone="Asia/Makassar")) == [20]


def test_a_moment_holds_the_event_of_that_moment(three_days: list[warehouse.Receipt]) -> None:
    second = three_days[1].at
    assert visible(warehouse.as_of(second)) == [21]
    assert visible(warehouse.as_of(second - timedelta(microseconds=1))) == [20]


def test_its_version_is_no_data_version_and_finds_it_again(three_days: list[warehouse.Receipt]) -> None:
    past = warehouse.as_of(date(2026, 3, 2))
    assert past.version < -1
    assert warehouse.at(past.version) is past
    assert warehouse.as_of(datetime(2026, 3, 2, 15, tzinfo=UTC)) is past
    snapshot._past.clear()
    again = warehouse.at(past.version)
    assert again is not past
    assert (again.version, visible(again)) == (past.version, [21])


def test_another_process_finds_it_by_its_version(three_days: list[warehouse.Receipt]) -> None:
    version = warehouse.as_of(date(2026, 3, 1)).version
    asked = (
        "from datetime import date; from indicators import warehouse; "
        f"print(warehouse.at({version}).read('unit_values', dataset='births', kabupaten='51.01', "
        "start=date(2025, 1, 1), end=date(2025, 1, 31))['value'].tolist())"
    )
    ran = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, env=os.environ, capture_output=True, text=True, check=True
    )
    assert ran.stdout == "[20.0]\n"


def test_what_is_recorded_later_the_same_day_makes_another_version(
    three_days: list[warehouse.Receipt], file_of: FileOf, clock: Callable[[datetime], None]
) -> None:
    morning = warehouse.as_of(date(2026, 3, 3))
    clock(datetime(2026, 3, 3, 9, tzinfo=UTC))
    warehouse.publish(births(file_of, 30))
    evening = warehouse.as_of(date(2026, 3, 3))
    assert evening.version != morning.version
    assert (visible(morning), visible(evening)) == ([20], [30])


def test_few_of_them_are_held(three_days: list[warehouse.Receipt], empty_warehouse: Path) -> None:
    for day in range(4):
        warehouse.as_of(date(2026, 2, 28) + timedelta(days=day))
    assert len(snapshot._past) == 3


def test_mode_rule_and_locks_are_those_of_the_day(
    three_days: list[warehouse.Receipt], file_of: FileOf, clock: Callable[[datetime], None]
) -> None:
    clock(datetime(2026, 3, 5, 1, tzinfo=UTC))
    warehouse.publish(births(file_of, 50, mode=Mode.OFFICIAL))
    warehouse.switch_mode("51.01", Mode.OFFICIAL, by="ana")
    warehouse.set_two_person_rule("51.01", True, by="ana", reason="uji")
    warehouse.lock_periods("51.01", [Period.month(2025, 1)], by="ana")
    for day, mode, two_persons, locks, values in ((4, "contoh", False, 0, [20]), (5, "resmi", True, 1, [50])):
        past = warehouse.as_of(date(2026, 3, day))
        state = past.read("kabupaten_state", kabupaten="51.01").iloc[0]
        assert (state["mode"], bool(state["two_persons"])) == (mode, two_persons)
        assert len(past.read("locked_periods", kabupaten="51.01")) == locks
        assert visible(past) == values


def test_what_waited_that_day_was_not_visible(
    empty_warehouse: Path, file_of: FileOf, clock: Callable[[datetime], None]
) -> None:
    clock(datetime(2026, 3, 1, 1, tzinfo=UTC))
    warehouse.set_two_person_rule("51.01", True, by="admin", reason="uji")
    receipt = warehouse.publish(births(file_of, 20))
    clock(datetime(2026, 3, 2, 1, tzinfo=UTC))
    warehouse.verify(receipt.submission, by="budi")
    first, second = (warehouse.as_of(date(2026, 3, day)) for day in (1, 2))
    assert (visible(first), visible(second)) == ([], [20])
    assert first.read("waiting_submissions", kabupaten="51.01")["submission"].tolist() == [receipt.submission]
