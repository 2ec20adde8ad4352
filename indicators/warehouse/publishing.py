"""Publish, verify, undo, redo, switch, lock: rows first, invisible; then one event, which is the commit point."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from typing import Any

import pandas as pd
import pyarrow as pa

from indicators.vocabulary import Mode, Period
from indicators.warehouse import area_changes, events, received_files, snapshot, tables
from indicators.warehouse.events import Receipt, RefusedError, StaleError, Standing
from indicators.warehouse.one_writer import writing
from indicators.warehouse.snapshot import Snapshot
from indicators.warehouse.submission import Submission, as_rows, event_row, new_identifier
from indicators.wording import warehouse as say


class LockedError(RefusedError):
    """It would change what is visible of a locked period."""


class SamePersonError(RefusedError):
    """Who sent a submission cannot verify it."""


class UnansweredError(RefusedError):
    """A warning of the submission has no reason yet."""


def publish(submission: Submission, *, expected_version: int | None = None) -> Receipt:
    """Store a submission; see `publish_files`."""
    [receipt] = publish_files([submission], expected_version=expected_version)
    return receipt


def publish_files(submissions: Sequence[Submission], *, expected_version: int | None = None) -> tuple[Receipt, ...]:
    """Store submissions of one kabupaten and dataset with one commit, in an empty folder too.

    Where the kabupaten asks for two persons, they wait for the second. Raises UnansweredError where a warning has no
    reason, StaleError where the dataset and kabupaten changed after `expected_version`, LockedError where they would
    change a locked period, WarehouseError where the tables cannot be read or written; nothing is visible then.
    """
    if any(submission.unanswered for submission in submissions):
        raise UnansweredError(say.UNANSWERED)
    kabupaten, dataset = submissions[0].kabupaten, submissions[0].dataset
    with writing():
        known = events.known()
        _refuse_stale(known, expected_version, kabupaten=kabupaten, dataset=dataset)
        _refuse_locked(known, kabupaten, lambda now: now.with_pending(*submissions))
        waits = events.asks_two_persons(known, kabupaten)
        first, sent = events.next_moment(known), []
        for place, submission in enumerate(submissions):
            if submission.file is not None:
                received_files.keep(submission.file, checksum=submission.checksum)
            event, rows = as_rows(
                submission,
                identifier=new_identifier(),
                at=first + timedelta(microseconds=place),
                event="submit" if waits else "publish",
            )
            for name, content in rows:
                tables.append(name, content)
            sent.append(event)
        receipts = events.commit(pa.concat_tables(sent), waiting=waits)
        for name in tables.SCHEMAS:
            tables.compact(name)
        return receipts


def publish_together(submissions: list[Submission], *, at: datetime, carried: dict[str, pa.Table] | None = None) -> int:
    """Store many submissions, and rows carried over from elsewhere, with one commit. Returns the data version."""
    built = [as_rows(s, identifier=new_identifier(), at=at) for s in submissions]
    carried = carried or {}
    for name, schema in tables.SCHEMAS.items():
        if name != "submissions":
            parts = [content for _, rows in built for table, content in rows if table == name]
            tables.append(name, pa.concat_tables([carried.get(name, schema.empty_table()), *parts]))
    committing = [event for event, _ in built]
    return tables.append("submissions", pa.concat_tables([*committing, *([carried["submissions"]] if carried else [])]))


def verify(
    submission: str, *, by: str, account: str = "", reason: str = "", expected_version: int | None = None
) -> Receipt:
    """Let a waiting submission count from now on, in front of what was published meanwhile.

    Raises StaleError where it does not wait, or its dataset changed after `expected_version`; SamePersonError for
    who sent it; LockedError.
    """
    with writing():
        known = events.known()
        sent = _waiting(known, submission)
        _refuse_same_person(sent, by=by, account=account)
        _refuse_stale(known, expected_version, kabupaten=sent.kabupaten, dataset=sent.dataset)
        _refuse_locked(known, sent.kabupaten, lambda now: now.with_verified(submission))
        return _append(known, "verify", submission, recorded_by=by, account=account or None, reason=reason)


def reject(submission: str, *, by: str, reason: str, account: str = "") -> Receipt:
    """Send a waiting submission back for good. Raises StaleError where it does not wait, RefusedError unexplained."""
    with writing():
        known = events.known()
        _waiting(known, submission)
        _refuse_blank(reason)
        return _append(known, "reject", submission, recorded_by=by, account=account or None, reason=reason)


def undo(submission: str, *, by: str, reason: str = "", account: str = "") -> Receipt:
    """Take a submission back; what it had replaced is visible again. One that waits is withdrawn.

    Raises StaleError if it is undone already or was rejected, LockedError.
    """
    with writing():
        known = events.known()
        standing = _standing(known, submission)
        if standing in (Standing.UNDONE, Standing.REJECTED):
            raise StaleError(say.STANDING[standing])
        kabupaten = _sent(known, submission).kabupaten
        _refuse_locked(known, kabupaten, lambda now: now.with_undone(submission))
        return _append(known, "undo", submission, recorded_by=by, account=account or None, reason=reason)


def redo(submission: str, *, by: str, reason: str = "", account: str = "") -> Receipt:
    """Make an undone submission valid again, at its old place in the order; one that was withdrawn waits again.

    Raises StaleError if it is not undone, LockedError.
    """
    with writing():
        known = events.known()
        standing = _standing(known, submission)
        if standing is not Standing.UNDONE:
            raise StaleError(say.STANDING[standing])
        kabupaten = _sent(known, submission).kabupaten
        _refuse_locked(known, kabupaten, lambda now: now.with_redone(submission))
        return _append(known, "redo", submission, recorded_by=by, account=account or None, reason=reason)


def switch_mode(kabupaten: str, mode: Mode, *, by: str, reason: str = "", account: str = "") -> Receipt:
    """Show a kabupaten's sample or its official submissions from now on; switching back undoes it.

    Raises LockedError.
    """
    with writing():
        known = events.known()
        _refuse_locked(known, kabupaten, lambda now: now.with_mode(kabupaten, mode))
        return _append(
            known, "mode", kabupaten=kabupaten, mode=mode, recorded_by=by, account=account or None, reason=reason
        )


def set_two_person_rule(kabupaten: str, required: bool, *, by: str, reason: str, account: str = "") -> Receipt:
    """Ask for a second person for what is sent from now on, or no longer. What waits already goes on waiting.

    Raises StaleError where it is so already, RefusedError without a reason.
    """
    with writing():
        known = events.known()
        _refuse_blank(reason)
        if events.asks_two_persons(known, kabupaten) is required:
            raise StaleError(say.RULE_SAME)
        return _append(
            known,
            "rule",
            kabupaten=kabupaten,
            two_persons=required,
            recorded_by=by,
            account=account or None,
            reason=reason,
        )


def lock_periods(kabupaten: str, periods: Iterable[Period], *, by: str, reason: str = "", account: str = "") -> Receipt:
    """Keep what is visible of some months as it is until they are reopened.

    Raises StaleError where all of them are locked already.
    """
    with writing():
        return _lock("lock", kabupaten, periods, by=by, reason=reason, account=account)


def reopen_periods(kabupaten: str, periods: Iterable[Period], *, by: str, reason: str, account: str = "") -> Receipt:
    """Let locked months change again. Raises StaleError where none is locked, RefusedError without a reason."""
    with writing():
        _refuse_blank(reason)
        return _lock("reopen", kabupaten, periods, by=by, reason=reason, account=account)


def locked_changes(before: Snapshot, after: Snapshot, *, kabupaten: str) -> tuple[Period, ...]:
    """The locked periods of which `after` shows other values than `before`, oldest first; for previews too."""
    changed = []
    for row in before.rows("locked_periods", kabupaten=kabupaten):
        period = _period(row)
        old, new = (
            shown.read("visible_values", kabupaten=kabupaten, start=period.start, end=period.end)
            for shown in (before, after)
        )
        if not old.equals(new):
            changed.append(period)
    return tuple(changed)


def _lock(event: str, kabupaten: str, periods: Iterable[Period], *, by: str, reason: str, account: str) -> Receipt:
    known = events.known()
    asked = sorted({month for period in periods for month in _months(period)})
    held = _current().rows("locked_periods", kabupaten=kabupaten) if not known.empty else ()
    locked = {month for row in held for month in _months(_period(row))}
    if not (set(asked) - locked if event == "lock" else set(asked) & locked):
        raise StaleError(say.LOCKED_ALREADY if event == "lock" else say.NOT_LOCKED)
    return _append(
        known,
        event,
        kabupaten=kabupaten,
        scope=[{"unit": kabupaten, "period_start": month.start, "period_end": month.end} for month in asked],
        recorded_by=by,
        account=account or None,
        reason=reason,
    )


def _months(period: Period) -> list[Period]:
    first = period.start.year * 12 + period.start.month - 1
    return [Period.month(month // 12, month % 12 + 1) for month in range(first, first + period.months)]


def _period(row: Any) -> Period:
    return Period(row.period_start.date(), row.period_end.date())


def _sent(known: pd.DataFrame, submission: str) -> events.Sent:
    sent = events.sent(known, submission)
    if sent is None:
        raise StaleError(say.UNKNOWN_SUBMISSION)
    return sent


def _standing(known: pd.DataFrame, submission: str) -> Standing:
    standing = events.standing_of(known, submission)
    if standing is None:
        raise StaleError(say.UNKNOWN_SUBMISSION)
    return standing


def _waiting(known: pd.DataFrame, submission: str) -> events.Sent:
    standing = _standing(known, submission)
    if standing is not Standing.WAITING:
        raise StaleError(say.STANDING[standing])
    return _sent(known, submission)


def _refuse_blank(reason: str) -> None:
    if not reason.strip():
        raise RefusedError(say.REASON_WANTED)


def _refuse_stale(known: pd.DataFrame, version: int | None, *, kabupaten: str, dataset: str) -> None:
    if version is not None and events.changed_since(known, version, kabupaten=kabupaten, dataset=dataset):
        raise StaleError(say.STALE)


def _refuse_same_person(sent: events.Sent, *, by: str, account: str) -> None:
    """Two people are told apart by their accounts; by their names where one of them has none."""
    if not sent.by and not sent.account:
        raise SamePersonError(say.SENDER_FORGOTTEN)
    both_known = bool(sent.account and account)
    first, second = (sent.account, account) if both_known else (sent.by, by)
    if first.strip().casefold() == second.strip().casefold():
        raise SamePersonError(say.SAME_PERSON)


def _refuse_locked(known: pd.DataFrame, kabupaten: str, then: Callable[[Snapshot], Snapshot]) -> None:
    """Compare what is visible now and afterwards, by the very views that show it; only where something was locked."""
    if not events.ever_locked(known, kabupaten):
        return
    now = _current()
    if now.read("locked_periods", kabupaten=kabupaten).empty:
        return
    if changed := locked_changes(now, then(now), kabupaten=kabupaten):
        raise LockedError(say.locked(changed))


def _current() -> Snapshot:
    """The newest snapshot, while `writing`: it would wait for ever for the lock to add events of areas itself."""
    area_changes.add_missing_events()
    return snapshot.current()


def _append(known: pd.DataFrame, event: str, submission: str | None = None, **fields: object) -> Receipt:
    row = event_row(event, submission or new_identifier(), at=events.next_moment(known), **fields)
    [receipt] = events.commit(row)
    return receipt
