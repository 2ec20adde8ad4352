"""While a server loads what pages are made with, the browser gets its own part and waits with the rest."""

from __future__ import annotations

import asyncio

from starlette.types import Message, Receive, Scope, Send

from indicators.screens.starting import OnceLoaded


def test_a_pages_connection_waits_for_what_pages_are_made_with_and_a_file_does_not() -> None:
    answered: list[str] = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        answered.append(scope["type"])

    async def receive() -> Message:
        raise AssertionError("nothing is received")

    async def send(message: Message) -> None:
        raise AssertionError("nothing is sent")

    async def ask() -> None:
        loaded = asyncio.Event()
        once_loaded = OnceLoaded(app, loaded=loaded)
        page = asyncio.create_task(once_loaded({"type": "websocket"}, receive, send))
        await once_loaded({"type": "http"}, receive, send)
        await asyncio.sleep(0)
        assert answered == ["http"]
        loaded.set()
        await page
        assert answered == ["http", "websocket"]

    asyncio.run(asyncio.wait_for(ask(), 10))
