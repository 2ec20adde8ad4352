"""The page Pengguna: accounts, what they may do, and one-time passwords that are shown once."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from indicators import access
from indicators.access import administration
from indicators.areas import all_kabupaten
from indicators.screens import html
from indicators.screens import identity_provider as provider
from indicators.screens.access import require
from indicators.screens.selection import Selection
from indicators.wording import access as access_words
from indicators.wording import users as say

_SAID, _CODE, _ROUND = "users_said", "users_code", "users_round"


def show(chosen: Selection, person: access.Account) -> None:
    """The list, one account to change, and a new one."""
    _show_code()
    if said := st.session_state.pop(_SAID, None):
        st.success(said)
    try:
        standings = administration.standings(person)
    except access.AccessError as refused:
        st.error(str(refused))
        return
    st.html(f"<h2>{say.LIST_TITLE}</h2>")
    if standings:
        st.html(html.table(say.COLUMNS, [_row(standing) for standing in standings]))
    else:
        st.html(f'<p class="empty">{say.NONE}</p>')
    left, right = st.columns(2, gap="large")
    with left:
        _change(standings, chosen, person)
    with right:
        _add(chosen, person)


def _show_code() -> None:
    """The one-time password just made, until the admin has taken it down."""
    held = st.session_state.get(_CODE)
    if held is None:
        return
    name, code = held
    with st.container(border=True):
        st.html(f'<p class="strong">{html.text(say.CODE_FOR.format(name=name))}</p>')
        st.code(code, language=None)
        st.html(f'<p class="hint">{html.text(say.CODE_NOTE)}</p>')
        if st.button(say.CODE_TAKEN, key="users_code_taken"):
            del st.session_state[_CODE]
            st.rerun()


def _row(standing: access.Standing) -> list[str]:
    account = standing.account
    return [
        html.text(account.display_name),
        html.text(account.name),
        html.text(access_words.ROLES[account.role]),
        html.text(_kabupaten(account.kabupaten)),
        html.text(_facilities(account)),
        html.text(say.standing(standing.active, standing.locked, standing.must_change is not None)),
    ]


def _change(standings: tuple[access.Standing, ...], chosen: Selection, person: access.Account) -> None:
    st.html(f"<h2>{say.CHANGE_TITLE}</h2>")
    by_name = {standing.account.name: standing for standing in standings}
    name = st.selectbox(
        say.ACCOUNT,
        list(by_name),
        index=None,
        format_func=lambda n: say.option(by_name[n].account.display_name, n),
        key=f"users_pick_{_round()}",
    )
    if name is None:
        return
    standing = by_name[name]
    # A new serial of widgets after each change, so that they show what is stored.
    key = f"users_{name}_{_round()}"
    role, kabupaten, facilities = _rights(person, standing.account, key)
    identity = _identity(standing.identity, key)
    if st.button(say.SAVE_RIGHTS, key=f"{key}_save", type="primary"):
        _do(
            chosen,
            lambda by: administration.assign(
                by, name, role=role, kabupaten=kabupaten, facilities=facilities, identity=identity
            ),
            say.RIGHTS_SAVED.format(name=name),
        )
    if name == person.name:
        st.html(f'<p class="hint">{html.text(say.OWN_ACCOUNT)}</p>')
        return
    if st.button(say.RESET, key=f"{key}_reset", help=say.RESET_HELP):
        _do(chosen, lambda by: _keep_code(name, administration.reset(by, name)), say.RESET_DONE.format(name=name))
    if standing.locked and st.button(say.UNLOCK, key=f"{key}_unlock"):
        _do(chosen, lambda by: administration.unlock(by, name), say.UNLOCKED.format(name=name))
    if standing.active and st.button(say.DEACTIVATE, key=f"{key}_close", help=say.DEACTIVATE_HELP):
        _do(chosen, lambda by: administration.set_active(by, name, False), say.DEACTIVATED.format(name=name))
    if not standing.active and st.button(say.ACTIVATE, key=f"{key}_open"):
        _do(chosen, lambda by: administration.set_active(by, name, True), say.ACTIVATED.format(name=name))


def _add(chosen: Selection, person: access.Account) -> None:
    st.html(f"<h2>{say.ADD_TITLE}</h2>")
    key = f"users_new_{_round()}"
    display_name = st.text_input(access_words.DISPLAY_NAME_LABEL, max_chars=80, key=f"{key}_display_name")
    name = st.text_input(
        access_words.NAME_LABEL, max_chars=40, help=access_words.NAME_RULE, key=f"{key}_name", autocomplete="off"
    )
    role, kabupaten, facilities = _rights(person, None, key)
    identity = _identity("", key) or ""
    if st.button(say.ADD, key=f"{key}_add", type="primary"):

        def invite(by: access.Account) -> None:
            added, code = administration.invite(
                by,
                name=name,
                display_name=display_name,
                role=role,
                kabupaten=kabupaten,
                facilities=facilities,
                identity=identity,
            )
            _keep_code(added.name, code)

        _do(chosen, invite, say.ADDED.format(name=display_name))


def _rights(person: access.Account, account: access.Account | None, key: str) -> tuple[str, str, list[str]]:
    """Widgets for role, kabupaten and facilities, set to what the account has."""
    roles = [role.value for role in access.Role]
    role = st.selectbox(
        say.ROLE,
        roles,
        index=roles.index(account.role.value) if account else roles.index("uploader"),
        format_func=lambda r: access_words.ROLES[r],
        help=say.ROLE_HELP,
        key=f"{key}_role",
    )
    st.html(f'<p class="hint">{html.text(say.ROLE_MAY[role])}</p>')
    codes = [code for code in (*all_kabupaten(), access.EVERY_KABUPATEN) if access.may_administer(person, code)]
    kabupaten = st.selectbox(
        say.KABUPATEN,
        codes,
        index=codes.index(account.kabupaten) if account else 0,
        format_func=_kabupaten,
        key=f"{key}_kabupaten",
    )
    if role != access.Role.UPLOADER or kabupaten == access.EVERY_KABUPATEN:
        return role, kabupaten, []
    names = {facility.id: facility.name for facility in all_kabupaten()[kabupaten].facilities}
    facilities = st.multiselect(
        say.FACILITIES,
        sorted(names, key=names.__getitem__),
        default=[id_ for id_ in (account.facilities if account else ()) if id_ in names],
        format_func=names.__getitem__,
        placeholder=say.ALL_FACILITIES,
        help=say.FACILITIES_HELP,
        key=f"{key}_facilities_{kabupaten}",
    )
    return role, kabupaten, facilities


def _identity(present: str, key: str) -> str | None:
    """What the provider calls this person; None, for no change, where no provider is set up."""
    if not provider.is_configured():
        return None
    return st.text_input(
        say.IDENTITY, value=present, max_chars=200, help=say.IDENTITY_HELP, key=f"{key}_identity", autocomplete="off"
    )


def _do(chosen: Selection, act: Callable[[access.Account], object], done: str) -> None:
    """Asks for the right once more at the moment of writing, acts, and shows the page anew."""
    by = require("administer", chosen)
    if by is None:
        return
    try:
        act(by)
    except access.AccessError as refused:
        st.error(str(refused))
        return
    st.session_state[_SAID] = done
    st.session_state[_ROUND] = _round() + 1
    st.rerun()


def _keep_code(name: str, code: str) -> None:
    st.session_state[_CODE] = (name, code)


def _round() -> int:
    return int(st.session_state.get(_ROUND, 0))


def _kabupaten(code: str) -> str:
    return say.EVERY_KABUPATEN if code == access.EVERY_KABUPATEN else all_kabupaten()[code].name


def _facilities(account: access.Account) -> str:
    if not account.facilities:
        return say.ALL_FACILITIES if account.role is access.Role.UPLOADER else say.NOT_LIMITED
    names = {facility.id: facility.name for facility in all_kabupaten()[account.kabupaten].facilities}
    return ", ".join(names.get(id_, id_) for id_ in account.facilities)
