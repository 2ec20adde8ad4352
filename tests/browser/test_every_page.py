"""Every page in a real browser: drawn, in Bahasa Indonesia, with nothing fetched from another host."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from indicators.screens import navigation
from indicators.wording import pages as say
from indicators.wording import server as server_words

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]

Visit = Callable[..., Any]

# Of page, title and axis labels; null while a chart is being redrawn.
COLOURS = """() => {
    const parts = [['[data-testid=stApp]', 'backgroundColor'], ['.page-head h1', 'color'], ['.ytick text', 'fill']];
    const found = parts.map(([part, style]) => [document.querySelector(part), style]);
    return found.every(([element]) => element) && found.map(([element, style]) => getComputedStyle(element)[style]);
}"""


def test_every_page_is_drawn_without_another_host_and_without_complaint(
    signed_in: Callable[[str], Any],
) -> None:
    seen = signed_in("/panduan")
    menu = seen.page.get_by_test_id("stSidebarNav")
    for page in (page for pages in navigation.MENU.values() for page in pages):
        menu.get_by_role("link", name=page.title, exact=True).click()
        seen.page.get_by_role("heading", name=page.title, level=1, exact=True).wait_for()
        seen.settled()
        assert seen.page.title() == f"{page.title} · {say.PRODUCT}"
        assert server_words.SOMETHING_WENT_WRONG not in seen.text
        assert seen.page.evaluate("document.documentElement.lang") == "id"
    assert any("/app/static/boundaries/" in url for url in seen.requests), "the log of requests works"
    assert any(url.endswith(".woff2") and "/app/static/fonts/" in url for url in seen.requests)
    assert seen.page.evaluate("document.fonts.check('16px \"Plus Jakarta Sans\"')")
    # What the fixture `visit` then holds every test to: nothing from elsewhere, no complaint.


@pytest.mark.parametrize("scheme", ["dark", "light"])
def test_both_themes_are_readable(scheme: str, visit: Visit) -> None:
    seen = visit(color_scheme=scheme).open("/kematian?kabupaten=51.01")
    colours = seen.page.wait_for_function(COLOURS).json_value()
    background, title, tick = (luminance(colour) for colour in colours)
    assert (background < 0.1) == (scheme == "dark")
    assert contrast(background, title) > 7
    assert contrast(background, tick) > 4.5


def test_a_page_that_does_not_exist_says_so_in_bahasa(visit: Visit) -> None:
    seen = visit().open("/tidak-ada")
    seen.sees("Halaman tidak ditemukan")
    assert say.PAGES["summary"][0] in seen.text
    [own_words] = seen.complaints  # Streamlit says the same in English on the console
    assert "does not seem to exist" in own_words
    seen.complaints.clear()


def luminance(colour: str) -> float:
    """Relative luminance of `rgb(r, g, b)` (WCAG 2.2)."""
    channels = [int(part) / 255 for part in colour[colour.index("(") + 1 : -1].split(",")[:3]]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)
