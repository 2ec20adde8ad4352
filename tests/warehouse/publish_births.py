"""Run by a test as a process of its own: publish births of one facility, month after month.

Arguments: facility, first value, how many files. KPI_DIE_BEFORE names a table: on the way to write it, the process
says `waiting` and stands still until it is killed. With `fill` as only argument it fills an empty warehouse instead.
"""

from __future__ import annotations

import os
import sys
import time

import pandas as pd

from indicators import warehouse
from indicators.vocabulary import Mode, Period
from indicators.warehouse import Submission, tables


def stop_before(table: str) -> None:
    whole = tables.append

    def append(name: str, rows: object) -> int:
        if name == table:
            sys.stdout.write("waiting\n")
            sys.stdout.flush()
            time.sleep(600)
        return whole(name, rows)

    tables.append = append


def births(facility: str, month: int, value: float) -> Submission:
    period = Period.month(2024 + (month - 1) // 12, (month - 1) % 12 + 1)
    row = {
        "element": "live_births",
        "facility": facility,
        "area": None,
        "period_start": period.start,
        "period_end": period.end,
        "value": value,
    }
    return Submission(
        dataset="births",
        kabupaten=facility[:5],
        mode=Mode.SAMPLE,
        file_name="births.csv",
        checksum="",
        by="ana",
        reason="",
        scope=((facility, period),),
        observations=pd.DataFrame([row]),
    )


if __name__ == "__main__":
    if table := os.environ.get("KPI_DIE_BEFORE"):
        stop_before(table)
    if sys.argv[1:] == ["fill"]:
        warehouse.ensure_filled()
    else:
        facility, first, count = sys.argv[1], float(sys.argv[2]), int(sys.argv[3])
        for month in range(1, count + 1):
            warehouse.publish(births(facility, month, first + month))
