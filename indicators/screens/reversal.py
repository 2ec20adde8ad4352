"""Undo and redo of one submission, with its exact effect beforehand."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from indicators import intake, warehouse
from indicators.areas import Kabupaten, all_kabupaten
from indicators.catalogue import catalogue
from indicators.screens import html
from indicators.screens.access import require
from indicators.screens.explain import explained
from indicators.screens.selection import Selection
from indicators.screens.stored import moved, named
from indicators.wording import history as say
from indicators.wording import upload as upload_words

SHOWN_ROWS = 50
DONE = "history_done"


def show(row: Any, here: Kabupaten, chosen: Selection) -> None:
    """What undoing (or redoing) the submission changes, and the button that does it; nothing for one rejected."""
    if row.state == "rejected":
        return
    counts = not row.undone
    st.html(f"<h2>{say.EFFECT_UNDO if counts else say.EFFECT_REDO}</h2>")
    if row.state == "waiting":
        st.info(say.WITHDRAWS)
    else:
        _effect(row, here, counts)
    reason = st.text_input(say.REASON, max_chars=200, key="history_reason")
    if st.button(say.UNDO if counts else say.REDO, type="primary") and (
        person := require(catalogue().datasets[row.dataset].right, chosen)
    ):
        if refused := intake.personal_data_in(reason):
            st.error(refused)
            return
        act = warehouse.undo if counts else warehouse.redo
        try:
            receipt = act(row.submission, by=person.display_name, account=person.name, reason=reason)
        except (warehouse.RefusedError, warehouse.WarehouseError) as error:
            st.error(str(error))
            return
        done = say.DONE_UNDO if counts else say.DONE_REDO
        st.session_state[DONE] = done.format(version=receipt.version)
        st.rerun()


def _effect(row: Any, here: Kabupaten, counts: bool) -> None:
    changed = _difference(warehouse.current().version, str(row.submission), counts, row)
    if changed.empty:
        st.info(say.NO_EFFECT_UNDO if counts else say.NO_EFFECT_REDO)
        return
    st.html(f'<p class="strong">{say.effect(len(changed))}</p>')
    rows = [_changed_row(change, here) for change in changed.head(SHOWN_ROWS).itertuples(index=False)]
    st.html(html.table(say.CHANGED_COLUMNS, rows, numeric=(3, 4)))
    if len(changed) > SHOWN_ROWS:
        st.html(f'<p class="hint">{upload_words.cut(SHOWN_ROWS, len(changed))}</p>')


@st.cache_resource(show_spinner=False, max_entries=8)
def _difference(version: int, submission: str, counts: bool, _row: Any) -> pd.DataFrame:
    """Values that undoing (or redoing) a submission changes: unit, element, period, value_before, value_after."""
    before = warehouse.at(version)
    after = before.with_undone(submission) if counts else before.with_redone(submission)
    dataset = catalogue().datasets[_row.dataset]
    if dataset.is_list:
        return _in_list(before, after, _row)
    keys = ["unit", "element", "period_start", "period_end"]
    old, new = (_values(snapshot, _row) for snapshot in (before, after))
    both = old.merge(new, on=keys, how="outer", suffixes=("_before", "_after"))
    same = both["value_before"].eq(both["value_after"]) | (both["value_before"].isna() & both["value_after"].isna())
    return both[~same].sort_values(keys)


def _values(snapshot: warehouse.Snapshot, row: Any) -> pd.DataFrame:
    if catalogue().datasets[row.dataset].stores == "observations":
        return snapshot.read(
            "unit_values", dataset=row.dataset, kabupaten=row.kabupaten, start=row.first_period, end=row.last_period
        )
    return snapshot.read("published_units", kabupaten=row.kabupaten)


def _in_list(before: warehouse.Snapshot, after: warehouse.Snapshot, row: Any) -> pd.DataFrame:
    """The entries of a list that differ, as `_difference` gives values."""
    found = (snapshot.read("list_entries", kabupaten=row.kabupaten) for snapshot in (before, after))
    old, new = (intake.entries_of(rows[rows["dataset"] == row.dataset]) for rows in found)
    words = intake.stored_words(before, all_kabupaten()[row.kabupaten])
    changed = intake.list_changes(catalogue().datasets[row.dataset], row.kabupaten, old, new, words)
    return changed.rename(columns={"old": "value_before", "new": "value_after"})


def _changed_row(change: Any, here: Kabupaten) -> list[str]:
    unit, period, element = named(change, here)
    return [
        html.text(unit),
        html.text(period),
        explained(element),
        html.text(moved(change.value_before)),
        html.text(moved(change.value_after)),
    ]
