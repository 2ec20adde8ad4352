"""What the folder holds, what never goes along, and that a failure leaves nothing behind."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from indicators import access, warehouse
from indicators.catalogue import ROOT
from indicators.offline import folder, wheels


@pytest.fixture
def without_registry(monkeypatch: pytest.MonkeyPatch) -> None:
    def put_one(requirements: Path, target: Path, platform: wheels.Platform) -> None:
        assert requirements.read_bytes() == (ROOT / "requirements.txt").read_bytes()
        target.mkdir(exist_ok=True)
        (target / f"{platform.name}.whl").touch()

    monkeypatch.setattr(folder, "fetch", put_one)


def test_a_folder_holds_what_runs_and_explains_the_dashboard_and_nothing_else(
    run, without_registry, filled_warehouse, tmp_path, monkeypatch
):
    monkeypatch.setenv("KPI_TODAY", "2026-11-12")
    (filled_warehouse / "accounts.json").write_text("{}")
    out = tmp_path / "salinan"
    said = run("snapshot", "--out", str(out), "--platform", "windows", "--platform", "linux")
    assert (said.code, said.out.startswith(f"Salinan luring ditulis: {out} (versi data 0, ")) == (0, True)
    top = {path.name for path in out.iterdir()}
    assert top == {
        "BACA-SAYA.txt", "mulai.bat", "mulai.sh", "wheels", "data", "docs", "indicators", "pages", "queries", "static",
        ".streamlit", "app.py", "server.py", "requirements.txt", "README.md", "CHANGELOG.md", "LICENSE",
    }  # fmt: skip
    names = {path.relative_to(out).as_posix() for path in out.rglob("*") if path.is_file()}
    assert {"wheels/windows.whl", "wheels/linux.whl", ".streamlit/config.toml", "docs/panduan.md"} <= names
    unwanted = ("accounts.json", "secret", "setup_code", ".pyc", "static/boundaries", "data/sample", ".lock")
    assert [name for name in names if any(text in name for text in unwanted)] == []


def test_the_start_files_are_read_as_their_system_writes_them(run, without_registry, filled_warehouse, tmp_path):
    out = tmp_path / "salinan"
    run("snapshot", "--out", str(out), "--platform", "windows")
    batch, shell, read_me = ((out / name).read_bytes() for name in ("mulai.bat", "mulai.sh", "BACA-SAYA.txt"))
    assert batch.isascii()
    assert batch.count(b"\r\n") == batch.count(b"\n")
    assert b"\r" not in shell
    assert b"@PYTHON@" not in batch + shell
    assert read_me.decode("utf-8-sig").startswith("DASBOR KPI KESEHATAN: SALINAN LURING\r\n")


def test_programs_are_told_in_json(run, without_registry, filled_warehouse, tmp_path):
    told = json.loads(run("snapshot", "--out", str(tmp_path / "s"), "--platform", "linux", "--format", "json").out)
    assert (told["data_version"], told["platforms"]) == (0, ["linux"])


def test_a_folder_with_something_in_it_is_left_alone(run, without_registry, filled_warehouse, tmp_path):
    out = tmp_path / "salinan"
    out.mkdir()
    (out / "foto.jpg").touch()
    said = run("snapshot", "--out", str(out))
    assert (said.code, said.err) == (1, f"{out} sudah berisi. Sebutkan folder yang belum ada atau masih kosong.\n")
    assert [path.name for path in out.iterdir()] == ["foto.jpg"]


def test_a_registry_out_of_reach_is_said_and_leaves_nothing(run, filled_warehouse, tmp_path, monkeypatch):
    monkeypatch.setenv("PIP_NO_INDEX", "1")
    monkeypatch.setenv("PIP_QUIET", "2")
    monkeypatch.setenv("PIP_FIND_LINKS", str(tmp_path / "kosong"))
    monkeypatch.setenv("PIP_CONFIG_FILE", "/dev/null")
    before = set(tmp_path.iterdir())
    said = run("snapshot", "--out", str(tmp_path / "salinan"), "--platform", "linux")
    assert said.code == 1
    assert "Periksa sambungan internet" in said.err
    assert "No matching distribution found" in said.err
    assert set(tmp_path.iterdir()) == before
    assert warehouse.current_version() == 0


def test_once_there_is_an_admin_the_command_asks_for_one(run, without_registry, acts, filled_warehouse, tmp_path):
    access.create_account(name="sari", display_name="Sari", password="kuda hijau pantai", role="admin")
    assert run("snapshot", "--out", str(tmp_path / "s")).code == 1
    acts("uploader")
    assert run("snapshot", "--out", str(tmp_path / "s"), "--as", "sari").code == 1
    assert not (tmp_path / "s").exists()
