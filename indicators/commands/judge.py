"""`judge`: all that is judged of one indicator, in one area or in every kecamatan."""

from __future__ import annotations

import math
from argparse import Namespace
from collections.abc import Mapping
from typing import Any

from indicators import warehouse
from indicators.areas import Kabupaten
from indicators.catalogue import Indicator, catalogue
from indicators.commands import given, identity, output
from indicators.commands.refusal import Misused, Refused
from indicators.judgement import sentences
from indicators.judgement.change_sentences import words_of
from indicators.judgement.changes import Scale
from indicators.judgement.judged import Absence
from indicators.judgement.record import Record, records
from indicators.judgement.values import state_of
from indicators.vocabulary import Level, Mode, Period
from indicators.wording import commands as say
from indicators.wording import control as control_words
from indicators.wording import judgement
from indicators.wording import quality as quality_words
from indicators.wording.numbers import period as period_text

# What a table writes in Bahasa Indonesia; programs read the words of the code.
_WORDS: dict[str, dict[Any, str]] = {
    "status": {str(key): word for key, word in judgement.STATUS.items()},
    "basis": {str(key): word for key, word in judgement.BASIS.items()},
    "measure": {str(key): word for key, word in judgement.MEASURE.items()},
    "method": judgement.METHOD,
    "absence": {str(key): word for key, word in sentences.ABSENCE.items()},
    "chart": {str(key): word for key, word in control_words.KIND.items()},
    "change_scale": {str(Scale.RATIO): say.RATIO, str(Scale.POINTS): say.POINTS},
}


_NEARLY_NONE = 0.001


class Nothing(Refused):
    """There is no value; the output has said why."""

    exit_code = 3


def run(asked: Namespace) -> None:
    """Raises Refused, Misused, Nothing."""
    entry, period = _indicator(asked.indicator), given.period(asked.period)
    here, kecamatan = given.area(asked.area)
    area = kecamatan or here.code
    level = _level(asked.level, here, area)
    unsuppressed = identity.sees_small_counts(asked.acting_as, here.code)
    warehouse.ensure_filled()
    snapshot = warehouse.current()
    state = state_of(snapshot, kabupaten=here.code)
    found = records(
        snapshot,
        indicator=entry.id,
        state=state,
        period=period,
        level=level,
        may_see_small_cells=unsuppressed,
    )
    listed = asked.level is not None
    shown = found if listed else [record for record in found if record.judged.area == area]
    mark = judgement.SAMPLE_MARK if state.mode is Mode.SAMPLE and entry.numerator else ""
    rows = [_row(entry, record, mark) for record in shown]
    if asked.format == "json":
        output.write_json(rows if listed else rows[0])
    elif asked.format == "csv":
        columns = [label.replace(" ", "_") for label in say.JUDGE_LINES.values()]
        output.write_csv(columns, ([row[key] for key in say.JUDGE_LINES] for row in rows))
    elif listed:
        _write_list(entry, period, shown, rows)
    else:
        _write_one(rows[0])
    if any(record.judged.absence is Absence.SUPPRESSED for record in shown):
        output.remark(say.WITHHELD_NOTE.format(most=catalogue().settings.suppress_below - 1))
    if all(record.judged.value is None for record in shown):
        raise Nothing(say.JUDGE_NOTHING)


def _indicator(given: str) -> Indicator:
    entries = catalogue().indicators
    if given not in entries:
        raise Misused(say.JUDGE_INDICATOR_UNKNOWN.format(given=given, known=", ".join(entries)))
    return entries[given]


def _level(given: str | None, here: Kabupaten, area: str) -> Level:
    if given is None:
        return Level.KABUPATEN if area == here.code else Level.KECAMATAN
    if area != here.code:
        raise Misused(say.JUDGE_LEVEL_ABOVE.format(given=area))
    return Level(given)


