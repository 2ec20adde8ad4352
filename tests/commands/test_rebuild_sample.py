"""`rebuild-sample`: says whether anything changed, and leaves the folder whole when a plan is broken."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from indicators import sample
from indicators.commands import rebuild_sample
from indicators.commands.rebuild_sample import Rebuilt

FILES = len(list(sample.SAMPLE_FOLDER.glob("*/*.csv")))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped sample."""
    return Path(shutil.copytree(sample.SAMPLE_FOLDER, tmp_path / "sample"))


def test_the_shipped_sample_is_what_is_built(run, folder, monkeypatch):
    monkeypatch.setattr(sample, "SAMPLE_FOLDER", folder)
    said = run("rebuild-sample")
    assert (said.code, said.out) == (
        0,
        f"Data contoh sudah sesuai: {FILES} berkas dibangun ulang, tidak ada yang berubah.\n",
    )


def test_what_changed_is_counted_and_put_right(folder):
    shipped = (folder / "35.10" / "births_2022.csv").read_bytes()
    (folder / "35.10" / "births_2022.csv").write_bytes(shipped + b"x")
    (folder / "51.01" / "nutrition_2026.csv").unlink()
    (folder / "51.01" / "nutrition_2030.csv").write_text("tidak dibangun lagi")
    assert rebuild_sample.rebuild(folder) == Rebuilt(files=FILES, changed=1, added=1, removed=1)
    assert (folder / "35.10" / "births_2022.csv").read_bytes() == shipped
    assert not (folder / "51.01" / "nutrition_2030.csv").exists()
    assert rebuild_sample.rebuild(folder) == Rebuilt(files=FILES, changed=0, added=0, removed=0)


def test_a_change_is_said_with_what_to_do_next(run, folder, monkeypatch):
    (folder / "35.10" / "births_2022.csv").unlink()
    monkeypatch.setattr(sample, "SAMPLE_FOLDER", folder)
    said = run("rebuild-sample")
    assert said.code == 0
    assert "0 berkas berubah, 1 berkas baru, 0 berkas dihapus" in said.out
    assert "python -m indicators restore" in said.out


def test_a_broken_plan_is_told_and_changes_nothing(run, folder, monkeypatch):
    (folder / "35.10" / "births_2022.csv").unlink()
    monkeypatch.setattr(sample, "SAMPLE_FOLDER", folder)

    def broken(target: Path) -> None:
        (target / "35.10").mkdir()
        (target / "35.10" / "births_2022.csv").write_text("setengah jadi")
        raise sample.PlanError("plan.yaml: rusak")

    monkeypatch.setattr(sample, "build", broken)
    said = run("rebuild-sample")
    assert (said.code, said.err) == (1, "plan.yaml: rusak\n")
    assert not (folder / "35.10" / "births_2022.csv").exists()
