"""A file is written whole or not at all."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from indicators.whole_file import whole_file, write_whole


def test_a_file_is_put_in_place_of_the_old_one_and_nothing_else_stays(tmp_path: Path) -> None:
    path = tmp_path / "new" / "accounts.json"
    write_whole(path, b"old, and longer")
    write_whole(path, b"new")
    assert path.read_bytes() == b"new"
    assert [p.name for p in path.parent.iterdir()] == ["accounts.json"]


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps rights of files differently")
def test_only_its_owner_may_read_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "secret", b"x")
    assert stat.S_IMODE((tmp_path / "secret").stat().st_mode) == 0o600


def test_whoever_reads_while_it_is_written_sees_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "log"
    write_whole(path, b"old")
    with whole_file(path) as file:
        file.write(b"new")
        file.flush()
        assert path.read_bytes() == b"old"
    assert path.read_bytes() == b"new"


@pytest.mark.parametrize("error", [OSError("penuh"), KeyboardInterrupt()])
def test_what_fails_half_way_leaves_the_old_file(tmp_path: Path, error: BaseException) -> None:
    path = tmp_path / "log"
    write_whole(path, b"old")

    def fail() -> None:
        with whole_file(path) as file:
            file.write(b"half")
            raise error

    with pytest.raises(type(error)):
        fail()
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["log"]


def test_a_file_that_cannot_be_put_in_place_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "log"
    write_whole(path, b"old")

    def refused(*_: object) -> None:
        raise PermissionError("terkunci")

    monkeypatch.setattr(os, "replace", refused)
    with pytest.raises(PermissionError):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert [p.name for p in tmp_path.iterdir()] == ["log"]
