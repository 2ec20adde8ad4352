"""The change against last year, wherever it is shown, comes with its test and with what could be told from chance."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from indicators.wording import changes as say

Visit = Callable[..., Any]


@pytest.mark.parametrize("page", ["summary", "mortality", "stunting"])
def test_a_change_is_bermakna_or_not_told_from_chance_and_says_what_could_be(
    page: str, visit: Visit, shared_warehouse: Path
) -> None:
    seen = visit(page, kabupaten="35.10", periode="2026-01..2026-10", bagian="kecamatan")
    assert seen.failed == []
    assert f", {say.BY_CHANCE}" in seen.said
    assert "biasanya baru dapat dikenali bila turun" in seen.said


def test_the_change_of_a_kecamatan_is_its_own(visit: Visit, shared_warehouse: Path) -> None:
    seen = visit("mortality", kabupaten="35.10", kecamatan="35.10.01", periode="2025")
    assert seen.failed == []
    assert "Kecamatan Pesanggaran pada 2025" in seen.said
    assert "Dibanding 2024 (" in seen.said


def test_several_years_together_are_not_compared(visit: Visit, shared_warehouse: Path) -> None:
    seen = visit("mortality", kabupaten="35.10", periode="2023..2025", bagian="kecamatan")
    [about] = [block for block in seen.blocks if 'class="said"' in block]
    assert "Dibanding" not in about
    assert say.NOT_COMPARED in seen.text
