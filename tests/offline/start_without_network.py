"""Starts a copy by its own script where no network is but the computer's own, and prints what its first page says.

Run in a network namespace of its own: `unshare --net python start_without_network.py FOLDER`.
"""

from __future__ import annotations

import asyncio
import fcntl
import os
import signal
import socket
import struct
import subprocess
import sys
import time

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect

PORT, STARTS_WITHIN = 8501, 300  # seconds; a busy machine installs for long
_SET_FLAGS, _UP = 0x8914, 0x1


def main(folder: str) -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as any_socket:
        fcntl.ioctl(any_socket, _SET_FLAGS, struct.pack("16sh14x", b"lo", _UP))
    try:
        socket.create_connection(("192.0.2.1", 80), timeout=5)
        sys.exit("there is a network")
    except OSError:
        started = subprocess.Popen(["sh", f"{folder}/mulai.sh", "--no-browser"], start_new_session=True)
    try:
        wait(started)
        sys.stdout.write(asyncio.run(first_page()))
    finally:
        os.killpg(started.pid, signal.SIGTERM)
        started.wait(20)


def wait(started: subprocess.Popen[bytes]) -> None:
    patience = time.monotonic() + STARTS_WITHIN
    while started.poll() is None and time.monotonic() < patience:
        try:
            socket.create_connection(("127.0.0.1", PORT), timeout=1).close()
            return
        except OSError:
            time.sleep(0.3)
    sys.exit(f"did not start: {started.returncode}")


async def first_page() -> str:
    """Every message of the first run, as text."""
    stream = f"ws://127.0.0.1:{PORT}/_stcore/stream"
    async with connect(stream, subprotocols=["streamlit"], max_size=None, proxy=None) as session:  # type: ignore[list-item]
        asked = BackMsg()
        asked.rerun_script.query_string = ""
        await session.send(asked.SerializeToString())
        said = []
        while True:
            message = ForwardMsg.FromString(await asyncio.wait_for(session.recv(), 120))
            said.append(str(message))
            if message.WhichOneof("type") == "script_finished":
                return "\n".join(said)


if __name__ == "__main__":
    main(sys.argv[1])
