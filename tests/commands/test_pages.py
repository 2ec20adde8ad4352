"""`pages`, and the list of pages that the router shares with it."""

from __future__ import annotations

from indicators.catalogue import ROOT
from indicators.screens import navigation


def test_every_page_is_listed_with_title_and_address(run):
    said = run("pages")
    assert said.code == 0
    lines = [line.split() for line in said.out.splitlines()]
    assert ["Ikhtisar", "Ringkasan", "/"] in lines
    assert ["Topik", "Stunting", "/stunting"] in lines
    assert len(lines) == 2 + sum(map(len, navigation.MENU.values()))


def test_the_list_names_every_file_in_the_folder_of_pages_and_no_other():
    listed = [page.file for pages in navigation.MENU.values() for page in pages]
    there = [path.relative_to(ROOT).as_posix() for path in (ROOT / "pages").rglob("*.py")]
    assert sorted(listed) == sorted(there)


def test_no_two_pages_share_an_address():
    addresses = [page.url_path for pages in navigation.MENU.values() for page in pages]
    assert len(set(addresses)) == len(addresses)
