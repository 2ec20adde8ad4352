"""What a reader finds where two sources say different things."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytestmark = pytest.mark.usefixtures("shared_warehouse")

Visit = Callable[..., Any]


def test_the_survey_stands_beside_the_weighing_with_its_missing_interval_named(visit: Visit) -> None:
    reader = visit("stunting")
    assert reader.failed == []
    said = reader.said
    assert said.count("survei menunjukkan 18,1 % (tanpa selang, karena galat survei tidak diterbitkan)") == 1
    assert said.count("survei menunjukkan 20,1 %") == 1  # the year before stands below the chart
    assert "14,2 poin persen lebih tinggi, atau 4,6 kali angka e-PPGBM" in reader.said


def test_the_base_year_is_2019_until_another_is_chosen_and_stays_in_the_address(visit: Visit) -> None:
    reader = visit("stunting", bagian="kasus")
    said = reader.said
    assert "Dengan tahun dasar 2019, prevalensi e-PPGBM berubah -5,66 poin persen sampai 2024" in said
    assert "sekitar 92.900 (tersirat)" in said
    assert "dasar" not in reader.address

    reader = visit("stunting", bagian="kasus", dasar="2021")
    said = reader.said
    assert "Dengan tahun dasar 2021, prevalensi e-PPGBM berubah -6,20 poin persen sampai 2024" in said
    assert "-2,63 poin persen mengikuti jumlah balita diukur (sekitar 54.700 menjadi 93.000, tersirat)" in said
    assert "Ini hitungan, bukan sebab." in said
    assert reader.address["dasar"] == "2021"


def test_a_kabupaten_with_sample_years_alone_says_so(visit: Visit) -> None:
    said = visit("stunting", bagian="kasus", kabupaten="51.01").said
    assert "Contoh: dengan tahun dasar" in said


def test_the_census_stands_beside_the_reports_without_a_count_of_missed_deaths(visit: Visit) -> None:
    reader = visit("mortality", periode="2024")
    assert reader.failed == []
    said = reader.said
    assert "Contoh: bila angka sensus Indonesia 2020 (189 per 100.000 KH)" in said
    assert "diharapkan sekitar 42 kematian ibu" in said
    assert "Kemungkinan tidak semua kematian terlaporkan" in said
    assert "14 kematian" not in said  # 42 - 28


def test_an_indicator_without_a_census_value_has_no_such_section(visit: Visit) -> None:
    assert "Laporan rutin dan sensus" not in visit("mortality", indikator="akn").text
