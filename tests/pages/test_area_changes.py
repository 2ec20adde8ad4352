"""Replacing boundaries, facilities and desa on the page: who may, what is shown before, and that it can be undone."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from indicators import intake
from indicators.areas import What, all_changes, all_kabupaten, boundaries, shipped
from indicators.intake import list_file
from indicators.wording import area_changes as say
from indicators.wording import areas as area_words

Visit = Callable[..., Any]
JEMBRANA = shipped()["51.01"]


def official(**renamed: str) -> bytes:
    """The schematic map without its codes, as if from a ministry; some names written otherwise."""
    content = boundaries(JEMBRANA)
    for feature in content["features"]:
        name = feature["properties"].pop("name")
        feature.pop("id")
        feature["properties"] = {"WADMKC": renamed.get(name, name)}
    return json.dumps(content).encode()


def upload(seen: Any, label: str, name: str, content: bytes) -> None:
    [field] = [f for f in seen.at.get("file_uploader") if f.label == label]
    field.upload(name, content).run()
    assert seen.failed == []


def write(seen: Any, label: str, text: str) -> None:
    [field] = [f for f in seen.at.text_input if f.label == label]
    field.input(text).run()


def renamed_list(name: str) -> bytes:
    return list_file(What.FACILITIES, JEMBRANA, format="csv").replace(b"Puskesmas II Melaya", name.encode())


def test_official_boundaries_are_previewed_published_drawn_and_undone(
    visit: Visit, sign_in: Callable[..., Any], filled_warehouse: Path
) -> None:
    sign_in("admin", kabupaten="51.01")
    leader = visit("map", kabupaten="51.01")
    before = leader.figures[0].spec["data"][0]["geojson"]
    admin = visit("areas", kabupaten="51.01")
    upload(admin, say.BOUNDARIES_FILE, "batas.geojson", official())
    assert say.NO_PROBLEMS in admin.text
    assert any(say.PREVIEW_ALT in block for block in admin.blocks)
    assert all_changes() == ()

    admin.press(say.PUBLISH_BOUNDARIES)
    assert say.SOURCE_BLANK in admin.text
    assert all_changes() == ()

    write(admin, say.SOURCE, "BIG")
    write(admin, say.DATED, "31/01/2025")
    admin.press(say.PUBLISH_BOUNDARIES)
    assert admin.failed == []
    assert say.PUBLISHED.format(what="Batas wilayah") in admin.text
    assert "Batas wilayah: BIG, 31 Januari 2025" in admin.text
    version = all_kabupaten()["51.01"].boundaries_version

    leader.at.run()
    assert leader.failed == []
    figure = leader.figures[0].spec
    assert {version in trace["geojson"] for trace in figure["data"]} == {True}
    assert "Batas wilayah: BIG, 31 Januari 2025" in json.dumps(figure, ensure_ascii=False)
    assert area_words.SCHEMATIC not in json.dumps(figure, ensure_ascii=False)
    served = Path(__file__).resolve().parents[2] / "static" / "boundaries" / f"51.01.{version}.boundaries.geojson"
    assert served.read_bytes() == all_kabupaten()["51.01"].boundaries_path.read_bytes()
    served.unlink()
    served.with_name(served.name.replace("boundaries.geojson", "dashes.geojson")).unlink()

    assert "Yang berlaku sesudahnya: peta skematik bawaan." in admin.text
    admin.press(say.UNDO)
    assert area_words.SCHEMATIC in admin.text
    leader.at.run()
    assert leader.figures[0].spec["data"][0]["geojson"] == before
    admin.press(say.REDO)
    assert "Batas wilayah: BIG" in admin.text


def test_an_open_question_is_asked_and_its_answer_leads_on(
    visit: Visit, sign_in: Callable[..., Any], filled_warehouse: Path
) -> None:
    sign_in("admin")
    admin = visit("areas", kabupaten="51.01")
    upload(admin, say.BOUNDARIES_FILE, "batas.geojson", official(Mendoyo="Mendojo"))
    assert say.QUESTIONS in admin.text
    assert say.PUBLISH_BOUNDARIES not in [b.label for b in admin.at.button]
    [question] = [box for box in admin.at.selectbox if "Mendojo" in box.label]
    question.set_value("51.01.02").run()
    assert admin.failed == []
    assert say.NO_PROBLEMS in admin.text
    assert say.PUBLISH_BOUNDARIES in [b.label for b in admin.at.button]


def test_what_blocks_is_told_and_a_warning_is_passed_with_a_reason_only(
    visit: Visit, sign_in: Callable[..., Any], filled_warehouse: Path
) -> None:
    sign_in("admin")
    admin = visit("areas", kabupaten="51.01")
    content = json.loads(official())
    upload(
        admin,
        say.BOUNDARIES_FILE,
        "batas.geojson",
        json.dumps(content | {"features": content["features"][1:]}).encode(),
    )
    assert "Batas belum ada untuk kecamatan Negara." in admin.text
    assert say.PUBLISH_BOUNDARIES not in [b.label for b in admin.at.button]

    # Negara (the first) is not the place that its neighbour has.
    first, second, *others = content["features"]
    first["properties"], second["properties"] = second["properties"], first["properties"]
    upload(
        admin,
        say.BOUNDARIES_FILE,
        "batas.geojson",
        json.dumps(content | {"features": [first, second, *others]}).encode(),
    )
    assert "Letak Negara hampir tidak beririsan" in admin.text
    write(admin, say.SOURCE, "BIG")
    write(admin, say.DATED, "2025-01-31")
    admin.press(say.PUBLISH_BOUNDARIES)
    assert say.REASON_BLANK in admin.text
    assert all_changes() == ()
    write(admin, say.REASON_NEEDED, "memang begitu")
    admin.press(say.PUBLISH_BOUNDARIES)
    assert [change.reason for change in all_changes()] == ["memang begitu"]


def test_an_edited_list_shows_what_changes_and_is_published_and_undone(
    visit: Visit, sign_in: Callable[..., Any], filled_warehouse: Path
) -> None:
    sign_in("admin")
    admin = visit("areas", kabupaten="51.01")
    upload(admin, say.LIST_FILE, "daftar.csv", renamed_list("Puskesmas Gilimanuk"))
    assert say.counted(0, 1, 0, 10) in admin.text
    assert "nama: Puskesmas II Melaya → Puskesmas Gilimanuk" in admin.text
    admin.press(say.PUBLISH_LIST)
    assert all_kabupaten()["51.01"].name_of("51.01.P01") == "Puskesmas Gilimanuk"
    admin.press(say.UNDO)
    assert all_kabupaten()["51.01"].name_of("51.01.P01") == "Puskesmas II Melaya"


def test_what_another_admin_replaced_meanwhile_is_not_overwritten(
    visit: Visit, sign_in: Callable[..., Any], filled_warehouse: Path
) -> None:
    sign_in("admin")
    first, second = visit("areas", kabupaten="51.01"), visit("areas", kabupaten="51.01")
    upload(first, say.LIST_FILE, "daftar.csv", renamed_list("Satu"))
    upload(second, say.LIST_FILE, "daftar.csv", renamed_list("Dua"))
    first.press(say.PUBLISH_LIST)
    second.press(say.PUBLISH_LIST)
    assert all_kabupaten()["51.01"].name_of("51.01.P01") == "Satu"
    assert "Tidak ada yang disimpan" in second.text


def test_a_number_like_a_nik_is_not_kept_in_a_reason(
    visit: Visit, sign_in: Callable[..., Any], filled_warehouse: Path
) -> None:
    sign_in("admin")
    admin = visit("areas", kabupaten="51.01")
    upload(admin, say.LIST_FILE, "daftar.csv", renamed_list("Satu"))
    write(admin, say.REASON, "kata Siti 5101014101900001")
    admin.press(say.PUBLISH_LIST)
    assert intake.personal_data_in("kata Siti 5101014101900001") in admin.text
    assert all_changes() == ()


@pytest.mark.parametrize(
    ("role", "kabupaten"), [("viewer", "semua"), ("uploader", "semua"), ("admin", "63.11"), ("", "")]
)
def test_others_see_which_boundaries_hold_but_not_how_to_replace_them(
    role: str, kabupaten: str, visit: Visit, sign_in: Callable[..., Any], shared_warehouse: Path
) -> None:
    if role:
        sign_in(role, kabupaten=kabupaten)
    seen = visit("areas", kabupaten="51.01")
    assert area_words.SCHEMATIC in seen.text
    assert not seen.at.get("file_uploader")
    assert say.HISTORY_TITLE not in seen.text


def test_a_damaged_log_of_changes_is_told_and_no_page_fails(visitor: Visit, filled_warehouse: Path) -> None:
    (filled_warehouse / "areas").mkdir()
    (filled_warehouse / "areas" / "changes.json").write_text("{", encoding="utf-8")
    seen = visitor(kabupaten="51.01")
    seen.at.run()
    assert seen.failed == []
    assert "folder `areas`" in seen.text
