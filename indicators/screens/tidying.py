"""What the server does by itself: have the newest data ready, and tidy up once a day."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime

from indicators import warehouse
from indicators.judgement import counts, periods, quality, signals, values
from indicators.screens.selection import REFERENCE

LOOK_EVERY, FIRST_PAGES, AFTER_A_FAILURE = 1, 10, 60  # seconds


async def keep_ready() -> None:
    """Have the newest data version read soon after it is there, whoever published it."""
    ready = -1
    while True:
        try:
            newest = await read_newest(ready)
            if newest != ready:
                # The first pages come first: they are slower while more is read beside them.
                await asyncio.sleep(FIRST_PAGES)
                await asyncio.to_thread(_read_further)
            ready = newest
            await asyncio.sleep(LOOK_EVERY)
        except warehouse.WarehouseError as error:
            # The page will say so, too, and name the command that restores it.
            logging.getLogger(__name__).warning("loading the warehouse failed: %s", error)
            await asyncio.sleep(AFTER_A_FAILURE)


async def read_newest(ready: int) -> int:
    """Read the newest data version unless it is the one that is ready; which one is ready now.

    At the start this happens while the first browser still loads the page. An empty warehouse is left to the first
    page, which says that it is being filled. Raises WarehouseError.
    """
    version = warehouse.current_version()
    if version >= 0 and version != ready:
        await asyncio.to_thread(_read)
    return version


def _read() -> None:
    """What every page shows of the period that it opens with."""
    snapshot = warehouse.current()
    state = values.state_of(snapshot, kabupaten=REFERENCE)
    counts.read_ahead(snapshot, state=state)
    for period in periods.usual_periods(state)[:1]:
        quality.failing(snapshot, state=state, period=period)


def _read_further() -> None:
    """What readers may choose besides, of the version that is newest by now."""
    if warehouse.current_version() >= 0:
        snapshot = warehouse.current()
        state = values.state_of(snapshot, kabupaten=REFERENCE)
        counts.read_every_period(snapshot, state=state)
        for period in periods.usual_periods(state)[:1]:
            signals.signals(snapshot, state=state, period=period)


async def tidy_up_daily(*, first_after: float = 10 * 60, then_every: float = 24 * 60 * 60) -> None:
    """Lets names of staff go whose time is over (settings.yaml), and files that nothing refers to; in seconds.

    Not at the start, which should be quick; and a server that runs on still does it every day.
    """
    await asyncio.sleep(first_after)
    while True:
        try:
            await asyncio.to_thread(warehouse.forget_names, datetime.now(UTC).date())
        except warehouse.WarehouseError as error:
            logging.getLogger(__name__).warning("tidying up the warehouse failed: %s", error)
        await asyncio.sleep(then_every)
