"""One unit's month typed into a grid; from there on it goes the way of a file."""

from __future__ import annotations

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from indicators import access, intake, warehouse
from indicators.areas import Facility, Kabupaten, all_kabupaten
from indicators.catalogue import Dataset, catalogue
from indicators.screens import html, sending
from indicators.screens.selection import Selection
from indicators.vocabulary import Period
from indicators.wording import entry as say
from indicators.wording import numbers
from indicators.wording import upload as upload_words

_CHECKED_FILE = "entry_file"
_ROW_HEIGHT = 48  # pixels: two lines of a long name


def show(chosen: Selection, person: access.Account) -> None:
    """The whole page."""
    if sending.show_receipt(chosen):
        return
    here = all_kabupaten()[chosen.kabupaten]
    units = [f for f in here.puskesmas if access.may_send_for(person, here.code, [f.id])]
    if not units:
        st.info(say.NO_UNITS)
        return
    sending.show_mode(chosen)
    st.html(f"<h2>{say.STEP_CHOOSE}</h2>")
    left, middle, right = st.columns(3)
    dataset = _choose_dataset(left, here)
    names = {f.id: f for f in units}
    facility = names[middle.selectbox(say.UNIT, list(names), format_func=lambda id_: names[id_].name, key="entry_unit")]
    period = sending.choose_period(right, dataset, chosen)
    st.html(f"<h2>{say.STEP_FILL}</h2>")
    # A form: nothing runs between two cells, and the last one is there when the button is pressed.
    with st.form("entry", border=False):
        counts = _grid(dataset, facility, here, period)
        submitted = st.form_submit_button(say.CHECK, type="primary")
    file = intake.entry_file(dataset, facility, period, counts)
    if submitted:
        st.session_state[_CHECKED_FILE] = (dataset.id, *file)
    checked = st.session_state.get(_CHECKED_FILE)
    if checked is not None and checked[:2] == (dataset.id, file[0]):
        sending.steps([sending.File(*checked[1:])], dataset, chosen, person)


def _choose_dataset(column: Any, here: Kabupaten) -> Dataset:
    offered = {d.id: d for d in intake.receivable(here) if d.stores == "observations"}
    picked: str = column.selectbox(
        upload_words.DATASET, list(offered), format_func=lambda id_: offered[id_].label, key="entry_dataset"
    )
    return offered[picked]


def _grid(dataset: Dataset, facility: Facility, here: Kabupaten, period: Period) -> dict[str, int | None]:
    """The counts as they stand in the grid: element -> count, None where it is blank."""
    before = _period_before(period)
    stored = _stored(dataset, facility, here, Period(before.start, period.end))
    elements = [catalogue().elements[id_] for id_ in dataset.elements]
    labels = {**say.COLUMNS, "before": say.COLUMNS["before"].format(period=numbers.period(before))}

    def column(start: date) -> pd.Series:
        return pd.Series([stored.get((e.id, start)) for e in elements], dtype="Int64")

    rows = pd.DataFrame(
        {
            "element": [e.label for e in elements],
            "count": column(period.start),
            "stored": column(period.start),
            "before": column(before.start),
        }
    )
    st.html(f'<p class="hint">{html.text(say.HINT)}</p>')
    edited = st.data_editor(
        rows,
        key=f"grid/{dataset.id}/{facility.id}/{period}",
        hide_index=True,
        width="stretch",
        height="content",
        row_height=_ROW_HEIGHT,
        placeholder="",
        disabled=["element", "before", "stored"],
        column_config={
            # Narrow enough for name and new count to stand side by side on a phone; longer names take two lines.
            "element": st.column_config.TextColumn(labels["element"], pinned=True, width=215),
            "count": st.column_config.NumberColumn(labels["count"], min_value=0, step=1, width=125),
            "stored": st.column_config.NumberColumn(labels["stored"], format="localized", width=120),
            "before": st.column_config.NumberColumn(labels["before"], format="localized", width=120),
        },
    )
    return {e.id: None if pd.isna(value) else int(value) for e, value in zip(elements, edited["count"], strict=True)}


def _stored(dataset: Dataset, facility: Facility, here: Kabupaten, span: Period) -> dict[tuple[str, date], int]:
    frame = warehouse.current().read(
        "unit_values", dataset=dataset.id, kabupaten=here.code, start=span.start, end=span.end
    )
    own = frame[frame["unit"] == facility.id]
    starts = pd.to_datetime(own["period_start"]).dt.date
    return {
        (element, start): int(value) for element, start, value in zip(own["element"], starts, own["value"], strict=True)
    }


def _period_before(period: Period) -> Period:
    """The month before a month, the year before a year."""
    if period.is_year:
        return period.years_earlier(1)
    year, month = period.start.year, period.start.month
    return Period.month(year - 1, 12) if month == 1 else Period.month(year, month - 1)
