"""The page on areas and mode: who may switch, what a switch does, and that it can be taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from indicators import warehouse
from indicators.areas import all_kabupaten
from indicators.vocabulary import Mode
from indicators.wording import area_settings as say
from indicators.wording import judgement
from indicators.wording import pages as page_words

Visit = Callable[..., Any]
TO_OFFICIAL = say.SWITCH_TO.format(mode=judgement.MODE[Mode.OFFICIAL].lower())
TO_SAMPLE = say.SWITCH_TO.format(mode=judgement.MODE[Mode.SAMPLE].lower())


def test_an_admin_switches_to_official_data_and_back(
    visit: Visit, sign_in: Callable[..., Any], filled_warehouse: Path
) -> None:
    sign_in("admin", kabupaten="51.01")
    leader = visit("summary", kabupaten="51.01")
    admin = visit("areas", kabupaten="51.01")
    assert say.NOTHING_OFFICIAL in admin.text
    admin.at.text_input("mode_reason").input("data sudah lengkap").run()
    admin.press(TO_OFFICIAL)
    assert admin.failed == []
    assert say.NOW.format(mode="resmi") in admin.text
    assert "data sudah lengkap" in admin.text
    leader.at.run()
    assert page_words.SAMPLE_BANNER not in leader.text
    assert page_words.EMPTY_TITLE.format(place="Kabupaten Jembrana") in leader.text

    admin.press(TO_SAMPLE)
    assert say.NOW.format(mode="contoh") in admin.text
    leader.at.run()
    assert page_words.SAMPLE_BANNER in leader.text
    assert page_words.EMPTY_TITLE.format(place="Kabupaten Jembrana") not in leader.text


def test_a_switch_concerns_one_kabupaten_only(
    visit: Visit, sign_in: Callable[..., Any], filled_warehouse: Path
) -> None:
    sign_in("admin")
    visit("areas", kabupaten="51.01").press(TO_OFFICIAL)
    assert page_words.SAMPLE_BANNER in visit("summary", kabupaten="63.11").text
    assert page_words.SAMPLE_BANNER in visit("summary", kabupaten="35.10").text


@pytest.mark.parametrize(("role", "kabupaten"), [("uploader", "semua"), ("viewer", "semua"), ("admin", "63.11")])
def test_others_than_its_admin_cannot_switch(
    role: str, kabupaten: str, visit: Visit, sign_in: Callable[..., Any], shared_warehouse: Path
) -> None:
    sign_in(role, kabupaten=kabupaten)
    seen = visit("areas", kabupaten="51.01")
    assert say.WHO_MAY in seen.text
    assert not seen.at.button


def test_the_public_sees_areas_and_mode_without_a_way_to_switch(visit: Visit, shared_warehouse: Path) -> None:
    seen = visit("areas", kabupaten="51.01")
    assert say.WHO_MAY in seen.text
    assert not seen.at.button
    here = all_kabupaten()["51.01"]
    for unit in (*here.kecamatan, *here.puskesmas):
        assert unit.name in seen.text.replace("\xa0", " ")  # a name is not broken over two lines


def test_official_submissions_show_after_the_switch_and_practice_does_not(
    visit: Visit, sign_in: Callable[..., Any], filled_warehouse: Path, file_of: Callable[..., Any]
) -> None:
    sign_in("admin")
    at = {("63.11.P01", "2026-10"): {"live_births": 20, "stillbirths": 0}}
    warehouse.publish(file_of("births", at, mode=Mode.OFFICIAL))
    seen = visit("areas", kabupaten="63.11")
    assert "1 kiriman akan tampil" in seen.text
    assert "Oktober 2026 sampai Oktober 2026" in seen.text
    seen.press(TO_OFFICIAL)
    seen.open("summary")
    assert seen.failed == []
    assert page_words.EMPTY_TITLE.format(place="Kabupaten Balangan") not in seen.text
    assert page_words.SAMPLE_BANNER not in seen.text


def test_a_reason_that_names_a_person_is_refused_and_nothing_is_switched(
    visit: Visit, sign_in: Callable[..., Any], shared_warehouse: Path
) -> None:
    sign_in("admin", kabupaten="51.01")
    seen = visit("areas", kabupaten="51.01")
    seen.at.text_input("mode_reason").input("atas permintaan Ibu Siti Rahma").run()
    seen.press(TO_OFFICIAL)
    assert [error.value.partition(".")[0] for error in seen.at.error] == ["Teks ini memuat data pribadi: nama orang"]
