"""A backup holds the whole warehouse at one moment, and replaces another only once it proved whole."""

from __future__ import annotations

import hashlib
import os
import stat
import zipfile
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from indicators import warehouse
from indicators.warehouse import BackupError, Submission, WarehouseError, snapshot

FileOf = Callable[..., Submission]

MENDOYO_1 = "51.01.P07"
CONTENT = b"kode_puskesmas;lahir_hidup\r\n51.01.P07;20\r\n"
CHECKSUM = hashlib.sha256(CONTENT).hexdigest()


def births(file_of: FileOf, value: float) -> Submission:
    sent = file_of("births", {(MENDOYO_1, "2025-01"): {"live_births": value}})
    return replace(sent, file=CONTENT, checksum=CHECKSUM)


def visible() -> list[float]:
    frame = warehouse.current().read(
        "unit_values", dataset="births", kabupaten="51.01", start=date(2025, 1, 1), end=date(2025, 1, 31)
    )
    return [float(value) for value in frame["value"]]


def opened_anew() -> None:
    """As after a restart of the server, which a restored backup asks for."""
    snapshot._held.clear()


@pytest.fixture
def backed_up(empty_warehouse: Path, file_of: FileOf, tmp_path: Path) -> Path:
    """Twenty births are in the backup; afterwards twenty-one were published and the account file changed."""
    warehouse.publish(births(file_of, 20))
    (empty_warehouse / "accounts.json").write_text("lama")
    (empty_warehouse / "rusak-1").mkdir()
    (empty_warehouse / "rusak-1" / "x").write_text("")
    target = tmp_path / "cadangan.zip"
    assert warehouse.back_up(target)[0] == 0
    warehouse.publish(births(file_of, 21))
    (empty_warehouse / "accounts.json").write_text("baru")
    return target


def test_a_backup_brings_back_tables_kept_files_and_accounts(backed_up: Path, empty_warehouse: Path) -> None:
    (empty_warehouse / "files" / CHECKSUM).unlink()
    aside, version = warehouse.restore_backup(backed_up)
    opened_anew()
    assert version == warehouse.current_version() == 0
    assert visible() == [20]
    assert warehouse.kept_file(CHECKSUM) == CONTENT
    assert (empty_warehouse / "accounts.json").read_text() == "lama"
    assert aside is not None
    assert (aside / "accounts.json").read_text() == "baru"
    assert list(empty_warehouse.glob("dipulihkan-*")) == []


def test_a_restored_warehouse_is_published_into(backed_up: Path, file_of: FileOf) -> None:
    warehouse.restore_backup(backed_up)
    opened_anew()
    warehouse.publish(births(file_of, 30))
    assert visible() == [30]


def test_a_backup_fills_an_empty_folder(backed_up: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KPI_WAREHOUSE", str(tmp_path / "lain"))
    assert warehouse.restore_backup(backed_up) == (None, 0)
    assert visible() == [20]


def test_locks_and_folders_set_aside_stay_out_of_it_and_only_its_owner_reads_it(backed_up: Path) -> None:
    names = zipfile.ZipFile(backed_up).namelist()
    assert f"files/{CHECKSUM}" in names
    assert not [name for name in names if name.endswith(".lock") or name.startswith("rusak-")]
    assert stat.S_IMODE(backed_up.stat().st_mode) == 0o600


def rewritten(source: Path, change: Callable[[dict[str, bytes]], None]) -> None:
    with zipfile.ZipFile(source) as packed:
        contents = {name: packed.read(name) for name in packed.namelist()}
    change(contents)
    with zipfile.ZipFile(source, "w") as packed:
        for name, content in contents.items():
            packed.writestr(name, content)


DAMAGE: dict[str, Callable[[Path], object]] = {
    "it is no zip": lambda path: path.write_bytes(b"bukan cadangan"),
    "it is cut off": lambda path: path.write_bytes(path.read_bytes()[:2000]),
    "a file in it was changed": lambda path: rewritten(path, lambda c: c.update({"accounts.json": b"lain"})),
    "a file is missing": lambda path: rewritten(path, lambda c: c.pop(next(n for n in c if n.endswith(".parquet")))),
    "a file was added": lambda path: rewritten(path, lambda c: c.update({"files/x": b""})),
    "its list is missing": lambda path: rewritten(path, lambda c: c.pop("backup.json")),
    "its list is of something else": lambda path: rewritten(path, lambda c: c.update({"backup.json": b"[]"})),
    "it writes outside": lambda path: rewritten(
        path,
        lambda c: c.update(
            {
                "../luar": b"",
                "backup.json": c["backup.json"].replace(
                    b'"files": {', b'"files": {"../luar": "' + hashlib.sha256(b"").hexdigest().encode() + b'", '
                ),
            }
        ),
    ),
}


@pytest.mark.parametrize("damage", DAMAGE)
def test_what_is_no_whole_backup_replaces_nothing(backed_up: Path, empty_warehouse: Path, damage: str) -> None:
    DAMAGE[damage](backed_up)
    with pytest.raises(BackupError, match="Tidak ada yang diganti"):
        warehouse.restore_backup(backed_up)
    assert visible() == [21]
    assert (empty_warehouse / "accounts.json").read_text() == "baru"
    assert not (empty_warehouse.parent / "luar").exists()
    assert [*empty_warehouse.glob("dipulihkan-*"), *empty_warehouse.glob("diganti-*")] == []


def test_a_backup_that_cannot_be_written_leaves_the_one_before(
    backed_up: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = backed_up.read_bytes()

    def disk_full(*_: object) -> None:
        raise OSError("penuh")

    monkeypatch.setattr(os, "replace", disk_full)
    with pytest.raises(OSError, match="penuh"):
        warehouse.back_up(backed_up)
    assert backed_up.read_bytes() == before
    assert list(backed_up.parent.glob(".*.part")) == []


def test_there_is_nothing_to_back_up_in_an_empty_folder(empty_warehouse: Path, tmp_path: Path) -> None:
    with pytest.raises(WarehouseError, match="masih kosong"):
        warehouse.back_up(tmp_path / "cadangan.zip")
    assert not (tmp_path / "cadangan.zip").exists()
