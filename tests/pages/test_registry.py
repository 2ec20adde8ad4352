"""Kelola inovasi: who may, and how an entry is changed, checked, published and taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pandas as pd
import pytest
import streamlit as st

from indicators import access, warehouse
from indicators.judgement import innovations
from indicators.judgement.maturity import maturities
from tests.pages.conftest import Reader

Visit = Callable[..., Reader]
SignIn = Callable[..., access.Account]

NAME = "innovation_registry"


def names(kabupaten: str = "35.10") -> list[str]:
    return sorted(innovations.names(warehouse.current(), kabupaten).values())


@pytest.fixture
def editor(filled_warehouse: Path, sign_in: SignIn, visit: Visit) -> Reader:
    """An editor of Jembrana's innovations on the page."""
    sign_in("innovation_editor", kabupaten="51.01")
    return visit("registry", kabupaten="51.01")


def test_an_uploader_is_told_that_the_page_is_not_theirs(shared_warehouse: Path, sign_in: SignIn, visit: Visit) -> None:
    sign_in("uploader", kabupaten="51.01")
    assert "Peran akun Anda tidak mencakup" in visit("registry", kabupaten="51.01").text


def test_an_entry_is_added_by_the_form_and_taken_back(editor: Reader) -> None:
    assert editor.failed == []
    editor.at.text_input(f"{NAME}//name").set_value("Jempol Sehat")
    editor.at.selectbox(f"{NAME}//stage").set_value("trial")
    editor.press("Periksa isian")
    assert editor.failed == []
    assert "1 entri ditambah, 0 diubah, 0 dihapus, 2 tetap." in editor.text
    assert "Tahapan: Uji coba" in editor.text
    editor.press("Terbitkan")
    assert editor.failed == []
    assert names("51.01") == ["BAAS", "JKJ Plus", "Jempol Sehat"]
    [added] = [i for i in innovations.registry(warehouse.current(), "51.01") if i.name == "Jempol Sehat"]
    assert (added.id, added.stage, added.practice) == ("51.01.I003", "trial", True)
    editor.press("Batalkan kiriman ini")
    assert names("51.01") == ["BAAS", "JKJ Plus"]


def test_what_cannot_be_true_is_said_and_nothing_can_be_published(editor: Reader) -> None:
    editor.choose(f"entry/{NAME}", "51.01.I001")
    editor.at.text_input(f"{NAME}/51.01.I001/url").set_value("www.contoh.go.id")
    editor.press("Periksa isian")
    assert "Tautan tidak diawali https://" in editor.text
    assert "Terbitkan" not in [button.label for button in editor.at.button]


def test_removing_an_entry_asks_for_a_reason(editor: Reader) -> None:
    editor.choose(f"entry/{NAME}", "51.01.I001")
    editor.press("Hapus entri ini dari daftar")
    assert "1 entri yang berlaku sekarang tidak ada di dalamnya: JKJ Plus" in editor.text
    editor.press("Terbitkan")
    assert names("51.01") == ["BAAS", "JKJ Plus"]


def test_an_editor_sees_the_history_of_lists_only(filled_warehouse: Path, sign_in: SignIn, visit: Visit) -> None:
    sign_in("innovation_editor", kabupaten="51.01")
    seen = visit("history", kabupaten="51.01")
    assert seen.failed == []
    options = next(box.options for box in seen.at.selectbox if box.key == "history_dataset")
    assert "Registri inovasi" in options
    assert "Kelahiran" not in options


def test_evidence_is_filled_in_one_grid_and_an_emptied_star_takes_its_proof_away(
    filled_warehouse: Path, sign_in: SignIn, visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    typed: dict[int, dict[str, object]] = {0: {"stars": 2, "url": "https://contoh.go.id/sk.pdf"}, 13: {"stars": 3}}

    def grid(rows: pd.DataFrame, **_: object) -> pd.DataFrame:
        for row, cells in typed.items():
            for column, value in cells.items():
                rows.loc[row, column] = value
        return rows

    # AppTest knows no grid.
    monkeypatch.setattr(st, "data_editor", grid)
    sign_in("innovation_editor", kabupaten="63.11")
    seen = visit("registry", kabupaten="63.11", daftar="innovation_evidence")
    assert seen.failed == []
    seen.press("Periksa isian")
    assert "2 entri ditambah, 0 diubah, 0 dihapus, 0 tetap." in seen.text
    seen.press("Terbitkan")
    innovation = next(iter(innovations.names(warehouse.current(), "63.11")))
    kept = maturities(warehouse.current(), "63.11")[innovation]
    assert (kept.points, kept.proofs[0].fields["url"]) == (12, "https://contoh.go.id/sk.pdf")
    typed.clear()
    typed[0] = {"stars": None, "url": ""}
    seen.press("Lanjut menyunting")
    seen.press("Periksa isian")
    assert "0 entri ditambah, 0 diubah, 1 dihapus, 1 tetap." in seen.text
