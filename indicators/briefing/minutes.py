"""The minutes of a meeting (notulen): what it decided, what earlier ones left open, and what has moved since."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.judgement import decisions as judged
from indicators.judgement.decision_sentences import movement
from indicators.judgement.decisions import Decision, Meeting
from indicators.judgement.values import state_of
from indicators.render.pdf_page import Document, Facts, Heading, Paragraph, SideBySide, Table, Together
from indicators.vocabulary import Basis, Mode
from indicators.warehouse import Snapshot
from indicators.wording import decisions as words
from indicators.wording import judgement, numbers
from indicators.wording import minutes as say

_WIDTHS = (0.8, 4.2, 2.6, 2.0, 3.1, 5.0)


def minutes(snapshot: Snapshot, kabupaten: str, meeting: Meeting, *, today: date) -> Document:
    """For `render.pdf_page.pdf` and `render.docx_page.docx`; values are those that everybody may see."""
    here, state = all_kabupaten()[kabupaten], state_of(snapshot, kabupaten=kabupaten)
    every = judged.decisions(snapshot, kabupaten)
    own = sorted((one for one in every if one.meeting == meeting), key=lambda one: one.id)
    earlier = [
        one for one in every if one.is_open and one.meeting != meeting and (_held(one) or today) <= meeting.held_on
    ]
    sample = state.mode is Mode.SAMPLE
    facts = [
        (say.MEETING, meeting.name),
        (say.DATE, numbers.day(meeting.held_on)),
        (say.PLACE, meeting.place or say.NOT_RECORDED),
        (say.DISCUSSED, numbers.period(meeting.discussed) if meeting.discussed else say.NOT_RECORDED),
        *([(say.FROZEN, numbers.day(meeting.data_of))] if meeting.data_of else []),
        (say.MADE, numbers.day(today)),
        *([(say.NOTE, meeting.note)] if meeting.note else []),
    ]
    blocks = [
        Heading(say.title(here.name), level=1),
        Facts(tuple(facts)),
        Heading(say.DECISIONS),
        *_decided(own, kabupaten, today, of=meeting, otherwise=words.NO_DECISIONS),
        Heading(say.EARLIER),
        *_decided(judged.overdue_first(earlier, today), kabupaten, today, of=meeting, otherwise=say.NONE_OPEN),
        Paragraph(words.HOW, small=True),
        *([Paragraph(say.SAMPLE, small=True)] if sample else []),
        Together((SideBySide(tuple((Paragraph(f"{who},"), Paragraph(say.SIGNATURE)) for who in say.SIGNED_BY)),)),
    ]
    source = judgement.source_line(
        say.SOURCE, Basis.SAMPLE if sample else None, state.version, rule=catalogue().settings.rule_version
    )
    return Document(
        title=say.document_title(meeting.name, meeting.held_on, here.name),
        author=here.name,
        blocks=tuple(blocks),
        footer=source,
        sample=sample,
        landscape=True,
    )


def _held(one: Decision) -> date | None:
    return one.meeting.held_on if one.meeting else None


def _decided(
    found: Sequence[Decision], kabupaten: str, today: date, *, of: Meeting, otherwise: str
) -> list[Table | Paragraph]:
    if not found:
        return [Paragraph(otherwise)]
    rows = tuple(
        (str(number), _what(one, of), one.owner, _deadline(one, today), _status(one), movement(one, kabupaten))
        for number, one in enumerate(found, start=1)
    )
    return [Table((say.NUMBER, *words.COLUMNS), rows, numeric=(0,), widths=_WIDTHS)]


def _what(one: Decision, of: Meeting) -> str:
    """With the meeting it comes from, where that is another one."""
    if one.meeting == of:
        return f"{one.what}\n{one.id}"
    held = words.meeting(one.meeting.name, one.meeting.held_on) if one.meeting else words.MEETING_GONE
    return f"{one.what}\n{one.id} · {held}"


def _deadline(one: Decision, today: date) -> str:
    if one.deadline is None:
        return words.NO_DEADLINE
    late = f"\n{words.late((today - one.deadline).days)}" if one.is_overdue(today) else ""
    return numbers.day(one.deadline) + late


def _status(one: Decision) -> str:
    label = catalogue().vocabularies["decision_statuses"].words[one.status].label
    done = f" {words.done_on(one.done_on)}" if one.done_on else ""
    evidence = [part for part in (one.evidence, one.evidence_url) if part]
    if not evidence and one.status == judged.DONE:
        evidence = [words.NO_EVIDENCE]
    return "\n".join([label + done, *evidence, *([one.note] if one.note else [])])
