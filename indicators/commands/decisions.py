"""`decisions`: what the page Tindak lanjut shows, overdue decisions first."""

from __future__ import annotations

from argparse import Namespace
from datetime import date
from typing import Any

from indicators import warehouse
from indicators.areas import clock
from indicators.catalogue import catalogue
from indicators.commands import given, identity, output
from indicators.judgement import decisions as judged
from indicators.judgement.decision_sentences import movement
from indicators.judgement.decisions import Decision
from indicators.wording import commands as say


def run(asked: Namespace) -> None:
    """Raises Refused, Misused."""
    here = given.kabupaten(asked.area)
    identity.require_viewing(asked.acting_as)
    today = clock.today(here)
    warehouse.ensure_filled()
    snapshot = warehouse.current()
    found = judged.decisions(snapshot, here.code)
    last = judged.last_meeting(snapshot, here.code, today)
    shown = judged.overdue_first((one for one in found if judged.is_shown(one, asked.status, today)), today)
    rows = [_told(one, here.code, today) for one in shown]
    columns = list(say.DECISION_COLUMNS.values())
    if asked.format == "json":
        output.write_json(
            {
                "kabupaten": here.code,
                "today": today.isoformat(),
                "data_version": snapshot.version,
                "rule_version": catalogue().settings.rule_version,
                "last_meeting": last and {"id": last.id, "name": last.name, "held_on": last.held_on.isoformat()},
                "decisions": rows,
            }
        )
    elif asked.format == "csv":
        output.write_csv(columns, ([row[key] for key in say.DECISION_COLUMNS] for row in rows))
    elif rows:
        labels = catalogue().vocabularies["decision_statuses"].words
        output.write(
            *output.as_table(
                columns,
                [
                    [labels[row[key]].label if key == "status" else row[key] for key in say.DECISION_COLUMNS]
                    for row in rows
                ],
            )
        )
    else:
        output.write(say.NO_DECISIONS.format(place=here.name))


def _told(one: Decision, kabupaten: str, today: date) -> dict[str, Any]:
    """A row of the table and of the CSV, and what a program asks besides."""
    change = one.moved.change
    return {
        "id": one.id,
        "overdue": one.is_overdue(today),
        "owner": one.owner,
        "deadline": one.deadline and one.deadline.isoformat(),
        "status": one.status,
        "what": one.what,
        "meeting": one.meeting and one.meeting.id,
        "held_on": one.meeting and one.meeting.held_on.isoformat(),
        "indicator": one.indicator,
        "kecamatan": one.kecamatan,
        "done_on": one.done_on and one.done_on.isoformat(),
        "evidence": one.evidence or None,
        "evidence_url": one.evidence_url or None,
        "practice": one.practice,
        "since": one.moved.since and str(one.moved.since),
        "before": one.moved.before and str(one.moved.before),
        "distinguishable": change and change.distinguishable,
        "better": change and change.better,
        "not_compared": one.moved.why and str(one.moved.why),
        "said": movement(one, kabupaten),
    }
