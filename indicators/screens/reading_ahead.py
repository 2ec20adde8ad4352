"""The data version that readers see: the newest, once what pages open with has been read of it.

Until then, a second or two, they see the one before, so that nobody waits for what somebody else published. Only who
may write waits for what was written here, since that may be the own work; once they see it, everybody does.
"""

from __future__ import annotations

import asyncio
import logging
import threading
import time

from indicators import warehouse
from indicators.areas import all_kabupaten, clock
from indicators.judgement import counts, periods
from indicators.screens import data
from indicators.warehouse import Snapshot

LOOK_EVERY, FIRST_PAGES, AFTER_A_FAILURE = 0.5, 10, 60  # seconds

# What was read last; None where nobody keeps it ready (`streamlit run`, tests) and where that failed.
_ready: Snapshot | None = None
_keeping = False
_reading = threading.Lock()
# The kabupaten that readers of this process have looked at.
_looked_at: set[str] = set()


def shown(*, to_writer: bool) -> Snapshot:
    """The snapshot for a page. Raises WarehouseError."""
    if to_writer and _ready is not None and _ready.version < warehouse.made_here():
        _make_ready()
    ready = _ready
    return ready if ready is not None and ready.version < warehouse.current_version() else warehouse.current()


def look_at(kabupaten: str) -> None:
    """Have this kabupaten read ahead, too, in later data versions."""
    _looked_at.add(kabupaten)


async def keep_ready(reference: str) -> None:
    """Read every new data version ahead, whoever published it; of `reference` even before anybody has looked.

    At the start this happens while the first browser still loads the page. An empty warehouse is left to the first
    page, which says that it is being filled.
    """
    global _ready, _keeping
    look_at(reference)
    _keeping = True
    began, read_further = time.monotonic(), -1
    try:
        while True:
            try:
                newest = warehouse.current_version()
                if newest >= 0 and (_ready is None or _ready.version != newest):
                    await asyncio.to_thread(_make_ready)
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
        _keeping, _ready = False, None


def _make_ready() -> None:
    """Read what pages open with, the summary first of all."""
    global _ready
    with _reading:  # one after another, or the one that began earlier could put an older version back
        snapshot = warehouse.current()
        for kabupaten in sorted(_looked_at):
            _read(snapshot.version, kabupaten)
        _ready = snapshot if _keeping else None  # a thread outlives the task that was cancelled


def _read(version: int, kabupaten: str) -> None:
    state = data.state(version, kabupaten)
    if state.first_month is None:
        return
    counts.read_ahead(warehouse.at(version), state=state)
    today = clock.today(all_kabupaten()[kabupaten])
    period = periods.default_period(state, today=today)
    data.quality(version, kabupaten, period, today)
    data.summary(version, kabupaten, period, today)
    if _ready is not None:  # at the start the first page comes first
        data.programmes(version, kabupaten, period, False)


def _read_further(snapshot: Snapshot) -> None:
    """Read what readers may choose besides."""
    for kabupaten in sorted(_looked_at):
        counts.read_every_period(snapshot, state=data.state(snapshot.version, kabupaten))
