"""Mutu data: the lights before the cards, the table, and the mark on every page of an indicator that fails."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.vocabulary import Mode
from indicators.wording import quality as say

JEMBRANA, UNIT = "51.01", "51.01.P07"
MONTHS = [f"2025-{month:02}" for month in range(1, 13)]
REPORT = {"live_births": 41, "stillbirths": 0, "newborns_weighed": 41, "low_birth_weight": 2}
# More deaths by cause than deaths.
IMPOSSIBLE = {"maternal_deaths": 1, "maternal_deaths_infection": 3}
NOTE = say.note(["consistency"])

Visit = Callable[..., Any]


@pytest.fixture
def faulty(filled_warehouse: Path, file_of: Callable[..., warehouse.Submission]) -> Path:
    """Jembrana official, with a year whose maternal deaths contradict themselves."""
    warehouse.switch_mode(JEMBRANA, Mode.OFFICIAL, by="ana")
    units = [facility.id for facility in all_kabupaten()[JEMBRANA].puskesmas]
    every = {(unit, month): REPORT for unit in units for month in MONTHS}
    warehouse.publish(file_of("births", every, mode=Mode.OFFICIAL))
    deaths: dict[tuple[str, str], dict[str, float]] = {key: {"maternal_deaths": 0} for key in every}
    deaths[UNIT, "2025-03"] = IMPOSSIBLE
    warehouse.publish(file_of("maternal_deaths", deaths, mode=Mode.OFFICIAL))
    return filled_warehouse


def test_the_lights_stand_before_the_cards(visit: Visit, shared_warehouse: Path) -> None:
    seen = visit("summary", kabupaten="35.10")
    blocks = seen.blocks
    lights = next(at for at, block in enumerate(blocks) if "Mutu data: " in block)
    cards = next(at for at, block in enumerate(blocks) if 'class="cards"' in block)
    assert lights < cards
    assert 'href="/mutu?kabupaten=35.10' in blocks[lights]
    assert say.MARK not in seen.text


def test_the_page_names_every_check_with_its_light_and_the_number_behind_it(
    visit: Visit, shared_warehouse: Path
) -> None:
    seen = visit("quality", kabupaten="35.10", indikator="bblr")
    for full, short in say.CHECKS.values():
        assert full in seen.text
        assert short in seen.text
    assert "Semua 1.347 pembandingan sesuai." in seen.text
    assert say.UNMADE["not_of_sample"] in seen.text
    assert "5 dari 7 pemeriksaan" not in seen.text  # coverage, totals and timeliness cannot be made
    assert "4 dari 7 pemeriksaan dapat dilakukan." in seen.text


def test_an_indicator_that_fails_wears_the_mark_wherever_it_is_shown(visit: Visit, faulty: Path) -> None:
    year = {"kabupaten": JEMBRANA, "periode": "2025"}
    for page, more in (
        ("summary", {}),
        ("map", {"indikator": "aki"}),
        ("area_profile", {"kecamatan": "51.01.02"}),
        ("mortality", {"indikator": "aki"}),
    ):
        seen = visit(page, **year, **more)
        assert seen.failed == []
        assert say.MARK in seen.text, page
    seen = visit("mortality", **year, bagian="kecamatan", indikator="aki")
    assert NOTE in seen.text
    assert NOTE not in visit("mortality", **year, bagian="kecamatan", indikator="akn").text
    # In a year without the contradiction it wears none.
    assert say.MARK not in visit("map", kabupaten=JEMBRANA, periode="2025-05", indikator="aki").text


def test_units_are_named_to_those_who_may_see_their_counts(
    visit: Visit, sign_in: Callable[..., Any], faulty: Path
) -> None:
    asked = {"kabupaten": JEMBRANA, "periode": "2025", "indikator": "aki"}
    name = all_kabupaten()[JEMBRANA].name_of(UNIT)
    seen = visit("quality", **asked)
    assert "rincian melebihi jumlahnya 1 kali, pada 1 puskesmas" in seen.text
    assert say.ACTION["consistency"] in seen.text
    assert name not in seen.text
    sign_in()
    assert name in visit("quality", **asked).text
