"""`backup`, `restore FILE` and `forget` on the command line."""

from __future__ import annotations

import json

import pytest

from indicators import access, warehouse
from indicators.warehouse import snapshot


@pytest.fixture
def published(empty_warehouse, file_of):
    warehouse.publish(file_of("births", {("51.01.P07", "2025-01"): {"live_births": 20}}))
    return empty_warehouse


def test_a_backup_is_written_and_restored(run, published, tmp_path, file_of):
    target = tmp_path / "cadangan.zip"
    said = run("backup", str(target))
    assert said.code == 0
    assert said.out.startswith(f"Cadangan {target} ditulis: versi data 0, ")
    warehouse.publish(file_of("births", {("51.01.P07", "2025-01"): {"live_births": 21}}))
    said = run("restore", str(target), "--yes")
    snapshot._held.clear()
    assert said.code == 0
    assert "dipulihkan dari cadangan, versi data 0" in said.out
    assert f"disisihkan ke {published}/diganti-" in said.out
    assert warehouse.current_version() == 0


def test_both_tell_programs_in_json(run, published, tmp_path):
    target = tmp_path / "cadangan.zip"
    assert json.loads(run("backup", str(target), "--format", "json").out)["data_version"] == 0
    told = json.loads(run("restore", str(target), "--yes", "--format", "json").out)
    assert told["data_version"] == 0
    assert told["aside"].startswith(f"{published}/diganti-")


def test_a_file_that_is_no_backup_is_refused(run, published, tmp_path):
    (tmp_path / "x.zip").write_text("bukan cadangan")
    said = run("restore", str(tmp_path / "x.zip"), "--yes")
    assert (said.code, said.out) == (1, "")
    assert "bukan cadangan yang utuh" in said.err
    assert run("restore", str(tmp_path / "tidak_ada.zip"), "--yes").code == 1


def test_nothing_is_replaced_without_a_yes(run, published, tmp_path, nobody_answers):
    run("backup", str(tmp_path / "cadangan.zip"))
    assert run("restore", str(tmp_path / "cadangan.zip")).code == 1
    assert list(published.glob("diganti-*")) == []


def test_once_there_is_an_admin_both_ask_for_one(run, acts, published, tmp_path, monkeypatch):
    target = tmp_path / "cadangan.zip"
    monkeypatch.setattr(access, "has_admin", lambda: True)
    assert run("backup", str(target)).code == 1
    acts("uploader")
    assert run("backup", str(target), "--as", "sari").code == 1
    acts("admin", kabupaten="51.01")
    assert run("backup", str(target), "--as", "sari").code == 1
    assert not target.exists()
    acts("admin")
    assert run("backup", str(target), "--as", "sari").code == 0
    assert run("restore", str(target), "--yes").code == 1


def test_forgetting_says_how_many_events_lost_a_name(run, published):
    said = run("forget")
    assert (said.code, said.out) == (0, "Nama dihapus dari 0 peristiwa.\n")
