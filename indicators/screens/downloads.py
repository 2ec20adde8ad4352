"""Download buttons side by side; a file is made when its button is pressed, not before."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

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
