"""The values of all kecamatan in one period, ready to be mapped or compared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from indicators.areas import Area, Kabupaten
from indicators.catalogue import Indicator
from indicators.charts.spec import WITH_VALUE, AreaValue, State
from indicators.judgement.judged import Absence, Judged
from indicators.vocabulary import Basis, Period
from indicators.wording import charts as wording
from indicators.wording import judgement, numbers

ABSENCE_WORDS: dict[Absence, str] = {
    Absence.NOT_SENT: judgement.NOT_SENT,
    Absence.NO_DENOMINATOR: judgement.NO_DENOMINATOR,
    Absence.SUPPRESSED: wording.SUPPRESSED,
    Absence.NOT_OF_SAMPLE: judgement.NOT_OF_SAMPLE,
    Absence.NOT_AT_THIS_LEVEL: judgement.NOT_AT_THIS_LEVEL,
}


def area_values(
    *,
    indicator: Indicator,
    kabupaten: Kabupaten,
    period: Period,
    judged: Iterable[Judged],
    smoothed: Mapping[str, float] | None = None,
) -> tuple[AreaValue, ...]:
    """One entry per kecamatan of the kabupaten, by code, whether or not there is a judged value for it.

    smoothed: values to show in place of the judged ones, by code; an area without one keeps its own and says so.
    """
    by_code = {j.area: j for j in judged}
    tiles = {tile.code: (tile.column, tile.row) for tile in kabupaten.tiles}
    return tuple(
        _area_value(area, indicator, period, by_code.get(area.code), tiles[area.code], smoothed)
        for area in kabupaten.kecamatan
    )


def alt_text(*, title: str, unit: str, areas: Iterable[AreaValue]) -> str:
    """How many areas have a value, from where to where, how many of them do not compare, and how many have none."""
    found = list(areas)
    valued = sorted((a for a in found if a.state is State.VALUE), key=lambda a: a.value or 0)
    too_few = sum(a.state is State.TOO_FEW for a in found)
    provisional = sum(a.state is State.PROVISIONAL for a in found)
    return wording.alt_per_area(
        title=title,
        unit=unit,
        valued=[(a.name, a.label) for a in valued],
        too_few=too_few,
        provisional=provisional,
        absent=len(found) - len(valued) - too_few - provisional,
    )


def is_sample(judged: Iterable[Judged]) -> bool:
    return any(j.basis is Basis.SAMPLE for j in judged)


def _area_value(
    area: Area,
    indicator: Indicator,
    period: Period,
    judged: Judged | None,
    tile: tuple[int, int],
    smoothed: Mapping[str, float] | None,
) -> AreaValue:
    state, remark = _state(area, period, judged)
    own = None if judged is None or state not in WITH_VALUE else judged.value
    shown = judged if own is not None else None
    value, label = own, indicator.label
    if smoothed is not None and shown:
        value = smoothed.get(area.code, own)
        if area.code in smoothed:
            label = wording.smoothed(label)
            remark = wording.remarks(remark, wording.as_it_is(judgement.value(own, indicator.decimals, indicator.unit)))
        else:
            remark = wording.remarks(remark, wording.NOT_SMOOTHED)
    # The interval is that of an area's own counts, and says nothing of a smoothed value.
    interval = shown if value == own else None
    return AreaValue(
        code=area.code,
        name=area.name,
        state=state,
        value=value,
        tile=tile,
        low=interval.low if interval else None,
        high=interval.high if interval else None,
        raw=own,
        numerator=shown.numerator if shown else None,
        denominator=shown.denominator if shown else None,
        remark=remark,
        basis=judgement.BASIS[shown.basis] if shown and shown.basis else "",
        label=numbers.number(value, indicator.decimals) if shown else _short(state, remark),
        hover=wording.area_hover(
            area=f"Kecamatan {area.name}",
            label=label,
            period=shown.reference if shown else period,
            value=value,
            unit=indicator.unit,
            decimals=indicator.decimals,
            numerator=shown.numerator if shown else None,
            numerator_label=indicator.numerator_label,
            denominator=shown.denominator if shown else None,
            denominator_label=indicator.denominator_label,
            low=interval.low if interval else None,
            high=interval.high if interval else None,
            reports=_reports(shown) if shown else None,
            remark=remark,
            basis=shown.basis if shown else None,
        ),
    )


def _short(state: State, remark: str) -> str:
    return wording.HIDDEN if state is State.SUPPRESSED else remark


def _reports(judged: Judged) -> tuple[int, int, int, int]:
    return judged.units_matched, judged.units_expected, judged.reports_matched, judged.reports_expected


def _state(area: Area, period: Period, judged: Judged | None) -> tuple[State, str]:
    if area.valid_from is not None and period.end < area.valid_from:
        return State.MISSING, wording.NOT_YET_FORMED
    if judged is None:
        return State.MISSING, wording.MISSING
    if judged.absence is not None or judged.value is None:
        state = State.SUPPRESSED if judged.absence is Absence.SUPPRESSED else State.MISSING
        return state, ABSENCE_WORDS[judged.absence] if judged.absence else wording.MISSING
    few = wording.TOO_FEW if judged.too_few else ""
    if not judged.all_reported:
        return State.PROVISIONAL, wording.remarks(few, wording.PROVISIONAL)
    return (State.TOO_FEW, few) if few else (State.VALUE, "")
