"""The section "Bulan demi bulan": the chart that fits the data, with its reason and its finding."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from indicators.wording import control as say

Visit = Callable[..., Any]


@pytest.mark.parametrize(
    ("page", "address", "reason"),
    [
        ("mortality", {}, "Grafik jarak antarkejadian, karena kematian ibu jarang"),
        ("mortality", {"indikator": "akb"}, "Grafik u, karena ada rata-rata"),
        ("mortality", {"kecamatan": "35.10.01"}, "Angka gabungan beberapa tahun, karena baru"),
        ("stunting", {}, "Grafik p, karena nilainya proporsi"),
        ("indicator", {"indikator": "k1"}, "Grafik XmR, karena ada 36 bulan yang lengkap"),
    ],
)
def test_a_page_draws_the_chart_that_fits_and_says_why(
    page: str, address: dict[str, str], reason: str, visit: Visit, shared_warehouse: Path
) -> None:
    seen = visit(page, bagian="bulan", kabupaten="35.10", **address)
    assert seen.failed == []
    assert say.SECTION in seen.text
    assert reason in seen.text


def test_a_target_of_the_reports_is_held_against_the_limits_with_a_sign_and_words(
    visit: Visit, shared_warehouse: Path
) -> None:
    seen = visit("indicator", bagian="bulan", kabupaten="35.10", indikator="spm_pregnant_women")
    target = "target sebulan, yaitu seperduabelas dari target 2026 (paling sedikit 100 %),"
    assert f"✗ Selama polanya tetap, {target} hampir pasti tidak tercapai." in seen.said


def test_rare_deaths_have_their_pooled_rates_besides(visit: Visit, shared_warehouse: Path) -> None:
    seen = visit("mortality", bagian="bulan", kabupaten="35.10")
    assert say.POOLED in seen.text
    assert "Titik terbaru dalam naik turun biasa" in seen.said
