"""Memory over many data versions: what an old version held must be given back."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator

from benchmarks.measurement import Measurement
from benchmarks.pages import PERIOD, every_page
from benchmarks.publishing import publish_something
from benchmarks.server import Server
from benchmarks.viewer import Viewer

SETTLED_AFTER = 10  # versions


def measure(server: Server, *, versions: int, headers: dict[str, str]) -> Iterator[Measurement]:
    """Publish again and again with all pages looked at in between."""
    sizes = asyncio.run(_grow(server, versions=versions, headers=headers))
    yield Measurement("memory after the first data version", sizes[0] / 1e6, "MB")
    yield Measurement(f"memory after {SETTLED_AFTER} more", sizes[SETTLED_AFTER] / 1e6, "MB")
    later = len(sizes) - 1 - SETTLED_AFTER
    growth = (sizes[-1] - sizes[SETTLED_AFTER]) / 1e6 / later
    yield Measurement(f"memory a version, over the {later} after that", growth, "MB")


async def _grow(server: Server, *, versions: int, headers: dict[str, str]) -> list[float]:
    sizes = []
    for _ in range(max(versions, SETTLED_AFTER + 1) + 1):
        for page in every_page():
            async with Viewer(server, headers=headers) as viewer:
                await viewer.open(page.address, **page.query)
                await viewer.choose(PERIOD, viewer.options[PERIOD][-1])
        sizes.append(server.memory())
        await asyncio.to_thread(publish_something)
    return sizes
