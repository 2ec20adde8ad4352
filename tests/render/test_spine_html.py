"""The spine chart as HTML: marks where the specification puts them, words beside every mark."""

from __future__ import annotations

import re
from typing import Any

from indicators.catalogue import catalogue
from indicators.charts.spec import State
from indicators.charts.spine import Aim, SpineRow, SpineSpec
from indicators.judgement.beside import Standing
from indicators.render.spine_html import spine_html, spine_legend
from indicators.vocabulary import Direction
from indicators.wording import spine as say
from indicators.wording.scorecard import STANDING

PLAIN: dict[str, Any] = {
    "indicator": "akb",
    "label": "Angka Kematian Bayi (AKB)",
    "unit": "per 1.000 KH",
    "decimals": 1,
    "direction": Direction.LOWER_IS_BETTER,
    "state": State.VALUE,
    "standing": Standing.WORSE,
    "value": 14.0,
    "low": 12.0,
    "high": 16.0,
    "whole": 10.0,
    "lowest": 6.0,
    "highest": 18.0,
    "quartiles": (8.0, 12.0),
    "fair": (8.0, 12.0),
    "before": 12.0,
    "aim": Aim(30.0, "target 2029", ahead=True),
    "said": "AKB: Glagah 14,0.",
}


def drawn(**changes: Any) -> str:
    spec = SpineSpec(
        title="Glagah", unit="di baris", rows=(SpineRow(**PLAIN | changes),), footer="x", alt="<Glagah>", sample=False
    )
    return spine_html(spec, link=lambda id_: f"/peta?indikator={id_}")


def test_marks_lie_where_the_specification_puts_them() -> None:
    # The line runs from 3 % (18, the worse end) over 50 % (10) to 97 % (2); 47 % are 8 deaths.
    found = drawn()
    assert '<span class="range" style="left:3%;width:70.5%">' in found  # 18 to 6
    assert '<span class="quartiles" style="left:38.2%;width:23.6%">' in found  # 12 to 8
    assert '<span class="fair" style="left:38.2%;width:23.6%">' in found  # 12 to 8
    assert '<span class="interval" style="left:14.8%;width:23.4%">' in found  # 16 to 12
    assert '<span class="middle" style="left:50%">' in found
    assert '<span class="dot worse" style="left:26.5%">' in found
    assert '<span class="before" style="left:38.2%">' in found
    assert '<span class="ahead beyond" style="left:3%">' in found


def test_a_limit_of_chance_outside_the_line_has_no_mark() -> None:
    # Fewer deaths are better, so the missing lower limit lies at the right end, and 30 beyond the left one.
    assert '<span class="fair open-right" style="left:38.2%;width:58.8%">' in drawn(fair=(None, 12.0))
    assert '<span class="fair open-left" style="left:3%;width:58.8%">' in drawn(fair=(8.0, 30.0))


def test_each_line_says_itself_in_words_and_links_to_its_indicator() -> None:
    found = drawn()
    assert 'aria-label="AKB: Glagah 14,0."' in found
    assert STANDING["worse"] in found
    assert '<a href="/peta?indikator=akb" target="_self">Angka Kematian Bayi (AKB)</a>' in found
    assert "&lt;Glagah&gt;" in found
    assert "6,0 sampai 18,0" in found


def test_a_value_that_is_not_judged_is_hollow_without_interval() -> None:
    found = drawn(state=State.TOO_FEW, standing=Standing.TOO_FEW, remark="kejadian terlalu sedikit untuk dinilai")
    assert 'class="hollow"' in found
    assert 'class="dot' not in found
    assert 'class="interval"' not in found
    assert "kejadian terlalu sedikit untuk dinilai" in found


def test_what_cannot_be_placed_is_words_alone() -> None:
    absent: dict[str, Any] = {"value": None, "low": None, "high": None, "before": None}
    found = drawn(state=State.MISSING, standing=Standing.NO_VALUE, remark="Belum ada data", **absent)
    assert "track" not in found
    assert "Belum ada data" in found


def test_the_legend_explains_every_mark() -> None:
    marks = set(re.findall(r'class="key" aria-hidden="true"><span class="(\w+)"', spine_legend()))
    assert marks == set(say.LEGEND)
    assert catalogue().indicators["akb"].label in drawn()
