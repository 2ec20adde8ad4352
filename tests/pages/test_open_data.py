"""An export of Satu Data Banyuwangi through the upload page, and what the page on deaths then shows."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from indicators import warehouse
from indicators.judgement.public_rates import rates_of_published_counts
from indicators.vocabulary import Basis
from indicators.wording import open_data as say
from indicators.wording import upload as upload_words

BANYUWANGI = "35.10"
Visit = Callable[..., Any]


def births_of_2021() -> bytes:
    book = openpyxl.Workbook()
    page = book.active
    assert page is not None
    for row in (["Jumlah Kelahiran Hidup"], ["No", "Tahun", "Satuan", "Jumlah"], [1, 2021, "orang", 22_000]):
        page.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def test_published_births_of_the_portal_make_the_rate_of_published_deaths(
    visit: Visit, filled_warehouse: Path, sign_in: Callable[..., Any]
) -> None:
    sign_in("uploader", kabupaten="semua", name="Ani")
    before = visit("mortality", kabupaten=BANYUWANGI)
    assert "set data Ekspor Satu Data" in before.text
    seen = visit("upload", kabupaten=BANYUWANGI, set_data="open_data")
    assert say.lead("Satu Data Banyuwangi") in seen.text
    assert upload_words.TEMPLATE_XLSX not in [button.label for button in seen.at.get("download_button")]
    seen.at.file_uploader[0].set_value(("export.xlsx", births_of_2021(), "application/octet-stream")).run()
    assert seen.failed == []
    assert "Dikenali sebagai data Jumlah Kelahiran Hidup" in seen.text
    seen.press(upload_words.PUBLISH)
    assert upload_words.RECEIPT in seen.text
    # 55 mothers died in 2021 as published: 55 / 22,000 x 100,000 = 250; sent in mode contoh, so for practice.
    (found,) = rates_of_published_counts(warehouse.current(), indicator="aki", kabupaten=BANYUWANGI, areas=[BANYUWANGI])
    assert (found.value, found.basis) == (pytest.approx(250), Basis.SAMPLE)
    after = visit("mortality", kabupaten=BANYUWANGI)
    assert after.failed == []
    assert "2021: pembilang dan penyebut sama-sama angka publik." in after.text
    assert "Satu Data Banyuwangi: Jumlah Kelahiran Hidup" in after.text


def test_another_kabupaten_is_told_that_its_portal_is_not_described(
    visit: Visit, shared_warehouse: Path, sign_in: Callable[..., Any]
) -> None:
    sign_in("uploader", kabupaten="semua", name="Ani")
    seen = visit("upload", kabupaten="51.01", set_data="open_data")
    assert seen.failed == []
    assert say.no_portal("Kabupaten Jembrana").message in " ".join(info.value for info in seen.at.info)
