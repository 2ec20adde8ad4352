"""The page Riwayat: the list of submissions, one of them, those that wait, and rules and locks."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

import pandas as pd
import streamlit as st

from indicators import access, warehouse
from indicators.areas import Kabupaten, all_kabupaten
from indicators.catalogue import catalogue
from indicators.screens import choices, html, locks, reversal, stored, submission_details, verification
from indicators.screens.selection import Selection
from indicators.screens.waiting import how_many
from indicators.wording import history as say
from indicators.wording import numbers
from indicators.wording import warehouse as warehouse_words

ADDRESS, SECTION = "kiriman", "bagian"
PAGE_ROWS = 50
_OPEN = "history_open"


def show(chosen: Selection, person: access.Account) -> None:
    """One section of the page; the address names it, and the submission that is open."""
    if said := st.session_state.pop(reversal.DONE, None):
        st.success(said)
    here = all_kabupaten()[chosen.kabupaten]
    waiting = how_many(chosen) if access.may_verify(person, here.code) else None
    sections = [say.LIST, *([say.VERIFY] if waiting is not None else []), say.RULES]
    section = choices.choose(
        say.SECTION,
        SECTION,
        sections,
        format_option=lambda id_: say.section(id_, waiting or 0),
        default=say.LIST,
        buttons=True,
        show_label=False,
    )
    choices.remember(SECTION, section, unless=say.LIST)
    if section == say.LIST:
        _submissions(chosen, here, person)
        return
    choices.remember(ADDRESS, "")
    if section == say.VERIFY:
        verification.show(chosen, here, person)
    else:
        locks.show(chosen, here, person)


def _submissions(chosen: Selection, here: Kabupaten, person: access.Account) -> None:
    """The list, or the submission that was opened from it or by the address."""
    snapshot = warehouse.at(chosen.version)
    history = snapshot.keep(("history", here.code), lambda: snapshot.read("submission_history", kabupaten=here.code))
    sent = {d.id for d in catalogue().datasets_of(here.code) if access.may(d.right, person, here.code)}
    entries = _of_own_units(history[history["dataset"].isin(sent)], here, person)
    if _OPEN not in st.session_state:
        st.session_state[_OPEN] = st.query_params.get(ADDRESS)
    wanted = st.session_state[_OPEN]
    found = entries[entries["submission"] == wanted]
    choices.remember(ADDRESS, str(wanted) if len(found) else "")
    if found.empty:
        if wanted:
            st.info(warehouse_words.UNKNOWN_SUBMISSION)
        _list(entries, here, person)
        return
    st.button(say.BACK, key="history_back", on_click=open_submission, args=(None,))
    row = next(found.itertuples(index=False))
    submission_details.show(row, here, person)
    reversal.show(row, here, chosen)


def open_submission(submission: str | None) -> None:
    """Show this submission, or the list, from the next run on."""
    st.session_state[_OPEN] = submission


def _of_own_units(entries: pd.DataFrame, here: Kabupaten, person: access.Account) -> pd.DataFrame:
    """All submissions; for an uploader of some facilities, who sees no small counts of others, those of these alone."""
    if not person.facilities:
        return entries
    units = warehouse.current().read("submission_units", kabupaten=here.code).groupby("submission")["unit"].agg(list)
    return entries[[access.may_send_for(person, here.code, units.get(id_, [])) for id_ in entries["submission"]]]


def _list(entries: pd.DataFrame, here: Kabupaten, person: access.Account) -> None:
    labels = {d.id: d.label for d in catalogue().datasets_of(here.code) if access.may(d.right, person, here.code)}
    shown = _filtered(entries, labels)
    if shown.empty:
        st.html(f'<p class="empty">{say.EMPTY}</p>')
        return
    page = shown
    if len(shown) > PAGE_ROWS:
        starts = list(range(0, len(shown), PAGE_ROWS))
        start = st.selectbox(
            say.PAGE,
            starts,
            format_func=lambda first: say.page(first + 1, min(first + PAGE_ROWS, len(shown)), len(shown)),
            key="history_page",
        )
        page = shown.iloc[start : start + PAGE_ROWS]
    by_id: dict[str, Any] = {str(row.submission): row for row in page.itertuples(index=False)}
    st.selectbox(
        say.CHOOSE,
        list(by_id),
        index=None,
        format_func=lambda id_: say.option(
            stored.moment(by_id[id_].published_at, here), labels[by_id[id_].dataset], by_id[id_].file_name
        ),
        key="history_pick",
        on_change=_open_picked,
    )
    st.html(html.table(say.COLUMNS, [_row(row, here, labels) for row in by_id.values()], numeric=(5,)))


def _open_picked() -> None:
    open_submission(st.session_state["history_pick"])


def _filtered(entries: pd.DataFrame, labels: dict[str, str]) -> pd.DataFrame:
    """The submissions that three choices leave; what was shipped only when asked for."""
    columns = st.columns([2, 2, 2, 2], vertical_alignment="bottom")
    dataset = columns[0].selectbox(
        say.FILTER_DATASET, ["", *labels], format_func=lambda id_: labels.get(id_, say.ALL), key="history_dataset"
    )
    state = columns[1].selectbox(
        say.FILTER_STATE, ["", *say.STATES], format_func=lambda id_: say.STATES.get(id_, say.ALL), key="history_state"
    )
    seeded = columns[3].toggle(say.FILTER_SEEDED, key="history_seeded")
    shown = entries if seeded else entries[entries["published_by"] != warehouse_words.SEED_BY]
    people = sorted(set(shown["published_by"]))
    who = columns[2].selectbox(
        say.FILTER_WHO, ["", *people], format_func=lambda name: name or say.ALL, key="history_who"
    )
    for column, wanted in (("dataset", dataset), ("state", state), ("published_by", who)):
        if wanted:
            shown = shown[shown[column] == wanted]
    return shown


def _row(row: Any, here: Kabupaten, labels: dict[str, str]) -> list[str]:
    address = urlencode({"kabupaten": here.code, ADDRESS: row.submission})
    return [
        f'<a href="?{html.text(address)}" target="_self">{html.text(stored.moment(row.published_at, here))}</a>',
        html.text(row.published_by),
        html.text(labels[row.dataset]),
        html.text(stored.scope(row)),
        html.text(row.file_name),
        numbers.number(row.rows),
        html.text(row.reason or "–"),
        stored.standing(row.state),
    ]
