"""Since a day: what is new, what is gone, which status has changed, and that there was nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.catalogue import Target
from indicators.judgement.since import Since, since
from indicators.vocabulary import Period, Status

JEMBRANA, MENDOYO = "51.01", "51.01.02"
MENDOYO_1, MENDOYO_2 = "51.01.P07", "51.01.P08"
YEAR = [f"2024-{month:02}" for month in range(1, 13)]
REPORT = {"live_births": 100, "newborns_weighed": 100, "low_birth_weight": 2}
MANY = REPORT | {"low_birth_weight": 8}

Send = Callable[..., warehouse.Receipt]


def compared(moment: datetime) -> Since | None:
    """Now beside the data as they stood at a moment."""
    return since(
        warehouse.current(),
        warehouse.as_of(moment),
        kabupaten=JEMBRANA,
        period=Period.year(2024),
        day=date(2025, 1, 31),
    )


@pytest.fixture
def before(send: Send) -> datetime:
    """The moment after a year in which nothing stands out; later files replace some of it."""
    send("births", YEAR, REPORT)
    send("maternal_deaths", YEAR, {"maternal_deaths": 1})
    return datetime.now(UTC)


def test_what_stands_out_only_now_is_new(send: Send, before: datetime) -> None:
    send("births", YEAR, REPORT, but={(unit, month): MANY for unit in (MENDOYO_1, MENDOYO_2) for month in YEAR})
    found = compared(before)
    assert found is not None
    assert [(signal.indicator, signal.area) for signal in found.new] == [("bblr", MENDOYO)]
    assert found.gone == ()
    assert (found.then, found.now) == (Period.year(2024), Period.year(2024))


def test_what_stands_out_no_longer_is_gone(send: Send) -> None:
    send("births", YEAR, REPORT, but={(unit, month): MANY for unit in (MENDOYO_1, MENDOYO_2) for month in YEAR})
    then = datetime.now(UTC)
    send("births", YEAR, REPORT)
    found = compared(then)
    assert found is not None
    assert found.new == ()
    assert [(signal.indicator, signal.area) for signal in found.gone] == [("bblr", MENDOYO)]


def test_a_status_that_has_changed_is_told_with_both(send: Send, before: datetime) -> None:
    # 120 deaths of 12,000 births are 1,000 per 100,000; 0 deaths meet the 183 of 2024.
    send("maternal_deaths", YEAR, {"maternal_deaths": 0})
    found = compared(before)
    assert found is not None
    (change,) = found.statuses
    assert change.indicator == "aki"
    assert change.before is not None
    assert change.after is not None
    assert (change.before.status, change.after.status) == (Status.NOT_MET, Status.MET)


def test_an_indicator_without_a_card_has_its_status_told_too(
    send: Send, before: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    local = {2024: Target(value=5, document="RPJMD", source="RPJMD 2021-2026")}
    monkeypatch.setitem(all_kabupaten()[JEMBRANA].targets, "bblr", local)
    send("births", YEAR, MANY)  # from 2 % to 8 %
    found = compared(before)
    assert found is not None
    assert [change.indicator for change in found.statuses] == ["bblr"]


def test_where_nothing_was_sent_since_nothing_has_changed(before: datetime) -> None:
    found = compared(before)
    assert found is not None
    assert (found.new, found.gone, found.statuses) == ((), (), ())


def test_before_the_first_data_there_is_nothing_to_compare_with(before: datetime) -> None:
    assert compared(before - timedelta(days=1)) is None
