"""Starts the server so that counting a register fails with an exception that quotes a cell, as a careless one might."""

from __future__ import annotations

import sys
from importlib import import_module
from typing import Any

import server
from indicators.intake.register import Sheet


def fail(sheet: Sheet, **given: Any) -> None:
    try:
        float(sheet.column("name").iloc[0])
    except ValueError as error:
        raise RuntimeError(f"baris 2: {sheet.rows[0].cells}") from error


if __name__ == "__main__":
    import_module("indicators.intake.receive").count_register = fail
    sys.exit(server.main())
