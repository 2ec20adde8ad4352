"""The dashboard as it stood on a day: the same pages, with a banner, and nothing that staff could change."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest
from streamlit.proto.WidgetStates_pb2 import WidgetState

from indicators import warehouse
from indicators.screens import navigation
from indicators.warehouse import events, snapshot
from indicators.wording import area_settings, history
from indicators.wording import as_of as say
from indicators.wording import pages as page_words

Visit = Callable[..., Any]
SignIn = Callable[..., Any]
FileOf = Callable[..., Any]

UNIT, MONTH = "51.01.P07", "2026-09"
TODAY = "2026-11-21"


@pytest.fixture(scope="module")
def three_days(file_of: FileOf, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Twenty births on 1 October, corrected to 31 on 5 October, the correction undone on 9 October 2026, 08.00 WITA."""
    folder = tmp_path_factory.mktemp("three_days") / "warehouse"
    with pytest.MonkeyPatch.context() as patch:

        def at(day: int) -> None:
            class Clock(datetime):
                @classmethod
                def now(cls, tz: object = None) -> datetime:
                    return datetime(2026, 10, day, tzinfo=UTC)

            patch.setattr(events, "datetime", Clock)

        patch.setenv("KPI_WAREHOUSE", str(folder))
        sent = []
        for day, births in ((1, 20), (5, 31)):
            at(day)
            sent.append(warehouse.publish(file_of("births", {(UNIT, MONTH): {"live_births": births}})).submission)
        at(9)
        warehouse.undo(sent[-1], by="Budi")
    return folder


