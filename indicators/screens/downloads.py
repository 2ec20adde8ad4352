"""Download buttons side by side, and the lists they offer; a file is made when its button is pressed, not before."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from indicators import intake, warehouse
from indicators.areas import Kabupaten
from indicators.catalogue import Dataset
from indicators.vocabulary import Period

CSV = "text/csv"
PDF = "application/pdf"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
CALENDAR = "text/calendar"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def offer(*files: tuple[str, str, str, Callable[[], bytes]]) -> None:
    """Each file is label, file name, media type and what makes its content."""
    for column, (label, file_name, mime, content) in zip(st.columns(len(files)), files, strict=True):
        column.download_button(
            label, content, file_name=file_name, mime=mime, on_click="ignore", width="stretch", key=file_name
        )


def list_as_it_is(dataset: Dataset, here: Kabupaten, format_: intake.Format) -> bytes:
    """A list with its entries as they count now, since a file replaces it whole."""
    snapshot = warehouse.current()
    rows = snapshot.read("list_entries", kabupaten=here.code)
    words = intake.stored_words(snapshot, here)
    any_year = Period.year(2000)  # a list is of no period
    return intake.template(dataset, here, period=any_year, rows=rows, words=words, format=format_)
