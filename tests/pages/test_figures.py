"""What a chart, a map or a card shows is what the warehouse holds, or what its source has published."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from html import unescape
from typing import Any
from urllib.parse import parse_qs

import pandas as pd
import pytest

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue

pytestmark = pytest.mark.usefixtures("shared_warehouse")

Visit = Callable[..., Any]

# Figures hold two digits more than are written, of which there is at least one.
AS_SENT = 0.0005


def counts(indicator: str, level: str, kabupaten: str, start: date, end: date) -> pd.DataFrame:
    """Numerator and denominator by area, as the warehouse holds them."""
    found = warehouse.current().read(
        "indicator_values", indicators=[indicator], level=level, kabupaten=kabupaten, starts=[start], ends=[end]
    )
    return found.set_index("area")


def elements(names: list[str], kabupaten: str, start: date, end: date) -> dict[str, float]:
    found = warehouse.current().read(
        "element_values", elements=names, level="kabupaten", kabupaten=kabupaten, start=start, end=end
    )
    return dict(zip(found["element"], found["value"], strict=True))


def test_published_counts_are_drawn_as_published_with_part_years_apart(visit: Visit) -> None:
    figure = visit("mortality").figure("Jumlah kematian ibu, Kabupaten Banyuwangi, menurut angka publik")
    whole, part = figure.spec["data"]
    assert dict(zip(whole["x"], whole["y"], strict=True)) == {
        "2017": 19,
        "2018": 24,
        "2019": 31,
        "2021": 55,
        "2022": 25,
        "2023": 28,
        "2024": 28,
    }
    # 2025 up to 16 May.
    assert dict(zip(part["x"], part["y"], strict=True))["2025"] == 6


def test_the_survey_line_bears_survey_values_and_the_routine_line_routine_ones(visit: Visit) -> None:
    figure = visit("stunting").figures[0]
    survey = figure.trace("Stunting (survei), angka publik")
    assert dict(zip(survey["x"], survey["y"], strict=True)) == {"2021": 20.1, "2022": 18.1}
    routine = figure.trace("Stunting (e-PPGBM), angka publik")
    drawn = dict(zip(routine["x"], routine["y"], strict=True))
    assert {year: drawn[year] for year in ("2021", "2022", "2023", "2024")} == {
        "2021": 8.64,
        "2022": 3.95,
        "2023": 3.53,
        "2024": 2.44,
    }


def test_yearly_rates_are_the_years_deaths_divided_by_its_births(visit: Visit) -> None:
    figure = visit("mortality").figure("dari tahun ke tahun")
    line = figure.spec["data"][0]
    drawn = dict(zip(line["x"], line["y"], strict=True))
    held = elements(["maternal_deaths", "live_births"], "35.10", date(2024, 1, 1), date(2024, 12, 31))
    assert held["maternal_deaths"] == 28  # the public count
    assert drawn["2024"] == pytest.approx(28 / held["live_births"] * 100_000, abs=AS_SENT)


def test_the_running_total_adds_up_to_the_months_held(visit: Visit) -> None:
    figure = visit("mortality", bagian="bulan").figure("Jumlah kematian ibu sejak Januari")
    held = elements(["maternal_deaths"], "35.10", date(2026, 1, 1), date(2026, 10, 31))
    assert figure.trace("2026")["y"][-1] == held["maternal_deaths"]
    assert len(figure.trace("2026")["y"]) == 10
    assert figure.trace("2024")["y"][-1] == 28
    assert all(
        later >= earlier
        for earlier, later in zip(figure.trace("2024")["y"], figure.trace("2024")["y"][1:], strict=False)
    )


def test_causes_add_up_to_the_deaths(visit: Visit) -> None:
    [bars] = visit("mortality", bagian="bulan", periode="2024").figure("menurut sebab").spec["data"]
    assert sum(bars["x"]) == 28


@pytest.mark.parametrize("kabupaten", ["35.10", "63.11"])
def test_the_map_and_the_table_below_it_show_each_kecamatans_counts(kabupaten: str, visit: Visit) -> None:
    seen = visit("map", kabupaten=kabupaten, indikator="k6", periode="2025")
    held = counts("k6", "kecamatan", kabupaten, date(2025, 1, 1), date(2025, 12, 31))
    [figure] = seen.figures
    drawn: dict[str, float] = {}
    for trace in figure.spec["data"]:
        drawn |= {
            place: value
            for place, value in zip(trace.get("locations") or [], trace.get("z") or [], strict=False)
            if value is not None and trace.get("hoverinfo") != "skip"
        }
    expected = (held["numerator"] / held["denominator"] * 100).to_dict()
    assert len(expected) == len(all_kabupaten()[kabupaten].kecamatan)
    assert {place: drawn[place] for place in expected} == pytest.approx(expected, abs=AS_SENT)
    cells = re.findall(r"<td[^>]*>([\d.]+) / ([\d.]+)</td>", "".join(seen.blocks))
    written = sorted((int(a.replace(".", "")), int(b.replace(".", ""))) for a, b in cells)
    assert written == sorted((int(n), int(d)) for n, d in zip(held["numerator"], held["denominator"], strict=True))


def test_kecamatan_compared_are_drawn_with_their_own_rates(visit: Visit) -> None:
    seen = visit("stunting", bagian="kecamatan", kabupaten="51.01", periode="2025")
    figure = next(f for f in seen.figures if "per kecamatan" in f.heading)
    held = counts("stunting_eppgbm", "kecamatan", "51.01", date(2025, 1, 1), date(2025, 12, 31))
    names = {area.name: area.code for area in all_kabupaten()["51.01"].kecamatan}
    drawn = {
        names[name]: value
        for trace in figure.spec["data"]
        if "selang 95 %" in trace["name"]
        for name, value in zip(trace["y"], trace["x"], strict=True)
    }
    assert drawn == pytest.approx((held["numerator"] / held["denominator"] * 100).to_dict(), abs=AS_SENT)


def test_the_cards_of_the_summary_show_the_counts_behind_their_values(visit: Visit) -> None:
    text = " ".join(visit("summary", kabupaten="51.01").text.split())
    start, end = date(2026, 1, 1), date(2026, 10, 31)
    for id_ in ("aki", "akb", "stunting_eppgbm"):
        entry = catalogue().indicators[id_]
        held = counts(id_, "kabupaten", "51.01", start, end).loc["51.01"]
        behind = f"{thousands(held['numerator'])} {entry.numerator_label} dari {thousands(held['denominator'])}"
        assert behind in text
        value = held["numerator"] / held["denominator"] * entry.multiplier
        assert f"{value:.{entry.decimals}f}".replace(".", ",") in text


def test_the_innovation_page_quotes_35_and_36_and_awaits_2025(visit: Visit) -> None:
    seen = visit("innovation")
    assert "35 (2023) → 36 (2024)" in seen.text
    assert "Hasil IGA 2025 belum dimasukkan. Target: paling sedikit 50." in seen.text
    [way] = re.findall(r'href="/unggah\?([^"]*set_data=[^"]*)"', "".join(seen.blocks))
    asked = parse_qs(unescape(way))
    assert (asked["set_data"], asked["tahun"]) == (["published_values"], ["2025"])
    [figure] = seen.figures
    bars = {
        x: y
        for trace in figure.spec["data"]
        if trace["type"] == "bar"
        for x, y in zip(trace["x"], trace["y"], strict=True)
    }
    assert (bars["2023"], bars["2024"]) == (35, 36)
    assert not bars.get("2025")


def test_the_innovation_page_says_where_the_named_ones_stand_and_invents_no_stage(visit: Visit) -> None:
    seen = visit("innovation")
    assert "2026 dan sesudahnya belum ditetapkan. Terkirim menurut registri: 0." in seen.text
    assert "Belum ada tanggal mulai uji coba atau penerapan pada 2026 yang dicatat." in seen.text
    table = next(block for block in seen.blocks if "Tahapan</th>" in block)
    assert "belum dicatat" in table
    assert "16" in table


def thousands(number: float) -> str:
    return f"{int(number):,}".replace(",", ".")


def test_a_kecamatan_with_a_missing_report_is_not_held_against_the_kabupaten(visit: Visit) -> None:
    # One of Tebing Tinggi's twelve reports of births in 2025 is missing from the sample, and none in 2024.
    said = "… Sementara, laporan belum lengkap"
    profile = {"kabupaten": "63.11", "kecamatan": "63.11.08"}
    assert said in visit("area_profile", **profile, periode="2025").text
    assert said not in visit("area_profile", **profile, periode="2024").text
