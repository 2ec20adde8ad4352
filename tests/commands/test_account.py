"""`account`: list, add, password, remove; a password never stands on the command line."""

from __future__ import annotations

import pytest

from indicators import access

PASSWORD = "kuda hijau pantai"
ADD = ("account", "add", "sari", "--full-name", "Sari Dewi", "--role", "admin")


@pytest.fixture(autouse=True)
def no_accounts_yet(tmp_path, monkeypatch):
    monkeypatch.setenv("KPI_WAREHOUSE", str(tmp_path / "gudang"))
    monkeypatch.delenv("KPI_PASSWORD", raising=False)


@pytest.fixture
def password_given(monkeypatch):
    monkeypatch.setenv("KPI_PASSWORD", PASSWORD)


@pytest.fixture
def sari(run, password_given):
    assert run(*ADD).code == 0


def types(monkeypatch, *answers: str) -> None:
    left = list(answers)
    monkeypatch.setattr("getpass.getpass", lambda prompt: left.pop(0))


def test_without_accounts_the_list_says_so(run):
    assert run("account", "list").out == "Belum ada akun.\n"


def test_an_account_is_added_and_listed(run, sari):
    lines = run("account", "list").out.splitlines()
    assert lines[2].split() == ["sari", "Sari", "Dewi", "Admin", "semua"]
    assert access.sign_in(name="sari", password=PASSWORD, address="127.0.0.1")


def test_a_password_is_typed_twice_where_the_environment_gives_none(run, monkeypatch):
    types(monkeypatch, PASSWORD, PASSWORD)
    said = run(*ADD)
    assert (said.code, said.out) == (0, "Akun sari dibuat: Admin, kabupaten semua.\n")
    assert access.sign_in(name="sari", password=PASSWORD, address="127.0.0.1")


def test_two_different_passwords_add_nothing(run, monkeypatch):
    types(monkeypatch, PASSWORD, PASSWORD + "x")
    said = run(*ADD)
    assert (said.code, said.err) == (1, "Kedua kata sandi belum sama. Tidak ada yang berubah.\n")
    assert not access.has_accounts()


def test_without_a_terminal_and_without_the_environment_it_says_how_to_give_the_password(run, nobody_answers):
    said = run(*ADD)
    assert said.code == 1
    assert "KPI_PASSWORD" in said.err
    assert not access.has_accounts()


def test_a_password_on_the_command_line_is_not_taken(run):
    assert run(*ADD, "--password", PASSWORD).code == 2


def test_a_name_that_is_taken_is_refused(run, sari):
    said = run(*ADD)
    assert (said.code, said.err) == (1, "Nama pengguna sari sudah dipakai. Pilih nama lain.\n")


def test_an_unknown_kabupaten_is_refused(run, password_given):
    said = run(*ADD, "--kabupaten", "3510")
    assert said.code == 1
    assert "Kabupaten 3510 tidak dikenal" in said.err


def test_a_changed_password_is_the_one_that_signs_in(run, sari, monkeypatch):
    monkeypatch.setenv("KPI_PASSWORD", "meja biru sawah")
    assert run("account", "password", "sari").code == 0
    assert access.sign_in(name="sari", password="meja biru sawah", address="127.0.0.1")
    with pytest.raises(access.SignInRefused):
        access.sign_in(name="sari", password=PASSWORD, address="127.0.0.1")


def test_a_password_too_short_is_refused(run, sari, monkeypatch):
    monkeypatch.setenv("KPI_PASSWORD", "pendek")
    said = run("account", "password", "sari")
    assert said.code == 1
    assert "paling sedikit 10 karakter" in said.err


def test_an_account_is_removed_after_a_yes(run, sari, password_given, monkeypatch):
    run("account", "add", "tono", "--full-name", "Tono", "--role", "staff", "--kabupaten", "35.10")
    monkeypatch.setattr("builtins.input", lambda prompt: "t")
    assert run("account", "remove", "tono").code == 1
    monkeypatch.setattr("builtins.input", lambda prompt: "y")
    said = run("account", "remove", "tono")
    assert (said.code, said.out) == (0, "Akun tono dihapus. Semua sesi masuknya berakhir.\n")
    assert [account.name for account in access.all_accounts()] == ["sari"]


def test_the_only_admin_is_not_removed(run, sari):
    said = run("account", "remove", "sari", "--yes")
    assert said.code == 1
    assert "satu-satunya admin" in said.err


def test_an_account_that_is_not_there_is_told(run, sari):
    said = run("account", "remove", "tono", "--yes")
    assert (said.code, said.err) == (1, "Tidak ada akun bernama tono.\n")
