"""Take the pictures of docs/panduan.md: `python scripts/take_pictures.py [NAME ...]`, without names all of them.

Starts the dashboard on a warehouse of its own, on the sample data and a fixed day, and drives a browser through it
with a made-up account. Needs requirements-dev.txt and an installed Chromium or Chrome; nothing is fetched.
"""

from __future__ import annotations

import csv
import io
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Locator, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "pictures"
DAY = "2026-11-21"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")
NAME, FULL_NAME, PASSWORD = "ani", "Ani", "sandi-untuk-gambar"
LAPTOP = {"width": 1440, "height": 900}
PHONE = {"width": 350, "height": 800}  # a small one, so that its picture fits on a larger one
TALL = {"width": 1360, "height": 2000}  # high enough that nothing has to be scrolled
MARGIN = 8  # pixels around a cut-out
LARGEST = 120_000  # bytes
COLOURS = (128, 96, 64, 48)
SETTLING = 1500  # milliseconds that charts need to be drawn after the page is there

SAMPLE = ROOT / "data" / "sample" / "35.10" / "births_2026.csv"
MONTH = "10"

# Rows of the sample that are sent, by puskesmas, and the cells that are changed in them.
Rows = dict[str, dict[str, str]]
CORRECTION: Rows = {"Puskesmas Licin": {"lahir_hidup": "84", "lahir_hidup_l": "44"}}
MISTAKES: Rows = {
    "Puskesmas Licin": {"bulan": "13"},
    "Puskesmas Kabat": {"lahir_mati": "-1"},
    "Puskesmas Songgon": {"bblr": "712"},
    "Puskesmas Tulungrejo": {"lahir_hidup": "lima"},
}

# What a visit hands over: None for what the screen shows, else the first and the last block of the picture.
Blocks = tuple[Locator, Locator]
Visit = Callable[[Page, str], Blocks | None]


def summary(page: Page, address: str) -> None:
    """The summary, on the screen it is given."""
    open_page(page, address)


def card(page: Page, address: str) -> Blocks:
    """One card."""
    open_page(page, address)
    first = page.locator("article.card").first
    return first, first


def map_with_grey_areas(page: Page, address: str) -> Blocks:
    """A map on which some kecamatan have too few events to be coloured."""
    open_page(page, f"{address}/peta?indikator=akb")
    drawn = page.locator(".st-key-framed-map")
    return drawn, drawn


def template(page: Page, address: str) -> Blocks:
    """The first two steps of the upload page."""
    sign_in(page, address)
    open_page(page, f"{address}/unggah")
    return page.locator("header.page-head"), page.get_by_test_id("stFileUploader")


def problems(page: Page, address: str) -> Blocks:
    """A file with mistakes, each named by row and column."""
    sign_in(page, address)
    send(page, address, births(MISTAKES))
    return page.get_by_test_id("stFileUploader"), page.locator(".table-wrap").last


def preview(page: Page, address: str) -> Blocks:
    """What publishing a file would change."""
    sign_in(page, address)
    send(page, address, births(CORRECTION))
    page.get_by_text("Rincian perubahan").click()
    page.wait_for_timeout(SETTLING)
    return page.get_by_text("4. Lihat yang akan berubah"), page.get_by_role("button", name="Terbitkan", exact=True)


def history(page: Page, address: str) -> Blocks:
    """The list of submissions after one was published, and what undoing it would change."""
    sign_in(page, address)
    send(page, address, births(CORRECTION))
    page.get_by_role("textbox", name="Catatan untuk riwayat").fill("Perbaikan angka Puskesmas Licin")
    page.get_by_role("button", name="Terbitkan", exact=True).click()
    page.get_by_role("button", name="Batalkan kiriman ini").wait_for()
    open_page(page, f"{address}/riwayat")
    page.get_by_role("combobox", name="Pilih kiriman").click()
    page.get_by_role("option").first.click()
    page.get_by_role("button", name="Batalkan", exact=True).wait_for()
    page.wait_for_timeout(SETTLING)
    return page.locator("header.page-head"), page.get_by_role("button", name="Batalkan", exact=True)


# Name of the picture: how to get there, on which screen.
VISITS: dict[str, tuple[Visit, dict[str, int]]] = {
    "ringkasan": (summary, LAPTOP),
    "kartu": (card, PHONE),
    "ponsel": (summary, PHONE),
    "peta": (map_with_grey_areas, TALL),
    "unggah-templat": (template, TALL),
    "unggah-masalah": (problems, TALL),
    "unggah-pratinjau": (preview, TALL),
    "riwayat": (history, TALL),
}


def open_page(page: Page, address: str) -> None:
    """Go there and wait until everything is drawn."""
    page.goto(address)
    page.locator("footer.page-foot").wait_for(timeout=60_000)
    page.evaluate("document.fonts.ready")
    page.wait_for_timeout(SETTLING)


