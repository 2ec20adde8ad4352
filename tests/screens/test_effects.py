"""28 deaths of 23,000 births, where 42 would be expected at the target of 2024: met; 60 deaths: not met."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from indicators import intake, warehouse
from indicators.areas import all_kabupaten
from indicators.screens.effects import status_changes
from indicators.vocabulary import Period

UNIT = ("51.01.P07", "2024-03")


def told(file_of: Any, deaths: int) -> list[str]:
    warehouse.publish(file_of("births", {UNIT: {"live_births": 23_000, "stillbirths": 0}}))
    warehouse.publish(file_of("maternal_deaths", {UNIT: {"maternal_deaths": 28}}))
    before = warehouse.current()
    submission = file_of("maternal_deaths", {UNIT: {"maternal_deaths": deaths}})
    after = before.with_pending(submission)
    effects = intake.kpi_effects(
        before, after, submission, kabupaten=all_kabupaten()["51.01"], periods=[Period.year(2024)]
    )
    return status_changes(before, after, effects, kabupaten="51.01")


def test_a_status_that_would_change_is_told_for_the_kabupaten_first(file_of: Any, empty_warehouse: Path) -> None:
    found = told(file_of, 60)
    assert found[0] == (
        "Status AKI Kabupaten Jembrana pada 2024 akan berubah dari “Tercapai” menjadi “Belum tercapai”."
    )
    assert len(found) == 2
    assert "Mendoyo" in found[1]


def test_a_value_that_moves_within_its_status_is_not_told(file_of: Any, empty_warehouse: Path) -> None:
    assert told(file_of, 29) == []
