"""What `undo` and `redo` share: find the submission, see that the account may, do it, say what changed."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable
from typing import Any

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.commands import identity, output
from indicators.commands.refusal import Refused
from indicators.intake import entries_of, list_changes, personal_data_in, stored_words
from indicators.warehouse import Receipt, Snapshot
from indicators.wording import numbers
from indicators.wording.warehouse import UNKNOWN_SUBMISSION


def reverse(asked: Namespace, *, event: str, act: Callable[..., Receipt], done: str) -> None:
    """Raises Refused."""
    person = identity.acting(asked.acting_as)
    if complaint := personal_data_in(asked.reason):
        raise Refused(complaint)
    warehouse.ensure_filled()
    before = warehouse.current()
    row = _found(before, asked.submission)
    dataset = catalogue().datasets[row.dataset]
    identity.require(person, dataset.right, row.kabupaten)
    units = before.read("submission_scope", submission=row.submission, kabupaten=row.kabupaten)["unit"]
    if not dataset.is_list:
        identity.require_units(person, row.kabupaten, units)
    receipt = act(row.submission, by=person.display_name, account=person.name, reason=asked.reason)
    changed = _changed_values(before, warehouse.current(), row)
    if asked.format == "json":
        output.write_json(
            {
                "event": event,
                "submission": receipt.submission,
                "data_version": receipt.version,
                "at": receipt.at.isoformat(),
                "changed_values": changed,
            }
        )
    else:
        output.write(
            done.format(submission=receipt.submission, version=receipt.version, changed=numbers.number(changed))
        )


def _found(snapshot: Snapshot, submission: str) -> Any:
    """The row of a submission in the history of whichever kabupaten it is of. Raises Refused."""
    for code in all_kabupaten():
        for row in snapshot.rows("submission_history", kabupaten=code):
            if row.submission == submission:
                return row
    raise Refused(UNKNOWN_SUBMISSION)


def _changed_values(before: Snapshot, after: Snapshot, row: Any) -> int:
    """How many visible values, or entries of a list, differ; 0 where newer files cover the submission wholly."""
    dataset = catalogue().datasets[row.dataset]
    if dataset.is_list:
        found = (shown.read("list_entries", kabupaten=row.kabupaten) for shown in (before, after))
        first, second = (entries_of(rows[rows["dataset"] == dataset.id]) for rows in found)
        words = stored_words(after, all_kabupaten()[row.kabupaten])
        return len(list_changes(dataset, row.kabupaten, first, second, words))
    old, new = (
        shown.read("visible_values", kabupaten=row.kabupaten, start=row.first_period, end=row.last_period)
        for shown in (before, after)
    )
    keys = ["dataset", "unit", "element", "period_start", "period_end"]
    both = old.merge(new, on=keys, how="outer", suffixes=("_old", "_new"), indicator=True)
    same = (both["value_old"] == both["value_new"]) & (both["details_old"] == both["details_new"])
    return int((~same).sum())
