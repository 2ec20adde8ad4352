"""What CI runs is what the README tells people to run."""

from __future__ import annotations

import os

from indicators.catalogue import ROOT

RUN = ROOT / ".ci" / "run"
README = ROOT / "README.md"


def last_command() -> str:
    return RUN.read_text(encoding="utf-8").splitlines()[-1]


def test_the_last_thing_ci_runs_is_the_readmes_own_test_command():
    assert last_command().endswith("python -m pytest")
    assert last_command() in README.read_text(encoding="utf-8").splitlines()


def test_ci_can_be_started_as_a_program():
    assert os.access(RUN, os.X_OK)
    assert RUN.read_text(encoding="utf-8").startswith("#!/usr/bin/env bash\n")
