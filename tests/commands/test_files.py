"""check and publish: the upload page's checks without a browser, and never more rights than the account has."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from indicators import warehouse

Run = Callable[..., Any]
WHERE = ("--dataset", "births", "--kabupaten", "51.01")
HEADER = "kode_puskesmas;tahun;bulan;lahir_hidup;lahir_mati\r\n"


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "kelahiran.csv"
    path.write_text(HEADER + "51.01.P01;2026;10;36;0\r\n", encoding="utf-8")
    return path


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    path = tmp_path / "salah.csv"
    path.write_text(HEADER + "51.01.P01;2026;13;-4;0\r\n", encoding="utf-8")
    return path


@pytest.fixture
def unclear(tmp_path: Path) -> Path:
    path = tmp_path / "ejaan.csv"
    path.write_text(
        "puskesmas;tahun;bulan;lahir_hidup;lahir_mati\r\nI Melayaa;2026;10;36;0\r\n",
        encoding="utf-8",
    )
    return path


def test_a_clean_file_leaves_with_zero_and_stores_nothing(run: Run, good: Path, filled_warehouse: Path) -> None:
    ran = run("check", str(good), *WHERE)
    assert ran.code == 0
    assert "Tidak ada masalah" in ran.out
    assert "tidak dibandingkan" in ran.err
    assert warehouse.current_version() == 0


def test_problems_are_listed_with_row_and_column_and_leave_with_one(
    run: Run, bad: Path, filled_warehouse: Path
) -> None:
    ran = run("check", str(bad), *WHERE, "--format", "json")
    assert ran.code == 1
    told = json.loads(ran.out)
    assert told["clear"] is False
    assert {(p["row"], p["column"], p["severity"]) for p in told["problems"]} >= {
        (2, "bulan", "blocking"),
        (2, "lahir_hidup", "blocking"),
    }


def test_a_question_is_told_with_its_options_and_answered_by_its_id(
    run: Run, unclear: Path, filled_warehouse: Path
) -> None:
    asked = run("check", str(unclear), *WHERE, "--format", "json")
    assert asked.code == 1
    [question] = json.loads(asked.out)["questions"]
    assert question["options"]["51.01.P02"] == "Puskesmas I Melaya"
    assert run("check", str(unclear), *WHERE, "--answer", f"{question['id']}=51.01.P02").code == 0


def test_warnings_leave_with_three_and_are_passed_with_a_reason_only(
    run: Run, acts: Callable[..., Any], tmp_path: Path, filled_warehouse: Path
) -> None:
    acts("uploader", kabupaten="51.01")
    path = tmp_path / "jauh.csv"
    path.write_text(HEADER + "51.01.P01;2026;10;290;0\r\n", encoding="utf-8")
    assert run("check", str(path), *WHERE, "--as", "sari").code == 3
    refused = run("publish", str(path), *WHERE, "--as", "sari", "--yes")
    assert refused.code == 1
    assert "far_from_past" in refused.err
    assert warehouse.current_version() == 0
    passed = run("publish", str(path), *WHERE, "--as", "sari", "--yes", "--pass", "Rekap susulan dua bulan")
    assert passed.code == 0, passed.err
    [row] = [r for r in warehouse.current().rows("submission_history", kabupaten="51.01") if r.file_name == "jauh.csv"]
    assert [warning["reason"] for warning in row.accepted] == ["Rekap susulan dua bulan"] * len(row.accepted)


def test_publishing_says_what_changes_and_how_to_take_it_back(
    run: Run, acts: Callable[..., Any], good: Path, filled_warehouse: Path
) -> None:
    acts("uploader", kabupaten="51.01")
    ran = run("publish", str(good), *WHERE, "--as", "sari", "--reason", "perbaikan", "--yes")
    assert ran.code == 0, ran.err
    assert warehouse.current_version() == 1
    [sent] = [
        r for r in warehouse.current().rows("submission_history", kabupaten="51.01") if r.published_by == "Sari Dewi"
    ]
    assert sent.reason == "perbaikan"
    assert f"undo {sent.submission} --as sari" in ran.out
    again = run("publish", str(good), *WHERE, "--as", "sari", "--yes")
    assert again.code == 1
    assert "sama persis" in again.err


@pytest.mark.parametrize(
    ("role", "kabupaten", "facilities"),
    [
        ("viewer", "51.01", ()),
        ("secretary", "51.01", ()),
        ("innovation_editor", "51.01", ()),
        ("uploader", "35.10", ()),
        ("uploader", "51.01", ("51.01.P02",)),
    ],
)
def test_an_account_without_the_right_publishes_nothing(
    run: Run, acts: Callable[..., Any], good: Path, filled_warehouse: Path, role: str, kabupaten: str, facilities: Any
) -> None:
    acts(role, kabupaten=kabupaten, facilities=facilities)
    ran = run("publish", str(good), *WHERE, "--as", "sari", "--yes")
    assert ran.code == 1
    assert warehouse.current_version() == 0


def test_without_an_account_nothing_is_published(run: Run, good: Path, filled_warehouse: Path) -> None:
    assert run("publish", str(good), *WHERE, "--yes").code == 1
    assert warehouse.current_version() == 0


def test_a_note_with_an_identity_number_is_refused(
    run: Run, acts: Callable[..., Any], good: Path, filled_warehouse: Path
) -> None:
    acts("uploader", kabupaten="51.01")
    ran = run("publish", str(good), *WHERE, "--as", "sari", "--yes", "--reason", "ibu 3510014101900001")
    assert ran.code == 1
    assert "3510014101900001" not in ran.out + ran.err
    assert warehouse.current_version() == 0


def test_the_annotated_copy_is_written_where_it_is_asked_for(
    run: Run, bad: Path, tmp_path: Path, filled_warehouse: Path
) -> None:
    copy = tmp_path / "salinan.xlsx"
    assert run("check", str(bad), *WHERE, "--annotated", str(copy)).code == 1
    assert copy.read_bytes()[:2] == b"PK"


@pytest.mark.parametrize(
    "arguments", [("--dataset", "nothing", "--kabupaten", "51.01"), ("--dataset", "births", "--kabupaten", "99.99")]
)
def test_an_unknown_dataset_or_kabupaten_is_wrong_usage(
    run: Run, good: Path, filled_warehouse: Path, arguments: tuple[str, ...]
) -> None:
    assert run("check", str(good), *arguments).code == 2


def test_a_file_that_is_not_there_is_said(run: Run, tmp_path: Path, filled_warehouse: Path) -> None:
    assert run("check", str(tmp_path / "tidak_ada.csv"), *WHERE).code == 1
