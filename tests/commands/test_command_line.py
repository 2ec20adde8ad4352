"""The command line as a whole: help, exit codes, nothing slow imported, no English, no traceback."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from indicators.catalogue import ROOT, CatalogueError

COMMANDS = [
    (),
    ("query",),
    ("judge",),
    ("pages",),
    ("mode",),
    ("rebuild-sample",),
    ("restore",),
    ("undo",),
    ("redo",),
    ("history",),
    ("backup",),
    ("forget",),
    ("users",),
    ("users", "list"),
    ("users", "add"),
    *[("users", action) for action in ("role", "reset", "deactivate", "activate", "unlock", "remove")],
]


def started(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "indicators", *arguments],
        capture_output=True,
        encoding="utf-8",
        cwd=ROOT,
        env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
        stdin=subprocess.DEVNULL,
        check=False,
    )


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_every_command_explains_itself_in_bahasa_indonesia(run, command):
    said = run(*command, "--help")
    assert said.code == 0
    assert said.out.startswith("pemakaian: python -m indicators")
    assert "tampilkan bantuan ini" in said.out
    for english in ("usage", "options", "positional", "show this", "exit"):
        assert english not in said.out


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ((), "isian berikut wajib ada: PERINTAH"),
        (("hapus",), "'hapus' tidak dikenal; pilih salah satu dari"),
        (("query", "--param"), "memerlukan satu nilai"),
        (("query", "reporting", "--format", "xml"), "'xml' tidak dikenal"),
        (("pages", "semua"), "isian tidak dikenal: semua"),
        (("mode",), "isian berikut wajib ada: KABUPATEN"),
        (("users", "add", "sari"), "isian berikut wajib ada: --full-name, --role"),
        (("users", "remove", "sari", "--yes=1"), "tidak menerima nilai '1'"),
    ],
)
def test_wrong_usage_is_told_in_bahasa_indonesia_with_exit_code_2(run, arguments, sentence):
    said = run(*arguments)
    assert said.code == 2
    assert sentence in said.err
    assert said.out == ""


def test_help_imports_nothing_slow():
    slow = {"pandas", "numpy", "duckdb", "deltalake", "streamlit", "babel", "pydantic", "yaml"}
    script = (
        "import sys; from indicators.commands.arguments import parser; import indicators.__main__; "
        f"parser().format_help(); print(sorted({slow!r} & set(sys.modules)))"
    )
    answer = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, cwd=ROOT, check=True)
    assert answer.stdout.strip() == "[]"


def test_it_runs_as_a_program(shared_warehouse):
    answer = started("query", "kabupaten_state", "--param", "kabupaten=51.01")
    assert answer.returncode == 0
    assert "2026-10-01" in answer.stdout
    assert answer.stderr == ""


def test_a_refusal_reaches_the_shell_as_exit_code_and_sentence():
    answer = started("query", "tidak_ada")
    assert (answer.returncode, answer.stdout) == (2, "")
    assert answer.stderr.startswith("Bacaan tidak_ada tidak ada.")
    assert "Traceback" not in answer.stderr


def test_output_that_nobody_reads_any_more_is_no_failure():
    reading, writing = os.pipe()
    os.close(reading)  # as when `| head` has seen enough
    answer = subprocess.run(
        [sys.executable, "-m", "indicators", "pages"], stdout=writing, stderr=subprocess.PIPE, cwd=ROOT, check=False
    )
    os.close(writing)
    assert (answer.returncode, answer.stderr) == (0, b"")


def test_a_broken_file_of_the_catalogue_is_named_without_a_traceback(run, monkeypatch):
    def broken() -> None:
        raise CatalogueError("data/catalogue/elements.yaml: rusak")

    monkeypatch.setattr("indicators.commands.query.all_kabupaten", broken)
    said = run("query", "kabupaten_state", "--param", "kabupaten=35.10")
    assert said.code == 1
    assert said.err == "Berkas tidak dapat dibaca atau ditulis: data/catalogue/elements.yaml: rusak.\n"


def test_a_file_that_is_not_there_is_told_in_bahasa_indonesia(run, tmp_path):
    said = run("check", str(tmp_path / "tidak-ada.csv"), "--dataset", "births", "--kabupaten", "35.10")
    assert said.code == 1
    assert said.err == f"Berkas tidak dapat dibaca atau ditulis: {tmp_path / 'tidak-ada.csv'} tidak ditemukan.\n"


def test_a_folder_that_cannot_be_written_is_told_without_a_traceback(run, tmp_path, monkeypatch):
    blocked = tmp_path / "berkas"
    blocked.write_text("bukan folder")
    monkeypatch.setenv("KPI_WAREHOUSE", str(blocked / "gudang"))
    said = run("query", "kabupaten_state", "--param", "kabupaten=35.10")
    assert said.code == 1
    assert said.err
    assert "Traceback" not in said.err
