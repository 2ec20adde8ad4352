"""Starts the dashboard: the app, with sign-in beside it.

`python server.py --port 8501 --address 127.0.0.1`. `streamlit run app.py` shows the same app without sign-in.
"""

from __future__ import annotations

import argparse
import asyncio
import gc
import os
import socket
import sys
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import streamlit as st
from starlette.formparsers import MultiPartParser
from starlette.middleware import Middleware
from streamlit import config
from streamlit.runtime.pages_manager import PagesManager
from streamlit.web.server.starlette import starlette_server

from indicators import access
from indicators.screens import failures, gate, shell, sign_in, sign_in_page, starting
from indicators.wording import server as wording

ROOT = Path(__file__).resolve().parent
ADDRESS, PORT = "127.0.0.1", 8501
# So many before Python looks for those that nothing refers to any more; its own 700 suit programs with few.
NEW_OBJECTS = 50_000


def dashboard(script: Path, *, listens: tuple[str, int] | None = None) -> st.App:
    """The app of this script with the sign-in routes beside it.

    listens: address and port, to say on the console at start where the app is reached.
    """

    loaded = asyncio.Event()

    @asynccontextmanager
    async def lifespan(app: st.App) -> AsyncGenerator[None, None]:
        os.environ[sign_in.SERVED] = "1"
        pages_come_from_the_app()
        keep_uploads_in_memory()
        failures.keep_values_out_of_logs()
        look_for_garbage_less_often()
        announce(urls_of(*listens) if listens else [])
        at_work = asyncio.create_task(starting.load_and_work(loaded))
        yield
        at_work.cancel()

    return st.App(
        script,
        routes=sign_in.routes(),
        middleware=[
            Middleware(gate.Gate),
            Middleware(shell.PageInBahasa),
            Middleware(starting.OnceLoaded, loaded=loaded),
        ],
        lifespan=lifespan,
        on_script_error=failures.say_that_something_went_wrong,
    )


def pages_come_from_the_app() -> None:
    """Tells Streamlit before the first run that app.py names the pages.

    A folder called pages makes it look for page files there until st.navigation has run once, so the first deep
    link after a start would say that the page does not exist. To be removed when Streamlit drops that search.
    """
    PagesManager.uses_pages_directory = False


def keep_uploads_in_memory() -> None:
    """Raises the size from which an upload is written to a temporary file to the largest upload allowed, so
    that nothing of a register touches the disk before it is checked.

    Streamlit reads the form without a setting for it, and Starlette has it only as this attribute of its
    parser. To be removed when Streamlit keeps uploads in memory itself or passes such a setting on.
    """
    MultiPartParser.spool_max_size = config.get_option("server.maxUploadSize") * 1024 * 1024


def send_without_waiting() -> None:
    """Sends each message at once, where a rerun's second one would wait 40 ms for the answer to the first.

    asyncio switches that wait (Nagle's algorithm) off only on sockets that name their protocol, which Streamlit's
    does not; connections take it over from the listening socket. To be removed when Streamlit names it.
    """
    bind = starlette_server._bind_socket
    if getattr(bind, "sends_without_waiting", False):
        return

    def bind_without_waiting(address: str, port: int, backlog: int) -> socket.socket:
        listening = bind(address, port, backlog)
        listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        return listening

    bind_without_waiting.sends_without_waiting = True  # type: ignore[attr-defined]
    starlette_server._bind_socket = bind_without_waiting


def look_for_garbage_less_often() -> None:
    """A large file makes hundreds of thousands of small objects, and looking through them all the while takes a third
    of the time that its checks take.
    """
    gc.set_threshold(NEW_OBJECTS)


def announce(urls: list[str]) -> None:
    """Says on the console where the dashboard is and, while no account exists, how to create the first."""
    lines = [
        wording.STARTED.format(url=urls[0]) if urls else "",
        *[wording.STARTED_ON_NETWORK.format(url=url) for url in urls[1:]],
    ]
    try:
        code = access.setup_code()
    except access.AccountsUnreadable as unreadable:
        lines.append(str(unreadable))
    else:
        link = f"{urls[0] if urls else ''}{sign_in_page.SETUP}?kode={code}"
        lines.append(wording.FIRST_ADMIN.format(url=link) if code else "")
    lines.append(wording.STOP_HINT if urls else "")
    say(*filter(None, lines))


def urls_of(address: str, port: int) -> list[str]:
    """Where browsers reach a server that listens there: first from this computer, then from others."""
    scheme = "https" if config.get_option("server.sslCertFile") else "http"
    if address in ("0.0.0.0", "::"):
        return [f"{scheme}://localhost:{port}", f"{scheme}://{socket.gethostname()}:{port}"]
    return [f"{scheme}://{f'[{address}]' if ':' in address else address}:{port}"]


def cannot_listen(address: str, port: int) -> str:
    """Why nothing can listen there, in the operating system's words; empty when it can."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family) as probe:
        if sys.platform != "win32":
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except (OSError, OverflowError) as error:
            return str(error)
    return ""


def say(*lines: str) -> None:
    sys.stdout.write("\n" + "".join(f"  {line}\n" for line in lines) + "\n")
    sys.stdout.flush()


def main(arguments: list[str] | None = None) -> int:
    """Runs the server until it is stopped; the exit code."""
    parser = argparse.ArgumentParser(prog="python server.py", description=wording.PURPOSE)
    parser.add_argument("--port", type=int, default=PORT, help=wording.PORT_HELP.format(port=PORT))
    parser.add_argument("--address", default=ADDRESS, help=wording.ADDRESS_HELP.format(address=ADDRESS))
    chosen = parser.parse_args(arguments)
    if reason := cannot_listen(chosen.address, chosen.port):
        say(wording.PORT_TAKEN.format(address=chosen.address, port=chosen.port, reason=reason, other=chosen.port + 1))
        return 1
    try:
        access.signing_secret()
    except access.SecretTooShort as refused:
        say(str(refused))
        return 1
    send_without_waiting()
    served = dashboard(ROOT / "app.py", listens=(chosen.address, chosen.port))
    with suppress(KeyboardInterrupt):  # Ctrl+C is how one stops it
        served.run(
            config={
                "server.port": chosen.port,
                "server.address": chosen.address,
                # Our own lines say it in Bahasa Indonesia, and Streamlit would ask another host for our address.
                "logger.hideWelcomeMessage": True,
            }
        )
    return 0


app = dashboard(ROOT / "app.py")  # for `uvicorn server:app`

if __name__ == "__main__":
    sys.exit(main())
