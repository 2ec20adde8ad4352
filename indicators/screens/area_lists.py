"""Facilities and desa: the present list to download, the edited one to upload, compare and publish."""

from __future__ import annotations

import streamlit as st

from indicators import access, intake, warehouse
from indicators.areas import Kabupaten, What, all_kabupaten, list_csv
from indicators.screens import area_publishing as form
from indicators.screens import html
from indicators.screens.selection import Selection
from indicators.wording import area_changes as say
from indicators.wording import area_lists as list_words

_LISTS: tuple[intake.ListOf, ...] = (What.FACILITIES, What.DESA)
_RECEIVED = "area_list_received"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show(chosen: Selection) -> None:
    """For admins of the kabupaten only."""
    person = form.admin_of(chosen)
    if person is None:
        return
    here = all_kabupaten()[chosen.kabupaten]
    st.html(f"<h2>{say.LISTS_TITLE}</h2><p class='lead'>{html.text(say.LISTS_HOW)}</p>")
    what = st.segmented_control(
        say.LIST, _LISTS, format_func=lambda w: say.WHAT[w.value], default=_LISTS[0], required=True, key="area_list"
    )
    _offer(what, here)
    file = form.file_of(say.LIST_FILE, f"list-{what.value}")
    if file is None:
        st.session_state.pop(_RECEIVED, None)
        return
    # With what held when it was compared: what is published is what was seen, or nothing.
    received, replaces = form.read_once(
        _RECEIVED,
        (file.file_id, here.code, what),
        lambda: (
            intake.receive_list(file.getvalue(), file.name, what, here),
            warehouse.checksum_in_place(here.code, what),
        ),
    )
    form.show_problems(received.problems)
    if received.entries is not None:
        _publish(received, what, here, file.name, replaces, person)


def _offer(what: intake.ListOf, here: Kabupaten) -> None:
    name = f"{say.FILE_NAMES[what.value]}_{here.code}"
    left, right = st.columns(2)
    left.download_button(
        say.DOWNLOAD_XLSX,
        lambda: intake.list_file(what, here, format="xlsx"),
        file_name=f"{name}.xlsx",
        mime=_XLSX,
        on_click="ignore",
        width="stretch",
    )
    right.download_button(
        say.DOWNLOAD_CSV,
        lambda: intake.list_file(what, here, format="csv"),
        file_name=f"{name}.csv",
        mime="text/csv",
        on_click="ignore",
        width="stretch",
    )


def _publish(
    received: intake.ReceivedList,
    what: intake.ListOf,
    here: Kabupaten,
    file_name: str,
    replaces: str,
    person: access.Account,
) -> None:
    """What would change, and the button; nothing where nothing would."""
    if not received.differences or received.entries is None:
        st.info(say.NOTHING_CHANGES)
        return
    kinds = [d.kind for d in received.differences]
    said = say.counted(kinds.count("added"), kinds.count("changed"), kinds.count("ended"), len(received.entries))
    st.html(f'<p class="strong">{html.text(said)}</p>')
    rows = [
        [say.DIFFERENCES[d.kind], html.text(d.code), html.text(d.name), html.text(list_words.changed(d.fields))]
        for d in received.differences
    ]
    st.html(html.table(say.DIFFERENCE_COLUMNS, rows))
    reason = form.reason_field("area-list").strip()
    if not st.button(say.PUBLISH_LIST, type="primary"):
        return
    if wrong := form.complaint(reason):
        st.error(wrong)
        return
    new = warehouse.NewAreas(
        kabupaten=here.code,
        what=what,
        files={".csv": list_csv(received.entries)},
        file_name=file_name,
        rows=len(received.entries),
        replaces=replaces,
        by=person.display_name,
        reason=reason,
    )
    done = say.PUBLISHED.format(what=say.WHAT[what.value])
    form.carry_out(lambda: warehouse.publish_areas(new), done, read_as=_RECEIVED)
