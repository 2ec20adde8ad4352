"""The page Pengguna: an admin adds, changes, resets, closes and unlocks accounts; nobody else does."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from indicators import access
from indicators.access import accounts, lockout
from indicators.wording import pages as page_words
from indicators.wording import users as say

Visit = Callable[..., Any]
PASSWORD = "melijo pagi hari"


@pytest.fixture(autouse=True)
def folder(shared_warehouse: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Accounts apart from the shared warehouse, which stays as it is."""
    for module in (accounts, lockout):
        monkeypatch.setattr(module, "access_folder", lambda: tmp_path)
    return tmp_path


@pytest.fixture
def adi(sign_in: Callable[..., access.Account]) -> access.Account:
    """The admin who looks at the page."""
    access.create_account(name="adi", display_name="Adi", password=PASSWORD, role="admin")
    return sign_in("admin", name="Adi")


@pytest.fixture
def siti() -> access.Account:
    return access.create_account(
        name="siti", display_name="Siti", password=PASSWORD, role="uploader", kabupaten="35.10"
    )


def code_on(seen: Any) -> str:
    [code] = seen.at.code
    assert re.fullmatch(r"(?:[A-Z2-9]{4}-){2}[A-Z2-9]{4}", code.value)
    return str(code.value)


def picked(seen: Any, name: str) -> str:
    """Choose an account to change; the prefix of its widgets' keys."""
    [box] = [box for box in seen.at.selectbox if (box.key or "").startswith("users_pick_")]
    box.set_value(name).run()
    return f"users_{name}_{box.key.rpartition('_')[2]}"


def test_an_admin_adds_an_account_and_sees_its_one_time_password_once(visit: Visit, adi: access.Account) -> None:
    seen = visit("users")
    seen.at.text_input("users_new_0_display_name").input("Wayan Putra")
    seen.at.text_input("users_new_0_name").input("wayan")
    seen.at.selectbox("users_new_0_kabupaten").set_value("51.01").run()
    seen.at.multiselect("users_new_0_facilities_51.01").set_value(["51.01.P01"]).run()
    seen.press(say.ADD)
    assert seen.failed == []
    assert access.all_accounts()[1] == access.Account(
        "wayan", "Wayan Putra", access.Role.UPLOADER, "51.01", ("51.01.P01",)
    )
    assert access.account_waiting(access.sign_in("wayan", code_on(seen), "10.0.0.1"))
    seen.press(say.CODE_TAKEN)
    assert not seen.at.code


def test_what_cannot_be_added_is_said(visit: Visit, adi: access.Account) -> None:
    seen = visit("users")
    seen.at.text_input("users_new_0_display_name").input("Adi Kedua")
    seen.at.text_input("users_new_0_name").input("adi").run()
    seen.press(say.ADD)
    assert "Nama pengguna adi sudah dipakai" in seen.text
    assert not seen.at.code


def test_an_admin_changes_role_and_kabupaten(visit: Visit, adi: access.Account, siti: access.Account) -> None:
    seen = visit("users")
    key = picked(seen, "siti")
    seen.at.selectbox(f"{key}_role").set_value("verifier")
    seen.at.selectbox(f"{key}_kabupaten").set_value("63.11").run()
    seen.press(say.SAVE_RIGHTS)
    assert access.all_accounts()[1] == access.Account("siti", "Siti", access.Role.VERIFIER, "63.11")


def test_an_admin_resets_a_password(visit: Visit, adi: access.Account, siti: access.Account) -> None:
    seen = visit("users")
    picked(seen, "siti")
    seen.press(say.RESET)
    assert access.account_waiting(access.sign_in("siti", code_on(seen), "10.0.0.1"))
    assert say.MUST_CHANGE in seen.text


def test_an_admin_closes_and_opens_an_account(visit: Visit, adi: access.Account, siti: access.Account) -> None:
    seen = visit("users")
    picked(seen, "siti")
    seen.press(say.DEACTIVATE)
    with pytest.raises(access.SignInRefused):
        access.sign_in("siti", PASSWORD, "10.0.0.1")
    picked(seen, "siti")
    seen.press(say.ACTIVATE)
    assert access.sign_in("siti", PASSWORD, "10.0.0.1")


def test_an_admin_unlocks_an_account(visit: Visit, adi: access.Account, siti: access.Account) -> None:
    for _ in range(lockout.LIMIT):
        lockout.count_failure("siti")
    seen = visit("users")
    assert say.LOCKED in seen.text
    picked(seen, "siti")
    seen.press(say.UNLOCK)
    assert access.sign_in("siti", PASSWORD, "10.0.0.1")


def test_the_last_admin_keeps_the_role(visit: Visit, adi: access.Account) -> None:
    seen = visit("users")
    key = picked(seen, "adi")
    assert say.OWN_ACCOUNT in seen.text
    seen.at.selectbox(f"{key}_role").set_value("viewer").run()
    seen.press(say.SAVE_RIGHTS)
    assert "satu-satunya admin" in seen.text


def test_an_admin_of_one_kabupaten_sees_and_gives_its_rights_only(
    visit: Visit, sign_in: Callable[..., access.Account], siti: access.Account
) -> None:
    sign_in("admin", kabupaten="51.01")
    seen = visit("users", kabupaten="51.01")
    assert "siti" not in seen.text
    assert seen.at.selectbox("users_new_0_kabupaten").options == ["Kabupaten Jembrana"]


def test_who_lost_the_right_meanwhile_changes_nothing(
    visit: Visit, adi: access.Account, siti: access.Account, folder: Path, sign_in: Callable[..., access.Account]
) -> None:
    seen = visit("users")
    picked(seen, "siti")
    before = (folder / "accounts.json").read_bytes()
    sign_in("verifier", name="Adi")
    seen.press(say.RESET)
    assert page_words.NOT_YOUR_ROLE in seen.text
    assert not seen.at.code
    assert (folder / "accounts.json").read_bytes() == before
