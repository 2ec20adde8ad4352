"""`mode`: shown, previewed, switched, switched back, refused."""

from __future__ import annotations

import pytest

from indicators import access, warehouse
from indicators.areas import all_kabupaten
from indicators.judgement.values import state_of
from indicators.sample.plan import SAMPLE_FOLDER

# One file a dataset and year; public figures, registry, recognitions and index of all sectors stay in either mode.
SAMPLED = len(list((SAMPLE_FOLDER / "51.01").glob("*.csv")))
KEPT = 4


def mode_of(kabupaten: str) -> str:
    return state_of(warehouse.current(), kabupaten=kabupaten).mode


def test_without_a_new_mode_it_shows_the_present_one(run, shared_warehouse):
    said = run("mode", "51.01")
    assert said.code == 0
    assert said.out.startswith(f"Kabupaten Jembrana (51.01) dalam mode contoh. Yang tampil: {SAMPLED + KEPT} kiriman, ")


def test_a_switch_says_what_appears_and_disappears_and_how_to_undo_it(run, filled_warehouse, acts):
    acts()
    said = run("mode", "51.01", "resmi", "--yes", "--as", "sari", "--reason", "Mulai dipakai")
    assert said.code == 0
    assert "akan tampil       : 0 kiriman, 0 baris" in said.out
    assert f"akan tersembunyi  : {SAMPLED} kiriman, " in said.out
    assert f"tetap tampil      : {KEPT} kiriman, " in said.out
    assert "belum ada data hitungan untuk mode resmi" in said.out
    assert "Untuk membatalkan: python -m indicators mode 51.01 contoh --as sari" in said.out
    assert mode_of("51.01") == "resmi"
    assert mode_of("35.10") == "contoh"


def test_switching_back_undoes_it(run, filled_warehouse, acts):
    acts()
    before = run("mode", "51.01").out
    run("mode", "51.01", "resmi", "--yes", "--as", "sari")
    said = run("mode", "51.01", "contoh", "--yes", "--as", "sari")
    assert f"akan tampil       : {SAMPLED} kiriman, " in said.out
    assert run("mode", "51.01").out == before


@pytest.mark.parametrize("answer", ["", "tidak"])
def test_nothing_changes_without_a_yes(run, filled_warehouse, monkeypatch, answer, acts):
    acts()
    monkeypatch.setattr("builtins.input", lambda prompt: answer)
    said = run("mode", "51.01", "resmi", "--as", "sari")
    assert (said.code, said.err) == (1, "Dibatalkan; tidak ada yang berubah.\n")
    assert mode_of("51.01") == "contoh"


def test_a_typed_yes_switches(run, filled_warehouse, monkeypatch, acts):
    acts()
    monkeypatch.setattr("builtins.input", lambda prompt: " Ya")
    assert run("mode", "51.01", "resmi", "--as", "sari").code == 0
    assert mode_of("51.01") == "resmi"


def test_nothing_changes_where_nobody_can_answer(run, filled_warehouse, nobody_answers, acts):
    acts()
    said = run("mode", "51.01", "resmi", "--as", "sari")
    assert said.code == 1
    assert mode_of("51.01") == "contoh"


@pytest.mark.parametrize("role", ["viewer", "uploader", "verifier", "innovation_editor", "secretary"])
def test_only_an_admin_switches(run, filled_warehouse, acts, role):
    acts(role)
    said = run("mode", "51.01", "resmi", "--yes", "--as", "sari")
    assert said.code == 1
    assert "tidak memiliki hak" in said.err
    assert mode_of("51.01") == "contoh"


def test_an_admin_of_another_kabupaten_does_not_switch(run, filled_warehouse, acts):
    acts("admin", kabupaten="63.11")
    assert run("mode", "51.01", "resmi", "--yes", "--as", "sari").code == 1
    assert mode_of("51.01") == "contoh"


def test_without_an_account_nothing_is_switched(run, filled_warehouse):
    said = run("mode", "51.01", "resmi", "--yes")
    assert (said.code, said.err) == (1, "Sebutkan akun Anda dengan --as NAMA.\n")
    assert mode_of("51.01") == "contoh"


def test_a_wrong_password_switches_nothing(run, filled_warehouse, monkeypatch):
    access.create_account(name="sari", display_name="Sari Dewi", password="kuda hijau pantai", role="admin")
    monkeypatch.setenv("KPI_PASSWORD", "bukan kata sandinya")
    said = run("mode", "51.01", "resmi", "--yes", "--as", "sari")
    assert said.code == 1
    assert "tidak cocok" in said.err
    assert mode_of("51.01") == "contoh"


def test_the_history_names_who_proved_it(run, filled_warehouse, monkeypatch):
    access.create_account(name="sari", display_name="Sari Dewi", password="kuda hijau pantai", role="admin")
    monkeypatch.setenv("KPI_PASSWORD", "kuda hijau pantai")
    assert run("mode", "51.01", "resmi", "--yes", "--as", "sari").code == 0
    [switch] = [row for row in warehouse.current().rows("mode_history", kabupaten="51.01") if row.mode == "resmi"]
    assert switch.recorded_by == "Sari Dewi"


def test_the_mode_it_is_in_already_is_no_change(run, shared_warehouse):
    said = run("mode", "51.01", "contoh")
    assert (said.code, said.out) == (
        0,
        "Kabupaten Jembrana (51.01) sudah dalam mode contoh; tidak ada yang berubah.\n",
    )


def test_an_unknown_kabupaten_is_misuse(run, shared_warehouse):
    said = run("mode", "3510")
    assert said.code == 2
    assert said.err == f"Kabupaten 3510 tidak dikenal. Yang ada: {', '.join(all_kabupaten())}.\n"


def test_an_unknown_mode_is_misuse(run):
    assert run("mode", "35.10", "latihan").code == 2


def test_a_reason_that_names_a_person_is_refused(run, shared_warehouse, acts):
    said = run("mode", "51.01", "resmi", "--yes", "--as", "sari", "--reason", "diminta Bapak Slamet")
    assert said.code == 2
    assert "Slamet" not in said.err + said.out
    assert "nama orang" in said.err + said.out
