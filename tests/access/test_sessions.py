"""Sign-in, tokens and sign-out."""

from __future__ import annotations

import stat
from datetime import timedelta
from pathlib import Path

import argon2
import pytest

from indicators import access
from indicators.access import accounts, passwords, sessions

PASSWORD = "melijo pagi hari"


@pytest.fixture
def siti() -> access.Account:
    return access.create_account(
        name="siti", display_name="Siti Rahma", password=PASSWORD, role="uploader", kabupaten="35.10"
    )


def test_the_right_password_gives_a_token_of_that_account(siti: access.Account) -> None:
    assert access.account_of(access.sign_in("siti", PASSWORD, "10.0.0.1")) == siti


def test_the_name_may_be_typed_with_capitals_and_spaces(siti: access.Account) -> None:
    assert access.account_of(access.sign_in(" Siti ", PASSWORD, "10.0.0.1")) == siti


def test_an_unknown_name_and_a_wrong_password_get_the_same_answer(siti: access.Account) -> None:
    with pytest.raises(access.SignInRefused) as wrong_password:
        access.sign_in("siti", "bukan kata sandinya", "10.0.0.1")
    with pytest.raises(access.SignInRefused) as unknown_name:
        access.sign_in("budi", PASSWORD, "10.0.0.1")
    assert str(wrong_password.value) == str(unknown_name.value)


