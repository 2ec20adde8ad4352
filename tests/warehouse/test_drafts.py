"""Drafts come back to the digit, to their owner only, and never with the file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pandas as pd
import pytest

from indicators.vocabulary import Problem, Severity
from indicators.warehouse import drafts
from indicators.warehouse.submission import Confirmed, Submission

FileOf = Callable[..., Submission]
UNIT = "51.01.P01"
PROBLEMS = (Problem(Severity.WARNING, "Jauh dari biasanya.", "Periksa.", row=3, column="lahir_hidup", rule="range"),)


@pytest.fixture
def sent(file_of: FileOf) -> Submission:
    counts = file_of("births", {(UNIT, "2024-01"): {"live_births": 20, "stillbirths": 0}})
    return replace(
        counts,
        file=b"rahasia berkas",
        checksum="c" * 64,
        confirmed=(Confirmed("puskesmas", "melaya", UNIT),),
    )


def test_a_draft_comes_back_as_it_was_without_the_file_and_the_name(empty_warehouse: Path, sent: Submission) -> None:
    drafts.keep_draft(sent, PROBLEMS, owner="ana")
    found = drafts.draft_of("ana", kabupaten="51.01", dataset="births")
    assert found is not None
    assert found.problems == PROBLEMS
    pd.testing.assert_frame_equal(found.submission.observations, sent.observations)
    assert replace(found.submission, observations=None) == replace(sent, observations=None, file=None, by="", reason="")
    [path] = (empty_warehouse / "drafts").iterdir()
    assert b"rahasia" not in path.read_bytes()
    assert b"ana" not in path.name.encode()


def test_a_draft_belongs_to_its_owner_kabupaten_and_dataset(empty_warehouse: Path, sent: Submission) -> None:
    drafts.keep_draft(sent, PROBLEMS, owner="ana")
    assert drafts.draft_of("budi", kabupaten="51.01", dataset="births") is None
    assert drafts.draft_of("ana", kabupaten="35.10", dataset="births") is None
    assert drafts.draft_of("ana", kabupaten="51.01", dataset="child_deaths") is None


def test_the_newest_draft_replaces_the_one_before_and_can_be_discarded(empty_warehouse: Path, sent: Submission) -> None:
    drafts.keep_draft(sent, PROBLEMS, owner="ana")
    drafts.keep_draft(replace(sent, file_name="kedua.csv"), (), owner="ana")
    found = drafts.draft_of("ana", kabupaten="51.01", dataset="births")
    assert found is not None
    assert found.submission.file_name == "kedua.csv"
    drafts.discard_draft("ana", kabupaten="51.01", dataset="births")
    drafts.discard_draft("ana", kabupaten="51.01", dataset="births")
    assert drafts.draft_of("ana", kabupaten="51.01", dataset="births") is None


def test_a_draft_too_old_or_damaged_is_none(
    empty_warehouse: Path, sent: Submission, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafts.keep_draft(sent, PROBLEMS, owner="ana")
    [path] = (empty_warehouse / "drafts").iterdir()
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    assert drafts.draft_of("ana", kabupaten="51.01", dataset="births") is None

    path.write_bytes(whole)
    later = datetime.now(UTC) + drafts.KEPT_FOR + timedelta(hours=1)

    class Clock(datetime):
        @classmethod
        def now(cls, tz: object = None) -> datetime:
            return later

    monkeypatch.setattr(drafts, "datetime", Clock)
    assert drafts.draft_of("ana", kabupaten="51.01", dataset="births") is None
    assert not path.exists()
