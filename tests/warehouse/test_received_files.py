"""Files are kept as received, once each, whole or not at all; a register of persons never."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from indicators import warehouse
from indicators.warehouse import Submission, WarehouseError, received_files

FileOf = Callable[..., Submission]

CONTENT = b"kode_puskesmas;lahir_hidup\r\n51.01.P07;20\r\n"
CHECKSUM = hashlib.sha256(CONTENT).hexdigest()


@pytest.fixture
def sent(file_of: FileOf) -> Submission:
    births = file_of("births", {("51.01.P07", "2025-01"): {"live_births": 20}})
    return replace(births, file=CONTENT, checksum=CHECKSUM)


def test_a_published_file_is_kept_to_the_byte(empty_warehouse: Path, sent: Submission) -> None:
    warehouse.publish(sent)
    assert warehouse.kept_file(CHECKSUM) == CONTENT
    assert [path.name for path in (empty_warehouse / "files").iterdir()] == [CHECKSUM]


def test_a_file_sent_twice_is_kept_once(empty_warehouse: Path, sent: Submission) -> None:
    warehouse.publish(sent)
    written = (empty_warehouse / "files" / CHECKSUM).stat().st_mtime_ns
    warehouse.publish(sent)
    assert [path.name for path in (empty_warehouse / "files").iterdir()] == [CHECKSUM]
    assert (empty_warehouse / "files" / CHECKSUM).stat().st_mtime_ns == written


def test_of_a_register_nothing_is_kept(empty_warehouse: Path, sent: Submission) -> None:
    warehouse.publish(replace(sent, file=None))
    assert warehouse.kept_file(CHECKSUM) is None
    assert not (empty_warehouse / "files").exists()


@pytest.mark.parametrize("checksum", ["", "0" * 64, "../accounts.json", "..", CHECKSUM.upper()])
def test_what_was_never_kept_is_not_found(empty_warehouse: Path, sent: Submission, checksum: str) -> None:
    warehouse.publish(sent)
    assert warehouse.kept_file(checksum) is None


def test_a_damaged_file_is_not_given_out_and_is_mended_when_it_is_sent_again(
    empty_warehouse: Path, sent: Submission
) -> None:
    warehouse.publish(sent)
    (empty_warehouse / "files" / CHECKSUM).write_bytes(CONTENT[:-1])
    assert warehouse.kept_file(CHECKSUM) is None
    warehouse.publish(sent)
    assert warehouse.kept_file(CHECKSUM) == CONTENT


def test_a_checksum_that_is_not_the_files_own_stores_nothing(empty_warehouse: Path, sent: Submission) -> None:
    with pytest.raises(ValueError, match="checksum"):
        warehouse.publish(replace(sent, checksum="0" * 64))
    assert warehouse.current_version() == -1


def test_a_file_that_cannot_be_written_stores_nothing(
    empty_warehouse: Path, sent: Submission, monkeypatch: pytest.MonkeyPatch
) -> None:
    def disk_full(*_: object) -> None:
        raise OSError("penuh")

    monkeypatch.setattr(os, "replace", disk_full)
    with pytest.raises(WarehouseError, match="Tidak ada yang berubah"):
        warehouse.publish(sent)
    assert warehouse.current_version() == -1
    assert list((empty_warehouse / received_files.FOLDER).iterdir()) == []