def test_an_unknown_name_costs_as_much_hashing_as_a_known_one(
    siti: access.Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    passwords._decoy()
    verified: list[argon2.Parameters] = []

    class Counting(argon2.PasswordHasher):
        def verify(self, hash: str | bytes, password: str | bytes) -> bool:
            verified.append(argon2.extract_parameters(str(hash)))
            return super().verify(hash, password)

    monkeypatch.setattr(passwords, "_HASHER", Counting())
    for name in ("siti", "budi"):
        with pytest.raises(access.SignInRefused):
            access.sign_in(name, "bukan kata sandinya", "10.0.0.1")
    assert len(verified) == 2
    assert verified[0] == verified[1]


def test_the_sixth_failure_from_one_address_has_to_wait_even_with_the_right_password(
    siti: access.Account,
) -> None:
    for _ in range(5):
        with pytest.raises(access.SignInRefused, match="tidak cocok"):
            access.sign_in("siti", "bukan kata sandinya", "10.0.0.1")
    with pytest.raises(access.SignInRefused, match="Coba lagi dalam 15 menit"):
        access.sign_in("siti", PASSWORD, "10.0.0.1")
    assert access.sign_in("siti", PASSWORD, "10.0.0.2")


def test_one_address_cannot_try_many_names(siti: access.Account, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sessions, "ATTEMPTS_PER_ADDRESS", sessions.Attempts(limit=2, window=900))
    for name in ("budi", "wayan"):
        with pytest.raises(access.SignInRefused, match="tidak cocok"):
            access.sign_in(name, PASSWORD, "10.0.0.1")
    with pytest.raises(access.SignInRefused, match="Terlalu banyak"):
        access.sign_in("siti", PASSWORD, "10.0.0.1")


def test_successful_sign_ins_of_one_office_do_not_use_up_its_attempts(
    siti: access.Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sessions, "ATTEMPTS_PER_ADDRESS", sessions.Attempts(limit=1, window=900))
    assert [bool(access.sign_in("siti", PASSWORD, "10.0.0.1")) for _ in range(3)] == [True, True, True]


@pytest.mark.parametrize("token", [None, "", "bukan token", "e30.aaaa.bbbb"])
def test_a_missing_or_forged_token_is_nobody(siti: access.Account, token: str | None) -> None:
    assert access.account_of(token) is None


def test_a_token_signed_with_another_secret_is_nobody(siti: access.Account, monkeypatch: pytest.MonkeyPatch) -> None:
    token = access.sign_in("siti", PASSWORD, "10.0.0.1")
    monkeypatch.setenv("KPI_SECRET", "r" * 32)
    assert access.account_of(token) is None


def test_a_token_expires(siti: access.Account, monkeypatch: pytest.MonkeyPatch) -> None:
    token = access.sign_in("siti", PASSWORD, "10.0.0.1")
    monkeypatch.setattr(sessions, "LIFETIME", -1)
    assert access.account_of(token) is None


def test_signing_out_ends_that_session_and_no_other(siti: access.Account) -> None:
    here, elsewhere = (access.sign_in("siti", PASSWORD, "10.0.0.1") for _ in range(2))
    access.sign_out(here)
    assert access.account_of(here) is None
    assert access.account_of(elsewhere) == siti


def test_signing_out_without_a_session_does_nothing(folder: Path) -> None:
    access.sign_out(None)
    access.sign_out("bukan token")
    assert not (folder / "ended_sessions.json").exists()


def test_sessions_that_would_have_expired_by_now_are_forgotten(
    siti: access.Account, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "ended_sessions.json").write_text('{"lama": 1.0}')
    access.sign_out(access.sign_in("siti", PASSWORD, "10.0.0.1"))
    assert '"lama"' not in (folder / "ended_sessions.json").read_text()


# One-time passwords, and one's own


@pytest.fixture
def wayan() -> tuple[str, str]:
    """A new person's name and one-time password."""
    account, code = access.invite_account(name="wayan", display_name="Wayan", role="viewer")
    return account.name, code


def test_with_a_one_time_password_one_is_nobody_until_it_is_replaced(wayan: tuple[str, str]) -> None:
    token = access.sign_in(*wayan, "10.0.0.1")
    assert access.account_of(token) is None
    waiting = access.account_waiting(token)
    assert waiting is not None
    new = access.replace_password(token, current="", password=PASSWORD, address="10.0.0.1")
    assert access.account_of(new) == waiting
    assert access.account_waiting(new) is None
    assert access.account_waiting(token) is None
    with pytest.raises(access.SignInRefused):
        access.sign_in(*wayan, "10.0.0.1")


def test_a_one_time_password_proves_nobody_to_a_command(wayan: tuple[str, str]) -> None:
    with pytest.raises(access.MustChangePassword):
        access.prove(*wayan, "10.0.0.1")


def test_a_one_time_password_cannot_be_kept(wayan: tuple[str, str]) -> None:
    token = access.sign_in(*wayan, "10.0.0.1")
    with pytest.raises(access.AccountRefused, match="sama dengan yang lama"):
        access.replace_password(token, current="", password=wayan[1], address="10.0.0.1")


def test_a_one_time_password_is_over_after_a_week(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(accounts, "ONE_TIME_LASTS", timedelta(seconds=-1))
    account, code = access.invite_account(name="wayan", display_name="Wayan", role="admin")
    with pytest.raises(access.SignInRefused, match="sudah lewat"):
        access.sign_in(account.name, code, "10.0.0.1")


def test_changing_ones_own_password_needs_the_present_one_and_ends_all_other_sessions(siti: access.Account) -> None:
    here, elsewhere = (access.sign_in("siti", PASSWORD, "10.0.0.1") for _ in range(2))
    with pytest.raises(access.SignInRefused, match="tidak cocok"):
        access.replace_password(here, current="bukan ini", password="kata sandi baru", address="10.0.0.1")
    new = access.replace_password(here, current=PASSWORD, password="kata sandi baru", address="10.0.0.1")
    assert [access.account_of(token) for token in (here, elsewhere, new)] == [None, None, siti]


def test_without_a_session_no_password_is_replaced(siti: access.Account) -> None:
    with pytest.raises(access.SignInRefused, match="Sesi Anda sudah berakhir"):
        access.replace_password(None, current=PASSWORD, password="kata sandi baru", address="10.0.0.1")


def test_a_closed_account_is_refused_like_a_wrong_password(siti: access.Account) -> None:
    accounts.set_active("siti", False)
    with pytest.raises(access.SignInRefused, match="tidak cocok"):
        access.sign_in("siti", PASSWORD, "10.0.0.1")


@pytest.mark.parametrize(
    "change",
    [
        lambda: accounts.reset_password("siti"),
        lambda: accounts.set_active("siti", False),
        lambda: access.change_password(name="siti", password="kata sandi baru"),
        lambda: access.change_rights(name="siti", role="viewer", kabupaten="35.10"),
        lambda: access.remove_account("siti"),
    ],
)
def test_changing_or_removing_an_account_ends_its_sessions(siti: access.Account, change: object) -> None:
    token = access.sign_in("siti", PASSWORD, "10.0.0.1")
    assert callable(change)
    change()
    assert access.account_of(token) is None


@pytest.mark.parametrize("file_name", ["accounts.json", "ended_sessions.json"])
def test_with_an_unreadable_file_everyone_counts_as_signed_out(
    siti: access.Account, folder: Path, file_name: str
) -> None:
    token = access.sign_in("siti", PASSWORD, "10.0.0.1")
    (folder / file_name).write_text("{")
    assert access.account_of(token) is None


def test_the_secret_is_private_and_stays_the_same(folder: Path) -> None:
    first = access.signing_secret()
    assert access.signing_secret() == first
    assert len(first) >= 43
    assert stat.S_IMODE((folder / "secret").stat().st_mode) == 0o600


def test_a_short_secret_from_the_environment_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KPI_SECRET", "pendek")
    with pytest.raises(access.SecretTooShort, match="32 karakter"):
        access.signing_secret()


# Named by the kabupaten's provider


def test_whom_the_provider_names_gets_the_session_of_their_account(wayan: tuple[str, str]) -> None:
    accounts.change_rights(name="wayan", role="verifier", kabupaten="51.01", identity="wayan@dinkes.test")
    token = access.sign_in_identity("Wayan@dinkes.test", "Siapa Saja")
    # Although the one-time password was never replaced: it was never used.
    assert access.account_of(token) == access.Account("wayan", "Wayan", access.Role.VERIFIER, "51.01")
    accounts.set_active("wayan", False)
    assert access.account_of(token) is None
    with pytest.raises(access.SignInRefused, match="belum terdaftar"):
        access.sign_in_identity("wayan@dinkes.test", "Wayan")


def test_an_unknown_person_is_refused_unless_the_setting_lets_them_look(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(access.SignInRefused, match="belum terdaftar"):
        access.sign_in_identity("orang@lain.test", "Orang Lain")
    monkeypatch.setenv("KPI_OIDC_UNKNOWN", "viewer")
    monkeypatch.setenv("KPI_VIEWING", "signed-in")
    token = access.sign_in_identity("orang@lain.test", "Orang Lain")
    guest = access.account_of(token)
    assert guest == access.Account("", "Orang Lain", access.Role.VIEWER, "semua")
    assert access.may_view(guest)
    access.sign_out(token)
    assert access.account_of(token) is None


def test_a_guest_is_nobody_once_the_setting_is_taken_back(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KPI_OIDC_UNKNOWN", "viewer")
    token = access.sign_in_identity("orang@lain.test", "Orang Lain")
    monkeypatch.setenv("KPI_OIDC_UNKNOWN", "refused")
    assert access.account_of(token) is None
