"""The history page: every submission, and undo and redo with their exact effect."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

import pandas as pd
import streamlit as st

from indicators import access, intake, warehouse
from indicators.areas import Kabupaten, all_kabupaten
from indicators.catalogue import catalogue
from indicators.screens import html
from indicators.screens.access import require
from indicators.screens.explain import explained
from indicators.screens.selection import Selection
from indicators.vocabulary import Period
from indicators.wording import history as say
from indicators.wording import numbers
from indicators.wording import upload as upload_words
from indicators.wording import warehouse as warehouse_words

SHOWN_ROWS = 200
_DONE = "history_done"


def show(chosen: Selection, person: access.Account) -> None:
    """The list, and below it one submission to undo or redo."""
    if said := st.session_state.pop(_DONE, None):
        st.success(said)
    here = all_kabupaten()[chosen.kabupaten]
    entries = _of_own_units(warehouse.current().read("submission_history", kabupaten=here.code), here, person)
    left, right = st.columns([2, 2], vertical_alignment="bottom")
    labels = {dataset.id: dataset.label for dataset in catalogue().datasets.values()}
    dataset = left.selectbox(
        say.FILTER_DATASET, ["", *labels], format_func=lambda id_: labels.get(id_, say.ALL), key="history_dataset"
    )
    seeded = right.toggle(say.FILTER_SEEDED, key="history_seeded")
    shown = entries[(entries["dataset"] == dataset) if dataset else entries["dataset"].notna()]
    if not seeded:
        shown = shown[shown["published_by"] != warehouse_words.SEED_BY]
    if shown.empty:
        st.html(f'<p class="empty">{say.EMPTY}</p>')
        return
    rows = [_row(row, here, labels) for row in shown.head(SHOWN_ROWS).itertuples(index=False)]
    st.html(html.table(say.COLUMNS, rows, numeric=(5,)))
    if len(shown) > SHOWN_ROWS:
        st.html(f'<p class="hint">{upload_words.cut(SHOWN_ROWS, len(shown))}</p>')
    _reverse(shown.head(SHOWN_ROWS), here, labels, chosen)


def _of_own_units(entries: pd.DataFrame, here: Kabupaten, person: access.Account) -> pd.DataFrame:
    """All submissions; for an uploader of some facilities, who sees no small counts of others, those of these alone."""
    if not person.facilities:
        return entries
    units = warehouse.current().read("submission_units", kabupaten=here.code).groupby("submission")["unit"].agg(list)
    return entries[[access.may_send_for(person, here.code, units.get(id_, [])) for id_ in entries["submission"]]]


def _row(row: Any, here: Kabupaten, labels: dict[str, str]) -> list[str]:
    whole = catalogue().datasets[row.dataset].stores == "innovations"
    return [
        html.text(_moment(row.published_at, here)),
        html.text(row.published_by),
        html.text(labels[row.dataset]),
        html.text(say.scope(row.units, row.first_period, row.last_period, whole_registry=whole)),
        html.text(row.file_name),
        numbers.number(row.rows),
        html.text(row.reason or "–"),
        html.text(_standing(row)),
    ]


def _standing(row: Any) -> str:
    return say.STATES[row.state]


def _reverse(entries: pd.DataFrame, here: Kabupaten, labels: dict[str, str], chosen: Selection) -> None:
    """Choose one submission, see what undoing or redoing it changes, and do it."""
    # What was rejected stays so.
    entries = entries[entries["state"] != "rejected"]
    by_id: dict[str, Any] = {str(row.submission): row for row in entries.itertuples(index=False)}
    picked = st.selectbox(
        say.CHOOSE,
        list(by_id),
        index=None,
        format_func=lambda id_: say.option(
            _moment(by_id[id_].published_at, here), labels[by_id[id_].dataset], by_id[id_].file_name
        ),
        key="history_pick",
    )
    if picked is None:
        return
    row = by_id[picked]
    counts = not row.undone
    changed = _difference(warehouse.current().version, picked, counts, row)
    st.html(f"<h2>{say.EFFECT}</h2>")
    if row.state == "waiting":
        st.info(say.WITHDRAWS)
    elif changed.empty:
        st.info(say.NO_EFFECT_UNDO if counts else say.NO_EFFECT_REDO)
    else:
        st.html(f'<p class="strong">{say.effect(len(changed))}</p>')
        rows = [_changed_row(change, here) for change in changed.head(50).itertuples(index=False)]
        st.html(html.table(say.CHANGED_COLUMNS, rows, numeric=(3, 4)))
        if len(changed) > 50:
            st.html(f'<p class="hint">{upload_words.cut(50, len(changed))}</p>')
    reason = st.text_input(say.REASON, max_chars=200, key="history_reason")
    if st.button(say.UNDO if counts else say.REDO, type="primary") and (person := require("upload", chosen)):
        if refused := intake.personal_data_in(reason):
            st.error(refused)
            return
        act = warehouse.undo if counts else warehouse.redo
        try:
            receipt = act(picked, by=person.display_name, account=person.name, reason=reason)
        except (warehouse.RefusedError, warehouse.WarehouseError) as error:
            st.error(str(error))
            return
        warehouse.current()
        done = say.DONE_UNDO if counts else say.DONE_REDO
        st.session_state[_DONE] = done.format(version=receipt.version)
        st.rerun()


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
    start, end = change.period_start, change.period_end
    entries = catalogue()
    label = (
        entries.elements[change.element].label
        if change.element in entries.elements
        else entries.indicators[change.element].label
        if change.element in entries.indicators
        else change.element
    )
    area = change.unit.partition("/")[0]
    return [
        html.text(here.name_of(area) if area == here.code or "." in area else area),
        html.text(numbers.period(Period.of_months((start.year, start.month), (end.year, end.month)))),
        explained(label),
        numbers.MISSING if pd.isna(change.value_before) else numbers.as_published(change.value_before),
        numbers.MISSING if pd.isna(change.value_after) else numbers.as_published(change.value_after),
    ]


def _moment(value: pd.Timestamp, here: Kabupaten) -> str:
    return numbers.moment(value.tz_convert(ZoneInfo(here.time_zone)).to_pydatetime(), here.time_zone_label)
