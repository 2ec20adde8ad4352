"""What a command writes: sentences, aligned tables, CSV for Excel, JSON for programs; and what it asks back."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any

import numpy as np

from indicators.commands.refusal import Refused
from indicators.judgement.judged import Absence
from indicators.wording import commands as say
from indicators.wording import numbers

Cell = str | int | float | bool | None
_MOST_DECIMALS = 4


def write(*lines: str) -> None:
    """Lines to standard output."""
    sys.stdout.write("".join(f"{line}\n" for line in lines))


def remark(line: str) -> None:
    """A line beside the answer, to standard error, so that the answer can be piped on."""
    sys.stdout.flush()
    sys.stderr.write(f"{line}\n")


def confirm(question: str, *, agreed: bool) -> None:
    """Ask, unless the user has agreed already. Raises Refused for any answer but yes, and where nobody can answer."""
    if agreed:
        return
    try:
        answer = input(say.ASK.format(question=question))
    except EOFError:
        answer = ""
    if answer.strip().casefold() not in say.AGREED:
        raise Refused(say.NOT_AGREED)


def plain(value: Any) -> Cell:
    """A value of a frame as text, number, truth or None; a day as ISO text, a withheld count as its word."""
    if value is Absence.SUPPRESSED:
        return say.WITHHELD
    if isinstance(value, datetime):
        return value.date().isoformat() if _is_day(value) else value.isoformat(timespec="seconds")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, np.ndarray):
        return json.dumps(value.tolist(), ensure_ascii=False, default=str)
    found = value.item() if hasattr(value, "item") else value
    if isinstance(found, float) and found.is_integer():
        return int(found)
    return found if found is None or isinstance(found, str | int | float) else str(found)


def as_text(column: str, cell: Cell) -> str:
    """A single value as a table would write it in a column."""
    return _text(column, cell)


def as_table(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> list[str]:
    """Aligned lines under their column names; numbers to the right, written `1.234,5`."""
    cells = [list(row) for row in rows]
    texts = [[_text(column, cell) for column, cell in zip(columns, row, strict=True)] for row in cells]
    widths = [max(len(text) for text in column) for column in zip(columns, *texts, strict=True)]
    right = [any(_is_number(row[i]) for row in cells) for i in range(len(columns))]

    def line(parts: Sequence[str]) -> str:
        aligned = (p.rjust(w) if r else p.ljust(w) for p, w, r in zip(parts, widths, right, strict=True))
        return "  ".join(aligned).rstrip()

    return [line(columns), line(["-" * width for width in widths]), *map(line, texts)]


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
    """As the dashboard's own downloads: `;`, decimal comma, and no cell that a spreadsheet would run."""
    from indicators.render.spreadsheet import as_csv

    words = ([_truth(cell) if isinstance(cell, bool) else cell for cell in row] for row in rows)
    sys.stdout.flush()
    sys.stdout.buffer.write(as_csv(tuple(columns), map(tuple, words)))
    sys.stdout.buffer.flush()


def write_json(content: Any) -> None:
    write(json.dumps(content, ensure_ascii=False, indent=1, allow_nan=False))


def _text(column: str, cell: Cell) -> str:
    if cell is None:
        return say.MISSING
    if isinstance(cell, bool):
        return _truth(cell)
    if isinstance(cell, str):
        # A line break or a terminal's control sequence in a cell would break the table.
        return "".join(c if c.isprintable() else " " for c in cell)
    if isinstance(cell, int):
        return str(cell) if column.endswith("year") else numbers.number(cell)
    written = numbers.number(cell, _MOST_DECIMALS)
    return written.rstrip("0").rstrip(",")


def _truth(cell: bool) -> str:
    return say.YES_WORD if cell else say.NO_WORD


def _is_number(cell: Cell) -> bool:
    return isinstance(cell, int | float) and not isinstance(cell, bool)


def _is_day(value: datetime) -> bool:
    """Whether it is a day without a time: DuckDB's dates come as midnights without a time zone."""
    return value.tzinfo is None and (value.hour, value.minute, value.second, value.microsecond) == (0, 0, 0, 0)
