"""`users`: who may manage accounts; a new password is shown once and one's own never stands on the command line."""

from __future__ import annotations

import json
import re

import pytest

from indicators import access
from indicators.access import lockout

PASSWORD = "kuda hijau pantai"
ADD_ADMIN = ("users", "add", "sari", "--full-name", "Sari Dewi", "--role", "admin")
ADD_TONO = ("users", "add", "tono", "--full-name", "Tono", "--role", "uploader", "--kabupaten", "35.10")
AS_SARI = ("--as", "sari")
ROLES = ("viewer", "uploader", "verifier", "innovation_editor", "secretary", "admin")


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("KPI_WAREHOUSE", str(tmp_path / "gudang"))
    monkeypatch.delenv("KPI_PASSWORD", raising=False)
    return tmp_path / "gudang"


def as_(monkeypatch, role: str, kabupaten: str = "semua") -> tuple[str, str]:
    """An account of this role, whose password the environment gives."""
    access.create_account(name=f"si.{role}", display_name="Si", password=PASSWORD, role=role, kabupaten=kabupaten)
    monkeypatch.setenv("KPI_PASSWORD", PASSWORD)
    return "--as", f"si.{role}"


@pytest.fixture
def sari(monkeypatch):
    access.create_account(name="sari", display_name="Sari Dewi", password=PASSWORD, role="admin")
    monkeypatch.setenv("KPI_PASSWORD", PASSWORD)


@pytest.fixture
def tono(run, sari):
    assert run(*ADD_TONO, *AS_SARI).code == 0


def code_in(text: str) -> str:
    [found] = re.findall(r"(?:[A-Z2-9]{4}-){2}[A-Z2-9]{4}", text)
    return found


def names() -> list[str]:
    return [account.name for account in access.all_accounts()]


def test_without_accounts_the_list_says_so(run):
    assert run("users", "list").out == "Belum ada akun.\n"


def test_the_first_admin_is_made_without_an_account_and_gets_a_one_time_password(run):
    said = run(*ADD_ADMIN)
    assert said.code == 0
    assert "Akun sari dibuat: Admin, kabupaten semua." in said.out
    token = access.sign_in("sari", code_in(said.out), "127.0.0.1")
    assert access.account_of(token) is None
    assert access.account_waiting(token) == access.Account("sari", "Sari Dewi", access.Role.ADMIN, "semua")


def test_after_the_first_admin_nothing_goes_without_an_account(run):
    run(*ADD_ADMIN)
    for asked in (ADD_TONO, ("users", "list"), ("users", "reset", "sari"), ("users", "remove", "sari", "--yes")):
        said = run(*asked)
        assert (said.code, said.out, said.err) == (1, "", "Sebutkan akun Anda dengan --as NAMA.\n")
    assert names() == ["sari"]


def test_a_one_time_password_gives_no_command(run, monkeypatch):
    monkeypatch.setenv("KPI_PASSWORD", code_in(run(*ADD_ADMIN).out))
    said = run(*ADD_TONO, *AS_SARI)
    assert said.code == 1
    assert "ganti dahulu kata sandinya" in said.err
    assert names() == ["sari"]


@pytest.mark.parametrize("role", [role for role in ROLES if role != "admin"])
@pytest.mark.parametrize(
    "asked",
    [
        ADD_TONO,
        ("users", "list"),
        ("users", "reset", "sari"),
        ("users", "role", "sari", "--role", "viewer"),
        ("users", "deactivate", "sari"),
        ("users", "activate", "sari"),
        ("users", "unlock", "sari"),
        ("users", "remove", "sari", "--yes"),
    ],
    ids=lambda asked: asked[1],
)
def test_other_roles_than_admin_manage_no_accounts(run, sari, folder, monkeypatch, role, asked):
    by = as_(monkeypatch, role)
    before = (folder / "accounts.json").read_bytes()
    said = run(*asked, *by)
    assert (said.code, said.out) == (1, "")
    assert said.err
    assert (folder / "accounts.json").read_bytes() == before


def test_an_admin_of_one_kabupaten_manages_its_accounts_only(run, tono, monkeypatch):
    by = as_(monkeypatch, "admin", kabupaten="63.11")
    listed = json.loads(run("users", "list", "--format", "json", *by).out)
    assert [found["name"] for found in listed] == ["si.admin"]
    assert run("users", "reset", "tono", *by).code == 1
    assert run("users", "role", "si.admin", "--role", "admin", *by).code == 1  # for all kabupaten
    added = ("users", "add", "wayan", "--full-name", "Wayan", "--role", "viewer", "--kabupaten", "63.11")
    assert run(*added, *by).code == 0


