"""Starts an offline copy: installs its packages beside it once, runs the server, opens the browser.

Run as a file by mulai.sh and mulai.bat while no package is there yet: it needs the standard library and words only.
"""

from __future__ import annotations

import argparse
import os
import runpy
import shutil
import socket
import subprocess
import sys
import threading
import time
import webbrowser
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
WHEELS, REQUIREMENTS = ROOT / "wheels", ROOT / "requirements.txt"
ADDRESS, FIRST_PORT, LAST_PORT = "127.0.0.1", 8501, 8520
# Held while packages are installed, so that an impatient second click does not begin it again; freed with the process.
INSTALLING_PORT = 8499
SETTINGS, SETTING_KEPT = "KPI_", "KPI_TODAY"


def main() -> int:
    """Runs until it is stopped; the exit code."""
    sys.path[0] = str(ROOT)  # where Python has put this file's own folder
    from indicators.wording import offline_start as say

    parser = argparse.ArgumentParser(prog="mulai", description=say.PURPOSE)
    parser.add_argument("--port", type=int, help=say.PORT_HELP.format(port=FIRST_PORT))
    parser.add_argument("--no-browser", action="store_true", help=say.NO_BROWSER_HELP)
    asked = parser.parse_args()
    if not is_installed():
        with socket.socket() as alone:
            try:
                alone.bind((ADDRESS, INSTALLING_PORT))
            except OSError:
                print(say.PREPARED_ELSEWHERE, file=sys.stderr)
                return 1
            print(say.PREPARING, flush=True)
            if not install():
                print(say.NOT_PREPARED, file=sys.stderr)
                return 1
    port = asked.port or free_port()
    if port is None:
        print(say.NO_PORT.format(first=FIRST_PORT, last=LAST_PORT), file=sys.stderr)
        return 1
    if not asked.no_browser:
        print(say.OPENING, flush=True)
        threading.Thread(target=open_browser, args=(port,), daemon=True).start()
    serve(port)
    return 0


def libraries() -> Path:
    """Where the packages lie that this computer's Python can use; a copy may visit several.

    Streamlit takes itself for its developers' own where no folder above it is called so.
    """
    return ROOT / f"pustaka-{sys.platform}-{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages"


def is_installed() -> bool:
    """Whether the packages of this very copy are all there: what they were installed for lies beside them, last."""
    done = libraries() / REQUIREMENTS.name
    return done.is_file() and done.read_bytes() == REQUIREMENTS.read_bytes()


def install() -> bool:
    """Installs from the folder `wheels` alone, with the pip that lies there; pip says on the console what is wrong.

    A folder of packages instead of a virtual environment: it can be moved with the copy, stands on a flash disk that
    knows no links, and needs neither Debian's python3-venv nor a pip.
    """
    shutil.rmtree(libraries().parent, ignore_errors=True)
    libraries().parent.mkdir()
    # What pip unpacks is then moved within one disk.
    beside = {name: str(libraries().parent) for name in ("TMPDIR", "TEMP", "TMP")}
    pip = next(WHEELS.glob("pip-*.whl"), WHEELS / "pip.whl") / "pip"
    options = ["--isolated", "--quiet", "--no-index", "--no-compile", "--no-warn-script-location"]
    options += ["--root-user-action=ignore"]
    places = ["--find-links", str(WHEELS), "--target", str(libraries())]
    command = [sys.executable, str(pip), "install", *options, *places, "--requirement", str(REQUIREMENTS)]
    if subprocess.call(command, env={**os.environ, **beside}) != 0:
        return False
    shutil.copyfile(REQUIREMENTS, libraries() / REQUIREMENTS.name)
    return True


def free_port() -> int | None:
    """The first port on which nothing listens; None where there is none."""
    for port in range(FIRST_PORT, LAST_PORT + 1):
        with socket.socket() as probe:
            if sys.platform != "win32":
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((ADDRESS, port))
            except OSError:
                continue
            return port
    return None


def open_browser(port: int) -> None:
    """Opens the dashboard as soon as the server answers."""
    for _ in range(300):
        try:
            socket.create_connection((ADDRESS, port), timeout=1).close()
        except OSError:
            time.sleep(0.5)
        else:
            webbrowser.open(f"http://{ADDRESS}:{port}")
            return


def serve(port: int) -> None:
    """Runs server.py as if it had been started from the copy's folder, with none of this computer's own settings."""
    for name in [name for name in os.environ if name.startswith(SETTINGS) and name != SETTING_KEPT]:
        del os.environ[name]
    os.chdir(ROOT)  # Streamlit reads its settings from there
    sys.path.insert(1, str(libraries()))
    server = str(ROOT / "server.py")
    sys.argv = [server, "--port", str(port), "--address", ADDRESS]
    runpy.run_path(server, run_name="__main__")


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(1)
