from __future__ import annotations

import pytest

from indicators.render.frame import config, legend_height, map_config


@pytest.mark.parametrize("settings", [config(), map_config()])
def test_nothing_is_sent_to_another_host(settings: dict[str, object]) -> None:
    assert settings["showSendToCloud"] is False
    assert settings["displaylogo"] is False


def test_a_map_fetches_no_outlines_of_the_world_from_another_host() -> None:
    assert map_config()["topojsonURL"].startswith("/app/static/")


def test_a_chart_has_no_buttons_that_would_need_words() -> None:
    assert config()["displayModeBar"] is False


def test_months_and_days_are_indonesian_and_the_week_begins_on_sunday() -> None:
    words = map_config()["locales"]["id"]["format"]

    assert words["months"][7] == "Agustus"
    assert words["shortMonths"][4] == "Mei"
    assert (words["days"][0], words["days"][1]) == ("Minggu", "Senin")


def test_a_long_legend_gets_a_row_for_each_name_on_a_phone() -> None:
    long = "AKB, dihitung (pembilang publik, penyebut contoh)"

    assert legend_height([]) == 0
    assert legend_height(["2025", "2026"]) == 22
    assert legend_height([long, f"{long} 2"]) == 44
