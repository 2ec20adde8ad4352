"""Reminders of deadlines as a calendar file, which phones and Outlook open: one event an open decision."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Alarm, Calendar, Event

from indicators.areas import all_kabupaten
from indicators.judgement.decisions import Decision, decisions
from indicators.judgement.values import state_of
from indicators.vocabulary import Mode
from indicators.warehouse import Snapshot
from indicators.wording import decisions as words
from indicators.wording import judgement
from indicators.wording import minutes as say

# The morning of the deadline, in the kabupaten's own time, and a reminder three days before.
STARTS, LASTS, REMINDED = time(8), timedelta(minutes=30), timedelta(days=-3)
_HOST = "dasbor-kpi-kesehatan"


def reminders(snapshot: Snapshot, kabupaten: str) -> bytes:
    """A calendar (RFC 5545) of the deadlines of open decisions.

    An event keeps its UID, so that opening a newer file changes it and adds no other; its sequence is the data version.
    """
    here, state = all_kabupaten()[kabupaten], state_of(snapshot, kabupaten=kabupaten)
    changed = datetime.fromtimestamp(0, UTC) if state.changed_at is None else state.changed_at.to_pydatetime()
    calendar = Calendar()
    calendar.add("prodid", say.PRODUCER)
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", say.CALENDAR.format(place=here.name))
    calendar.add("x-wr-timezone", here.time_zone)
    mark = f"{judgement.SAMPLE_MARK}: " if state.mode is Mode.SAMPLE else ""
    for one in decisions(snapshot, kabupaten):
        if one.is_open and one.deadline is not None:
            event = _event(one, ZoneInfo(here.time_zone), mark)
            event.add("dtstamp", changed)
            event.add("sequence", max(snapshot.version, 0))
            calendar.add_component(event)
    calendar.add_missing_timezones()
    return bytes(calendar.to_ical())


def _event(one: Decision, zone: ZoneInfo, mark: str) -> Event:
    assert one.deadline is not None
    starts = datetime.combine(one.deadline, STARTS, zone)
    meeting = words.meeting(one.meeting.name, one.meeting.held_on) if one.meeting else words.MEETING_GONE
    title = mark + say.reminder(one.what)
    event = Event()
    event.add("uid", f"{one.id}@{_HOST}")
    event.add("summary", title)
    event.add("description", say.about(one.id, one.owner, meeting))
    event.add("dtstart", starts)
    event.add("dtend", starts + LASTS)
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title)
    alarm.add("trigger", REMINDED)
    event.add_component(alarm)
    return event
