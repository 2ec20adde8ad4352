"""`innovations`: what the innovation page shows of one IGA year, and every named innovation of it."""

from __future__ import annotations

from argparse import Namespace
from typing import Any

from indicators import warehouse
from indicators.areas import Kabupaten
from indicators.catalogue import catalogue
from indicators.commands import given, identity, output
from indicators.judgement import iid
from indicators.judgement import innovations as registry
from indicators.judgement.before_after import before_after, candidates
from indicators.judgement.before_after_sentences import finding, remarks, unanswered
from indicators.judgement.copying import suggestions
from indicators.judgement.copying_sentences import in_one_sentence
from indicators.judgement.iid_sentences import sentences_of
from indicators.judgement.maturity import maturities
from indicators.judgement.own_targets import COUNT, with_targets
from indicators.judgement.replications import copied_innovations
from indicators.judgement.values import state_of, targets_of
from indicators.vocabulary import Period
from indicators.warehouse import Snapshot
from indicators.wording import commands as say
from indicators.wording import numbers


def run(asked: Namespace) -> None:
    """Raises Refused, Misused."""
    here = given.kabupaten(asked.area)
    identity.require_viewing(asked.acting_as)
    warehouse.ensure_filled()
    snapshot = warehouse.current()
    told = _told(snapshot, here, asked.year)
    columns = [say.INNOVATION_COLUMNS[key] for key in say.INNOVATION_COLUMNS]
    rows = [[_cell(row[key]) for key in say.INNOVATION_COLUMNS] for row in told["innovations"]]
    if asked.format == "json":
        output.write_json(told)
    elif asked.format == "csv":
        output.write_csv(columns, rows)
    else:
        counted = {key: numbers.number(told[key]) for key in say.INNOVATIONS_COUNTED}
        output.write(say.INNOVATIONS_SAID.format(year=asked.year, place=here.name, **counted))
        output.write("", *(output.as_table(columns, rows) if rows else [say.NONE_NAMED]), "", *told["iid"]["said"])
        output.write("", *(f"{one['name']}: {' '.join(one['said'])}" for one in told["outcomes"]))


def _told(snapshot: Snapshot, here: Kabupaten, year: int) -> dict[str, Any]:
    entry = catalogue().indicators[COUNT]
    target = targets_of(entry, with_targets(snapshot, here.code)).get(year)
    found = registry.pipeline(snapshot, here.code, year, target=None if target is None else target.value)
    counted = next(
        (
            float(row.value)
            for row in snapshot.rows("published_values", kabupaten=here.code, areas=[here.code], indicators=[COUNT])
            if row.content == "value" and row.period_start.year == year
        ),
        None,
    )
    words = warehouse.Words(here, catalogue(), {})
    mature, copies = maturities(snapshot, here.code), copied_innovations(snapshot, here.code)
    columns = catalogue().datasets[registry.REGISTRY].columns
    return {
        "kabupaten": here.code,
        "year": year,
        "data_version": snapshot.version,
        "rule_version": catalogue().settings.rule_version,
        "counted": counted,
        "target": found.target,
        "sent": found.sent,
        "unnamed": None if counted is None else max(counted - found.sent, 0),
        "preparing": found.preparing,
        "missing": found.missing,
        "ready": found.ready,
        "trial": found.trial,
        "from_trial": found.from_trial,
        "iid": _iid(snapshot, here.code, year, found.missing),
        "outcomes": _outcomes(snapshot, here.code),
        "suggestions": _suggestions(snapshot, here.code, year),
        "stages": {stage or "not_recorded": count for stage, count in found.stages.items()},
        "innovations": [
            {
                "id": one.id,
                "name": one.name,
                "owner": one.text("owner") or None,
                "stage": words.cell(columns["stage"], one.stage) or None,
                "iga_status": words.cell(columns["iga_status"], one.iga_status) or None,
                "iga_years": list(one.iga_years),
                "practice": one.practice,
                "maturity": mature[one.id].points if one.id in mature else None,
                "copied": sum(not copy.is_planned for copy in copies.get(one.id, ())),
                "planned": sum(copy.is_planned for copy in copies.get(one.id, ())),
            }
            for one in registry.registry(snapshot, here.code)
            if year in one.iga_years
        ],
        "without_year": sum(not one.iga_years for one in registry.registry(snapshot, here.code)),
    }


def _suggestions(snapshot: Snapshot, kabupaten: str, year: int) -> list[dict[str, Any]]:
    """What may be copied where, by the values of the whole year; the surest first."""
    state = state_of(snapshot, kabupaten=kabupaten)
    return [
        {
            "area": one.area,
            "id": one.innovation.id,
            "name": one.innovation.name,
            "nearness": str(one.nearness),
            "indicators": [problem.judged.indicator for problem in one.weaknesses],
            "merits": [str(merit) for merit in one.merits],
            "said": in_one_sentence(one),
        }
        for one in suggestions(snapshot, state=state, period=Period.year(year))
    ]


def _outcomes(snapshot: Snapshot, kabupaten: str) -> list[dict[str, Any]]:
    """Every innovation with an indicator before and after its start; amounts are ratios, or shares of one."""
    state = state_of(snapshot, kabupaten=kabupaten)
    asked = [(one.id, id_) for one in candidates(snapshot, kabupaten) for id_ in one.fields["indicators"]]
    found = [before_after(snapshot, state=state, innovation=one, indicator=id_) for one, id_ in asked]
    return [
        {
            "id": one.innovation.id,
            "name": one.innovation.name,
            "indicator": one.indicator,
            "start": str(one.start) if one.start else None,
            "areas": list(one.own.areas),
            "unanswered": one.unanswered,
            "difference": one.difference.difference._asdict() if one.difference else None,
            "distinguishable": one.beyond_chance(one.difference.difference) if one.difference else None,
            "said": [finding(one), *remarks(one)] if one.difference else [unanswered(one)],
        }
        for one in found
    ]


def _iid(snapshot: Snapshot, kabupaten: str, year: int, missing: int) -> dict[str, Any]:
    """Count and quality by the newest figures up to the year: what is known, lacking, and said of it."""
    found = iid.count_and_quality(snapshot, kabupaten, until=year)
    simulation = found.simulation
    return {
        "year": found.year.year if found.year else None,
        "innovations_all_sectors": found.year.innovations if found.year else None,
        "score_sum": found.year.score_sum if found.year else None,
        "practice": found.year.practice if found.year else False,
        "lacking": [str(reason) for reason in found.lacking],
        "part": simulation.part if simulation else None,
        "mean": simulation.mean if simulation else None,
        "break_even": simulation.even if simulation else None,
        "further": [
            {"id": one.maturity.innovation.id, "effect_least": one.least, "effect_most": one.most, "lowers": one.lowers}
            for one in found.further
        ],
        "evidence": [{"indicator": gain.number, "points": gain.points} for gain in found.gains],
        "said": sentences_of(found, year=year, missing=missing),
    }


def _cell(value: Any) -> output.Cell:
    if isinstance(value, list):
        return ", ".join(map(str, value))
    return None if value is None else str(value)
