"""What the server does by itself: get ready while it starts, and tidy up once a day while it runs."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime

from indicators import warehouse
from indicators.judgement import counts, periods, quality, signals, values
from indicators.screens.selection import REFERENCE


async def get_ready() -> None:
    """Load the newest data version while the first browser is still loading the page.

    An empty warehouse is left to the first page, which says that it is being filled.
    """
    try:
        await asyncio.to_thread(_load)
    except warehouse.WarehouseError as error:
        # The page will say so, too, and name the command that restores it.
        logging.getLogger(__name__).warning("loading the warehouse failed: %s", error)


def _load() -> None:
    if warehouse.current_version() >= 0:
        snapshot = warehouse.current()
        state = values.state_of(snapshot, kabupaten=REFERENCE)
        counts.read_ahead(snapshot, state=state)
        # What every page shows of the period that it opens with: marks of quality, and on the first page the signals.
        for period in periods.usual_periods(state)[:1]:
            quality.failing(snapshot, state=state, period=period)
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
