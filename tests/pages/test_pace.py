"""The way to the next target: on topic pages, on the page of an indicator and on cards."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.usefixtures("shared_warehouse")

Visit = Callable[..., Any]

IN_DEATHS = "berarti paling banyak 17 kematian ibu setahun pada 22.513 kelahiran hidup"


@pytest.mark.parametrize("page", ["mortality", "indicator"])
def test_a_target_is_told_in_deaths_with_the_fall_that_it_needs(visit: Visit, page: str) -> None:
    said = visit(page, kabupaten="35.10", indikator="aki").said
    assert IN_DEATHS in said
    assert "perlu turun rata-rata 10 %" in said
    assert "belum dapat diperkirakan" in said
    assert "DATA CONTOH · versi data 0 · aturan penilaian 2" in said


def test_a_survey_is_told_without_numbers_of_children(visit: Visit) -> None:
    said = visit("stunting", kabupaten="35.10").said
    assert "Target 2029: 14,2 %" in said
    assert "Jumlah orangnya tidak dihitung" in said


def test_without_a_target_ahead_there_is_no_section(visit: Visit) -> None:
    assert "Jarak ke target" not in visit("mortality", kabupaten="35.10", indikator="akb").said


def test_a_card_says_the_change_a_year(visit: Visit) -> None:
    said = visit("summary", kabupaten="35.10").said
    assert "menuju 77 (2029, RPJMN 2025-2029), perlu turun 10 % setahun" in said
