"""Slides as a hall sees them: letters large enough, all of them inside, and keys that do what a presenter expects."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from indicators import warehouse
from indicators.briefing.html import to_html
from indicators.briefing.kecamatan_slides import every_kecamatan
from indicators.briefing.rakor import rakor_deck
from indicators.vocabulary import Period
from indicators.wording import briefing as say

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

# 18 pt are 24 pixels of a screen of 1920 by 1080; 1280 by 720 is the same slide, scaled.
LEAST = 24 / 1920
# The smallest letters that are shown, in pixels of the screen, and what lies outside its room.
SEEN = """() => {
    const slide = document.querySelector('.slide.shown');
    const {left, right, width} = slide.getBoundingClientRect(), scale = width / slide.offsetWidth;
    const walk = document.createTreeWalker(slide, NodeFilter.SHOW_TEXT), sizes = [], outside = [];
    const bottom = slide.querySelector('footer').getBoundingClientRect().top + 1;
    for (let text = walk.nextNode(); text; text = walk.nextNode()) {
        const holder = text.parentElement, range = document.createRange();
        range.selectNodeContents(text);
        const box = range.getBoundingClientRect();
        if (!text.textContent.trim() || holder.closest('title') || !box.width) continue;
        const drawn = holder.getScreenCTM && holder.getScreenCTM();
        sizes.push(parseFloat(getComputedStyle(holder).fontSize) * (drawn ? Math.hypot(drawn.c, drawn.d) : scale));
        const below = box.bottom > bottom && !holder.closest('footer');
        if (below || box.left < left || box.right > right) outside.push(text.textContent);
    }
    for (const box of slide.querySelectorAll('.body, .card, th, td'))
        if (box.scrollHeight > box.clientHeight + 1 || box.scrollWidth > box.clientWidth + 1)
            outside.push(box.textContent);
    return {id: slide.id, least: Math.min(...sizes), outside};
}"""


@pytest.fixture(scope="module")
def file(shared_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The deck with the slides of all kecamatan, as one file."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KPI_WAREHOUSE", str(shared_folder))
        deck = rakor_deck(
            warehouse.current(), kabupaten="35.10", period=Period.year(2024), today=date(2026, 11, 22)
        )  # fmt: skip
        path = tmp_path_factory.mktemp("deck") / "rakor.html"
        path.write_text(to_html(deck, every_kecamatan(warehouse.current(), deck)), encoding="utf-8")
    return path.as_uri()


@pytest.fixture
def opened(chromium: Any, file: str) -> Iterator[Callable[[int, int], Any]]:
    pages: list[Any] = []

    def at_size(width: int, height: int) -> Any:
        pages.append(chromium.new_page(viewport={"width": width, "height": height}))
        pages[-1].goto(file)
        pages[-1].evaluate("document.fonts.ready")
        return pages[-1]

    yield at_size
    for page in pages:
        page.close()


@pytest.mark.parametrize(("width", "height"), [(1920, 1080), (1024, 768)])
def test_every_slide_can_be_read_in_the_last_row(opened: Callable[[int, int], Any], width: int, height: int) -> None:
    page = opened(width, height)
    seen = []
    for _ in page.locator(".slide:not(.place)").all():
        seen.append(page.evaluate(SEEN))
        page.keyboard.press("PageDown")
    page.keyboard.press("k")
    page.keyboard.type("banyu")
    page.keyboard.press("Enter")
    seen.append(page.evaluate(SEEN))
    assert len({one["id"] for one in seen}) == 13
    assert [one for one in seen if one["least"] < LEAST * width - 0.05 or one["outside"]] == []
    controls = page.eval_on_selector("nav", "(nav) => parseFloat(getComputedStyle(nav).fontSize)")
    assert controls >= LEAST * width


def test_a_discussion_turns_to_a_kecamatan_and_back(opened: Callable[[int, int], Any]) -> None:
    page = opened(1280, 720)

    def shown() -> str:
        return str(page.evaluate("document.querySelector('.slide.shown').id"))

    page.keyboard.press("End")
    assert shown() == "proposals"
    page.keyboard.press("k")
    page.keyboard.type("gi")
    page.keyboard.press("Enter")
    assert shown() == "35.10.17", "Giri begins so; Banyuwangi only ends so"
    page.keyboard.press("PageDown")
    assert shown() == "proposals"
    page.locator("[data-do=find]").click()
    page.locator("[data-place='35.10.08']").click()
    assert shown() == "35.10.08"
    page.locator("[data-do=back]").click()
    assert shown() == "proposals"
    page.keyboard.press("k")
    page.keyboard.press("Escape")
    page.keyboard.press("Home")
    assert shown() == "title"


def test_in_the_dashboard_keys_reach_the_slides_wherever_the_focus_is_and_escape_closes_them(
    signed_in: Callable[..., Any],
) -> None:
    staff = signed_in("/paparan?periode=2024")
    staff.page.get_by_role("button", name=say.PRESENT).click()
    slides = staff.page.frame_locator("iframe")
    slides.locator("#title.shown").wait_for()
    staff.page.locator("h1").first.click()
    staff.page.keyboard.press("PageDown")
    slides.locator("#decisions.shown").wait_for()
    staff.page.keyboard.press("Escape")
    staff.page.get_by_role("button", name=say.PRESENT).wait_for()
    assert staff.page.locator("iframe").count() == 0
