"""The pages that keep lists: each list of one right by a file or by a form, with the checks of every file."""

from __future__ import annotations

from functools import partial

import streamlit as st

from indicators import access, intake, warehouse
from indicators.areas import Kabupaten, all_kabupaten
from indicators.catalogue import Dataset, catalogue
from indicators.judgement.maturity import EVIDENCE
from indicators.screens import choices, evidence_grid, list_entry, sending
from indicators.screens.explain import explained
from indicators.screens.selection import Selection
from indicators.vocabulary import Period
from indicators.warehouse import list_words
from indicators.wording import lists as say
from indicators.wording import upload as upload_words

_NEW = ""


def show(chosen: Selection, person: access.Account, *, right: access.Right) -> None:
    """The whole page: the lists that this right is needed for."""
    if sending.show_receipt(chosen):
        return
    sending.show_mode(chosen)
    offered = {d.id: d for d in catalogue().list_datasets() if d.right == right}
    first = next(iter(offered))
    id_ = choices.choose(
        say.LIST, "daftar", list(offered), format_option=lambda i: offered[i].label, default=first, buttons=True
    )
    choices.remember("daftar", id_, unless=first)
    dataset = offered[id_]
    st.html(f'<p class="lead">{explained(dataset.description)}</p>')
    edit(dataset, chosen, person)


def edit(dataset: Dataset, chosen: Selection, person: access.Account) -> None:
    """One list: one entry by a form, or the whole list by a file."""
    ways = (say.GRID, say.FORM, say.FILE) if dataset.id == EVIDENCE else (say.FORM, say.FILE)
    way = st.segmented_control(
        say.WAY, ways, default=ways[0], required=True, key=f"way/{dataset.id}", label_visibility="collapsed"
    )
    if way == say.GRID:
        evidence_grid.show(dataset, chosen, person)
    elif way == say.FORM:
        _form(dataset, chosen, person)
    else:
        _files(dataset, chosen, person)


def _files(dataset: Dataset, chosen: Selection, person: access.Account) -> None:
    """The list as it is to download, the edited one to upload."""
    here = all_kabupaten()[chosen.kabupaten]
    year = Period.year(chosen.today.year)
    formats: tuple[intake.Format, ...] = ("xlsx", "csv")
    for column, format_, label in zip(st.columns(2), formats, say.DOWNLOADS, strict=True):
        column.download_button(
            label,
            partial(_as_it_is, dataset, here, format_),
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


def _as_it_is(dataset: Dataset, here: Kabupaten, format_: intake.Format) -> bytes:
    """A list with its entries as they count now, since a file replaces it whole."""
    snapshot = warehouse.current()
    rows = snapshot.read("list_entries", kabupaten=here.code)
    words = intake.stored_words(snapshot, here)
    any_year = Period.year(2000)  # a list is of no period
    return intake.template(dataset, here, period=any_year, rows=rows, words=words, format=format_)


def _form(dataset: Dataset, chosen: Selection, person: access.Account) -> None:
    """One entry as a form; what it changes is shown before it is published."""
    entries, words = list_entry.stored(dataset, chosen)
    by_key = {list_words.key_of(dataset, fields): fields for fields in entries}
    picked = st.selectbox(
        say.ENTRY,
        [_NEW, *by_key],
        format_func=lambda key: words.title(dataset, by_key[key]) if key else say.NEW,
        key=f"entry/{dataset.id}",
    )
    list_entry.show(dataset, chosen, person, form=picked, fields=by_key.get(picked, {}), key=picked or None)
