"""A register of more than a megabyte in a real server: no system call writes any of it to a file or to the console."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from indicators.wording import server as server_words
from indicators.wording import upload as say

pytestmark = [
    pytest.mark.browser,
    pytest.mark.xdist_group("browser"),
    pytest.mark.skipif(shutil.which("strace") is None, reason="no strace: apt-get install strace"),
]

SignedIn = Callable[..., Any]
MARK = "Marka Rahasia"
STRACE = ("strace", "--follow-forks", "--decode-fds=path", "--seccomp-bpf", "--string-limit=33554432",
          "--trace=write,pwrite64,writev,pwritev,openat,open,creat,rename,renameat,renameat2,sendfile")  # fmt: skip
# What the page sends to its reader goes through a socket, and may say what the reader just sent.
_ELSEWHERE = re.compile(rb"^[0-9]+ +p?writev?[0-9]*\([0-9]+<(socket|pipe|anon_inode):")


def register() -> bytes:
    """An invented register of 1,500 children in Jembrana, 1.2 MB, with the mark in every line."""
    header = "NIK;Nama;JK;Nama Ortu;Alamat;Kab/Kota;Pukesmas;Usia Saat Ukur;Tanggal Pengukuran;ZS BB/U;ZS TB/U;ZS BB/TB"
    lines = [
        f"510199100224{1000 + n};{MARK} {n};L;Ayah {MARK} / Ibu {MARK};Dusun {MARK} {'x' * 700};JEMBRANA;I Melaya;"
        f"2 Tahun - 6 Bulan - 2 Hari;12/08/2026;-0.5;{-2.5 if n % 9 == 0 else -1};0.1"
        for n in range(1500)
    ]
    return "\n".join([header, *lines]).encode()


@pytest.fixture
def traced(start_server: Callable[..., Any], tmp_path: Path) -> Callable[..., tuple[Any, Path]]:
    """`traced("server.py")`: a server whose writes are recorded in a file."""

    def started(script: str) -> tuple[Any, Path]:
        trace = tmp_path / "trace.txt"
        return start_server(script=script, under=(*STRACE, f"--output={trace}")), trace

    return started


def written_marks(trace: Path) -> list[bytes]:
    """The calls that wrote a mark to a file or to the console, or named a file by it."""
    with trace.open("rb") as calls:
        return [call[:300] for call in calls if MARK.encode() in call and not _ELSEWHERE.match(call)]


def files_with_marks(folder: Path) -> list[str]:
    found = []
    for path in (p for p in folder.rglob("*") if p.is_file()):
        content = path.read_bytes()
        if path.suffix == ".parquet":
            content += repr(pq.read_table(path).to_pylist()).encode()
        if MARK.encode() in content:
            found.append(str(path))
    return found


def upload(staff: Any, content: bytes) -> None:
    file = {"name": "eppgbm agustus.csv", "mimeType": "text/csv", "buffer": content}
    staff.page.set_input_files("input[type=file]", file)


def test_a_register_is_published_and_refused_elsewhere_without_a_trace(
    traced: Callable[..., tuple[Any, Path]], signed_in: SignedIn
) -> None:
    server, trace = traced("server.py")
    content = register()
    assert len(content) > 1024 * 1024
    staff = signed_in("/unggah?kabupaten=51.01&set_data=births", served=server)
    upload(staff, content)
    staff.sees("data pribadi").settled()
    assert MARK not in staff.text

    staff = signed_in("/unggah?kabupaten=51.01&set_data=nutrition", served=server)
    upload(staff, content)
    staff.sees(say.STEP_PREVIEW).settled()
    assert MARK not in staff.text
    for box in staff.page.get_by_role("textbox").all():  # the reasons for its warnings
        box.fill("sudah diperiksa")
        box.press("Enter")
        staff.settled()
    staff.page.get_by_role("button", name=say.PUBLISH, exact=True).click()
    staff.sees(say.UNDO).settled()

    assert trace.stat().st_size > 0
    assert written_marks(trace) == []
    assert files_with_marks(server.warehouse.parent) == []


def test_an_exception_that_quotes_a_cell_reaches_neither_page_nor_console(
    traced: Callable[..., tuple[Any, Path]], signed_in: SignedIn
) -> None:
    server, trace = traced(str(Path(__file__).with_name("serve_and_fail.py")))
    staff = signed_in("/unggah?kabupaten=51.01&set_data=nutrition", served=server)
    upload(staff, register())
    staff.sees(server_words.SOMETHING_WENT_WRONG)
    assert MARK not in staff.text
    log = (server.warehouse.parent / "log.txt").read_text(encoding="utf-8", errors="replace")
    assert "RuntimeError" in log, "the exception is told, without its words"
    assert MARK not in log
    assert written_marks(trace) == []
    assert files_with_marks(server.warehouse.parent) == []
