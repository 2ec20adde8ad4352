"""Names of staff leave by themselves, day after day."""

from __future__ import annotations

import asyncio
from datetime import date
from pathlib import Path

import pytest

from indicators import warehouse
from indicators.judgement import values
from indicators.screens import tidying
from indicators.vocabulary import Level, Period


def test_names_are_let_go_every_day_and_a_failure_does_not_end_it(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    days: list[date] = []

    def forget(today: date) -> int:
        days.append(today)
        if len(days) == 1:
            raise warehouse.WarehouseError("gudang terkunci")
        return 0

    monkeypatch.setattr(warehouse, "forget_names", forget)

    async def a_few_days() -> None:
        task = asyncio.create_task(tidying.tidy_up_daily(first_after=0, then_every=0))
        while len(days) < 3:
            await asyncio.sleep(0.001)
        task.cancel()

    asyncio.run(asyncio.wait_for(a_few_days(), 30))
    assert len(days) >= 3
    assert "gudang terkunci" in caplog.text


def test_an_empty_warehouse_is_left_to_the_first_page(empty_warehouse: Path) -> None:
    assert asyncio.run(tidying.read_newest(-1)) == -1
    assert warehouse.current_version() == -1


def test_getting_ready_reads_what_the_first_page_asks(filled_warehouse: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert asyncio.run(tidying.read_newest(-1)) == warehouse.current_version()
    snapshot = warehouse.current()
    asked: list[str] = []
    read = type(snapshot).read
    monkeypatch.setattr(
        type(snapshot), "read", lambda self, name, /, **p: (asked.append(name), read(self, name, **p))[1]
    )
    state = values.state_of(snapshot, kabupaten="35.10")
    values.judge(
        snapshot, indicators=["aki"], kabupaten="35.10", period=Period.parse("2026-01..2026-10"), level=Level.KECAMATAN
    )
    assert state.newest_month is not None
    assert asked == []


def test_a_broken_warehouse_does_not_stop_the_start(filled_warehouse: Path, caplog: pytest.LogCaptureFixture) -> None:
    next((filled_warehouse / "observations").rglob("*.parquet")).unlink()
    with pytest.raises(TimeoutError):  # it goes on looking
        asyncio.run(asyncio.wait_for(tidying.keep_ready(), 3))
    assert "loading the warehouse failed" in caplog.text
