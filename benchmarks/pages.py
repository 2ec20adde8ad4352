"""Every page, one viewer: first run, warm rerun, a choice nobody made before, first rerun after a publish."""

from __future__ import annotations

import asyncio
import random
import statistics
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import cycle

from benchmarks.measurement import Measurement, milliseconds, seconds
from benchmarks.publishing import publish_something
from benchmarks.server import Server
from benchmarks.viewer import Run, Viewer
from indicators.areas import all_kabupaten
from indicators.screens import navigation, sections
from indicators.wording import pages as page_words
from indicators.wording import topics

PERIOD = page_words.CHOOSE_PERIOD

RERUN_MS, AFTER_PUBLISH_MS = 60, 400
FIRST_KB, RERUN_KB = 120, 40

WARM_PERIODS = 4


@dataclass
class _Page:
    """One page's address and what its runs measured."""

    name: str
    address: str
    query: dict[str, str] = field(default_factory=dict)
    first: list[Run] = field(default_factory=list)
    unseen: list[Run] = field(default_factory=list)
    warm: list[Run] = field(default_factory=list)
    warm_processor: float = 0.0  # seconds of the server's processor time for all warm reruns
    unseen_processor: float = 0.0
    published: list[Run] = field(default_factory=list)  # after each publish the slowest rerun
    staff: bool = False


def every_page() -> list[_Page]:
    """The menu's pages and the further parts of each, and the profile of a kecamatan besides the empty profile."""
    kabupaten = next(iter(all_kabupaten().values()))
    listed = [page for pages in navigation.MENU.values() for page in pages]
    found = [
        _Page(page.url_path, "" if page == navigation.HOME else page.url_path, staff=page.right is not None)
        for page in listed
    ]
    found += [
        _Page(f"{page.url_path}, {part}", page.url_path, {sections.VIEW: part})
        for page in listed
        for part in list(topics.VIEWS.get(page.name, {}))[1:]
    ]
    profile = _Page("profil of a kecamatan", "profil", {"kecamatan": kabupaten.kecamatan[0].code})
    return [*found, profile]


def measure(server: Server, *, repeat: int, headers: dict[str, str]) -> Iterator[Measurement]:
    """All pages of a running server. headers: those of a signed-in person, so that staff pages open too."""
    pages = every_page()
    shown_after = asyncio.run(_visit(server, pages, repeat=repeat, headers=headers))
    # A viewer cannot see the script's own time; what it waits holds it and the way there and back.
    yield from _rows(pages, "warm rerun", lambda p: _waited(p.warm), RERUN_MS)
    for page in pages:
        yield Measurement(f"{page.name}: warm rerun, processor time", 1000 * page.warm_processor / len(page.warm), "ms")
    for page in pages:
        yield Measurement(
            f"{page.name}: period nobody chose before, processor time",
            1000 * page.unseen_processor / len(page.unseen),
            "ms",
        )
    yield from _rows(pages, "period nobody chose before", lambda p: _waited(p.unseen), None)
    yield from _rows(pages, "slowest rerun after a publish", lambda p: _waited(p.published), AFTER_PUBLISH_MS)
    yield seconds("publish by another process until a page shows it", shown_after)
    for page in pages:
        yield _kilobytes(f"{page.name}: first run", page.first, FIRST_KB)
    for page in pages:
        yield _kilobytes(f"{page.name}: rerun after another period", page.unseen, RERUN_KB)
    everything = [run for page in pages for run in _all(page)]
    yield Measurement("pages: runs with an exception or an error", sum(r.failures for r in everything), "", 0.5)


async def _visit(server: Server, pages: list[_Page], *, repeat: int, headers: dict[str, str]) -> list[float]:
    """Measures every page; the seconds from each publish until it was shown."""
    async with Viewer(server, headers=headers) as early:  # the very first run of a process imports what pages need
        await early.open("")
    for page in pages:
        await _rerun(server, page, repeat=repeat, headers=headers)
    return [await _after_publish(server, page, headers=headers) for _ in range(max(2, repeat // 3)) for page in pages]


async def _rerun(server: Server, page: _Page, *, repeat: int, headers: dict[str, str]) -> None:
    """Few periods again and again, each after a first time that is counted apart."""
    async with Viewer(server, headers=headers) as viewer:
        page.first.append(await viewer.open(page.address, **page.query))
        shown, *others = viewer.options[PERIOD]
        known = random.sample(others, WARM_PERIODS)
        began = server.processor_time()
        for period in known:
            page.unseen.append(await viewer.choose(PERIOD, period))
        between = server.processor_time()
        for period, _ in zip(cycle([shown, *known]), range(repeat), strict=False):
            page.warm.append(await viewer.choose(PERIOD, period))
        page.unseen_processor = between - began
        page.warm_processor = server.processor_time() - between


async def _after_publish(server: Server, page: _Page, *, headers: dict[str, str]) -> float:
    """One page open, a publish by another process, and reruns until the page shows it; seconds until then.

    Readers are shown the version before while the new one is read, who may write sees it at once: either way nobody
    should wait, so the slowest rerun counts.
    """
    async with Viewer(server, headers=headers if page.staff else {}) as viewer:
        await viewer.open(page.address, **page.query)
        before = viewer.foot
        await asyncio.to_thread(publish_something)
        began, runs = time.perf_counter(), [await viewer.rerun()]
        while viewer.foot == before:
            await asyncio.sleep(0.05)
            runs.append(await viewer.rerun())
        page.published.append(max(runs, key=lambda run: run.waited))
        return time.perf_counter() - began


def _rows(
    pages: Iterable[_Page], what: str, runs: Callable[[_Page], list[float]], limit: float | None
) -> Iterator[Measurement]:
    for page in pages:
        if found := runs(page):
            yield milliseconds(f"{page.name}: {what}", found, limit)


def _kilobytes(what: str, runs: list[Run], limit: float) -> Measurement:
    found = [run.received / 1000 for run in runs]
    spread = f"{min(found):.0f}–{max(found):.0f}"
    return Measurement(what, statistics.median(found), "kB", limit, spread)


def _waited(runs: list[Run]) -> list[float]:
    return [run.waited for run in runs]


def _all(page: _Page) -> list[Run]:
    return [*page.first, *page.unseen, *page.warm, *page.published]
