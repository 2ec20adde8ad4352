"""The evidence of one innovation in a grid: all indicators of a guideline at once, then the way of every file."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from indicators import access, intake, warehouse
from indicators.catalogue import Dataset, catalogue
from indicators.catalogue.maturity import Guideline
from indicators.judgement import innovations
from indicators.screens import choices, html, list_entry, sending
from indicators.screens.selection import Selection
from indicators.warehouse import list_words
from indicators.wording import lists as say

INNOVATION = "isi"
_TYPED = ("stars", "url", "dated", "note")


def show(dataset: Dataset, chosen: Selection, person: access.Account) -> None:
    """Which innovation and guideline, the grid, and what it changes."""
    names = innovations.names(warehouse.current(), chosen.kabupaten)
    if not names:
        st.info(say.NO_INNOVATIONS)
        return
    guidelines = catalogue().guidelines
    left, right = st.columns(2)
    with left:
        innovation = choices.choose(
            say.GRID_INNOVATION, INNOVATION, list(names), format_option=names.__getitem__, default=next(iter(names))
        )
    version = right.selectbox(
        say.GRID_GUIDELINE,
        list(guidelines),
        index=len(guidelines) - 1,
        format_func=lambda id_: guidelines[id_].label,
        key="grid_guideline",
    )
    entries, words = list_entry.stored(dataset, chosen)
    own = {
        int(fields["number"]): fields
        for fields in entries
        if (fields["innovation"], fields["guideline"]) == (innovation, version)
    }
    form = f"grid/{innovation}/{version}"
    st.html(f'<p class="hint">{html.text(say.GRID_HINT)}</p>')
    # A form: nothing runs between two cells, and the last one is there when the button is pressed.
    with st.form(f"list/{dataset.id}/{form}", border=False):
        rows = _grid(guidelines[version], own, key=f"{form}/{sending.round_of_files()}")
        submitted = st.form_submit_button(say.CHECK, type="primary")
    _meanings(guidelines[version])
    unstarred = [number for number, cells in rows.items() if not cells["stars"] and any(cells.values())]
    if submitted and unstarred:
        st.error(say.NO_STARS_BUT_PROOF.format(numbers=", ".join(map(str, unstarred))))
        return
    if submitted:
        shared = {"innovation": innovation, "guideline": guidelines[version].label}
        filled = {number: shared | {"number": str(number)} | cells for number, cells in rows.items() if cells["stars"]}
        file = intake.edited_list(
            dataset,
            entries,
            words,
            changed={list_words.key_of(dataset, fields): filled.get(number) for number, fields in own.items()},
            added=[cells for number, cells in filled.items() if number not in own],
        )
        list_entry.hold(dataset, chosen, form=form, file=file)
    list_entry.go_on(dataset, chosen, person, form=form)


def _grid(guideline: Guideline, own: Mapping[int, Mapping[str, Any]], *, key: str) -> dict[int, dict[str, str]]:
    """Number -> what stands in its row, as the file will hold it; blank where nothing does."""
    labels = say.GRID_COLUMNS
    asked = guideline.indicators
    held = [own.get(number, {}) for number in asked]
    days = [date.fromisoformat(fields["dated"]) if fields.get("dated") else None for fields in held]
    rows = pd.DataFrame(
        {
            "number": list(asked),
            "label": [f"{number}. {one.label}{say.GRID_REQUIRED * one.required}" for number, one in asked.items()],
            "stars": pd.Series([fields.get("stars") for fields in held], dtype="Int64"),
            "url": [str(fields.get("url") or "") for fields in held],
            "dated": pd.Series(pd.to_datetime(pd.Series(days, dtype=object))),
            "note": [str(fields.get("note") or "") for fields in held],
        }
    )
    edited = st.data_editor(
        rows,
        key=key,
        hide_index=True,
        width="stretch",
        height="content",
        placeholder="",
        disabled=["number", "label"],
        column_config={
            # Narrow enough for name and stars to stand side by side on a phone.
            "number": None,
            "label": st.column_config.TextColumn(labels["label"], pinned=True, width=265),
            "stars": st.column_config.NumberColumn(labels["stars"], min_value=0, max_value=3, step=1, width=80),
            "url": st.column_config.TextColumn(labels["url"], width=220),
            "dated": st.column_config.DateColumn(labels["dated"], format="DD/MM/YYYY", width=120),
            "note": st.column_config.TextColumn(labels["note"], width=220),
        },
    )
    return {int(row["number"]): {column: _text(row[column]) for column in _TYPED} for row in edited.to_dict("records")}


def _text(value: Any) -> str:
    if value is None or pd.isna(value):
        return ""
    if isinstance(value, date):  # a timestamp is one as well
        return value.strftime("%Y-%m-%d")
    return str(value).strip()


def _meanings(guideline: Guideline) -> None:
    rows = [
        [html.text(text) for text in (f"{number}. {one.label}", *(one.stars[stars] for stars in (1, 2, 3)), one.proof)]
        for number, one in guideline.indicators.items()
    ]
    with st.expander(say.GRID_MEANINGS):
        st.html(html.table(say.GRID_MEANING_COLUMNS, rows))
        st.html(f'<p class="source">{html.text(f"{guideline.document}. {guideline.source}. {guideline.note}")}</p>')
