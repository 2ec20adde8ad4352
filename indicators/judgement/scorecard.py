"""All kecamatan by several indicators, each value judged beside the kabupaten's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from indicators.judgement.beside import Standing, standing
from indicators.judgement.compared import compared
from indicators.judgement.judged import Judged
from indicators.judgement.values import State, judge
from indicators.vocabulary import Level, Period
from indicators.warehouse import Snapshot


@dataclass(frozen=True)
class Cell:
    """One value and where it stands.

    low, high: the limits of chance at the area's denominator, in the indicator's unit; None where there is none.
    """

    judged: Judged
    standing: Standing
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True)
class Scorecard:
    """whole: the kabupaten's value by indicator. cells: by area and indicator, every area and indicator once."""

    indicators: tuple[str, ...]
    areas: tuple[str, ...]
    whole: Mapping[str, Judged]
    cells: Mapping[tuple[str, str], Cell]

    def ordered(self, indicator: str | None) -> list[str]:
        """The areas by name, or by where they stand on one indicator and by name within: never by value.

        Among few events the highest and lowest value are mostly chance, so there is no ranking.
        """
        return sorted(
            self.areas,
            key=lambda area: (
                0 if indicator is None else _ORDER[self.cells[area, indicator].standing],
                self.cells[area, self.indicators[0]].judged.area_name,
            ),
        )


_ORDER = {found: place for place, found in enumerate(Standing)}


def scorecard(snapshot: Snapshot, *, indicators: Sequence[str], state: State, period: Period) -> Scorecard:
    """The values of the computed indicators (one at least) in all kecamatan, as the public may see them."""
    here = state.kabupaten
    whole = {j.indicator: j for j in judge(snapshot, indicators=indicators, kabupaten=here, period=period)}
    areas = judge(snapshot, indicators=indicators, kabupaten=here, period=period, level=Level.KECAMATAN)
    groups = {
        (area.judged.area, indicator): area
        for indicator in indicators
        if (found := compared(snapshot, indicator=indicator, state=state, period=period))
        for area in found.areas
    }
    cells = {}
    for judged in areas:
        area = groups.get((judged.area, judged.indicator))
        stands = standing(judged, area.group if area else None)
        low, high = (area.low, area.high) if area and stands is not Standing.NO_VALUE else (None, None)
        cells[judged.area, judged.indicator] = Cell(judged, stands, low, high)
    return Scorecard(
        indicators=tuple(indicators),
        areas=tuple(dict.fromkeys(area for area, _ in cells)),
        whole=whole,
        cells=cells,
    )
