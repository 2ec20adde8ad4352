"""Names of staff leave by themselves, day after day."""

from __future__ import annotations

import asyncio
from datetime import date

import pytest

from indicators import warehouse
from indicators.screens import tidying


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
