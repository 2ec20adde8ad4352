"""Papan indikator: a real table in words, without ranking, whose every cell leads on."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.judgement.values import judge
from indicators.screens import sections
from indicators.vocabulary import Level, Mode, Period
from indicators.wording import judgement
from indicators.wording import scorecard as say

Visit = Callable[..., Any]
TOPICS = [id_ for id_ in catalogue().topics if sections.per_kecamatan(id_)]


def rug(seen: Any) -> str:
    [found] = [block for block in seen.blocks if "table-wrap rug" in block]
    return str(found)


def names(seen: Any) -> list[str]:
    """The kecamatan, from top to bottom."""
    return re.findall(r'<th scope="row"><a [^>]*>(.*?)</a>', rug(seen))


@pytest.mark.parametrize("topic", TOPICS)
def test_a_topic_shows_each_of_its_indicators_for_every_kecamatan(
    topic: str, visit: Visit, shared_warehouse: Path
) -> None:
    seen = visit("scorecard", topik=topic)
    assert seen.failed == []
    found = rug(seen)
    entries = sections.per_kecamatan(topic)
    assert len(re.findall(r'<th scope="col"', found)) == 1 + len(entries)
    assert found.count("<td") == (1 + len(all_kabupaten()["35.10"].kecamatan)) * len(entries)
    assert all(f'<abbr title="{html.escape(entry.label)}">{entry.short}</abbr></a>' in found for entry in entries)
    assert names(seen) == sorted(names(seen))


def test_the_kabupaten_stands_first_and_values_are_those_of_judgement(visit: Visit, shared_warehouse: Path) -> None:
    seen = visit("scorecard", kabupaten="51.01", periode="2024")
    snapshot, year = warehouse.current(), Period.year(2024)
    [whole] = judge(snapshot, indicators=["akb"], kabupaten="51.01", period=year)
    local = judge(snapshot, indicators=["akb"], kabupaten="51.01", period=year, level=Level.KECAMATAN)
    found = rug(seen)
    assert found.index(say.WHOLE) < found.index(local[0].area_name)
    for j in (whole, *local):
        assert f">{judgement.value(j.value, 1)}</a>" in found


def test_the_status_against_a_target_of_that_year_is_said_in_words(visit: Visit, shared_warehouse: Path) -> None:
    year = rug(visit("scorecard", periode="2024"))
    assert any(word in year for word in judgement.STATUS.values())
    part = rug(visit("scorecard"))
    assert not any(word in part for word in judgement.STATUS.values())


def test_every_cell_says_where_it_stands_and_opens_its_indicator(visit: Visit, shared_warehouse: Path) -> None:
    found = rug(visit("scorecard", topik="stunting"))
    cells = re.findall(r'<td class="(\w+)">(.*?)</td>', found)
    assert cells
    for standing, content in cells:
        assert f"<i>{say.STANDING[standing]}</i>" in content
        assert re.search(
            r'href="/\w+\?kabupaten=35\.10&amp;periode=[^"]*&amp;kecamatan=35\.10\.\d\d&amp;indikator=', content
        )


def test_sorting_stands_in_the_address_and_in_the_table(visit: Visit, shared_warehouse: Path) -> None:
    seen = visit("scorecard", periode="2024", urut="akb")
    assert seen.address["urut"] == "akb"
    assert names(seen) != sorted(names(seen))  # those with few deaths stand below the others
    assert re.search(r'aria-sort="ascending"><a [^>]*urut=akb', rug(seen))
    assert say.order("AKB") in seen.text
    seen.choose("urut", "nama")
    assert "urut" not in seen.address
    assert names(seen) == sorted(names(seen))


def test_an_order_that_another_topic_does_not_have_falls_back_to_names(visit: Visit, shared_warehouse: Path) -> None:
    seen = visit("scorecard", topik="mortality", urut="measuring")
    assert seen.failed == []
    assert names(seen) == sorted(names(seen))


def test_a_chosen_kecamatan_is_marked(visit: Visit, shared_warehouse: Path) -> None:
    seen = visit("scorecard", kecamatan="35.10.17")
    assert re.findall(r'aria-current="true"><th scope="row"><a [^>]*kecamatan=([\d.]+)', rug(seen)) == ["35.10.17"]


def test_the_legend_counts_what_the_table_shows(visit: Visit, shared_warehouse: Path) -> None:
    seen = visit("scorecard")
    [legend] = [block for block in seen.blocks if "rug-legend" in block]
    for standing, meaning in say.MEANING.items():
        used = rug(seen).count(f'<td class="{standing}"')
        assert (f"{meaning}: {used}" in legend) == (used > 0)
    assert judgement.SAMPLE_MARK in legend


def test_official_values_wear_no_sample_mark_and_missing_ones_say_so(
    visit: Visit, empty_warehouse: Path, file_of: Callable[..., Any]
) -> None:
    warehouse.switch_mode("51.01", Mode.OFFICIAL, by="ana")
    units = [f.id for f in all_kabupaten()["51.01"].puskesmas]
    warehouse.publish(file_of("births", {(unit, "2026-10"): {"live_births": 30} for unit in units}, mode=Mode.OFFICIAL))
    seen = visit("scorecard", kabupaten="51.01")
    assert seen.failed == []
    assert judgement.NOT_SENT in rug(seen)
    assert judgement.SAMPLE_MARK not in seen.text


def test_the_table_stays_within_what_a_phone_should_load(visit: Visit, shared_warehouse: Path) -> None:
    assert max(len(rug(visit("scorecard", topik=topic)).encode()) for topic in TOPICS) < 40_000
