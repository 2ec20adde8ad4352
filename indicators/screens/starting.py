"""The first seconds of a server: what pages are made with is loaded while the browser still loads its own part."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine
from functools import partial

from starlette.types import ASGIApp, Receive, Scope, Send


class OnceLoaded:
    """ASGI middleware: a page's connection waits until `loaded` is set; everything else is answered at once.

    Two threads that import the same modules could see some of them half made.
    """

    def __init__(self, app: ASGIApp, *, loaded: asyncio.Event) -> None:
        self._app = app
        self._loaded = loaded

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "websocket":
            await self._loaded.wait()
        await self._app(scope, receive, send)


async def load_and_work(loaded: asyncio.Event) -> None:
    """Load what pages are made with (a second), set `loaded`, and from then on do what a server does by itself."""
    try:
        work = await asyncio.to_thread(_work)
    finally:
        loaded.set()  # a page that cannot be made says so itself
    await asyncio.gather(*(task() for task in work))


def _work() -> list[Callable[[], Coroutine[None, None, None]]]:
    from indicators.screens import frame, menu, reading_ahead, selection, summary, tidying, waiting  # noqa: F401

    return [partial(reading_ahead.keep_ready, selection.REFERENCE), tidying.tidy_up_daily]
