"""What an export gives: the values that it says, and before them the single numbers of its sheets."""

from __future__ import annotations

from dataclasses import dataclass, field

from indicators.intake.published import Quoted
from indicators.intake.tables import RowNumber
from indicators.vocabulary import Period, Problem


@dataclass
class Export:
    """values: what the file says. columns: header as written -> what it was taken for."""

    values: list[Quoted] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    facts: list[str] = field(default_factory=list)
    columns: dict[str, str] = field(default_factory=dict)
    rows: int = 0


@dataclass(frozen=True)
class Cell:
    """One number of the file. area: code; is_sum: a kabupaten's figure that sums the kecamatan beside it."""

    row: RowNumber
    text: str
    entry: str
    content: str
    area: str
    period: Period
    is_sum: bool = False
