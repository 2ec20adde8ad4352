"""What the server lets go of by itself, once a day."""

from __future__ import annotations

import asyncio
import logging
from datetime import UTC, datetime

from indicators import access, warehouse


async def tidy_up_daily(*, first_after: float = 10 * 60, then_every: float = 24 * 60 * 60) -> None:
    """Lets names of staff go whose time is over (settings.yaml), and files that nothing refers to; in seconds.

    Not at the start, which should be quick; and a server that runs on still does it every day. A copy has no names.
    """
    if access.offline_copy() is not None:
        return
    await asyncio.sleep(first_after)
    while True:
        try:
            await asyncio.to_thread(warehouse.forget_names, datetime.now(UTC).date())
        except warehouse.WarehouseError as error:
            logging.getLogger(__name__).warning("tidying up the warehouse failed: %s", error)
        await asyncio.sleep(then_every)
