"""The menu, and which of its pages is open."""

from __future__ import annotations

from copy import copy
from functools import cache

import streamlit as st

from indicators.screens import access, navigation
from indicators.screens.navigation import Page


def choose() -> tuple[Page, st.Page]:
    """Draw the menu, without the pages that this visitor has no right to; the page that is open."""
    person = access.account()
    # Each run has its own: Streamlit notes on a page that it has been run.
    offered = {page: copy(_page(page, access.in_menu(page, person))) for page in _all()}
    sections = {section: [offered[page] for page in pages] for section, pages in navigation.MENU.items()}
    opened = st.navigation(sections, expanded=True)
    return next(page for page in offered if offered[page] == opened), opened


def _all() -> list[Page]:
    return [page for pages in navigation.MENU.values() for page in pages]


@cache
def _page(page: Page, visible: bool) -> st.Page:
    """Made once: to look for every page's file takes a run longer than most pages do."""
    return st.Page(
        page.file,
        title=page.title,
        url_path=page.url_path,
        default=page == navigation.HOME,
        visibility="visible" if visible else "hidden",
    )
