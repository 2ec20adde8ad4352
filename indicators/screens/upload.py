"""The upload page: template and files; what follows is the same as for a filled grid."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from indicators import access, intake, warehouse
from indicators.areas import Kabupaten, all_kabupaten
from indicators.catalogue import Dataset, catalogue
from indicators.screens import choices, html, registry, sending
from indicators.screens.explain import explained
from indicators.screens.selection import Selection
from indicators.vocabulary import Period
from indicators.wording import open_data
from indicators.wording import sending as sending_words
from indicators.wording import upload as say


def show(chosen: Selection, person: access.Account) -> None:
    """The whole page."""
    if sending.show_receipt(chosen):
        return
    sending.show_mode(chosen)
    st.html(f"<h2>{say.STEP_CHOOSE}</h2>")
    here = all_kabupaten()[chosen.kabupaten]
    dataset = _choose_dataset(here)
    if dataset.is_list:
        registry.edit(dataset, chosen, person)
        return
    if dataset.form == "open_data":
        _show_portal(here)
    else:
        _offer_templates(dataset, here, chosen, person)
    st.html(f"<h2>{say.STEP_UPLOAD}</h2>")
    files = st.file_uploader(say.FILE, accept_multiple_files=True, key=f"file-{sending.round_of_files()}")
    if files:
        # A corrected file comes under its old name while the first one still lies there.
        newest = {file.name: sending.File(file.name, file.getvalue()) for file in files}
        if len(newest) < len(files):
            again = [name for name in newest if sum(file.name == name for file in files) > 1]
            st.html(f'<p class="hint">{html.text(sending_words.chosen_again(again))}</p>')
        sending.steps(list(newest.values()), dataset, chosen, person)
    else:
        sending.forget_checked()
        sending.offer_draft(dataset, chosen, person)


def _choose_dataset(here: Kabupaten) -> Dataset:
    offered = {dataset.id: dataset for dataset in intake.receivable(here) if dataset.right == "upload"}
    first = next(iter(offered))
    id_ = choices.choose(
        say.DATASET, "set_data", list(offered), format_option=lambda i: offered[i].label, default=first
    )
    choices.remember("set_data", id_, unless=first)
    dataset = offered[id_]
    st.html(
        f'<p class="lead">{explained(dataset.description)}</p>'
        f'<p class="source">{say.SUPPLIED_BY}: {html.text(dataset.supplied_by)}</p>'
    )
    return dataset


def _show_portal(here: Kabupaten) -> None:
    """What is taken from the kabupaten's portal, with its pages; and what is easily taken for it, with the reason."""
    portal = catalogue().portal_of(here.code)
    if portal is None:
        sentence = open_data.no_portal(here.name)
        st.info(f"{sentence.message} {sentence.fix}")
        return
    st.html(f'<p class="hint">{html.text(open_data.lead(portal.name))}</p>')
    labels = catalogue().indicators
    rows = [
        [html.link(entry.page, entry.titles[0]), explained(labels[entry.indicator].label)]
        for entry in portal.entries.values()
    ]
    st.html(html.table(open_data.COLUMNS, rows))
    with st.expander(open_data.STAYS_OUT):
        st.html(f'<p class="hint">{html.text(open_data.REST_STAYS_OUT)}</p>')
        st.html(html.table(open_data.OUT_COLUMNS, [list(map(html.text, pair)) for pair in portal.not_imported.items()]))


def _offer_templates(dataset: Dataset, here: Kabupaten, chosen: Selection, person: access.Account) -> None:
    left, middle, csv, xlsx = st.columns([1.5, 2.6, 1.2, 1.5], vertical_alignment="bottom")
    period = sending.choose_period(left, dataset, chosen)
    prefilled = (
        middle.toggle(say.PREFILLED, help=say.PREFILLED_HELP, key="prefilled")
        if dataset.stores == "observations"
        else False
    )

    def content(format_: Any) -> bytes:
        return intake.template(
            dataset,
            here,
            period=period,
            rows=_last_values(dataset, here, period, person) if prefilled else None,
            format=format_,
        )

    csv.download_button(
        say.TEMPLATE_CSV,
        lambda: content("csv"),
        file_name=intake.file_name(dataset, here, period=period, format="csv"),
        mime="text/csv",
        on_click="ignore",
        width="stretch",
    )
    xlsx.download_button(
        say.TEMPLATE_XLSX,
        lambda: content("xlsx"),
        file_name=intake.file_name(dataset, here, period=period, format="xlsx"),
        mime="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        on_click="ignore",
        width="stretch",
    )


def _last_values(dataset: Dataset, here: Kabupaten, period: Period, person: access.Account) -> pd.DataFrame:
    """Values that count now, of the template's period and the two years before it; of the person's own units."""
    rows = warehouse.current().read(
        "unit_values",
        dataset=dataset.id,
        kabupaten=here.code,
        start=Period.year(period.start.year - 2).start,
        end=period.end,
    )
    return rows[rows["unit"].isin(person.facilities)] if person.facilities else rows
