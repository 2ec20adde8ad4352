"""An address restores the view; what it no longer knows falls back; choices follow the reader from page to page."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from indicators import warehouse
from indicators.catalogue import catalogue
from indicators.charts.of_kecamatan import kecamatan_map
from indicators.judgement.values import state_of
from indicators.screens import selection
from indicators.screens.area_map import _clicked
from indicators.vocabulary import Period
from indicators.wording import pages as say
from indicators.wording import topics as topic_words

pytestmark = pytest.mark.usefixtures("shared_warehouse")

Visit = Callable[..., Any]
PARTED = list(topic_words.VIEWS)


def shown(seen: Any) -> tuple[str, str, str]:
    """What the three choices of the sidebar say."""
    return tuple(seen.at.sidebar.selectbox(key).value for key in ("kabupaten", "kecamatan", "periode"))


def test_without_an_address_the_reference_kabupaten_is_shown_to_its_newest_complete_month(visit: Visit) -> None:
    seen = visit("summary")
    assert shown(seen) == ("35.10", "", "2026-01..2026-10")
    assert "Kabupaten Banyuwangi · Januari–Oktober 2026" in seen.text


def test_an_address_restores_kabupaten_kecamatan_and_period(visit: Visit) -> None:
    seen = visit("area_profile", kabupaten="63.11", kecamatan="63.11.08", periode="2024")
    assert shown(seen) == ("63.11", "63.11.08", "2024")
    assert "Kecamatan Tebing Tinggi, Kabupaten Balangan · 2024" in seen.text


def test_the_address_always_holds_the_view_that_is_shown(visit: Visit) -> None:
    seen = visit("mortality", kabupaten="51.01", kecamatan="51.01.02")
    assert seen.address == {"kabupaten": "51.01", "kecamatan": "51.01.02", "periode": "2026-01..2026-10"}
    seen.choose("kecamatan", "")
    assert "kecamatan" not in seen.address


@pytest.mark.parametrize("page", ["map", "mortality"])
def test_an_address_restores_the_indicator(page: str, visit: Visit) -> None:
    seen = visit(page, kabupaten="51.01", indikator="akb")
    assert catalogue().indicators["akb"].definition.split(" (")[0] in seen.text
    assert seen.address["indikator"] == "akb"


def test_an_address_restores_the_tile_map(visit: Visit) -> None:
    [tiles] = visit("map", bentuk="petak").figures
    assert "choropleth" not in {trace["type"] for trace in tiles.spec["data"]}
    assert any("35.10.17" in str(trace.get("customdata")) for trace in tiles.spec["data"])
    [boundaries] = visit("map").figures
    assert "choropleth" in {trace["type"] for trace in boundaries.spec["data"]}


@pytest.mark.parametrize(
    ("address", "falls_back_to"),
    [
        ({"kabupaten": "99.99"}, ("35.10", "", "2026-01..2026-10")),
        ({"kabupaten": "51.01", "kecamatan": "35.10.17"}, ("51.01", "", "2026-01..2026-10")),
        ({"kecamatan": "Srono"}, ("35.10", "", "2026-01..2026-10")),
        ({"periode": "2031"}, ("35.10", "", "2026-01..2026-10")),
        ({"periode": "'; drop table"}, ("35.10", "", "2026-01..2026-10")),
        ({"periode": ""}, ("35.10", "", "2026-01..2026-10")),
    ],
    ids=lambda value: str(value) if isinstance(value, dict) else "",
)
def test_what_an_address_does_not_know_falls_back(
    address: dict[str, str], falls_back_to: tuple[str, str, str], visit: Visit
) -> None:
    seen = visit("area_profile", **address)
    assert seen.failed == []
    assert shown(seen) == falls_back_to


@pytest.mark.parametrize("page", ["map", "mortality", "stunting"])
def test_an_unknown_indicator_falls_back(page: str, visit: Visit) -> None:
    seen = visit(page, indikator="<script>", bentuk="bola", bagian="kecamatan")
    assert seen.failed == []
    assert "indikator" not in seen.address
    assert "<script>" not in "".join(seen.blocks)


def test_changing_the_kabupaten_drops_the_kecamatan_of_the_other(visit: Visit) -> None:
    seen = visit("area_profile", kabupaten="51.01", kecamatan="51.01.02")
    seen.choose("kabupaten", "63.11")
    assert seen.failed == []
    assert shown(seen) == ("63.11", "", "2026-01..2026-10")


def test_the_choices_stay_when_the_reader_goes_to_another_page(visit: Visit) -> None:
    seen = visit("mortality", kabupaten="51.01", kecamatan="51.01.02", periode="2025")
    for page in ("stunting", "guide", "map", "summary", "area_profile"):
        seen.open(page)
        assert seen.failed == []
        assert shown(seen) == ("51.01", "51.01.02", "2025")


def test_the_map_of_the_summary_and_the_map_page_show_the_same_indicator(visit: Visit) -> None:
    seen = visit("summary")
    [small] = [figure.heading for figure in seen.figures]
    [large] = [figure.heading for figure in seen.open("map").figures]
    assert large == small


def test_a_chosen_indicator_is_kept_between_pages_that_have_it(visit: Visit) -> None:
    seen = visit("map", indikator="akb")
    seen.open("mortality")
    assert seen.address["indikator"] == "akb"
    seen.open("stunting")
    assert seen.failed == []
    assert seen.open("stunting").figures


@pytest.mark.parametrize("page", PARTED)
def test_an_address_restores_the_part_of_a_page_and_its_first_part_needs_none(page: str, visit: Visit) -> None:
    first, *others = topic_words.VIEWS[page]
    for part in others:
        seen = visit(page, bagian=part)
        assert seen.at.segmented_control("bagian_buttons").value == part
        assert seen.address["bagian"] == part
    seen.at.segmented_control("bagian_buttons").set_value(first).run()
    assert "bagian" not in seen.address
    for unknown in ("bola", "<script>", ""):
        seen = visit(page, bagian=unknown)
        assert seen.failed == []
        assert seen.at.segmented_control("bagian_buttons").value == first
        assert "bagian" not in seen.address


def test_the_part_of_a_page_stays_on_the_way_to_another_that_has_it(visit: Visit) -> None:
    seen = visit("mortality", bagian="bulan")
    for page in ("stunting", "summary", "indicator", "mortality"):
        seen.open(page)
        assert seen.failed == []
    assert seen.address["bagian"] == "bulan"
    seen.at.segmented_control("bagian_buttons").set_value("tahun").run()
    assert "bagian" not in seen.open("stunting").address


def test_a_part_that_the_next_indicator_does_not_have_gives_way_to_the_first(visit: Visit) -> None:
    seen = visit("indicator", indikator="k4", bagian="cara")
    seen.choose("indikator", "stunting_survey")
    assert seen.address["bagian"] == "cara"
    seen.choose("indikator", "k4").at.segmented_control("bagian_buttons").set_value("kecamatan").run()
    seen.choose("indikator", "stunting_survey")
    assert seen.failed == []
    assert seen.at.segmented_control("bagian_buttons").value == "nilai"
    assert "bagian" not in seen.address


def test_each_link_names_the_part_that_holds_what_it_speaks_of(visit: Visit) -> None:
    links = re.findall(r'href="/indikator([^"]*)"', "".join(visit("area_profile", kecamatan="35.10.17").blocks))
    assert any(link.endswith("&amp;bagian=kecamatan") for link in links)
    assert {part for link in links for part in re.findall("bagian=(.*)", link)} == {"kecamatan"}
    assert any("bagian" not in link for link in links)


def test_a_click_on_the_map_opens_the_profile_of_that_kecamatan(visit: Visit, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = visit("map")
    monkeypatch.setattr("indicators.screens.area_map._clicked", lambda picked, spec: "35.10.17")
    seen.at.run()
    assert say.PAGES["area_profile"][0] in seen.text
    assert shown(seen)[1] == "35.10.17"
    assert seen.address["kecamatan"] == "35.10.17"


@pytest.mark.parametrize(
    ("event", "code"),
    [
        ({"location": "35.10.17"}, "35.10.17"),
        ({"customdata": ["35.10.17"]}, "35.10.17"),
        ({"customdata": "35.10.17"}, "35.10.17"),
        ({"location": "51.01.02"}, None),
        ({"x": 3, "y": 4}, None),
    ],
)
def test_what_a_click_on_the_map_means(event: dict[str, Any], code: str | None) -> None:

    snapshot = warehouse.current()
    spec = kecamatan_map(
        snapshot, indicator="akb", state=state_of(snapshot, kabupaten="35.10"), period=Period.year(2024)
    )
    assert _clicked({"selection": {"points": [event]}}, spec) == code
    assert _clicked(None, spec) is None


def test_the_date_can_be_fixed_for_demonstrations(
    visit: Visit, monkeypatch: pytest.MonkeyPatch, sign_in: Callable[..., Any]
) -> None:
    sign_in()
    assert visit("upload").at.selectbox("template_month").options[0] == "Oktober 2026"
    monkeypatch.setenv("KPI_TODAY", "2027-01-03")
    assert visit("upload").at.selectbox("template_month").options[0] == "Desember 2026"


def test_outside_the_app_there_is_no_selection() -> None:
    with pytest.raises(KeyError):
        selection.current()
