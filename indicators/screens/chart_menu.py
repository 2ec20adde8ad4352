"""What every chart offers: its picture, its numbers, its sentence. One small button a chart; all else waits for it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from urllib.parse import urlencode

import streamlit as st

from indicators.render.chart_numbers import numbers_csv, numbers_xlsx
from indicators.render.vector_chart import Drawable, png, svg
from indicators.screens import html, send_button
from indicators.screens.downloads import CSV, XLSX
from indicators.vocabulary import Reader
from indicators.wording import briefing as briefing_words
from indicators.wording import charts as chart_words
from indicators.wording import paper as say

_LONGEST_NAME = 80


@dataclass(frozen=True)
class File:
    """A file that is made when its button is pressed. ending: of its name, without the dot."""

    label: str
    ending: str
    mime: str
    content: Callable[[], bytes | str]


def offer(spec: Drawable, *, key: str, small_counts: bool = False, more: tuple[File, ...] = ()) -> None:
    """The button below a chart. small_counts: whether the chart was made for staff who see these. more: files that
    this chart has besides those of every chart."""
    if st.button(say.MENU, key=f"menu-{key}", type="tertiary"):
        _menu(for_reader(spec, small_counts=small_counts), more)


def for_reader(spec: Drawable, *, small_counts: bool) -> Drawable:
    """The chart whose footer says for whom its files are: what leaves the page no longer has an account around it."""
    reader = Reader.STAFF if small_counts else Reader.PUBLIC
    return replace(spec, footer=briefing_words.footer(spec.footer, reader))


@st.dialog(say.MENU)
def _menu(spec: Drawable, more: tuple[File, ...]) -> None:
    st.html(f"<p><strong>{html.text(spec.title)}</strong></p>")
    name = file_name(spec.title)
    with st.container(horizontal=True):
        for file in (*_files(spec), *more):
            st.download_button(
                file.label, file.content, file_name=f"{name}.{file.ending}", mime=file.mime, on_click="ignore"
            )
    st.html(f'<p class="hint">{say.FILES}</p>')
    sentence = say.sentence(
        title=spec.title,
        finding=spec.finding,
        footer=spec.footer,
        sample=chart_words.SAMPLE_MARK if spec.sample else "",
        link=_here(),
    )
    st.html(f"<p>{say.SENTENCE}</p>")
    st.code(sentence, language=None, wrap_lines=True)
    send_button.show(sentence, label=say.SEND, share=say.SHARE)
    st.html(f'<p class="hint">{say.SEND_HINT}</p>')


def file_name(title: str) -> str:
    """A title as the name of a file: small letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")[:_LONGEST_NAME].strip("-")


def _files(spec: Drawable) -> tuple[File, ...]:
    return (
        File(say.AS_PICTURE, "png", "image/png", partial(png, spec)),
        File(say.AS_DRAWING, "svg", "image/svg+xml", partial(svg, spec)),
        File(say.AS_CSV, "csv", CSV, partial(numbers_csv, spec)),
        File(say.AS_XLSX, "xlsx", XLSX, partial(numbers_xlsx, spec)),
    )


def _here() -> str:
    """The address of this view, choices included."""
    address = str(st.context.url or "").partition("?")[0]
    query = urlencode(st.query_params.to_dict())
    return f"{address}?{query}" if query else address