@pytest.fixture
def three_days_warehouse(three_days: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """To be read only."""
    monkeypatch.setenv("KPI_WAREHOUSE", str(three_days))
    return three_days


@pytest.mark.parametrize(
    ("per", "expected"), [("2026-10-04", 20), ("2026-10-05", 31), ("2026-10-08", 31), ("2026-10-09", 20), ("", 20)]
)
def test_every_number_is_the_one_of_that_day(per: str, expected: int, visit: Visit, three_days_warehouse: Path) -> None:
    seen = visit("mortality", kabupaten="51.01", periode=MONTH, **({"per": per} if per else {}))
    assert seen.failed == []
    shown = warehouse.at(seen.at.session_state["selection"].version).read(
        "unit_values", dataset="births", kabupaten="51.01", start=date(2026, 9, 1), end=date(2026, 9, 30)
    )
    assert list(shown["value"]) == [expected]
    assert (say.BANNER.format(day="5 Oktober 2026") in seen.text) is (per == "2026-10-05")


@pytest.mark.parametrize("page", [p.name for pages in navigation.MENU.values() for p in pages])
def test_each_page_says_that_the_past_is_shown_and_offers_the_way_back(
    page: str, visit: Visit, sign_in: SignIn, three_days_warehouse: Path
) -> None:
    sign_in("admin")
    seen = visit(page, kabupaten="51.01", per="2026-10-05")
    assert seen.failed == []
    assert say.BANNER.format(day="5 Oktober 2026") in seen.text
    assert "Keadaan data per 5 Oktober 2026, perubahan terakhirnya 5 Oktober 2026 pukul 08.00 WITA" in seen.text
    assert "Versi data" not in seen.blocks[-1]
    assert "ersi data -" not in seen.blocks[-1]
    assert seen.address["per"] == "2026-10-05"
    seen.press(say.BACK)
    assert say.BACK not in [button.label for button in seen.at.button]
    assert f"Versi data {warehouse.current_version()}" in seen.text
    assert "per" not in seen.address


@pytest.mark.parametrize(
    "page", ["areas", *(p.name for p in navigation.MENU[page_words.SECTION_STAFF] if p.right != "view")]
)
def test_what_staff_change_is_closed_while_the_past_is_shown(
    page: str, visit: Visit, sign_in: SignIn, three_days_warehouse: Path
) -> None:
    sign_in("admin")
    seen = visit(page, kabupaten="51.01", per="2026-10-05")
    assert say.CLOSED.format(day="5 Oktober 2026") in seen.text
    assert [button.label for button in seen.at.button] == [say.BACK]
    assert not seen.at.text_input
    assert not seen.at.file_uploader
    assert history.UNDO not in [button.label for button in seen.at.button]


def test_the_day_follows_the_reader_from_page_to_page_and_is_chosen_in_the_sidebar(
    visit: Visit, three_days_warehouse: Path
) -> None:
    seen = visit("summary", kabupaten="51.01")
    seen.at.sidebar.date_input("as_of").set_value(date(2026, 10, 8)).run()
    for page in ("map", "stunting", "areas"):
        seen.open(page)
        assert say.BANNER.format(day="8 Oktober 2026") in seen.text
    assert seen.at.sidebar.date_input("as_of").value == date(2026, 10, 8)


@pytest.mark.parametrize("per", [TODAY, "2027-01-01", "1999-12-31", "0001-01-01", "kemarin", "2026-13-01", "<script>"])
def test_what_is_no_day_of_the_past_is_the_newest_state(per: str, visit: Visit, three_days_warehouse: Path) -> None:
    seen = visit("summary", kabupaten="51.01", per=per)
    assert seen.failed == []
    assert f"Versi data {warehouse.current_version()}" in seen.text
    assert "per" not in seen.address


def test_before_anything_was_recorded_the_page_says_so(visit: Visit, three_days_warehouse: Path) -> None:
    seen = visit("summary", kabupaten="51.01", per="2026-09-30")
    assert seen.failed == []
    assert say.NOTHING_THEN in seen.text
    assert page_words.EMPTY_TITLE_SAMPLE.format(place="Kabupaten Jembrana") in seen.text


def test_small_cells_stay_hidden_in_the_past(
    visit: Visit, sign_in: SignIn, shared_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The sample as it was recorded yesterday, so that the past holds all of it."""
    folder = tmp_path / "warehouse"
    shutil.copytree(shared_folder, folder)
    monkeypatch.setenv("KPI_WAREHOUSE", str(folder))
    recorded = events.all_events()["recorded_at"].max()
    day = recorded.tz_convert("Asia/Makassar").date()
    monkeypatch.setenv("KPI_TODAY", str(date.fromordinal(day.toordinal() + 1)))
    address = {
        "kabupaten": "51.01",
        "kecamatan": "51.01.02",
        "per": day.isoformat(),
        "periode": "2025",
        "bagian": "bulan",
    }
    public = visit("mortality", **address)
    assert say.BACK in [button.label for button in public.at.button]
    assert "disembunyikan" in public.text or "tidak ditampilkan" in public.text
    shown_now = visit("mortality", **{k: v for k, v in address.items() if k != "per"})
    hidden = [block for block in shown_now.blocks if "tidak ditampilkan" in block or "disembunyikan" in block]
    assert hidden
    assert all(block in public.blocks for block in hidden)
    snapshot._held.pop(str(folder), None)


def test_the_mode_cannot_be_switched_from_the_past_by_a_forged_click(
    visit: Visit, sign_in: SignIn, three_days_warehouse: Path
) -> None:
    sign_in("admin")
    admin = visit("areas", kabupaten="51.01")
    [button] = [b for b in admin.at.button if b.label == area_settings.SWITCH_TO.format(mode="resmi")]
    seen = visit("areas", kabupaten="51.01", per="2026-10-05")
    before = warehouse.current_version()
    states = seen.at._tree.get_widget_states()
    states.widgets.append(WidgetState(id=button.proto.id, trigger_value=True))
    seen.at._run(states)
    assert warehouse.current_version() == before


@pytest.mark.parametrize("page", ["summary", "scorecard", "area_profile", "indicator", "mortality", "stunting", "map"])
def test_links_between_pages_keep_the_day(page: str, visit: Visit, three_days_warehouse: Path) -> None:
    seen = visit(page, kabupaten="51.01", per="2026-10-05", periode=MONTH, bagian="kecamatan")
    links = re.findall(r'href="(/[^"]*kabupaten=[^"]*)"', "".join(seen.blocks))
    assert links
    assert [link for link in links if not link.startswith("/unggah") and "?per=2026-10-05&amp;" not in link] == []
    seen.press(say.BACK)
    assert "per=2026" not in "".join(seen.blocks)
