"""Accounts: what is accepted, what is stored, who may do what."""

from __future__ import annotations

import json
import stat
from pathlib import Path
from typing import Any, get_args

import argon2
import pytest

from indicators import access
from indicators.access import accounts

GOOD: dict[str, Any] = {
    "name": "siti.rahma",
    "display_name": "Siti Rahma",
    "password": "melijo pagi hari",
    "role": "uploader",
    "kabupaten": "35.10",
}


def test_nobody_can_sign_in_before_the_first_account() -> None:
    assert not access.has_accounts()
    access.create_account(**GOOD)
    assert access.has_accounts()


def test_a_created_account_is_listed_without_its_password() -> None:
    created = access.create_account(**GOOD)
    assert access.all_accounts() == (created,)
    assert created == access.Account("siti.rahma", "Siti Rahma", access.Role.UPLOADER, "35.10")


def test_the_accounts_file_is_private_and_holds_no_password(folder: Path) -> None:
    access.create_account(**GOOD)
    path = folder / "accounts.json"
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert GOOD["password"] not in path.read_text()
    assert "$argon2id$" in path.read_text()


def test_guessing_a_stolen_hash_costs_what_rfc_9106_advises(shipped_hasher: argon2.PasswordHasher) -> None:
    advised = argon2.extract_parameters(shipped_hasher.hash(GOOD["password"]))
    assert (advised.type, advised.memory_cost, advised.time_cost, advised.parallelism) == (argon2.Type.ID, 65536, 3, 4)


def test_writing_leaves_no_temporary_file_behind(folder: Path) -> None:
    access.create_account(**GOOD)
    assert {path.name for path in folder.iterdir()} <= {"accounts.json", ".access.lock", "secret"}


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
        access.change_rights(name="admin", role="uploader", kabupaten="semua")
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


def test_an_account_of_the_time_before_uploaders_reads_as_uploader_of_all_facilities(folder: Path) -> None:
    access.create_account(**GOOD)
    path = folder / "accounts.json"
    kept = json.loads(path.read_text())
    for later in ("facilities", "identity", "one_time_until", "active"):
        del kept["accounts"][0][later]
    kept["accounts"][0]["role"] = "staff"
    path.write_text(json.dumps(kept))
    assert access.all_accounts() == (access.Account("siti.rahma", "Siti Rahma", access.Role.UPLOADER, "35.10"),)


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"role": "verifier"}, "Hanya petugas data"),
        ({"kabupaten": "semua"}, "bekerja untuk satu kabupaten"),
        ({"kabupaten": "51.01"}, r"Faskes 35\.10\.P01 tidak ada di kabupaten 51\.01"),
    ],
)
def test_facilities_belong_to_an_uploader_of_their_kabupaten(change: dict[str, str], reason: str) -> None:
    with pytest.raises(access.AccountRefused, match=reason):
        access.create_account(**{**GOOD, "facilities": ("35.10.P01",), **change})


def test_one_identity_of_the_provider_belongs_to_one_account() -> None:
    details = {key: value for key, value in GOOD.items() if key != "password"}
    access.invite_account(**details, identity=" Siti@Dinkes.test ")
    found = accounts.stored_account_of_identity("siti@dinkes.TEST")
    assert found is not None
    assert found.name == "siti.rahma"
    with pytest.raises(access.AccountRefused, match="sudah dipakai akun lain"):
        access.invite_account(**{**details, "name": "budi"}, identity="siti@dinkes.test")
    assert accounts.stored_account_of_identity("") is None


def test_a_one_time_password_is_stored_as_its_hash_only(folder: Path) -> None:
    _, code = access.invite_account(name="budi", display_name="Budi", role="viewer")
    assert code not in (folder / "accounts.json").read_text()


def account(role: str, kabupaten: str, *facilities: str) -> access.Account:
    return access.Account("nama", "Nama", access.Role(role), kabupaten, facilities)


UPLOAD, VERIFY, INNOVATIONS, RECORD, ADMINISTER = "upload", "verify", "innovations", "record", "administer"
SEND, SENSITIVE, ELEMENTS = "send", "sensitive", "elements"
EVERYTHING = {SEND, UPLOAD, SENSITIVE, VERIFY, INNOVATIONS, ELEMENTS, RECORD, ADMINISTER}


@pytest.mark.parametrize(
    ("who", "rights"),
    [
        (None, set()),
        (account("viewer", "semua"), set()),
        (account("uploader", "35.10"), {SEND, UPLOAD, SENSITIVE, ELEMENTS}),
        (account("uploader", "35.10", "35.10.P01"), {SEND, UPLOAD}),
        (account("uploader", "51.01"), set()),
        (account("uploader", "semua"), {SEND, UPLOAD, SENSITIVE, ELEMENTS}),
        (account("verifier", "35.10"), {SEND, UPLOAD, SENSITIVE, VERIFY, ELEMENTS}),
        (account("verifier", "51.01"), set()),
        (account("innovation_editor", "35.10"), {SEND, INNOVATIONS}),
        (account("innovation_editor", "51.01"), set()),
        (account("secretary", "35.10"), {SEND, RECORD}),
        (account("secretary", "51.01"), set()),
        (account("admin", "35.10"), EVERYTHING),
        (account("admin", "63.11"), set()),
        (account("admin", "semua"), EVERYTHING),
    ],
)
def test_rights_follow_role_and_kabupaten(who: access.Account | None, rights: set[str]) -> None:
    found = {right for right in get_args(access.Right) if right != "view" and access.may(right, who, "35.10")}
    assert found | set([SENSITIVE] * access.may_see_sensitive(who, "35.10")) == rights


def test_all_accounts_are_managed_by_an_admin_of_all_kabupaten_only() -> None:
    assert access.may_administer(account("admin", "semua"))
    assert not access.may_administer(account("admin", "35.10"))


@pytest.mark.parametrize(
    ("units", "may"),
    [(["35.10.P01"], True), (["35.10.P01", "35.10.P02"], True), (["35.10.P01", "35.10.P03"], False), ([], False)],
)
def test_an_uploader_of_some_facilities_sends_for_them_only(units: list[str], may: bool) -> None:
    who = account("uploader", "35.10", "35.10.P01", "35.10.P02")
    assert access.may_send_for(who, "35.10", units) is may
    assert not access.may_send_for(who, "51.01", units)


def test_an_uploader_of_a_kabupaten_sends_for_every_unit_of_it() -> None:
    assert access.may_send_for(account("uploader", "35.10"), "35.10", ["35.10.P03", "35.10"])
    assert not access.may_send_for(account("viewer", "35.10"), "35.10", ["35.10.P03"])
    assert not access.may_send_for(None, "35.10", ["35.10.P03"])


@pytest.mark.parametrize(
    ("setting", "everyone"), [("", True), ("open", True), (" Open", True), ("signed-in", False), ("opn", False)]
)
def test_viewing_is_open_unless_the_setting_closes_it(
    setting: str, everyone: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KPI_VIEWING", setting)
    assert access.may_view(None) is everyone
    assert access.may_view(account("viewer", "35.10"))