def test_an_account_is_added_and_listed_with_its_facilities(run, sari):
    run(*ADD_TONO, "--facility", "35.10.P01", "--facility", "35.10.P02", *AS_SARI)
    _, tono = json.loads(run("users", "list", "--format", "json", *AS_SARI).out)
    assert tono["facilities"] == ["35.10.P01", "35.10.P02"]
    assert (tono["role"], tono["must_change_password"], tono["active"]) == ("uploader", True, True)
    table = run("users", "list", *AS_SARI).out
    assert "35.10.P01, 35.10.P02" in table
    assert "menunggu ganti kata sandi" in table


def test_a_new_account_as_json_holds_the_one_time_password(run, sari):
    found = json.loads(run(*ADD_TONO, "--format", "json", *AS_SARI).out)
    assert access.account_waiting(access.sign_in("tono", found["one_time_password"], "127.0.0.1"))


def test_a_password_on_the_command_line_is_not_taken(run):
    assert run(*ADD_ADMIN, "--password", PASSWORD).code == 2


def test_without_a_terminal_and_without_the_environment_it_says_how_to_give_the_password(
    run, sari, nobody_answers, monkeypatch
):
    monkeypatch.delenv("KPI_PASSWORD")
    said = run(*ADD_TONO, *AS_SARI)
    assert said.code == 1
    assert "KPI_PASSWORD" in said.err


def test_a_typed_password_proves_the_account(run, sari, monkeypatch):
    monkeypatch.delenv("KPI_PASSWORD")
    monkeypatch.setattr("getpass.getpass", lambda prompt: PASSWORD)
    assert run(*ADD_TONO, *AS_SARI).code == 0


def test_guessing_a_password_locks_the_account_also_in_a_new_process(run, sari, monkeypatch):
    for _ in range(lockout.LIMIT):
        lockout.count_failure("sari")  # each command is a process of its own, so only the file counts
    said = run(*ADD_TONO, *AS_SARI)
    assert said.code == 1
    assert "Terlalu banyak percobaan" in said.err


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        (ADD_ADMIN, "Nama pengguna sari sudah dipakai. Pilih nama lain."),
        ((*ADD_TONO[:-1], "3510"), "Kabupaten 3510 tidak dikenal"),
        ((*ADD_TONO, "--facility", "51.01.P01"), "Faskes 51.01.P01 tidak ada di kabupaten 35.10"),
        (("users", "remove", "tono", "--yes"), "Tidak ada akun bernama tono."),
        (("users", "remove", "sari", "--yes"), "satu-satunya admin"),
        (("users", "deactivate", "sari"), "satu-satunya admin"),
        (("users", "reset", "sari"), "Kata sandi akun sendiri"),
    ],
)
def test_what_cannot_be_done_is_said(run, sari, asked, reason):
    said = run(*asked, *AS_SARI)
    assert said.code == 1
    assert reason in said.err


def test_a_reset_gives_another_one_time_password(run, tono):
    said = run("users", "reset", "tono", *AS_SARI)
    assert said.code == 0
    assert access.account_waiting(access.sign_in("tono", code_in(said.out), "127.0.0.1"))


def test_a_changed_role_is_the_one_that_counts(run, tono):
    assert run("users", "role", "tono", "--role", "verifier", "--kabupaten", "51.01", *AS_SARI).code == 0
    assert access.all_accounts()[1] == access.Account("tono", "Tono", access.Role.VERIFIER, "51.01")


def test_a_closed_account_cannot_sign_in_until_it_is_opened(run, tono):
    code = code_in(run("users", "reset", "tono", *AS_SARI).out)
    assert run("users", "deactivate", "tono", *AS_SARI).code == 0
    with pytest.raises(access.SignInRefused, match="tidak cocok"):
        access.sign_in("tono", code, "127.0.0.1")
    assert "nonaktif" in run("users", "list", *AS_SARI).out
    assert run("users", "activate", "tono", *AS_SARI).code == 0
    assert access.sign_in("tono", code, "127.0.0.1")


def test_a_locked_account_is_listed_and_unlocked(run, tono):
    for _ in range(lockout.LIMIT):
        lockout.count_failure("tono")
    assert "terkunci" in run("users", "list", *AS_SARI).out
    assert run("users", "unlock", "tono", *AS_SARI).code == 0
    assert "terkunci" not in run("users", "list", *AS_SARI).out


def test_an_account_is_removed_after_a_yes(run, tono, monkeypatch):
    monkeypatch.setattr("builtins.input", lambda prompt: "t")
    assert run("users", "remove", "tono", *AS_SARI).code == 1
    monkeypatch.setattr("builtins.input", lambda prompt: "y")
    said = run("users", "remove", "tono", *AS_SARI)
    assert (said.code, said.out) == (0, "Akun tono dihapus. Semua sesinya berakhir.\n")
    assert names() == ["sari"]
