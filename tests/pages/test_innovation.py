"""The catalogue of innovations, one of them in the address, and the plan to copy it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from indicators import access, warehouse
from indicators.judgement import replications
from tests.pages.conftest import Reader

Visit = Callable[..., Reader]
SignIn = Callable[..., access.Account]

SAKINA = "35.10.I001"


def test_the_catalogue_finds_by_words_of_the_address_across_kabupaten(shared_warehouse: Path, visit: Visit) -> None:
    seen = visit("innovation", kabupaten="63.11", bagian="katalog", cari="ibu hamil")
    assert seen.failed == []
    assert "2 dari 20 inovasi." in seen.text
    assert "inovasi=35.10.I001" in "".join(seen.blocks)
    assert "Pubertas" not in seen.said


def test_an_address_opens_one_innovation_with_what_is_and_is_not_recorded(shared_warehouse: Path, visit: Visit) -> None:
    seen = visit("innovation", inovasi=SAKINA)
    assert seen.failed == []
    assert "Puskesmas Sempu · Kabupaten Banyuwangi" in seen.said
    assert "Penghargaan The Most Interested Innovation OGP (Asia-Pasifik) Top 35 Sinovik/KIPP" in seen.said
    assert "Ikut serta UNPSA 2017" in seen.said
    assert "Belum dicatat: Kecamatan, Bentuk" in seen.said
    assert "Belum ada bukti yang dicatat dari 20 indikator" in seen.said
    assert "Belum tercatat siapa pun mencontoh inovasi ini." in seen.said
    # Who may not write is told whom to ask.
    assert "Rencana mencontoh dicatat oleh penyunting inovasi atau admin Kabupaten Banyuwangi" in seen.said
    assert "Siapkan rencana mencontoh" not in [button.label for button in seen.at.button]
    seen.press("Kembali ke katalog")
    assert "20 dari 20 inovasi." in seen.text
    assert "inovasi" not in seen.address


def test_an_address_of_no_innovation_says_so_above_the_catalogue(shared_warehouse: Path, visit: Visit) -> None:
    seen = visit("innovation", inovasi="35.10.I999")
    assert "tidak ada di registri" in seen.text
    assert "20 dari 20 inovasi." in seen.text


@pytest.fixture
def editor(filled_warehouse: Path, sign_in: SignIn, visit: Visit) -> Reader:
    """An editor of Balangan's innovations on one of Banyuwangi's."""
    sign_in("innovation_editor", kabupaten="63.11")
    return visit("innovation", kabupaten="63.11", inovasi=SAKINA)


def test_contoh_ini_makes_a_plan_that_is_checked_published_seen_and_taken_back(editor: Reader) -> None:
    editor.press("Siapkan rencana mencontoh")
    assert editor.failed == []
    editor.at.selectbox("innovation_replications/copy/35.10.I001/copier").set_value("63.11.P06")
    editor.press("Periksa isian")
    assert editor.failed == []
    assert "1 entri ditambah, 0 diubah, 0 dihapus" in editor.text
    editor.press("Terbitkan")
    assert editor.failed == []
    [plan] = replications.replications(warehouse.current(), "63.11")
    assert (plan.innovation, plan.copier, plan.is_planned) == (SAKINA, "63.11.P06", True)
    assert plan.fields["origin"] == "Puskesmas Sempu"
    # What remains is to complete it.
    assert "Puskesmas Uren" in editor.said
    assert "Lengkapi rencananya" in editor.said
    assert "Siapkan rencana mencontoh" in [button.label for button in editor.at.button]
    editor.press("Batalkan kiriman ini")
    assert replications.replications(warehouse.current(), "63.11") == ()


def test_a_weak_value_leads_to_what_may_be_copied_there_and_none_is_said_as_such(
    shared_warehouse: Path, visit: Visit
) -> None:
    seen = visit("innovation", bagian="mencontoh", periode="2025")
    assert seen.failed == []
    assert "Kecamatan Giri AKB 25,3 per 1.000 KH (2025), di luar batas wajar" in seen.said
    assert "Belum tercatat dicontoh di Kecamatan Giri." in seen.said
    assert "kecamatan=35.10.17&amp;bagian=katalog&amp;inovasi=35.10.I001" in "".join(seen.blocks)
    # What fell out, so that an empty or short list is an answer too.
    assert "15 tidak dapat disarankan: indikator yang dituju belum dicatat." in seen.said
    none = visit("innovation", bagian="mencontoh", periode="2024")
    assert "tidak satu pun dinilai di luar batas wajar atau belum memenuhi target" in none.said
