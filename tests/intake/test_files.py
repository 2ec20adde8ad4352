"""Files as staff send them: each file of bad/ and good/ has its expectation beside it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

HERE = Path(__file__).parent
BAD = yaml.safe_load((HERE / "bad" / "expected.yaml").read_text(encoding="utf-8"))
GOOD = yaml.safe_load((HERE / "good" / "expected.yaml").read_text(encoding="utf-8"))


def said(received, *, with_fix: bool) -> list[dict[str, Any]]:
    problems = []
    for p in received.problems:
        told = {"row": p.row, "column": p.column, "severity": p.severity.value, "message": p.message}
        if with_fix:
            told["fix"] = p.fix
        problems.append({key: value for key, value in told.items() if value is not None})
    return problems


@pytest.mark.parametrize("folder", ["bad", "good"])
def test_every_file_has_an_expectation(folder):
    files = {p.name for p in (HERE / folder).iterdir() if p.suffix != ".yaml"}
    assert files == set({"bad": BAD, "good": GOOD}[folder])


@pytest.mark.parametrize("name", sorted(BAD))
def test_a_bad_file_is_refused_in_clear_sentences(name, send):
    received = send((HERE / "bad" / name).read_bytes(), BAD[name]["dataset"], name=name)
    assert said(received, with_fix=True) == BAD[name]["problems"]
    assert [question.id for question in received.questions] == BAD[name].get("questions", [])
    assert received.submission is None


@pytest.mark.parametrize("name", sorted(GOOD))
def test_a_good_file_becomes_what_it_says(name, send):
    received = send((HERE / "good" / name).read_bytes(), GOOD[name]["dataset"], name=name)
    assert said(received, with_fix=False) == GOOD[name]["problems"]
    submission = received.submission
    assert [f"{unit} {period}" for unit, period in submission.scope] == GOOD[name]["scope"]
    if "totals" in GOOD[name]:
        totals = submission.observations.groupby("element")["value"].sum().to_dict()
        assert totals == GOOD[name]["totals"]
    else:
        assert list(submission.published["value"]) == GOOD[name]["values"]


@pytest.mark.parametrize("name", sorted(BAD))
def test_every_blocking_problem_says_what_to_do(name):
    assert all(p["fix"] for p in BAD[name]["problems"] if p["severity"] == "blocking")


def test_the_message_of_a_file_with_personal_data_holds_none_of_it(send):
    content = (HERE / "bad" / "nik_column.csv").read_bytes()
    told = " ".join(f"{p.message} {p.fix} {p.column}" for p in send(content).problems)
    assert "9910" not in told
    assert "Contoh" not in told
