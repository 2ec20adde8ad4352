"""Every page file, for every kabupaten: it is shown, says what it stands on, and speaks Bahasa Indonesia."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path, PurePosixPath
from typing import Any

import pytest

from indicators.areas import all_kabupaten
from indicators.catalogue import catalogue
from indicators.screens import navigation
from indicators.wording import judgement
from indicators.wording import pages as say
from indicators.wording import topics as topic_words
from indicators.wording import warehouse as warehouse_words
from tests.abbreviations import unexplained

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(path.stem for path in ROOT.glob("pages/*/*.py"))
KABUPATEN = list(all_kabupaten())
MONTHLY_AND_YEARLY = catalogue().expected_datasets()
STAFF_PAGES = [page.name for page in navigation.MENU[say.SECTION_STAFF] if page.right != "view"]
COMPUTED = sorted(say.WITH_COMPUTED_VALUES)
# Pages that show one part at a time, with each of their parts; and the parts that do without reports.
VIEWS = [(page, view) for page, views in topic_words.VIEWS.items() for view in views]
COMPUTED_VIEWS = [
    *((page, "") for page in COMPUTED if page not in topic_words.VIEWS),
    *((page, view) for page, view in VIEWS if page in COMPUTED),
]
WITHOUT_REPORTS = {
    ("mortality", "tahun"),
    ("stunting", "sumber"),
    ("minimum_service", "unsur"),
    ("indicator", "nilai"),
    ("indicator", "cara"),
}

Visit = Callable[..., Any]

# Words that are English and are not Indonesian as well.
ENGLISH = re.compile(
    r"\b(the|and|of|to|is|are|was|not|with|from|for|yes|none|null|nan|nat|true|false|error|warning|failed|missing"
    r"|page|month|year|value|values|rate|rates|deaths|births|upload|download|submit|loading|select|choose|open|close"
    r"|sample|official|published|mode_done|undo|redo|rows|column|unknown|default)\b",
    re.IGNORECASE,
)
# Names and titles that are English themselves.
QUOTED = (
    "United Nations Public Service Awards",
    "United Nations Public Service Forum",
    "Innovative Government Award",
    "Open Government Partnership",
    "The Most Interested Innovation",
    "open defecation free",
    "slope index of inequality",
)


def test_every_page_file_is_in_the_menu_and_nowhere_else() -> None:
    listed = [page.file for pages in navigation.MENU.values() for page in pages]
    assert sorted(listed) == sorted(str(p.relative_to(ROOT)) for p in ROOT.glob("pages/**/*.py"))
    assert {PurePosixPath(file).stem for file in listed} == set(say.PAGES)


@pytest.mark.parametrize("kabupaten", KABUPATEN)
@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_sample_data_is_shown(
    page: str, kabupaten: str, visit: Visit, sign_in: Callable[..., Any], shared_warehouse: Path
) -> None:
    sign_in()
    seen = visit(page, kabupaten=kabupaten)
    assert seen.failed == []
    assert say.PAGES[page][0] in seen.text
    assert all_kabupaten()[kabupaten].name in seen.text
    assert "Versi data 0" in seen.text
    check_language(seen)


@pytest.mark.parametrize("kabupaten", KABUPATEN)
@pytest.mark.parametrize("page", PAGES)
def test_without_official_data_a_page_says_what_is_missing_and_who_sends_it(
    page: str, kabupaten: str, visit: Visit, sign_in: Callable[..., Any], official_warehouse: Path
) -> None:
    sign_in()
    seen = visit(page, kabupaten=kabupaten)
    assert seen.failed == []
    assert f"Versi data {len(KABUPATEN)}" in seen.text
    assert say.SAMPLE_BANNER not in seen.text
    assert all(judgement.SAMPLE_MARK not in figure.heading + figure.footer for figure in seen.figures)
    check_language(seen)
    if page in set(say.WITH_COMPUTED_VALUES) - set(topic_words.VIEWS):
        check_that_it_says_what_is_missing(seen, kabupaten)


@pytest.mark.parametrize(("page", "view"), VIEWS)
def test_each_part_of_a_page_is_shown(page: str, view: str, visit: Visit, shared_warehouse: Path) -> None:
    for kabupaten in KABUPATEN:
        seen = visit(page, bagian=view, kabupaten=kabupaten)
        assert seen.failed == []
        assert seen.at.segmented_control("bagian_buttons").value == view
        assert say.EMPTY_ACTION not in seen.text
        check_language(seen)


@pytest.mark.parametrize(("page", "view"), VIEWS)
def test_without_official_data_each_part_that_needs_reports_says_what_is_missing(
    page: str, view: str, visit: Visit, official_warehouse: Path
) -> None:
    for kabupaten in KABUPATEN:
        seen = visit(page, bagian=view, kabupaten=kabupaten)
        assert seen.failed == []
        check_language(seen)
        if (page, view) in WITHOUT_REPORTS or page not in COMPUTED:
            assert say.EMPTY_ACTION not in seen.text
        else:
            check_that_it_says_what_is_missing(seen, kabupaten)


@pytest.mark.parametrize(("page", "view"), COMPUTED_VIEWS)
def test_sample_data_are_marked_on_each_chart_that_uses_them(
    page: str, view: str, visit: Visit, shared_warehouse: Path
) -> None:
    seen = visit(page, bagian=view, kabupaten="51.01", kecamatan="51.01.02")
    assert say.SAMPLE_BANNER in seen.text
    # Jembrana has published values of its own for none of these charts, so each of them is computed.
    for figure in seen.figures:
        assert judgement.SAMPLE_MARK in figure.heading
        assert judgement.SAMPLE_MARK in figure.footer
        assert judgement.RULE.format(rule=catalogue().settings.rule_version) in figure.footer


def test_a_chart_of_public_figures_alone_bears_no_sample_mark(visit: Visit, shared_warehouse: Path) -> None:
    counts = visit("mortality").figure("menurut angka publik")
    assert judgement.SAMPLE_MARK not in counts.heading
    assert judgement.SAMPLE_MARK not in counts.footer
    assert judgement.SAMPLE_MARK in visit("mortality").figure("dari tahun ke tahun").heading


@pytest.mark.parametrize("page", STAFF_PAGES)
def test_a_staff_page_is_closed_without_an_account_and_says_why(
    page: str, visit: Visit, shared_warehouse: Path
) -> None:
    seen = visit(page)
    assert say.STAFF_ONLY in seen.text
    assert 'href="/masuk' in "".join(seen.blocks)
    assert not seen.at.button
    assert not seen.at.file_uploader
    assert "Versi data 0" in seen.text


@pytest.mark.parametrize("page", STAFF_PAGES)
def test_without_the_sign_in_server_a_staff_page_says_how_to_start_it(
    page: str, visit: Visit, shared_warehouse: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("KPI_SIGN_IN_SERVED")
    seen = visit(page)
    assert say.STAFF_ONLY_NO_SERVER in seen.text
    assert "/masuk" not in "".join(seen.blocks)


@pytest.mark.parametrize("page", STAFF_PAGES)
def test_a_staff_page_is_closed_for_staff_of_another_kabupaten(
    page: str, visit: Visit, sign_in: Callable[..., Any], shared_warehouse: Path
) -> None:
    sign_in("admin", kabupaten="51.01")
    assert say.NOT_YOUR_KABUPATEN in visit(page, kabupaten="63.11").text
    assert say.NOT_YOUR_KABUPATEN not in visit(page, kabupaten="51.01").text


@pytest.mark.parametrize("page", PAGES)
def test_a_broken_warehouse_is_said_with_the_command_that_restores_it(
    page: str, visit: Visit, shared_warehouse: Path, broken_warehouse: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = visit("guide")
    monkeypatch.setenv("KPI_WAREHOUSE", str(broken_warehouse))
    seen.open(page)
    assert [error.value for error in seen.at.error] == [warehouse_words.CANNOT_READ]
    assert seen.failed == []
    assert "python -m indicators restore" in seen.text


def test_a_warehouse_whose_submissions_are_gone_is_not_filled_over(
    visitor: Callable[..., Any], broken_warehouse: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for entry in (broken_warehouse / "submissions" / "_delta_log").iterdir():
        entry.unlink()
    monkeypatch.setenv("KPI_WAREHOUSE", str(broken_warehouse))
    seen = visitor()
    seen.at.run()
    assert [error.value for error in seen.at.error] == [warehouse_words.CANNOT_READ]
    assert not list((broken_warehouse / "submissions" / "_delta_log").iterdir())


def check_that_it_says_what_is_missing(seen: Any, kabupaten: str) -> None:
    """And who sends it."""
    assert say.EMPTY_TITLE.format(place=all_kabupaten()[kabupaten].name) in seen.text
    for dataset in MONTHLY_AND_YEARLY:
        assert dataset.label in seen.text
        assert dataset.supplied_by in seen.text


def check_language(seen: Any) -> None:
    """No exclamation mark after a word (as a sign for `worse than target` it stands alone), no English, and no
    abbreviation that the glossary does not explain."""
    assert unexplained(seen.text) == set()
    text = seen.text
    for name in QUOTED:
        text = text.replace(name, "")
    assert re.findall(r".{0,30}[\w)\"”.]!.{0,10}", text) == []
    assert [text[max(0, m.start() - 40) : m.end() + 30] for m in ENGLISH.finditer(text)] == []
