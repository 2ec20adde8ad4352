"""What meetings have decided, what is overdue, and whether the linked indicator has moved since, told by a test.

A movement is no effect: many things happen between two meetings, and nothing here says that a decision caused it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any

from indicators.catalogue import catalogue
from indicators.judgement.changes import Change, compare, scale_of
from indicators.judgement.counts import read_together
from indicators.judgement.judged import Absence, Judged
from indicators.judgement.values import State, judge, state_of
from indicators.vocabulary import Level, Mode, Period
from indicators.warehouse import Snapshot, list_words

MEETINGS, DECISIONS = "meetings", "decisions"
# Of the vocabulary `decision_statuses`.
DONE, DROPPED = "done", "dropped"


class Unmoved(StrEnum):
    """Why nothing can be said of a movement."""

    NO_INDICATOR = "no_indicator"
    NO_MEETING = "no_meeting"
    NOT_COUNTED = "not_counted"
    NO_MONTH = "no_month"
    SUPPRESSED = "suppressed"
    NOT_COMPARABLE = "not_comparable"


@dataclass(frozen=True)
class Meeting:
    """One meeting. discussed: the months that it looked at. data_of: the day at whose end its numbers were frozen.

    practice: recorded in mode contoh.
    """

    id: str
    name: str
    held_on: date
    place: str
    discussed: Period | None
    data_of: date | None
    note: str
    practice: bool


@dataclass(frozen=True)
class Moved:
    """The linked indicator since the meeting, as everybody may see it.

    since: the whole months after the meeting, of the newest year; before: the same months of the last year in which
    they all ended before it. None where `why` says that nothing can be compared.
    """

    since: Period | None = None
    before: Period | None = None
    change: Change | None = None
    why: Unmoved | None = None


@dataclass(frozen=True)
class Decision:
    """One decision. status: of the vocabulary `decision_statuses`; kecamatan: None for the whole kabupaten.

    meeting: None where it is no longer in the list of meetings.
    """

    id: str
    meeting: Meeting | None
    what: str
    indicator: str | None
    kecamatan: str | None
    owner: str
    deadline: date | None
    status: str
    done_on: date | None
    evidence: str
    evidence_url: str
    note: str
    practice: bool
    moved: Moved = Moved(why=Unmoved.NO_INDICATOR)

    @property
    def is_open(self) -> bool:
        return self.status not in (DONE, DROPPED)

    def is_overdue(self, today: date) -> bool:
        """Open after the day of its deadline; that day itself is still in time."""
        return self.is_open and self.deadline is not None and self.deadline < today


def meetings(snapshot: Snapshot, kabupaten: str) -> tuple[Meeting, ...]:
    """All meetings of a kabupaten, the newest first, also those that are only planned."""
    return snapshot.keep(("meetings", kabupaten), lambda: _meetings(snapshot, kabupaten))


def last_meeting(snapshot: Snapshot, kabupaten: str, today: date) -> Meeting | None:
    """The newest meeting that has been held by today; None where none is recorded."""
    return next((meeting for meeting in meetings(snapshot, kabupaten) if meeting.held_on <= today), None)


def gone_through(held: Sequence[Meeting], today: date) -> tuple[Meeting, ...]:
    """The meetings whose decisions a meeting opens with, closed ones too: those of today, then the newest before it.

    Without the former, whoever has recorded today's meeting would find nothing of last time. held: the newest first.
    """
    now = tuple(meeting for meeting in held if meeting.held_on == today)
    return now + tuple(meeting for meeting in held if meeting.held_on < today)[:1]


def decisions(snapshot: Snapshot, kabupaten: str) -> tuple[Decision, ...]:
    """All decisions of a kabupaten with what has moved since, those of the newest meeting first, then by number."""
    return snapshot.keep(("decisions", kabupaten), lambda: _with_movements(snapshot, kabupaten))


def overdue(snapshot: Snapshot, kabupaten: str, today: date) -> tuple[Decision, ...]:
    """The overdue decisions, the oldest deadline first, without what has moved: quick enough for every page."""
    found = (one for one in _recorded(snapshot, kabupaten) if one.is_overdue(today))
    return tuple(sorted(found, key=lambda one: (one.deadline or today, one.id)))


def overdue_first(found: Iterable[Decision], today: date) -> list[Decision]:
    """In the order in which a meeting goes through them: overdue, open, closed; then by owner and deadline."""
    return sorted(
        found,
        key=lambda one: (
            not one.is_overdue(today),
            not one.is_open,
            one.owner.casefold(),
            one.deadline or date.max,
            one.id,
        ),
    )


def is_shown(one: Decision, which: str, today: date) -> bool:
    """Whether a choice of the page and the command leaves a decision: all, overdue, open, closed.

    Raises KeyError for another one.
    """
    return {
        "all": True,
        "overdue": one.is_overdue(today),
        "open": one.is_open,
        "closed": not one.is_open,
    }[which]


def months_since(held_on: date, newest: Period | None) -> tuple[Period, Period] | None:
    """The whole months after a day, up to the newest one and within its year, and those beside which they
    stand; None where none has passed since.

    Within one year, because coverages are of a year's sasaran; the same months, because much has its season.
    """
    if newest is None:
        return None
    first = held_on.replace(day=1)
    if held_on.day > 1:
        first = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    first = max(first, date(newest.end.year, 1, 1))
    if first > newest.end:
        return None
    since = Period(first, newest.end)
    back = 1
    while since.years_earlier(back).end >= held_on:
        back += 1
    return since, since.years_earlier(back)


def _meetings(snapshot: Snapshot, kabupaten: str) -> tuple[Meeting, ...]:
    found = [
        Meeting(
            id=key,
            name=fields["name"],
            held_on=date.fromisoformat(fields["held_on"]),
            place=fields.get("place", ""),
            discussed=_period(_day(fields, "period_from"), _day(fields, "period_to")),
            data_of=_day(fields, "data_of"),
            note=fields.get("note", ""),
            practice=practice,
        )
        for key, fields, practice in _entries(snapshot, kabupaten, MEETINGS)
    ]
    return tuple(sorted(found, key=lambda meeting: (meeting.held_on, meeting.id), reverse=True))


def _recorded(snapshot: Snapshot, kabupaten: str) -> tuple[Decision, ...]:
    return snapshot.keep(("decisions as recorded", kabupaten), lambda: _read(snapshot, kabupaten))


def _read(snapshot: Snapshot, kabupaten: str) -> tuple[Decision, ...]:
    held = meetings(snapshot, kabupaten)
    by_id = {meeting.id: meeting for meeting in held}
    place = {meeting.id: number for number, meeting in enumerate(held)}
    found = [
        Decision(
            id=key,
            meeting=by_id.get(fields["meeting"]),
            what=fields["what"],
            indicator=fields.get("indicator"),
            kecamatan=fields.get("kecamatan"),
            owner=fields["owner"],
            deadline=_day(fields, "deadline"),
            status=fields["status"],
            done_on=_day(fields, "done_on"),
            evidence=fields.get("evidence", ""),
            evidence_url=fields.get("evidence_url", ""),
            note=fields.get("note", ""),
            practice=practice,
        )
        for key, fields, practice in _entries(snapshot, kabupaten, DECISIONS)
    ]
    return tuple(sorted(found, key=lambda one: (place.get(one.meeting.id if one.meeting else "", len(held)), one.id)))


def _entries(snapshot: Snapshot, kabupaten: str, dataset: str) -> list[tuple[str, dict[str, Any], bool]]:
    return [
        (str(row.key), list_words.from_json(row.fields), row.mode == Mode.SAMPLE)
        for row in snapshot.rows("list_entries", kabupaten=kabupaten)
        if row.dataset == dataset
    ]


def _with_movements(snapshot: Snapshot, kabupaten: str) -> tuple[Decision, ...]:
    found = _recorded(snapshot, kabupaten)
    state = state_of(snapshot, kabupaten=kabupaten)
    moved = _movements(snapshot, found, state)
    return tuple(replace(one, moved=moved[one.id]) for one in found)


def _movements(snapshot: Snapshot, found: Sequence[Decision], state: State) -> dict[str, Moved]:
    """By the decision's number; what several decisions ask about one place and meeting is compared together."""
    moved: dict[str, Moved] = {}
    asked: dict[tuple[Period, Period, Level], list[Decision]] = {}
    # As for the period that is shown by default: where no month has all reports, each indicator says what it lacks.
    newest = state.newest_complete_month or state.newest_month
    for one in found:
        months = months_since(one.meeting.held_on, newest) if one.meeting else None
        if one.indicator is None or one.indicator not in catalogue().indicators:
            moved[one.id] = Moved(why=Unmoved.NO_INDICATOR)
        elif one.meeting is None:
            moved[one.id] = Moved(why=Unmoved.NO_MEETING)
        elif not catalogue().indicators[one.indicator].numerator:
            moved[one.id] = Moved(why=Unmoved.NOT_COUNTED)
        elif months is None:
            moved[one.id] = Moved(why=Unmoved.NO_MONTH)
        else:
            level = Level.KECAMATAN if one.kecamatan else Level.KABUPATEN
            asked.setdefault((*months, level), []).append(one)
    for level in Level.KABUPATEN, Level.KECAMATAN:
        periods = {period for *pair, of in asked if of is level for period in pair}
        read_together(snapshot, state=state, periods=periods, level=level)
    for (since, before, level), some in asked.items():
        keys = {one.id: (one.indicator or "", one.kecamatan or state.kabupaten) for one in some}
        changes, closed = _changes(snapshot, set(keys.values()), state, since, before, level)
        for one in some:
            key = keys[one.id]
            change = changes.get(key)
            why = None if change else Unmoved.SUPPRESSED if key in closed else Unmoved.NOT_COMPARABLE
            moved[one.id] = Moved(since, before, change, why)
    return moved


