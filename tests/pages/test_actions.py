"""Tindak lanjut: what everyone reads, and how the secretary records, changes and takes back a decision."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from indicators import access, warehouse
from indicators.judgement import decisions
from tests.pages.conftest import Reader

Visit = Callable[..., Reader]
SignIn = Callable[..., access.Account]

HERE = "51.01"


def recorded() -> dict[str, str]:
    """Number -> status."""
    return {one.id: one.status for one in decisions.decisions(warehouse.current(), HERE)}


def write(page: Reader, list_: str, **cells: str) -> None:
    """Fills the form of a new entry: text areas, text inputs, choices."""
    for id_, value in cells.items():
        kinds = (page.at.text_area, page.at.text_input, page.at.selectbox)
        [widget] = [w for kind in kinds for w in kind if (w.key or "").startswith(f"{list_}/") and w.key.endswith(id_)]
        widget.set_value(value)


def day(page: Reader, id_: str) -> Any:
    """The date of a form."""
    [found] = [box for box in page.at.date_input if (box.key or "").endswith(f"/{id_}")]
    return found


@pytest.fixture
def secretary(filled_warehouse: Path, sign_in: SignIn, visit: Visit) -> Reader:
    """Jembrana's secretary on the page, one meeting recorded."""
    sign_in("secretary", kabupaten=HERE)
    page = visit("actions", kabupaten=HERE)
    assert "Belum ada rapat yang tercatat" in page.text
    write(page, "meetings", name="Rakor triwulan III")
    day(page, "held_on").set_value("2026-07-14")
    page.press("Catat rapat ini")
    assert page.failed == []
    return page


def test_a_decision_is_recorded_at_once_changed_with_evidence_and_taken_back(secretary: Reader) -> None:
    write(secretary, "decisions", what="Audit setiap kematian bayi", owner="Bidang Kesmas", indicator="akb")
    secretary.press("Catat keputusan ini")
    assert secretary.failed == []
    assert recorded() == {"51.01.K001": "not_started"}
    # The next one can be written at once.
    [form] = [one for one in secretary.at.expander if one.label == "Catat keputusan"]
    assert form.proto.expanded
    assert "Contoh: AKB seluruh kabupaten tercatat " in secretary.said
    assert "Agustus–Oktober 2026: " in secretary.said
    write(secretary, "decisions", status="done")
    secretary.press("Simpan status")
    assert "Keputusan yang selesai memerlukan bukti" in secretary.text
    assert recorded() == {"51.01.K001": "not_started"}
    write(secretary, "decisions", status="done", evidence="Laporan audit nomor 12")
    secretary.press("Simpan status")
    assert secretary.failed == []
    assert recorded() == {"51.01.K001": "done"}
    assert "Laporan audit nomor 12" in secretary.said
    secretary.press("Batalkan kiriman ini")
    assert recorded() == {"51.01.K001": "not_started"}
    assert "Laporan audit nomor 12" not in secretary.said


def test_a_persons_name_in_a_decision_is_refused_and_nothing_is_stored(secretary: Reader) -> None:
    write(secretary, "decisions", what="Menghubungi pihak rumah sakit", owner="Siti Rahma")
    secretary.press("Catat keputusan ini")
    assert "Penanggung jawab: Sel ini memuat data pribadi: nama orang." in secretary.text
    assert recorded() == {}


def test_a_reader_finds_overdue_decisions_on_the_summary_and_no_form_on_the_page(
    secretary: Reader, monkeypatch: pytest.MonkeyPatch, visit: Visit
) -> None:
    day(secretary, "deadline").set_value("2026-11-01")
    write(secretary, "decisions", what="Melengkapi laporan", owner="Puskesmas I Melaya")
    secretary.press("Catat keputusan ini")
    assert recorded() == {"51.01.K001": "not_started"}
    monkeypatch.setattr(access, "account_of", lambda token: None)
    summary = visit("summary", kabupaten=HERE)
    assert "1 keputusan rakor lewat tenggat sejak 1 November 2026 (Puskesmas I Melaya)." in summary.said
    # What is compared with, unless the address names another day, is the day of the last meeting.
    assert summary.at.date_input("since").value == date(2026, 7, 14)
    page = visit("actions", kabupaten=HERE, rapat="semua", status="overdue")
    assert page.failed == []
    assert "lewat 20 hari" in page.said
    assert "Catat keputusan ini" not in [button.label for button in page.at.button]
    assert "Tidak ada keputusan dengan pilihan ini." in visit("actions", kabupaten=HERE, status="closed").said
