"""The guide: its pictures are there, are all used, and reach the page."""

from __future__ import annotations

import re
import struct

import pytest
from streamlit.testing.v1 import AppTest

from indicators.catalogue import ROOT, catalogue
from indicators.wording import guide as say

DOCS = ROOT / "docs"
GUIDE = (DOCS / "panduan.md").read_text(encoding="utf-8")
PICTURES = dict(re.findall(r"!\[([^\]]*)\]\(([^)]+)\)", GUIDE))
LARGEST = 120_000


def guide_page() -> None:
    from indicators.screens import guide

    guide.show()


@pytest.fixture
def page() -> AppTest:
    return AppTest.from_function(guide_page, default_timeout=30).run()


def test_every_picture_is_there_and_every_file_is_a_picture_of_the_guide():
    assert sorted(PICTURES.values()) == sorted(f"pictures/{path.name}" for path in (DOCS / "pictures").iterdir())


@pytest.mark.parametrize("name", sorted(PICTURES.values()))
def test_a_picture_is_small_and_fits_beside_the_text(name: str):
    content = (DOCS / name).read_bytes()
    width, height = struct.unpack(">II", content[16:24])
    assert content.startswith(b"\x89PNG")
    assert len(content) <= LARGEST
    assert width <= 1440
    assert height <= 1440


def test_a_picture_is_described_in_a_sentence():
    assert [alt for alt in PICTURES if len(alt) < 30 or not alt.endswith(".")] == []


def test_the_page_shows_the_guide_with_every_picture_in_its_place(page: AppTest):
    assert not page.exception
    shown = [caption for picture in page.tabs[0].get("image") for caption in picture.captions]
    assert shown == list(PICTURES)
    text = "\n".join(markdown.value for markdown in page.tabs[0].markdown)
    assert re.findall(r"^## .*", text, flags=re.MULTILINE) == re.findall(r"^## .*", GUIDE, flags=re.MULTILINE)
    assert "![" not in text


def test_the_title_is_the_pages_own_and_is_not_repeated(page: AppTest):
    assert GUIDE.startswith("# Panduan\n")
    assert not any(markdown.value.startswith("# ") for markdown in page.markdown)


def test_the_glossary_stands_beside_the_guide_and_can_be_searched(page: AppTest):
    def glossary() -> str:
        return "".join(element.proto.body for element in page.tabs[1].get("html"))

    assert [tab.label for tab in page.tabs] == [say.GUIDE, say.GLOSSARY]
    assert glossary().count("<tr>") == len(catalogue().glossary) + 1
    page.text_input[0].set_value("stunting").run()
    assert "Stunting" in glossary()
    assert glossary().count("<tr>") < len(catalogue().glossary)
    page.text_input[0].set_value("tidak ada istilah ini").run()
    assert say.NONE_FOUND in glossary()


@pytest.mark.parametrize("words", ["buttons", "statuses"])
def test_the_guide_names_things_as_the_pages_do(words: str):
    from indicators.wording import history, judgement, rules, upload

    named = {
        "buttons": [upload.PUBLISH, upload.UNDO, upload.PREFILLED, history.UNDO, history.REDO],
        "statuses": [*judgement.STATUS.values(), *rules.SEVERITY.values()],
    }
    assert [word for word in named[words] if word not in GUIDE] == []


def test_a_phone_keeps_its_width_and_a_wider_picture_takes_the_pages():
    from indicators.screens import guide

    assert guide._width(DOCS / "pictures" / "ponsel.png") == 350
    assert guide._width(DOCS / "pictures" / "ringkasan.png") == "stretch"
