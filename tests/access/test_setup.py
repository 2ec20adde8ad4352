"""The first admin and its one-time code."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from indicators import access

DETAILS = {
    "name": "kadinkes",
    "display_name": "Kepala Dinas",
    "password": "melijo pagi hari",
    "address": "127.0.0.1",
}


def code() -> str:
    found = access.setup_code()
    assert found is not None
    return found


def test_the_code_stays_the_same_until_it_is_used_and_is_private(folder: Path) -> None:
    first = code()
    assert code() == first
    assert stat.S_IMODE((folder / "setup_code").stat().st_mode) == 0o600


def test_the_code_creates_an_admin_of_every_kabupaten_who_is_signed_in() -> None:
    account = access.account_of(access.create_first_admin(code=code(), **DETAILS))
    assert account == access.Account("kadinkes", "Kepala Dinas", access.Role.ADMIN, "semua")


def test_the_code_may_be_typed_in_small_letters_and_without_dashes() -> None:
    assert access.create_first_admin(code=code().lower().replace("-", ""), **DETAILS)


def test_a_wrong_code_creates_nothing() -> None:
    code()
    for wrong in ("", "AAAA-AAAA-AAAA-AAAA"):
        with pytest.raises(access.SetupRefused, match="tidak cocok"):
            access.create_first_admin(code=wrong, **DETAILS)
    assert not access.has_accounts()


def test_the_code_works_once(folder: Path) -> None:
    used = code()
    access.create_first_admin(code=used, **DETAILS)
    assert access.setup_code() is None
    assert not (folder / "setup_code").exists()
    with pytest.raises(access.SetupRefused, match="sudah dibuat"):
        access.create_first_admin(code=used, **{**DETAILS, "name": "lain"})


def test_an_account_from_the_command_line_ends_the_setup(folder: Path) -> None:
    code()
    access.create_account(name="admin", display_name="Admin", password="melijo pagi hari", role="admin")
    assert access.setup_code() is None
    assert not (folder / "setup_code").exists()


def test_wrong_details_do_not_use_up_the_code() -> None:
    first = code()
    with pytest.raises(access.AccountRefused, match="paling sedikit 10"):
        access.create_first_admin(code=first, **{**DETAILS, "password": "pendek"})
    assert code() == first


def test_guessing_codes_is_limited() -> None:
    right = code()
    for _ in range(10):
        with pytest.raises(access.SetupRefused, match="tidak cocok"):
            access.create_first_admin(code="salah", **DETAILS)
    with pytest.raises(access.TooManyAttempts, match="Coba lagi dalam 15 menit"):
        access.create_first_admin(code=right, **DETAILS)
