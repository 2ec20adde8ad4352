"""What charts ask about one kecamatan over many indicators."""

from __future__ import annotations

from indicators.areas import Kabupaten, all_kabupaten
from indicators.catalogue import Indicator, catalogue
from indicators.charts.area_values import ABSENCE_WORDS
from indicators.charts.quality_note import with_quality_note
from indicators.charts.spine import Aim, SpineRow, SpineSpec, spine_row
from indicators.judgement.beside import Standing
from indicators.judgement.judged import Judged
from indicators.judgement.scorecard import Cell, Scorecard, scorecard
from indicators.judgement.sentences import beside_kabupaten
from indicators.judgement.values import State, judge, next_target
from indicators.judgement.verdict import comparable
from indicators.vocabulary import Basis, Level, Period
from indicators.warehouse import Snapshot
from indicators.wording import judgement, narrative, numbers
from indicators.wording import spine as say


def compared_indicators() -> list[Indicator]:
    """The indicators that a kecamatan can be compared by: computed shares and rates, in catalogue order."""
    return [
        i
        for i in catalogue().indicators.values()
        if i.numerator and i.denominator and i.lowest_level is Level.KECAMATAN
    ]


def kecamatan_spine(snapshot: Snapshot, *, state: State, area: str, period: Period) -> SpineSpec | None:
    """The spine chart of one kecamatan. None where the kabupaten has no value of any indicator."""
    here, entries = all_kabupaten()[state.kabupaten], compared_indicators()
    ids = [entry.id for entry in entries]
    card = scorecard(snapshot, indicators=ids, state=state, period=period)
    before = _last_year(snapshot, ids, state, area, period)
    rows = [row for entry in entries if (row := _row(entry, card, area, before.get(entry.id), here, period))]
    if not rows:
        return None
    shown = [card.cells[area, row.indicator].judged for row in rows]
    bases = [judged.basis for judged in shown if judged.basis]
    basis = Basis.weakest(*bases) if bases else None
    finding = narrative.told(basis or Basis.OFFICIAL, [beside_kabupaten(card, area, period)])
    spec = SpineSpec(
        title=say.title(here.name_of(area), here.name, period),
        unit=say.UNITS,
        rows=tuple(rows),
        footer=judgement.source_line(
            numbers.listed(list(dict.fromkeys(catalogue().indicators[row.indicator].source for row in rows))),
            basis,
            state.version,
            rule=catalogue().settings.rule_version,
        ),
        alt=f"{finding} {_alt(here.name_of(area), rows)}",
        finding=finding,
        sample=Basis.SAMPLE in bases,
        notes=(say.READING,),
    )
    ids = [row.indicator for row in rows]
    return with_quality_note(spec, snapshot, indicators=ids, state=state, period=period)


def _row(
    entry: Indicator, card: Scorecard, area: str, before: float | None, here: Kabupaten, period: Period
) -> SpineRow | None:
    cell, whole = card.cells[area, entry.id], card.whole[entry.id]
    if whole.value is None:
        return None
    areas = [card.cells[code, entry.id] for code in card.areas]
    judged = cell.judged
    remark = ABSENCE_WORDS[judged.absence] if judged.absence else ""
    if cell.standing is Standing.TOO_FEW:
        remark = say.TOO_FEW
    return spine_row(
        entry,
        cell=cell,
        whole=whole.value,
        areas=areas,
        said=_said(entry, cell, whole, remark),
        before=before,
        aim=_aim(entry, judged, here, period),
        remark=remark,
    )


def _said(entry: Indicator, cell: Cell, whole: Judged, remark: str) -> str:
    judged = cell.judged
    return say.row(
        label=entry.label,
        area=judged.area_name,
        value=judgement.value(judged.value, entry.decimals, entry.unit) if judged.value is not None else "",
        interval=judgement.interval(judged.low, judged.high, entry.decimals),
        whole=judgement.value(whole.value, entry.decimals),
        remark=remark,
        standing=cell.standing,
    )


def _aim(entry: Indicator, judged: Judged, here: Kabupaten, period: Period) -> Aim | None:
    """The target of the period's own year, where it is judged, else the next one that its measure may stand against."""
    if judged.verdict:
        return Aim(judged.verdict.target.value, say.target(judged.verdict.year), ahead=False)
    ahead = next_target(entry, here, after=period.end.year)
    if ahead is None or not comparable(ahead[1].measure or entry.measure, entry.measure):
        return None
    year, target = ahead
    return Aim(target.value, say.target(year), ahead=True)


def _last_year(snapshot: Snapshot, ids: list[str], state: State, area: str, period: Period) -> dict[str, float]:
    """The kecamatan's own values in the same months last year, where those can be compared."""
    if not period.in_one_year:
        return {}
    found = judge(
        snapshot, indicators=ids, kabupaten=state.kabupaten, period=period.years_earlier(1), level=Level.KECAMATAN
    )
    return {
        j.indicator: j.value for j in found if j.area == area and j.value is not None and j.complete and not j.too_few
    }


def _alt(area: str, rows: list[SpineRow]) -> str:
    """How many indicators stand where, those outside the limits by name."""
    labels = {found: [row.label for row in rows if row.standing is found] for found in Standing}
    return say.alt(area, {str(found): names for found, names in labels.items() if names})
