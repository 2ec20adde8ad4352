"""Profil kecamatan: a line an indicator among all kecamatan, above tables of the same numbers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from indicators.charts.of_area import compared_indicators
from indicators.wording import judgement
from indicators.wording import spine as say
from indicators.wording.profile import SERVICES

Visit = Callable[..., Any]


def spine(seen: Any) -> list[str]:
    return [block for block in seen.blocks if "table-wrap spine" in block]


def test_each_compared_indicator_has_a_line_with_its_words_and_its_mark(visit: Visit, shared_warehouse: Path) -> None:
    seen = visit("area_profile", kecamatan="35.10.17", periode="2024")
    [block] = spine(seen)
    entries = [entry for entry in compared_indicators() if entry.topic != "reporting"]
    services = {entry.label for entry in entries if entry.topic == "minimum_service"}
    assert all((entry.label in block) is (entry.label not in services) for entry in entries)
    assert judgement.SAMPLE_MARK in block
    assert say.READING in seen.text
    assert all(meaning in seen.text for meaning in say.LEGEND.values())
    [toggle] = [one for one in seen.at.toggle if one.label == SERVICES]
    toggle.set_value(True)
    seen.at.run()
    assert len(spine(seen)) == 2
    assert all(label in spine(seen)[1] for label in services)


def test_the_address_remembers_that_the_services_are_shown(visit: Visit, shared_warehouse: Path) -> None:
    seen = visit("area_profile", kecamatan="35.10.17", periode="2024", spm="tampil")
    assert len(spine(seen)) == 2


def test_without_a_kecamatan_one_is_to_be_chosen(visit: Visit, shared_warehouse: Path) -> None:
    seen = visit("area_profile", kabupaten="51.01")
    assert spine(seen) == []
    assert "Negara" in seen.text
