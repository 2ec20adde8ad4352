"""The leader's visits: on a phone, by keyboard, by a link that was sent, and with the map taken away as files."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Locator

from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.screens.chart_menu import file_name
from indicators.wording import map as map_words
from indicators.wording import pages as say
from indicators.wording import paper as paper_words
from indicators.wording import topics as topic_words

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

Visit = Callable[..., Any]
AMONG_KECAMATAN = topic_words.VIEWS["mortality"]["kecamatan"]
PHONE = {
    "viewport": {"width": 390, "height": 844},
    "is_mobile": True,
    "has_touch": True,
    # Streamlit closes its menu after a tap only where the browser calls itself a phone's.
    "user_agent": "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/148.0 Mobile Safari/537.36",
}
# The largest kecamatan drawn whose middle lies inside it: its code and where to tap.
LARGEST = """() => {
    document.querySelector('.choroplethlayer').scrollIntoView({block: 'center'});
    const found = [...document.querySelectorAll('.choroplethlayer path')].map((path) => {
        const box = path.getBBox(), middle = new DOMPoint(box.x + box.width / 2, box.y + box.height / 2);
        const at = middle.matrixTransform(path.getScreenCTM());
        const size = box.width * box.height, inside = path.isPointInFill(middle);
        return {code: path.__data__.loc, inside, size, x: at.x, y: at.y};
    });
    return found.filter((one) => one.inside).sort((one, other) => other.size - one.size)[0];
}"""

# What has the focus: a choice in the sidebar, a link of the menu, a term on a card, or something else.
FOCUSED = """() => {
    const side = (part) => `[data-testid=stSidebar${part}] *`;
    const kinds = {choice: side('UserContent'), menu: side('Nav'), term: '.card .term'};
    return Object.keys(kinds).find((kind) => document.activeElement.matches(kinds[kind]));
}"""


def opened(term: Locator) -> str:
    """The meaning that a term shows; empty while it shows none."""
    shown: str = term.evaluate(
        "(term) => { const s = getComputedStyle(term, '::after'); return s.display === 'none' ? '' : s.content; }"
    )
    return shown


def test_on_a_phone_from_the_cards_to_the_profile_of_a_kecamatan(visit: Visit) -> None:
    seen = visit(**PHONE).open("/")
    assert seen.page.locator(".card").count() == len(catalogue().headline_indicators())
    assert fits(seen)

    term = seen.page.locator(".card .term").first
    assert not opened(term)
    term.tap()
    assert catalogue().indicators["aki"].label.partition(" (")[0] in opened(term)

    seen.page.get_by_test_id("stExpandSidebarButton").tap()
    seen.page.get_by_test_id("stSidebarNav").get_by_role("link", name=say.PAGES["map"][0], exact=True).tap()
    seen.sees(map_words.OPEN_HINT).settled()
    assert fits(seen)
    seen.page.locator(".choroplethlayer path").first.wait_for()
    target = seen.page.evaluate(LARGEST)
    seen.page.touchscreen.tap(target["x"], target["y"])
    seen.page.wait_for_url("**/profil**")
    name = all_kabupaten()["35.10"].name_of(target["code"])
    seen.sees(f"Kecamatan {name}, Kabupaten Banyuwangi").settled()
    assert f"kecamatan={target['code']}" in seen.page.url
    assert fits(seen)


def test_a_link_that_was_sent_restores_the_view_on_a_server_that_has_just_started(
    visit: Visit, start_server: Callable[[], Any]
) -> None:
    cold = start_server()
    seen = visit(served=cold).open("/peta?kabupaten=51.01&indikator=akb&periode=2025&bentuk=petak")
    assert seen.page.get_by_role("dialog").count() == 0
    assert "Kabupaten Jembrana · 2025" in seen.text
    assert catalogue().indicators["akb"].label.partition(" (")[0] in seen.page.locator(".chart-title").inner_text()
    assert seen.page.get_by_role("radio", name=map_words.VIEWS["petak"]).is_checked()
    for part in ("/peta", "kabupaten=51.01", "indikator=akb", "periode=2025", "bentuk=petak"):
        assert part in seen.page.url


def test_the_address_follows_the_choices_so_that_it_can_be_sent(visit: Visit) -> None:
    sender = visit().open("/kematian")
    choose(sender, say.CHOOSE_KABUPATEN, "Balangan")
    sender.sees("Kabupaten Balangan ·").settled()
    sender.page.get_by_role("radio", name="AKB", exact=True).click()
    sender.page.wait_for_url("**indikator=akb**")
    sender.page.get_by_role("radio", name=AMONG_KECAMATAN, exact=True).click()
    sender.page.wait_for_url("**bagian=kecamatan**")
    sender.settled()
    receiver = visit().open(sender.page.url.removeprefix(sender.url))
    assert "Kabupaten Balangan ·" in receiver.text
    assert receiver.page.get_by_role("radio", name="AKB", exact=True).is_checked()
    assert receiver.page.get_by_role("radio", name=AMONG_KECAMATAN, exact=True).is_checked()


def test_by_keyboard_alone_choices_come_before_the_menu_and_an_abbreviation_shows_its_meaning(visit: Visit) -> None:
    seen = visit().open("/")
    passed = []
    for _ in range(60):
        seen.page.keyboard.press("Tab")
        passed.append(seen.page.evaluate(FOCUSED))
        if passed[-1] == "term":
            break
    assert passed.index("choice") < passed.index("menu") < passed.index("term")
    assert opened(seen.page.locator(".card .term:focus"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_on_paper_a_chart_is_whole_and_stands_on_white_without_the_menu(scheme: str, visit: Visit) -> None:
    seen = visit(color_scheme=scheme).open("/stunting")
    seen.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    seen.page.emulate_media(media="print", color_scheme="light")  # what browsers do
    seen.page.set_viewport_size({"width": 1000, "height": 700})  # narrower than the chart on the screen
    chart, sheet = (seen.page.locator(one).first.bounding_box() for one in (".main-svg", ".stMainBlockContainer"))
    assert sheet["x"] == 0
    assert chart["x"] + chart["width"] <= sheet["width"]
    turned = seen.page.locator(".stApp").evaluate("app => getComputedStyle(app).filter")
    assert (turned == "none") == (scheme == "light")


def test_the_map_is_downloaded_as_picture_table_and_geojson(visit: Visit, tmp_path: Path) -> None:
    seen = visit().open("/peta?indikator=k6&periode=2025")
    kecamatan = {area.name: area.code for area in all_kabupaten()["35.10"].kecamatan}

    name = file_name(seen.page.locator(".chart-title").inner_text().removesuffix("DATA CONTOH"))
    seen.page.get_by_role("button", name=paper_words.MENU).click()

    picture = Image.open(io.BytesIO(download(seen, paper_words.AS_PICTURE, tmp_path / f"{name}.png")))
    assert picture.format == "PNG"
    assert min(picture.size) > 600

    table = download(seen, paper_words.AS_CSV, tmp_path / f"{name}.csv").decode("utf-8-sig")
    rows = list(csv.reader(io.StringIO(table), delimiter=";"))
    assert set(kecamatan) <= {cell for row in rows for cell in row}
    assert "DATA CONTOH" in table

    drawn = json.loads(download(seen, map_words.DOWNLOAD_GEOJSON, tmp_path / f"{name}.geojson"))
    assert drawn["type"] == "FeatureCollection"
    assert len(drawn["features"]) == 25
    assert "DATA CONTOH" in json.dumps(drawn)


def download(seen: Any, label: str, path: Path) -> bytes:
    with seen.page.expect_download() as waiting:
        seen.page.get_by_role("button", name=label).click()
    assert waiting.value.suggested_filename == path.name
    waiting.value.save_as(path)
    return path.read_bytes()


def choose(seen: Any, label: str, option: str) -> None:
    seen.page.get_by_label(label, exact=True).click()
    seen.page.get_by_role("option", name=option, exact=True).click()


def fits(seen: Any) -> bool:
    """Whether the page need not be scrolled sideways."""
    main = seen.page.get_by_test_id("stMain")
    return bool(main.evaluate("element => element.scrollWidth <= element.clientWidth + 1"))
