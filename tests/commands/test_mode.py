"""`mode`: shown, previewed, switched, switched back, refused."""

from __future__ import annotations

import pytest

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.judgement.values import state_of


def mode_of(kabupaten: str) -> str:
    return state_of(warehouse.current(), kabupaten=kabupaten).mode


def test_without_a_new_mode_it_shows_the_present_one(run, shared_warehouse):
    said = run("mode", "51.01")
    assert said.code == 0
    assert said.out.startswith("Kabupaten Jembrana (51.01) dalam mode contoh. Yang tampil: 37 kiriman, ")


def test_a_switch_says_what_appears_and_disappears_and_how_to_undo_it(run, filled_warehouse):
    said = run("mode", "51.01", "resmi", "--yes", "--by", "Sari", "--reason", "Mulai dipakai")
    assert said.code == 0
    # Per kabupaten the sample has 35 files: seven datasets, five years. Public figures and registry stay.
    assert "akan tampil       : 0 kiriman, 0 baris" in said.out
    assert "akan tersembunyi  : 35 kiriman, " in said.out
    assert "tetap tampil      : 2 kiriman, " in said.out
    assert "belum ada data hitungan untuk mode resmi" in said.out
    assert "Untuk membatalkan: python -m indicators mode 51.01 contoh" in said.out
    assert mode_of("51.01") == "resmi"
    assert mode_of("35.10") == "contoh"


def test_switching_back_undoes_it(run, filled_warehouse):
    before = run("mode", "51.01").out
    run("mode", "51.01", "resmi", "--yes")
    said = run("mode", "51.01", "contoh", "--yes")
    assert "akan tampil       : 35 kiriman, " in said.out
    assert run("mode", "51.01").out == before


@pytest.mark.parametrize("answer", ["", "tidak"])
def test_nothing_changes_without_a_yes(run, filled_warehouse, monkeypatch, answer):
    monkeypatch.setattr("builtins.input", lambda prompt: answer)
    said = run("mode", "51.01", "resmi")
    assert (said.code, said.err) == (1, "Dibatalkan; tidak ada yang berubah.\n")
    assert mode_of("51.01") == "contoh"


def test_a_typed_yes_switches(run, filled_warehouse, monkeypatch):
    monkeypatch.setattr("builtins.input", lambda prompt: " Ya")
    assert run("mode", "51.01", "resmi").code == 0
    assert mode_of("51.01") == "resmi"


def test_nothing_changes_where_nobody_can_answer(run, filled_warehouse, nobody_answers):
    said = run("mode", "51.01", "resmi")
    assert said.code == 1
    assert mode_of("51.01") == "contoh"


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
