"""The history page: every submission, what undoing or redoing it changes, and doing so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from indicators import warehouse
from indicators.vocabulary import Mode
from indicators.wording import history as say
from indicators.wording import warehouse as warehouse_words

Visit = Callable[..., Any]
FileOf = Callable[..., Any]

# What the sample holds for these two units in October 2026, and what the tests send instead.
FIRST, SECOND = ("51.01.P01", "2026-10"), ("51.01.P02", "2026-10")


@pytest.fixture(autouse=True)
def ani(sign_in: Callable[..., Any]) -> Any:
    return sign_in("uploader", kabupaten="51.01", name="Ani")


def births(at: tuple[str, str]) -> float:
    """Live births that count now for a unit in October 2026."""
    rows = warehouse.current().read(
        "unit_values", dataset="births", kabupaten="51.01", start="2026-10-01", end="2026-10-31"
    )
    [value] = rows[(rows["unit"] == at[0]) & (rows["element"] == "live_births")]["value"]
    return float(value)


def pick(seen: Any, submission: str) -> Any:
    if say.BACK in [button.label for button in seen.at.button]:
        seen.press(say.BACK)
    return seen.choose("history_pick", submission)


def test_without_submissions_of_staff_the_page_says_so(visit: Visit, shared_warehouse: Path) -> None:
    seen = visit("history", kabupaten="51.01")
    assert say.EMPTY in seen.text
    assert warehouse_words.SEED_BY not in seen.text
    seen.at.toggle("history_seeded").set_value(True).run()
    assert seen.failed == []
    assert say.EMPTY not in seen.text
    assert seen.text.count(warehouse_words.SEED_BY) > 10


def test_a_submission_is_listed_undone_and_redone(visit: Visit, filled_warehouse: Path, file_of: FileOf) -> None:
    before = births(FIRST)
    sent = warehouse.publish(
        file_of("births", {FIRST: {"live_births": 134, "stillbirths": 0}}, by="Budi", reason="perbaikan")
    )
    seen = visit("history", kabupaten="51.01")
    for word in ("Budi", "perbaikan", "births.csv", "1 unit, Oktober 2026", say.ACTIVE):
        assert word in seen.text

    pick(seen, sent.submission)
    # The sample holds ten numbers for the unit: two get their old value again, eight come back.
    assert say.effect(9) in seen.text
    seen.at.text_input("history_reason").input("salah bulan").run()
    seen.press(say.UNDO)
    assert seen.failed == []
    assert say.DONE_UNDO.format(version=2) in seen.text
    assert say.UNDONE in seen.text
    assert births(FIRST) == before

    pick(seen, sent.submission)
    assert say.effect(9) in seen.text
    seen.press(say.REDO)
    assert say.DONE_REDO.format(version=3) in seen.text
    assert births(FIRST) == 134


def test_the_effect_shows_each_number_now_and_afterwards(visit: Visit, filled_warehouse: Path, file_of: FileOf) -> None:
    values = {"live_births": 134, "live_births_male": 70, "live_births_female": 64, "stillbirths": 0}
    sent = warehouse.publish(file_of("births", {FIRST: values}))
    seen = pick(visit("history", kabupaten="51.01"), sent.submission)
    table = " ".join(seen.text.split())
    # The sample: 34 live births, of which 14 boys and 20 girls.
    for row in ("Lahir hidup 134 34", "Lahir hidup laki-laki 70 14", "Lahir hidup perempuan 64 20"):
        assert f"Oktober 2026 {row}" in table


def test_undoing_what_was_superseded_changes_nothing_and_says_so(
    visit: Visit, filled_warehouse: Path, file_of: FileOf
) -> None:
    old = warehouse.publish(file_of("births", {FIRST: {"live_births": 100, "stillbirths": 0}}))
    warehouse.publish(file_of("births", {FIRST: {"live_births": 134, "stillbirths": 0}}))
    seen = visit("history", kabupaten="51.01")
    assert say.SUPERSEDED in seen.text
    pick(seen, old.submission)
    assert say.NO_EFFECT_UNDO in seen.text
    seen.press(say.UNDO)
    assert births(FIRST) == 134
    pick(seen, old.submission)
    assert say.NO_EFFECT_REDO in seen.text
    seen.press(say.REDO)
    assert births(FIRST) == 134


def test_a_submission_superseded_in_part_says_so_and_only_the_rest_is_undone(
    visit: Visit, filled_warehouse: Path, file_of: FileOf
) -> None:
    before = births(SECOND)
    both = warehouse.publish(file_of("births", {at: {"live_births": 100, "stillbirths": 0} for at in (FIRST, SECOND)}))
    warehouse.publish(file_of("births", {FIRST: {"live_births": 134, "stillbirths": 0}}))
    seen = visit("history", kabupaten="51.01")
    assert say.PARTLY_SUPERSEDED in seen.text
    pick(seen, both.submission)
    seen.press(say.UNDO)
    assert births(FIRST) == 134
    assert births(SECOND) == before


def test_what_somebody_else_has_undone_in_the_meantime_is_said(
    visit: Visit, filled_warehouse: Path, file_of: FileOf
) -> None:
    sent = warehouse.publish(file_of("births", {FIRST: {"live_births": 134, "stillbirths": 0}}))
    seen = pick(visit("history", kabupaten="51.01"), sent.submission)
    warehouse.undo(sent.submission, by="Budi")
    [button] = [button for button in seen.at.button if button.label == say.UNDO]
    button.click().run()
    assert seen.failed == []
    assert say.UNDONE in seen.text
    assert warehouse.current_version() == 2, "the click neither undoes nor redoes what Budi has undone"


def test_the_list_can_be_narrowed_to_a_dataset(visit: Visit, filled_warehouse: Path, file_of: FileOf) -> None:
    warehouse.publish(file_of("births", {FIRST: {"live_births": 134, "stillbirths": 0}}, reason="satu"))
    warehouse.publish(file_of("maternal_deaths", {FIRST: {"maternal_deaths": 0}}, reason="dua"))
    seen = visit("history", kabupaten="51.01")
    assert "satu" in seen.text
    assert "dua" in seen.text
    seen.choose("history_dataset", "maternal_deaths")
    assert "satu" not in seen.text
    assert "dua" in seen.text


def test_practice_submissions_are_listed_as_not_shown_in_mode_resmi(
    visit: Visit, filled_warehouse: Path, file_of: FileOf
) -> None:
    warehouse.publish(file_of("births", {FIRST: {"live_births": 134, "stillbirths": 0}}))
    warehouse.switch_mode("51.01", Mode.OFFICIAL, by="Budi")
    assert say.HIDDEN in visit("history", kabupaten="51.01").text


def test_what_a_file_holds_cannot_become_part_of_the_page(
    visit: Visit, filled_warehouse: Path, file_of: FileOf
) -> None:
    warehouse.publish(
        file_of("births", {FIRST: {"live_births": 134, "stillbirths": 0}}, by="<b>Budi", reason="<script>x</script>")
    )
    seen = visit("history", kabupaten="51.01")
    assert "<script>" not in "".join(seen.blocks)
    assert "<script>x</script>" in seen.text
    assert "<b>Budi" in seen.text


def test_a_reason_with_a_number_of_a_person_is_refused_and_nothing_is_undone(
    visit: Visit, filled_warehouse: Path, file_of: FileOf
) -> None:
    sent = warehouse.publish(file_of("births", {FIRST: {"live_births": 134, "stillbirths": 0}}))
    seen = visit("history", kabupaten="51.01")
    pick(seen, sent.submission)
    seen.at.text_input("history_reason").input("salah untuk 3510991002249001").run()
    seen.press(say.UNDO)
    assert ["3510" in error.value for error in seen.at.error] == [False]
    assert births(FIRST) == 134


def test_an_uploader_of_one_puskesmas_finds_its_own_submissions_only(
    visit: Visit, filled_warehouse: Path, file_of: FileOf, sign_in: Callable[..., Any]
) -> None:
    sign_in("uploader", kabupaten="51.01", facilities=("51.01.P01",))
    own = warehouse.publish(file_of("births", {FIRST: {"live_births": 134}}, by="Budi", reason="milik sendiri"))
    for at in ({SECOND: {"live_births": 1}}, {FIRST: {"live_births": 135}, SECOND: {"live_births": 2}}):
        warehouse.publish(file_of("births", at, by="Budi", reason="milik lain"))
    seen = visit("history", kabupaten="51.01")
    assert "milik sendiri" in seen.text
    assert "milik lain" not in seen.text
    seen.at.toggle("history_seeded").set_value(True).run()
    assert len(seen.at.selectbox("history_pick").options) == 1
    assert own.submission
