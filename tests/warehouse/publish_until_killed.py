"""Run by a test as a process of its own: each line of input is one publish, by a child that the test may kill.

A line is `<births>`. The child says its process id, then `begun`, publishes and ends; the parent then says `ended` and
waits for the next line. A child begins with everything imported, so that a kill meets the publish and not the imports.
"""

from __future__ import annotations

import hashlib
import os
import sys

import pandas as pd

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.vocabulary import Mode, Period
from indicators.warehouse import Confirmed, Submission

FACILITIES = ("51.01.P07", "51.01.P08")


def births(value: float) -> Submission:
    """The same number of births in two puskesmas and in two years, so that one publish writes many files."""
    months = (Period.month(2024, 1), Period.month(2025, 1))
    rows = [
        {
            "element": "live_births",
            "facility": facility,
            "area": None,
            "period_start": month.start,
            "period_end": month.end,
            "value": value,
        }
        for facility in FACILITIES
        for month in months
    ]
    file = f"births;{value}".encode()
    return Submission(
        dataset="births",
        kabupaten="51.01",
        mode=Mode.SAMPLE,
        file_name="births.csv",
        checksum=hashlib.sha256(file).hexdigest(),
        by="ana",
        reason="",
        scope=tuple((facility, month) for facility in FACILITIES for month in months),
        observations=pd.DataFrame(rows),
        file=file,
        confirmed=(Confirmed(kind="puskesmas", written=f"Mendoyo {value}", meaning=FACILITIES[0]),),
    )


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    catalogue(), all_kabupaten()
    say("ready")
    for line in sys.stdin:
        child = os.fork()
        if child == 0:
            say(f"begun {os.getpid()}")
            warehouse.publish(births(float(line)))
            os._exit(0)
        os.waitpid(child, 0)
        say("ended")
