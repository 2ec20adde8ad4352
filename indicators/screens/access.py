"""Who is looking: the signed-in account, what it may do here, and the way in and out."""

from __future__ import annotations

import os

import streamlit as st

from indicators import access
from indicators.screens import as_of, frame, html, sign_in
from indicators.screens.navigation import Page
from indicators.screens.selection import Selection
from indicators.wording import offline as offline_words
from indicators.wording import pages as say


def account() -> access.Account | None:
    """The account of this browser's session cookie, None for the public."""
    return access.account_of(st.context.cookies.get(access.COOKIE))


def may_write() -> bool:
    """Whether this visitor may send something, wherever they work."""
    person = account()
    return person is not None and access.may("send", person, person.kabupaten)


def require_viewing() -> None:
    """Stop the page, after a plain reason, where looking needs an account that this visitor does not have.

    server.py turns such a visitor away before any page; this holds for sessions that end while a page is open, and
    for `streamlit run app.py`.
    """
    if not access.may_view(account()):
        _say_that_an_account_is_needed()
        st.stop()


def show_account() -> None:
    """At the foot of the sidebar: who is signed in, with the way in or out; of a copy, what it is a copy of."""
    if (copied := access.offline_copy()) is not None:
        st.sidebar.html(f'<p class="account">{html.text(offline_words.told(copied.version, copied.made_on))}</p>')
        return
    if not os.environ.get(sign_in.SERVED):
        return
    person = account()
    with st.sidebar:
        if person is None:
            st.html(f'<p class="account"><a href="/masuk" target="_self">{html.text(say.SIGN_IN)}</a></p>')
        else:
            who = say.SIGNED_IN_AS.format(name=person.display_name, role=say.ROLES[person.role])
            st.html(
                f'<p class="account">{html.text(who)}<br>'
                f'<a href="/sandi" target="_self">{html.text(say.CHANGE_PASSWORD)}</a> · '
                f'<a href="/keluar" target="_self">{html.text(say.SIGN_OUT)}</a></p>'
            )


def in_menu(page: Page, person: access.Account | None) -> bool:
    """Whether the menu offers somebody this page: to those who have its right in their own kabupaten."""
    return page.right is None or access.may(page.right, person, person.kabupaten if person else "")


def admits(page: Page, chosen: Selection) -> bool:
    """Whether the visitor may open this page here; otherwise says why not in its place. Asked before its file runs."""
    if page.right is None or access.may(page.right, account(), chosen.kabupaten):
        return True
    frame.heading(page.name, chosen)
    require(page.right, chosen)
    return False


def require(right: access.Right, chosen: Selection) -> access.Account | None:
    """The signed-in person who has this right in the chosen kabupaten; otherwise None, after a plain reason.

    While the past is shown nobody has a right that changes something: what one sees is not what would be changed.

    To be asked where a page begins, and again at the moment something is written:
    `if st.button(...) and (person := access.require("upload", chosen)):`.
    """
    person = account()
    if person is not None and access.may(right, person, chosen.kabupaten):
        return None if right != "view" and as_of.closed(chosen.as_of) else person
    if person is None:
        _say_that_an_account_is_needed()
    elif person.works_for(chosen.kabupaten):
        st.info(say.NOT_YOUR_ROLE)
    else:
        st.info(say.NOT_YOUR_KABUPATEN)
    return None


def may_see_small_cells(chosen: Selection) -> bool:
    """Whether this reader is dinkes staff of the chosen kabupaten, who may see small cells."""
    return access.may_see_sensitive(account(), chosen.kabupaten)


def _say_that_an_account_is_needed() -> None:
    if access.offline_copy() is not None:
        st.info(offline_words.STAFF_PAGE)
    elif os.environ.get(sign_in.SERVED):
        st.info(say.STAFF_ONLY if access.viewing_is_open() else say.SIGNED_IN_ONLY)
        st.html(f'<p><a href="/masuk" target="_self">{html.text(say.SIGN_IN)}</a></p>')
    else:
        st.info(say.STAFF_ONLY_NO_SERVER)
