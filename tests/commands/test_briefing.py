"""`briefing`: the slides of a meeting as one file."""

from __future__ import annotations

from pptx import Presentation


def test_a_kecamatan_gets_the_slides_for_its_puskesmas(run, shared_warehouse, tmp_path, monkeypatch):
    monkeypatch.setenv("KPI_TODAY", "2026-11-22")
    out = tmp_path / "giri.pptx"
    result = run("briefing", "--area", "35.10.17", "--period", "2024", "--out", str(out))
    assert (result.code, result.err) == (0, "")
    assert "DATA CONTOH" in result.out
    said = [shape.text_frame.text for shape in Presentation(out).slides[0].shapes if shape.has_text_frame]
    assert any("Puskesmas di Kecamatan Giri" in text for text in said)


def test_what_is_not_known_is_said_before_anything_is_written(run, shared_warehouse, tmp_path):
    for wrong in (["--template", "x"], ["--topic", "x"], ["--audience", "puskesmas"], ["--out", "rakor.docx"]):
        out = ["--out", str(tmp_path / "rakor.pptx")] if "--out" not in wrong else []
        assert run("briefing", "--area", "35.10", "--period", "2024", *out, *wrong).code == 2
    assert not list(tmp_path.iterdir())


def test_a_saved_template_is_named_as_it_was_saved(run, filled_warehouse, record, tmp_path, monkeypatch):
    monkeypatch.setenv("KPI_TODAY", "2026-11-22")
    slides = ["rakor/title", "rakor/proposals"]
    saved = {"id": "35.10.T001", "name": "Rakor singkat", "audience": "bupati", "slides": slides}
    record("briefing_templates", saved, kabupaten="35.10")
    out = tmp_path / "singkat.html"
    asked = ("briefing", "--area", "35.10", "--period", "2024", "--out", str(out))
    assert run(*asked, "--template", "rakor singkat").code == 0
    assert "1 / 2" in out.read_text("utf-8")
    assert "Disiapkan untuk: Bupati" in out.read_text("utf-8")


def test_a_master_that_is_no_powerpoint_file_is_refused(run, shared_warehouse, tmp_path):
    bad = tmp_path / "logo.pptx"
    bad.write_bytes(b"bukan")
    out = tmp_path / "rakor.pptx"
    result = run("briefing", "--area", "35.10", "--period", "2024", "--out", str(out), "--master", str(bad))
    assert result.code == 1
    assert "bukan berkas PowerPoint" in result.err
    assert not out.exists()
