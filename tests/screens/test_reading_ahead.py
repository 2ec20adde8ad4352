"""A new data version is shown to readers once it has been read, and to who writes at once."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from indicators import warehouse
from indicators.areas import all_kabupaten, clock
from indicators.judgement.periods import default_period
from indicators.screens import data, reading_ahead
from indicators.vocabulary import Level
from indicators.warehouse import Receipt

HERE = "35.10"
MEETING = {"id": "35.10.M001", "name": "Rakor triwulan III", "held_on": "2026-07-14"}


@pytest.fixture(autouse=True)
def looks_often(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setattr(reading_ahead, "LOOK_EVERY", 0.01)
    monkeypatch.setattr(reading_ahead, "_looked_at", set())
    yield
    assert reading_ahead._ready is None  # nobody keeps it ready any more, so nobody is shown what is old


def beside(work: Callable[[], Awaitable[None]]) -> None:
    """Does some work while a server keeps its data ready."""

    async def both() -> None:
        keeping = asyncio.create_task(reading_ahead.keep_ready(HERE))
        await work()
        keeping.cancel()
        await asyncio.gather(keeping, return_exceptions=True)

    asyncio.run(asyncio.wait_for(both(), 60))


async def ready(version: int) -> None:
    while reading_ahead._ready is None or reading_ahead._ready.version < version:
        await asyncio.sleep(0.01)


def test_an_empty_warehouse_is_left_to_the_first_page(empty_warehouse: Path) -> None:
    async def a_while() -> None:
        await asyncio.sleep(0.1)

    beside(a_while)
    assert warehouse.current_version() == -1


@pytest.mark.usefixtures("unread_warehouse")
def test_what_was_made_ready_holds_all_that_the_first_page_and_a_map_ask_for(monkeypatch: pytest.MonkeyPatch) -> None:
    beside(lambda: ready(warehouse.current_version()))
    version, today = warehouse.current_version(), clock.today(all_kabupaten()[HERE])
    period = default_period(data.state(version, HERE), today=today)
    monkeypatch.setattr(warehouse.Snapshot, "read", lambda self, name, /, **p: pytest.fail(f"{name} is read again"))
    cards, _ = data.summary(version, HERE, period, today)
    assert cards
    assert data.quality(version, HERE, period, today)
    assert data.signals(version, HERE, period).tested
    assert data.judged(version, ("aki",), HERE, period, Level.KECAMATAN)


@pytest.mark.usefixtures("unread_warehouse")
def test_until_a_version_is_read_readers_see_the_one_before_and_who_writes_what_was_made_here(
    record: Callable[..., Receipt], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = warehouse.current_version()
    monkeypatch.setattr(reading_ahead, "FIRST_PAGES", 1000)

    async def publish() -> None:
        await ready(before)
        assert reading_ahead.shown(to_writer=False).version == before
        receipt = record("meetings", MEETING)  # nothing else runs until the next await
        assert reading_ahead.shown(to_writer=False).version == before
        with monkeypatch.context() as elsewhere:
            elsewhere.setattr(warehouse, "made_here", lambda: before)
            assert reading_ahead.shown(to_writer=True).version == before
        assert reading_ahead.shown(to_writer=True).version == receipt.version
        assert reading_ahead.shown(to_writer=False).version == receipt.version

    beside(publish)


@pytest.mark.usefixtures("unread_warehouse")
def test_what_another_process_published_is_shown_soon(record: Callable[..., Receipt]) -> None:
    async def publish() -> None:
        await ready(warehouse.current_version())
        receipt = record("meetings", MEETING)
        await ready(receipt.version)
        assert reading_ahead.shown(to_writer=False).version == receipt.version

    beside(publish)


@pytest.mark.usefixtures("unread_warehouse")
def test_a_version_that_is_still_being_read_does_not_come_back_after_a_newer_one(
    record: Callable[..., Receipt], monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on = threading.Event(), threading.Event()
    summary = data.summary

    async def publish_twice() -> None:
        before = warehouse.current_version()
        await ready(before)

        def slow_at_first(version: int, *rest: Any) -> Any:
            if version == before + 1:
                begun.set()
                go_on.wait(30)
            return summary(version, *rest)

        monkeypatch.setattr(data, "summary", slow_at_first)
        record("meetings", MEETING)
        await asyncio.to_thread(begun.wait, 30)
        newest = record("meetings", MEETING | {"name": "Rakor triwulan IV"}).version
        reading = asyncio.create_task(asyncio.to_thread(reading_ahead.shown, to_writer=True))
        await asyncio.sleep(0.1)
        go_on.set()
        await reading
        assert reading_ahead.shown(to_writer=False).version == newest

    beside(publish_twice)


@pytest.mark.usefixtures("unread_warehouse")
def test_where_nobody_reads_ahead_everybody_sees_the_newest(record: Callable[..., Receipt]) -> None:
    warehouse.current()
    receipt = record("meetings", MEETING)
    assert reading_ahead.shown(to_writer=False).version == receipt.version


def test_a_broken_warehouse_does_not_stop_the_start(unread_warehouse: Path, caplog: pytest.LogCaptureFixture) -> None:
    next((unread_warehouse / "observations").rglob("*.parquet")).unlink()

    async def warned() -> None:
        while "loading the warehouse failed" not in caplog.text:
            await asyncio.sleep(0.01)

    beside(warned)
    with pytest.raises(warehouse.WarehouseError):
        reading_ahead.shown(to_writer=False)
