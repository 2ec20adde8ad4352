"""The data version that readers see: the newest, once what pages open with has been read of it.

Until then, a second or two, they see the one before, so that nobody waits for what somebody else published. Who may
write sees at once what was published here, since that may be the own work.
"""

from __future__ import annotations

import asyncio
import logging
import time

from indicators import warehouse
from indicators.areas import all_kabupaten, clock
from indicators.judgement import counts, periods
from indicators.screens import data
from indicators.warehouse import Snapshot

LOOK_EVERY, FIRST_PAGES, AFTER_A_FAILURE = 0.5, 10, 60  # seconds

# What was read last; None where nobody keeps it ready (`streamlit run`, tests) and where that failed.
_ready: Snapshot | None = None
# The kabupaten that readers of this process have looked at.
_looked_at: set[str] = set()


def shown(*, to_writer: bool) -> Snapshot:
    """The snapshot for a page. Raises WarehouseError."""
    ready = _ready
    if ready is None or ready.version >= warehouse.current_version():
        return warehouse.current()
    return warehouse.current() if to_writer and ready.version < warehouse.made_here() else ready


def look_at(kabupaten: str) -> None:
    """Have this kabupaten read ahead, too, in later data versions."""
    _looked_at.add(kabupaten)


def read_newest() -> None:
    """To be called by whoever published: readers see the new data version from now on. Raises WarehouseError."""
    snapshot = warehouse.current()
    if _ready is not None:
        _make_ready(snapshot)


async def keep_ready(reference: str) -> None:
    """Read every new data version ahead, whoever published it; of `reference` even before anybody has looked.

    At the start this happens while the first browser still loads the page. An empty warehouse is left to the first
    page, which says that it is being filled.
    """
    global _ready
    look_at(reference)
    began, read_further = time.monotonic(), -1
    try:
        while True:
            try:
                newest = warehouse.current_version()
                if newest >= 0 and (_ready is None or _ready.version != newest):
                    await asyncio.to_thread(lambda: _make_ready(warehouse.current()))
                # The first pages come first: they are slower while more is read beside them.
                elif _ready is not None and _ready.version != read_further and time.monotonic() > began + FIRST_PAGES:
                    read_further = _ready.version
                    await asyncio.to_thread(_read_further, _ready)
                await asyncio.sleep(LOOK_EVERY)
            except warehouse.WarehouseError as error:
                _ready = None  # the page will say so, too, and name the command that restores it
                logging.getLogger(__name__).warning("loading the warehouse failed: %s", error)
                await asyncio.sleep(AFTER_A_FAILURE)
    finally:
        _ready = None


def _make_ready(snapshot: Snapshot) -> None:
    """Read what pages open with, the summary first of all."""
    global _ready
    for kabupaten in sorted(_looked_at):
        state = data.state(snapshot.version, kabupaten)
        if state.first_month is None:
            continue
        counts.read_ahead(snapshot, state=state)
        today = clock.today(all_kabupaten()[kabupaten])
        period = periods.default_period(state, today=today)
        data.quality(snapshot.version, kabupaten, period, today)
        data.summary(snapshot.version, kabupaten, period, today)
    _ready = snapshot


def _read_further(snapshot: Snapshot) -> None:
    """Read what readers may choose besides."""
    for kabupaten in sorted(_looked_at):
        counts.read_every_period(snapshot, state=data.state(snapshot.version, kabupaten))
