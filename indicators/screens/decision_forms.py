"""Short forms of the secretary: a decision, a new status with its evidence, a meeting.

Each makes the file of its whole list, which takes the way of every file: checks, history, undo. One that nothing is to
be said of is published at once; of the others the usual steps are shown.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from indicators import access, intake, warehouse
from indicators.areas import all_kabupaten
from indicators.catalogue import Dataset, catalogue
from indicators.judgement import innovations
from indicators.judgement.decisions import DECISIONS, DONE, MEETINGS, Decision, Meeting, last_meeting, meetings
from indicators.screens import access as reader
from indicators.screens import html, list_form, sending
from indicators.screens.selection import Selection
from indicators.vocabulary import Problem
from indicators.warehouse import list_words
from indicators.wording import decisions as say

# Held between reruns: a file of which something is to be said, with where it comes from.
_WAITING = "decision_waiting"
_STATUS = ("status", "done_on", "evidence", "evidence_url", "note")
_DECISION = ("meeting", "what", "indicator", "kecamatan", "owner", "deadline")


def recorder(chosen: Selection) -> access.Account | None:
    """The signed-in person who may record here; None for every other reader, and while the past is shown."""
    person = reader.account()
    may = access.may("record", person, chosen.kabupaten) and chosen.as_of is None
    return person if may else None


def record_decision(chosen: Selection, person: access.Account, *, place: str = "page") -> None:
    """A new decision in one form, of the last meeting unless another is chosen.

    place: where the form stands, since two of them may not share their widgets. Without any meeting that of a meeting.
    """
    snapshot = warehouse.at(chosen.version)
    held = meetings(snapshot, chosen.kabupaten)
    if not held:
        st.html(f'<p class="hint">{html.text(say.RECORD_MEETING_FIRST)}</p>')
        record_meeting(chosen, person, place=place)
        return
    latest = last_meeting(snapshot, chosen.kabupaten, chosen.today) or held[0]
    dataset = catalogue().datasets[DECISIONS]
    fields = {"meeting": latest.id} | ({"kecamatan": chosen.kecamatan} if chosen.kecamatan else {})
    with st.form(_form("decision", place), border=False):
        cells = list_form.cells(dataset, fields, _words(chosen), key=f"{_round(place)}/new", only=_DECISION)
        submitted = st.form_submit_button(say.RECORD_BUTTON, type="primary")
    send(
        dataset,
        chosen,
        person,
        cells | {"status": "not_started"},
        submitted=submitted,
        place=f"decision/{place}",
        reason=say.REASON_NEW,
    )


def record_meeting(chosen: Selection, person: access.Account, *, place: str = "page") -> None:
    """A new meeting, held today and about the chosen period unless something else is written."""
    dataset = catalogue().datasets[MEETINGS]
    period = chosen.period
    fields = {
        "held_on": chosen.today.isoformat(),
        "period_from": period.start.isoformat(),
        "period_to": period.end.isoformat(),
    }
    with st.form(_form("meeting", place), border=False):
        cells = list_form.cells(dataset, fields, _words(chosen), key=f"{_round(place)}/new")
        submitted = st.form_submit_button(say.RECORD_MEETING_BUTTON, type="primary")
    send(dataset, chosen, person, cells, submitted=submitted, place=f"meeting/{place}", reason=say.REASON_MEETING)


def change_status(
    chosen: Selection, person: access.Account, found: Mapping[str, Decision], *, place: str = "page"
) -> None:
    """One decision's status with its evidence. found: by number, in the order in which they are offered."""
    dataset, words = catalogue().datasets[DECISIONS], _words(chosen)
    picked = st.selectbox(
        say.WHICH, list(found), format_func=lambda id_: found[id_].what, key=f"decision_which/{place}"
    )
    entries = {str(fields["id"]): fields for fields in _entries(dataset, chosen)}
    fields = entries.get(picked)
    if fields is None:
        return
    with st.form(_form(f"status/{picked}", place), border=False):
        changed = list_form.cells(dataset, fields, words, key=f"{_round(place)}/{picked}", only=_STATUS)
        submitted = st.form_submit_button(say.CHANGE_BUTTON, type="primary")
    if submitted and changed["status"] == DONE and not (changed["evidence"] or changed["evidence_url"]):
        st.error(say.EVIDENCE_WANTED)
        submitted = False
    before = {id_: words.cell(column, fields.get(id_)) for id_, column in dataset.columns.items()}
    send(
        dataset,
        chosen,
        person,
        before | changed,
        submitted=submitted,
        place=f"status/{place}",
        reason=say.REASON_CHANGED,
        key=picked,
    )


def choices_of(held: Sequence[Meeting]) -> dict[str, str]:
    """Meetings as choices, by number."""
    return {meeting.id: say.meeting(meeting.name, meeting.held_on) for meeting in held}


def send(
    dataset: Dataset,
    chosen: Selection,
    person: access.Account,
    cells: Mapping[str, str] | None,
    *,
    submitted: bool,
    place: str,
    reason: str,
    key: str | None = None,
) -> None:
    """Publish what was written, or show what is to be said of it until it is published or written anew.

    key: of the entry that is changed, or left out where there are no cells; None for a new one.
    """
    here = (dataset.id, chosen.kabupaten, place, sending.round_of_files())
    if submitted:
        changed = {} if key is None else {key: cells}
        added = [cells] if key is None and cells is not None else []
        entries, words = _entries(dataset, chosen), _words(chosen)
        file = sending.File(*intake.edited_list(dataset, entries, words, changed=changed, added=added))
        st.session_state[_WAITING] = None
        stopping = sending.at_once(file, dataset, chosen, person, reason=reason)
        for problem in stopping:
            st.error(_said(problem, dataset))
        if not stopping:
            st.session_state[_WAITING] = (here, file)
    waiting = st.session_state.get(_WAITING)
    if waiting is not None and waiting[0] == here:
        sending.steps([waiting[1]], dataset, chosen, person, form=True)


def _said(problem: Problem, dataset: Dataset) -> str:
    """A problem of a file as one of a form, which has no rows: its column by the name that the form has."""
    labels = {column.column: column.label for column in dataset.columns.values()}
    return " ".join(filter(None, [f"{labels.get(problem.column or '', say.FORM)}:", problem.message, problem.fix]))


def _entries(dataset: Dataset, chosen: Selection) -> tuple[list_words.Fields, ...]:
    return innovations.entries(warehouse.current(), chosen.kabupaten).get(dataset.id, ())


def _words(chosen: Selection) -> warehouse.Words:
    snapshot, here = warehouse.current(), all_kabupaten()[chosen.kabupaten]
    return snapshot.keep(("list words", here.code), lambda: intake.stored_words(snapshot, here))


def _form(name: str, place: str) -> str:
    return f"{name}/{_round(place)}"


def _round(place: str) -> str:
    """Another one after each publication, so that the form begins empty again."""
    return f"{place}{sending.round_of_files()}"
