"""`undo` and `redo`: what is done, what changed, and who may not."""

from __future__ import annotations

import json

import pytest

from indicators import warehouse
from indicators.vocabulary import Period

MENDOYO_1 = "51.01.P07"


@pytest.fixture
def submission(empty_warehouse, file_of) -> str:
    """Births of January 2025 in one puskesmas of Jembrana, corrected once; the id of the correction."""
    warehouse.publish(file_of("births", {(MENDOYO_1, "2025-01"): {"live_births": 20, "stillbirths": 1}}))
    sent = file_of("births", {(MENDOYO_1, "2025-01"): {"live_births": 21, "stillbirths": 1}})
    return warehouse.publish(sent).submission


def state(submission: str) -> str:
    rows = warehouse.current().rows("submission_history", kabupaten="51.01")
    return next(row.state for row in rows if row.submission == submission)


def test_undo_and_redo_say_how_many_values_changed(run, acts, submission):
    acts("uploader", kabupaten="51.01")
    said = run("undo", submission, "--reason", "salah berkas", "--as", "sari")
    assert (said.code, said.err) == (0, "")
    assert said.out == f"Kiriman {submission} dibatalkan (versi data 2). Angka yang berubah: 1.\n"
    assert state(submission) == "undone"
    said = run("redo", submission, "--reason", "ternyata benar", "--as", "sari", "--format", "json")
    told = json.loads(said.out)
    assert (told["event"], told["submission"], told["data_version"], told["changed_values"]) == (
        "redo",
        submission,
        3,
        1,
    )
    row = next(warehouse.current().rows("submission_history", kabupaten="51.01"))
    assert (row.reversed_by, row.reversal_reason) == ("Sari Dewi", "ternyata benar")


def test_undoing_what_a_newer_file_covers_changes_no_value(run, acts, submission, file_of):
    warehouse.publish(file_of("births", {(MENDOYO_1, "2025-01"): {"live_births": 22}}))
    acts("uploader", kabupaten="51.01")
    assert "Angka yang berubah: 0." in run("undo", submission, "--reason", "uji", "--as", "sari").out


def test_undoing_twice_is_refused(run, acts, submission):
    acts("uploader", kabupaten="51.01")
    run("undo", submission, "--reason", "uji", "--as", "sari")
    said = run("undo", submission, "--reason", "uji", "--as", "sari")
    assert (said.code, said.out) == (1, "")
    assert "sudah dibatalkan" in said.err


def test_a_locked_period_is_refused_with_its_name(run, acts, submission):
    warehouse.lock_periods("51.01", [Period.month(2025, 1)], by="admin")
    acts("admin")
    said = run("undo", submission, "--reason", "uji", "--as", "sari")
    assert said.code == 1
    assert "Januari 2025 sudah dikunci" in said.err
    assert state(submission) == "active"


def test_an_unknown_submission_is_refused(run, acts, submission):
    acts("admin")
    said = run("undo", "0123456789ab", "--reason", "uji", "--as", "sari")
    assert (said.code, said.err) == (1, "Kiriman itu tidak ditemukan.\n")


@pytest.mark.parametrize(
    "person",
    [
        {"role": "viewer", "kabupaten": "51.01"},
        {"role": "secretary", "kabupaten": "51.01"},
        {"role": "uploader", "kabupaten": "35.10"},
        {"role": "uploader", "kabupaten": "51.01", "facilities": ("51.01.P08",)},
    ],
)
def test_who_may_not_send_may_not_undo(run, acts, submission, person):
    acts(**person)
    said = run("undo", submission, "--reason", "uji", "--as", "sari")
    assert (said.code, said.out) == (1, "")
    assert state(submission) == "active"


def test_without_an_account_or_a_reason_nothing_is_undone(run, submission):
    assert run("undo", submission, "--reason", "uji").code == 1
    assert run("undo", submission, "--as", "sari").code == 2
    assert state(submission) == "active"


def test_a_reason_with_an_identity_number_is_refused_and_not_repeated(run, acts, submission):
    acts("uploader", kabupaten="51.01")
    said = run("undo", submission, "--reason", "data ibu 5101014101900001", "--as", "sari")
    assert said.code == 1
    assert "5101014101900001" not in said.out + said.err
    assert state(submission) == "active"
