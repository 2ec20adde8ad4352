"""Official boundaries: upload, questions, report with a preview, publish."""

from __future__ import annotations

import base64
import json
from dataclasses import dataclass
from typing import Any

import streamlit as st

from indicators import access, intake, warehouse
from indicators.areas import Kabupaten, What, all_kabupaten
from indicators.render.boundary_preview import boundary_preview
from indicators.screens import area_publishing as form
from indicators.screens import html
from indicators.screens.selection import Selection
from indicators.vocabulary import Severity
from indicators.wording import area_changes as say
from indicators.wording import numbers

_RECEIVED, _ANSWERS = "boundaries_received", "boundaries_answers"


def show(chosen: Selection) -> None:
    """What the map draws now, for everyone; how to replace it, for admins."""
    here = all_kabupaten()[chosen.kabupaten]
    st.html(f"<h2>{say.BOUNDARIES_TITLE}</h2>")
    form.show_done()
    now = say.BOUNDARIES_NOW.format(label=here.boundaries_label, version=here.boundaries_version)
    st.html(f"<p>{html.text(now)}</p>")
    if person := form.admin_of(chosen):
        _replace(here, person)


def _replace(here: Kabupaten, person: access.Account) -> None:
    st.html(f'<p class="lead">{html.text(say.BOUNDARIES_HOW)}</p>')
    file = form.file_of(say.BOUNDARIES_FILE, "boundaries")
    if file is None:
        for key in (_RECEIVED, _ANSWERS):
            st.session_state.pop(key, None)
        return
    answers = st.session_state.get(_ANSWERS, {}).get(file.file_id, {})
    read = form.read_once(
        _RECEIVED, (file.file_id, here.code, tuple(answers.items())), lambda: _read(file, here, answers)
    )
    if read.received.questions:
        _ask(read.received.questions, file.file_id, answers)
        return
    form.show_problems(read.received.problems)
    if read.received.boundaries is not None:
        _report(read.received.boundaries, read.picture)
        _publish(read, read.received.boundaries, here, file.name, person)


@dataclass(frozen=True)
class _Read:
    """A file as it was read. replaces: what held then, so that what is published is what was compared with it."""

    received: intake.ReceivedBoundaries
    picture: str
    replaces: str


def _read(file: Any, here: Kabupaten, answers: dict[str, str]) -> _Read:
    replaces = warehouse.checksum_in_place(here.code, What.BOUNDARIES)
    schematic = json.loads(here.schematic_path.read_bytes())
    received = intake.receive_boundaries(file.getvalue(), file.name, here, schematic=schematic, answers=answers)
    picture = ""
    if found := received.boundaries:
        names = {one.code: one.name for one in found.found}
        drawn = boundary_preview(found.outlines, names, overlaps=found.overlaps, gaps=found.gaps)
        picture = base64.b64encode(drawn).decode()
    return _Read(received, picture, replaces)


def _ask(questions: tuple[intake.Question, ...], file_id: str, answers: dict[str, str]) -> None:
    """Each open question as a choice without a default; an answer reads the file again."""
    st.html(f"<h3>{say.QUESTIONS}</h3>")
    given = dict(answers)
    for question in questions:
        labels = dict(question.options)
        picked = st.selectbox(
            question.text,
            list(labels),
            index=None,
            format_func=labels.__getitem__,
            placeholder=say.CHOOSE,
            help=question.hint or None,
            key=f"{file_id}/{question.id}",
        )
        if question.hint:
            st.html(f'<p class="hint">{html.text(question.hint)}</p>')
        if picked is not None:
            given[question.id] = picked
    if given != answers:
        st.session_state[_ANSWERS] = {file_id: given}
        st.rerun()


def _report(found: intake.Boundaries, picture: str) -> None:
    st.html(f"<h3>{say.PREVIEW}</h3><p>{html.text(say.flaws(found.overlap_km2, found.gap_km2))}</p>")
    shown = f'src="data:image/png;base64,{picture}" style="max-width:min(100%,36rem)"'
    st.html(f'<img alt="{html.text(say.PREVIEW_ALT)}" {shown}>')
    with st.expander(say.WHAT_WAS_DONE, expanded=True):
        st.html("<ul>" + "".join(f"<li>{html.text(note)}</li>" for note in found.notes) + "</ul>")
    with st.expander(say.MATCHED):
        rows = [
            [
                html.text(one.name),
                html.text(one.code),
                numbers.number(one.polygons),
                numbers.number(one.km2, 1),
                numbers.number(one.schematic_km2, 1),
                say.share(one.km2 / one.schematic_km2 - 1),
            ]
            for one in found.found
        ]
        st.html(html.table(say.MATCHED_COLUMNS, rows, numeric=(2, 3, 4, 5)))


def _publish(read: _Read, found: intake.Boundaries, here: Kabupaten, file_name: str, person: access.Account) -> None:
    warned = any(p.severity is Severity.WARNING for p in read.received.problems)
    source = st.text_input(say.SOURCE, placeholder=say.SOURCE_EXAMPLE, max_chars=120, key="boundaries-source").strip()
    written = st.text_input(say.DATED, placeholder=say.DATED_EXAMPLE, max_chars=10, key="boundaries-dated")
    reason = form.reason_field("boundaries", say.REASON_NEEDED if warned else say.REASON).strip()
    if not st.button(say.PUBLISH_BOUNDARIES, type="primary"):
        return
    dated = intake.date_in(written)
    wrong = [
        say.SOURCE_BLANK if not source else "",
        say.DATED_BLANK if dated is None else "",
        say.REASON_BLANK if warned and not reason else "",
        form.complaint(source, reason),
    ]
    if any(wrong) or dated is None:
        st.error(" ".join(filter(None, wrong)))
        return
    new = warehouse.NewAreas(
        kabupaten=here.code,
        what=What.BOUNDARIES,
        files=found.files(source=source, dated=dated),
        file_name=file_name,
        rows=len(found.found),
        replaces=read.replaces,
        by=person.display_name,
        reason=reason,
        source=source,
        dated=dated,
    )
    form.carry_out(
        lambda: warehouse.publish_areas(new), say.PUBLISHED.format(what=say.WHAT["boundaries"]), read_as=_RECEIVED
    )
