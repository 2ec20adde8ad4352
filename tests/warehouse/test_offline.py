"""A copy for a laptop: the same numbers under the same version, and nothing of the people behind them."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from indicators import access, areas, warehouse
from indicators.areas import What, all_kabupaten, list_csv
from indicators.copy_note import CopyNote
from indicators.warehouse import Accepted, Confirmed, NewAreas, Submission, tables

FileOf = Callable[..., Submission]

MENDOYO_1 = "51.01.P07"
MADE_ON = date(2026, 11, 12)
CONTENT = b"Isi berkas Rahmawati"
# Every one of them is told by the warehouse that is copied.
OF_STAFF = (b"Rahmawati", b"rahma", b"dicek Sulastri", b"laporan_rahmawati", b"Mndoyo", b"SK Bupati", b"melijo")


@pytest.fixture
def copied(empty_warehouse: Path, file_of: FileOf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The copy of a warehouse with three events of staff, which is now the one in use."""
    access.create_account(name="rahma", display_name="Rahmawati", password="melijo pagi hari", role="admin")
    sent = file_of("births", {(MENDOYO_1, "2025-01"): {"live_births": 20}}, by="Rahmawati", reason="dicek Sulastri")
    receipt = warehouse.publish(
        replace(
            sent,
            file=CONTENT,
            checksum=hashlib.sha256(CONTENT).hexdigest(),
            file_name="laporan_rahmawati.csv",
            account="rahma",
            accepted=(Accepted("past", "Jauh di bawah tahun lalu.", "dicek Sulastri"),),
            confirmed=(Confirmed("puskesmas", "Mndoyo", MENDOYO_1),),
        )
    )
    warehouse.undo(receipt.submission, by="Rahmawati", account="rahma", reason="dicek Sulastri")
    warehouse.redo(receipt.submission, by="Rahmawati", account="rahma", reason="dicek Sulastri")
    first, *others = all_kabupaten()["51.01"].facilities
    renamed = list_csv([first.model_copy(update={"name": "Puskesmas Baru"}), *others])
    named = NewAreas(
        kabupaten="51.01",
        what=What.FACILITIES,
        files={".csv": renamed},
        file_name="puskesmas_rahmawati.csv",
        rows=len(others) + 1,
        replaces="",
        by="Rahmawati",
        reason="SK Bupati",
    )
    warehouse.publish_areas(named)
    target = tmp_path / "salinan"
    assert warehouse.copy_offline(target, made_on=MADE_ON) == warehouse.current_version() == 3
    monkeypatch.setenv("KPI_WAREHOUSE", str(target))
    return target


def whole(folder: Path) -> bytes:
    """Names and contents of all files; the tables' own texts are short enough to lie there as they are."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return b"".join(str(path.relative_to(folder)).encode() + path.read_bytes() for path in files)


def test_a_copy_shows_the_same_numbers_areas_and_version(copied: Path) -> None:
    assert warehouse.current().version == 3
    frame = warehouse.current().read(
        "unit_values", dataset="births", kabupaten="51.01", start=date(2025, 1, 1), end=date(2025, 1, 31)
    )
    assert list(frame["value"]) == [20]
    assert all_kabupaten()["51.01"].facilities[0].name == "Puskesmas Baru"
    assert access.offline_copy() == CopyNote(3, MADE_ON)


def test_a_lost_copy_tells_nothing_of_staff_and_their_files(copied: Path, empty_warehouse: Path) -> None:
    original, copy = whole(empty_warehouse), whole(copied)
    assert [text for text in OF_STAFF if text not in original] == [b"melijo"]  # a password is kept as its hash
    assert [text for text in OF_STAFF if text in copy] == []
    assert {path.name for path in copied.iterdir()} <= {*tables.SCHEMAS, "areas", "salinan.json"}
    [row] = warehouse.current().rows("submission_history", kabupaten="51.01")
    assert (row.published_by, row.reason, row.file_name) == ("(nama tidak disimpan lagi)", "", "")
    assert [(change.by, change.reason) for change in areas.all_changes()] == [("(nama tidak disimpan lagi)", "")]


def test_what_was_never_shown_to_anyone_does_not_go_along(
    empty_warehouse: Path, file_of: FileOf, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    warehouse.set_two_person_rule("51.01", True, by="ana", reason="uji")
    waiting, rejected, verified = (
        warehouse.publish(file_of("births", {(MENDOYO_1, f"2025-0{month}"): {"live_births": month}})).submission
        for month in (1, 2, 3)
    )
    warehouse.reject(rejected, by="budi", reason="salah")
    warehouse.verify(verified, by="budi")
    warehouse.copy_offline(tmp_path / "salinan", made_on=MADE_ON)
    monkeypatch.setenv("KPI_WAREHOUSE", str(tmp_path / "salinan"))
    [file] = tables.files("observations")
    assert pq.read_table(file, columns=["submission", "value"]).to_pylist() == [{"submission": verified, "value": 3.0}]
    assert waiting != verified


def test_nothing_is_stored_in_a_copy_and_nobody_gets_an_account(copied: Path, file_of: FileOf) -> None:
    with pytest.raises(warehouse.WarehouseError, match="salinan luring"):
        warehouse.publish(file_of("births", {(MENDOYO_1, "2025-01"): {"live_births": 21}}))
    assert warehouse.current_version() == 3
    assert access.setup_code() is None
    with pytest.raises(access.AccountRefused, match="salinan luring"):
        access.create_account(name="budi", display_name="Budi", password="melijo pagi hari", role="admin")
