"""The page Tindak lanjut: decisions, overdue ones first, whether their KPI has moved, and the secretary's forms."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.briefing.minutes import minutes
from indicators.briefing.reminders import reminders
from indicators.catalogue import catalogue
from indicators.judgement import decisions as judged
from indicators.judgement.decision_sentences import moved
from indicators.judgement.decisions import DECISIONS, Decision, Meeting
from indicators.render.docx_page import docx
from indicators.render.pdf_page import pdf
from indicators.screens import choices, data, decision_forms, downloads, html, quality_mark, sending
from indicators.screens.addresses import about, address, linked
from indicators.screens.as_of import KEY as AS_OF
from indicators.screens.explain import explained
from indicators.screens.selection import Selection
from indicators.vocabulary import Mode
from indicators.wording import decisions as say
from indicators.wording import minutes as minutes_words
from indicators.wording import numbers

_LATEST, _EVERY = "", "semua"


def show(chosen: Selection) -> None:
    """What was decided, then, for who records it, the forms."""
    person = decision_forms.recorder(chosen)
    if person:
        sending.show_receipt(chosen, in_place=True)
    found = data.decisions(chosen.version, chosen.kabupaten)
    held = data.meetings(chosen.version, chosen.kabupaten)
    _last_meeting(held, chosen)
    if found:
        shown, picked = _chosen(found, held, chosen)
        _counted(shown, chosen)
        _table(shown, chosen)
        _downloads(picked, chosen)
    elif held:
        st.html(f'<p class="empty">{html.text(say.NO_DECISIONS)}</p>')
    if person is None:
        if not found:
            st.html(f'<p class="hint">{html.text(say.WHO_RECORDS)}</p>')
        return
    # Left open once something is recorded: a meeting decides many things, one after another.
    with st.expander(say.RECORD, expanded=not found or sending.just_published(DECISIONS)):
        decision_forms.record_decision(chosen, person)
    if found:
        with st.expander(say.CHANGE):
            ordered = judged.overdue_first(found, chosen.today)
            decision_forms.change_status(chosen, person, {one.id: one for one in ordered})
    if held:
        with st.expander(say.RECORD_MEETING):
            decision_forms.record_meeting(chosen, person)
    manage = f'<a href="{address("kelola-rapat", kabupaten=chosen.kabupaten, period=chosen.period)}" target="_self">'
    st.html(f'<p class="hint">{html.text(say.FROM_FILE)} {manage}{html.text(say.MANAGE)}</a></p>')


def _last_meeting(held: Sequence[Meeting], chosen: Selection) -> None:
    """What the last meeting was about, or that there was none."""
    place = all_kabupaten()[chosen.kabupaten].name
    last = next((meeting for meeting in held if meeting.held_on <= chosen.today), None)
    if last is None:
        said = (say.NO_MEETINGS_HELD if held else say.NO_MEETINGS).format(place=place)
        st.html(f'<p class="empty">{html.text(said)}</p>')
        return
    parts = [f"<b>{html.text(say.about_meeting(last.name, last.held_on, last.place))}</b>."]
    if last.discussed:
        parts.append(html.text(say.discussed(last.discussed)))
    if last.data_of:
        there = address("", kabupaten=chosen.kabupaten, period=chosen.period, **{AS_OF: last.data_of.isoformat()})
        parts.append(
            f'{html.text(say.frozen(last.data_of))} <a href="{there}" target="_self">{html.text(say.OPEN_FROZEN)}</a>'
        )
    st.html(f"<p>{' '.join(parts)}</p>")


def _chosen(
    found: Sequence[Decision], held: Sequence[Meeting], chosen: Selection
) -> tuple[list[Decision], Meeting | None]:
    """The decisions that the choices in the address leave, in the order in which a meeting goes through them; and the
    meeting that is chosen, else the last one.
    """
    names = decision_forms.choices_of(held)
    left, right = st.columns(2)
    with left:
        meeting = choices.choose(
            say.MEETING,
            say.ADDRESS_MEETING,
            [_LATEST, *names, _EVERY],
            format_option=lambda id_: {_LATEST: say.LATEST, _EVERY: say.EVERY_MEETING}.get(id_) or names[id_],
            default=_LATEST,
        )
    owners = sorted({one.owner for one in found}, key=str.casefold)
    with right:
        owner = choices.choose(
            say.OWNER,
            say.ADDRESS_OWNER,
            ["", *owners],
            format_option=lambda name: name or say.EVERY_OWNER,
            default="",
        )
    first = next(iter(say.SHOWN))
    status = choices.choose(
        say.STATUS,
        say.ADDRESS_STATUS,
        list(say.SHOWN),
        format_option=say.SHOWN.__getitem__,
        default=first,
        buttons=True,
        show_label=False,
    )
    for key, value, usual in (
        (say.ADDRESS_MEETING, meeting, _LATEST),
        (say.ADDRESS_OWNER, owner, ""),
        (say.ADDRESS_STATUS, status, first),
    ):
        choices.remember(key, value, unless=usual)
    latest = [one.id for one in judged.gone_through(held, chosen.today)]

    def wanted(one: Decision) -> bool:
        of = one.meeting.id if one.meeting else None
        return (
            (of == meeting or meeting == _EVERY or (meeting == _LATEST and (of in latest or one.is_open)))
            and (not owner or one.owner == owner)
            and judged.is_shown(one, status, chosen.today)
        )

    return judged.overdue_first(filter(wanted, found), chosen.today), next(
        (one for one in held if one.id == meeting), next((one for one in held if one.id in latest), None)
    )


def _counted(shown: Sequence[Decision], chosen: Selection) -> None:
    if not shown:
        st.html(f'<p class="empty">{html.text(say.NOTHING_CHOSEN)}</p>')
        return
    if chosen.state.mode is Mode.SAMPLE:
        st.html(f'<p class="banner sample" role="note">{html.text(say.SAMPLE)}</p>')
    late = sum(one.is_overdue(chosen.today) for one in shown)
    open_ = sum(one.is_open for one in shown)
    said = say.counted(len(shown), late, open_ - late, len(shown) - open_)
    st.html(f'<p class="strong">{html.text(said)}</p>')


def _table(shown: Sequence[Decision], chosen: Selection) -> None:
    if not shown:
        return
    st.html(linked(html.table(say.COLUMNS, [_row(one, chosen) for one in shown]), chosen))
    st.html(f'<p class="hint">{html.text(say.HOW)}</p>')


def _downloads(meeting: Meeting | None, chosen: Selection) -> None:
    """The minutes of a meeting, and the reminders of all open decisions."""
    files: list[tuple[str, str, str, Callable[[], bytes]]] = []
    if meeting:
        st.html(f'<p class="hint">{html.text(minutes_words.about_files(meeting.name, meeting.held_on))}</p>')
        document = partial(minutes, warehouse.at(chosen.version), chosen.kabupaten, meeting, today=chosen.today)
        files = [
            (minutes_words.DOCX, minutes_words.file_name(meeting.id, "docx"), downloads.DOCX, lambda: docx(document())),
            (minutes_words.PDF, minutes_words.file_name(meeting.id, "pdf"), downloads.PDF, lambda: pdf(document())),
        ]
    calendar = partial(reminders, warehouse.at(chosen.version), chosen.kabupaten)
    downloads.offer(
        *files, (minutes_words.ICS, minutes_words.reminders_file(chosen.kabupaten), downloads.CALENDAR, calendar)
    )


def _row(one: Decision, chosen: Selection) -> list[str]:
    labels = catalogue().vocabularies["decision_statuses"].words
    meeting = say.meeting(one.meeting.name, one.meeting.held_on) if one.meeting else say.MEETING_GONE
    marks = [one.id, meeting, *([say.PRACTICE] if one.practice else [])]
    deadline = html.text(numbers.day(one.deadline) if one.deadline else say.NO_DEADLINE)
    if one.deadline and one.is_overdue(chosen.today):
        late = html.text(say.late((chosen.today - one.deadline).days))
        deadline += f'<div class="light red"><b aria-hidden="true">!</b> {late}</div>'
    status = labels[one.status].label + (f" {say.done_on(one.done_on)}" if one.done_on else "")
    evidence = html.text(one.evidence)
    if one.evidence_url:
        evidence += f" {html.link(one.evidence_url, say.EVIDENCE_LINK)}"
    if not evidence and one.status == judged.DONE:
        evidence = f'<span class="none">{html.text(say.NO_EVIDENCE)}</span>'
    return [
        f"<b>{explained(one.what)}</b>" + f'<div class="remark">{html.text(" · ".join(marks))}</div>',
        html.text(one.owner),
        deadline,
        html.text(status)
        + "".join(f'<div class="remark">{part}</div>' for part in (evidence, html.text(one.note)) if part),
        _moved(one, chosen),
    ]


def _moved(one: Decision, chosen: Selection) -> str:
    finding, behind = moved(one, chosen.kabupaten)
    if one.indicator is None:
        return f'<span class="none">{html.text(finding)}</span>'
    told = one.moved.change is not None and one.moved.change.distinguishable
    said = f"<b>{explained(finding)}</b>" if told else explained(finding)
    if behind:
        said += f'<div class="remark">{explained(behind)}</div>'
    said += quality_mark.mark(one.indicator, version=chosen.version, kabupaten=chosen.kabupaten, period=chosen.period)
    there = about(one.indicator, kabupaten=chosen.kabupaten, period=chosen.period, kecamatan=one.kecamatan)
    return f'{said} <a href="{there}" target="_self">{html.text(say.SEE_INDICATOR)}</a>'
