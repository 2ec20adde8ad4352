"""`python -m benchmarks`: measure, and print one table."""

from __future__ import annotations

import argparse
import logging
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

logging.getLogger("streamlit").setLevel(logging.ERROR)

from benchmarks import checking, comparing, crowd, growing, importing, pages, starting, storing  # noqa: E402
from benchmarks.machine import machine_line  # noqa: E402
from benchmarks.measurement import Measurement, table  # noqa: E402
from benchmarks.server import serving, staff_cookie  # noqa: E402
from indicators import warehouse  # noqa: E402


@contextmanager
def _own_warehouse(source: Path | None) -> Iterator[tuple[Path, Path]]:
    """A folder for measurements and in it a filled warehouse, a copy of `source` where one is given."""
    with tempfile.TemporaryDirectory(prefix="kpi-benchmarks-") as name:
        scratch = Path(name)
        folder = scratch / "warehouse"
        if source is not None:
            shutil.copytree(source, folder)
        os.environ["KPI_WAREHOUSE"] = str(folder)
        warehouse.ensure_filled()
        yield scratch, folder


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument(
        "parts",
        nargs="*",
        help="which parts to run (all): imports, measures, warehouse, intake, start, pages, viewers, memory",
    )
    parser.add_argument("--repeat", type=int, default=15, help="how often each thing is measured (15)")
    parser.add_argument("--viewers", type=int, default=100, help="size of the crowd (100)")
    parser.add_argument("--seconds", type=float, default=60, help="how long the crowd stays, each time (60)")
    parser.add_argument("--versions", type=int, default=30, help="data versions for the part `memory` (30)")
    parser.add_argument("--warehouse", type=Path, help="measure on a copy of this warehouse, not on the sample alone")
    asked = parser.parse_args(arguments)

    with _own_warehouse(asked.warehouse) as (scratch, folder):

        def on_server(measure: Callable[..., Iterator[Measurement]], **options: object) -> Iterator[Measurement]:
            with serving(folder) as server:
                yield from measure(server, **options)

        parts: dict[str, Callable[[], Iterator[Measurement]]] = {
            "imports": lambda: importing.measure(repeat=asked.repeat),
            "measures": lambda: comparing.measure(repeat=asked.repeat),
            "warehouse": lambda: storing.measure(scratch, repeat=asked.repeat),
            "intake": lambda: checking.measure(repeat=asked.repeat),
            "start": lambda: starting.measure(folder, scratch, repeat=asked.repeat),
            "pages": lambda: on_server(pages.measure, repeat=asked.repeat, headers=staff_cookie()),
            "viewers": lambda: on_server(crowd.measure, viewers=asked.viewers, seconds=asked.seconds),
            "memory": lambda: on_server(growing.measure, versions=asked.versions, headers=staff_cookie()),
        }
        if unknown := set(asked.parts) - set(parts):
            parser.error(f"no such part: {', '.join(sorted(unknown))}")
        print(machine_line(), flush=True)
        found: list[Measurement] = []
        for name in asked.parts or parts:
            begun = time.perf_counter()
            found += parts[name]()
            print(f"{name}: measured in {time.perf_counter() - begun:.0f} s", file=sys.stderr, flush=True)
    print(table(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
