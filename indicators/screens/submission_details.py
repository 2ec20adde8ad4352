"""One submission: who, when, which file, which warnings were passed and why, and what it changed."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from indicators import access, intake, warehouse
from indicators.areas import Kabupaten, all_kabupaten
from indicators.briefing.receipt import ReceiptPage, receipt_page
from indicators.catalogue import catalogue
from indicators.render.spreadsheet import as_csv
from indicators.screens import html, stored
from indicators.vocabulary import Mode
from indicators.wording import history as say
from indicators.wording import judgement, numbers
from indicators.wording import receipt as receipt_words
from indicators.wording import upload as upload_words
from indicators.wording import warehouse as warehouse_words
from indicators.wording.rules import LABELS

SHOWN_CHANGES = 200


def show(row: Any, here: Kabupaten, person: access.Account) -> None:
    """Everything kept of one submission (a row of `submission_history`), and what it changed."""
    label = catalogue().datasets[row.dataset].label
    st.html(f"<h2>{html.text(label)}, {html.text(stored.scope(row))}</h2><p>{stored.standing(row.state)}</p>")
    facts = _facts(row, here)
    rows = [[html.text(name), f'<span class="long">{html.text(value)}</span>'] for name, value in facts]
    st.html(html.table(say.FACT_COLUMNS, rows))
    _downloads(row, here, facts)
    show_accepted(row)
    st.html(f"<h2>{say.DIFFERENCE}</h2>")
    show_difference(row, here)


def show_accepted(row: Any) -> None:
    """The warnings that were passed, with their reasons."""
    if not len(row.accepted):
        return
    rows = [
        [
            html.text(LABELS.get(warning["rule"], warning["rule"])),
            html.text(warning["message"]),
            html.text(warning["reason"]),
        ]
        for warning in row.accepted
    ]
    st.html(f"<h2>{say.ACCEPTED}</h2>" + html.table(say.ACCEPTED_COLUMNS, rows))


def show_difference(row: Any, here: Kabupaten) -> None:
    """What it added, changed and removed against the version before it; the first `SHOWN_CHANGES`, and all as CSV."""
    found = changes(warehouse.current().version, str(row.submission), here.code, str(row.dataset))
    if found.empty:
        st.html(f'<p class="empty">{say.NO_DIFFERENCE}</p>')
        return
    counts = found["change"].value_counts()
    added, changed, removed = (int(counts.get(kind, 0)) for kind in ("added", "changed", "removed"))
    said = upload_words.counted_changes(added, changed, removed, int(row.rows) - added - changed, of_list=_of_list(row))
    st.html(f'<p class="strong">{html.text(said)}</p>')
    with st.expander(upload_words.CHANGES):
        rows = [[html.text(cell) for cell in _cells(c, here)] for c in found.head(SHOWN_CHANGES).itertuples()]
        st.html(html.table(upload_words.CHANGE_COLUMNS, rows, numeric=(3, 4)))
        if len(found) > SHOWN_CHANGES:
            st.html(f'<p class="hint">{upload_words.cut(SHOWN_CHANGES, len(found))}</p>')
    st.download_button(
        say.DOWNLOAD_DIFFERENCE,
        lambda: as_csv(upload_words.CHANGE_COLUMNS, [_cells(c, here) for c in found.itertuples()]),
        file_name=say.difference_file(row.submission),
        mime="text/csv",
        on_click="ignore",
    )


def _of_list(row: Any) -> bool:
    return catalogue().datasets[row.dataset].is_list


@st.cache_resource(show_spinner=False, max_entries=16)
def changes(version: int, submission: str, kabupaten: str, _dataset: str) -> pd.DataFrame:
    """The rows of `submission_changes`; of a list, old and new are texts of what differs."""
    snapshot = warehouse.at(version)
    found = snapshot.read("submission_changes", kabupaten=kabupaten, submission=submission)
    dataset = catalogue().datasets[_dataset]
    if not dataset.is_list or found.empty:
        return found
    words = intake.stored_words(snapshot, all_kabupaten()[kabupaten])

    def told(old: Any, new: Any) -> tuple[str | None, str | None]:
        before, after = (None if pd.isna(text) else str(text) for text in (old, new))
        return intake.differing(dataset, before, after, words)

    texts = [told(row.old_details, row.new_details) for row in found.itertuples()]
    both = pd.DataFrame(texts, columns=["old", "new"], index=found.index, dtype=object)
    return found.drop(columns=["old", "new"]).join(both)


def _cells(change: Any, here: Kabupaten) -> tuple[str, ...]:
    unit, period, element = stored.named(change, here)
    old, new = stored.moved(change.old), stored.moved(change.new)
    return unit, period, element, old, new, upload_words.CHANGE_WORDS[change.change]


def _facts(row: Any, here: Kabupaten) -> list[tuple[str, str]]:
    """Name and value of everything that is kept of it, in words."""
    facts = [
        (receipt_words.NUMBER, str(row.submission)),
        (receipt_words.WHO, row.published_by),
        (receipt_words.WHEN, stored.moment(row.published_at, here)),
        (receipt_words.FILE, row.file_name or numbers.MISSING),
        (receipt_words.CHECKSUM, row.checksum or numbers.MISSING),
        (receipt_words.VALUES, numbers.number(row.rows)),
        (receipt_words.MODE, judgement.MODE[Mode(row.mode)]),
        (receipt_words.NOTE, row.reason or numbers.MISSING),
    ]
    if row.based_on:
        facts.append((say.BASED_ON, str(row.based_on)))
    for what, when, who, why in (
        (say.DECISIONS.get(row.decision or ""), row.decided_at, row.decided_by, row.decision_reason),
        (
            say.REVERSED if row.undone else say.REDONE,
            row.reversed_at,
            row.reversed_by,
            row.reversal_reason,
        ),
    ):
        if what and not pd.isna(when):
            told = say.by(who or numbers.MISSING, stored.moment(when, here))
            facts.append((what, f"{told}. {say.REASON_GIVEN}: {why}" if why else told))
    return facts


def offer_file(row: Any) -> None:
    """The file as it was received, where it was kept."""
    content = warehouse.kept_file(row.checksum) if row.file_kept else None
    if content is not None:
        st.download_button(
            say.DOWNLOAD_FILE,
            content,
            file_name=row.file_name,
            mime="application/octet-stream",
            on_click="ignore",
            key=f"file-{row.submission}",
        )
    elif row.file_kept:
        st.warning(say.FILE_DAMAGED)


def _downloads(row: Any, here: Kabupaten, facts: list[tuple[str, str]]) -> None:
    """The file as it was received, where it is kept, and the receipt."""
    file, receipt = st.columns(2, vertical_alignment="center")
    with file:
        offer_file(row)
    if not row.file_kept and row.published_by != warehouse_words.SEED_BY:
        registers = catalogue().registers_of(catalogue().datasets[row.dataset])
        file.html(f'<p class="hint">{say.REGISTER_NOT_KEPT if registers else say.NOT_KEPT}</p>')
    accepted = [(warning["message"], warning["reason"]) for warning in row.accepted]
    page = ReceiptPage(str(row.submission), here.name, [(receipt_words.STATE, say.STATES[row.state]), *facts], accepted)
    receipt.download_button(
        say.DOWNLOAD_RECEIPT,
        lambda: receipt_page(page),
        file_name=receipt_words.file_name(row.submission),
        mime="text/html",
        on_click="ignore",
        key=f"receipt-{row.submission}",
    )
