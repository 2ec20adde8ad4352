"""From the command to an answer, and to a chart in a browser; on a filled and on an empty warehouse."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measurement import Measurement, seconds
from benchmarks.server import serving

ANSWER_S, CHART_S, SEEDING_CHART_S = 3, 6, 15

_CHART = ".js-plotly-plot .main-svg"


def measure(filled: Path, scratch: Path, *, repeat: int) -> Iterator[Measurement]:
    """filled: a warehouse to start on. scratch: an existing folder for empty ones."""
    chromium = shutil.which("chromium") or shutil.which("chromium-browser")
    answers, charts, first_charts = [], [], []
    for round_ in range(max(2, repeat // 4)):
        for folder, found in ((filled, charts), (scratch / f"empty-{round_}", first_charts)):
            answer, chart = _start(folder, chromium)
            answers.append(answer)
            if chart is not None:
                found.append(chart)
    yield seconds("start to HTTP 200", answers, ANSWER_S)
    if charts:
        yield seconds("start to the first chart in a browser", charts, CHART_S)
        yield seconds("very first start, which seeds, to the first chart", first_charts, SEEDING_CHART_S)


def _start(folder: Path, chromium: str | None) -> tuple[float, float | None]:
    """Seconds from the start to the answer and to the chart; None without a browser."""
    if chromium is None:
        with serving(folder) as server:
            return time.perf_counter() - server.begun, None
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        try:
            with serving(folder) as server:
                answer = time.perf_counter() - server.begun
                page.goto(server.http)
                page.wait_for_selector(_CHART, timeout=60_000)
                return answer, time.perf_counter() - server.begun
        finally:
            browser.close()
