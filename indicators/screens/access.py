"""Who is looking: the signed-in account, what it may do here, and the way in and out."""

from __future__ import annotations

import os

import streamlit as st

from indicators import access
from indicators.screens import html
from indicators.screens.selection import Selection
from indicators.wording import pages as say

# Set by server.py: with `streamlit run app.py` there is no way to sign in, and the staff pages say so.
SIGN_IN_SERVED = "KPI_SIGN_IN_SERVED"


def account() -> access.Account | None:
    """The account of this browser's session cookie, None for the public."""
    return access.account_of(st.context.cookies.get(access.COOKIE))


def show_account() -> None:
    """At the foot of the sidebar: who is signed in, with the way in or out."""
    if not os.environ.get(SIGN_IN_SERVED):
        return
    person = account()
    with st.sidebar:
        if person is None:
            st.html(f'<p class="account"><a href="/masuk" target="_self">{html.text(say.SIGN_IN)}</a></p>')
        else:
            who = say.SIGNED_IN_AS.format(name=person.display_name, role=say.ROLES[person.role])
            st.html(
                f'<p class="account">{html.text(who)}<br>'
                f'<a href="/keluar" target="_self">{html.text(say.SIGN_OUT)}</a></p>'
            )


def require_staff(chosen: Selection) -> access.Account | None:
    """The signed-in person who may send data for the chosen kabupaten; otherwise None, after a plain reason."""
    person = account()
    if access.may_upload(person, chosen.kabupaten):
        return person
    if person is not None:
        st.info(say.NOT_YOUR_KABUPATEN)
    elif os.environ.get(SIGN_IN_SERVED):
        st.info(say.STAFF_ONLY)
        st.html(f'<p><a href="/masuk" target="_self">{html.text(say.SIGN_IN)}</a></p>')
    else:
        st.info(say.STAFF_ONLY_NO_SERVER)
    return None


def may_see_small_cells(chosen: Selection) -> bool:
    """Whether this reader is dinkes staff of the chosen kabupaten, who may see small cells."""
    return access.may_see_sensitive(account(), chosen.kabupaten)
