"""The spine chart of one kecamatan: each indicator on a line of its own, the kabupaten's value in the middle.

After the area profiles of Public Health England ("spine charts", Fingertips technical guidance): every line has its own
scale, turned so that better lies to the right, and shows the range of all kecamatan with its quartiles as bars.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from indicators.catalogue import Indicator
from indicators.charts.spec import SpecError, State
from indicators.judgement.beside import Standing
from indicators.judgement.scorecard import Cell
from indicators.vocabulary import Direction

# Fewer comparable kecamatan make no range, and fewer than twice as many as there are quarters no quartiles.
RANGE_FROM, QUARTILES_FROM = 3, 8


@dataclass(frozen=True)
class Aim:
    """A target on a line; `ahead`: of a later year than the period's, which is not judged yet."""

    value: float
    label: str
    ahead: bool


@dataclass(frozen=True)
class SpineRow:
    """One indicator. All values are in its unit; texts are finished.

    label: its name; said: the whole line in words, for who does not see it. value is None exactly where the state has
    none, and remark then says why. low, high: the 95 % interval. lowest, highest, quartiles: of the kecamatan that can
    be compared, None where they are too few. fair: the limits of chance at this kecamatan's size, None without any;
    either of them None where nothing on that side would be beyond chance. before: the kecamatan's own value in the same
    months last year.
    """

    indicator: str
    label: str
    unit: str
    decimals: int
    direction: Direction
    state: State
    standing: Standing
    value: float | None
    whole: float
    said: str
    low: float | None = None
    high: float | None = None
    lowest: float | None = None
    highest: float | None = None
    quartiles: tuple[float, float] | None = None
    fair: tuple[float | None, float | None] | None = None
    before: float | None = None
    aim: Aim | None = None
    remark: str = ""

    def __post_init__(self) -> None:
        if (self.low is None) != (self.high is None) or (self.lowest is None) != (self.highest is None):
            raise SpecError(f"{self.indicator}: an interval and a range need both ends")
        if self.quartiles and self.lowest is None:
            raise SpecError(f"{self.indicator}: quartiles need the range around them")

    @property
    def reach(self) -> float:
        """How far from the kabupaten's value either end of the line is, in the unit.

        The farthest of the range and of a value that can be compared; without a range also of its interval, so that
        the value does not by itself lie at the end of the line.
        """
        ends = [self.lowest, self.highest]
        if self.state is State.VALUE:
            ends.append(self.value)
            if self.lowest is None:
                ends += [self.low, self.high]
        return max((abs(end - self.whole) for end in ends if end is not None), default=0.0)

    def place(self, value: float) -> float:
        """Where a value lies: -1 at the worse end, 0 at the kabupaten's value, 1 at the better end; clipped there.

        Without a good side, higher lies to the right.
        """
        if not self.reach:
            return 0.0
        turned = -1 if self.direction is Direction.LOWER_IS_BETTER else 1
        return float(min(max(turned * (value - self.whole) / self.reach, -1.0), 1.0))

    @property
    def drawn(self) -> bool:
        """Whether there is anything to show besides words: a value to place on a scale that comparison gives."""
        return self.value is not None and self.reach > 0

    def beyond(self, value: float) -> bool:
        """Whether a value lies outside the line and is therefore drawn at its end."""
        return abs(value - self.whole) > self.reach * (1 + 1e-9)


@dataclass(frozen=True)
class SpineSpec:
    """The lines of one kecamatan in the order in which they are read; see `ChartSpec` for footer, alt and sample.

    unit: where each line's own unit stands.
    """

    title: str
    unit: str
    rows: tuple[SpineRow, ...]
    footer: str
    alt: str
    sample: bool
    notes: tuple[str, ...] = ()
    finding: str = ""

    def __post_init__(self) -> None:
        if not (self.title and self.unit and self.footer and self.alt):
            raise SpecError("a chart says what it shows, its footer and its alternative text")


def spine_row(
    entry: Indicator,
    *,
    cell: Cell,
    whole: float,
    areas: Iterable[Cell],
    said: str,
    before: float | None = None,
    aim: Aim | None = None,
    remark: str = "",
) -> SpineRow:
    """One line. areas: all kecamatan, this one included; only those that can be compared make the range."""
    judged = cell.judged
    lowest, highest, quartiles = _spread([c.judged.value for c in areas if _comparable(c)])
    return SpineRow(
        indicator=entry.id,
        label=entry.label,
        unit=entry.unit,
        decimals=entry.decimals,
        direction=entry.direction,
        state=_state(cell),
        standing=cell.standing,
        value=judged.value,
        whole=whole,
        said=said,
        low=judged.low,
        high=judged.high,
        lowest=lowest,
        highest=highest,
        quartiles=quartiles,
        fair=None if cell.low is None and cell.high is None else (cell.low, cell.high),
        before=before,
        aim=aim,
        remark=remark,
    )


def _state(cell: Cell) -> State:
    if cell.judged.value is None:
        return State.MISSING
    if cell.standing in (Standing.INCOMPLETE, Standing.OVERFULL):
        return State.PROVISIONAL
    return State.TOO_FEW if cell.standing is Standing.TOO_FEW else State.VALUE


def _comparable(cell: Cell) -> bool:
    return cell.judged.value is not None and _state(cell) is State.VALUE


def _spread(
    values: Sequence[float | None],
) -> tuple[float | None, float | None, tuple[float, float] | None]:
    """Lowest, highest and quartiles (linear between neighbours, as spreadsheets do)."""
    found = [value for value in values if value is not None]
    if len(found) < RANGE_FROM:
        return None, None, None
    quartiles = None
    if len(found) >= QUARTILES_FROM:
        lower, upper = np.quantile(found, [0.25, 0.75])
        quartiles = float(lower), float(upper)
    return min(found), max(found), quartiles
