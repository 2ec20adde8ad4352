"""Every change of the kabupaten's areas, with undo and redo and what would hold afterwards."""

from __future__ import annotations

from datetime import datetime
from typing import Literal
from zoneinfo import ZoneInfo

import streamlit as st

from indicators import access, warehouse
from indicators.areas import Change, Kabupaten, all_changes, all_kabupaten, current_change, holding_after, is_valid
from indicators.screens import area_publishing as form
from indicators.screens import html
from indicators.screens.selection import Selection
from indicators.wording import area_changes as say
from indicators.wording import numbers


def show(chosen: Selection) -> None:
    """For admins of the kabupaten only: it names staff."""
    person = form.admin_of(chosen)
    if person is None:
        return
    here = all_kabupaten()[chosen.kabupaten]
    changes = tuple(c for c in all_changes() if c.kabupaten == here.code)
    st.html(f"<h2>{say.HISTORY_TITLE}</h2>")
    if not changes:
        st.html(f'<p class="empty">{say.HISTORY_EMPTY}</p>')
        return
    st.html(html.table(say.HISTORY_COLUMNS, [_row(c, changes, here) for c in reversed(changes)]))
    _reverse([c for c in reversed(changes) if c.event == "publish"], changes, here, person)


def _row(change: Change, changes: tuple[Change, ...], here: Kabupaten) -> list[str]:
    published = next(c for c in changes if c.id == change.of)
    return [
        html.text(_moment(change.at, here)),
        html.text(change.by),
        say.WHAT[change.what.value],
        say.EVENTS[change.event],
        html.text(published.file_name),
        say.rows(change.what.value, published.rows),
        html.text(change.reason or numbers.MISSING),
        _standing(change, changes) if change.event == "publish" else numbers.MISSING,
    ]


def _standing(publish: Change, changes: tuple[Change, ...]) -> str:
    if not is_valid(changes, publish.id):
        return say.UNDONE
    return say.HOLDS if current_change(changes, publish.kabupaten, publish.what) == publish else say.REPLACED


def _reverse(published: list[Change], changes: tuple[Change, ...], here: Kabupaten, person: access.Account) -> None:
    """One change to take back or to make valid again, with what would then hold."""
    by_id = {change.id: change for change in published}
    picked = st.selectbox(
        say.CHOOSE_CHANGE,
        list(by_id),
        format_func=lambda id_: (
            f"{say.WHAT[by_id[id_].what.value]}, {by_id[id_].file_name}, {_moment(by_id[id_].at, here)}"
        ),
        key="area_change",
    )
    change = by_id[picked]
    event: Literal["undo", "redo"] = "undo" if is_valid(changes, change.id) else "redo"
    after = holding_after(changes, change, event)
    if after == current_change(changes, change.kabupaten, change.what):
        st.html(f"<p>{say.NO_EFFECT}</p>")
    else:
        moment = _moment(after.at, here) if after else ""
        said = say.would_hold(after.file_name if after else None, change.what.value, moment)
        st.html(f"<p>{html.text(said)}</p>")
    reason = form.reason_field("area-change").strip()
    if not st.button(say.UNDO if event == "undo" else say.REDO):
        return
    if wrong := form.complaint(reason):
        st.error(wrong)
        return
    act = warehouse.undo_areas if event == "undo" else warehouse.redo_areas
    form.carry_out(lambda: act(change.id, by=person.display_name, reason=reason), say.DONE[event])


def _named(change: Change, here: Kabupaten) -> str:
    return f"{say.WHAT[change.what.value]}, {change.file_name}, {_moment(change.at, here)}"


def _moment(at: datetime, here: Kabupaten) -> str:
    return numbers.moment(at.astimezone(ZoneInfo(here.time_zone)), here.time_zone_label)
