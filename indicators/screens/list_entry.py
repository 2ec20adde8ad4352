"""One entry of a list: its form, then the checks, the preview and the publishing of every file."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

import streamlit as st

from indicators import access, intake, warehouse
from indicators.areas import all_kabupaten
from indicators.catalogue import Dataset
from indicators.judgement import innovations
from indicators.screens import list_form, sending
from indicators.screens.selection import Selection
from indicators.warehouse import list_words
from indicators.wording import lists as say

_EDITED = "list_edited"


def stored(dataset: Dataset, chosen: Selection) -> tuple[Sequence[list_words.Fields], warehouse.Words]:
    """The list as it is now, and how it is written."""
    snapshot, here = warehouse.current(), all_kabupaten()[chosen.kabupaten]
    words = snapshot.keep(("list words", here.code), lambda: intake.stored_words(snapshot, here))
    return innovations.entries(snapshot, here.code).get(dataset.id, ()), words


def show(
    dataset: Dataset,
    chosen: Selection,
    person: access.Account,
    *,
    form: str,
    fields: list_words.Fields,
    key: str | None = None,
    only: Collection[str] = (),
    given: Mapping[str, str] | None = None,
) -> None:
    """The form and, once it is handed in, what it changes.

    form: tells it from the list's other forms. fields: what it is filled with. key: the entry that it changes, which
    it can also remove; None for a new one. only, given: the columns that it asks, and cells of others.
    """
    entries, words = stored(dataset, chosen)
    # A form: nothing runs between two cells, and the last one is there when the button is pressed.
    with st.form(f"list/{dataset.id}/{form}/{sending.round_of_files()}", border=False):
        cells = list_form.cells(dataset, fields, words, key=form, only=only) | dict(given or {})
        left, right = st.columns([1, 1])
        submitted = left.form_submit_button(say.CHECK, type="primary")
        removed = key is not None and right.form_submit_button(say.REMOVE)
    if submitted or removed:
        changed = {} if key is None else {key: None if removed else cells}
        added = [cells] if key is None else []
        file = intake.edited_list(dataset, entries, words, changed=changed, added=added)
        hold(dataset, chosen, form=form, file=file)
    go_on(dataset, chosen, person, form=form)


def hold(dataset: Dataset, chosen: Selection, *, form: str, file: tuple[str, bytes]) -> None:
    """Keep the file that a form has made, until it is published or a form makes another."""
    st.session_state[_EDITED] = (dataset.id, chosen.kabupaten, form, sending.round_of_files(), *file)


def go_on(dataset: Dataset, chosen: Selection, person: access.Account, *, form: str) -> None:
    """Checks, preview and publishing of the file that this form has made, where it has made one."""
    edited = st.session_state.get(_EDITED)
    if edited is not None and edited[:4] == (dataset.id, chosen.kabupaten, form, sending.round_of_files()):
        sending.steps([sending.File(*edited[4:])], dataset, chosen, person, form=True)
