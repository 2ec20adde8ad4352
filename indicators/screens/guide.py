"""The guide of docs/panduan.md with its pictures, and the glossary."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Literal

import streamlit as st

from indicators.catalogue import ROOT, catalogue
from indicators.screens import html
from indicators.wording import guide as say
from indicators.wording import indicator as indicator_words

_PANDUAN = ROOT / "docs" / "panduan.md"
_PHONE = 400
_PICTURE = re.compile(r"!\[(?P<alt>[^\]]*)\]\((?P<path>[^)]+)\)")


def show() -> None:
    """Guide and glossary, as tabs."""
    guide, glossary = st.tabs([say.GUIDE, say.GLOSSARY])
    with guide:
        _guide()
    with glossary:
        _glossary()


def _guide() -> None:
    """The Markdown file as it is; its pictures lie beside it, are sent by the server, and are never blown up."""
    text = _PANDUAN.read_text(encoding="utf-8").partition("\n")[2]
    position = 0
    for match in _PICTURE.finditer(text):
        st.markdown(text[position : match.start()])
        picture = _PANDUAN.parent / match["path"]
        st.image(picture, caption=match["alt"], width=_width(picture))
        position = match.end()
    st.markdown(text[position:])


def _width(picture: Path) -> int | Literal["stretch"]:
    """A picture of a phone keeps its own width in pixels, from its PNG header; a wider one takes the page's.

    Streamlit would blow a small picture up to the width of its caption.
    """
    with picture.open("rb") as file:
        own = int.from_bytes(file.read(20)[16:], "big")
    return own if own <= _PHONE else "stretch"


def _glossary() -> None:
    wanted = st.text_input(say.SEARCH, key="glossary_search").casefold()
    rows = [
        [f"<b>{html.text(term.term)}</b>", html.text(term.long), html.text(term.explanation) + _page_of(term.term)]
        for term in sorted(catalogue().glossary, key=lambda t: t.term.casefold())
        if wanted in f"{term.term} {term.long} {term.explanation}".casefold()
    ]
    if rows:
        st.html(html.table(say.COLUMNS, rows))
    else:
        st.html(f'<p class="empty">{say.NONE_FOUND}</p>')


def _page_of(term: str) -> str:
    """A link to the page of the indicator that a term is short for."""
    found = next((entry.id for entry in catalogue().indicators.values() if entry.short == term), None)
    return f' <a href="/indikator?indikator={found}" target="_self">{indicator_words.ABOUT}</a>' if found else ""
