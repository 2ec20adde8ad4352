"""Lock-out after failures in a row, from wherever they come, also after a restart."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from indicators import access
from indicators.access import lockout, sessions
from indicators.access.attempts import Attempts

PASSWORD = "melijo pagi hari"


@pytest.fixture
def siti(folder: Path) -> access.Account:
    return access.create_account(
        name="siti", display_name="Siti", password=PASSWORD, role="uploader", kabupaten="35.10"
    )


def fail(name: str, times: int, monkeypatch: pytest.MonkeyPatch) -> None:
    for place in range(times):
        with pytest.raises(access.SignInRefused):
            access.sign_in(name, "bukan kata sandinya", f"10.0.1.{place}")
    # A restart: what is kept in memory is gone.
    monkeypatch.setattr(sessions, "ATTEMPTS", Attempts(limit=5, window=900))
    monkeypatch.setattr(sessions, "ATTEMPTS_PER_ADDRESS", Attempts(limit=50, window=900))


def test_ten_failures_from_many_addresses_lock_the_account_also_after_a_restart(
    siti: access.Account, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail("siti", 10, monkeypatch)
    with pytest.raises(access.TooManyAttempts, match="Coba lagi dalam 60 menit"):
        access.sign_in("siti", PASSWORD, "10.0.2.1")


def test_nine_failures_do_not_and_a_success_forgets_them(siti: access.Account, monkeypatch: pytest.MonkeyPatch) -> None:
    for _ in range(2):
        fail("siti", 9, monkeypatch)
        assert access.sign_in("siti", PASSWORD, "10.0.2.1")


def test_a_name_that_no_account_has_locks_just_the_same(siti: access.Account, monkeypatch: pytest.MonkeyPatch) -> None:
    fail("budi", 10, monkeypatch)
    with pytest.raises(access.TooManyAttempts):
        access.sign_in("budi", PASSWORD, "10.0.2.1")
    assert access.sign_in("siti", PASSWORD, "10.0.2.1")


def test_the_lock_ends_by_itself(siti: access.Account, monkeypatch: pytest.MonkeyPatch) -> None:
    fail("siti", 10, monkeypatch)
    monkeypatch.setattr(lockout, "LASTS", -1)
    assert access.sign_in("siti", PASSWORD, "10.0.2.1")


def test_a_reset_by_the_admin_unlocks(siti: access.Account, monkeypatch: pytest.MonkeyPatch) -> None:
    fail("siti", 10, monkeypatch)
    code = access.administration.reset(access.Account("adi", "Adi", access.Role.ADMIN, "semua"), "siti")
    assert access.sign_in("siti", code, "10.0.2.1")


def test_neither_names_nor_passwords_stand_in_the_file(
    siti: access.Account, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fail("siti", 1, monkeypatch)
    fail(PASSWORD, 1, monkeypatch)  # typed into the wrong field
    kept = (folder / "failures.json").read_text()
    assert "siti" not in kept
    assert PASSWORD not in kept
    assert stat.S_IMODE((folder / "failures.json").stat().st_mode) == 0o600


def test_a_broken_file_keeps_nobody_out(siti: access.Account, folder: Path) -> None:
    (folder / "failures.json").write_text("[")
    assert access.sign_in("siti", PASSWORD, "10.0.2.1")


def test_the_file_does_not_grow_without_end(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lockout, "_MOST_NAMES", 3)
    for name in "abcde":
        lockout.count_failure(name)
    assert len(lockout._read()) == 3
