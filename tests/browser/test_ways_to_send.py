"""Other ways to send: a file that leaves questions open, several files, a draft, a grid, a receipt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from indicators.wording import entry as entry_words
from indicators.wording import sending as say
from indicators.wording import upload as upload_words

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

SignedIn = Callable[[str], Any]
UPLOAD = "/unggah?kabupaten=51.01"
HEADER = "puskesmas;tahun;bulan;lahir_hidup;lahir_mati\r\n"


def file(name: str, *rows: str) -> dict[str, Any]:
    return {"name": name, "mimeType": "text/csv", "buffer": (HEADER + "\r\n".join(rows) + "\r\n").encode()}


def upload(staff: Any, *files: dict[str, Any]) -> None:
    staff.page.set_input_files("input[type=file]", list(files))
    staff.sees(upload_words.STEP_CHECK).settled()


def pick(staff: Any, label: str, option: str) -> None:
    staff.page.get_by_label(label).first.click()
    staff.page.get_by_role("option", name=option, exact=True).click()
    staff.settled()


def test_a_misspelt_name_is_asked_answered_and_known_the_next_time(signed_in: SignedIn) -> None:
    staff = signed_in(UPLOAD)
    upload(staff, file("ejaan.csv", "I Melayaa;2026;10;36;0"))
    staff.sees(say.QUESTIONS)
    assert upload_words.STEP_PREVIEW not in staff.text
    pick(staff, "Puskesmas mana yang dimaksud", "Puskesmas I Melaya")
    staff.sees(upload_words.STEP_PREVIEW)
    staff.page.get_by_role("button", name=upload_words.PUBLISH, exact=True).click()
    staff.sees(upload_words.RECEIPT).settled()
    with staff.page.expect_download() as waiting:
        staff.page.get_by_role("button", name=say.RECEIPT_DOWNLOAD).click()
    receipt = Path(waiting.value.path()).read_text(encoding="utf-8")
    assert "Puskesmas" not in waiting.value.suggested_filename
    assert "ejaan.csv" in receipt
    assert "Ani Lestari" in receipt

    staff.open(UPLOAD)
    upload(staff, file("ejaan lagi.csv", "I Melayaa;2026;10;37;0"))
    staff.sees(upload_words.STEP_PREVIEW)
    assert say.QUESTIONS not in staff.text
    staff.sees("1 jawaban dipakai")


def test_two_files_are_previewed_and_published_together_and_contradictions_are_told(signed_in: SignedIn) -> None:
    staff = signed_in(UPLOAD)
    one = file("satu.csv", "Puskesmas I Melaya;2026;9;36;0")
    two = file("dua.csv", "Puskesmas II Melaya;2026;9;35;0")
    upload(staff, one, two)
    staff.sees(upload_words.STEP_PREVIEW)
    staff.page.get_by_role("button", name=upload_words.PUBLISH, exact=True).click()
    staff.sees(upload_words.UNDO).settled()
    assert staff.page.get_by_role("button", name=say.RECEIPT_DOWNLOAD).count() == 2
    staff.page.get_by_role("button", name=upload_words.UNDO).click()
    staff.sees(upload_words.UNDONE.partition("(")[0]).settled()

    upload(staff, one, file("tiga.csv", "Puskesmas I Melaya;2026;9;40;0"))
    staff.sees("ada di lebih dari satu berkas: satu.csv dan tiga.csv")
    assert upload_words.STEP_PREVIEW not in staff.text


def test_a_lost_page_loses_no_work(signed_in: SignedIn) -> None:
    staff = signed_in(UPLOAD)
    upload(staff, file("putus.csv", "Puskesmas I Melaya;2026;8;33;0"))
    staff.sees(upload_words.STEP_PREVIEW)
    staff.open(UPLOAD).sees("putus.csv")
    staff.page.get_by_role("button", name=say.DRAFT_RESUME).click()
    staff.sees(upload_words.STEP_PREVIEW).settled()
    staff.page.get_by_role("button", name=say.DRAFT_DISCARD).click()
    staff.settled()
    staff.open(UPLOAD)
    assert say.DRAFT not in staff.text


def test_a_month_typed_into_the_grid_takes_the_way_of_a_file(signed_in: SignedIn) -> None:
    staff = signed_in("/isi?kabupaten=51.01")
    grid = staff.page.get_by_test_id("stDataFrame")
    box = grid.bounding_box()
    assert box is not None
    # From the name in the first row, live births, to the new count beside it.
    staff.page.mouse.click(box["x"] + 30, box["y"] + 52)
    staff.page.keyboard.press("ArrowRight")
    staff.page.keyboard.type("39")
    staff.page.keyboard.press("Enter")
    staff.settled()
    staff.page.get_by_role("button", name=entry_words.CHECK).click()
    staff.sees(upload_words.STEP_CHECK).settled()
    staff.sees("Isian Puskesmas").sees(upload_words.STEP_PREVIEW)
