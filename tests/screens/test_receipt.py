"""The receipt of a submission names the versions of data and rules under which it was published."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.screens.receipt import page_of


def test_a_receipt_names_the_versions_of_data_and_rules(file_of: Any, empty_warehouse: Path) -> None:
    submission = file_of("births", {("51.01.P07", "2024-03"): {"live_births": 23, "stillbirths": 0}})
    receipt = warehouse.publish(submission)
    facts = dict(page_of(receipt, submission, all_kabupaten()["51.01"]).facts)
    assert facts["Versi data"] == str(receipt.version)
    assert facts["Aturan penilaian"] == catalogue().settings.rule_version
