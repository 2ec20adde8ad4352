"""`profile`: a PDF at the path that was named, or a refusal that says why."""

from __future__ import annotations

import pytest


def test_the_page_is_written_whole_and_named(run, shared_warehouse, tmp_path, monkeypatch):
    monkeypatch.setenv("KPI_TODAY", "2026-11-22")
    said = run("profile", "--area", "35.10.17", "--out", str(tmp_path / "giri.pdf"))

    assert said.code == 0
    assert "Profil kesehatan Kecamatan Giri, Kabupaten Banyuwangi, Januari–Oktober 2026" in said.out
    assert (tmp_path / "giri.pdf").read_bytes().startswith(b"%PDF-")
    assert [file.name for file in tmp_path.iterdir()] == ["giri.pdf"]


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("--area", "35.10", "--out", "x.pdf"), "Kecamatan 35.10 tidak dikenal"),
        (("--area", "35.10.17", "--out", "x.docx"), "tidak berakhiran .pdf"),
        (("--area", "35.10.17", "--out", "x.pdf", "--period", "kemarin"), "Periode kemarin tidak dapat dibaca"),
    ],
)
def test_what_cannot_be_written_is_refused_with_a_reason(run, arguments, why):
    said = run("profile", *arguments)

    assert said.code == 2
    assert why in said.err
