"""Undo and redo of one submission, with its exact effect beforehand."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from indicators import intake, warehouse
from indicators.areas import Kabupaten
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
    if st.button(say.UNDO if counts else say.REDO, type="primary") and (person := require("upload", chosen)):
        if refused := intake.personal_data_in(reason):
            st.error(refused)
            return
        act = warehouse.undo if counts else warehouse.redo
        try:
            receipt = act(row.submission, by=person.display_name, account=person.name, reason=reason)
        except (warehouse.RefusedError, warehouse.WarehouseError) as error:
            st.error(str(error))
            return
        warehouse.current()  # built here, so that the next reader does not wait for it
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
    keys = ["unit", "element", "period_start", "period_end"]
    old, new = (_values(snapshot, _row) for snapshot in (before, after))
    both = old.merge(new, on=keys, how="outer", suffixes=("_before", "_after"))
    same = both["value_before"].eq(both["value_after"]) | (both["value_before"].isna() & both["value_after"].isna())
    return both[~same].sort_values(keys)


def _values(snapshot: warehouse.Snapshot, row: Any) -> pd.DataFrame:
    stores = catalogue().datasets[row.dataset].stores
    if stores == "observations":
        return snapshot.read(
            "unit_values", dataset=row.dataset, kabupaten=row.kabupaten, start=row.first_period, end=row.last_period
        )
    if stores == "published":
        return snapshot.read("published_units", kabupaten=row.kabupaten)
    return snapshot.read("innovation_units", kabupaten=row.kabupaten)


def _changed_row(change: Any, here: Kabupaten) -> list[str]:
    unit, period, element = named(change, here)
    return [
        html.text(unit),
        html.text(period),
        explained(element),
        moved(change.value_before),
        moved(change.value_after),
    ]
