"""`publish`: check one file, say what it changes, and publish it."""

from __future__ import annotations

import shlex
from argparse import Namespace
from dataclasses import replace

from indicators import intake, warehouse
from indicators.commands import files, identity, output
from indicators.commands.refusal import Refused
from indicators.wording import commands as say
from indicators.wording import numbers
from indicators.wording.rules import LABELS, Rule


def run(asked: Namespace) -> None:
    """Raises Refused, Misused."""
    here, dataset = files.place(asked)
    person = identity.acting(asked.acting_as)
    identity.require(person, dataset.right, here.code)
    reasons = _reasons(asked.passed)
    if complaint := intake.personal_data_in("\n".join([asked.reason, *reasons.values()])):
        raise Refused(complaint)
    warehouse.ensure_filled()
    snapshot = warehouse.current()
    found = files.received(asked, snapshot, person)
    if asked.format == "table":
        files.write(found)
    if found.submission is None:
        if asked.format == "json":
            output.write_json(files.as_json(found))
        raise Refused(say.PUBLISH_BLOCKED)
    if not dataset.is_list:
        identity.require_units(person, here.code, {unit for unit, _ in found.submission.scope})
    submission = intake.accept(found, reasons)
    if submission.unanswered:
        raise Refused(say.PUBLISH_UNANSWERED.format(rules=", ".join(submission.unanswered)))
    changes = intake.changes(snapshot, submission)
    if changes.is_nothing:
        raise Refused(say.PUBLISH_NOTHING)
    counted = {kind: getattr(changes, kind) for kind in ("added", "changed", "removed", "unchanged")}
    if asked.format == "table":
        said = {kind: numbers.number(count) for kind, count in counted.items()}
        output.write(say.PUBLISH_CHANGES.format(**said))
    output.confirm(say.PUBLISH_ASK, agreed=asked.yes)
    receipt = warehouse.publish(
        replace(submission, by=person.display_name, account=person.name, reason=asked.reason),
        expected_version=snapshot.version,
    )
    if asked.format == "json":
        output.write_json(
            {
                "submission": receipt.submission,
                "version": receipt.version,
                "waiting": receipt.waiting,
                "changes": counted,
            }
        )
    elif receipt.waiting:
        output.write(say.PUBLISH_WAITS.format(submission=receipt.submission))
    else:
        undo = shlex.join([*say.PROGRAM.split(), "undo", receipt.submission, "--as", person.name])
        output.write(say.PUBLISH_DONE.format(submission=receipt.submission, version=receipt.version, undo=undo))


def _reasons(given: list[str]) -> dict[str, str]:
    """By rule; a text that names no rule is for all warnings."""
    reasons = {}
    for one in given:
        rule, equals, reason = one.partition("=")
        if equals and rule in LABELS:
            reasons[str(Rule(rule))] = reason
        else:
            reasons[intake.FOR_ALL] = one
    return reasons
