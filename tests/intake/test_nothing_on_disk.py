"""Nothing of a register or of a refused file reaches the disk or a log: watched as it happens, searched afterwards."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from indicators import warehouse
from indicators.intake import FOR_ALL, accept, annotated

MARKS = ("3510991002249001", "Marka Rahasia", "Ayah Marka / Ibu Marka", "Dusun Marka RT 7", "11/01/2024")
PERSON = {
    "NIK": MARKS[0],
    "Nama": MARKS[1],
    "Nama Ortu": MARKS[2],
    "Alamat": MARKS[3],
    "Tgl Lahir": MARKS[4],
    "ZS TB/U": "-2.5",
}

_opened: list[tuple[str, bool]] | None = None


def _note(event: str, arguments: tuple[object, ...]) -> None:
    """Every file opened, with whether it may be written; every file that Python makes, moves or copies."""
    if _opened is None:
        return
    if event == "open":
        path, mode, flags = arguments
        writes = any(c in str(mode or "") for c in "wax+") or bool(
            isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        )
        _opened.append((str(path), writes))
    elif event in ("os.rename", "os.mkdir", "shutil.copyfile", "tempfile.mkstemp", "subprocess.Popen"):
        _opened.append((f"{event} {arguments[0]}", True))


sys.addaudithook(_note)


@contextmanager
def watched() -> Iterator[list[str]]:
    """The files that may be written while this lasts."""
    global _opened
    _opened, written = [], []
    try:
        yield written
    finally:
        written += [path for path, writes in _opened if writes]
        _opened = None


def marks_in(content: bytes) -> list[str]:
    return [mark for mark in MARKS for coding in ("utf-8", "utf-16-le") if mark.encode(coding) in content]


def marks_below(folder: Path) -> dict[str, list[str]]:
    """Files below a folder that hold a mark, as bytes or, in Parquet, in any of their values, or in their name."""
    found = {}
    for path in (p for p in folder.rglob("*") if p.is_file()):
        texts = [path.read_bytes(), str(path).encode()]
        if path.suffix == ".parquet":
            texts.append(repr(pq.read_table(path).to_pylist()).encode())
        if marks := [mark for text in texts for mark in marks_in(text)]:
            found[str(path)] = marks
    return found


def test_the_watch_notices_a_file_that_is_written(tmp_path):
    with watched() as written:
        (tmp_path / "ada.txt").write_text(MARKS[1])
    assert written == [str(tmp_path / "ada.txt")]
    assert list(marks_below(tmp_path).values()) == [[MARKS[1]]]


def test_receiving_a_register_writes_no_file(send, register):
    content = register([PERSON, {}])
    with watched() as written:
        received = send(content, "nutrition")
    assert received.submission is not None
    assert written == []


@pytest.mark.parametrize("dataset", ["births", "published_values"])
def test_refusing_a_file_with_personal_data_writes_no_file(send, register, dataset):
    content = register([PERSON])
    with watched() as written:
        received = send(content, dataset)
        assert annotated(content, "berkas.csv", received) is None
    assert received.submission is None
    assert written == []
    assert marks_in(repr(received).encode()) == []


def test_a_published_register_leaves_counts_only(send, register, empty_warehouse, caplog):
    caplog.set_level(logging.DEBUG)
    received = send(register([PERSON, {"NIK": "", "Nama": MARKS[1]}]), "nutrition", name=f"{MARKS[1]} {MARKS[0]}.csv")
    assert received.submission is not None
    assert marks_in(repr(received).encode()) == []
    receipt = warehouse.publish(accept(received, {FOR_ALL: "sudah diperiksa"}))
    [event] = warehouse.current().rows("submission_history", kabupaten="35.10")
    assert (event.submission, event.file_name) == (receipt.submission, "berkas.csv")
    assert list(empty_warehouse.rglob("*.parquet")), "something was stored"
    assert marks_below(empty_warehouse) == {}
    assert marks_in(caplog.text.encode()) == []
