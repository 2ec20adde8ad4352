"""The page Kelola inovasi: each list of the registry kept by a file or by a form, with the checks of every file."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

import streamlit as st

from indicators import access, intake, warehouse
from indicators.areas import all_kabupaten
from indicators.catalogue import Column, Dataset, catalogue
from indicators.judgement import innovations
from indicators.screens import choices, html, sending
from indicators.screens.explain import explained
from indicators.screens.selection import Selection
from indicators.vocabulary import Period
from indicators.warehouse import list_words
from indicators.wording import lists as say
from indicators.wording import upload as upload_words

_EDITED = "registry_edited"
_NEW = ""
_EARLIEST = date(2000, 1, 1)


def show(chosen: Selection, person: access.Account) -> None:
    """The whole page."""
    if sending.show_receipt(chosen):
        return
    sending.show_mode(chosen)
    offered = {d.id: d for d in catalogue().list_datasets() if access.may(d.right, person, chosen.kabupaten)}
    first = next(iter(offered))
    id_ = choices.choose(
        say.LIST, "daftar", list(offered), format_option=lambda i: offered[i].label, default=first, buttons=True
    )
    choices.remember("daftar", id_, unless=first)
    dataset = offered[id_]
    st.html(f'<p class="lead">{explained(dataset.description)}</p>')
    by_form = st.segmented_control(
        say.WAY, say.WAYS, default=say.WAYS[0], required=True, key=f"way/{dataset.id}", label_visibility="collapsed"
    )
    if by_form == say.WAYS[0]:
        _form(dataset, chosen, person)
    else:
        _files(dataset, chosen, person)


def _files(dataset: Dataset, chosen: Selection, person: access.Account) -> None:
    """The list as it is to download, the edited one to upload."""
    here = all_kabupaten()[chosen.kabupaten]
    year = Period.year(chosen.today.year)

    def content(format_: intake.Format) -> bytes:
        snapshot = warehouse.current()
        rows = snapshot.read("list_entries", kabupaten=here.code)
        words = intake.stored_words(snapshot, here)
        return intake.template(dataset, here, period=year, rows=rows, words=words, format=format_)

    formats: tuple[intake.Format, ...] = ("xlsx", "csv")
    for column, format_, label in zip(st.columns(2), formats, say.DOWNLOADS, strict=True):
        column.download_button(
            label,
            partial(content, format_),
            file_name=intake.file_name(dataset, here, period=year, format=format_),
            mime="application/octet-stream",
            on_click="ignore",
            width="stretch",
        )
    file = st.file_uploader(upload_words.FILE, key=f"list-{dataset.id}-{sending.round_of_files()}")
    if file is not None:
        sending.steps([sending.File(file.name, file.getvalue())], dataset, chosen, person)
    else:
        sending.forget_checked()
        sending.offer_draft(dataset, chosen, person)


def _form(dataset: Dataset, chosen: Selection, person: access.Account) -> None:
    """One entry as a form; what it changes is shown before it is published."""
    snapshot, here = warehouse.current(), all_kabupaten()[chosen.kabupaten]
    entries = innovations.entries(snapshot, here.code).get(dataset.id, ())
    words = snapshot.keep(("list words", here.code), lambda: intake.stored_words(snapshot, here))
    by_key = {list_words.key_of(dataset, fields): fields for fields in entries}
    picked = st.selectbox(
        say.ENTRY,
        [_NEW, *by_key],
        format_func=lambda key: words.title(dataset, by_key[key]) if key else say.NEW,
        key=f"entry/{dataset.id}",
    )
    fields = by_key.get(picked, {})
    # A form: nothing runs between two cells, and the last one is there when the button is pressed.
    with st.form(f"list/{dataset.id}/{picked}/{sending.round_of_files()}", border=False):
        cells = _cells(dataset, fields, words, key=picked)
        left, right = st.columns([1, 1])
        submitted = left.form_submit_button(say.CHECK, type="primary")
        removed = bool(picked) and right.form_submit_button(say.REMOVE)
    if submitted or removed:
        file = intake.edited_list(dataset, entries, words, key=picked or None, cells=None if removed else cells)
        st.session_state[_EDITED] = (dataset.id, here.code, picked, sending.round_of_files(), *file)
    edited = st.session_state.get(_EDITED)
    if edited is not None and edited[:4] == (dataset.id, here.code, picked, sending.round_of_files()):
        sending.steps([sending.File(*edited[4:])], dataset, chosen, person)


def _cells(dataset: Dataset, fields: list_words.Fields, words: warehouse.Words, *, key: str) -> dict[str, str]:
    """A widget a column, two beside each other; column id -> what the file will hold."""
    cells: dict[str, str] = {}
    places: Iterator[Any] = iter(())
    for id_, column in dataset.columns.items():
        if column.type == "identifier":
            cells[id_] = str(fields.get(id_, ""))
            if cells[id_]:
                st.html(f'<p class="hint">{html.text(column.label)}: {html.text(cells[id_])}</p>')
            continue
        place = st if column.long else next(places, None)
        if place is None:
            places = iter(st.columns(2))
            place = next(places)
        cells[id_] = _widget(place, column, fields.get(id_), words, key=f"{dataset.id}/{key}/{id_}")
    return cells


def _widget(place: Any, column: Column, value: Any, words: warehouse.Words, *, key: str) -> str:
    """The text of one cell, typed or chosen."""
    label = f"{column.label} *" if column.required else column.label
    given = {"key": key, "help": column.help or None}
    options = words.options(column) or _numbers(column)
    if options and column.several:
        held = [one for one in value or [] if one in options]
        return list_words.BETWEEN.join(
            place.multiselect(label, list(options), default=held, format_func=options.get, placeholder="", **given)
        )
    if options:
        ids = ["", *options]
        index = ids.index(str(value)) if str(value) in options else 0
        return str(place.selectbox(label, ids, index=index, format_func=lambda i: options.get(i, say.BLANK), **given))
    if column.type == "day":
        day = date.fromisoformat(value) if value else None
        found = place.date_input(label, value=day, min_value=_EARLIEST, format="DD/MM/YYYY", **given)
        return found.isoformat() if isinstance(found, date) else ""
    if column.type == "whole" and not column.several:
        number = place.number_input(
            label, value=value, min_value=column.least, max_value=column.most, step=1, format="%d", **given
        )
        return "" if number is None else str(number)
    kind = place.text_area if column.long else place.text_input
    return str(kind(label, value=words.cell(column, value), **given)).strip()


def _numbers(column: Column) -> dict[str, str]:
    """Of a maturity indicator its number and name, by the newest guideline."""
    if column.type != "maturity":
        return {}
    newest = list(catalogue().guidelines.values())[-1]
    return {str(number): f"{number}. {indicator.label}" for number, indicator in newest.indicators.items()}