def _row(entry: Indicator, record: Record, mark: str) -> dict[str, Any]:
    """Everything as plain values, in the order and under the names of `JUDGE_LINES`."""
    judged, verdict, change, settings = record.judged, record.judged.verdict, record.change, catalogue().settings
    target = verdict.target if verdict else None
    row: dict[str, Any] = {
        "indicator": entry.id,
        "area": judged.area,
        "area_name": judged.area_name,
        "period": str(judged.period),
        "reference": str(judged.reference),
        "value": judged.value,
        "unit": entry.unit,
        "absence": judged.absence,
        "numerator": judged.numerator,
        "denominator": judged.denominator,
        "confidence": judged.confidence,
        "lower": judged.low,
        "upper": judged.high,
        "signal_confidence": settings.signal_confidence if record.wide else None,
        "signal_lower": record.wide.low if record.wide else None,
        "signal_upper": record.wide.high if record.wide else None,
        "method": judged.method or None,
        "target": target.value if target else None,
        "target_sign": (target.sign or None) if target else None,
        "target_year": verdict.year if verdict else None,
        "target_document": target.document if target else None,
        "probability": verdict.probability if verdict else None,
        "status": verdict.status if verdict else None,
        "qualified": verdict.qualified if verdict else None,
        "provisional": not judged.complete if judged.value is not None else None,
        "change": change.estimate if change else None,
        "change_scale": change.scale if change else None,
        "change_lower": change.low if change else None,
        "change_upper": change.high if change else None,
        "change_p_value": change.p_value if change else None,
        "change_distinguishable": change.distinguishable if change else None,
        "change_words": words_of(change).said if change else None,
        "detectable_fall": change.detectable_fall if change else None,
        "detectable_rise": change.detectable_rise if change else None,
        "chart": record.chart.kind if record.chart else None,
        "chart_reason": record.chart.reason if record.chart else None,
        "data_quality": quality_words.note(record.failing) if record.failing else None,
        "sentence": record.sentence,
        "basis": judged.basis,
        "measure": judged.measure,
        "units_matched": judged.units_matched,
        "units_expected": judged.units_expected,
        "reports_matched": judged.reports_matched,
        "reports_expected": judged.reports_expected,
        "source": record.quoted.source if record.quoted else entry.source,
        "data_version": judged.version,
        "rule_version": settings.rule_version,
        "mark": mark,
    }
    return {key: _plain(value) for key, value in row.items()}


def _plain(value: Any) -> Any:
    """JSON knows no infinity (a rise from none); the words of the change tell it."""
    if isinstance(value, float):
        return output.plain(value) if math.isfinite(value) else None
    return str(value) if isinstance(value, str) else value


def _sure(probability: float | None) -> float | str | None:
    """A probability as a table writes it: never as certain as rounding would make it."""
    if probability is None or _NEARLY_NONE <= probability <= 1 - _NEARLY_NONE:
        return probability
    return say.NEARLY_SURE if probability > _NEARLY_NONE else say.NEARLY_NONE


def _write_one(row: Mapping[str, Any]) -> None:
    """One line a field, those without a value left out, the sentence last."""
    lines = [
        (label, _WORDS.get(key, {}).get(value) or output.as_text(key, _sure(value) if key == "probability" else value))
        for key, label in say.JUDGE_LINES.items()
        if (value := row[key]) not in (None, "") and key != "sentence"
    ]
    width = max(len(label) for label, _ in lines)
    output.write(*(f"{label:<{width}}  {value}" for label, value in lines), "", row["sentence"])


def _write_list(entry: Indicator, period: Period, found: list[Record], rows: list[dict[str, Any]]) -> None:
    cells = [
        [
            row["area"],
            row["area_name"],
            say.WITHHELD if record.judged.absence is Absence.SUPPRESSED else row["value"],
            row["numerator"],
            row["denominator"],
            row["lower"],
            row["upper"],
            judgement.STATUS[record.judged.verdict.status] if record.judged.verdict else None,
            _sure(row["probability"]),
            row["change_words"],
        ]
        for record, row in zip(found, rows, strict=True)
    ]
    ends = say.JUDGE_ENDS.format(
        count=len(rows),
        label=entry.short,
        period=period_text(period),
        version=rows[0]["data_version"],
        rule=rows[0]["rule_version"],
    )
    output.write(
        *output.as_table(say.JUDGE_OVERVIEW, cells), "", " · ".join(part for part in (rows[0]["mark"], ends) if part)
    )