def sign_in(page: Page, address: str) -> None:
    page.goto(f"{address}/masuk")
    page.get_by_label("Nama pengguna").fill(NAME)
    page.get_by_label("Kata sandi").fill(PASSWORD)
    page.get_by_role("button", name="Masuk").click()
    page.locator("footer.page-foot").wait_for(timeout=60_000)


def send(page: Page, address: str, content: bytes) -> None:
    """Put a file of births into the upload form."""
    open_page(page, f"{address}/unggah")
    page.locator("input[type=file]").set_input_files(
        {"name": "kelahiran-oktober-2026.csv", "mimeType": "text/csv", "buffer": content}
    )
    page.get_by_text("3. Periksa yang ditemukan").wait_for()
    page.wait_for_timeout(SETTLING)


def births(rows: Rows) -> bytes:
    """Some rows of the shipped births, in the form that staff send."""
    with SAMPLE.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file, delimiter=";")
        sent = [row | rows[row["puskesmas"]] for row in reader if row["puskesmas"] in rows and row["bulan"] == MONTH]
        columns = list(reader.fieldnames or [])
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, delimiter=";", lineterminator="\r\n")
    writer.writeheader()
    writer.writerows(sent)
    return text.getvalue().encode("utf-8-sig")


def take(browser: Browser, address: str, name: str) -> Path:
    """One picture, in a browser session of its own."""
    visit, screen = VISITS[name]
    on_phone = screen is PHONE
    session = browser.new_context(
        viewport=screen,  # type: ignore[arg-type]
        locale="id-ID",
        timezone_id="Asia/Jakarta",
        is_mobile=on_phone,
        has_touch=on_phone,
    )
    page = session.new_page()
    blocks = visit(page, address)
    raw = page.screenshot(clip=around(*blocks)) if blocks else page.screenshot()  # type: ignore[arg-type]
    session.close()
    path = PICTURES / f"{name}.png"
    path.write_bytes(small(raw))
    return path


def around(first: Locator, last: Locator) -> dict[str, float]:
    """The part of the screen from the top of one block to the end of another."""
    boxes = [box for box in (first.bounding_box(), last.bounding_box()) if box]
    left, top = min(b["x"] for b in boxes) - MARGIN, min(b["y"] for b in boxes) - MARGIN
    right = max(b["x"] + b["width"] for b in boxes) + MARGIN
    bottom = max(b["y"] + b["height"] for b in boxes) + MARGIN
    return {"x": left, "y": top, "width": right - left, "height": bottom - top}


def small(raw: bytes) -> bytes:
    """The picture with as many colours as fit into LARGEST bytes. Raises SystemExit where none do."""
    picture = Image.open(io.BytesIO(raw)).convert("RGB")
    for colours in COLOURS:
        out = io.BytesIO()
        picture.quantize(colours, dither=Image.Dither.NONE).save(out, "PNG", optimize=True)
        if out.tell() <= LARGEST:
            return out.getvalue()
    raise SystemExit(f"{out.tell()} bytes with {colours} colours: choose a smaller part of the page")


@contextmanager
def dashboard() -> Iterator[str]:
    """The address of a dashboard of our own, which is stopped afterwards."""
    with tempfile.TemporaryDirectory() as scratch:
        environment = os.environ | {"KPI_WAREHOUSE": scratch, "KPI_TODAY": DAY}
        account = {"name": NAME, "display_name": FULL_NAME, "password": PASSWORD, "role": "admin"}
        made = f"from indicators import access; access.create_account(**{account!r})"
        subprocess.run([sys.executable, "-c", made], cwd=ROOT, env=environment, check=True)
        port = free_port()
        server = subprocess.Popen([sys.executable, "server.py", "--port", str(port)], cwd=ROOT, env=environment)
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(address)
            yield address
        finally:
            server.terminate()
            server.wait()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(address: str, *, seconds: float = 60) -> None:
    """Return at the first answer. Raises SystemExit where none comes."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(address, timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise SystemExit("the dashboard did not start")


def main(names: list[str]) -> None:
    """Take the named pictures, or all."""
    if unknown := set(names) - set(VISITS):
        raise SystemExit(f"no such picture: {', '.join(sorted(unknown))}; there are {', '.join(VISITS)}")
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        raise SystemExit(f"no browser found; looked for {', '.join(BROWSERS)}")
    PICTURES.mkdir(parents=True, exist_ok=True)
    with dashboard() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        for name in names or VISITS:
            path = take(browser, address, name)
            print(f"{path.relative_to(ROOT)}: {path.stat().st_size / 1000:.0f} kB")
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1:])
