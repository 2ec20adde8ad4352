"""Accounts: what is accepted, what is stored, who may do what."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from indicators import access

GOOD = {
    "name": "siti.rahma",
    "display_name": "Siti Rahma",
    "password": "melijo pagi hari",
    "role": "staff",
    "kabupaten": "35.10",
}


def test_nobody_can_sign_in_before_the_first_account() -> None:
    assert not access.has_accounts()
    access.create_account(**GOOD)
    assert access.has_accounts()


def test_a_created_account_is_listed_without_its_password() -> None:
    created = access.create_account(**GOOD)
    assert access.all_accounts() == (created,)
    assert created == access.Account("siti.rahma", "Siti Rahma", access.Role.STAFF, "35.10")


def test_the_accounts_file_is_private_and_holds_no_password(folder: Path) -> None:
    access.create_account(**GOOD)
    path = folder / "accounts.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert GOOD["password"] not in path.read_text()
    assert "$argon2id$" in path.read_text()


def test_writing_leaves_no_temporary_file_behind(folder: Path) -> None:
    access.create_account(**GOOD)
    assert {path.name for path in folder.iterdir()} <= {"accounts.json", ".access.lock"}


def test_names_are_compared_without_case_and_spaces() -> None:
    access.create_account(**GOOD)
    with pytest.raises(access.AccountRefused, match="sudah dipakai"):
        access.create_account(**{**GOOD, "name": " Siti.Rahma "})


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"name": "si"}, "3–40 karakter"),
        ({"name": "siti rahma"}, "3–40 karakter"),
        ({"display_name": "  "}, "Nama lengkap wajib diisi"),
        ({"password": "sembilan9"}, "paling sedikit 10 karakter"),
        ({"password": "a" * 201}, "paling banyak 200 karakter"),
        ({"password": "aaaaaaaaaaaa"}, "mudah ditebak"),
        ({"name": "siti.rahma.d", "password": "Siti.Rahma.D"}, "sama dengan nama pengguna"),
        ({"role": "bupati"}, "Peran bupati tidak dikenal"),
        ({"kabupaten": "99.99"}, "Kabupaten 99.99 tidak dikenal"),
    ],
)
def test_an_account_with_wrong_details_is_refused_with_the_reason(change: dict[str, str], reason: str) -> None:
    with pytest.raises(access.AccountRefused, match=reason):
        access.create_account(**{**GOOD, **change})
    assert not access.has_accounts()


def test_the_last_admin_of_all_kabupaten_cannot_be_removed() -> None:
    access.create_account(**{**GOOD, "name": "admin", "role": "admin", "kabupaten": "semua"})
    access.create_account(**GOOD)
    with pytest.raises(access.AccountRefused, match="satu-satunya admin"):
        access.remove_account("admin")
    with pytest.raises(access.AccountRefused, match="satu-satunya admin"):
        access.change_rights(name="admin", role="staff", kabupaten="semua")
    access.remove_account("siti.rahma")
    assert [account.name for account in access.all_accounts()] == ["admin"]


def test_a_password_can_be_changed_where_no_admin_exists_yet() -> None:
    access.create_account(**GOOD)
    access.change_password(name=GOOD["name"], password="kata sandi baru")
    assert access.sign_in(GOOD["name"], "kata sandi baru", "10.0.0.1")


def test_an_unknown_account_cannot_be_changed() -> None:
    with pytest.raises(access.AccountRefused, match="Tidak ada akun bernama budi"):
        access.change_password(name="budi", password="kata sandi baru")


def test_an_unreadable_accounts_file_says_how_to_go_on(folder: Path) -> None:
    access.create_account(**GOOD)
    (folder / "accounts.json").write_text("{")
    with pytest.raises(access.AccountsUnreadable, match=r"Pulihkan accounts\.json"):
        access.has_accounts()


def account(role: str, kabupaten: str) -> access.Account:
    return access.Account("nama", "Nama", access.Role(role), kabupaten)


@pytest.mark.parametrize(
    ("who", "uploads", "administers_it", "administers_all"),
    [
        (None, False, False, False),
        (account("viewer", "semua"), False, False, False),
        (account("staff", "35.10"), True, False, False),
        (account("staff", "51.01"), False, False, False),
        (account("staff", "semua"), True, False, False),
        (account("admin", "35.10"), True, True, False),
        (account("admin", "63.11"), False, False, False),
        (account("admin", "semua"), True, True, True),
    ],
)
def test_rights_follow_role_and_kabupaten(
    who: access.Account | None, uploads: bool, administers_it: bool, administers_all: bool
) -> None:
    assert access.may_upload(who, "35.10") is uploads
    assert access.may_see_sensitive(who, "35.10") is uploads
    assert access.may_administer(who, "35.10") is administers_it
    assert access.may_administer(who) is administers_all
