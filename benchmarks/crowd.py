"""Many viewers at once, each choosing another period every few seconds, on different pages."""

from __future__ import annotations

import asyncio
import random
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import cycle

from websockets.exceptions import WebSocketException

from benchmarks.measurement import Measurement, percentile
from benchmarks.server import Server
from benchmarks.viewer import Run, Viewer
from indicators.screens import navigation
from indicators.wording import pages as page_words

P95_MS = 200
THINK = 5.0  # seconds between two choices of one viewer, on average

# What leaders look at; pages of staff are not what a hundred people do at once.
_PAGES = [page.url_path for section in (page_words.SECTION_OVERVIEW, page_words.SECTION_TOPICS)
          for page in navigation.MENU[section]]  # fmt: skip


@dataclass
class _Seen:
    opened: list[Run] = field(default_factory=list)
    chosen: list[Run] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def measure(server: Server, *, viewers: int, seconds: float) -> Iterator[Measurement]:
    """Twice the same crowd: first on a server that has just started, then on one that has seen the periods."""
    memory = server.memory()
    for state in ("just started", "warm"):
        seen = _Seen()
        before, began = server.processor_time(), time.perf_counter()
        asyncio.run(_crowd(server, seen, viewers=viewers, seconds=seconds))
        used, took = server.processor_time() - before, time.perf_counter() - began
        name = f"{viewers} viewers, {state}"
        waited = [1000 * run.waited for run in seen.chosen]
        spread = f"max {max(waited, default=0):.0f}"
        yield Measurement(f"{name}: choosing a period, p95", percentile(waited, 0.95), "ms", P95_MS, spread)
        yield Measurement(f"{name}: choosing a period, p50", percentile(waited, 0.5), "ms")
        opened = [1000 * run.waited for run in seen.opened]
        yield Measurement(f"{name}: opening a page, p95", percentile(opened, 0.95), "ms")
        failures = sum(run.failures for run in [*seen.opened, *seen.chosen]) + len(seen.errors)
        first_error = seen.errors[0] if seen.errors else ""
        yield Measurement(f"{name}: errors of {len(seen.chosen)} reruns", failures, "", 0.5, first_error)
        runs = max(1, len(seen.chosen) + len(seen.opened))
        yield Measurement(
            f"{name}: processor time of a run", 1000 * used / runs, "ms", None, f"{runs / took:.0f} a second"
        )
    yield Measurement(f"{viewers} viewers: memory a viewer", (server.memory() - memory) / viewers / 1e6, "MB")


async def _crowd(server: Server, seen: _Seen, *, viewers: int, seconds: float) -> None:
    """Everybody arrives within one think time, so that the choices lie evenly, and leaves after `seconds`."""
    pages = cycle(_PAGES)
    async with asyncio.TaskGroup() as crowd:
        for _ in range(viewers):
            crowd.create_task(_one(server, next(pages), seen, until=time.perf_counter() + THINK + seconds))


async def _one(server: Server, page: str, seen: _Seen, *, until: float) -> None:
    await asyncio.sleep(random.uniform(0, THINK))
    try:
        async with Viewer(server) as viewer:
            address = "" if page == navigation.HOME.url_path else page
            seen.opened.append(await viewer.open(address))
            while True:
                await asyncio.sleep(random.uniform(0.5, 1.5) * THINK)
                if time.perf_counter() > until:
                    return
                period = random.choice(viewer.options[page_words.CHOOSE_PERIOD])
                seen.chosen.append(await viewer.choose(page_words.CHOOSE_PERIOD, period))
    except (OSError, TimeoutError, WebSocketException) as error:
        seen.errors.append(f"{type(error).__name__}: {error}")
