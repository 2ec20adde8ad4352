"""A viewer without a browser: opens a page over the websocket and chooses in its selectboxes.

Speaks Streamlit's own messages (BackMsg up, ForwardMsg down), as its frontend does: state of the widgets it has
touched, the address it is at, and the hashes of the messages it still holds, which the server need not send again.
"""

from __future__ import annotations

import asyncio
import time
from dataclasses import dataclass, field
from typing import Any, Self
from urllib.parse import quote

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from benchmarks.server import Server

PATIENCE = 60  # seconds


@dataclass(frozen=True)
class Run:
    """One run of the script as its viewer saw it.

    waited: seconds from asking to the script's end. received: bytes. failures: exceptions of the app, error boxes,
    and pages it does not know.
    """

    waited: float
    received: int
    failures: int


@dataclass
class Viewer:
    """One session. `options` holds the choices of every selectbox, by label; `foot` names the data version shown."""

    server: Server
    headers: dict[str, str] = field(default_factory=dict)
    options: dict[str, list[str]] = field(default_factory=dict)
    foot: str = ""
    _identifiers: dict[str, str] = field(default_factory=dict)
    _chosen: dict[str, str] = field(default_factory=dict)
    _held: dict[str, int] = field(default_factory=dict)  # hash of a message -> the run that last used it
    _runs: int = 0
    _keep: int = 0
    _query: str = ""
    _page: str = ""
    _stream: ClientConnection | None = None

    async def __aenter__(self) -> Self:
        self._stream = await connect(
            self.server.stream,
            subprotocols=["streamlit"],  # type: ignore[list-item]
            additional_headers=self.headers,
            max_size=None,
            compression=None,
            ping_interval=None,
            open_timeout=PATIENCE,
        )
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._stream is not None:
            await self._stream.close()

    async def open(self, address: str, **query: str) -> Run:
        """The first run of a page, by its address (`""` is the first page of the menu)."""
        self._query = "&".join(f"{key}={quote(value)}" for key, value in query.items())
        asked = BackMsg()
        asked.rerun_script.page_name = address.strip("/")
        return await self._run(asked)

    async def choose(self, label: str, option: str) -> Run:
        """Choose an option of a selectbox. Raises KeyError for a label the page does not have."""
        self._chosen[self._identifiers[label]] = option
        return await self.rerun()

    async def rerun(self) -> Run:
        """Run the page again as it stands."""
        asked = BackMsg()
        asked.rerun_script.page_script_hash = self._page
        return await self._run(asked)

    async def _run(self, asked: BackMsg) -> Run:
        state = asked.rerun_script
        state.query_string = self._query
        state.context_info.timezone = "Asia/Jakarta"
        state.context_info.locale = "id-ID"
        state.context_info.url = f"{self.server.http}/"
        state.cached_message_hashes.extend(self._held)
        for identifier, option in self._chosen.items():
            widget = state.widget_states.widgets.add()
            widget.id, widget.string_value = identifier, option
        assert self._stream is not None
        began = time.perf_counter()
        await self._stream.send(asked.SerializeToString())
        return await self._follow(began)

    async def _follow(self, began: float) -> Run:
        """Read until the script has finished; a run that gives way to a newer one does not end it."""
        assert self._stream is not None
        received, failures = 0, 0
        while True:
            raw = await asyncio.wait_for(self._stream.recv(), PATIENCE)
            received += len(raw)
            message = ForwardMsg.FromString(raw if isinstance(raw, bytes) else raw.encode())
            if message.hash and message.metadata.cacheable:
                self._held[message.hash] = self._runs
            kind = message.WhichOneof("type")
            if kind == "ref_hash":
                self._held[message.ref_hash] = self._runs
            elif kind == "new_session":
                self._keep = message.new_session.config.max_cached_message_age
            elif kind == "navigation":  # which page of the menu it is: the session itself only knows app.py
                self._page = message.navigation.page_script_hash
            elif kind == "page_info_changed":
                self._query = message.page_info_changed.query_string
            elif kind == "page_not_found":
                failures += 1
            elif kind == "delta":
                failures += self._look_at(message.delta)
            elif kind == "script_finished":
                if message.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN:
                    continue
                now = time.perf_counter()
                self._forget_old_messages()
                failures += message.script_finished == ForwardMsg.FINISHED_WITH_COMPILE_ERROR
                return Run(now - began, received, failures)

    def _forget_old_messages(self) -> None:
        """As the frontend: a message unused for more runs than the server's setting says is dropped."""
        self._runs += 1
        self._held = {hash_: used for hash_, used in self._held.items() if self._runs - used <= self._keep}

    def _look_at(self, delta: Any) -> int:
        """Remember a selectbox and the foot; 1 for an exception or an error box, else 0."""
        if delta.WhichOneof("type") != "new_element":
            return 0
        element = delta.new_element
        kind = element.WhichOneof("type")
        if kind == "selectbox":
            self._identifiers[element.selectbox.label] = element.selectbox.id
            self.options[element.selectbox.label] = list(element.selectbox.options)
        elif kind == "html" and "page-foot" in element.html.body:
            self.foot = element.html.body
        return int(kind == "exception" or (kind == "alert" and element.alert.format == element.alert.ERROR))
