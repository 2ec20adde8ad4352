"""`report`: the monthly report at the path that was named, for the reader who asks."""

from __future__ import annotations

import io

import pytest
from pypdf import PdfReader


def test_the_report_is_for_the_public_unless_staff_ask_for_it(run, shared_warehouse, acts, tmp_path, monkeypatch):
    monkeypatch.setenv("KPI_TODAY", "2026-11-22")
    file = tmp_path / "laporan.pdf"
    asked = ("report", "--area", "63.11", "--period", "2026-10", "--out", str(file))
    readers = []
    for more in ((), ("--as", "sari")):
        acts("uploader", "63.11")
        assert run(*asked, *more).code == 0
        read = PdfReader(io.BytesIO(file.read_bytes()))
        assert read.metadata.title == "Laporan bulanan indikator kesehatan, Kabupaten Balangan, Oktober 2026"
        readers.append(" ".join(read.pages[0].extract_text().split()))
    assert "untuk umum" in readers[0]
    assert "untuk staf dinas" in readers[1]


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("--area", "35.10.17", "--out", "x.pdf"), "Kabupaten 35.10.17 tidak dikenal"),
        (("--area", "35.10", "--out", "x.docx"), "tidak berakhiran .pdf"),
        (("--area", "35.10", "--out", "x.pdf", "--period", "kemarin"), "Periode kemarin tidak dapat dibaca"),
    ],
)
def test_what_cannot_be_written_is_refused_with_a_reason(run, arguments, why):
    said = run("report", *arguments)

    assert said.code == 2
    assert why in said.err
