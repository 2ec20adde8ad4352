"""A page or action that a role may not use is neither shown, nor reached by its address or by a forged click."""

from __future__ import annotations

import ast
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import streamlit as st
from streamlit.proto.WidgetStates_pb2 import WidgetState

from indicators import access, warehouse
from indicators.screens import navigation
from indicators.wording import area_settings
from indicators.wording import pages as say

ROOT = Path(__file__).resolve().parents[2]
Visit = Callable[..., Any]
SignIn = Callable[..., access.Account]

ROLES = [None, *(role.value for role in access.Role)]
STAFF = navigation.MENU[say.SECTION_STAFF]
CLOSED = [page for page in STAFF if page.right != "view"]


def test_every_page_of_staff_declares_a_right_and_asks_for_it_itself() -> None:
    for page in STAFF:
        assert page.right is not None, page.file
        asked = [
            node.args[0].value
            for node in ast.walk(ast.parse((ROOT / page.file).read_text(encoding="utf-8")))
            if isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr == "require"
            and isinstance(node.args[0], ast.Constant)
        ]
        assert asked == ([] if page.right == "view" else [page.right]), page.file


@pytest.mark.parametrize("page", CLOSED, ids=lambda page: page.name)
@pytest.mark.parametrize("role", ROLES)
def test_a_role_reaches_a_page_by_its_address_only_with_the_right(
    role: str | None, page: navigation.Page, visit: Visit, sign_in: SignIn, shared_warehouse: Path
) -> None:
    person = sign_in(role, kabupaten="51.01") if role else None
    seen = visit(page.name, kabupaten="51.01")
    assert seen.failed == []
    if access.may(page.right, person, "51.01"):
        assert not seen.at.info or say.NOT_YOUR_ROLE not in seen.text
        return
    assert (say.NOT_YOUR_ROLE if person else say.STAFF_ONLY) in seen.text
    assert not seen.at.button
    assert not seen.at.text_input
    assert not seen.at.file_uploader


@pytest.mark.parametrize("role", ROLES)
def test_the_menu_offers_what_the_role_may_use(
    role: str | None, visit: Visit, sign_in: SignIn, shared_warehouse: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    navigation_of_streamlit = st.navigation

    def noted(sections: dict[str, list[Any]], **options: Any) -> Any:
        shown.extend(page.url_path for pages in sections.values() for page in pages if page.visibility == "visible")
        return navigation_of_streamlit(sections, **options)

    monkeypatch.setattr(st, "navigation", noted)
    person = sign_in(role, kabupaten="51.01") if role else None
    visit("guide", kabupaten="35.10")
    offered = {page.url_path for page in STAFF if access.may(page.right, person, "51.01")}
    assert set(shown) & {page.url_path for page in STAFF} == offered
    assert "peta" in shown


def test_a_forged_click_on_a_button_that_was_not_shown_writes_nothing(
    visit: Visit, sign_in: SignIn, filled_warehouse: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def click(seen: Any) -> int:
        states = seen.at._tree.get_widget_states()
        states.widgets.append(WidgetState(id=button.proto.id, trigger_value=True))
        seen.at._run(states)
        return warehouse.current_version()

    sign_in("admin")
    admin = visit("areas", kabupaten="51.01")
    label = area_settings.SWITCH_TO.format(mode="resmi")
    [button] = [button for button in admin.at.button if button.label == label]
    before = warehouse.current_version()

    for role in ROLES:
        if role == "admin":
            continue
        monkeypatch.setattr(access, "account_of", lambda token: None)
        if role:
            sign_in(role, kabupaten="51.01")
        forger = visit("areas", kabupaten="51.01")
        assert not forger.at.button, role
        assert click(forger) == before, role

    # The same message of an admin does write, so it is not the forgery that is broken.
    sign_in("admin")
    assert click(admin) == before + 1


def test_where_viewing_needs_an_account_no_page_runs_without_one(
    visitor: Callable[..., Any], shared_warehouse: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KPI_VIEWING", "signed-in")
    seen = visitor(kabupaten="51.01")
    seen.at.run()
    assert say.SIGNED_IN_ONLY in seen.text
    assert not seen.at.sidebar.selectbox
    assert seen.figures == []
    assert "Jembrana" not in seen.text


def test_where_viewing_needs_an_account_a_reader_with_one_sees_the_pages(
    visit: Visit, sign_in: SignIn, shared_warehouse: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KPI_VIEWING", "signed-in")
    sign_in("viewer")
    assert "Jembrana" in visit("summary", kabupaten="51.01").text