def _changes(
    snapshot: Snapshot, wanted: Collection[tuple[str, str]], state: State, since: Period, before: Period, level: Level
) -> tuple[dict[tuple[str, str], Change], set[tuple[str, str]]]:
    """Of the wanted (indicator, area) the changes that everybody may see; and what is closed, for small counts."""
    indicators = sorted({id_ for id_, _ in wanted})
    now, then = (
        {
            (j.indicator, j.area): j
            for j in judge(snapshot, indicators=indicators, kabupaten=state.kabupaten, period=period, level=level)
        }
        for period in (since, before)
    )
    found: dict[tuple[str, str], Change] = {}
    for id_ in indicators:
        pairs = [(then[key], now[key]) for key in wanted if key[0] == id_ and _comparable(then.get(key), now.get(key))]
        scale = scale_of(catalogue().indicators[id_])
        if scale is not None:
            compared = (change for change in compare(pairs, scale=scale) if change is not None)
            found |= {(id_, change.now.area): change for change in compared}
    closed = {key for side in (now, then) for key, judged in side.items() if judged.absence is Absence.SUPPRESSED}
    return found, closed


def _comparable(before: Judged | None, now: Judged | None) -> bool:
    """Both complete and of the same months, also where a campaign's month stands for them; not of an unknown area."""
    if before is None or now is None:
        return False
    apart = now.period.start.year - before.period.start.year
    return (
        before.value is not None
        and now.value is not None
        and before.complete
        and now.complete
        and before.reference == now.reference.years_earlier(apart)
    )


def _day(fields: dict[str, Any], column: str) -> date | None:
    return date.fromisoformat(fields[column]) if fields.get(column) else None


def _period(first: date | None, last: date | None) -> Period | None:
    """The whole months that two days name; one day names its own month."""
    first, last = first or last, last or first
    if first is None or last is None:
        return None
    return Period.of_months((first.year, first.month), (last.year, last.month))
