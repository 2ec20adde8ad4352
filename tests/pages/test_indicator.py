"""Indikator: every indicator of the catalogue has a page that says all of it, with or without data."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from indicators.catalogue import catalogue
from indicators.wording import indicator as say
from indicators.wording import judgement
from indicators.wording import pages as page_words
from indicators.wording.topics import VIEWS as EVERY_VIEW

Visit = Callable[..., Any]
VIEWS = EVERY_VIEW["indicator"]
EVERY = list(catalogue().indicators)
PUBLISHED_ONLY = [id_ for id_ in EVERY if not catalogue().indicators[id_].numerator]


@pytest.mark.parametrize("indicator", EVERY)
def test_every_indicator_says_what_it_is_and_who_supplies_it(
    indicator: str, visit: Visit, shared_warehouse: Path
) -> None:
    seen, how = opened(visit, indicator), opened(visit, indicator, bagian="cara")
    entry = catalogue().indicators[indicator]
    assert seen.failed + how.failed == []
    text = written(seen) + written(how)
    for said in (say.DEFINITION, say.WHY, say.SHEET, say.TARGETS, say.METHOD, say.SUBMISSIONS, say.DOWNLOAD):
        assert said in text
    assert entry.supplied_by in text
    for target in entry.targets.values():
        assert target.document in text
    if entry.numerator:
        assert say.formula(entry.numerator_label, entry.denominator_label, entry.multiplier) in text


def opened(visit: Visit, indicator: str, **address: str) -> Any:
    """Chosen on the page, since not every other page, where a reader starts, has this indicator."""
    return visit("indicator", **address).choose("indikator", indicator)


def written(seen: Any) -> str:
    """What stands on the page, on one line."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", " ".join(seen.blocks))).split())


@pytest.mark.parametrize("indicator", PUBLISHED_ONLY)
def test_a_published_indicator_is_shown_also_without_official_data(
    indicator: str, visit: Visit, official_warehouse: Path
) -> None:
    seen = opened(visit, indicator, bagian="cara")
    assert seen.failed == []
    assert say.PUBLISHED_ONLY in seen.text
    assert seen.at.segmented_control("bagian_buttons").options == [VIEWS["nilai"], VIEWS["cara"]]
    assert page_words.EMPTY_ACTION not in seen.text
    assert judgement.SAMPLE_MARK not in seen.text


def test_the_choice_stands_in_the_address(visit: Visit, shared_warehouse: Path) -> None:
    seen = visit("indicator", indikator="k4")
    assert seen.address["indikator"] == "k4"
    seen.choose("indikator", "stunting_survey")
    assert seen.address["indikator"] == "stunting_survey"
    seen.choose("indikator", "aki")
    assert "indikator" not in seen.address


def test_a_chosen_kecamatan_stands_beside_the_kabupaten(visit: Visit, shared_warehouse: Path) -> None:
    seen = visit("indicator", indikator="k4", kecamatan="35.10.17")
    assert [block for block in seen.blocks if "<table" in block and ">Kabupaten</th>" in block]


def test_the_submissions_are_told_without_any_name(visit: Visit, shared_warehouse: Path) -> None:
    seen = opened(visit, "aki", bagian="cara")
    [block] = [block for block in seen.blocks if f">{say.SUBMISSION_COLUMNS[2]}</th>" in block]
    assert "Kematian ibu" in block
    assert ".csv" not in block
    assert "seed" not in block


def test_the_page_of_a_count_has_no_denominator(visit: Visit, shared_warehouse: Path) -> None:
    assert say.NO_DENOMINATOR in opened(visit, "new_stunting", bagian="cara").text
